"""The light of the set: every picture where it was measured, and the one looked at below."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.aspects import Aspect, Changed
from app.ui.models.light_points import Across, LightPoints
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.labels import Type
from app.ui.widgets.light_strip import LightStrip
from app.ui.widgets.light_view import LightView
from app.ui.widgets.segmented import Segmented

GATHER_MS = 250
AT_ONCE = 40
"""Entries that are taken in between two events."""


class LightChart(QWidget):
    """Heading, switch, chart and the strip for the current picture."""

    entry_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._title = FewLines(Type.HEADING, self, pitch=20)
        self._reason = FewLines(Type.QUIET, self, pitch=20)
        self.switch = Segmented(self, unsaid=False)
        self.view = LightView(session, self)
        self.strip = LightStrip(session, self)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._reason, 1)
        head.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.strip)
        self._points = LightPoints(session)
        self._later = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._later.timeout.connect(self._gather)
        self.switch.chosen.connect(lambda _: self._show_points())
        self.view.current_changed.connect(self._tell_current)
        self.view.entry_wanted.connect(self.entry_wanted)
        session.changed.connect(self._changed)
        for signal in (session.rows_changed, session.opened, session.closed):
            signal.connect(self._other_entries)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self._title.set_text(tr("Light of the set"))
        self._reason.set_text(
            tr("each picture where it was measured; a thin line leads back to a crowded spot")
        )
        across = self.switch.value or Across.WARMTH
        self.switch.set_options(
            [(Across.WARMTH, tr("Warmth")), (Across.COLOUR, tr("Colourfulness"))]
        )
        self.switch.set_value(across)
        self.switch.setAccessibleName(tr("Light of the set"))
        self.view.setAccessibleName(tr("Light of the set"))
        self._tell_current()

    @property
    def across(self) -> Across:
        """What the horizontal axis says."""
        value = self.switch.value
        return value if isinstance(value, Across) else Across.WARMTH

    def _changed(self, change: Changed) -> None:
        if change.aspects & {Aspect.EVIDENCE, Aspect.FINDINGS}:
            self._points.look_at(change.entries)
            self._changed_later()

    def _other_entries(self) -> None:
        self._points.look_at_all()
        self._changed_later()

    def _changed_later(self) -> None:
        # A long stream of measurements must not put the chart off for ever.
        if self.isVisible() and not self._later.isActive():
            self._later.start(GATHER_MS)

    def _gather(self) -> None:
        if self._points.gather(AT_ONCE):
            self._show_points()
        else:
            self._later.start(0)

    def _show_points(self) -> None:
        self.view.show_points(self._points.along(self.across), self.across)

    def _tell_current(self) -> None:
        point = self.view.current
        self.strip.show_point(point)
        self.view.setAccessibleDescription(self.strip.text)

    def showEvent(self, event: QShowEvent) -> None:
        """Gather what came while nobody looked."""
        super().showEvent(event)
        self._later.start(GATHER_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._later.stop()
        super().hideEvent(event)
