"""Token meters: how much of an encoder's window a caption fills. A count, not a finding."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from app.ui.models.roles import Meter
from app.ui.scheme import Scheme, interface_font, scaled


def meter_text(meter: Meter) -> str:
    """The count and the window, as 63/75; an estimate as ~63/75."""
    return f"{'' if meter.exact else '~'}{meter.count}/{meter.window}"


def paint_meter(painter: QPainter, meter: Meter, room: QRect, scheme: Scheme) -> None:
    """Label, bar and number in a line of 120 by 16; past the window's end the bar is hatched."""
    over = meter.count > meter.window
    painter.setFont(interface_font(size=11, numbers=True))
    painter.setPen(QColor(scheme.text2))
    middle = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, meter.label)
    if over:
        painter.setFont(interface_font(size=11, weight=500, numbers=True))
        painter.setPen(QColor(scheme.warning))
    painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, meter_text(meter))
    height = scaled(4)
    left = room.left() + scaled(32)
    number = QFontMetricsF(painter.font()).horizontalAdvance(meter_text(meter))
    most = room.left() + room.width() - number - scaled(4) - left
    bar = QRectF(left, room.top() + (room.height() - height) / 2, min(scaled(44), most), height)
    _paint_bar(painter, meter, bar, scheme)


def _paint_bar(painter: QPainter, meter: Meter, bar: QRectF, scheme: Scheme) -> None:
    if meter.window <= 0:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    outline = QPainterPath()
    outline.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
    painter.setClipPath(outline)
    painter.fillRect(bar, QColor(scheme.track))
    filled = QRectF(bar)
    if meter.count <= meter.window:
        filled.setWidth(bar.width() * meter.count / meter.window)
        if meter.count:
            filled.setWidth(max(filled.width(), bar.height() / 2))
        painter.fillRect(filled, QColor(scheme.text2))
    else:
        # The whole bar is the count, so the solid part shrinks as the caption grows.
        filled.setWidth(bar.width() * meter.window / meter.count)
        painter.fillRect(filled, QColor(scheme.text2))
        beyond = bar.adjusted(filled.width(), 0, 0, 0)
        painter.fillRect(beyond, QBrush(QColor(scheme.base)))
        painter.setClipRect(beyond, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(QColor(scheme.warning), scaled(2)))
        x = beyond.left() - bar.height()
        while x < bar.right() + bar.height():
            painter.drawLine(
                QPointF(x, bar.bottom() + 1), QPointF(x + bar.height() + 2, bar.top() - 1)
            )
            x += scaled(4)
    painter.restore()
