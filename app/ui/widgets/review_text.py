"""The words of one entry in review: caption, questions, what changed, findings, facts, marks."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.dataset.entry import Cause, Entry
from app.dataset.marks import Decision, EntryNotes, Marks
from app.export.steps import fits
from app.review.passes import PassState, state_of, verdict_of
from app.review.questions import first_questions, second_questions
from app.review.verdicts import caption_digest
from app.ui.aspects import Aspect
from app.ui.icons import pixmap
from app.ui.models.entries import meters_of
from app.ui.models.finding_words import underlined
from app.ui.scheme import current_scheme, scaled
from app.ui.session import Session
from app.ui.text import say, tr, trn
from app.ui.text_marks import UnderlinedSpan
from app.ui.widgets.caption_editor import CaptionEditor
from app.ui.widgets.caption_layout import REVIEW_FIRST_TYPE, REVIEW_SECOND_TYPE, CaptionType
from app.ui.widgets.facts_panel import FactsPanel
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.mark_line import MarkLine
from app.ui.widgets.marked_text import ChangeView, MarkedText, shown_change
from app.ui.widgets.marks_panel import MarksPanel
from app.ui.widgets.meters import CountLine
from app.ui.widgets.review_findings import ReviewFindings
from app.ui.widgets.window_end import window_end

CHANGE_TYPE = CaptionType(14, 22)
MOST_QUESTIONS = 5


class ReviewText(QScrollArea):
    """Shows an entry; edits its caption in place. It asks the session for every change."""

    editing_ended = Signal(bool)
    """True: the person wants to approve what they wrote."""

    def __init__(
        self,
        session: Session,
        only_here: Callable[[int], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._only_here = only_here
        self._entry: int | None = None
        self._pass = 1
        self._near: Sequence[int] = ()
        self._original: str | None = None
        self._difference_wanted = True
        self.editing = False
        inner = QWidget(self)
        inner.setAutoFillBackground(True)
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        self._name = Label(Type.NAME, parent=inner)
        self._size = Label(Type.QUIET, parent=inner)
        self.caption = MarkedText(REVIEW_FIRST_TYPE, inner)
        self.editor = CaptionEditor(REVIEW_FIRST_TYPE, inner)
        self._meters = CountLine(Type.QUIET.value[0], inner)
        self._questions = Label(Type.QUIET, parent=inner, wrap=True)
        self._change = QWidget(inner)
        self._change_title = Label(Type.HEADING, parent=inner)
        self._change_view = ChangeView(CHANGE_TYPE, inner)
        self._flag_icon = QLabel(inner)
        self._flag_note = Label(Type.QUIET, parent=inner, wrap=True)
        self.findings = ReviewFindings(session, inner)
        self.facts = FactsPanel(inner)
        self.marks = MarksPanel(inner)
        self.mark_line = MarkLine(inner)
        self._last = Label(Type.QUIET, parent=inner, wrap=True)
        self._lay_out(inner)
        self.editor.edited.connect(lambda change: session.edit(*change))
        self.editor.next_wanted.connect(self.end_edit)
        self.editor.put_back_wanted.connect(self._put_back)
        self.marks.marked.connect(self._marked)
        self.marks.drop_wanted.connect(self._drop)
        self.mark_line.marked.connect(self._marked)

    def _lay_out(self, inner: QWidget) -> None:
        head = QHBoxLayout()
        head.setSpacing(scaled(12))
        head.addWidget(self._name)
        head.addWidget(self._size, 1)
        change = QVBoxLayout(self._change)
        change.setContentsMargins(0, 0, 0, 0)
        change.setSpacing(scaled(8))
        change.addWidget(Line(self._change))
        change.addSpacing(scaled(4))
        change.addWidget(self._change_title)
        change.addWidget(self._change_view)
        note = QHBoxLayout()
        note.setSpacing(scaled(8))
        note.addWidget(self._flag_icon, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._flag_note, 1)
        self._facts_line = Line(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(scaled(32), scaled(32), scaled(32), scaled(24))
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addWidget(self.caption)
        column.addWidget(self.editor)
        column.addWidget(self._meters)
        column.addWidget(self._questions)
        column.addWidget(self._change)
        column.addLayout(note)
        column.addWidget(Line(inner))
        column.addWidget(self.findings)
        column.addWidget(self._facts_line)
        column.addWidget(self.facts)
        column.addWidget(self.marks)
        column.addStretch(1)
        column.addWidget(self._last)
        column.addWidget(self.mark_line)
        self.editor.hide()
        self.marks.hide()
        self._last.setMinimumHeight(scaled(32))
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(scaled(340))

    # Showing -------------------------------------------------------------------------------

    def show_entry(self, number: int, pass_number: int, near: Sequence[int]) -> None:
        """Show an entry; `near` are its neighbours in pass 2."""
        if number != self._entry:
            self.verticalScrollBar().setValue(0)
            self._difference_wanted = True
        self._entry, self._pass, self._near = number, pass_number, near
        caption_type = REVIEW_FIRST_TYPE if pass_number == 1 else REVIEW_SECOND_TYPE
        self.caption.set_caption_type(caption_type)
        self.facts.setVisible(pass_number == 1)
        self._facts_line.setVisible(pass_number == 1)
        self.refresh(frozenset(Aspect))

    def refresh(self, aspects: frozenset[Aspect]) -> None:
        """Show again what changed about the entry."""
        entry = self._current()
        if entry is None:
            return
        if aspects & {Aspect.TEXT, Aspect.FINDINGS, Aspect.FILE}:
            self._show_caption(entry)
        if aspects & {Aspect.TEXT, Aspect.FINDINGS, Aspect.EVIDENCE}:
            self._show_findings(entry)
        if aspects & {Aspect.TEXT, Aspect.NOTES, Aspect.EVIDENCE}:
            self._show_difference(entry)
        if aspects & {Aspect.NOTES, Aspect.EVIDENCE}:
            self._show_marks(entry)
        if Aspect.EVIDENCE in aspects:
            self._show_evidence(entry)

    def show_last(self, last: tuple[str, Decision] | None) -> None:
        """Say which verdict came before, and how it is taken back."""
        self._last.setVisible(last is not None)  # empty it would push the marks out of sight
        if last is None:
            self._last.setText("")
            return
        name, decision = last
        self._last.setText(
            tr("Before this: {name}, approved. Z takes it back.", name=name)
            if decision is Decision.APPROVED
            else tr("Before this: {name}, flagged. Z takes it back.", name=name)
        )

    def say(self, text: str) -> None:
        """Say why something cannot be done now."""
        self._last.setText(text)

    def toggle_difference(self) -> None:
        """Show what changed since the verdict, or hide it."""
        self._difference_wanted = not self._difference_wanted
        entry = self._current()
        if entry is not None:
            self._show_difference(entry)
            if self._difference_wanted and self._change.isHidden():
                self.say(tr("Nothing changed since the first look."))

    @property
    def marks_shown(self) -> bool:
        """The marks can be set."""
        return not self.marks.isHidden()

    def toggle_marks(self) -> None:
        """Show the marks and go there, or hide them."""
        shown = not self.marks_shown
        self.marks.setVisible(shown)
        self.mark_line.setVisible(not shown)
        if shown:
            self.marks.focus_first()

    def _show_marks(self, entry: Entry) -> None:
        dataset, marks = self._session.dataset, self._notes().marks
        assert dataset is not None
        self.marks.show_marks(marks)
        self.mark_line.show_marks(marks, face=bool(dataset.evidence_of(entry.id).faces))

    def _current(self) -> Entry | None:
        if self._entry is None or self._session.dataset is None:
            return None
        return self._session.entry(self._entry)

    def _notes(self) -> EntryNotes:
        assert self._session.dataset is not None
        assert self._entry is not None
        return self._session.dataset.notes_of(self._entry)

    def _spans(self, entry: Entry) -> tuple[UnderlinedSpan, ...]:
        lint = self._session.lint
        if lint is None or entry.id not in self._session.readings:
            return ()
        return underlined(lint.terms(entry.id), lint.entry_findings(entry.id))

    def _show_caption(self, entry: Entry) -> None:
        dataset = self._session.dataset
        assert dataset is not None
        self._name.setText(dataset.title(entry.id))
        spans = self._spans(entry)
        self.caption.show_text(entry.text or tr("no caption"), spans if entry.text else ())
        self.editor.set_caption(entry.id, entry.text)
        self.editor.set_terms(spans)
        counts = self._session.tokens.counts(entry.text or "", dataset.choices.preset)
        self._meters.show_meters(meters_of(counts))
        self.editor.set_window_end(window_end(counts))
        if self.editing:
            self._fit_editor()

    def _show_findings(self, entry: Entry) -> None:
        lint, dataset = self._session.lint, self._session.dataset
        if lint is None or dataset is None:
            return
        known = entry.id in self._session.readings
        self.findings.show_findings(lint.entry_findings(entry.id) if known else (), self._pass)
        terms = lint.terms(entry.id) if known else ()
        if self._pass == 1:
            trigger = dataset.choices.concept(entry.concept).trigger
            sharpness = dataset.evidence_of(entry.id).sharpness
            only_here = self._only_here(entry.id) if known else ()
            asked = first_questions(terms, trigger, only_here, sharpness)
        else:
            asked = second_questions(terms, [lint.terms(number) for number in self._near])
        self._questions.setText("\n".join(say(one) for one in asked[:MOST_QUESTIONS]))

    def _show_difference(self, entry: Entry) -> None:
        dataset, notes = self._session.dataset, self._notes()
        assert dataset is not None
        digest = dataset.evidence_of(entry.id).digest
        own = verdict_of(notes, self._pass)
        base = own if state_of(own, entry.text, digest) is PassState.LAPSED else notes.first
        changed = state_of(base, entry.text, digest) is PassState.LAPSED
        self._show_flag_note(notes)
        self._change.setVisible(changed and self._difference_wanted and not self.editing)
        if base is None or not changed:
            return
        kept = base.caption_digest == caption_digest(base.caption)
        same_words = base.caption_digest == caption_digest(entry.text)
        self._change_view.setVisible(kept and not same_words)
        since = tr("Since pass 1") if base is notes.first else tr("Since pass 2")
        if same_words:
            told = tr("another picture, the same caption")
        elif not kept:
            told = tr("the caption changed; its earlier text is in the history")
        else:
            shown = shown_change(base.caption, entry.text or "")
            self._change_view.show_change(shown)
            told = trn("%n places changed", shown.places)
        self._change_title.setText(f"{since}:  {told}")

    def _show_flag_note(self, notes: EntryNotes) -> None:
        lines: list[str] = []
        flagged = False
        for number, verdict in ((1, notes.first), (2, notes.second)):
            if verdict is None or (not verdict.note and verdict.decision is Decision.APPROVED):
                continue
            if verdict.decision is Decision.FLAGGED:
                flagged = True
                text = tr("Pass {number}, flagged", number=number)
            else:
                text = tr("Pass {number}, looked at again and approved", number=number)
            if verdict.note:
                text = tr("{what}: “{note}”", what=text, note=verdict.note)
            lines.append(text)
        scheme = current_scheme()
        name, colour = ("flag", scheme.warning) if flagged else ("tick", scheme.accent)
        self._flag_icon.setPixmap(pixmap(name, colour, 16, self.devicePixelRatioF()))
        self._flag_icon.setVisible(bool(lines))
        self._flag_note.setVisible(bool(lines))
        self._flag_note.setText("\n".join(dict.fromkeys(lines)))

    def _show_evidence(self, entry: Entry) -> None:
        dataset = self._session.dataset
        assert dataset is not None
        evidence = dataset.evidence_of(entry.id)
        self.facts.show_evidence(evidence)
        size = evidence.upright_size
        if size is None:
            self._size.setText("")
            return
        width, height = fits(size, dataset.choices)[0].bucket
        own, trained = f"{size[0]} × {size[1]}", f"{width} × {height}"
        self._size.setText(own if own == trained else f"{own}   → {trained}")

    # Editing -------------------------------------------------------------------------------

    def begin_edit(self) -> None:
        """Put the editor in the caption's place."""
        entry = self._current()
        if entry is None or self.editing:
            return
        reason = self._session.saving.read_only or (
            None if entry.editable else entry.caption.reason
        )
        if reason is not None or not entry.editable:
            self.say(say(reason) if reason is not None else tr("This caption cannot be edited."))
            return
        self._original = entry.text
        self.editing = True
        self.editor.set_caption_type(REVIEW_FIRST_TYPE if self._pass == 1 else REVIEW_SECOND_TYPE)
        self.caption.hide()
        self._change.hide()
        self._fit_editor()
        self.editor.show()
        self.editor.setFocus()

    def end_edit(self, *, approve: bool = False) -> None:
        """Keep what was typed; with `approve` the person is done with the entry."""
        if not self.editing:
            return
        self.editing = False
        self.editor.hide()
        self.caption.show()
        if self._entry is not None:
            self._session.saving.flush([self._entry])
        entry = self._current()
        if entry is not None:
            self._show_difference(entry)
        self.editing_ended.emit(approve)

    def _put_back(self) -> None:
        entry = self._current()
        if entry is not None and entry.text != self._original:
            title = tr("edit of {name} put back", name=entry.name)
            self._session.edit(entry.id, self._original or "", Cause.RESTORE, title)
        self.end_edit()

    def _fit_editor(self) -> None:
        width = max(self.caption.width(), self.viewport().width() - scaled(64)) - scaled(24)
        self.editor.setFixedHeight(self.editor.text_height(width) + scaled(40))

    def _drop(self) -> None:
        if self._entry is not None:
            self._session.take_out([self._entry])

    def _marked(self, marks: Marks) -> None:
        if self._entry is not None and self._session.dataset is not None:
            name = self._session.name(self._entry)
            notes = replace(self._notes(), marks=marks)
            self._session.note(self._entry, notes, tr("mark on {name}", name=name))
            self._show_marks(self._session.entry(self._entry))  # refused, the mark goes back
