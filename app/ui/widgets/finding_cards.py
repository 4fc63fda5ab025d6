"""The findings of one entry on the light table: what, why, and what one key does about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.lint.rule import Finding
from app.ui.finding_text import finding_message, fix_text, rule_title, rule_why
from app.ui.icons import pixmap
from app.ui.scheme import SEVERITY_ICONS, current_scheme
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type

MOST_CARDS = 12


class FindingCard(QFrame):
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
        self._icon = QLabel(self)
        self._icon.setFixedWidth(20)
        self._title = Label(Type.HEADING, parent=self)
        self._message = Label(Type.QUIET, parent=self, wrap=True)
        self._why = Label(Type.QUIET, parent=self, wrap=True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.setContentsMargins(0, 4, 0, 0)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addWidget(self._title)
        text.addWidget(self._message)
        text.addWidget(self._why)
        text.addLayout(self._buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(text, 1)

    def show_finding(self, finding: Finding, *, current: bool) -> None:
        """Show a finding; open where it is the current one."""
        icon, token = SEVERITY_ICONS[finding.severity]
        if finding.dismissed:
            icon, token = "tick", "text2"
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap(icon, getattr(current_scheme(), token), 16, ratio))
        self._icon.setAccessibleName(finding.severity.value)
        title = rule_title(self._session, finding.rule)
        self._title.setText(tr("Let stand: {title}", title=title) if finding.dismissed else title)
        self._message.setText(finding_message(self._session, finding))
        self._why.setText(rule_why(self._session, finding.rule))
        self._why.setVisible(current and not finding.dismissed)
        self._fill_buttons(finding, current=current)
        self.setAccessibleName(f"{self._title.text()}: {self._message.text()}")

    def _fill_buttons(self, finding: Finding, *, current: bool) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if finding.dismissed:
            self._add(tr("Say it again"), "", self.return_wanted.emit, filled=False)
        elif current:
            for number, fix in enumerate(finding.fixes):
                title = fix_text(self._session, finding, fix)
                key = f"Alt+{number + 1}"
                self._add(title, key, partial(self.fix_wanted.emit, number), filled=number == 0)
            self._add(tr("Let it stand…"), "Alt+0", self.dismissal_wanted.emit, filled=False)
            self._add(tr("Why?"), "", self.why_wanted.emit, filled=False)
        else:
            self._add(tr("Show"), "", self.chosen.emit, filled=False)
        self._buttons.addStretch()

    def _add(self, text: str, key: str, act: object, *, filled: bool) -> None:
        button: QPushButton = KeyedButton(text, key, self, filled=filled)
        button.clicked.connect(lambda: act())  # type: ignore[operator]
        self._buttons.addWidget(button)


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
        self._cards: list[FindingCard] = []
        self._lines: list[Line] = []
        self._more = Label(Type.QUIET, parent=self)
        self._more.setContentsMargins(40, 8, 16, 8)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._more)
        self._more.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these; the current one stays current where it is still among them."""
        previous = self.current
        self._findings = tuple(findings)
        self._current = 0
        if previous is not None:
            for number, finding in enumerate(self._findings):
                if (finding.rule, finding.key) == (previous.rule, previous.key):
                    self._current = number
        self._refresh()

    @property
    def current(self) -> Finding | None:
        """The finding that Alt+1 and Alt+0 speak about."""
        return self._findings[self._current] if self._findings else None

    def step(self, by: int) -> None:
        """Make the next or previous finding current, round and round."""
        if self._findings:
            self._choose((self._current + by) % len(self._findings))

    def choose(self, number: int) -> None:
        """Make a finding current by its number among the entry's findings."""
        if 0 <= number < len(self._findings):
            self._choose(number)

    def _choose(self, number: int) -> None:
        self._current = number
        self._refresh()
        self.current_changed.emit(self.current)

    def _refresh(self) -> None:
        shown = self._findings[:MOST_CARDS]
        while len(self._cards) < len(shown):
            self._add_card()
        for number, card in enumerate(self._cards):
            visible = number < len(shown)
            card.setVisible(visible)
            self._lines[number].setVisible(visible)
            if visible:
                card.show_finding(shown[number], current=number == self._current)
        rest = len(self._findings) - len(shown)
        self._more.setVisible(rest > 0)
        self._more.setText(tr("{count} more, in the Findings tab", count=rest))

    def _add_card(self) -> None:
        number = len(self._cards)
        card, line = FindingCard(self._session, self), Line(self)
        card.chosen.connect(lambda: self._choose(number))
        card.fix_wanted.connect(lambda fix: self.fix_wanted.emit(self._findings[number], fix))
        card.dismissal_wanted.connect(lambda: self.dismissal_wanted.emit(self._findings[number]))
        card.return_wanted.connect(lambda: self.return_wanted.emit(self._findings[number]))
        card.why_wanted.connect(lambda: self.why_wanted.emit(self._findings[number].rule))
        self._layout.insertWidget(2 * number, card)
        self._layout.insertWidget(2 * number + 1, line)
        self._cards.append(card)
        self._lines.append(line)
