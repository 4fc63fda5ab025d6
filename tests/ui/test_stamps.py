"""What is painted once and kept: the pixels it would have anew, and never those of another row."""

from dataclasses import replace

import numpy as np
import pytest
from made_up_rows import MadeUpModel, rows_in_english, rows_in_japanese
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from app.lint.rule import Severity
from app.lint.terms import Kind
from app.ui.kept import Kept
from app.ui.models.roles import ChipAction, ChipData, Meter, SaveState, VerdictState
from app.ui.scheme import BASE_SIZE, DARK, LIGHT, current_scheme, set_base_size
from app.ui.text_marks import (
    UnderlinedSpan,
    Weight,
    marks_of,
    paint_marks,
    paint_washes,
    washes,
)
from app.ui.widgets import chips, meters, row_painter, stamps, verdict_marks
from app.ui.widgets.caption_layout import SHEET_TYPE, LayoutCache
from app.ui.widgets.row_data import read_row
from app.ui.widgets.row_geometry import STEPS
from app.ui.widgets.row_painter import paint_frame, paint_row

WIDTH = 905
FEW_LEVELS, MORE_LEVELS, CORNER_LEVELS = 4, 16, 20
"""Of 255, by which slanted lines, dots, and corners may differ: elsewhere they are rounded
otherwise."""


@pytest.fixture(autouse=True)
def no_stamps():
    stamps._known.clear()
    yield
    stamps._known.clear()


def painted(row, step=STEPS[2], *, current=False, focused=False, layouts=None):
    image = QImage(WIDTH, step.row, QImage.Format.Format_RGB32)
    image.fill(QColor(current_scheme().base))  # as the view does
    painter = QPainter(image)
    paint_row(
        painter,
        row,
        image.rect(),
        step,
        layouts or LayoutCache(),
        current=current,
    )
    if focused:
        paint_frame(painter, image.rect())
    painter.end()
    return image


def difference(one, other):
    """The largest difference of a pixel, in levels of one colour."""
    pixels = (np.frombuffer(image.constBits(), np.uint8).astype(int) for image in (one, other))
    return abs(next(pixels) - next(pixels)).max()


def rows():
    model = MadeUpModel([*rows_in_english(), *rows_in_japanese()])
    return [read_row(model.index(number, 0)) for number in range(model.rowCount())]


def unstamped(painter, room, scheme, ground, look, paint):
    del scheme, ground, look
    paint(painter, room)


@pytest.mark.parametrize("current", [False, True])
@pytest.mark.parametrize("step", STEPS, ids=str)
def test_a_stamped_row_has_the_pixels_of_one_painted_anew(qapp, monkeypatch, step, current):
    stamped = [[painted(row, step, current=current) for row in rows()] for _ in range(2)]
    assert stamps._known
    for module in (chips, meters, row_painter, verdict_marks):
        monkeypatch.setattr(module, "stamp", unstamped)
    plain = [painted(row, step, current=current) for row in rows()]
    for images in stamped:
        for image, anew in zip(images, plain, strict=True):
            # A chip's rounded corner may lie over the wave of the line above it.
            assert difference(image, anew) <= (CORNER_LEVELS if current else FEW_LEVELS)


CHANGES = {
    "title": {"title": "purplecurly / 006.png"},
    "size": {"size": "512 × 1024"},
    "caption": {"caption": "purplecurly, close-up portrait"},
    "terms": {"terms": (UnderlinedSpan(0, 11, Kind.MOOD, Weight.WARNING),)},
    "another chip": {"chips": (ChipData(Severity.WARNING, "3 modifiers on one word"),)},
    "severity": {"chips": (ChipData(Severity.ERROR, "3 modifiers on one thing"),)},
    "act": {"chips": (ChipData(None, "3 modifiers on one thing", action=ChipAction.COMPARE),)},
    "edited": {"save_state": SaveState.EDITED},
    "first verdict": {"verdicts": (VerdictState.FLAGGED, VerdictState.NONE)},
    "second verdict": {"verdicts": (VerdictState.APPROVED, VerdictState.APPROVED)},
    "count": {"meters": (Meter("CLIP", 64, 75), Meter("T5", 70, 512))},
    "over": {"meters": (Meter("CLIP", 76, 75), Meter("T5", 70, 512))},
    "window": {"meters": (Meter("CLIP", 63, 75), Meter("T5", 70, 256))},
    "estimate": {"meters": (Meter("CLIP", 63, 75, exact=False), Meter("T5", 70, 512))},
    "no picture": {"thumbnail": None},
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_row_that_changed_in_any_visible_way_is_painted_anew(qapp, change):
    layouts = LayoutCache()
    row = rows()[0]
    before = painted(row, layouts=layouts)
    assert painted(row, layouts=layouts) == before
    assert painted(replace(row, **change), layouts=layouts) != before
    assert painted(row, layouts=layouts) == before


def test_the_underlines_inside_a_chip_belong_to_its_stamp(qapp):
    row = rows()[0]
    plain, marked = (
        replace(row, chips=(ChipData(Severity.HINT, "soft and natural", spans),))
        for spans in ((), (UnderlinedSpan(0, 4, Kind.LIGHTING, Weight.KNOWN),))
    )
    assert painted(plain) != painted(marked)


def test_another_ground_scheme_or_text_size_is_another_stamp(qapp, monkeypatch):
    row = rows()[0]
    column = QRect(WIDTH - 16 - 120, 0, 120, 119)
    before = painted(row).copy(column)
    assert painted(row, current=True).copy(column) != before
    monkeypatch.setattr(row_painter, "current_scheme", lambda: DARK)
    assert painted(row).copy(column) != before
    monkeypatch.undo()
    set_base_size(BASE_SIZE + 3)
    try:
        assert painted(row).copy(column) != before
    finally:
        set_base_size(BASE_SIZE)
    assert painted(row).copy(column) == before


def test_stamps_are_bounded(qapp, monkeypatch):
    monkeypatch.setattr(stamps, "_known", Kept(5))
    for count in range(40):
        painted(replace(rows()[0], meters=(Meter("CLIP", count, 75),)))
    assert len(stamps._known) == 5


# The letters, the grounds behind them and the dots below them

TEXTS = (
    "purplecurly, close-up portrait of a young woman with dark skin, her hair in loose curls",
    "入り江を囲む町の空撮、オレンジ色の屋根の家並み、小さな島、穏やかな海、やわらかな自然光",
    "a smile 😀 and naïve fi ffl 12:30, AVATAR To. (x), 空撮 with more words behind it, as ever",
)


def blank():
    image = QImage(460, 120, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.base))
    return image


@pytest.mark.parametrize("text", TEXTS)
def test_letters_and_grounds_are_the_pixels_of_qts_own_drawing(qapp, text):
    for start in range(0, len(text) - 9, 7):
        spans = (UnderlinedSpan(start, start + 9, Kind.LIGHTING, Weight.WARNING),)
        if text is TEXTS[2] and start < 12:
            spans = ()  # a part of an emoji has no ground of its own
        laid = LayoutCache().lay_out(text, SHEET_TYPE.font(), SHEET_TYPE.pitch, 300, 3)
        marks, origin = marks_of(laid.text[: laid.shown], spans), QPointF(10, 7)
        own, theirs = blank(), blank()
        painter = QPainter(own)
        painter.setPen(QColor(LIGHT.text))
        paint_washes(painter, laid.parts(marks), origin, LIGHT)
        laid.draw(painter, origin)
        painter.end()
        painter = QPainter(theirs)
        painter.setPen(QColor(LIGHT.text))
        laid.layout.draw(painter, origin, washes(marks, LIGHT))
        painter.end()
        assert own == theirs, start


@pytest.mark.parametrize("weight", [Weight.KNOWN, Weight.WARNING])
def test_stamped_dots_stand_where_stroked_ones_would(qapp, monkeypatch, weight):
    for start, end in ((0, 11), (3, 30), (13, 60)):
        laid = LayoutCache().lay_out(TEXTS[0], SHEET_TYPE.font(), SHEET_TYPE.pitch, 300, 3)
        marks = marks_of(laid.text, (UnderlinedSpan(start, end, Kind.MOOD, weight),))
        images = []
        for longest in (640, 0):
            monkeypatch.setattr("app.ui.text_marks._LONGEST_DOTS", longest)
            images.append(blank())
            painter = QPainter(images[-1])
            paint_marks(painter, laid.layout, QPointF(10.25, 7), marks, LIGHT)
            painter.end()
        stamped, stroked = images
        assert difference(stamped, stroked) <= MORE_LEVELS
        assert stroked != blank()


def test_nothing_is_stamped_where_there_is_no_room(qtbot):
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for room in (QRect(4, 4, 0, 16), QRect(4, 4, -2, 16)):
        stamps.stamp(painter, room, LIGHT, LIGHT.base, ("none",), lambda own, _: own.setPen("red"))
    painter.end()
    assert len(stamps._known) == 0
