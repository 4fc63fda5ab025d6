"""Reading all captions with the linter's eyes in a worker process, visible ones first."""

import logging
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.dataset.entry import Dataset
from app.lint.reading import read_entries
from app.lint.vocabulary import Vocabulary
from app.messages import Message
from app.ui.background import Background
from app.workers import Shared

log = logging.getLogger(__name__)

CHUNK = 50
"""Captions for one task: small enough that the GUI thread takes the answer in at once."""


class BulkReading(QObject):
    """Cuts the dataset into chunks and hands each one's readings on as they arrive."""

    read = Signal(object)
    """tuple of Reading."""
    unread = Signal(object)
    """list of entry ids that no worker could read (it was killed, or could not be started)."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._chunk_of: dict[int, int] = {}

    def start(self, entries: list[int], dataset: Dataset, vocabulary: Vocabulary) -> None:
        """Read these entries; earlier work has been forgotten."""
        self._chunk_of.clear()
        shared = Shared(vocabulary)
        for number, start in enumerate(range(0, len(entries), CHUNK)):
            ids = entries[start : start + CHUNK]
            self._chunk_of.update(dict.fromkeys(ids, number))
            self._background.in_process(
                ("read", number),
                read_entries,
                tuple(dataset.entries[entry] for entry in ids),
                shared,
                then=self.read.emit,
                failed=partial(self._failed, ids),
                seconds=60,
            )

    def prefer(self, entries: Iterable[int]) -> None:
        """Read the chunks of these entries first."""
        chunks = dict.fromkeys(self._chunk_of[e] for e in entries if e in self._chunk_of)
        self._background.prefer(("read", chunk) for chunk in chunks)

    def _failed(self, entries: list[int], reason: Message) -> None:
        log.warning("captions are read in the window's own process: %s", reason)
        self.unread.emit(entries)

    def stop(self) -> None:
        """Nothing is being read any more."""
        self._chunk_of.clear()
