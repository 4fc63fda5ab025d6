"""After many captions changed together: their differences, and one act that approves them again."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.dataset.marks import EntryNotes
from app.messages import msg
from app.review.passes import PassState, approve_again
from app.ui.gathering import Gathering
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.widgets.change_list import ChangeList
from app.ui.windows.dialogs import ChangesDialog
from app.ui.windows.review_round import ReviewRound


class ReapprovalDialog(ChangesDialog):
    """Every entry whose approval lapsed, with what changed; the person leaves ticked what holds."""

    def __init__(self, session: Session, renewed: dict[int, EntryNotes], parent: QWidget) -> None:
        self._renewed = renewed
        changes = {n: (_approved_text(session, n), _text(session, n)) for n in renewed}
        super().__init__(
            tr("Approve changed captions again"),
            trn("%n captions changed since they were approved", len(renewed)),
            tr("Approve these"),
            ChangeList(changes, session.name),
            parent,
        )
        session.closed.connect(self.reject)

    def chosen(self) -> dict[int, EntryNotes]:
        """The notes of those that were left ticked."""
        return {number: self._renewed[number] for number in self.list.chosen()}


class Reapproval(QObject):
    """Says when approvals lapse together, and offers them again when it is asked."""

    def __init__(self, session: Session, review: ReviewRound, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._round = review
        self._window = window
        review.lapsed_together.connect(self._tell)
        self.gathering = Gathering(session, self._renewed, self)
        self.gathering.gathered.connect(self._show)

    def _tell(self, count: int) -> None:
        self._session.told.emit(
            msg(
                "{count} approvals lapsed with this change. Dataset > Approve changed captions "
                "again shows the differences.",
                count=count,
            )
        )

    def ask(self) -> None:
        """Look for them, and show their differences."""
        self.gathering.begin()

    def _renewed(self, number: int) -> EntryNotes | None:
        """The notes as they would be; only where the picture is known to the byte."""
        dataset = self._session.dataset
        assert dataset is not None
        digest = dataset.evidence_of(number).digest
        if PassState.LAPSED not in self._round.both(number) or digest is None:
            return None
        notes = dataset.notes_of(number)
        after = approve_again(notes, dataset.entries[number].text, digest)
        return after if after != notes else None

    def _show(self, renewed: dict[int, EntryNotes]) -> None:
        """Approve what is left ticked, as one step of undo."""
        if QApplication.activeModalWidget() is not None:
            return  # the person went on to something else
        if not renewed:
            self._session.told.emit(msg("No approval has lapsed."))
            return
        dialog = ReapprovalDialog(self._session, renewed, self._window)
        if dialog.exec():
            self._session.note_many(dialog.chosen(), tr("approval of changed captions"))


def _text(session: Session, number: int) -> str:
    return session.entry(number).text or ""


def _approved_text(session: Session, number: int) -> str:
    """What was approved last: the second pass, or else the first."""
    assert session.dataset is not None
    notes = session.dataset.notes_of(number)
    verdict = notes.second or notes.first
    return verdict.caption if verdict is not None else ""
