"""Captions in lines of one height: the same pixels in a row and in an editor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.ui.kept import Kept
from app.ui.scheme import interface_font, scaled, type_key
from app.ui.text_marks import (
    Mark,
    MarkedPart,
    code_point_offset,
    marked_parts,
    utf16_offset,
    x_of,
)

LINE_SEPARATOR = "\u2028"
ELLIPSIS = "…"
_USUAL_LETTER = 0.42
"""Of the font's size: nearly all captions have broader letters, and no more of them is laid out
than fits."""


@dataclass(frozen=True, slots=True)
class CaptionType:
    """Size and line height of a caption, in pixels at the base size."""

    size: int
    line: int

    def font(self) -> QFont:
        """The font at the person's text size; one object, to be copied by whoever changes it."""
        return _font_of(self, type_key())

    @property
    def pitch(self) -> int:
        """From one baseline to the next, in device-independent pixels."""
        return scaled(self.line)

    @property
    def baseline(self) -> int:
        """From the top of a line to its baseline."""
        return _baseline_of(self, type_key())


SHEET_TYPE = CaptionType(14, 20)
LIGHT_TABLE_TYPE = CaptionType(15, 24)
REVIEW_FIRST_TYPE = CaptionType(20, 32)
REVIEW_SECOND_TYPE = CaptionType(18, 28)


_FROM_RIGHT = re.compile("[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]")
_LONG_WORD = 16
"""Letters; a longer one is cut inside."""


def caption_option() -> QTextOption:
    """How captions wrap, everywhere: at words, or anywhere where there are none."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


_OPTION = caption_option()


def count_lines(text: str, font: QFont, width: int) -> int:
    """How many lines a text takes at that width; an empty one takes one."""
    key = (text, font.key(), width)
    known = _counted.get(key)
    if known is None:
        broken = _broken(text.replace("\n", LINE_SEPARATOR), font, width, len(text) + 1)
        known = _counted.keep(key, broken.lineCount())
    return known


_counted = Kept[tuple[str, str, int], int](256)
"""Texts whose lines are remembered: a layout asks for the same ones again and again."""


def place_lines(layout: QTextLayout, font: QFont, pitch: int, left: float = 0.0) -> int:
    """Put every line of a layout that has lines onto its baseline; the height of them all.

    A fallback face for Japanese is taller than the Latin one. Left alone, a line would be as tall
    as its tallest letter, and lines would dance with their words.
    """
    return put_lines(layout, _baseline(font.key(), pitch, font), pitch, left)


def put_lines(layout: QTextLayout, baseline: int, pitch: int, left: float = 0.0) -> int:
    """The same for who knows where the baseline of a line is."""
    count = layout.lineCount()
    # Qt places all lines of a layout at once, and asks this for each line that it looks at: where
    # the first and the last one stand right, so do those between.
    ends = (count - 1, 0) if count > 1 else range(count)
    if all(_stands(layout.lineAt(n), left, n * pitch + baseline) for n in ends):
        return count * pitch
    for number in range(count):
        line = layout.lineAt(number)
        line.setPosition(QPointF(left, number * pitch + baseline - line.ascent()))
    return count * pitch


def _stands(line: QTextLine, left: float, baseline: float) -> bool:
    return line.x() == left and line.y() + line.ascent() == baseline


@lru_cache(maxsize=32)
def _font_of(caption_type: CaptionType, key: tuple[str, int]) -> QFont:
    del key  # of the cache only
    return interface_font(size=caption_type.size)


@lru_cache(maxsize=32)
def _baseline_of(caption_type: CaptionType, key: tuple[str, int]) -> int:
    del key  # of the cache only
    font = caption_type.font()
    return _baseline(font.key(), caption_type.pitch, font)


_baselines: dict[tuple[str, int], int] = {}


def _baseline(key: str, pitch: int, font: QFont) -> int:
    """From the top of a line to the baseline of its letters."""
    known = _baselines.get((key, pitch))
    if known is None:
        metrics = QFontMetricsF(font)
        known = round((pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())
        _baselines[key, pitch] = known
    return known


@dataclass(frozen=True, slots=True)
class _Ellipsis:
    runs: tuple[QGlyphRun, ...]
    width: float
    ascent: float


@dataclass(frozen=True, slots=True)
class _Ending:
    """Where a caption was cut: letters of the layout, and the corner of the ellipsis."""

    ellipsis: _Ellipsis
    units: int
    place: QPointF


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A caption that was broken into lines."""

    layout: QTextLayout
    text: str
    """As the layout holds it: line breaks are separators, and what cannot be seen may be gone."""
    shown: int
    """How many code points of the caption are to be seen."""
    cut: bool = False
    """An ellipsis stands where the caption goes on."""
    _ending: _Ending | None = field(default=None, compare=False)
    _runs: list[QGlyphRun] = field(default_factory=list, compare=False)
    _parts: dict[tuple[Mark, ...], tuple[MarkedPart, ...]] = field(
        default_factory=dict, compare=False
    )

    def parts(self, marks: Sequence[Mark]) -> tuple[MarkedPart, ...]:
        """Where these marks stand; worked out once for as long as they are the same."""
        key = tuple(marks)
        known = self._parts.get(key)
        if known is None:
            self._parts.clear()
            known = self._parts[key] = marked_parts(self.layout, key)
        return known

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Paint the letters with the painter's pen.

        The same pixels as the layout's own drawing, in two thirds of the time; with a ground behind
        some words the layout would draw these twice besides.
        """
        ending = self._ending
        if not self._runs:
            runs = self.layout.glyphRuns(0, ending.units) if ending else self.layout.glyphRuns()
            self._runs.extend(runs)
        for run in self._runs:
            painter.drawGlyphRun(origin, run)
        if ending is not None:
            for run in ending.ellipsis.runs:
                painter.drawGlyphRun(origin + ending.place, run)

    def last_width(self) -> float:
        """What the words of the last line take, with the ellipsis."""
        if self._ending is not None:
            return self._ending.place.x() + self._ending.ellipsis.width
        return self.layout.lineAt(self.layout.lineCount() - 1).naturalTextWidth()


class LayoutCache:
    """The layouts of the rows painted last; bounded, so that scrolling costs no memory."""

    def __init__(self, most: int = 256) -> None:
        self._known = Kept[tuple[str, int, int, str, int], LaidOut](most)

    def __len__(self) -> int:
        return len(self._known)

    def lay_out(
        self, caption: str, font: QFont, pitch: int, width: int, most_lines: int
    ) -> LaidOut:
        """`caption` in at most `most_lines` lines of `width` pixels, with an ellipsis if cut."""
        key = (caption, width, most_lines, font.key(), pitch)
        known = self._known.get(key)
        return known or self._known.keep(key, _lay_out(caption, font, pitch, width, most_lines))


def _lay_out(caption: str, font: QFont, pitch: int, width: int, most_lines: int) -> LaidOut:
    text = caption.replace("\n", LINE_SEPARATOR)
    width = max(width, 1)  # a place that has no width yet, or less than none
    letters = round(most_lines * width / (font.pixelSize() * _USUAL_LETTER)) + 1
    baseline = _baseline(font.key(), pitch, font)
    while True:
        begin = text[:letters]
        layout = _broken(begin, font, width, most_lines, (pitch, baseline))
        last = layout.lineAt(layout.lineCount() - 1)
        end = code_point_offset(begin, last.textStart() + last.textLength())
        if end < len(begin) or len(begin) == len(text):
            break
        letters *= 2  # so many letters that are narrower still
    if end == len(text):
        return LaidOut(layout, text, len(caption))
    if _FROM_RIGHT.search(begin):
        # Text that runs from right to left, in parts even, has to make room for it in its middle.
        start = code_point_offset(begin, last.textStart())
        rest = begin[start:].split(LINE_SEPARATOR, 1)[0]
        kept = QFontMetricsF(font).elidedText(rest + ELLIPSIS, Qt.TextElideMode.ElideRight, width)
        shown = start + len(kept.removesuffix(ELLIPSIS).rstrip() or begin[start : start + 1])
        text = begin[:shown] + ELLIPSIS
        layout = _broken(text, font, width, most_lines, (pitch, baseline))
        return LaidOut(layout, text, shown, cut=True)
    # Painted beside the layout: to break the text again with it takes twice as long.
    ellipsis = _ellipsis(font.key(), font)
    units = _units_before(ellipsis, layout, begin, last, width)
    place = QPointF(x_of(last, units), last.y() + last.ascent() - ellipsis.ascent)
    shown = code_point_offset(begin, units)
    return LaidOut(layout, begin, shown, cut=True, _ending=_Ending(ellipsis, units, place))


def _units_before(
    ellipsis: _Ellipsis, layout: QTextLayout, text: str, last: QTextLine, width: int
) -> int:
    """How much of the text is left before the ellipsis: to the last word that leaves it room."""
    first = last.textStart()
    start = code_point_offset(text, first)
    begun = x_of(last, first)

    def reach(position: int) -> float:
        return x_of(last, position) - begun

    units = utf16_offset(text, _end_of_words(text, start, first + last.textLength()))
    room = width - ellipsis.width
    if reach(units) > room:
        units = last.xToCursor(begun + room)
        if reach(units) > room:
            units = layout.previousCursorPosition(units)
        units = utf16_offset(text, _end_of_words(text, start, units, whole=True))
    return max(units, layout.nextCursorPosition(first))


def _end_of_words(text: str, start: int, units: int, *, whole: bool = False) -> int:
    """Where the last word before `units` ends, as a code point; a whole one, if it is asked for."""
    end = code_point_offset(text, units)
    words = text[start:end]
    if whole and not text[end : end + 1].isspace():
        before = words.rfind(" ")
        # Text without blanks, or one that has few, is cut anywhere: it would lose half a line.
        if len(words) - before <= _LONG_WORD and before > 0:
            words = words[:before]
    return start + len(words.rstrip())


@lru_cache(maxsize=32)
def _ellipsis(key: str, font: QFont) -> _Ellipsis:
    del key  # of the cache only
    layout = _broken(ELLIPSIS, font, 1000, 1)
    line = layout.lineAt(0)
    return _Ellipsis(tuple(layout.glyphRuns()), line.naturalTextWidth(), line.ascent())


def _broken(
    text: str, font: QFont, width: int, most_lines: int, rhythm: tuple[int, int] | None = None
) -> QTextLayout:
    """At most so many lines; with a rhythm of (pitch, baseline) each stands on its own."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_OPTION)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    for number in range(max(most_lines, 1)):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLeadingIncluded(True)
        line.setLineWidth(max(width, 1))
        if rhythm is not None:
            pitch, baseline = rhythm
            line.setPosition(QPointF(0, number * pitch + baseline - line.ascent()))
    layout.endLayout()
    return layout
