"""The findings of one entry in review: one line each, the current one with its fixes."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.lint.rule import Finding
from app.ui.finding_text import finding_message, fix_text, rule_title
from app.ui.icons import pixmap
from app.ui.models.finding_words import stood_reason, stood_words
from app.ui.scheme import SEVERITY_ICONS, current_scheme, scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.keyed_button import Build, KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.stood_chip import StoodChip

MOST_LINES = 6
MOST_FIXES = 3


class ReviewFindings(QWidget):
    """Those that stand, worst first; then those that were let stand, as dashed chips."""

    fix_wanted = Signal(object, int)
    """Finding, number of its fix."""
    dismissal_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._open: list[Finding] = []
        self._stood: list[Finding] = []
        self._current = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(6))

    @property
    def current(self) -> Finding | None:
        """The finding that 1, 2 and 0 speak about."""
        return self._open[self._current] if self._open else None

    def step(self, by: int) -> None:
        """Make the next or previous finding current, round and round."""
        if self._open:
            self._current = (self._current + by) % min(len(self._open), MOST_LINES)
            self._refresh()

    def show_findings(self, findings: Sequence[Finding], pass_number: int) -> None:
        """Show the findings of an entry; what this pass asks about comes first."""
        before = self.current
        cards = self._session.cards
        self._open = sorted(
            (finding for finding in findings if not finding.dismissed),
            key=lambda finding: cards[finding.rule].review_pass != pass_number,
        )
        self._stood = [finding for finding in findings if finding.dismissed]
        self._current = next(
            (
                number
                for number, one in enumerate(self._open[:MOST_LINES])
                if before is not None
                and (one.entry, one.rule, one.key) == (before.entry, before.rule, before.key)
            ),
            0,
        )
        self._refresh()

    def _refresh(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, finding in enumerate(self._open[:MOST_LINES]):
            self._column.addWidget(self._line(finding, current=number == self._current))
        rest = len(self._open) - MOST_LINES
        if rest > 0:
            self._column.addWidget(Label(Type.QUIET, tr("{count} more", count=rest), self))
        if not self._open:
            none = Label(Type.HEADING, tr("No findings"), self)
            self._column.addWidget(self._with_icon("tick", "accent", none))
        for finding in self._stood[:MOST_LINES]:
            self._column.addWidget(self._stood_line(finding))

    def _stood_line(self, finding: Finding) -> QWidget:
        """What was let stand, and why."""
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(scaled(24), 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(StoodChip(stood_words(self._session, finding), row))
        reason = FewLines(Type.QUIET, row)
        reason.set_text(stood_reason(self._session, finding))
        layout.addWidget(reason, 1)
        return row

    def _line(self, finding: Finding, *, current: bool) -> QWidget:
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        title = rule_title(self._session, finding.rule)
        message = finding_message(self._session, finding)
        if not current:
            column.addLayout(self._one_line(title, message, text))
        else:
            column.addWidget(Label(Type.HEADING, title, text))
            column.addWidget(Label(Type.QUIET, message, text, wrap=True))
            column.addSpacing(scaled(4))
            column.addLayout(self._buttons(finding, text))
            column.addSpacing(scaled(4))
        icon, token = SEVERITY_ICONS[finding.severity]
        return self._with_icon(icon, token, text)

    def _one_line(self, title: str, message: str, parent: QWidget) -> QBoxLayout:
        """A rule may speak twice of one caption: its words tell one from the other."""
        line = QHBoxLayout()
        line.setSpacing(scaled(8))
        line.setContentsMargins(0, scaled(2), 0, scaled(2))  # the first line beside the icon
        name = Label(Type.SMALL, title, parent)
        name.setMinimumHeight(scaled(16))  # a line of the words beside it
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        beside = FewLines(Type.QUIET, parent, most=2)
        beside.set_text(message)
        line.addWidget(beside, 1)
        return line

    def _buttons(self, finding: Finding, parent: QWidget) -> QBoxLayout:
        buttons: list[KeyedButton] = []
        for number, fix in enumerate(finding.fixes[:MOST_FIXES]):
            words = fix_text(self._session, finding, fix)
            buttons.append(KeyedButton(words, str(number + 1), parent, build=Build.LOW))
            buttons[-1].clicked.connect(partial(self.fix_wanted.emit, finding, number))
        stand = KeyedButton(tr("Let it stand…"), "0", parent, flat=True, build=Build.LOW)
        stand.clicked.connect(partial(self.dismissal_wanted.emit, finding))
        buttons.append(stand)
        wide = sum(button.sizeHint().width() + scaled(8) for button in buttons)
        side_by_side = wide < self.width() - scaled(32)
        layout = QHBoxLayout() if side_by_side else QVBoxLayout()
        layout.setSpacing(scaled(8 if side_by_side else 4))
        if len(buttons) == 1:
            stand.begin_flush()
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if side_by_side:
            layout.addStretch()
        return layout

    def _with_icon(self, name: str, token: str, content: QWidget) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        picture = QLabel(row)
        ratio = self.devicePixelRatioF()
        picture.setPixmap(pixmap(name, getattr(current_scheme(), token), 16, ratio))
        picture.setFixedSize(QSize(16, scaled(20)))
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(content, 1)
        return row
