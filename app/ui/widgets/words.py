"""Short words that stand on the sheet again and again, shaped once and painted many times."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTransform

from app.ui.scheme import interface_font, scaled

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


def words_width(text: str, size: int, weight: int = 400) -> int:
    """What words take, in device-independent pixels; `size` is at the base size."""
    return _shaped(text, scaled(size), size, weight)[2]


def paint_words(
    painter: QPainter,
    text: str,
    room: QRect,
    colour: str,
    size: int,
    weight: int = 400,
    *,
    align: Qt.AlignmentFlag = LEFT,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> int:
    """Paint one line in the middle of the height of `room`; the width it took.

    Words that are wider than `room` are cut with an ellipsis. Digits have one width.
    """
    font, shaped, width, height = _shaped(text, scaled(size), size, weight)
    if width > room.width() + 1:
        text = QFontMetricsF(font).elidedText(text, cut, room.width())
        font, shaped, width, height = _shaped(text, scaled(size), size, weight)
    x = room.left()
    if align == RIGHT:
        x += room.width() - width
    elif align == CENTRE:
        x += round((room.width() - width) / 2)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    top = room.top() + round((room.height() - height) / 2)
    painter.drawStaticText(QPointF(x, top), shaped)
    return width


@lru_cache(maxsize=4096)
def _shaped(
    text: str, pixels: int, size: int, weight: int
) -> tuple[QFont, QStaticText, int, float]:
    del pixels  # part of the key only: it follows the person's text size
    font = interface_font(size=size, weight=weight, numbers=True)
    metrics = QFontMetricsF(font)
    shaped = QStaticText(text)
    shaped.setTextFormat(Qt.TextFormat.PlainText)
    shaped.prepare(QTransform(), font)
    return font, shaped, round(metrics.horizontalAdvance(text)), metrics.height()
