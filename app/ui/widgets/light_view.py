"""The chart itself: pictures where they were measured, moved by arrows, opened by Enter."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.images.measure import (
    BRIGHT_MEAN,
    DARK_MEAN,
    MUTED_COLOURFULNESS,
    VIVID_COLOURFULNESS,
)
from app.lint.rule import Severity
from app.review.scatter import MOST_PICTURES, Placed, axis_range
from app.ui.background import Lane
from app.ui.icons import paint_icon
from app.ui.models.light_points import Across, LightPoint
from app.ui.scheme import SEVERITY_ICONS, Scheme, current_scheme, scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.light_marks import CELL, DOT, LaidOut, lay_out
from app.ui.widgets.small_pictures import SmallPictures
from app.ui.widgets.words import CENTRE, RIGHT, paint_words, words_width

SIDES = ((30, 46), (70, 36), (MOST_PICTURES, 26))
"""Up to so many entries, the longest side of a picture."""
LAY_OUT_MS = 60
BADGE, DISC = 14, 19
"""Side of a mark's sign, and across the disc behind it."""


class LightView(QWidget):
    """Knows where every mark stands; painting is one pass over the marks that can be seen."""

    current_changed = Signal()
    entry_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._points: tuple[LightPoint, ...] = ()
        self._across = Across.WARMTH
        self._laid = LaidOut({}, {}, None)
        self._look: tuple[Scheme, float] = (current_scheme(), 1.0)
        """Scheme and pixel ratio that it was laid out for."""
        self._by_light: tuple[LightPoint, ...] | None = None
        """In the order of Up and Down, once it was asked for."""
        self._asked = 0
        self._range = (0, 1)
        self.current: LightPoint | None = None
        self._chosen = False
        """By a person, and not only the first to come."""
        self._pictures = SmallPictures(session, self)
        self._pictures.arrived.connect(self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(scaled(320), scaled(280))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._later = QTimer(self, singleShot=True, interval=LAY_OUT_MS)
        self._later.timeout.connect(self._lay_out)

    def show_points(self, points: Sequence[LightPoint], across: Across) -> None:
        """Show these; what a person chose stays current where it is still there, else it is the
        worst finding.
        """
        self._points, self._across = tuple(points), across
        self._by_light = None
        before = self.current if self._chosen else None
        kept = (one for one in points if before is not None and one.entry == before.entry)
        self.current = next(kept, None) or min(points, key=_telling, default=None)
        self._later.start()
        self.current_changed.emit()

    @property
    def places(self) -> dict[int, Placed]:
        """Where the marks stand, in pixels of the plot."""
        return self._laid.places

    def at(self, place: QPointF) -> LightPoint | None:
        """The point whose mark lies under a place in the view."""
        inside = place - QPointF(self.plot().topLeft())
        column, row = int(inside.x() // CELL), int(inside.y() // CELL)
        near = (
            point
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for point in self._laid.cells.get((column + across, row + down), ())
        )
        found = [point for point in near if self._covers(point, inside)]
        # Marks are painted from left to right: the last one lies on top.
        return max(found, key=lambda one: (one.at(self._across), one.entry), default=None)

    def _covers(self, point: LightPoint, inside: QPointF) -> bool:
        placed = self._laid.places[point.entry]
        width, height = self._size(point)
        across, down = abs(placed.x - inside.x()), abs(placed.y - inside.y())
        return across * 2 <= width + 4 and down * 2 <= height + 4

    # Laying out ----------------------------------------------------------------------------

    def plot(self) -> QRect:
        """The part of the view between the axes."""
        left, bottom = scaled(36), scaled(44)
        size = self.size()
        width, height = size.width() - left - scaled(16), size.height() - bottom - scaled(8)
        return QRect(left, scaled(8), max(width, 1), max(height, 1))

    def _size(self, point: LightPoint) -> tuple[float, float]:
        if len(self._points) > MOST_PICTURES:
            return scaled(DOT), scaled(DOT)
        longest = scaled(next(side for most, side in SIDES if len(self._points) <= most))
        if point.aspect >= 1:
            return longest, longest / point.aspect
        return longest * point.aspect, longest

    def _lay_out(self) -> None:
        if self._session.dataset is None:
            return
        plot = self.plot()
        least = (-20.0, 20.0) if self._across is Across.WARMTH else (0.0, 70.0)
        self._range = axis_range([one.at(self._across) for one in self._points], least, 10)
        self._asked += 1
        sizes = (
            ((scaled(DOT), scaled(DOT)),)
            if len(self._points) > MOST_PICTURES
            else tuple(self._size(one) for one in self._points)
        )
        look = current_scheme(), self.devicePixelRatioF()
        self._session.background.in_thread(
            Lane.BULK,
            partial(lay_out, self._points, self._across, self._range, plot.size(), sizes, look),
            then=partial(self._laid_out, self._asked, self._points, look),
            failed=lambda _: None,
        )

    def _laid_out(
        self,
        asked: int,
        points: tuple[LightPoint, ...],
        look: tuple[Scheme, float],
        laid: object,
    ) -> None:
        if asked == self._asked and points is self._points and isinstance(laid, LaidOut):
            self._laid, self._look = laid, look
            self.update()

    def _x(self, value: float, plot: QRect) -> float:
        low, high = self._range
        return (value - low) / (high - low) * plot.width()

    def _y(self, lightness: float, plot: QRect) -> float:
        return (1 - lightness / 100) * plot.height()

    # Painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, limits and marks."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scheme, plot = current_scheme(), self.plot()
        self._paint_axes(painter, plot, scheme)
        self._paint_limits(painter, plot, scheme)
        self._paint_marks(painter, plot, scheme)
        self._paint_limit_words(painter, plot, scheme)
        painter.end()

    def _paint_marks(self, painter: QPainter, plot: QRect, scheme: Scheme) -> None:
        painter.save()
        painter.translate(plot.topLeft())
        if self._laid.dots is not None:
            self._paint_dots(painter, self._laid.dots, scheme)
            painter.restore()
            return
        for point in self._points:
            placed = self._laid.places.get(point.entry)
            if placed is not None and placed.moved > scaled(6):
                painter.setPen(QPen(QColor(scheme.line2), 1))
                painter.drawLine(QPointF(placed.x, placed.y), QPointF(placed.true_x, placed.true_y))
                painter.setBrush(QColor(scheme.line2))
                painter.drawEllipse(QPointF(placed.true_x, placed.true_y), 2, 2)
        for point in self._points:
            self._paint_mark(painter, point, scheme)
        if self.current is not None:
            self._paint_mark(painter, self.current, scheme)
        painter.restore()

    def _paint_dots(self, painter: QPainter, dots: QImage, scheme: Scheme) -> None:
        """Thousands are painted once, not with every move of the pointer."""
        if self._look != (scheme, self.devicePixelRatioF()):
            self._later.start()
        painter.drawImage(-DOT, -DOT, dots)
        placed = self._laid.places.get(self.current.entry) if self.current is not None else None
        if placed is not None:
            painter.setBrush(QColor(scheme.accent))
            painter.setPen(QPen(QColor(scheme.base), 2))
            radius = scaled(DOT) * (0.9 if self.hasFocus() else 0.7)
            painter.drawEllipse(QPointF(placed.x, placed.y), radius, radius)

    def _paint_axes(self, painter: QPainter, plot: QRect, scheme: Scheme) -> None:
        pen = QPen(QColor(scheme.line), 1)
        for lightness in range(0, 101, 20):
            y = plot.top() + round(self._y(lightness, plot))
            painter.setPen(pen)
            painter.drawLine(plot.left(), y, plot.right(), y)
            room = QRect(0, y - 8, plot.left() - scaled(8), 16)
            paint_words(painter, str(lightness), room, scheme.text2, 11, align=RIGHT)
        low, high = self._range
        step = 10 if high - low <= 80 else 20
        signed = self._across is Across.WARMTH
        for value in range(low, high + 1, step):
            x = plot.left() + round(self._x(value, plot))
            painter.setPen(pen)
            painter.drawLine(x, plot.top(), x, plot.bottom())
            words = f"{value:+d}".replace("-", "\N{MINUS SIGN}") if signed and value else str(value)
            room = QRect(x - 24, plot.bottom() + scaled(7), 48, 16)
            paint_words(painter, words, room, scheme.text2, 11, align=CENTRE)
        below = QRect(plot.left(), plot.bottom() + scaled(25), plot.width(), scaled(18))
        if signed:
            ends = tr("cooler"), tr("mean b* of the picture"), tr("warmer")
        else:
            ends = tr("grey"), tr("colourfulness of the picture"), tr("colourful")
        paint_words(painter, ends[0], below, scheme.text2, 12)
        paint_words(painter, ends[1], below, scheme.text2, 12, align=CENTRE)
        paint_words(painter, ends[2], below, scheme.text2, 12, align=RIGHT)

    def _paint_limits(self, painter: QPainter, plot: QRect, scheme: Scheme) -> None:
        pen = QPen(scheme.colour("light"), 1)
        pen.setDashPattern([4, 2])
        bright = round(self._y(BRIGHT_MEAN, plot)) + plot.top()
        dark = round(self._y(DARK_MEAN, plot)) + plot.top()
        painter.setPen(pen)
        painter.drawLine(QLineF(plot.left(), bright + 0.5, plot.right(), bright + 0.5))
        painter.drawLine(QLineF(plot.left(), dark + 0.5, plot.right(), dark + 0.5))
        if self._across is Across.COLOUR:
            painter.setPen(pen)
            for limit in (MUTED_COLOURFULNESS, VIVID_COLOURFULNESS):
                x = round(self._x(limit, plot)) + plot.left() + 0.5
                painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))

    def _paint_limit_words(self, painter: QPainter, plot: QRect, scheme: Scheme) -> None:
        """At the end of its line where no picture stands; over the pictures where both ends are
        taken.
        """
        bright, dark = (round(self._y(at, plot)) for at in (BRIGHT_MEAN, DARK_MEAN))
        for words, top, first in (
            (tr("bright: from {limit}", limit=round(BRIGHT_MEAN)), bright - scaled(18), 0),
            (tr("dark: up to {limit}", limit=round(DARK_MEAN)), dark + scaled(3), 1),
        ):
            width = words_width(words, 11) + scaled(8)
            ends = [QRect(x, top, width, scaled(15)) for x in (0, plot.width() - width)]
            room = next((end for end in (ends[first], ends[1 - first]) if self._free(end)), None)
            room = (room or ends[first]).translated(plot.topLeft())
            painter.fillRect(room, scheme.colour("base"))
            paint_words(painter, words, room, scheme.text2, 11, align=CENTRE)

    def _free(self, room: QRect) -> bool:
        """No mark stands in a part of the plot."""
        if self._laid.dots is not None:
            return True
        area = QRectF(room)
        for point in self._points:
            placed = self._laid.places.get(point.entry)
            if placed is not None:
                width, height = self._size(point)
                left, top = placed.x - width / 2, placed.y - height / 2
                if area.intersects(QRectF(left, top, width, height)):
                    return False
        return True

    def _paint_mark(self, painter: QPainter, point: LightPoint, scheme: Scheme) -> None:
        placed = self._laid.places.get(point.entry)
        if placed is None:
            return
        width, height = self._size(point)
        room = QRectF(placed.x - width / 2, placed.y - height / 2, width, height)
        severity = point.severity
        name, token = SEVERITY_ICONS[severity] if severity is not None else ("", "")
        is_current = self.current is not None and self.current.entry == point.entry
        longest, ratio = round(max(width, height)), self.devicePixelRatioF()
        pixmap = self._pictures.pixmap(point.entry, longest, ratio)
        if pixmap is None:
            painter.fillRect(room, QColor(scheme.mat))
        else:
            painter.drawPixmap(room, pixmap, QRectF(pixmap.rect()))
        # One frame: where you are goes before what is wrong, which its sign says besides.
        frame = "accent" if is_current else token
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if frame:
            painter.setPen(_square_pen(scheme.colour(frame), 2))
            painter.drawRect(room.adjusted(-1, -1, 1, 1))
        if is_current and self.hasFocus():
            painter.setPen(_square_pen(scheme.colour("base"), 1))
            painter.drawRect(room.adjusted(-2.5, -2.5, 2.5, 2.5))
            painter.setPen(_square_pen(scheme.colour("accent"), 1))
            painter.drawRect(room.adjusted(-3.5, -3.5, 3.5, 3.5))
        if name:
            corner = QPointF(room.right() - scaled(1), room.top() + scaled(1))
            paint_badge(painter, name, getattr(scheme, token), corner, scheme)

    # Mouse and keys ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places follow the size."""
        super().resizeEvent(event)
        self._later.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What lies under the pointer is told below the chart."""
        found = self.at(event.position())
        if found is not None:
            self._make_current(found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click makes current; a double click opens."""
        found = self.at(event.position())
        if found is not None:
            self._make_current(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it on the light table."""
        found = self.at(event.position())
        if found is not None:
            self.entry_wanted.emit(found.entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along one axis, Enter opens."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(self._points, 1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if self._by_light is None:
                lightest = sorted(self._points, key=lambda one: (one.lightness, one.entry))
                self._by_light = tuple(lightest)
            self._step(self._by_light, 1 if key == Qt.Key.Key_Up else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current is not None:
            self.entry_wanted.emit(self.current.entry)
        else:
            event.ignore()

    def _step(self, points: Sequence[LightPoint], by: int) -> None:
        if not points:
            return
        entry = self.current.entry if self.current is not None else None
        here = next((number for number, one in enumerate(points) if one.entry == entry), -1)
        self._make_current(points[min(max(here + by, 0), len(points) - 1)])

    def _make_current(self, point: LightPoint) -> None:
        self._chosen = True
        if point != self.current:
            self.current = point
            self.current_changed.emit()
            self.update()

    def sizeHint(self) -> QSize:
        """As in the design."""
        return QSize(scaled(860), scaled(560))


def paint_badge(painter: QPainter, name: str, colour: str, middle: QPointF, scheme: Scheme) -> None:
    """A sign of severity on a disc that holds every corner of it."""
    size = scaled(BADGE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.base))
    painter.drawEllipse(middle, scaled(DISC) / 2, scaled(DISC) / 2)
    # The weight of a triangle lies low.
    up = scaled(1) if name == "warning" else 0
    paint_icon(painter, name, colour, middle.x() - size / 2, middle.y() - size / 2 - up, size)


def _square_pen(colour: QColor, width: int) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _telling(point: LightPoint) -> tuple[int, int]:
    severity = point.severity
    return len(Severity) if severity is None else list(Severity).index(severity), point.entry
