"""After many captions changed together: their differences, and one act that approves them again."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from app.dataset.marks import EntryNotes
from app.messages import msg
from app.review.passes import PassState, approve_again
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.widgets.caption_layout import SHEET_TYPE
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.marked_text import ChangeView, shown_change
from app.ui.windows.dialogs import Dialog
from app.ui.windows.review_round import ReviewRound

MOST_SHOWN = 500
"""Differences on one page: nobody reads more at once, and the others wait for the next time."""


class ReapprovalDialog(Dialog):
    """Every entry whose approval lapsed, with what changed; the person leaves ticked what holds."""

    def __init__(self, session: Session, renewed: dict[int, EntryNotes], parent: QWidget) -> None:
        super().__init__(tr("Approve changed captions again"), parent, width=760)
        self.resize(760, 560)
        self._renewed = renewed
        self.column.addWidget(
            Label(Type.HEADING, trn("%n captions changed since they were approved", len(renewed)))
        )
        inner = QWidget(self)
        rows = QVBoxLayout(inner)
        rows.setSpacing(8)
        self.boxes: dict[int, QCheckBox] = {}
        for number in renewed:
            box = QCheckBox(session.name(number), inner)
            box.setChecked(True)
            self.boxes[number] = box
            rows.addWidget(box)
            view = ChangeView(SHEET_TYPE, inner)
            view.show_change(shown_change(_approved_text(session, number), _text(session, number)))
            rows.addWidget(view)
        rows.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(Label(Type.QUIET, tr("One step. Ctrl+Z takes it back."), self))
        cancel = KeyedButton(tr("Cancel"), "Esc", self)
        again = KeyedButton(tr("Approve these"), "Ctrl+Return", self, filled=True)
        again.setShortcut("Ctrl+Return")
        cancel.clicked.connect(self.reject)
        again.clicked.connect(self.accept)
        self.add_buttons(cancel, again)

    def chosen(self) -> dict[int, EntryNotes]:
        """The notes of those that were left ticked."""
        return {n: notes for n, notes in self._renewed.items() if self.boxes[n].isChecked()}


class Reapproval(QObject):
    """Says when approvals lapse together, and offers them again when it is asked."""

    def __init__(self, session: Session, review: ReviewRound, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._round = review
        self._window = window
        review.lapsed_together.connect(self._tell)

    def _tell(self, count: int) -> None:
        self._session.notice.emit(
            msg(
                "{count} approvals lapsed with this change. Dataset > Approve changed captions "
                "again shows the differences.",
                count=count,
            )
        )

    def ask(self) -> None:
        """Show the differences, and approve what is left ticked, as one step of undo."""
        renewed = self.renewable()
        if not renewed:
            self._session.notice.emit(msg("No approval has lapsed."))
            return
        dialog = ReapprovalDialog(self._session, renewed, self._window)
        if dialog.exec():
            self._session.note_many(dialog.chosen(), tr("approval of changed captions"))

    def renewable(self) -> dict[int, EntryNotes]:
        """The notes as they would be, by entry; only where the picture is known to the byte."""
        dataset = self._session.dataset
        renewed: dict[int, EntryNotes] = {}
        for number in dataset.present() if dataset is not None else ():
            assert dataset is not None
            digest = dataset.evidence_of(number).digest
            if PassState.LAPSED not in self._round.both(number) or digest is None:
                continue
            notes = dataset.notes_of(number)
            after = approve_again(notes, dataset.entries[number].text, digest)
            if after != notes and len(renewed) < MOST_SHOWN:
                renewed[number] = after
        return renewed


def _text(session: Session, number: int) -> str:
    return session.entry(number).text or ""


def _approved_text(session: Session, number: int) -> str:
    """What was approved last: the second pass, or else the first."""
    assert session.dataset is not None
    notes = session.dataset.notes_of(number)
    verdict = notes.second or notes.first
    return verdict.caption if verdict is not None else ""
