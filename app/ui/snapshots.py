"""Snapshots of the open dataset: taken by hand, and by themselves before many captions change."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.dataset.changes import CaptionEdits, Change, Removal
from app.dataset.entry import Dataset
from app.dataset.snapshots import Snapshot, take_before, take_snapshot, texts_now
from app.errors import ProofError
from app.messages import Message, msg
from app.ui.background import Background, Lane


class Snapshots(QObject):
    """Writes in the bulk lane, so that a snapshot is on disk before the bulk change is."""

    taken = Signal(object)
    """Snapshot that a person wanted."""
    failed = Signal(object)
    """Message: the snapshot could not be kept."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._dataset: Dataset | None = None

    def open(self, dataset: Dataset | None) -> None:
        """Begin with a dataset, or end with None; also None where nothing may be written."""
        self._dataset = dataset

    def before(self, change: Change, title: str) -> None:
        """A step begins: keep what it is going to change, if that is more than one caption."""
        dataset = self._dataset
        if dataset is None:
            return
        if isinstance(change, CaptionEdits):
            entries = dataset.entries
            if len({entries[edit.entry].caption_file for edit in change.edits[:32]}) > 1:
                self.before_act(title)
        elif isinstance(change, Removal) and change.out:
            self.before_act(title)

    def before_act(self, title: str) -> None:
        """Files are going to change: keep the captions as they are."""
        if self._dataset is not None:
            job = partial(_keep_before, self._dataset.snapshot(), title)
            self._background.in_thread(Lane.BULK, job, then=lambda _: None, failed=self._failed)

    def take(self, title: str) -> None:
        """A person wants the captions kept under a name."""
        if self._dataset is not None:
            job = partial(_keep, self._dataset.snapshot(), title)
            self._background.in_thread(Lane.BULK, job, then=self.taken.emit, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        reason: Message | str = str(error)
        if isinstance(error, ProofError):
            reason = error.detail if error.detail.template else error.title
        self.failed.emit(msg("The snapshot was not kept: {reason}", reason=reason))


def _keep(dataset: Dataset, title: str) -> Snapshot:
    return take_snapshot(dataset.root, title, texts_now(dataset), by_hand=True)


def _keep_before(dataset: Dataset, title: str) -> Snapshot | None:
    return take_before(dataset.root, title, texts_now(dataset))
