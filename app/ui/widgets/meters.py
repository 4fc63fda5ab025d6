"""Token meters: how much of an encoder's window a caption fills. A count, not a finding."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.ui.models.roles import Meter
from app.ui.scheme import Scheme, scaled
from app.ui.widgets.words import RIGHT, paint_words


def meter_text(meter: Meter) -> str:
    """The count and the window, as 63/75; an estimate as ~63/75."""
    return f"{'' if meter.exact else '~'}{meter.count}/{meter.window}"


def paint_meter(painter: QPainter, meter: Meter, room: QRect, scheme: Scheme) -> None:
    """Label, bar and number in a line of 120 by 16; past the window's end the bar is hatched."""
    paint_words(painter, meter.label, room, scheme.text2, 11)
    number = paint_meter_number(painter, meter, room, scheme)
    height, left = scaled(4), room.left() + scaled(32)
    most = room.left() + room.width() - number - scaled(4) - left
    bar = QRectF(left, room.top() + (room.height() - height) / 2, min(scaled(44), most), height)
    if meter.window > 0:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        _paint_bar(painter, meter, bar, scheme)
        painter.restore()


def paint_meter_number(painter: QPainter, meter: Meter, room: QRect, scheme: Scheme) -> int:
    """The number alone, at the right of `room`; its width."""
    over = meter.count > meter.window
    colour, weight = (scheme.warning, 500) if over else (scheme.text2, 400)
    return paint_words(painter, meter_text(meter), room, colour, 11, weight, align=RIGHT)


def _paint_bar(painter: QPainter, meter: Meter, bar: QRectF, scheme: Scheme) -> None:
    radius = bar.height() / 2
    filled = QRectF(bar)
    if meter.count <= meter.window:
        painter.setBrush(QColor(scheme.track))
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
