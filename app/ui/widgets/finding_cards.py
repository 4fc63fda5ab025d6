"""The findings of one entry on the light table: what, why, and what one key does about it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.lint.rule import Finding
from app.ui.in_turn import InTurn
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.slices import turns
from app.ui.text import tr
from app.ui.widgets.finding_card import CardWords, FindingCard, card_words, shape
from app.ui.widgets.labels import Label, Type

MOST_CARDS = 12
AHEAD = 6
"""Cards that are made before they are needed, one at a time: most entries have no more."""
SLICE = 0.002
"""Seconds for making cards ready, in one turn."""
LINE = 1
"""Below each card."""


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
        self._ready: list[CardWords] = []
        """What the cards will say of the findings that were taken, as far as it is known."""
        self._cards: list[FindingCard] = []
        self._shown = 0
        """How many of the cards are seen."""
        self._more = Label(Type.QUIET, parent=self)
        self._more.setContentsMargins(scaled(40), 8, 16, 8)
        self._more.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; the current one stays current where it is still among them."""
        self.take(findings)
        self.show_taken()

    def take(self, findings: Sequence[Finding]) -> None:
        """Let keys mean these from now on; they are not shown yet."""
        previous = self.current
        self._findings = tuple(findings)
        self._current = 0
        self._ready.clear()
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
        self._ready.clear()
        self.show_taken()
        self.current_changed.emit(self.current)

    def show_taken(self) -> None:
        """Show what was taken, with the current one open."""
        while self.show_next():
            pass

    def show_next(self) -> bool:
        """Make ready as much as fits between two events; True while there is more.

        What was seen before stays until all is ready: then everything changes its place once.
        """
        shown = self._findings[:MOST_CARDS]
        following = (self._current + 1) % max(len(self._findings), 1)
        if len(self._ready) < len(shown):
            for _ in turns(SLICE):
                number = len(self._ready)
                if number == len(shown):
                    break
                if len(self._cards) <= number:
                    self._add_card()
                current, next_one = number == self._current, number == following
                words = card_words(self._session, shown[number], current=current, next_one=next_one)
                shape(words, self.width())
                self._ready.append(words)
            return True
        self._show_ready()
        return False

    def _show_ready(self) -> None:
        before = self.heightForWidth(self.width())
        count = len(self._ready)
        for card, words in zip(self._cards, self._ready, strict=False):
            card.show_words(words)
        for number, card in enumerate(self._cards):
            card.setVisible(number < count)
        rest = len(self._findings) - count
        self._more.setText(tr("{count} more, in the Findings tab", count=rest))
        self._more.setVisible(rest > 0)
        changed = count != self._shown
        self._shown = count
        self._place()
        if changed or self.heightForWidth(self.width()) != before:
            self.updateGeometry()
            self.update()

    # Places --------------------------------------------------------------------------------

    def _place(self) -> None:
        """Put one card below the other."""
        top, width = 0, self.width()
        for card in self._cards[: self._shown]:
            height = card.height_at(width)
            card.setGeometry(0, top, width, height)
            top += height + LINE
        if not self._more.isHidden():
            self._more.setGeometry(0, top, width, self._more.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """In a narrow place words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all cards at that width."""
        heights = [card.height_at(width) + LINE for card in self._cards[: self._shown]]
        more = 0 if self._more.isHidden() else self._more.sizeHint().height()
        return sum(heights) + more

    def sizeHint(self) -> QSize:
        """As high as it must be where it stands."""
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Its height follows from its width; a place that scrolls would add both up."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are as wide as their place."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size is another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below each card."""
        del event
        painter, colour = QPainter(self), self.palette().color(QPalette.ColorRole.Mid)
        for card in self._cards[: self._shown]:
            painter.fillRect(0, card.geometry().bottom() + 1, self.width(), LINE, colour)
        painter.end()

    def _add_card(self) -> None:
        number = len(self._cards)
        card = FindingCard(self)
        card.hide()
        # What a card shows may be a moment older than what keys mean: a click means what is seen.
        card.chosen.connect(lambda: self.choose(number))
        card.fix_wanted.connect(lambda fix: self.fix_wanted.emit(card.finding, fix))
        card.dismissal_wanted.connect(lambda: self.dismissal_wanted.emit(card.finding))
        card.return_wanted.connect(lambda: self.return_wanted.emit(card.finding))
        card.why_wanted.connect(lambda: self.why_wanted.emit(card.finding.rule))
        self._cards.append(card)
