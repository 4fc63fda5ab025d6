"""Where marks stand: code points and UTF-16 units, overlaps, and lines over a broken phrase."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from app.lint.terms import Kind
from app.ui.scheme import DARK, LIGHT
from app.ui.text_marks import (
    UnderlinedSpan,
    Weight,
    code_point_offset,
    marks_of,
    moved_spans,
    paint_marks,
    utf16_offset,
    washes,
    without_overlap,
)
from app.ui.widgets.caption_layout import SHEET_TYPE, LayoutCache

LETTERS = st.text(
    st.one_of(
        st.sampled_from("ab é夜景😀𠮷 "),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)
SPANS = st.lists(
    st.builds(
        lambda start, length, kind, weight: UnderlinedSpan(start, start + length, kind, weight),
        st.integers(0, 20),
        st.integers(1, 8),
        st.sampled_from([*Kind, None]),
        st.sampled_from(Weight),
    ),
    max_size=8,
)


@given(LETTERS, st.data())
def test_offsets_are_those_of_utf16(text, data):
    position = data.draw(st.integers(0, len(text)))
    units = utf16_offset(text, position)
    assert units == len(text[:position].encode("utf-16-le")) // 2
    assert code_point_offset(text, units) == position


def test_inside_a_pair_is_the_pair_itself():
    assert code_point_offset("a😀b", 2) == 1


@given(SPANS)
def test_a_letter_has_one_line_and_it_is_the_heaviest(spans):
    flat = without_overlap(spans)
    for place in range(30):
        here = [s for s in flat if s.start <= place < s.end]
        wanted = [s for s in spans if s.start <= place < s.end]
        assert len(here) == min(len(wanted), 1)
        if here:
            assert here[0].weight == max(s.weight for s in wanted)


def test_a_mark_beyond_the_text_is_cut_off():
    spans = [
        UnderlinedSpan(2, 99, Kind.MOOD, Weight.HINT),
        UnderlinedSpan(50, 60, Kind.MOOD, Weight.HINT),
    ]
    assert [(m.start, m.end) for m in marks_of("😀abc", spans)] == [(3, 5)]


def test_a_known_term_without_a_line_of_its_own_is_quiet_until_a_finding_speaks():
    for kind in (Kind.CAMERA, Kind.MEDIUM, None):
        assert marks_of("close up", [UnderlinedSpan(0, 8, kind, Weight.KNOWN)]) == []
        assert len(marks_of("close up", [UnderlinedSpan(0, 8, kind, Weight.HINT)])) == 1


def test_only_a_warning_has_a_wash():
    spans = [
        UnderlinedSpan(0, 1, Kind.MOOD, Weight.KNOWN),
        UnderlinedSpan(2, 3, Kind.LIGHTING, Weight.HINT),
        UnderlinedSpan(4, 5, Kind.MODIFIER, Weight.WARNING),
    ]
    marks = marks_of("a b c", spans)
    for scheme in (LIGHT, DARK):
        (wash,) = washes(marks, scheme)
        assert (wash.start, wash.length) == (4, 1)
        ground = wash.format.background().color().name().upper()
        assert ground == scheme.modifier_wash


def painted(text, spans, width, scheme=LIGHT):
    """For each line, the columns where the mark's colour was painted."""
    laid = LayoutCache().lay_out(text, SHEET_TYPE.font(), SHEET_TYPE.pitch, width, 4)
    image = QImage(width, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(scheme.base))
    painter = QPainter(image)
    paint_marks(painter, laid.layout, QPointF(0, 0), marks_of(laid.text, spans), scheme)
    painter.end()
    ground = QColor(scheme.base)
    return [
        {
            x
            for x in range(width)
            for y in range(20 * n, 20 * n + 20)
            if image.pixelColor(x, y) != ground
        }
        for n in range(laid.layout.lineCount())
    ]


def test_a_phrase_over_two_lines_is_underlined_on_both(qapp):
    text = "a young woman in soft and natural light"
    start = text.index("soft")
    span = UnderlinedSpan(start, start + len("soft and natural"), Kind.LIGHTING, Weight.WARNING)
    lines = painted(text, [span], 150)
    marked = [n for n, columns in enumerate(lines) if columns]
    assert len(marked) == 2
    assert min(lines[marked[1]]) <= 1


def test_kinds_differ_by_shape_and_weights_by_ink(qapp):
    ink = {}
    for kind in (Kind.MODIFIER, Kind.LIGHTING, Kind.MOOD):
        for weight in (Weight.KNOWN, Weight.HINT):
            image = QImage(100, 20, QImage.Format.Format_RGB32)
            image.fill(QColor("white"))
            laid = LayoutCache().lay_out("breathtaking", SHEET_TYPE.font(), 20, 100, 1)
            painter = QPainter(image)
            spans = [UnderlinedSpan(0, 12, kind, weight)]
            paint_marks(painter, laid.layout, QPointF(0, 0), marks_of("breathtaking", spans), LIGHT)
            painter.end()
            ink[kind, weight] = tuple(
                sum(255 - image.pixelColor(x, y).lightness() for x in range(100)) for y in range(20)
            )
    assert len(set(ink.values())) == 6
    for kind in (Kind.MODIFIER, Kind.LIGHTING, Kind.MOOD):
        assert sum(ink[kind, Weight.HINT]) > sum(ink[kind, Weight.KNOWN])


def test_only_the_line_of_the_words_is_marked(qapp):
    for kind in (Kind.MODIFIER, Kind.LIGHTING, Kind.MOOD, None):
        span = UnderlinedSpan(0, 3, kind, Weight.WARNING)
        lines = painted("sad sad sad sad sad sad sad sad", [span], 60)
        assert len(lines) > 2
        assert max(lines[0]) < 30
        assert not any(lines[2:])


@pytest.mark.parametrize(
    ("start", "end", "length", "expected"),
    [
        (0, 0, 2, (7, 12)),
        (5, 5, 1, (6, 11)),
        (7, 7, 1, (5, 11)),
        (10, 10, 1, (5, 10)),
        (3, 7, 0, (3, 6)),
        (8, 12, 1, (5, 8)),
        (6, 8, 0, (5, 8)),
        (5, 10, 0, None),
        (4, 12, 3, None),
    ],
)
def test_spans_move_with_the_words_that_an_edit_moves(start, end, length, expected):
    span = UnderlinedSpan(5, 10, Kind.MOOD, Weight.HINT)
    moved = list(moved_spans([span], start, end, length))
    assert [(one.start, one.end) for one in moved] == ([expected] if expected else [])
