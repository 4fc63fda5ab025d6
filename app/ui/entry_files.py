"""Moving entries out of the dataset and back: the files follow what the person sees."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.dataset.entry import Dataset
from app.dataset.removal import Removed, put_back, remove
from app.errors import ProofError
from app.messages import Message, msg
from app.ui.background import Background, Lane


class EntryFiles(QObject):
    """Runs removals in the saves lane, in order, and says which did not work."""

    failed = Signal(int, bool, object)
    """Entry id, whether it was to go out, Message."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._removed: dict[int, Removed] = {}
        self.to_system_trash = False
        """Take files to the desktop's trash instead of the folder's own store."""

    def forget(self) -> None:
        """Another dataset opens: what was removed stays in its folder's own store."""
        self._removed.clear()

    def take_out(self, dataset: Dataset, number: int) -> None:
        """Move image and caption to the store."""
        entry = dataset.entries[number]
        concept, notes = dataset.concept(entry.concept), dataset.notes_of(number)
        job = partial(remove, entry, concept, notes, to_system_trash=self.to_system_trash)
        self._background.in_thread(
            Lane.SAVES,
            job,
            then=partial(self._is_out, number),
            failed=partial(self._failed, number, True),  # noqa: FBT003 - the signal's own field
        )

    def put_back(self, number: int) -> None:
        """Move them where they were; the jobs of the lane keep their order."""
        self._background.in_thread(
            Lane.SAVES,
            lambda: put_back(self._removed[number]),
            then=lambda _: None,
            failed=partial(self._failed, number, False),  # noqa: FBT003 - the signal's own field
        )

    def _is_out(self, number: int, removed: object) -> None:
        assert isinstance(removed, Removed)
        self._removed[number] = removed

    def _failed(self, number: int, out: bool, error: Exception) -> None:
        message: Message = msg("{error}", error=str(error))
        if isinstance(error, ProofError):
            message = error.title
        self.failed.emit(number, out, message)
