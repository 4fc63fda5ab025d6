"""Moving entries out of the dataset and back: the files follow what the person sees."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.dataset.entry import Dataset
from app.dataset.marks import NO_NOTES
from app.dataset.notes import append_notes
from app.dataset.removal import Removed, put_back, remove
from app.durable import check_ground
from app.errors import ProofError
from app.messages import Message, msg
from app.ui.background import Background, Lane
from app.ui.keeping import Keeping


class EntryFiles(QObject):
    """Runs removals in the saves lane, in order, and says which did not work."""

    failed = Signal(int, bool, object)
    """Entry id, whether it was to go out, Message."""

    def __init__(
        self, background: Background, keeping: Keeping, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._keeping = keeping
        self._removed: dict[int, Removed] = {}
        """Touched in the saves lane only: a way back may be asked for before the way out ends."""
        self.to_system_trash = False
        """Take files to the desktop's trash instead of the folder's own store."""

    def forget(self) -> None:
        """Another dataset opens: what was removed stays in its folder's own store."""
        self._removed = {}

    def take_out(self, dataset: Dataset, number: int) -> None:
        """Move image, caption and marks to the store. The trash keeps no marks: there they stay."""
        entry = dataset.entries[number]
        concept, notes = dataset.concept(entry.concept), dataset.notes_of(number)
        removed, trash = self._removed, self.to_system_trash

        def take() -> None:
            if dataset.ground is not None:
                check_ground(dataset.root, dataset.ground)
            removed[number] = remove(entry, concept, notes, to_system_trash=trash)
            if notes != NO_NOTES and not trash:
                with suppress(ProofError):  # else they lie in both places
                    append_notes(concept.folder, {entry.name: NO_NOTES}, dataset.ground)

        if not trash:
            self._keeping.let_go(number)
        self._run(take, number, out=True)

    def put_back(self, number: int) -> None:
        """Move them where they were; the jobs of the lane keep their order."""
        removed = self._removed
        self._keeping.has_back(number)

        def back() -> None:
            if number in removed:  # else it never left
                put_back(removed[number])
                del removed[number]

        self._run(back, number, out=False)

    def _run(self, job: Callable[[], None], number: int, *, out: bool) -> None:
        failed = partial(self._failed, self._removed, number, out)
        self._background.in_thread(Lane.SAVES, job, then=lambda _: None, failed=failed)

    def _failed(
        self, removed: dict[int, Removed], number: int, out: bool, error: Exception
    ) -> None:
        if removed is not self._removed:
            return  # another dataset is open
        if out:
            self._keeping.has_back(number)
        message: Message = msg("{error}", error=str(error))
        if isinstance(error, ProofError):
            message = error.title
        self.failed.emit(number, out, message)
