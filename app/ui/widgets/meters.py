"""Token meters: how much of an encoder's window a caption fills. A count, not a finding."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.models.roles import Meter
from app.ui.scheme import Scheme, current_scheme, scaled
from app.ui.widgets.stamps import stamp
from app.ui.widgets.words import RIGHT, paint_words, words_width

LABEL, GAP = 28, 3
"""Room for the name of an encoder, and between its bar and its number, at the base size."""
SHORT_BAR = 24
"""Of a bar that stands between words."""
APART = 16
"""Between two counts on one line."""


def meter_text(meter: Meter) -> str:
    """The count and the window, as 63/75; an estimate as ≈63/75."""
    return f"{'' if meter.exact else '≈'}{meter.count}/{meter.window}"


def paint_meters(
    painter: QPainter, meters: Sequence[Meter], room: QRect, scheme: Scheme, ground: str
) -> None:
    """One line of 120 by 16 for each meter that has room; in every row the bars have one length."""
    widest = max((words_width(_widest(meter), 11, 500) for meter in meters), default=0)
    length = min(scaled(42), room.width() - scaled(LABEL) - scaled(GAP) - widest)
    line = QRect(room.left(), room.top(), room.width(), scaled(16))
    track = track_on(ground, scheme)
    for meter in meters:
        if line.top() + line.height() > room.top() + room.height():
            return
        look = ("meter", meter.label, meter.count, meter.window, meter.exact, length)
        paint = partial(_paint_line, meter=meter, length=length, track=track, scheme=scheme)
        stamp(painter, line, scheme, ground, look, paint)
        line.translate(0, scaled(20))


def track_on(ground: str, scheme: Scheme) -> str:
    """The empty part of a bar: on a selected row the usual one would hardly be seen."""
    return scheme.line2 if ground == scheme.selected else scheme.track


def _paint_line(
    painter: QPainter, line: QRect, *, meter: Meter, length: int, track: str, scheme: Scheme
) -> None:
    paint_words(painter, meter.label, line, scheme.text2, 11)
    paint_meter_number(painter, meter, line, scheme)
    height, left = scaled(4), line.left() + scaled(LABEL)
    bar = QRectF(left, line.top() + (line.height() - height) / 2, length, height)
    if meter.window > 0 and length > height:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        _paint_bar(painter, meter, bar, track, scheme)
        painter.restore()


def paint_meter_number(painter: QPainter, meter: Meter, room: QRect, scheme: Scheme) -> int:
    """The number alone, at the right of `room`; its width."""
    colour = scheme.warning if meter.count > meter.window else scheme.text2
    text = meter_text(meter)
    return paint_words(painter, text, room, colour, 11, _weight(meter), align=RIGHT)


def _widest(meter: Meter) -> str:
    return f"{'' if meter.exact else '≈'}{'0' * len(str(meter.window))}/{meter.window}"


def _weight(meter: Meter) -> int:
    return 500 if meter.count > meter.window else 400


def _paint_bar(painter: QPainter, meter: Meter, bar: QRectF, track: str, scheme: Scheme) -> None:
    radius = bar.height() / 2
    filled = QRectF(bar)
    if meter.count <= meter.window:
        painter.setBrush(QColor(track))
        painter.drawRoundedRect(bar, radius, radius)
        if meter.count:
            filled.setWidth(max(bar.width() * meter.count / meter.window, bar.height()))
            painter.setBrush(QColor(scheme.text2))
            painter.drawRoundedRect(filled, radius, radius)
        return
    # The whole bar is the count, so the solid part shrinks as the caption grows.
    filled.setWidth(bar.width() * meter.window / meter.count)
    outline = QPainterPath()
    outline.addRoundedRect(bar, radius, radius)
    painter.setClipPath(outline)
    painter.fillRect(filled, QColor(scheme.text2))
    beyond = bar.adjusted(filled.width(), 0, 0, 0)
    painter.setClipRect(beyond, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(scheme.warning), scaled(2)))
    x = beyond.left() - bar.height()
    while x < bar.right() + bar.height():
        painter.drawLine(QPointF(x, bar.bottom() + 1), QPointF(x + bar.height() + 2, bar.top() - 1))
        x += scaled(4)


class CountLine(QWidget):
    """The counts of one caption in words, one after the other; too many as on the sheet."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._meters: tuple[Meter, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_meters(self, meters: Sequence[Meter]) -> None:
        """Show these."""
        if tuple(meters) != self._meters:
            before = self.sizeHint()
            self._meters = tuple(meters)
            self.setAccessibleName("; ".join(f"{m.label} {meter_text(m)}" for m in meters))
            if self.sizeHint() != before:
                self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Of all counts side by side."""
        wide = sum(self._width(meter) for meter in self._meters)
        wide += scaled(APART) * max(len(self._meters) - 1, 0)
        return QSize(wide, scaled(self._size + 4))

    def _width(self, meter: Meter) -> int:
        bar = scaled(SHORT_BAR + 4) if meter.count > meter.window else 0
        label = words_width(meter.label, self._size) + scaled(4)
        return label + bar + words_width(meter_text(meter), self._size, _weight(meter))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Name and number of each; where the number is too large, the hatched bar between them."""
        del event
        painter, scheme = QPainter(self), current_scheme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.rect()
        for meter in self._meters:
            over = meter.count > meter.window
            taken = paint_words(painter, meter.label, room, scheme.text2, self._size)
            room.adjust(taken + scaled(4), 0, 0, 0)
            if over:
                top = (room.height() - scaled(4)) / 2
                bar = QRectF(room.left(), room.top() + top, scaled(SHORT_BAR), scaled(4))
                painter.save()
                _paint_bar(painter, meter, bar, scheme.track, scheme)
                painter.restore()
                room.adjust(scaled(SHORT_BAR + 4), 0, 0, 0)
            colour = scheme.warning if over else scheme.text2
            words = meter_text(meter)
            taken = paint_words(painter, words, room, colour, self._size, _weight(meter))
            room.adjust(taken + scaled(APART), 0, 0, 0)
        painter.end()
