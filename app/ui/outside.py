"""The world outside: other programs' changes, hinted at by a watcher and proved by a rescan."""

from functools import partial

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.dataset.entry import Dataset
from app.dataset.outside import Changes
from app.dataset.scan import rescan
from app.errors import ProofError
from app.messages import Message, msg
from app.ui.background import Background, Lane
from app.ui.following import still_true
from app.ui.session import Session

DEBOUNCE_MS = 200
OWN_MS = 1_000
"""For so long after a save of ours a hint may be the echo of it."""
STAYED_MS = 100
"""So long an entry is shown before its caption is watched, which asks the disk."""
ECHO_MS = 3_000
"""Such a hint is looked into when typing pauses: a look at 100,000 files is felt at the keys."""


class Outside(QObject):
    """Watches the image folders and the caption on the light table; looks again when told to."""

    lost = Signal(object)
    """Message: the folder is not there any more."""
    looked = Signal()
    """The dataset was compared with the disk, and is there."""

    def __init__(
        self, session: Session, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._watcher = QFileSystemWatcher(self)
        self._watched: int | None = None
        self._looking = False
        self._again = False
        self.paused = False
        """The folder is not there: there is nothing to look at."""
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._timer.timeout.connect(self.look)
        self._own = QTimer(self, singleShot=True, interval=OWN_MS)
        self._watching = QTimer(self, singleShot=True, interval=STAYED_MS)
        self._watching.timeout.connect(self._watch_it)
        session.saving.changed.connect(lambda _: self._own.start())
        self._watcher.directoryChanged.connect(self._hinted)
        self._watcher.fileChanged.connect(self._hinted)
        session.opened.connect(self.watch)
        session.closed.connect(self._unwatch)

    def watch(self) -> None:
        """Watch the folders of the dataset, wherever they are now."""
        self._unwatch()
        dataset = self._session.dataset
        if dataset is not None:
            folders = {str(concept.folder) for concept in dataset.concepts}
            self._watcher.addPaths(sorted({str(dataset.root), *folders}))

    def _unwatch(self) -> None:
        self._timer.stop()
        self._own.stop()
        self._watching.stop()
        self._watched = None
        known = [*self._watcher.directories(), *self._watcher.files()]
        if known:
            self._watcher.removePaths(known)

    def watch_caption(self, entry: int | None) -> None:
        """Watch the one caption that is open: a change in place tells the folder nothing.

        In a later turn: a step shows the entry first, and who steps on watches none in between.
        Said again after each look, because a file that was replaced is watched no longer.
        """
        self._watched = entry
        self._watching.start()

    def _watch_it(self) -> None:
        if self._watcher.files():
            self._watcher.removePaths(self._watcher.files())
        dataset = self._session.dataset
        if self._watched is not None and dataset is not None:
            # A caption that is not there is not watched: the folder says when it comes.
            self._watcher.addPath(str(dataset.entries[self._watched].caption_file))

    def _hinted(self, _: str) -> None:
        self._timer.start(ECHO_MS if self._own.isActive() else DEBOUNCE_MS)

    def look(self) -> None:
        """Compare the open dataset with the disk, in a thread."""
        dataset = self._session.dataset
        if dataset is None or self.paused:
            return
        if self._looking:
            self._again = True
            return
        self._looking = True
        snapshot = dataset.snapshot()
        self._background.in_thread(
            Lane.BULK,
            partial(rescan, snapshot),
            then=partial(self._seen, dataset, snapshot),
            failed=self._failed,
        )

    def _seen(self, dataset: Dataset, snapshot: Dataset, answer: object) -> None:
        assert isinstance(answer, Changes)
        if self._session.dataset is dataset:
            changes = still_true(answer, snapshot, dataset)
            self._again |= changes != answer
            if changes:
                self._session.follow(changes)
            if not self._again:
                others = (*answer.captions, *answer.renamed, *answer.returned)
                self._session.saving.seen_unchanged(entry.id for entry in others)
            self.watch_caption(self._watched)
            self.looked.emit()
        self._look_again()

    def _look_again(self) -> None:
        self._looking = False
        if self._again:
            self._again = False
            self.look()

    def _failed(self, error: Exception) -> None:
        self._look_again()
        reason: Message = (
            error.title if isinstance(error, ProofError) else msg("{error}", error=str(error))
        )
        self.lost.emit(reason)
