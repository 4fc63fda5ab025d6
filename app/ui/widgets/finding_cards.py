"""The findings of one entry on the light table: what, why, and what one key does about it."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.lint.rule import Finding
from app.ui.finding_text import finding_message, fix_text, rule_title, rule_why
from app.ui.in_turn import InTurn
from app.ui.models.finding_words import stood_reason, stood_words
from app.ui.scheme import SEVERITY_ICONS, current_scheme, scaled
from app.ui.session import Session
from app.ui.slices import turns
from app.ui.text import tr
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.flow import Flow
from app.ui.widgets.keyed_button import FLAT_PADDING, Build, KeyedButton
from app.ui.widgets.labels import Label, Line, Pictogram, Type
from app.ui.widgets.stood_chip import StoodChip

MOST_CARDS = 12
AHEAD = 6
"""Cards that are made before they are needed, one at a time: most entries have no more."""
SLICE = 0.002
"""Seconds for cards that change, in one turn: they are laid out and painted in the same one."""
WHOLE = 40
"""Lines, more than any text here takes: the light table scrolls."""
BAR = 3
"""Width of the bar that says which card is the current one."""


class FindingCard(QWidget):
    """One finding. The current one is open: reason, fixes, dismissal; the others are one line."""

    chosen = Signal()
    fix_wanted = Signal(int)
    """Number of the fix within the finding."""
    dismissal_wanted = Signal()
    return_wanted = Signal()
    """Take the dismissal back."""
    why_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._open = False
        self._message = ""
        self._shown: tuple[object, ...] | None = None
        self.finding: Finding
        """What the card shows, from the first time on."""
        self._icon = Pictogram("hint", parent=self, size=16)
        self._title = Label(Type.HEADING, parent=self)
        self._stood = StoodChip("", self)
        self._beside = FewLines(Type.QUIET, self)
        self._below = FewLines(Type.QUIET, self, most=WHOLE)
        self._why = FewLines(Type.QUIET, self, most=WHOLE)
        self._show = KeyedButton(tr("Show"), "", self, flat=True, build=Build.LOW)
        self._show.clicked.connect(self.chosen)
        self._back = KeyedButton(tr("Say it again"), "", self, flat=True, build=Build.LOW)
        self._back.clicked.connect(self.return_wanted)
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.addWidget(self._icon)
        head.addWidget(self._title)
        head.addWidget(self._stood)
        head.addWidget(self._beside, 1)
        head.addWidget(self._show)
        head.addWidget(self._back)
        self._acts = QWidget(self)
        self._buttons = Flow()
        self._acts.setLayout(self._buttons)
        self._fixes: list[KeyedButton] = []
        self._let_stand = self._button(self.dismissal_wanted.emit, flat=True)
        self._explain = self._button(self.why_wanted.emit, flat=True)
        self._buttons.addWidget(self._let_stand)
        self._buttons.addWidget(self._explain)
        words = QVBoxLayout()
        words.setContentsMargins(scaled(24), 0, 0, 0)
        words.setSpacing(scaled(4))
        words.addWidget(self._below)
        words.addWidget(self._why)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(scaled(4))
        self._column.addLayout(head)
        self._column.addLayout(words)
        self._column.addWidget(self._acts)

    def show_finding(self, finding: Finding, *, current: bool, next_one: bool) -> None:
        """Show a finding; open where it is the current one, with a key where it comes next."""
        message = finding_message(self._session, finding)
        if finding.dismissed:
            message = stood_reason(self._session, finding) or message
        fixes = tuple(fix_text(self._session, finding, fix) for fix in finding.fixes)
        stood = stood_words(self._session, finding) if finding.dismissed else ""
        self.finding = finding
        state = finding.rule, finding.severity, stood
        wanted = *state, message, fixes, current, next_one, self._session.language
        if wanted == self._shown:
            return  # most keys only move the words that it stands on
        self._shown = wanted
        # A part that comes into sight has all places around it laid out at once, one by one.
        self._column.setEnabled(False)
        icon, token = SEVERITY_ICONS[finding.severity]
        self._icon.setVisible(not finding.dismissed)
        self._title.setVisible(not finding.dismissed)
        self._stood.setVisible(finding.dismissed)
        self._stood.show_text(stood)
        self._open = current and not finding.dismissed
        self._icon.show_icon(icon, token)
        self._icon.setAccessibleName(finding.severity.value)
        self._title.setText(rule_title(self._session, finding.rule))
        self._message = message
        self._below.set_text(self._message)
        self._why.set_text(rule_why(self._session, finding.rule))
        self._why.setVisible(self._open)
        self._acts.setVisible(self._open)
        self._show.setVisible(not current and not finding.dismissed)
        self._show.set_words(tr("Show"), "Alt+Down" if next_one else "")
        self._back.setVisible(finding.dismissed)
        self._back.set_words(tr("Say it again"))
        pad = scaled(10 if self._open else 4)
        self._column.setContentsMargins(scaled(16), pad, scaled(8), pad + (2 if self._open else 0))
        self._fill_buttons(fixes)
        begin = self._stood.text() or self._title.text()
        self.setAccessibleName(f"{begin}: {self._message}")
        self._place_message()
        self._column.setEnabled(True)
        self._column.invalidate()
        self.update()

    def make_ready(self) -> None:
        """Make what most findings need, so that showing one takes no longer than it must."""
        self._fixes.append(self._fix_button(0))
        for one in (self, *self.findChildren(QWidget)):
            one.ensurePolished()

    def _fill_buttons(self, titles: tuple[str, ...]) -> None:
        """Buttons stay when another entry is shown: they take long to make."""
        if not self._open:
            return
        while len(self._fixes) < len(titles):
            self._fixes.append(self._fix_button(len(self._fixes)))
        for number, button in enumerate(self._fixes):
            if number < len(titles):
                button.set_words(titles[number], f"Alt+{number + 1}")
            button.setVisible(number < len(titles))
        # Words without an outline begin where the lines above do.
        inset = scaled(24) if titles else scaled(24 - FLAT_PADDING)
        self._buttons.setContentsMargins(inset, scaled(4), 0, 0)
        self._let_stand.set_words(tr("Let it stand…"), "Alt+0")
        self._explain.set_words(tr("Why?"))

    def _fix_button(self, number: int) -> KeyedButton:
        button = self._button(partial(self.fix_wanted.emit, number), filled=number == 0)
        for last in (self._let_stand, self._explain):
            self._buttons.removeWidget(last)
        for one in (button, self._let_stand, self._explain):
            self._buttons.addWidget(one)
        for earlier, later in pairwise((*self._fixes, button, self._let_stand, self._explain)):
            QWidget.setTabOrder(earlier, later)
        return button

    def _button(
        self, act: Callable[[], None], *, filled: bool = False, flat: bool = False
    ) -> KeyedButton:
        button = KeyedButton("", "", self._acts, filled=filled, flat=flat, build=Build.LOW)
        button.let_shrink()  # a fix quotes its words, and these can be many
        button.clicked.connect(lambda: act())
        return button

    def _place_message(self) -> None:
        """Beside the title where all of it fits there, else below."""
        margins = self._column.contentsMargins()
        around = margins.left() + margins.right() + scaled(8)
        around += 0 if self._icon.isHidden() else scaled(16 + 8)
        for act in (self._show, self._back):
            around += 0 if act.isHidden() else act.sizeHint().width() + scaled(8)
        begin = self._title if self._stood.isHidden() else self._stood
        room = self.width() - around - begin.sizeHint().width()
        fits = self._below.sizeHint().width() <= room
        self._beside.set_text(self._message if fits else "")
        self._below.setVisible(not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The message moves beside or below the title."""
        super().resizeEvent(event)
        before = self._below.isHidden()
        self._place_message()
        if self._below.isHidden() is not before:
            # What is asked of a layout while it places its parts is forgotten: ask again after it.
            QTimer.singleShot(0, self, self.updateGeometry)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The open card stands on the ground of texts, with a bar at its left."""
        del event
        if not self._open:
            return
        painter, scheme = QPainter(self), current_scheme()
        painter.fillRect(self.rect(), QColor(scheme.base))
        painter.fillRect(0, 0, scaled(BAR), self.height(), QColor(scheme.accent))
        painter.end()


class FindingCards(QWidget):
    """All findings of the current entry, the worst first; one of them is current."""

    fix_wanted = Signal(object, int)
    """Finding, number of its fix."""
    dismissal_wanted = Signal(object)
    """Finding."""
    return_wanted = Signal(object)
    """Finding whose dismissal ends."""
    current_changed = Signal(object)
    """Finding or None."""
    why_wanted = Signal(str)
    """Rule name."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._findings: tuple[Finding, ...] = ()
        self._current = 0
        self._shown_so_far = 0
        """How many of the cards show what was taken."""
        self._cards: list[FindingCard] = []
        self._lines: list[Line] = []
        self._more = Label(Type.QUIET, parent=self)
        self._more.setContentsMargins(scaled(40), 8, 16, 8)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._more)
        self._more.hide()
        self._ahead = InTurn(self)
        self._ahead.timeout.connect(self._make_ahead)
        self._ahead.start()

    def _make_ahead(self) -> None:
        """One more card, while nobody waits for it."""
        if len(self._cards) >= AHEAD:
            self._ahead.stop()
            return
        self._add_card()
        self._cards[-1].make_ready()
        self._cards[-1].hide()
        self._lines[-1].hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; the current one stays current where it is still among them."""
        self.take(findings)
        self.show_taken()

    def take(self, findings: Sequence[Finding]) -> None:
        """Let keys mean these from now on; they are not shown yet."""
        previous = self.current
        self._findings = tuple(findings)
        self._current = self._shown_so_far = 0
        if previous is not None:
            for number, finding in enumerate(self._findings):
                if (finding.rule, finding.key) == (previous.rule, previous.key):
                    self._current = number

    @property
    def current(self) -> Finding | None:
        """The finding that Alt+1 and Alt+0 speak about."""
        return self._findings[self._current] if self._findings else None

    @property
    def number(self) -> int:
        """Of the current finding among the entry's findings."""
        return self._current

    def step(self, by: int) -> None:
        """Make the next or previous finding current, round and round."""
        if self._findings:
            self._choose((self._current + by) % len(self._findings))

    def choose(self, number: int) -> None:
        """Make a finding current by its number among the entry's findings, if there are as many."""
        if 0 <= number < len(self._findings):
            self._choose(number)

    def _choose(self, number: int) -> None:
        self._current = number
        self._shown_so_far = 0
        self.show_taken()
        self.current_changed.emit(self.current)

    def show_taken(self) -> None:
        """Show what was taken, with the current one open."""
        while self.show_next():
            pass

    def show_next(self) -> bool:
        """Show as much of it as fits between two events; True while there is more."""
        shown = self._findings[:MOST_CARDS]
        following = (self._current + 1) % max(len(self._findings), 1)
        self._layout.setEnabled(False)
        for number in range(len(shown), len(self._cards)):
            self._cards[number].hide()
            self._lines[number].hide()
        for _ in turns(SLICE):
            number = self._shown_so_far
            if number == len(shown):
                break
            while len(self._cards) <= number:
                self._add_card()
            card, current = self._cards[number], number == self._current
            card.resize(self.width(), card.height())  # its words are placed by its width
            card.show_finding(shown[number], current=current, next_one=number == following)
            card.show()
            self._lines[number].show()
            self._shown_so_far += 1
        rest = len(self._findings) - len(shown)
        self._more.setVisible(rest > 0)
        self._more.setText(tr("{count} more, in the Findings tab", count=rest))
        self._layout.setEnabled(True)
        self._layout.invalidate()
        return self._shown_so_far < len(shown)

    def _add_card(self) -> None:
        number = len(self._cards)
        card, line = FindingCard(self._session, self), Line(self)
        # What a card shows may be a moment older than what keys mean: a click means what is seen.
        card.chosen.connect(lambda: self.choose(number))
        card.fix_wanted.connect(lambda fix: self.fix_wanted.emit(card.finding, fix))
        card.dismissal_wanted.connect(lambda: self.dismissal_wanted.emit(card.finding))
        card.return_wanted.connect(lambda: self.return_wanted.emit(card.finding))
        card.why_wanted.connect(lambda: self.why_wanted.emit(card.finding.rule))
        self._layout.insertWidget(2 * number, card)
        self._layout.insertWidget(2 * number + 1, line)
        self._cards.append(card)
        self._lines.append(line)
