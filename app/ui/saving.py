"""Autosave: which captions wait, are being written, or could not be, and when the next try is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.dataset.autosave import (
    SaveJob,
    Written,
    job_of,
    overwritable,
    reason_of,
    save,
    save_together,
)
from app.dataset.entry import Caption, CaptionState, Dataset, Entry
from app.dataset.files import ChangedOnDisk
from app.disk import LeadsOutside, WriteProtected
from app.messages import Message, msg
from app.ui.background import Background, Lane

PAUSE_MS = 900
"""Quiet time after the last keystroke before a caption is written."""
ONE_BY_ONE = 8
"""Captions written durably one after the other; more are written together with one sync."""
CHUNK = 500
"""Captions of one bulk job: so often the window hears how far it is."""
RETRY_MS = 10_000
"""Time until a caption that could not be written is tried again."""


class WriteState(Enum):
    """What the row shows about its caption file."""

    SAVED = "saved"
    EDITED = "edited"
    SAVING = "saving"
    NOT_SAVED = "not saved"
    CONFLICT = "conflict"


class Saving(QObject):
    """Writes edited captions in order, one file at a time, and never over a change from outside."""

    changed = Signal(object)
    """frozenset of entry ids whose state changed."""
    conflict = Signal(int)
    """Entry id: its file was changed by someone else since it was read."""
    consent_wanted = Signal(int)
    """Entry id: its caption is a link out of the dataset; nobody has said yet to write there."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._dataset: Dataset | None = None
        self._touched: set[int] = set()
        self._writing: set[int] = set()
        self._problems: dict[int, Message] = {}
        self._conflicts: dict[int, Caption] = {}
        self._consented: dict[Path, bool] = {}
        self._protected: set[int] = set()
        """Entries whose caption file is write-protected: only the person may overrule that."""
        self._overruled: set[Path] = set()
        self.read_only: Message | None = None
        """Why nothing may be written (a second window), or None."""
        self._paused: Message | None = None
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
        self._consented.clear()
        self._protected.clear()
        self._overruled.clear()

    def edited(self, entries: Iterable[int]) -> None:
        """These texts changed on screen; write them after the pause."""
        assert self._dataset is not None
        for entry in entries:
            self._touched.add(entry)
            self._problems.pop(entry, None)
            theirs = self._conflicts.get(entry)
            if theirs is not None and theirs.text == self._dataset.entries[entry].text:
                del self._conflicts[entry]
                self._set_disk(entry, theirs)
        self._pause.start()

    def state(self, entry: Entry) -> WriteState:
        """What is true of this entry's caption now."""
        if entry.id in self._conflicts:
            return WriteState.CONFLICT
        if entry.id in self._writing:
            return WriteState.SAVING
        if entry.id in self._problems or (self._paused is not None and entry.unsaved):
            return WriteState.NOT_SAVED
        return WriteState.EDITED if entry.unsaved else WriteState.SAVED

    def problem(self, entry: int) -> Message | None:
        """Why the caption is not saved, with the way out."""
        return self._problems.get(entry, self._paused)

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

    def pause(self, reason: Message | None) -> None:
        """Write nothing for this reason until None says that it is over; texts are kept."""
        was, self._paused = self._paused, reason
        if was is not None and reason is None:
            self._pause.start()
        if was != reason and self._dataset is not None:
            self.changed.emit(frozenset(self.waiting()))

    def flush(self, only: Iterable[int] | None = None) -> None:
        """Write what waits, or of that only these entries, without waiting for the pause."""
        if self._dataset is None or self.read_only is not None or self._paused is not None:
            return
        wanted = self.waiting() if only is None else list(only)
        begun: list[Entry] = []
        for number in wanted:
            entry = self._dataset.entries[number]
            if self._may_begin(entry):
                self._writing.add(number)
                begun.append(entry)
        if len(begun) <= ONE_BY_ONE:
            for entry in begun:
                self._begin(entry)
        else:
            for start in range(0, len(begun), CHUNK):
                self._begin_together(begun[start : start + CHUNK])
        if begun:
            self.changed.emit(frozenset(entry.id for entry in begun))

    def _may_begin(self, entry: Entry) -> bool:
        assert self._dataset is not None
        group = _group(entry)
        if not entry.unsaved or any(n in self._writing or n in self._conflicts for n in group):
            return False
        if entry.id in self._dataset.gone:
            self._problems[entry.id] = msg("its image is no longer there; your text is kept")
            return False
        if entry.leads_to is not None and not self._consented.get(entry.leads_to, False):
            self._ask_first(entry.id, entry.leads_to)
            return False
        return True

    def _ask_first(self, entry: int, target: Path) -> None:
        """Nothing is written out of the dataset before somebody said so, once for each place."""
        self._problems[entry] = msg("a link leads to {file}, outside the dataset", file=str(target))
        if target not in self._consented:
            self._consented[target] = False
            self.consent_wanted.emit(entry)

    def consent(self, entry: int) -> None:
        """The person said that what this caption leads to may be written outside the dataset."""
        assert self._dataset is not None
        place = self._dataset.entries[entry].leads_to
        assert place is not None
        self._consented[place] = True
        same = [n for n in self.waiting() if self._dataset.entries[n].leads_to == place]
        for number in same:
            self._problems.pop(number, None)
        self.flush(same)

    def is_protected(self, entry: int) -> bool:
        """What was typed is not saved because the caption file is write-protected."""
        return entry in self._protected and entry in self._problems

    def write_all_the_same(self, entry: int) -> None:
        """The person said that a write-protected caption shall be written; its mode stays."""
        assert self._dataset is not None
        self._overruled.add(self._dataset.entries[entry].caption_file)
        self._problems.pop(entry, None)
        self.flush([entry])

    def settle(self, entry: int, keep: str | None) -> None:
        """End a conflict. `keep` is the text to write over theirs, None to take theirs.

        What cannot be kept in the history is never written over: then the conflict goes on.
        """
        theirs = self._conflicts[entry]
        if keep is not None and not overwritable(theirs):
            return
        assert self._dataset is not None
        group = _group(self._dataset.entries[entry])
        for one in group:
            self._conflicts.pop(one, None)
            self._set_disk(one, theirs)
        if keep is not None:
            self._touched.add(entry)
            self._pause.start()
        self.changed.emit(frozenset(group))

    def seen_on_disk(self, entry: int, caption: Caption) -> None:
        """The file says something new: a clean entry takes it, an edited one is in conflict.

        So is one whose file is gone: its text stays, and nobody makes the file again unasked.
        """
        assert self._dataset is not None
        current = self._dataset.entries[entry]
        if any(one in self._writing for one in _group(current)):
            return  # the write itself compares digests and answers
        new = not _same_bytes(current.caption, caption)
        lost = caption.state is CaptionState.MISSING and bool(current.text)
        if new and (lost or (current.unsaved and caption.text != current.text)):
            self._disagree(entry, caption)
        else:
            self._conflicts.pop(entry, None)
            self._set_disk(entry, caption)
        if self._dataset.entries[entry].unsaved and entry in self._touched:
            self._pause.start()
        self.changed.emit(frozenset((entry,)))

    def seen_unchanged(self, but: Iterable[int]) -> None:
        """The disk says again what these entries were read as, except for the ones named."""
        over = self._conflicts.keys() - set(but) - self._writing
        for entry in over:
            del self._conflicts[entry]
        if over:
            self._pause.start()
            self.changed.emit(frozenset(over))

    def _disagree(self, entry: int, theirs: Caption) -> None:
        known = self._conflicts.get(entry)
        self._conflicts[entry] = theirs
        if known is None or not _same_bytes(known, theirs):
            self.conflict.emit(entry)

    def _begin(self, entry: Entry) -> None:
        number = entry.id
        self._run(
            Lane.SAVES,
            partial(save, self._job(entry)),
            lambda answer: self._ended({number: answer}),
            lambda error: self._ended({number: error}),
        )

    def _begin_together(self, entries: list[Entry]) -> None:
        numbers = [entry.id for entry in entries]
        self._run(
            Lane.BULK,
            partial(save_together, [self._job(entry) for entry in entries]),
            lambda answers: self._ended(dict(zip(numbers, answers, strict=True))),
            lambda error: self._ended(dict.fromkeys(numbers, error)),
        )

    def _run(
        self,
        lane: Lane,
        job: Callable[[], object],
        then: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        dataset = self._dataset

        def if_still_open(take: Callable[[Any], None], answer: object) -> None:
            # Entry ids mean something in the dataset that was written only.
            if self._dataset is dataset:
                take(answer)

        self._background.in_thread(
            lane, job, then=partial(if_still_open, then), failed=partial(if_still_open, failed)
        )

    def _ended(self, answers: Mapping[int, object]) -> None:
        changed: set[int] = set()
        for number, answer in answers.items():
            if isinstance(answer, Written):
                changed |= self._written(number, answer)
            else:
                assert isinstance(answer, Exception)
                changed |= self._failed(number, answer)
        self.changed.emit(frozenset(changed))

    def _written(self, number: int, answer: Written) -> set[int]:
        assert self._dataset is not None
        both = _group(self._dataset.entries[number])
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
            self._conflicts.pop(one, None)
        self._writing.discard(number)
        if any(self._dataset.entries[one].unsaved for one in both):
            self._pause.start()
        return set(both)

    def _failed(self, number: int, error: Exception) -> set[int]:
        self._writing.discard(number)
        if isinstance(error, ChangedOnDisk):
            self._disagree(number, error.caption)
        elif isinstance(error, LeadsOutside):
            assert self._dataset is not None
            entry = self._dataset.entries[number]
            self._dataset.entries[number] = replace(entry, leads_to=error.target)
            self._ask_first(number, error.target)
        else:
            if isinstance(error, WriteProtected):
                self._protected.add(number)
            else:
                self._protected.discard(number)
            self._problems[number] = reason_of(error)
            self._retry.start()
        return {number}

    def _job(self, entry: Entry) -> SaveJob:
        assert self._dataset is not None
        overruled = entry.caption_file in self._overruled
        return job_of(entry, self._dataset.ground, even_if_protected=overruled)

    def _set_disk(self, number: int, caption: Caption) -> None:
        assert self._dataset is not None
        entry = self._dataset.entries[number]
        self._dataset.entries[number] = entry.now(entry.text, caption)


def _group(entry: Entry) -> tuple[int, ...]:
    """All entries of one caption file."""
    return (entry.id, *entry.shares_with)


def _same_bytes(one: Caption, two: Caption) -> bool:
    digests = [caption.stamp.digest if caption.stamp else None for caption in (one, two)]
    return one.state is two.state and digests[0] == digests[1]
