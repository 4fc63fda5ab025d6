"""The light table: one entry's picture, caption, findings, facts and marks."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.captions.style import Style
from app.dataset.entry import Cause, Entry
from app.dataset.marks import Marks
from app.images.facts import opinion_facts
from app.lint.fixes import apply_fix
from app.lint.rule import Finding
from app.ui.afterwards import Afterwards
from app.ui.aspects import Aspect, Changed
from app.ui.letting_stand import say_again
from app.ui.models.entries import meters_of
from app.ui.models.finding_words import underlined
from app.ui.saving import WriteState
from app.ui.scheme import scaled
from app.ui.second_opinions import Answer
from app.ui.session import Session
from app.ui.text import say, tr
from app.ui.text_marks import UnderlinedSpan
from app.ui.widgets.caption_editor import CaptionEditor
from app.ui.widgets.facts_panel import FactsPanel
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.finding_cards import FindingCards
from app.ui.widgets.keyed_splitter import KeyedSplitter
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.marks_panel import MarksPanel
from app.ui.widgets.meters import CountLine
from app.ui.widgets.picture_bar import SIDE
from app.ui.widgets.picture_place import PicturePlace
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.steady import Steady
from app.ui.widgets.window_end import window_end

BAR = 10
"""The scroll bar's width, whose room is kept free."""
LEAST_WIDTH = 376
FRAMING = 0.7
"""Share of the height that the picture has while its crop frame is moved."""
LEAST_FACTS = 212
"""Facts narrower than this stand below the marks, not beside them."""


class LightTable(Steady):
    """Everything about the current entry. It asks the session for every change."""

    dismissal_wanted = Signal(object)
    """Finding: the window asks for the reason."""
    why_wanted = Signal(str)
    """Rule name."""
    conflict_wanted = Signal(int)
    """Entry whose conflict the person wants to look at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entry: int | None = None
        self.later = Afterwards(self)
        """What is shown only after the caption, and after the keys that came meanwhile."""
        self._sizes: list[int] = []
        """Of picture and text, as they were before the crop frame was moved."""
        self.place = PicturePlace(session, self)
        self.picture = self.place.picture
        self.editor = CaptionEditor(parent=self)
        self.findings = FindingCards(session, self)
        self.facts = FactsPanel(self)
        self.marks = MarksPanel(self)
        self._style = Label(Type.TINY, parent=self)
        self._saved = FewLines(Type.TINY, self)
        self._meters = CountLine(Type.TINY.value[0], self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_entry(None)

    # Layout --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        below = self._below = QWidget(self)
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        editing = QVBoxLayout()
        editing.setContentsMargins(SIDE, 8, SIDE - BAR, 8)
        editing.setSpacing(6)
        self.editor.document().documentLayout().documentSizeChanged.connect(self._fit_editor)
        self._viewport = self.editor.viewport()
        self._viewport.installEventFilter(self)
        editing.addWidget(self.editor)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self._style)
        foot.addWidget(self._saved, 1)
        foot.addWidget(self._meters)
        editing.addLayout(foot)
        column.addLayout(editing)
        column.addWidget(Line(self))
        column.addWidget(self.findings)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setContentsMargins(SIDE, 12, SIDE - BAR, 16)
        self._lower.setSpacing(scaled(24))
        # Where a card above them grows, their pixels are moved and not painted again.
        below.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        for part in (below, self.findings, self.facts, self.marks):
            part.setAutoFillBackground(True)
        self._lower.addWidget(self.facts, 1, Qt.AlignmentFlag.AlignTop)
        self._lower.addWidget(self.marks, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._lower)
        column.addStretch(1)  # all that is left: the lines above keep together
        self._scroll = scrolled(below, self)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Its room is kept free, so that nothing moves when a caption grows beyond the window.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.split = KeyedSplitter(Qt.Orientation.Vertical, self)
        self.split.addWidget(self.place)
        self.split.addWidget(self._scroll)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 2)
        self.split.setStretchFactor(1, 3)
        self.hold(self.split)
        self.setMinimumWidth(LEAST_WIDTH)

    def _connect(self) -> None:
        self.editor.edited.connect(self._edited)
        self.findings.fix_wanted.connect(self.apply_fix)
        self.findings.dismissal_wanted.connect(self.dismissal_wanted)
        self.findings.return_wanted.connect(partial(say_again, self._session))
        self.findings.why_wanted.connect(self.why_wanted)
        self.findings.current_changed.connect(self._show_current_finding)
        self.marks.marked.connect(self._marked)
        self.marks.drop_wanted.connect(self._drop)
        self.place.framing_changed.connect(self._make_room)
        self._session.changed.connect(self._changed)
        self._session.pictures.opinions.ready.connect(self._advised)
        self._session.closed.connect(lambda: self.show_entry(None))
        self._session.choices_changed.connect(self._refresh_meters)
        self._session.tokens.changed.connect(self._refresh_meters)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.place.retranslate()
        self.editor.setAccessibleName(tr("Caption"))
        self.facts.retranslate()
        self.marks.retranslate()
        self.show_entry(self._entry)

    def restyle(self) -> None:
        """Take the icons of the scheme that is on."""
        self.place.restyle()

    # Showing -------------------------------------------------------------------------------

    @property
    def insides(self) -> tuple[QWidget, ...]:
        """What it is filled with, and then what its lower part is."""
        return self.split, self._below

    @property
    def entry(self) -> int | None:
        """The entry on the light table."""
        return self._entry

    def show_entry(self, number: int | None) -> None:
        """Lay an entry on the table, or clear it: the caption now, the rest piece by piece."""
        first = self._entry is None and number is not None
        self._entry = number
        if first and not self.isVisible() and self.window().isVisible():
            self.later.put(self._show_all)  # the first page is still seen: there is time
        else:
            self._show_all()

    def _show_all(self) -> None:
        number = self._entry
        self.setEnabled(number is not None)
        if number is None:
            self.later.forget()
            self.place.show_entry(None)
            self.editor.set_caption(None, None)
            self.findings.show_findings(())
            self._style.setText("")
            self._saved.set_text("")
            self._meters.show_meters(())
            return
        self.place.take(number)
        self.later.put(self.place.show_taken)
        self._refresh_text()
        self._refresh_findings()
        self._refresh_notes()
        self.later.put(self._show_facts)

    def _show_facts(self) -> None:
        dataset, number = self._session.dataset, self._entry
        if dataset is None or number is None:
            return
        evidence = dataset.evidence_of(number)
        self.facts.show_evidence(evidence)
        if evidence.digest is not None:
            image = dataset.entries[number].image
            self._session.pictures.opinions.ask(number, image, evidence.digest)

    def _advised(self, number: int, answer: Answer) -> None:
        if number == self._entry:
            self.facts.show_opinions(opinion_facts(answer))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width of the editor is another height of its text."""
        if watched is self._viewport and event.type() is QEvent.Type.Resize:
            self._fit_editor()
        return super().eventFilter(watched, event)

    def _fit_editor(self) -> None:
        lines = self.editor.text_height(self.editor.viewport().width())
        around = self.editor.height() - self.editor.viewport().height()
        height = min(max(lines + around + scaled(12), scaled(88)), scaled(360))
        if height != self.editor.height():
            self.editor.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Facts and marks stand side by side where both have room."""
        super().resizeEvent(event)
        self._arrange()

    def _make_room(self, framing: bool) -> None:
        """While the crop frame is moved, the picture has most of the height."""
        if framing:
            self._sizes = self.split.sizes()
            whole = sum(self._sizes)
            self.split.setSizes([round(whole * FRAMING), round(whole * (1 - FRAMING))])
        else:
            self.split.setSizes(self._sizes)

    def _arrange(self) -> None:
        room = self.width() - 2 * SIDE - self._lower.spacing()
        beside = room >= scaled(LEAST_FACTS) + self.marks.slim_width()
        directions = QBoxLayout.Direction
        self._lower.setDirection(directions.LeftToRight if beside else directions.BottomToTop)
        self.marks.put_labels(above=beside)
        self._fit_foot()

    def _fit_foot(self) -> None:
        """Where there is no room for all, the style goes: that a text is saved matters more."""
        words = (self._style, self._saved, self._meters)
        wanted = sum(one.sizeHint().width() for one in words) + 2 * 16 + 2 * SIDE
        self._style.setVisible(wanted <= self.width())

    def _current(self) -> Entry | None:
        if self._entry is None or self._session.dataset is None:
            return None
        return self._session.entry(self._entry)

    def _changed(self, change: Changed) -> None:
        if self._current() is None or self._entry not in change.entries:
            return
        if change.aspects & {Aspect.TEXT, Aspect.SAVE_STATE, Aspect.FILE}:
            self._refresh_text()
        if Aspect.FINDINGS in change.aspects:
            self._refresh_findings()
        if Aspect.NOTES in change.aspects:
            self._refresh_notes()
            self.place.refresh()
        if Aspect.EVIDENCE in change.aspects:
            self.place.measured()
            self.later.put(self._show_facts)

    def _refresh_text(self) -> None:
        entry = self._current()
        if entry is None:
            return
        other = self.editor.entry != entry.id
        terms = self._terms(entry.id) if other else None
        self.editor.set_caption(entry.id, entry.text, terms=terms)
        reason = self._session.saving.read_only or (
            None if entry.editable else entry.caption.reason
        )
        self.editor.set_read_only(say(reason) if reason is not None else "")
        self.place.bar.show_name(self._session.name(entry.id))
        if other:
            self._refresh_foot()  # what was said of the one before stands at the wrong words
        else:
            self.later.put(self._refresh_foot)  # no letter waits until tokens are counted

    def _refresh_foot(self) -> None:
        entry = self._current()
        if entry is not None:
            self._refresh_meters()
            self._saved.set_text(self._save_text(entry))
            self._fit_foot()

    def _refresh_meters(self) -> None:
        entry, dataset = self._current(), self._session.dataset
        if entry is None or dataset is None or not entry.text:
            self._meters.show_meters(())
            self.editor.set_window_end(None)
            return
        counts = self._session.tokens.counts(entry.text, dataset.choices.preset)
        self._meters.show_meters(meters_of(counts))
        self.editor.set_window_end(window_end(counts))

    def _save_text(self, entry: Entry) -> str:
        state = self._session.saving.state(entry)
        if state is WriteState.NOT_SAVED:
            problem = self._session.saving.problem(entry.id)
            self._saved.set_kind(Type.ERROR)
            return tr("Not saved: {reason}", reason=say(problem) if problem is not None else "")
        self._saved.set_kind(Type.TINY)
        if state is WriteState.CONFLICT:
            return tr("Changed on disk, not saved")
        if state is WriteState.SAVING:
            return tr("Saving")
        return tr("Saves by itself") if state is WriteState.EDITED else tr("Saved")

    def _refresh_findings(self) -> None:
        entry, lint = self._current(), self._session.lint
        if entry is None or lint is None:
            return
        reading = self._session.readings.get(entry.id)
        self.later.put(self.findings.show_next)
        self.findings.take(lint.entry_findings(entry.id) if reading is not None else ())
        self.editor.set_terms(self._terms(entry.id))
        if reading is None:
            return
        self._style.setText(style_text(reading.style))
        self._fit_foot()

    def _terms(self, number: int) -> Sequence[UnderlinedSpan]:
        """What is underlined in the caption, as far as it was read."""
        lint = self._session.lint
        if lint is None or number not in self._session.readings:
            return ()
        return underlined(lint.terms(number), lint.entry_findings(number))

    def _refresh_notes(self) -> None:
        if self._entry is not None and self._session.dataset is not None:
            self.marks.take(self._session.dataset.notes_of(self._entry).marks)
            self.later.put(self.marks.show_taken)

    # What the person does ------------------------------------------------------------------

    def apply_fix(self, finding: Finding, number: int) -> None:
        """Apply a fix of the finding to the caption, as one step of undo."""
        entry = self._current()
        if entry is None or entry.text is None or number >= len(finding.fixes):
            return
        if finding.entry != entry.id:
            return  # clicked on the card of the entry before, just when this one came
        text = apply_fix(entry.text, finding.fixes[number])
        self._session.edit(entry.id, text, Cause.FIX, tr("fix in {name}", name=entry.name))

    def go_to_marks(self) -> None:
        """The keyboard goes to the marks, which come into sight: long captions push them down."""
        self._scroll.ensureWidgetVisible(self.marks, 0, 0)
        self.marks.focus_first()

    def _edited(self, change: tuple[int, str]) -> None:
        number, text = change
        self._session.edit(number, text)

    def _marked(self, marks: Marks) -> None:
        if self._entry is not None and self._session.dataset is not None:
            notes = self._session.dataset.notes_of(self._entry)
            name = self._session.name(self._entry)
            self._session.note(
                self._entry, replace(notes, marks=marks), tr("mark on {name}", name=name)
            )
            self._refresh_notes()
            self.marks.show_taken()  # where it was refused, the mark goes back

    def _drop(self) -> None:
        if self._entry is not None:
            self._session.take_out([self._entry])

    def _show_current_finding(self, finding: Finding | None) -> None:
        if finding is not None and finding.start is not None:
            self.editor.go_to(finding.start)


def style_text(style: Style) -> str:
    """The caption style in words."""
    if style is Style.TAGS:
        return tr("Tag style")
    if style is Style.SENTENCE:
        return tr("Sentence style")
    return tr("Mixed style") if style is Style.MIXED else tr("No text")
