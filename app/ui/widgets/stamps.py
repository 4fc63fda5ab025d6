"""Small parts of a row that look alike on many rows: painted once, and stamped from then on."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from app.ui.kept import Kept
from app.ui.scheme import Scheme, colour_of, type_key

Stamps = Kept[tuple[Hashable, ...], QPixmap]
_known = Stamps(512)
"""A few megabytes."""


def stamp(
    painter: QPainter,
    room: QRect,
    scheme: Scheme,
    ground: str,
    look: tuple[Hashable, ...],
    paint: Callable[[QPainter, QRect], None],
    kept: Stamps | None = None,
) -> None:
    """Put what `paint` paints into a place, on the one colour that lies behind it there.

    `look` holds everything that is seen of it, beside its size, the scheme and the type. What is
    seen at one picture only is kept by its own place, in `kept`.
    """
    if room.isEmpty():
        return  # a place that is squeezed away: Qt would warn of a picture without pixels
    ratio = painter.device().devicePixelRatioF()
    if not ratio.is_integer():
        paint(painter, room)  # it may begin between two pixels, and would be blurred
        return
    known = _known if kept is None else kept
    key = (look, room.width(), room.height(), ratio, scheme, ground, type_key())
    stamped = known.get(key)
    if stamped is None:
        stamped = QPixmap(round(room.width() * ratio), round(room.height() * ratio))
        stamped.setDevicePixelRatio(ratio)
        stamped.fill(colour_of(ground))
        own = QPainter(stamped)
        paint(own, QRect(0, 0, room.width(), room.height()))
        own.end()
        known.keep(key, stamped)
    painter.drawPixmap(room.topLeft(), stamped)
