"""Token meters: how much of an encoder's window a caption fills. A count, not a finding."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.ui.models.roles import Meter
from app.ui.scheme import Scheme, scaled
from app.ui.widgets.stamps import stamp
from app.ui.widgets.words import RIGHT, paint_words, words_width

LABEL = 30
"""Room for the name of an encoder, at the base size."""


def meter_text(meter: Meter) -> str:
    """The count and the window, as 63/75; an estimate as ≈63/75."""
    return f"{'' if meter.exact else '≈'}{meter.count}/{meter.window}"


def paint_meters(
    painter: QPainter, meters: Sequence[Meter], room: QRect, scheme: Scheme, ground: str
) -> None:
    """One line of 120 by 16 for each meter that has room; in every row the bars have one length."""
    widest = max((words_width(_widest(meter), 11, 500) for meter in meters), default=0)
    length = min(scaled(44), room.width() - scaled(LABEL) - scaled(4) - widest)
    line = QRect(room.left(), room.top(), room.width(), scaled(16))
    for meter in meters:
        if line.top() + line.height() > room.top() + room.height():
            return
        look = ("meter", meter.label, meter.count, meter.window, meter.exact, length)
        paint = partial(_paint_line, meter=meter, length=length, scheme=scheme)
        stamp(painter, line, scheme, ground, look, paint)
        line.translate(0, scaled(20))


def _paint_line(
    painter: QPainter, line: QRect, *, meter: Meter, length: int, scheme: Scheme
) -> None:
    paint_words(painter, meter.label, line, scheme.text2, 11)
    paint_meter_number(painter, meter, line, scheme)
    height, left = scaled(4), line.left() + scaled(LABEL)
    bar = QRectF(left, line.top() + (line.height() - height) / 2, length, height)
    if meter.window > 0 and length > height:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        _paint_bar(painter, meter, bar, scheme)
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
