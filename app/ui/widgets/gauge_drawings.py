"""What the gauges of the Dataset tab draw: count, sizes against buckets, lengths of captions."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.export.bucket_tally import BucketShare
from app.review.lengths import Lengths
from app.ui.commas import listed
from app.ui.icons import paint_icon
from app.ui.scheme import Scheme, scaled
from app.ui.text import tr, trn
from app.ui.widgets.words import CENTRE, RIGHT, paint_words

LISTED = 8
"""Buckets listed one by one."""
LOSS = 0.05
"""Share of a picture from which on its loss is warned of."""
NO_LOSS = 0.0005
SCALE_END = 70
_BANDS = ((5, 10), (11, 14), (15, 25), (26, 50), (51, 59), (60, SCALE_END))


@dataclass(frozen=True, slots=True)
class Figures:
    """What the three gauges show."""

    entries: int = 0
    buckets: tuple[BucketShare, ...] = ()
    lengths: Lengths | None = None
    overlong: int = 0
    """Captions that overrun a window of the model's encoders."""


def count_words(count: int) -> str:
    """What the guide says of so many pictures."""
    if count < 5:
        return tr("too few")
    if count <= 10:
        return tr("unstable, wide variation")
    if count <= 14:
        return tr("getting there")
    if count <= 25:
        return tr("most efficient")
    if count <= 50:
        return tr("best, if consistent")
    return tr("no harm") if count < 60 else tr("little gain, more duplication")


@dataclass(frozen=True, slots=True)
class Drawing:
    """One gauge: what it says in words, how high it is, and how it is painted into a size."""

    words: Callable[[Figures], str]
    height: Callable[[Figures], int]
    paint: Callable[[QPainter, QSize, Figures, Scheme], None]


def _count_words(figures: Figures) -> str:
    """The number, and what the guide says of it."""
    return f"{trn('%n entries', figures.entries)}: {count_words(figures.entries)}"


def _paint_count(painter: QPainter, size: QSize, figures: Figures, scheme: Scheme) -> None:
    """The bands of the guide, and where this set stands."""
    width, count = size.width() - scaled(4), figures.entries
    unit = width / SCALE_END
    bar = QRectF(0, scaled(24), width, scaled(8))
    painter.fillRect(bar, QColor(scheme.track))
    for low, high in _BANDS:
        best = low in (15, 26)
        inside = low <= count <= high or (high == SCALE_END and count > high)
        band = QRectF(low * unit, bar.top(), (high + 1 - low) * unit - 2, bar.height())
        band.setRight(min(band.right(), width))
        shade = scheme.accent if best else scheme.line2 if inside else scheme.track
        painter.fillRect(band, QColor(shade))
    at = min(count, SCALE_END) * unit
    painter.setPen(QPen(QColor(scheme.text), 2))
    painter.drawLine(round(at), round(bar.top()) - 4, round(at), round(bar.bottom()) + 4)
    place = QRect(min(max(round(at) - 30, 0), round(width) - 60), 0, 60, scaled(18))
    paint_words(painter, str(count), place, scheme.text, 13, 600, align=CENTRE)
    below = QRect(0, round(bar.bottom()) + scaled(8), round(width), scaled(18))
    paint_words(painter, count_words(count), below, scheme.text2, 12)
    paint_words(painter, tr("best from 15 to 50"), below, scheme.text2, 12, align=RIGHT)


def _bucket_words(figures: Figures) -> str:
    """Every bucket with its pictures and what they lose."""
    return "; ".join(
        f"{one.bucket[0]} × {one.bucket[1]}: {one.count}, {_note(one)}" for one in figures.buckets
    )


def _bucket_height(figures: Figures) -> int:
    """A line for each of the fullest, and one for the others."""
    lines = min(len(figures.buckets), LISTED + 1)
    return scaled(24) * max(lines, 1)


def _paint_buckets(painter: QPainter, size: QSize, figures: Figures, scheme: Scheme) -> None:
    """A line for each: its shape, its pictures, and what they lose."""
    buckets = figures.buckets
    room = QRect(0, 0, size.width(), scaled(24))
    if not buckets:
        paint_words(painter, tr("nothing measured yet"), room, scheme.text2, 12)
        return
    most = buckets[0].count
    for one in buckets[:LISTED]:
        _paint_line(painter, one, most, room, scheme)
        room.translate(0, scaled(24))
    rest = len(buckets) - LISTED
    if rest > 0:
        paint_words(painter, trn("%n more buckets", rest), room, scheme.text2, 12)


def _paint_line(
    painter: QPainter, one: BucketShare, most: int, room: QRect, scheme: Scheme
) -> None:
    width, height = one.bucket
    longest = scaled(14) / max(width, height, 1)
    shape = QRectF(0, 0, width * longest, height * longest)
    shape.moveCenter(QRectF(room.left(), room.top(), scaled(16), room.height()).center())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(scheme.text2), 1))
    painter.drawRect(shape)
    name = room.adjusted(scaled(28), 0, 0, 0)
    paint_words(painter, f"{width} × {height}", name, scheme.text, 12)
    full = max(round(room.width() * 0.22), scaled(40))
    bar = QRect(scaled(116), 0, max(round(full * one.count / most), 3), scaled(8))
    bar.moveTop(room.top() + (room.height() - bar.height()) // 2)
    alone = one.count < max(most // 4, 2)
    painter.fillRect(bar, QColor(scheme.line2 if alone else scheme.accent))
    left = scaled(116) + full + scaled(8)
    count = QRect(left, room.top(), scaled(32), room.height())
    paint_words(painter, str(one.count), count, scheme.text, 12, 600, align=RIGHT)
    left = count.right() + scaled(12)
    if one.lost >= LOSS or one.enlarged > 1:
        size = scaled(14)
        top = room.top() + (room.height() - size) // 2
        paint_icon(painter, "warning", scheme.warning, left, top, size)
        left += size + scaled(6)
    note = QRect(left, room.top(), room.right() - left, room.height())
    paint_words(painter, _note(one), note, scheme.text2, 12)


def _note(one: BucketShare) -> str:
    lost = tr("loses up to {percent} %", percent=f"{one.lost * 100:.1f}")
    if one.lost < NO_LOSS:
        lost = tr("nothing is lost")
    if one.enlarged > 1:
        return listed((lost, f"× {one.enlarged:.2f}"))
    return lost


def _length_words(figures: Figures) -> str:
    """The median, and how many overrun the window."""
    found = figures.lengths
    if found is None:
        return tr("no captions")
    parts = [tr("Median {count}.", count=found.median)]
    if figures.overlong:
        parts.append(trn("%n overrun the model's window.", figures.overlong))
    return " ".join(parts)


def _paint_lengths(painter: QPainter, size: QSize, figures: Figures, scheme: Scheme) -> None:
    """Bars over the number of words."""
    found = figures.lengths
    top = QRect(0, 0, size.width(), scaled(18))
    paint_words(painter, _length_words(figures), top, scheme.text2, 12)
    if found is None:
        return
    highest = max(found.bars)
    width = min(size.width() // max(len(found.bars), 1), scaled(36))
    floor = size.height() - scaled(18)
    most = floor - scaled(24)
    for number, count in enumerate(found.bars):
        height = round(most * count / highest)
        bar = QRect(number * width, floor - height, width - 3, height)
        painter.fillRect(bar, QColor(scheme.accent))
        if number % 2 == 0:
            words = str(number * found.step)
            below = QRect(number * width, floor + 2, width * 2, scaled(16))
            paint_words(painter, words, below, scheme.text2, 11)
    painter.fillRect(QRect(0, floor, width * len(found.bars), 1), QColor(scheme.line))


COUNT = Drawing(_count_words, lambda _: scaled(64), _paint_count)
SIZES = Drawing(_bucket_words, _bucket_height, _paint_buckets)
LENGTHS = Drawing(_length_words, lambda _: scaled(96), _paint_lengths)
