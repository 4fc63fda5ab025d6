"""Reading all captions with the linter's eyes in a worker process, visible ones first."""

import logging
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.dataset.entry import Dataset
from app.lint.reading import read_captions, unread
from app.lint.vocabulary import Vocabulary
from app.messages import Message
from app.ui.background import Background
from app.workers import Shared

log = logging.getLogger(__name__)

CHUNK = 50
"""Captions for one task: small enough that the GUI thread takes the answer in at once."""
AHEAD = 2
"""Tasks that each worker process has before it."""


class BulkReading(QObject):
    """Cuts the dataset into chunks and hands each one's readings on as they arrive."""

    read = Signal(object)
    """tuple of Reading."""
    unread = Signal(object)
    """list of entry ids that no worker could read (it was killed, or could not be started)."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._dataset: Dataset | None = None
        self._vocabulary: Shared | None = None
        self._chunks: dict[int, list[int]] = {}
        """Not begun, by the number of their first entry."""
        self._chunk_of: dict[int, int] = {}
        self._under_way = 0

    @property
    def busy(self) -> bool:
        """Something waits for a task."""
        return bool(self._chunks)

    def start(self, entries: list[int], dataset: Dataset, vocabulary: Vocabulary) -> None:
        """Read these entries; earlier work has been forgotten."""
        self.stop()
        self._dataset = dataset
        self._vocabulary = Shared(vocabulary)
        for start in range(0, len(entries), CHUNK):
            chunk = entries[start : start + CHUNK]
            self._chunks[chunk[0]] = chunk
            self._chunk_of.update(dict.fromkeys(chunk, chunk[0]))
        self._feed()

    def prefer(self, entries: Iterable[int]) -> None:
        """Read the chunks of these entries at once."""
        for first in dict.fromkeys(self._chunk_of[e] for e in entries if e in self._chunk_of):
            if first in self._chunks:
                self._begin(first, at_once=True)

    def _feed(self) -> None:
        while self._chunks and self._under_way < AHEAD * self._background.processes:
            self._begin(next(iter(self._chunks)))

    def _begin(self, first: int, *, at_once: bool = False) -> None:
        assert self._dataset is not None
        ids = self._chunks.pop(first)
        self._under_way += 1
        self._background.in_process(
            ("read", first),
            read_captions,
            tuple(unread(self._dataset.entries[entry]) for entry in ids),
            self._vocabulary,
            then=self._read,
            failed=partial(self._failed, ids),
            seconds=60,
            first=at_once,
        )

    def _read(self, readings: object) -> None:
        self._under_way -= 1
        self._feed()
        self.read.emit(readings)

    def _failed(self, entries: list[int], reason: Message) -> None:
        self._under_way -= 1
        self._feed()
        log.warning("captions are read in the window's own process: %s", reason)
        self.unread.emit(entries)

    def stop(self) -> None:
        """Nothing is being read any more."""
        self._chunks.clear()
        self._chunk_of.clear()
        self._under_way = 0
        self._dataset = None
