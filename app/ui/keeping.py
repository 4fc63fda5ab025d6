"""Keeping what is not a caption: notes at once in their log, all notes and choices at a pause."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.dataset.choices_file import save_choices
from app.dataset.entry import Dataset
from app.dataset.marks import NO_NOTES, EntryNotes
from app.dataset.notes import append_notes, save_notes
from app.errors import ProofError
from app.messages import Message, msg
from app.ui.background import Background, Lane

SOON_MS = 30
"""What changes together is one line each in one write."""
PAUSE_MS = 700
PAUSE_MANY_MS = 20_000
MANY = 1_000
"""From so many noted entries on, writing all of them again takes long: it waits for a rest."""
RETRY_MS = 10_000
"""Time until notes or choices that could not be written are tried again."""


class Keeping(QObject):
    """Writes `.proofsheet/notes.toml`, its log and `.proofsheet/dataset.toml` in the saves lane."""

    failed = Signal(object)
    """Message: notes or choices are not on disk, and why."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._dataset: Dataset | None = None
        self._concepts: set[str] = set()
        self._fresh: set[int] = set()
        """Entries whose notes are not even in the log."""
        self._elsewhere: set[int] = set()
        """Entries that were taken out: their notes lie beside them."""
        self._choices = False
        self.problem: Message | None = None
        """Why the last try did not work."""
        self.read_only = False
        self.paused = False
        """The folder is not there: what waits goes on waiting."""
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._append)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.flush)

    def open(self, dataset: Dataset | None) -> None:
        """Begin with a dataset, or end with None; what waits has been flushed before."""
        self._soon.stop()
        self._pause.stop()
        self._retry.stop()
        self._dataset = dataset
        self._concepts.clear()
        self._fresh.clear()
        self._elsewhere.clear()
        self._choices = False
        self.problem = None

    @property
    def waiting(self) -> bool:
        """Something is not where it is read by others, or not on disk at all."""
        return bool(self._concepts) or self._choices

    def notes_changed(self, entries: Iterable[int]) -> None:
        """Marks, verdicts or dismissals of these entries changed."""
        dataset = self._dataset
        assert dataset is not None
        which = set(entries)
        self._concepts |= {dataset.entries[number].concept for number in which}
        self._fresh |= which
        if not self._soon.isActive():  # whoever goes on without a rest is not kept waiting
            self._soon.start()
        self._pause.start(PAUSE_MANY_MS if len(dataset.notes) > MANY else PAUSE_MS)

    def let_go(self, entry: int) -> None:
        """The entry leaves the dataset, and takes its notes with it."""
        self._elsewhere.add(entry)
        self._fresh.discard(entry)

    def has_back(self, entry: int) -> None:
        """It comes back, or did not leave after all."""
        self._elsewhere.discard(entry)
        if self._dataset is not None and entry in self._dataset.notes:
            self.notes_changed((entry,))

    def choices_changed(self) -> None:
        """The choices for the dataset changed."""
        self._choices = True
        self._pause.start(PAUSE_MS)

    def _append(self) -> None:
        """Put what was noted a moment ago into the log: a killed program loses none of it."""
        dataset, fresh = self._dataset, self._fresh
        if dataset is None or self.read_only or self.paused:
            return
        self._fresh = set()
        for concept in dataset.concepts:
            notes = {
                dataset.entries[number].name: _identified(dataset, number)
                for number in sorted(fresh)
                if dataset.entries[number].concept == concept.name
            }
            if notes:
                self._background.in_thread(
                    Lane.SAVES,
                    partial(append_notes, concept.folder, notes, dataset.ground),
                    then=lambda _: None,  # the whole file may still be a problem
                    failed=partial(self._failed, dataset, frozenset((concept.name,))),
                )

    def flush(self) -> None:
        """Write what waits, now."""
        dataset = self._dataset
        if dataset is None or self.read_only:
            return
        if self.paused:
            self._retry.start()
            return
        self._soon.stop()
        self._pause.stop()
        self._retry.stop()
        self._fresh.clear()
        folders = {concept.name: concept.folder for concept in dataset.concepts}
        concepts, choices = self._concepts, self._choices
        self._concepts, self._choices = set(), False
        for name in sorted(concepts):
            if name in folders:  # a folder that is gone is not made again for its notes
                notes = notes_by_name(dataset, name, self._elsewhere)
                job = partial(save_notes, folders[name], notes, dataset.ground)
                self._write(dataset, job, frozenset((name,)))
        if choices:
            job = partial(save_choices, dataset.root, dataset.choices, dataset.ground)
            self._write(dataset, job, frozenset())

    def _write(self, dataset: Dataset, job: "partial[Path]", concepts: frozenset[str]) -> None:
        """Write the notes of these concepts, or the choices where there are none."""
        self._background.in_thread(
            Lane.SAVES,
            job,
            then=self._written,
            failed=partial(self._failed, dataset, concepts),
        )

    def _written(self, _: object) -> None:
        self.problem = None

    def _failed(self, dataset: Dataset, concepts: frozenset[str], error: Exception) -> None:
        if self._dataset is not dataset:
            return
        self._concepts |= concepts
        self._choices |= not concepts
        self._retry.start()
        reason: Message | str = error.title if isinstance(error, ProofError) else str(error)
        told, self.problem = self.problem, msg("{reason}", reason=reason)
        if told is None:
            self.failed.emit(msg("Marks and choices are not saved: {reason}", reason=reason))


def notes_by_name(
    dataset: Dataset, concept: str, elsewhere: Set[int] = frozenset()
) -> Mapping[str, EntryNotes]:
    """What the person noted in one concept, by image name, but for the entries whose notes lie
    elsewhere; a note that was emptied is named too.
    """
    return {
        dataset.entries[number].name: _identified(dataset, number)
        for number in dataset.notes
        if dataset.entries[number].concept == concept and number not in elsewhere
    }


def _identified(dataset: Dataset, number: int) -> EntryNotes:
    """The notes with what is known of the picture's bytes, so that no writer reads them again."""
    notes, digest = dataset.notes_of(number), dataset.evidence_of(number).digest
    return replace(notes, image_digest=digest) if digest and notes != NO_NOTES else notes
