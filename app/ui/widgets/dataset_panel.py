"""The desk's Dataset tab: what a person chooses, the light of the set, and the gauges."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.widgets.alike_panel import AlikePanel
from app.ui.widgets.choices_form import ChoicesForm
from app.ui.widgets.dataset_gauges import DatasetGauges
from app.ui.widgets.labels import Line
from app.ui.widgets.light_chart import LightChart
from app.ui.widgets.readiness_panel import EDGE, ReadinessPanel

OPENED_FROM = 420
"""Height of a desk that is opened up."""
SLIM = 760
"""A desk narrower than this has the gauges below the chart, not beside it."""
CHART = 600
"""Height of the chart below other things, so that the pictures can part."""
LEAST_CHART = 480
"""And where it has the desk's whole height for itself."""


class DatasetPanel(QScrollArea):
    """In the small desk readiness and choices come first, opened up the chart does, with the
    readiness beside it; the rest scrolls.
    """

    def __init__(
        self,
        session: Session,
        readiness: ReadinessPanel,
        choices: ChoicesForm,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._readiness = readiness
        self.chart = LightChart(session, self)
        self.gauges = DatasetGauges(session, self)
        self.alike = AlikePanel(session, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        form = QWidget(inner)
        self._above = QVBoxLayout(form)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(0)
        self._above.addWidget(readiness)
        self._above.addWidget(Line(form))
        self._above.addWidget(choices)
        self._above.addStretch()
        self._opened = False
        self._side = QVBoxLayout()
        # The readiness brings the rest of its margin itself: its lines light up beyond their words.
        self._side.setContentsMargins(24 - scaled(EDGE), 15, 24 - scaled(EDGE), 16)
        self._side.setSpacing(scaled(12))
        gauges = QVBoxLayout()
        gauges.setContentsMargins(scaled(EDGE), 0, scaled(EDGE), 0)
        gauges.addWidget(self.gauges)
        self._side.addLayout(gauges)
        self._side.addStretch()
        overview = self._overview = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        overview.setSpacing(0)
        self._between = Line(inner, vertical=True)
        chart = QVBoxLayout()
        chart.addWidget(self.chart, 1)
        chart.addStretch()
        overview.addLayout(chart, 16)
        overview.addWidget(self._between)
        overview.addLayout(self._side, 9)
        self.chart.setFixedHeight(scaled(CHART))
        self._column = QBoxLayout(QBoxLayout.Direction.TopToBottom, inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(form)
        self._column.addWidget(Line(inner))
        self._column.addWidget(self.alike)
        self._column.addLayout(overview, 1)
        self.setWidget(inner)
        self._choices, self._inner = choices, inner
        readiness.choices_wanted.connect(self.show_choices)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.chart.retranslate()
        self.gauges.retranslate()
        self.alike.retranslate()

    def show_choices(self) -> None:
        """Come to what a person chooses, below the chart."""
        self.verticalScrollBar().setValue(self._choices.mapTo(self._inner, QPoint()).y())
        self._choices.purpose.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for pictures that are alike among those measured meanwhile."""
        super().showEvent(event)
        self.alike.search_later()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the order round when the desk is opened up; a slim desk has one column."""
        super().resizeEvent(event)
        slim = self.width() < scaled(SLIM)
        ways = QBoxLayout.Direction
        self._overview.setDirection(ways.TopToBottom if slim else ways.LeftToRight)
        self._between.setVisible(not slim)
        opened = self.height() >= scaled(OPENED_FROM)
        # However long the gauges beside it: the chart and what it tells below it are seen at once,
        # and nothing that follows is cut by the lower edge.
        chart = max(self.height(), scaled(LEAST_CHART)) if opened else scaled(CHART)
        self.chart.setFixedHeight(chart)
        if opened != self._opened:
            self._opened = opened
            (self._side if opened else self._above).insertWidget(0, self._readiness)
            self._readiness.set_slim(slim=opened)
        directions = QBoxLayout.Direction
        self._column.setDirection(directions.BottomToTop if opened else directions.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """The desk may be small."""
        return QSize(scaled(480), scaled(96))
