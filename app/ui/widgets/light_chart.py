"""The light of the set: every picture where it was measured, and the one looked at below."""

from PySide6.QtCore import QRect, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.aspects import Aspect, Changed
from app.ui.models.light_points import Across, LightPoint, LightPoints
from app.ui.scheme import current_scheme, scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.light_view import LightView
from app.ui.widgets.segmented import Segmented
from app.ui.widgets.small_pictures import SmallPictures
from app.ui.widgets.words import paint_words

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
        self._title = Label(Type.HEADING, parent=self)
        self._reason = Label(Type.QUIET, parent=self)
        self.switch = Segmented(self, unsaid=False)
        self.view = LightView(session, self)
        self.strip = _Strip(session, self)
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
        self._title.setText(tr("Light of the set"))
        self._reason.setText(tr("each picture where it was measured"))
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


class _Strip(QWidget):
    """Picture, name, numbers and caption of the current mark, and the keys that work there."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._point: LightPoint | None = None
        self._pictures = SmallPictures(session, self)
        self._pictures.arrived.connect(self.update)
        self.setFixedHeight(scaled(76))

    @property
    def text(self) -> str:
        """Everything that is said, for readers of screens."""
        return ". ".join(part for part in self._lines() if part)

    def show_point(self, point: LightPoint | None) -> None:
        """Tell of another picture."""
        self._point = point
        self.update()

    def _lines(self) -> tuple[str, str, str, str]:
        point = self._point
        if point is None or self._session.dataset is None:
            return "", "", "", ""
        entry = self._session.entry(point.entry)
        tone = self._session.dataset.evidence_of(point.entry).tone
        facts = (
            tr(
                "lightness {light}, b* {warmth}, {dark} % dark pixels, colourfulness {colour}",
                light=round(tone.lightness_mean),
                warmth=str(round(tone.b_mean)).replace("-", "\N{MINUS SIGN}"),
                dark=round(tone.dark_share * 100),
                colour=round(tone.colourfulness),
            )
            if tone is not None
            else ""
        )
        keys = tr("Enter opens it on the light table, the arrows walk along both axes.")
        return self._session.name(entry.id), facts, (entry.text or "").replace("\n", " "), keys

    def paintEvent(self, event: QPaintEvent) -> None:
        """One quiet card."""
        del event
        scheme, painter = current_scheme(), QPainter(self)
        painter.fillRect(self.rect(), scheme.colour("window"))
        name, facts, caption, keys = self._lines()
        if self._point is not None and name:
            side = self.height() - scaled(16)
            place = QRect(scaled(8), scaled(8), side, side)
            self._pictures.paint_square(painter, self._point.entry, place, scheme)
            left = place.right() + scaled(16)
            line = QRect(left, scaled(8), self.width() - left - scaled(12), scaled(20))
            taken = paint_words(painter, name, line, scheme.text, 13, 600)
            beside = line.adjusted(taken + scaled(12), 0, 0, 0)
            paint_words(painter, facts, beside, scheme.text2, 12)
            paint_words(painter, caption, line.translated(0, scaled(20)), scheme.text, 13)
            paint_words(painter, keys, line.translated(0, scaled(40)), scheme.text2, 12)
        painter.end()

    def sizeHint(self) -> QSize:
        """As wide as the chart."""
        return QSize(scaled(400), self.height())
