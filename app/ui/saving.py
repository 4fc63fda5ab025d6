"""Autosave: which captions wait, are being written, or could not be, and when the next try is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.dataset.entry import Caption, CaptionForm, CaptionState, Dataset, Entry, Stamp
from app.dataset.files import ChangedOnDisk, NotSaved, write_caption
from app.errors import ProofError
from app.messages import Message, msg
from app.ui.background import Background, Lane

PAUSE_MS = 900
"""Quiet time after the last keystroke before a caption is written."""
RETRY_MS = 10_000
"""Time until a caption that could not be written is tried again."""


class WriteState(Enum):
    """What the row shows about its caption file."""

    SAVED = "saved"
    EDITED = "edited"
    SAVING = "saving"
    NOT_SAVED = "not saved"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Written:
    """A caption that is on disk now."""

    text: str
    stamp: Stamp


class Saving(QObject):
    """Writes edited captions in order, one file at a time, and never over a change from outside."""

    changed = Signal(object)
    """frozenset of entry ids whose state changed."""
    conflict = Signal(object)
    """Entry id: its file was changed by someone else since it was read."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._dataset: Dataset | None = None
        self._touched: set[int] = set()
        self._writing: set[int] = set()
        self._problems: dict[int, Message] = {}
        self._conflicts: dict[int, Caption] = {}
        self.read_only: Message | None = None
        """Why nothing may be written (a second window), or None."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.flush)

    def open(self, dataset: Dataset | None) -> None:
        """Begin with a dataset, or end with None."""
        self._pause.stop()
        self._retry.stop()
        self._dataset = dataset
        self._touched.clear()
        self._writing.clear()
        self._problems.clear()
        self._conflicts.clear()

    def edited(self, entries: Iterable[int]) -> None:
        """These texts changed on screen; write them after the pause."""
        for entry in entries:
            self._touched.add(entry)
            self._problems.pop(entry, None)
        self._pause.start()

    def state(self, entry: Entry) -> WriteState:
        """What is true of this entry's caption now."""
        if entry.id in self._conflicts:
            return WriteState.CONFLICT
        if entry.id in self._writing:
            return WriteState.SAVING
        if entry.id in self._problems:
            return WriteState.NOT_SAVED
        return WriteState.EDITED if entry.unsaved else WriteState.SAVED

    def problem(self, entry: int) -> Message | None:
        """Why the caption is not saved, with the way out."""
        return self._problems.get(entry)

    def theirs(self, entry: int) -> Caption | None:
        """For a conflict: what is on disk now."""
        return self._conflicts.get(entry)

    def waiting(self) -> list[int]:
        """Entries whose text is not on disk."""
        if self._dataset is None:
            return []
        entries = self._dataset.entries
        self._touched = {number for number in self._touched if entries[number].unsaved}
        return sorted(self._touched)

    def flush(self, only: Iterable[int] | None = None) -> None:
        """Write what waits, or of that only these entries, without waiting for the pause."""
        if self._dataset is None or self.read_only is not None:
            return
        wanted = self.waiting() if only is None else list(only)
        begun: set[int] = set()
        for number in wanted:
            entry = self._dataset.entries[number]
            if not entry.unsaved or number in self._writing or number in self._conflicts:
                continue
            if any(partner in self._writing for partner in entry.shares_with):
                continue
            self._begin(entry)
            begun.add(number)
        if begun:
            self.changed.emit(frozenset(begun))

    def settle(self, entry: int, keep: str | None) -> None:
        """End a conflict. `keep` is the text to write over theirs, None to take theirs."""
        theirs = self._conflicts.pop(entry)
        assert self._dataset is not None
        self._set_disk(entry, theirs)
        if keep is not None:
            self._pause.start()
        self.changed.emit(frozenset((entry,)))

    def seen_on_disk(self, entry: int, caption: Caption) -> None:
        """The file says something new: a clean entry takes it, an edited one is in conflict."""
        assert self._dataset is not None
        current = self._dataset.entries[entry]
        if entry in self._writing:
            return  # the write itself compares digests and answers
        if current.unsaved and caption.text != current.text:
            self._conflicts[entry] = caption
            self.conflict.emit(entry)
        else:
            self._conflicts.pop(entry, None)
            self._set_disk(entry, caption)
        self.changed.emit(frozenset((entry,)))

    def _begin(self, entry: Entry) -> None:
        self._writing.add(entry.id)
        caption = entry.caption
        expected = caption.stamp if caption.state is CaptionState.READ else None
        text = entry.text or ""
        job = partial(_write, entry.caption_file, text, caption.form, expected)
        self._background.in_thread(
            Lane.SAVES,
            job,
            then=partial(self._written, entry.id),
            failed=partial(self._failed, entry.id),
        )

    def _written(self, number: int, answer: object) -> None:
        assert isinstance(answer, Written)
        assert self._dataset is not None
        entry = self._dataset.entries[number]
        both = (number, *entry.shares_with)
        for one in both:
            old = self._dataset.entries[one].caption
            self._set_disk(
                one,
                replace(
                    old,
                    state=CaptionState.READ,
                    text=answer.text,
                    stamp=answer.stamp,
                    line_breaks=answer.text.count("\n"),
                ),
            )
            self._problems.pop(one, None)
        self._writing.discard(number)
        self.changed.emit(frozenset(both))
        if any(self._dataset.entries[one].unsaved for one in both):
            self._pause.start()

    def _failed(self, number: int, error: Exception) -> None:
        self._writing.discard(number)
        if isinstance(error, ChangedOnDisk):
            self._conflicts[number] = error.caption
            self.conflict.emit(number)
        else:
            self._problems[number] = _reason(error)
            self._retry.start()
        self.changed.emit(frozenset((number,)))

    def _set_disk(self, number: int, caption: Caption) -> None:
        assert self._dataset is not None
        entry = self._dataset.entries[number]
        self._dataset.entries[number] = replace(entry, caption=caption)


def _write(
    path: Path,
    text: str,
    form: CaptionForm,
    expected: Stamp | None,
) -> Written:
    return Written(text, write_caption(path, text, form, expected))


def _reason(error: Exception) -> Message:
    if isinstance(error, NotSaved):
        return error.detail if error.detail.template else error.title
    if isinstance(error, ProofError):
        return error.title
    return msg("{error}", error=str(error))
