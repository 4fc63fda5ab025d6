"""Short words that stand on the sheet again and again, shaped once and painted many times."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGlyphRun, QPainter, QTextLayout

from app.ui.scheme import colour_of, interface_font, scaled

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter


def words_width(text: str, size: int, weight: int = 400) -> int:
    """What words take, in device-independent pixels; `size` is at the base size."""
    return _shaped(text, scaled(size), size, weight).width


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
    words = _shaped(text, scaled(size), size, weight)
    if words.width > room.width() + 1:
        text = QFontMetricsF(words.font).elidedText(text, cut, room.width())
        words = _shaped(text, scaled(size), size, weight)
    x = room.left()
    if align == RIGHT:
        x += room.width() - words.width
    elif align == CENTRE:
        x += round((room.width() - words.width) / 2)
    painter.setPen(colour_of(colour))
    # On whole pixels, and words of two sizes side by side on one line.
    baseline = round((room.height() + words.capitals) / 2)
    origin = QPointF(x, room.top() + baseline - words.ascent)
    for run in words.runs:
        painter.drawGlyphRun(origin, run)
    return words.width


@dataclass(frozen=True, slots=True)
class _Words:
    font: QFont
    runs: tuple[QGlyphRun, ...]
    """The letters as they were shaped: painted as they are, in any colour."""
    width: int
    ascent: float
    """Of the whole line: a fallback face may be taller than the font."""
    capitals: float
    """The height of a capital letter."""


@lru_cache(maxsize=4096)
def _shaped(text: str, pixels: int, size: int, weight: int) -> _Words:
    font, capitals = _type(pixels, size, weight)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    runs = tuple(layout.glyphRuns())
    return _Words(font, runs, round(line.naturalTextWidth()), line.ascent(), capitals)


@lru_cache(maxsize=32)
def _type(pixels: int, size: int, weight: int) -> tuple[QFont, float]:
    """A font and the height of its capitals; `pixels` follows the person's text size."""
    del pixels  # part of the key only
    font = interface_font(size=size, weight=weight, numbers=True)
    return font, QFontMetricsF(font).capHeight()
