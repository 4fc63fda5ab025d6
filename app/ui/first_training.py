"""The folder of the first training: read in a thread, its pictures measured in processes."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.export.old_training import OldTraining, read_old
from app.images.evidence import Evidence
from app.images.reader import examine
from app.messages import Message, msg
from app.paths import cache_folder
from app.ui.background import Background, Lane
from app.ui.session import Session

THUMBNAIL_SIDE = 208
"""As the window asks for it, so that both share one cache."""


class FirstTraining(QObject):
    """Follows one folder at a time; what is known of it is `found`."""

    changed = Signal()
    """All of it has been read and measured, or it was given up."""

    def __init__(
        self, session: Session, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._folder = ""
        self._round = 0
        self._waiting: set[int] = set()
        self.found: OldTraining | None = None

    @property
    def busy(self) -> bool:
        """It is being read, or pictures of it are being measured."""
        return bool(self._folder) and (self.found is None or bool(self._waiting))

    @property
    def progress(self) -> tuple[int, int]:
        """Pictures measured, of how many."""
        total = 0
        if self.found is not None and self.found.dataset is not None:
            total = len(self.found.dataset.present())
        return total - len(self._waiting), total

    def follow(self, folder: str) -> None:
        """Read this folder, unless it is the one that is known; "" forgets it."""
        if folder == self._folder:
            return
        self._round += 1
        self._folder, self.found = folder, None
        self._waiting.clear()
        dataset = self._session.dataset
        if not folder or dataset is None:
            return
        self._background.in_thread(
            Lane.BULK,
            partial(read_old, folder, dataset.root),
            then=partial(self._read, self._round),
            failed=partial(self._not_read, self._round),
        )

    def close(self) -> None:
        """Nobody listens any more."""
        self._round += 1

    def _read(self, number: int, answer: object) -> None:
        if number != self._round:
            return
        assert isinstance(answer, OldTraining)
        self.found = answer
        if answer.dataset is not None:
            self._waiting = set(answer.dataset.present())
            for entry in sorted(self._waiting):
                self._background.in_process(
                    ("first training", self._round, entry),
                    examine,
                    answer.dataset.entries[entry].image,
                    THUMBNAIL_SIDE,
                    cache_folder(),
                    then=partial(self._measured, number, entry),
                    failed=partial(self._failed, number, entry),
                )
        if not self._waiting:
            self.changed.emit()

    def _not_read(self, number: int, error: Exception) -> None:
        if number == self._round:
            reason = msg("It cannot be read: {reason}", reason=str(error))
            self.found = OldTraining(self._folder, None, (), reason)
            self.changed.emit()

    def _measured(self, number: int, entry: int, value: object) -> None:
        if isinstance(value, Evidence):
            self._keep(number, entry, value)

    def _failed(self, number: int, entry: int, reason: Message) -> None:
        self._keep(number, entry, Evidence(failure=reason))

    def _keep(self, number: int, entry: int, evidence: Evidence) -> None:
        if number != self._round or self.found is None or self.found.dataset is None:
            return
        self.found.dataset.evidence[entry] = evidence
        self._waiting.discard(entry)
        if not self._waiting:
            self.changed.emit()
