"""The one kind of step on the undo stack: a change is applied, and taken back by its reverse."""

import time
from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from app.dataset.changes import CaptionEdits, Change, merge_typing

_TYPING_ID = 1


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
        """Caption edits may merge; everything else stands for itself."""
        return _TYPING_ID if isinstance(self._change, CaptionEdits) else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take over the next step where both are typing in one word."""
        assert isinstance(other, ChangeCommand)
        mine, theirs = self._change, other._change
        if not isinstance(mine, CaptionEdits) or not isinstance(theirs, CaptionEdits):
            return False
        merged = merge_typing(mine, theirs, other._time - self._time)
        if merged is None:
            return False
        self._change = merged
        self._time = other._time
        self.setObsolete(all(edit.before == edit.after for edit in merged.edits))
        return True
