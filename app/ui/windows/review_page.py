"""Review: one entry at a time, as large as the window allows, by keys alone."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.dataset.entry import Cause
from app.lint.fixes import apply_fix
from app.lint.rule import Finding
from app.review.likeness import differing
from app.review.passes import progress, reviewed_twice
from app.ui.aspects import Aspect, Changed
from app.ui.finding_text import rule_title
from app.ui.models.roles import VerdictState
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.neighbours import SIDE, NeighbourRow, Neighbours
from app.ui.widgets.review_bars import ReviewBottom, ReviewTop
from app.ui.widgets.review_finish import ReviewFinish
from app.ui.widgets.review_pictures import ReviewPictures
from app.ui.widgets.review_text import ReviewText
from app.ui.windows.review_round import ReviewRound

LOOK_AHEAD = 2
_OF_NEIGHBOURS = {Aspect.TEXT, Aspect.NOTES, Aspect.THUMBNAIL, Aspect.EVIDENCE}
_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class ReviewPage(QWidget):
    """Shows what the round looks at, and turns keys into what the session does."""

    leave_wanted = Signal()
    dismissal_wanted = Signal(object)
    """Finding: the window asks for the reason."""
    order_wanted = Signal()
    """The other order for pass 2."""
    phrase_wanted = Signal()
    """One phrase against all pictures."""

    def __init__(
        self, session: Session, review: ReviewRound, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._round = review
        self._shown: int | None = None
        self._shown_pass = 0
        self._beside: int | None = None
        self._near: list[int] = []
        self.top = ReviewTop(self)
        self.neighbours = Neighbours(self)
        self.pictures = ReviewPictures(session, lambda: review.ahead(LOOK_AHEAD), self)
        self.text = ReviewText(session, review.only_here, self)
        self.finish = ReviewFinish(self)
        self.bottom = ReviewBottom(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        # On a wide screen the room is the picture's: nobody reads lines of that length.
        self.neighbours.setMaximumWidth(scaled(440))
        self.text.setMaximumWidth(scaled(680))
        middle.addWidget(self.neighbours, 26)
        middle.addWidget(self.pictures, 42)
        middle.addWidget(self.text, 32)
        middle.addWidget(self.finish, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.bottom)
        self._middle = middle

    def _connect(self) -> None:
        session = self._session
        self._round.moved.connect(self._moved)
        self._round.changed.connect(self._refresh_progress)
        self._round.arranged.connect(self._show_others)
        session.changed.connect(self._changed)
        session.choices_changed.connect(self._choices_changed)
        self.top.leave.clicked.connect(self.leave_wanted)
        self.top.order.clicked.connect(self.order_wanted)
        self.bottom.approve.clicked.connect(self.approve)
        self.bottom.flag.clicked.connect(self.begin_flag)
        self.bottom.edit.clicked.connect(self.begin_edit)
        self.bottom.note_given.connect(self._flag)
        self.bottom.note_left.connect(self._leave_flag)
        self.text.mark_line.marked.connect(self.setFocus)
        self.text.editing_ended.connect(self._editing_ended)
        self.text.findings.fix_wanted.connect(self._fix)
        self.text.findings.dismissal_wanted.connect(self.dismissal_wanted)
        self.finish.second_pass.clicked.connect(partial(self._round.begin, 2))
        self.finish.flagged.clicked.connect(self._round.look_at_flagged)

    # Showing -------------------------------------------------------------------------------

    def _moved(self) -> None:
        if not self.isVisible():
            self._shown = None
            return
        self.show_now()

    def show_now(self) -> None:
        """Show what the round looks at; called when the page is entered."""
        review = self._round
        if review.current is None or self._session.dataset is None:
            self.leave_wanted.emit()
            return
        if (review.current, review.pass_number) != (self._shown, self._shown_pass):
            self.text.end_edit()
        self._shown, self._shown_pass = review.current, review.pass_number
        second = review.pass_number == 2
        going = not review.finished
        self.finish.setVisible(not going)
        self.neighbours.setVisible(going and second)
        self.pictures.setVisible(going)
        self.text.setVisible(going)
        self._middle.setStretch(1, 42 if second else 64)
        self._middle.setStretch(2, 32 if second else 36)
        self._refresh_progress()
        if going:
            near = self._near_entries()
            self.text.show_entry(review.current, review.pass_number, near)
            self._beside = None
            self._show_neighbours()
            self.pictures.show_entry(review.current)
        self._refresh_bottom()

    def _show_others(self) -> None:
        review = self._round
        if self.isVisible() and not review.finished and review.current is not None:
            self.text.show_entry(review.current, review.pass_number, self._near_entries())
            self._show_neighbours()
            if self.bottom.note.isHidden():
                self._refresh_bottom()

    def _near_entries(self) -> list[int]:
        """Those beside the one that is looked at; their small pictures are wanted first."""
        review = self._round
        before, gone = self._near, self._session.dataset.gone if self._session.dataset else set()
        self._near = [n.entry for n in review.near(review.current) if n.entry not in gone]
        if review.current is not None and self._near != before:
            self._session.prefer([review.current, *self._near, *review.ahead(LOOK_AHEAD)])
        return self._near

    def _show_neighbours(self) -> None:
        review, dataset = self._round, self._session.dataset
        if review.pass_number != 2 or dataset is None or review.current is None:
            return
        near = self._near_entries()
        found = [one for one in review.near(review.current) if one.entry in near]
        own = dataset.entries[review.current].text or ""
        group = [own, *(dataset.entries[n.entry].text or "" for n in found)]
        ratio = self.devicePixelRatioF()
        rows = [
            NeighbourRow(
                near,
                dataset.entries[near.entry].name,
                differing(dataset.entries[near.entry].text or "", own, group),
                VERDICT_STATES[review.both(near.entry)[1].value],
                self._session.pictures.thumbnail(near.entry, SIDE, ratio),
            )
            for near in found
        ]
        self.neighbours.show_rows(rows, self._beside)
        # Few of them were ever on the sheet; those that are at hand are not asked for again.
        self._session.prefer(near.entry for near in found)

    def _refresh_progress(self) -> None:
        review = self._round
        if self._session.dataset is not None and self.isVisible():
            order = self._session.dataset.choices.second_order
            current = None if review.finished else review.current
            states = review.states
            self.top.show_pass(review.pass_number, review.order, states, current, order)
            if review.finished:
                first, second = (progress(review.states_in(n).values()) for n in (1, 2))
                twice = sum(reviewed_twice(review.both(n)) for n in review.order)
                self.finish.show_end(review.pass_number, first, second, twice)

    def _refresh_bottom(self) -> None:
        review = self._round
        last = review.last
        said = (self._session.name(last[0]), last[1]) if last is not None else None
        self.text.show_last(said)
        self.bottom.show_state(
            finished=review.finished,
            second=review.pass_number == 2,
            editing=self.text.editing,
            idle=frozenset(
                key
                for key, works in (("Z", last is not None), ("Tab", bool(self._others())))
                if not works
            ),
        )

    def _changed(self, change: Changed) -> None:
        if not self.isVisible() or self._shown is None or self._round.finished:
            return
        if self._shown in change.entries:
            self.text.refresh(change.aspects)
            if Aspect.EVIDENCE in change.aspects:
                self.pictures.measured()
        if change.aspects & _OF_NEIGHBOURS and (
            self._shown in change.entries or change.entries.intersection(self._near)
        ):
            self._show_neighbours()

    def _choices_changed(self) -> None:
        if self.isVisible():
            self._refresh_progress()

    # What the person does ------------------------------------------------------------------

    def approve(self) -> None:
        """Approve and go on; where the pass is finished, begin the next one."""
        if self._round.finished:
            if self._round.pass_number == 1:
                self._round.begin(2)
        elif self._may_judge():
            self._round.approve()

    def begin_flag(self) -> None:
        """Ask for a note, which may stay empty."""
        if not self._round.finished and self._may_judge():
            self.bottom.ask_note()

    def _flag(self, note: str) -> None:
        self.setFocus()
        self._round.flag(note)

    def _leave_flag(self) -> None:
        self.setFocus()
        self._refresh_bottom()  # the buttons come back

    def _may_judge(self) -> bool:
        if self._round.measured:
            return True
        self.text.say(tr("The picture is still being read. One moment."))
        return False

    def begin_edit(self) -> None:
        """Edit in place."""
        if not self._round.finished:
            self.text.begin_edit()
            if self.text.editing:  # else it has just said why not
                self._refresh_bottom()

    def _editing_ended(self, approve: bool) -> None:
        self.setFocus()
        self._refresh_bottom()
        if approve:
            self.approve()

    def _fix(self, finding: Finding, number: int) -> None:
        if finding.entry is None or number >= len(finding.fixes):
            self.text.say(
                tr(
                    "{finding}: no such fix here. Edit the caption, or let it stand.",
                    finding=rule_title(self._session, finding.rule),
                )
            )
            return
        entry = self._session.entry(finding.entry)
        text = apply_fix(entry.text or "", finding.fixes[number])
        title = tr("fix in {name}", name=entry.name)
        self._session.edit(entry.id, text, Cause.FIX, title)

    def _others(self) -> list[int]:
        """What may be put beside: the neighbours of pass 2, and what came before."""
        before = self._round.before
        return list(dict.fromkeys([*self._near, *([before] if before is not None else [])]))

    def _put_beside(self) -> None:
        """The neighbours of pass 2 one after the other, then what came before; then none."""
        before, others = self._round.before, self._others()
        if self._round.finished or not others:
            return
        following = 0 if self._beside is None else self._beside + 1
        self._beside = following if following < len(others) else None
        entry = None if self._beside is None else others[self._beside]
        self.pictures.put_beside(entry)
        self._show_neighbours()
        if entry is None:
            self._refresh_bottom()
        else:
            name = self._session.name(entry)
            told = tr("Beside it: {name}", name=name)
            if entry == before:
                told = tr("Beside it: {name}, which comes before", name=name)
            self.text.say(told)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Among the marks Tab goes on; else it has a meaning of its own, as every button has."""
        here = self.focusWidget()
        among = here is not None and self.text.marks.isAncestorOf(here)
        return super().focusNextPrevChild(forward) if among else False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One letter, one act."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if plain == Qt.KeyboardModifier.ControlModifier and key in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
        ):
            self.text.end_edit(approve=True)
            return
        act = self._acts().get(key) if plain == Qt.KeyboardModifier.NoModifier else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _acts(self) -> dict[Qt.Key, Callable[[], object]]:
        review, finding = self._round, self.text.findings.current
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_A: self.approve,
            Qt.Key.Key_F: self.begin_flag,
            Qt.Key.Key_E: self.begin_edit,
            Qt.Key.Key_Left: partial(review.step, -1),
            Qt.Key.Key_Right: partial(review.step, 1),
            Qt.Key.Key_N: review.look_at_flagged if review.finished else review.advance,
            Qt.Key.Key_Z: review.take_back,
            Qt.Key.Key_Space: self.pictures.toggle_zoom,
            Qt.Key.Key_C: self.pictures.toggle_crop,
            Qt.Key.Key_D: self.text.toggle_difference,
            Qt.Key.Key_M: self.text.toggle_marks,
            Qt.Key.Key_S: self.order_wanted.emit if review.pass_number == 2 else lambda: None,
            Qt.Key.Key_G: self.phrase_wanted.emit,
            Qt.Key.Key_Tab: self._put_beside,
            Qt.Key.Key_Escape: self._escape,
        }
        if finding is not None and not review.finished:
            acts[Qt.Key.Key_Down] = partial(self.text.findings.step, 1)
            acts[Qt.Key.Key_Up] = partial(self.text.findings.step, -1)
            acts[Qt.Key.Key_0] = partial(self.dismissal_wanted.emit, finding)
            for key, number in _DIGITS.items():
                acts[key] = partial(self._fix, finding, number)
        return acts

    def _escape(self) -> None:
        if self.text.marks_shown:
            self.text.toggle_marks()
            self.setFocus()
        else:
            self.leave_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another language or scheme."""
        super().changeEvent(event)
        if (
            event.type()
            in (
                QEvent.Type.LanguageChange,
                QEvent.Type.PaletteChange,
            )
            and self.isVisible()
        ):
            self.show_now()


VERDICT_STATES = {
    "none": VerdictState.NONE,
    "approved": VerdictState.APPROVED,
    "flagged": VerdictState.FLAGGED,
    "lapsed": VerdictState.DROPPED_BACK,
}
"""By the value of a PassState."""
