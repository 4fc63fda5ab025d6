"""The findings of one entry in review: one line each, the current one with its fixes."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.lint.rule import Finding
from app.ui.commas import listed
from app.ui.finding_text import finding_message, fix_text, rule_title
from app.ui.icons import pixmap
from app.ui.scheme import SEVERITY_ICONS, current_scheme, scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.keyed_button import Build, KeyedButton
from app.ui.widgets.labels import Label, Type

MOST_LINES = 6
MOST_FIXES = 3


class ReviewFindings(QWidget):
    """Those that stand, worst first; those let stand are one quiet line."""

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
        stood = self._stood
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
            self._column.addWidget(self._with_icon("tick", "accent", self._no_findings(stood)))
        elif stood:
            self._column.addWidget(Label(Type.QUIET, self._stood_text(stood), self, wrap=True))

    def _no_findings(self, stood: Sequence[Finding]) -> QWidget:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(Label(Type.HEADING, tr("No findings"), row))
        layout.addWidget(Label(Type.QUIET, self._stood_text(stood), row, wrap=True), 1)
        return row

    def _stood_text(self, stood: Sequence[Finding]) -> str:
        if not stood:
            return ""
        titles = listed(dict.fromkeys(rule_title(self._session, f.rule) for f in stood))
        return tr("let stand: {titles}", titles=titles)

    def _line(self, finding: Finding, *, current: bool) -> QWidget:
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        kind = Type.HEADING if current else Type.SMALL
        column.addWidget(Label(kind, rule_title(self._session, finding.rule), text))
        if current:
            message = finding_message(self._session, finding)
            column.addWidget(Label(Type.QUIET, message, text, wrap=True))
            column.addSpacing(scaled(4))
            column.addLayout(self._buttons(finding, text))
            column.addSpacing(scaled(4))
        icon, token = SEVERITY_ICONS[finding.severity]
        return self._with_icon(icon, token, text)

    def _buttons(self, finding: Finding, parent: QWidget) -> QBoxLayout:
        buttons: list[KeyedButton] = []
        for number, fix in enumerate(finding.fixes[:MOST_FIXES]):
            words = fix_text(self._session, finding, fix)
            buttons.append(KeyedButton(words, str(number + 1), parent, build=Build.LOW))
            buttons[-1].clicked.connect(partial(self.fix_wanted.emit, finding, number))
        stand = KeyedButton(tr("Let it stand…"), "0", parent, build=Build.LOW)
        stand.clicked.connect(partial(self.dismissal_wanted.emit, finding))
        buttons.append(stand)
        wide = sum(button.sizeHint().width() + scaled(8) for button in buttons)
        side_by_side = wide < self.width() - scaled(32)
        layout = QHBoxLayout() if side_by_side else QVBoxLayout()
        layout.setSpacing(scaled(8 if side_by_side else 4))
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
