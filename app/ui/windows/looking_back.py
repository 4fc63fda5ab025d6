"""Snapshots in the window: taken, listed, compared in a thread, and brought back as one step."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.dataset.entry import Cause, Dataset
from app.dataset.snapshots import Difference, Snapshot, compare_states, snapshots
from app.errors import ProofError
from app.messages import msg
from app.ui.background import Background, Lane
from app.ui.session import Session
from app.ui.text import tr
from app.ui.windows.snapshots_dialog import NameDialog, SnapshotsDialog

MOST_COUNTED = 40
"""Of so many snapshots, the newest ones, the list says how much differs."""


class LookingBack(QObject):
    """Looking changes nothing in the folder; what is brought back goes through the session."""

    said = Signal(object)
    """Message."""
    problem = Signal(object)
    """ProofError."""

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._window = window
        self.dialog: SnapshotsDialog | None = None
        self.name_dialog: NameDialog | None = None
        session.snapshots.taken.connect(self._tell_taken)

    def take(self) -> None:
        """Ask for a name, and keep all captions under it."""
        reason = self._session.saving.read_only
        if reason is not None:
            self.said.emit(reason)
            return
        dialog = NameDialog(self._proposal(), self._window)
        dialog.accepted.connect(lambda: self._session.snapshots.take(dialog.name.text().strip()))
        dialog.finished.connect(self._name_closed)
        self.name_dialog = dialog
        dialog.open()

    def show(self) -> None:
        """Read what was kept, then show it."""
        dataset = self._session.dataset
        if dataset is not None:
            self._background.in_thread(
                Lane.BULK,
                partial(snapshots, dataset.root),
                then=partial(self._show, dataset),
                failed=self._failed,
            )

    def _show(self, dataset: Dataset, answer: object) -> None:
        if self._session.dataset is not dataset or self.dialog is not None:
            return
        assert isinstance(answer, tuple)
        dialog = SnapshotsDialog(answer, self._window)
        dialog.comparison_wanted.connect(self._compare)
        dialog.texts_wanted.connect(self._bring_back)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        self._compare(dialog.chosen, None)
        for snapshot in reversed(answer[-MOST_COUNTED:]):
            self._ask(snapshot, None, partial(self._counted, dialog, snapshot))
        dialog.open()

    def _compare(self, one: Snapshot | None, other: Snapshot | None) -> None:
        dialog = self.dialog
        if dialog is not None and one is not None:
            self._ask(one, other, partial(self._compared, dialog, one, other))

    def _ask(self, one: Snapshot, other: Snapshot | None, then: "partial[None]") -> None:
        dataset = self._session.dataset
        if dataset is not None:
            job = partial(compare_states, one, other, dataset.snapshot())
            self._background.in_thread(Lane.BULK, job, then=then, failed=self._failed)

    def _compared(
        self, dialog: SnapshotsDialog, one: Snapshot, other: Snapshot | None, answer: object
    ) -> None:
        if self.dialog is dialog and dialog.chosen is one and dialog.other.value is other:
            dialog.show_differences(_differences(answer))

    def _counted(self, dialog: SnapshotsDialog, snapshot: Snapshot, answer: object) -> None:
        if self.dialog is dialog:
            dialog.show_count(snapshot, len(_differences(answer)))

    def _bring_back(self, texts: dict[int, str], title: str) -> None:
        words = tr("captions of “{title}”", title=title)
        self._session.edit_many(texts, Cause.RESTORE, words)
        dialog = self.dialog
        if dialog is not None and dialog.chosen is not None:
            self._ask(dialog.chosen, None, partial(self._counted, dialog, dialog.chosen))
            dialog.compare()

    def _closed(self, _: int) -> None:
        self.dialog = None

    def _name_closed(self, _: int) -> None:
        self.name_dialog = None

    def _tell_taken(self, snapshot: Snapshot) -> None:
        self.said.emit(
            msg(
                "Kept as “{title}”: {count} captions.",
                title=snapshot.title,
                count=snapshot.captions,
            )
        )

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, ProofError):
            error = ProofError(msg("{error}", error=str(error)))
        self.problem.emit(error)

    def _proposal(self) -> str:
        """Between the passes the name is clear."""
        dataset = self._session.dataset
        if dataset is None:
            return ""
        first = second = False
        for number in dataset.present():
            notes = dataset.notes_of(number)
            first |= notes.first is not None
            second |= notes.second is not None
        return tr("before pass 2") if first and not second else ""


def _differences(answer: object) -> tuple[Difference, ...]:
    assert isinstance(answer, tuple)
    return answer
