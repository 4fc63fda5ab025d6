"""Keeping what is not a caption: notes, choices and the journal, written after a short pause."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.dataset.choices_file import save_choices
from app.dataset.entry import Dataset
from app.dataset.marks import EntryNotes
from app.dataset.notes import save_notes
from app.errors import ProofError
from app.messages import Message, msg
from app.ui.background import Background, Lane

PAUSE_MS = 700
RETRY_MS = 10_000
"""Time until notes or choices that could not be written are tried again."""


class Keeping(QObject):
    """Writes `.proofsheet/notes.toml` and `.proofsheet/dataset.toml` in the saves lane."""

    failed = Signal(object)
    """Message: notes or choices are not on disk, and why."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._dataset: Dataset | None = None
        self._concepts: set[str] = set()
        self._choices = False
        self.problem: Message | None = None
        """Why the last try did not work."""
        self.read_only = False
        self.paused = False
        """The folder is not there: what waits goes on waiting."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.flush)

    def open(self, dataset: Dataset | None) -> None:
        """Begin with a dataset, or end with None; what waits has been flushed before."""
        self._pause.stop()
        self._retry.stop()
        self._dataset = dataset
        self._concepts.clear()
        self._choices = False
        self.problem = None

    @property
    def waiting(self) -> bool:
        """Something is not on disk yet."""
        return bool(self._concepts) or self._choices

    def notes_changed(self, entries: Iterable[int]) -> None:
        """Marks, verdicts or dismissals of these entries changed."""
        assert self._dataset is not None
        self._concepts |= {self._dataset.entries[number].concept for number in entries}
        self._pause.start()

    def choices_changed(self) -> None:
        """The choices for the dataset changed."""
        self._choices = True
        self._pause.start()

    def flush(self) -> None:
        """Write what waits, now."""
        dataset = self._dataset
        if dataset is None or self.read_only:
            return
        if self.paused:
            self._retry.start()
            return
        self._pause.stop()
        self._retry.stop()
        folders = {concept.name: concept.folder for concept in dataset.concepts}
        concepts, choices = self._concepts, self._choices
        self._concepts, self._choices = set(), False
        for name in sorted(concepts):
            if name in folders:  # a folder that is gone is not made again for its notes
                notes = notes_by_name(dataset, name)
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


def notes_by_name(dataset: Dataset, concept: str) -> Mapping[str, EntryNotes]:
    """What the person noted in one concept, by image name; a note that was emptied is named too."""
    return {
        dataset.entries[number].name: notes
        for number, notes in dataset.notes.items()
        if dataset.entries[number].concept == concept
    }
