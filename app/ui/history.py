"""History and drafts: at most a second of typing is ever only in memory."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.dataset.changes import CaptionEdits, NotesEdits
from app.dataset.drafts import drop_draft, keep_draft
from app.dataset.entry import Caption, Cause, Dataset, Entry
from app.dataset.journal import Act, Record, Subject, append
from app.dataset.marks import EntryNotes
from app.dataset.notes import note_text
from app.dataset.outside import Changes
from app.errors import ProofError
from app.messages import Message, msg
from app.ui.background import Background, Lane

TICK_MS = 1_000


@dataclass(frozen=True, slots=True)
class _Draft:
    folder: Path
    name: str
    text: str
    base_digest: str | None


class History(QObject):
    """Collects what changed and writes it once a second, in the saves lane."""

    failed = Signal(object)
    """Message: history or drafts cannot be kept, said once for each dataset."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._dataset: Dataset | None = None
        self._records: dict[int, tuple[int, Record]] = {}
        """What waits, in order: entry id and record by a running number."""
        self._typing: dict[int, int] = {}
        """By entry the number of its typing that waits: typing within a second is one record."""
        self._number = 0
        self._dirty: set[int] = set()
        self._drafted: set[int] = set()
        self._told = False
        self._tick = QTimer(self, singleShot=True, interval=TICK_MS)
        self._tick.timeout.connect(self.flush)

    def open(self, dataset: Dataset | None) -> None:
        """Begin with a dataset, or end with None; what waits has been flushed before."""
        self._tick.stop()
        self._dataset = dataset
        self._records.clear()
        self._typing.clear()
        self._dirty.clear()
        self._drafted.clear()
        self._told = False

    def captions_changed(self, change: CaptionEdits, entries: Iterable[int]) -> None:
        """These entries of the change really took their new text."""
        dataset, done = self._dataset, set(entries)
        if dataset is None:
            return
        for edit in change.edits:
            if edit.entry not in done:
                continue
            name = dataset.entries[edit.entry].name
            before = edit.before
            if edit.cause is Cause.TYPING:
                earlier = self._typing.pop(edit.entry, None)
                before = before if earlier is None else self._records.pop(earlier)[1].before
                self._typing[edit.entry] = self._number
            else:
                self._typing.pop(edit.entry, None)  # typing after it is a change of its own
            self._add(edit.entry, Record(name, edit.cause.value, before, edit.after))
        self._dirty |= done
        self._start()

    def overruled(self, number: int, theirs: Caption | None) -> None:
        """Another program's text stands against ours: whichever loses is found again here."""
        dataset = self._dataset
        if dataset is not None and theirs is not None:
            before = dataset.entries[number].caption.text
            record = Record(dataset.entries[number].name, Cause.OUTSIDE.value, before, theirs.text)
            self._add(number, record)
            self._start()

    def notes_changed(self, change: NotesEdits) -> None:
        """Marks, verdicts, dismissals or crops changed."""
        dataset = self._dataset
        if dataset is None:
            return
        for edit in change.edits:
            name = dataset.entries[edit.entry].name
            cause = _act(edit.before, edit.after).value
            before, after = (note_text(name, note).decode() for note in (edit.before, edit.after))
            self._add(edit.entry, Record(name, cause, before, after, Subject.NOTES))
        self._start()

    def moved(self, entries: Iterable[int], *, out: bool) -> None:
        """Entries left the dataset or came back."""
        dataset = self._dataset
        if dataset is None:
            return
        cause = (Act.REMOVED if out else Act.PUT_BACK).value
        for number in entries:
            entry = dataset.entries[number]
            self._add(number, Record(entry.name, cause, entry.text, entry.text, Subject.IMAGE))
        self._start()

    def outside(self, changes: Changes) -> None:
        """Other programs are about to have renamed, added and taken away images."""
        dataset = self._dataset
        if dataset is None:
            return
        if changes.renamed:
            self.flush()  # what waits belongs to the old names
        for entry in changes.renamed:
            old = dataset.entries[entry.id].image
            before = os.path.relpath(old, entry.image.parent)
            record = Record(entry.name, Act.RENAMED.value, before, entry.name, Subject.NAME)
            self._add(entry.id, record)
        for entry in (*changes.added, *changes.returned):
            record = Record(entry.name, Act.ADDED.value, entry.text, entry.text, Subject.IMAGE)
            self._add(entry.id, record)
        for number in changes.removed:
            gone = dataset.entries[number]
            record = Record(gone.name, Act.GONE.value, gone.text, gone.text, Subject.IMAGE)
            self._add(number, record)
        self._start()

    def drafts_taken(self, entries: Iterable[int]) -> None:
        """Drafts of an earlier session are on screen now: they go once that is saved."""
        self._drafted |= set(entries)

    def saved(self, entries: Iterable[int]) -> None:
        """These captions are on disk: their drafts have done their work."""
        dataset = self._dataset
        if dataset is None:
            return
        clean = {number for number in entries if not dataset.entries[number].unsaved}
        self._dirty -= clean
        done = [dataset.entries[number] for number in clean & self._drafted]
        self._drafted -= clean
        if done:
            self._run(partial(_drop_all, [(entry.image.parent, entry.name) for entry in done]))

    def flush(self) -> None:
        """Write records and drafts now."""
        dataset = self._dataset
        if dataset is None:
            return
        self._tick.stop()
        by_folder: dict[Path, list[Record]] = {}
        for number, record in self._records.values():
            folder = dataset.entries[number].image.parent
            by_folder.setdefault(folder, []).append(record)
        self._records.clear()
        self._typing.clear()
        for folder, records in by_folder.items():
            self._run(partial(append, folder, records))
        drafts = [
            _Draft(entry.image.parent, entry.name, entry.text or "", _base(entry))
            for number in sorted(self._dirty)
            for entry in (dataset.entries[number],)
            if entry.unsaved
        ]
        self._drafted |= {number for number in self._dirty if dataset.entries[number].unsaved}
        self._dirty.clear()
        if drafts:
            self._run(partial(_keep_all, drafts))

    def _add(self, entry: int, record: Record) -> None:
        self._records[self._number] = (entry, record)
        self._number += 1

    def _start(self) -> None:
        if not self._tick.isActive():
            self._tick.start()  # not again with every key: a second is a second

    def _run(self, job: "partial[None]") -> None:
        self._background.in_thread(Lane.SAVES, job, then=lambda _: None, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        if self._told:
            return
        self._told = True
        reason: Message | str = error.title if isinstance(error, ProofError) else str(error)
        self.failed.emit(msg("History and drafts cannot be kept: {reason}", reason=reason))


def _keep_all(drafts: list[_Draft]) -> None:
    for draft in drafts:
        keep_draft(draft.folder, draft.name, draft.text, draft.base_digest)


def _drop_all(drafts: list[tuple[Path, str]]) -> None:
    for folder, name in drafts:
        drop_draft(folder, name)


def _base(entry: Entry) -> str | None:
    return entry.caption.stamp.digest if entry.caption.stamp is not None else None


def _act(before: EntryNotes, after: EntryNotes) -> Act:
    if before.marks != after.marks:
        return Act.MARK
    if before.dismissals != after.dismissals:
        return Act.DISMISSAL
    return Act.CROP if before.crop != after.crop else Act.VERDICT
