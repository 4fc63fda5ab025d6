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
from app.ui.widgets.words import RIGHT, paint_words, words_width

LISTED = 6
"""Buckets listed one by one."""
LOSS = 0.05
"""Share of a picture from which on its loss is warned of."""
NO_LOSS = 0.0005
_ZONE_NAME = 11
"""Size of the names of zones."""
SCALE_END = 70
ZONES = ((0, 4), (5, 10), (11, 14), (15, 25), (26, 50), (51, 59), (60, SCALE_END))
"""First and last count of each."""
_MATTER = (3, 4, 6, 1, 5, 0, 2)
"""Which zones are named first, where there is not room for all names."""
_BEST = (3, 4)
_WORSE = (1, 6)


@dataclass(frozen=True, slots=True)
class Figures:
    """What the three gauges show."""

    entries: int = 0
    buckets: tuple[BucketShare, ...] = ()
    lengths: Lengths | None = None
    overlong: int = 0
    """Captions that overrun a window of the model's encoders."""


@dataclass(frozen=True, slots=True)
class ZoneName:
    """What is said of a zone of counts, under it."""

    zone: int
    text: str
    left: int
    width: int


def zone_span(zone: int, width: float) -> tuple[float, float]:
    """Where a zone begins and ends on a bar of that width."""
    low, high = ZONES[zone]
    unit = width / (SCALE_END + 1)
    return low * unit, (high + 1) * unit


def zone_names(width: int) -> tuple[ZoneName, ...]:
    """The names that fit, each in the middle of its own zone, none touching another."""
    words = (
        tr("too few"),
        tr("unstable"),
        tr("getting there"),
        tr("most efficient"),
        tr("best, if consistent"),
        tr("no harm"),
        tr("little gain"),
    )
    found: list[ZoneName] = []
    for zone in _MATTER:
        begin, end = zone_span(zone, width)
        wide = words_width(words[zone], _ZONE_NAME)
        left = min(max(round((begin + end - wide) / 2), 0), width - wide)
        one = ZoneName(zone, words[zone], left, wide)
        inside = begin <= left + wide / 2 <= end
        apart = scaled(8)
        free = all(
            left >= other.left + other.width + apart or left + wide + apart <= other.left
            for other in found
        )
        if inside and free:
            found.append(one)
    return tuple(found)


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
    """The zones of the guide with their names below them, and where this set stands."""
    width, count = size.width(), figures.entries
    top, height = scaled(24), scaled(8)
    here = next(n for n, (_, high) in enumerate(ZONES) if count <= high or high == SCALE_END)
    for zone in range(len(ZONES)):
        begin, end = zone_span(zone, width)
        right = round(end) if zone == len(ZONES) - 1 else round(end) - 2
        shade = scheme.accent if zone in _BEST else scheme.line2 if zone in _WORSE else scheme.track
        painter.fillRect(QRect(round(begin), top, right - round(begin), height), QColor(shade))
    at = round((min(count, SCALE_END) + 0.5) * width / (SCALE_END + 1))
    painter.fillRect(QRect(at - 1, top - 4, 2, height + 8), QColor(scheme.text))
    names = zone_names(width)
    said = "" if any(name.zone == here for name in names) else count_words(count)
    _paint_number(painter, count, said, QRect(0, 0, width, scaled(18)), at, scheme)
    for name in names:
        room = QRect(name.left, top + height + scaled(6), name.width, scaled(16))
        current = name.zone == here
        ink = scheme.text if current else scheme.text2
        paint_words(painter, name.text, room, ink, _ZONE_NAME, 500 if current else 400)


def _paint_number(
    painter: QPainter, count: int, said: str, room: QRect, at: int, scheme: Scheme
) -> None:
    """The count above its place; beside it what is said of it, where its zone has no name."""
    number = words_width(str(count), 13, 600)
    left = min(max(at - number // 2, 0), room.width() - number)
    paint_words(painter, str(count), room.adjusted(left, 0, 0, 0), scheme.text, 13, 600)
    wide = words_width(said, 12)
    beside = left + number + scaled(8)
    if beside + wide > room.width():
        beside = left - scaled(8) - wide
    if said:
        paint_words(painter, said, room.adjusted(max(beside, 0), 0, 0, 0), scheme.text2, 12)


def _bucket_words(figures: Figures) -> str:
    """Every bucket with its pictures and what they lose."""
    return "; ".join(
        f"{one.bucket[0]} × {one.bucket[1]}: {one.count}, {_note(one)}" for one in figures.buckets
    )


def _listed(figures: Figures) -> int:
    """So many buckets have a line of their own; a single one left over has it too."""
    count = len(figures.buckets)
    return count if count <= LISTED + 1 else LISTED


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
    for one in buckets[: _listed(figures)]:
        _paint_line(painter, one, most, room, scheme)
        room.translate(0, scaled(24))
    rest = len(buckets) - _listed(figures)
    if rest > 0:
        room.setLeft(scaled(28))
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
    """Bars over the number of words, and beside them what they come to."""
    found = figures.lengths
    if found is None:
        top = QRect(0, 0, size.width(), scaled(18))
        paint_words(painter, _length_words(figures), top, scheme.text2, 12)
        return
    highest = max(found.bars)
    chart = round(size.width() * (1 if figures.overlong else 0.7))
    width = min(chart // max(len(found.bars), 1), scaled(28))
    floor = size.height() - scaled(18)
    above = scaled(22) if figures.overlong else 0
    for number, count in enumerate(found.bars):
        height = round((floor - above) * count / highest)
        bar = QRect(number * width, floor - height, width - 2, height)
        painter.fillRect(bar, QColor(scheme.accent))
        if number % 2 == 0:
            words = str(number * found.step)
            below = QRect(number * width, floor + 2, width * 2, scaled(16))
            paint_words(painter, words, below, scheme.text2, 11)
    painter.fillRect(QRect(0, floor, width * len(found.bars), 1), QColor(scheme.line))
    beside = QRect(0, 0, size.width(), scaled(18))
    if not figures.overlong:
        beside.setLeft(width * len(found.bars) + scaled(16))
    paint_words(painter, _length_words(figures), beside, scheme.text2, 12)


COUNT = Drawing(_count_words, lambda _: scaled(58), _paint_count)
SIZES = Drawing(_bucket_words, _bucket_height, _paint_buckets)
LENGTHS = Drawing(
    _length_words, lambda figures: scaled(84 if figures.overlong else 72), _paint_lengths
)
