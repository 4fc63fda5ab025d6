"""The one kind of step on the undo stack: a change is applied, and taken back by its reverse."""

import time
from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from app.dataset.changes import CaptionEdits, Change, NotesEdits, merge_frames, merge_typing

_TYPING_ID = 1
_NOTES_ID = 2


class ChangeCommand(QUndoCommand):
    """Applies a change through the session; typing grows the step before it."""

    def __init__(self, change: Change, text: str, apply: Callable[[Change], None]) -> None:
        super().__init__(text)
        self._change = change
        self._apply = apply
        self._time = time.monotonic()

    def redo(self) -> None:
        """Apply the change."""
        self._apply(self._change)

    def undo(self) -> None:
        """Apply its reverse."""
        self._apply(self._change.reversed())

    def id(self) -> int:
        """Caption edits may merge, and moves of a frame; everything else stands for itself."""
        if isinstance(self._change, CaptionEdits):
            return _TYPING_ID
        return _NOTES_ID if isinstance(self._change, NotesEdits) else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the next step where both are one act: typing in a word, moving a frame."""
        assert isinstance(other, ChangeCommand)
        mine, theirs = self._change, other._change
        seconds = other._time - self._time
        merged: CaptionEdits | NotesEdits | None = None
        if isinstance(mine, CaptionEdits) and isinstance(theirs, CaptionEdits):
            merged = merge_typing(mine, theirs, seconds)
        elif isinstance(mine, NotesEdits) and isinstance(theirs, NotesEdits):
            merged = merge_frames(mine, theirs, seconds)
        if merged is None:
            return False
        self._change = merged
        self._time = other._time
        self.setObsolete(all(edit.before == edit.after for edit in merged.edits))
        return True
