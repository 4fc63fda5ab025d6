"""The marks under words: where Qt counts them, and the one painter for rows and editors.

A caption is counted in code points everywhere else and in UTF-16 units by Qt; `utf16_offset` and
`code_point_offset` are the only places where one becomes the other.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
)

from app.lint.terms import Kind
from app.ui.scheme import KIND_TOKENS, Scheme

_WAVES = {False: (5.5, 1.25), True: (7.5, 1.5)}
"""Length, and height from the middle to the crest, of light and heavy waves, in pixels."""
_WAVE_ROOM = 4
"""Above and below the middle of a wave."""
_BELOW_BASELINE = 0.25
"""From the baseline to the middle of an underline, as a part of the font's size."""
_LONGEST_DOTS = 640
"""Pixels; a longer row of dots is stroked."""
_DOT = 0.01
"""Length of a dot between its round ends, as a part of its thickness."""
BIGGEST_SINGLE_UNIT = "\uffff"


class Weight(IntEnum):
    """How strongly a phrase is underlined; the heavier one wins where two overlap."""

    KNOWN = 0
    HINT = 1
    WARNING = 2
    """A warning or an error: the heavy line, and a wash behind the words."""


@dataclass(frozen=True, slots=True)
class UnderlinedSpan:
    """An underline at `text[start:end]`, in code points. Kind None is a finding without a term."""

    start: int
    end: int
    kind: Kind | None
    weight: Weight


@dataclass(frozen=True, slots=True)
class Mark:
    """An underline as Qt counts it: UTF-16 units of one text layout, never overlapping another."""

    start: int
    end: int
    kind: Kind | None
    weight: Weight


def utf16_offset(text: str, position: int) -> int:
    """Where Qt counts the code point `position` of `text`."""
    before = text[:position]
    if before.isascii() or max(before) <= BIGGEST_SINGLE_UNIT:
        return len(before)
    return len(before) + sum(1 for character in before if character > BIGGEST_SINGLE_UNIT)


def code_point_offset(text: str, units: int) -> int:
    """The code point that Qt counts as `units`; inside a surrogate pair, the pair's own."""
    if text.isascii():
        return min(units, len(text))
    passed = 0
    for position, character in enumerate(text):
        passed += 2 if character > BIGGEST_SINGLE_UNIT else 1
        if passed > units:
            return position
    return len(text)


def without_overlap(spans: Iterable[UnderlinedSpan]) -> list[UnderlinedSpan]:
    """The spans in order, each letter under one line at most: the heavier one wins, then the first.

    What a heavier span covers only in part keeps its line on the rest.
    """
    in_order = sorted(spans, key=lambda s: s.start)
    if all(before.end <= after.start for before, after in pairwise(in_order)):
        return [span for span in in_order if span.start < span.end]  # as in most captions
    result: list[UnderlinedSpan] = []
    for span in sorted(in_order, key=lambda s: (-s.weight, s.start, s.end)):
        free = [(span.start, span.end)]
        for taken in result:
            free = [piece for part in free for piece in _outside(part, taken)]
        result.extend(
            UnderlinedSpan(start, end, span.kind, span.weight) for start, end in free if start < end
        )
    return sorted(result, key=lambda s: s.start)


def _outside(part: tuple[int, int], taken: UnderlinedSpan) -> list[tuple[int, int]]:
    start, end = part
    if end <= taken.start or taken.end <= start:
        return [part]
    return [(start, min(end, taken.start)), (max(start, taken.end), end)]


def moved_spans(
    spans: Iterable[UnderlinedSpan], start: int, end: int, length: int
) -> Iterator[UnderlinedSpan]:
    """The spans of a text in which `length` letters took the place of `text[start:end]`."""
    by = length - (end - start)
    for span in spans:
        first = span.start if span.start < start else max(span.start, end) + by
        last = span.end if span.end <= start else max(span.end + by, start)
        if first >= last:
            continue
        if (first, last) == (span.start, span.end):
            yield span
        else:
            yield UnderlinedSpan(first, last, span.kind, span.weight)


def marks_of(text: str, spans: Iterable[UnderlinedSpan]) -> list[Mark]:
    """The spans of a whole text as Qt counts them; what lies beyond the text is cut off.

    A known term is underlined only if its kind has a line of its own: where the camera stands and
    what the medium is are worth a line when a finding says so, and otherwise only noise.
    """
    return list(_marks_of(text, tuple(spans)))


@lru_cache(maxsize=64)
def _marks_of(text: str, spans: tuple[UnderlinedSpan, ...]) -> tuple[Mark, ...]:
    """Row and editor show the same caption, and a row paints it again with every key."""
    length = len(text)
    spans = tuple(s for s in spans if s.weight is not Weight.KNOWN or s.kind in KIND_TOKENS)
    return tuple(
        Mark(
            utf16_offset(text, max(span.start, 0)),
            utf16_offset(text, span.end),
            span.kind,
            span.weight,
        )
        for span in without_overlap(spans)
        if span.start < length and span.end > 0
    )


def washes(marks: Iterable[Mark], scheme: Scheme) -> list[QTextLayout.FormatRange]:
    """The coloured grounds behind words with a warning or an error, to be drawn with the text."""
    result = []
    for mark in marks:
        ground = wash_format(mark, scheme)
        if ground is not None:
            wash = QTextLayout.FormatRange()
            wash.start = mark.start
            wash.length = mark.end - mark.start
            wash.format = ground
            result.append(wash)
    return result


def wash_format(mark: Mark, scheme: Scheme) -> QTextCharFormat | None:
    """The ground behind a mark's words; None where it has none."""
    if mark.weight is not Weight.WARNING:
        return None
    ground = QTextCharFormat()
    ground.setBackground(QBrush(_wash(mark, scheme)))
    return ground


def _wash(mark: Mark, scheme: Scheme) -> QColor:
    token = KIND_TOKENS.get(mark.kind) if mark.kind else None
    return scheme.colour(f"{token}_wash" if token else "warning_wash")


class MarkedPart(NamedTuple):
    """The part of a mark that stands on one line, in the layout's own coordinates."""

    mark: Mark
    left: float
    right: float
    """Not beyond the last letter of the line: a blank at its end has no line."""
    ground: QRectF
    """Of the wash."""
    baseline: float


def marked_parts(layout: QTextLayout, marks: Sequence[Mark]) -> tuple[MarkedPart, ...]:
    """Where marks stand on the lines of a layout, from the top."""
    parts: list[MarkedPart] = []
    for number in range(layout.lineCount()) if marks else ():
        line = layout.lineAt(number)
        first = line.textStart()
        last = first + line.textLength()
        here = [mark for mark in marks if mark.start < last and first < mark.end]
        if not here:
            continue
        letters, top, height = line.naturalTextRect(), line.y(), line.height()
        most, baseline = line.x() + letters.width(), top + line.ascent()
        for mark in here:
            start, end = max(mark.start, first), min(mark.end, last)
            if start < end:
                # In text that runs from right to left the end lies left of the start.
                left, right = sorted((x_of(line, start), x_of(line, end)))
                ground = QRectF(left, top, right - left, height) & letters
                parts.append(MarkedPart(mark, left, min(right, most), ground, baseline))
    return tuple(parts)


def paint_washes(
    painter: QPainter, parts: Iterable[MarkedPart], origin: QPointF, scheme: Scheme
) -> None:
    """Paint the grounds behind words before these are drawn, as Qt would paint `washes`."""
    for part in parts:
        if part.mark.weight is Weight.WARNING:
            room = part.ground.translated(origin).toAlignedRect()
            painter.fillRect(room, _wash(part.mark, scheme))


def paint_marks(
    painter: QPainter,
    layout: QTextLayout,
    origin: QPointF,
    marks: Sequence[Mark],
    scheme: Scheme,
) -> None:
    """Draw the underlines of a layout that is drawn at `origin`, over as many lines as they take.

    Call it after the text, so that a line is never hidden by a wash or a selection.
    """
    size = layout.font().pixelSize()
    paint_underlines(painter, marked_parts(layout, marks), origin, size, scheme)


def paint_underlines(
    painter: QPainter,
    parts: Sequence[MarkedPart],
    origin: QPointF,
    size: int,
    scheme: Scheme,
) -> None:
    """The same for who keeps the parts; `size` is the font's, in pixels."""
    if not parts:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ratio = painter.device().devicePixelRatioF()
    for part in parts:
        left, right = origin.x() + part.left, origin.x() + part.right
        if right - left >= 1:
            y = origin.y() + part.baseline + size * _BELOW_BASELINE
            _paint_underline(painter, left, right, y, part.mark, scheme, ratio)
    painter.restore()


def _paint_underline(
    painter: QPainter,
    left: float,
    right: float,
    y: float,
    mark: Mark,
    scheme: Scheme,
    ratio: float,
) -> None:
    if mark.kind is Kind.MODIFIER:
        heavy = mark.weight is not Weight.KNOWN
        wave = _wave(round(right - left), heavy=heavy, colour=scheme.modifier, ratio=ratio)
        painter.drawPixmap(QPointF(round(left), math.floor(y) - _WAVE_ROOM), wave)
        return
    pen = _pen(mark.kind, mark.weight, scheme)
    thick = pen.widthF()
    # Even thicknesses are sharp on whole pixels, odd ones between two.
    middle = round(y) + (0.0 if thick % 2 == 0 else 0.5)
    if mark.kind is Kind.MOOD:
        left += thick / 2  # a round dot is drawn around its point
        if ratio.is_integer() and 0 <= right - left < _LONGEST_DOTS:
            _stamp_dots(painter, left, right, middle, mark, scheme, ratio)
            return
    painter.setPen(pen)
    painter.drawLine(QPointF(left, middle), QPointF(right, middle))


def _stamp_dots(
    painter: QPainter,
    left: float,
    right: float,
    middle: float,
    mark: Mark,
    scheme: Scheme,
    ratio: float,
) -> None:
    """The beginning of a long row of dots that was painted once: stroking each takes ten times."""
    thick = _pen(mark.kind, mark.weight, scheme).widthF()
    period = round(2 * thick)
    dots = int((right - left) / period) + 1
    dotted = _dots(left % 1, middle % 1, mark.weight, scheme, ratio)
    # The dot after the last one begins half a period later.
    width = dots * period
    part = QRectF(0, 0, width * ratio, dotted.height())
    painter.drawPixmap(
        QPointF(math.floor(left) - period // 2, math.floor(middle) - _WAVE_ROOM), dotted, part
    )


@lru_cache(maxsize=256)
def _dots(left: float, middle: float, weight: Weight, scheme: Scheme, ratio: float) -> QPixmap:
    """A long row of dots, each the copy of one: to stroke them all takes far longer."""
    pen = _pen(Kind.MOOD, weight, scheme)
    period = round(2 * pen.widthF())  # whole pixels: each dot looks like the one before
    pen = QPen(pen.color(), pen.widthF(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    height = round(2 * _WAVE_ROOM * ratio)
    dot = QPixmap(round(period * ratio), height)
    dot.setDevicePixelRatio(ratio)
    dot.fill(Qt.GlobalColor.transparent)
    painter = QPainter(dot)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    at = QPointF(period // 2 + left, _WAVE_ROOM + middle)
    painter.drawLine(at, at + QPointF(_DOT * pen.widthF(), 0))
    painter.end()
    dot.setDevicePixelRatio(1)
    row = QPixmap(round((_LONGEST_DOTS + 2 * period) * ratio), height)
    row.fill(Qt.GlobalColor.transparent)
    painter = QPainter(row)
    painter.drawTiledPixmap(row.rect(), dot)
    painter.end()
    row.setDevicePixelRatio(ratio)
    return row


def x_of(line: QTextLine, position: int) -> float:
    """Where the letter `position` (as Qt counts) begins, from the left of its layout."""
    # Beside x, PySide gives the position back: Qt may move it to the edge of a letter.
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x


@lru_cache(maxsize=64)
def _pen(kind: Kind | None, weight: Weight, scheme: Scheme) -> QPen:
    heavy = weight is not Weight.KNOWN
    token = KIND_TOKENS.get(kind, "hint") if kind else "hint"
    pen = QPen(scheme.colour(token))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind is Kind.LIGHTING:
        pen.setWidthF(2.0 if heavy else 1.0)
        pen.setDashPattern([2.5, 1.25] if heavy else [4.0, 2.0])
    elif kind is Kind.MOOD:
        pen.setWidthF(3.0 if heavy else 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([_DOT, 2 - _DOT])
    else:
        pen.setWidthF(2.0 if heavy else 1.0)
    return pen


@lru_cache(maxsize=512)
def _wave(width: int, *, heavy: bool, colour: str, ratio: float) -> QPixmap:
    """A wave of `width` pixels that begins in its middle; cached, since stroking one is slow."""
    length, height = _WAVES[heavy]
    result = QPixmap(round(width * ratio), round(2 * _WAVE_ROOM * ratio))
    result.setDevicePixelRatio(ratio)
    result.fill(Qt.GlobalColor.transparent)
    path = QPainterPath(QPointF(0, _WAVE_ROOM + 0.5))
    for x in range(1, width + 1):
        path.lineTo(x, _WAVE_ROOM + 0.5 - height * math.sin(2 * math.pi * x / length))
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), 1.5 if heavy else 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.end()
    return result
