"""Is the dataset ready: nine points, each with its state, its reason and a way to its entries."""

from functools import partial

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.export.toml_difference import Sign
from app.export.toml_readiness import toml_state
from app.review.readiness import STATE_NAMES, TITLES, Point, PointKind, Readiness
from app.ui.icons import paint_icon
from app.ui.models.readiness_points import ReadinessPoints
from app.ui.scheme import current_scheme, interface_font, scaled
from app.ui.session import Session
from app.ui.text import say, tr
from app.ui.toml_file import TomlFile
from app.ui.widgets.caption_layout import LayoutCache, count_lines
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Type
from app.ui.widgets.words import paint_words, words_width

REASON = 12
EDGE = 6
"""What a line that the mouse is over stands out beyond its words."""
MOST_LINES = 4
"""Of a reason; all of it is in the tool tip."""
_layouts = LayoutCache(64)

SETTLE_MS = 400
SETTLE_MANY_MS = 3_000
MANY = 1_000
"""From so many entries on, the points are worked out less often."""
_ICONS = {
    Readiness.READY: ("tick", "accent"),
    Readiness.LOOK: ("hint", "hint"),
    Readiness.BLOCKED: ("error", "error"),
}
_COLUMNS = 2


class PointRow(QAbstractButton):
    """One point: icon by shape, title, reason. A click goes to what is behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._point: Point | None = None
        self._title_width = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_point(self, point: Point, title_width: int) -> None:
        """Show a point; titles of one column have one width."""
        self._point, self._title_width = point, title_width
        state, title = say(STATE_NAMES[point.state]), say(TITLES[point.kind])
        self.setAccessibleName(f"{title}: {state}. {say(point.reason)}")
        self.setToolTip(f"{title}: {state}. {say(point.reason)}")
        acts = bool(point.entries) or point.kind is PointKind.DATA_TOML
        self.setEnabled(acts)
        self.setCursor(Qt.CursorShape.PointingHandCursor if acts else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def _reason_left(self) -> int:
        return scaled(EDGE) + scaled(14) + scaled(8) + self._title_width + scaled(16)

    def hasHeightForWidth(self) -> bool:
        """A long reason takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the reason's lines at that width."""
        if self._point is None:
            return scaled(24)
        font = interface_font(size=REASON, numbers=True)
        room = max(width - self._reason_left(), scaled(60))
        lines = min(count_lines(say(self._point.reason), font, room), MOST_LINES)
        return scaled(8) + lines * scaled(16)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(scaled(300), scaled(24))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, title, reason."""
        del event
        if self._point is None:
            return
        painter, scheme = QPainter(self), current_scheme()
        if self.isEnabled() and (self.underMouse() or self.hasFocus()):
            painter.fillRect(self.rect(), QColor(scheme.selected))
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        name, token = _ICONS[self._point.state]
        size, left, line = scaled(14), scaled(EDGE), scaled(24)
        paint_icon(painter, name, getattr(scheme, token), left, (line - size) / 2, size)
        room = QRect(left + size + scaled(8), 0, self._title_width, line)
        paint_words(painter, say(TITLES[self._point.kind]), room, scheme.text, 12, 500)
        left = self._reason_left()
        font = interface_font(size=REASON, numbers=True)
        laid = _layouts.lay_out(
            say(self._point.reason), font, scaled(16), self.width() - left, MOST_LINES
        )
        painter.setPen(QColor(scheme.text2))
        laid.draw(painter, QPointF(left, scaled(4)))


class ReadinessPanel(QWidget):
    """Worked out anew a moment after something changed, while it is to be seen."""

    point_wanted = Signal(object)
    """Point whose entries the person wants to see."""
    choices_wanted = Signal()

    def __init__(
        self, session: Session, toml_file: TomlFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._toml_file = toml_file
        self.points: tuple[Point, ...] = ()
        self._worker = ReadinessPoints(session, self)
        self._worker.worked_out.connect(self._worked_out)
        self._title = FewLines(Type.HEADING, self, pitch=20)
        self._count = FewLines(Type.QUIET, self, pitch=20)
        self.choices = KeyedButton("", "", self, flat=True)
        self.choices.clicked.connect(self.choices_wanted)
        self._rows = [PointRow(self) for _ in PointKind]
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(32))
        self._grid.setVerticalSpacing(0)
        for number, row in enumerate(self._rows):
            row.clicked.connect(partial(self._clicked, number))
        self._margins = QVBoxLayout(self)
        self._margins.setSpacing(scaled(6))
        head = QHBoxLayout()
        head.setSpacing(scaled(8))
        head.setContentsMargins(scaled(EDGE), 0, 0, 0)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        head.addWidget(self.choices)
        self._margins.addLayout(head)
        self._margins.addLayout(self._grid)
        self.set_slim(slim=False)
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self.refresh)
        for signal in (
            session.opened,
            session.changed,
            session.rows_changed,
            session.choices_changed,
            session.dataset_findings_changed,
            toml_file.shown,
        ):
            signal.connect(self._later)
        self.retranslate()

    def set_slim(self, *, slim: bool) -> None:
        """All points below each other, or in two columns over the whole width."""
        per_column = len(self._rows) if slim else -(-len(self._rows) // _COLUMNS)
        for number, row in enumerate(self._rows):
            self._grid.removeWidget(row)
            self._grid.addWidget(row, number % per_column, number // per_column)
        self._grid.setColumnStretch(1, 0 if slim else 1)
        self._grid.setColumnStretch(0, 1)
        beside = 0 if slim else 16 - scaled(EDGE)
        self.choices.setVisible(slim)
        self._margins.setContentsMargins(beside, 0 if slim else 12, beside, 12)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self._title.set_text(tr("Ready to train?"))
        self.choices.set_words(tr("Choices…"))
        self.choices.setToolTip(tr("Purpose, training, concepts: they follow below the chart"))
        self._show()

    def refresh(self) -> None:
        """Work the points out."""
        file = self._toml_file
        differs = any(line.sign is not Sign.SAME for line in file.lines)
        toml = toml_state(exists=file.exists, differs=differs, problem=file.problem)
        self._worker.ask(toml)

    def _worked_out(self, points: tuple[Point, ...]) -> None:
        self.points = points
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Nothing is worked out while nobody looks."""
        super().showEvent(event)
        self.refresh()

    def _later(self) -> None:
        if self.isVisible() and not self._settle.isActive():
            dataset = self._session.dataset
            many = dataset is not None and len(dataset.entries) > MANY
            self._settle.start(SETTLE_MANY_MS if many else SETTLE_MS)

    def _show(self) -> None:
        ready = sum(point.state is Readiness.READY for point in self.points)
        words = tr("{done} of {total}", done=ready, total=len(self.points))
        self._count.set_text(words if self.points else "")
        width = max(words_width(say(title), 12, 500) for title in TITLES.values())
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(self.points))
            if number < len(self.points):
                row.show_point(self.points[number], width)

    def _clicked(self, number: int) -> None:
        self.point_wanted.emit(self.points[number])
