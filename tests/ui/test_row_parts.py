"""The measures of a row: geometry, chips, meters, verdicts, key caps, and the bounded cache."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QPainter

from app.lint.rule import Severity
from app.ui.models.roles import ChipData, Meter, Notice, SaveState, VerdictState
from app.ui.scheme import DARK, LIGHT, scaled, set_base_size
from app.ui.widgets.caption_layout import SHEET_TYPE, LayoutCache, count_lines
from app.ui.widgets.chips import chip_width, lay_chips
from app.ui.widgets.key_caps import key_text
from app.ui.widgets.meters import meter_text, paint_meters
from app.ui.widgets.name_line import STATE_ICONS, state_text
from app.ui.widgets.row_geometry import STEPS, row_parts
from app.ui.widgets.verdict_marks import VERDICT_ICONS, verdict_places, verdict_text

WORDS = st.text(st.sampled_from("abc 夜景"), min_size=1, max_size=40)


def row(width, step):
    return QRect(0, 240, width, STEPS[step].row)


def test_the_middle_step_is_the_row_of_the_design():
    parts = row_parts(row(905, 2), STEPS[2])
    assert STEPS[2].row == 120
    assert parts.thumbnail == QRect(16, 248, 104, 104)
    assert parts.name == QRect(136, 248, 617, 16)
    assert parts.caption == QRect(136, 268, 617, 64)
    assert parts.chips == QRect(136, 332, 617, 20)
    assert parts.marks == QRect(769, 248, 120, 104)


@pytest.mark.parametrize("size", [10, 13, 20])
@pytest.mark.parametrize("step", range(len(STEPS)))
@pytest.mark.parametrize("width", [420, 648, 719, 720, 2000])
def test_parts_stay_inside_the_row_and_apart(qapp, size, step, width):
    set_base_size(size)
    try:
        whole = row(width * size // 13, step)
        parts = row_parts(whole, STEPS[step])
        for part in (parts.thumbnail, parts.name, parts.caption, parts.chips, parts.marks):
            assert whole.top() <= part.top()
            assert part.bottom() <= whole.bottom()
        lines = parts.caption.adjusted(0, 0, 0, -scaled(4))
        assert not lines.intersects(parts.chips)
        assert not parts.name.intersects(lines)
        assert not parts.name.intersects(parts.marks)
    finally:
        set_base_size(13)


def test_below_720_the_marks_move_to_the_name_line():
    assert row_parts(row(720, 2), STEPS[2]).narrow is False
    narrow = row_parts(row(719, 2), STEPS[2])
    assert narrow.narrow
    assert narrow.marks.height() == narrow.name.height()
    assert narrow.caption.right() == 719 - 16 - 1


# Chips


@given(st.lists(WORDS, max_size=12), st.integers(30, 900))
def test_chips_stay_in_their_room_and_none_is_forgotten(qapp, words, width):
    chips = [ChipData(Severity.WARNING, text, number=n) for n, text in enumerate(words)]
    laid = lay_chips(chips, QRect(100, 0, width, 20))
    assert len(laid.places) + laid.hidden == len(chips)
    assert [place.chip for place in laid.places] == chips[: len(laid.places)]
    if chips:
        assert laid.places
    for one, other in zip(laid.places, laid.places[1:], strict=False):
        assert other.room.left() - one.room.left() - one.room.width() == 8
    if width >= 120:
        ends = [p.room for p in laid.places] + ([laid.more] if laid.hidden else [])
        assert all(end.left() + end.width() <= 100 + width for end in ends)


def test_a_chip_takes_its_padding_icon_gap_and_words(qapp):
    empty = chip_width(ChipData(Severity.HINT, ""))
    assert empty == 4 + 14 + 4 + 8


def test_the_chip_under_the_pointer_is_found(qapp):
    chips = [ChipData(Severity.HINT, text) for text in ("one", "two")]
    laid = lay_chips(chips, QRect(0, 0, 400, 20))
    assert laid.at(laid.places[1].room.center()) is chips[1]
    assert laid.at(QPoint(399, 10)) is None


# Meters and verdicts


def test_a_meter_says_its_count_and_whether_it_is_an_estimate():
    assert meter_text(Meter("CLIP", 63, 75)) == "63/75"
    assert meter_text(Meter("T5", 70, 512, exact=False)) == "≈70/512"


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_meter_is_hatched_past_its_end_only(qapp, scheme):
    def colours(meter):
        image = QImage(120, 16, QImage.Format.Format_RGB32)
        image.fill(QColor(scheme.base))
        painter = QPainter(image)
        paint_meters(painter, [meter], QRect(0, 0, 120, 16), scheme, scheme.base)
        painter.end()
        middle = [image.pixelColor(x, 8).name().upper() for x in range(33, 72)]
        return middle.count(scheme.text2), scheme.warning in middle

    half, over = colours(Meter("CLIP", 38, 75))
    assert 15 <= half <= 25
    assert not over
    full, over = colours(Meter("CLIP", 75, 75))
    assert full >= 35
    assert not over
    solid, over = colours(Meter("CLIP", 150, 75))
    assert 15 <= solid <= 25
    assert over


def test_verdicts_differ_by_silhouette_and_say_their_pass():
    names = [name for name, _ in VERDICT_ICONS.values()]
    assert len(set(names)) == len(VerdictState)
    assert verdict_text(2, VerdictState.FLAGGED) == "Pass 2: flagged"


@pytest.mark.parametrize("digits", [True, False])
def test_pass_one_stands_left_of_pass_two(digits):
    first, second = verdict_places(QRect(0, 0, 120, 20), digits=digits)
    assert first.right() < second.left()
    assert second.right() == 119


def test_every_state_but_the_quiet_one_has_icon_and_words():
    for state in (*SaveState, *Notice):
        assert (state in STATE_ICONS) == bool(state_text(state))
    assert state_text(SaveState.SAVED) == ""


def test_keys_are_shown_as_on_this_desktop():
    assert key_text(QKeySequence("Ctrl+Shift+D")) == "Ctrl Shift D"
    assert key_text(Qt.Modifier.ALT | Qt.Key.Key_Down) == "Alt ↓"
    assert key_text(QKeySequence("Ctrl++")) == "Ctrl++"
    assert key_text(QKeySequence()) == ""


# Captions in lines


@given(st.text(st.sampled_from("ab c,\n夜景😀"), min_size=1, max_size=120), st.integers(1, 5))
def test_a_caption_takes_no_more_lines_than_there_are(qapp, caption, lines):
    laid = LayoutCache().lay_out(caption, SHEET_TYPE.font(), 20, 90, lines)
    assert laid.layout.lineCount() <= lines
    assert laid.cut == (laid.shown < len(caption))
    kept = laid.text[: laid.shown]
    assert kept == caption.replace("\n", "\u2028")[: laid.shown]
    if laid.cut:
        assert laid.shown >= 1
        assert laid.last_width() <= 90
    else:
        last = laid.layout.lineAt(laid.layout.lineCount() - 1)
        assert last.textStart() + last.textLength() == len(kept.encode("utf-16-le")) // 2


def painted(laid, width):
    image = QImage(width, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    laid.draw(painter, QPointF(0, 0))
    painter.end()
    return image


def is_blank(image):
    white = image.copy()
    white.fill(QColor("white"))
    return image == white


LONG = ["a long road along the sea " * 9, "夜景の町並み" * 30, "דרך ארוכה לאורך הים " * 9]


@pytest.mark.parametrize("caption", LONG)
def test_what_is_cut_ends_inside_its_room(qapp, caption):
    laid = LayoutCache().lay_out(caption, SHEET_TYPE.font(), 20, 200, 3)
    assert laid.cut
    assert not is_blank(painted(laid, 400).copy(0, 40, 200, 40))
    assert is_blank(painted(laid, 400).copy(201, 0, 199, 80))
    whole = LayoutCache().lay_out(caption[: laid.shown], SHEET_TYPE.font(), 20, 200, 3)
    assert not whole.cut
    assert painted(whole, 400) != painted(laid, 400)  # the ellipsis is seen


@pytest.mark.parametrize("width", range(60, 400, 17))
def test_an_ellipsis_never_stands_on_letters_of_another_direction(qapp, width):
    caption = "photo of שלום עולם יפה מאוד in a city " * 6
    laid = LayoutCache().lay_out(caption, SHEET_TYPE.font(), 20, width, 1)
    again = LayoutCache().lay_out(caption[: laid.shown] + "…", SHEET_TYPE.font(), 20, width, 1)
    assert laid.cut
    assert painted(laid, 500) == painted(again, 500)


def test_lines_of_a_text_with_breaks_are_counted(qapp):
    assert count_lines("one\ntwo\nthree", SHEET_TYPE.font(), 300) == 3


def test_no_word_is_cut_where_one_can_be_left_out(qapp):
    caption = "a long road along the sea with houses and a yellow sign " * 5
    for width in range(150, 400, 7):
        laid = LayoutCache().lay_out(caption, SHEET_TYPE.font(), 20, width, 3)
        assert laid.cut
        assert caption[laid.shown].isspace(), caption[: laid.shown]


def test_narrow_letters_fill_their_lines(qapp):
    laid = LayoutCache().lay_out("il" * 4_000, SHEET_TYPE.font(), 20, 300, 3)
    assert laid.cut
    assert laid.layout.lineCount() == 3
    assert laid.last_width() > 280


def test_the_cache_of_layouts_is_bounded(qapp):
    cache = LayoutCache(most=10)
    for number in range(50):
        cache.lay_out(f"caption {number}", SHEET_TYPE.font(), 20, 300, 3)
    assert len(cache) == 10
    kept = cache.lay_out("caption 49", SHEET_TYPE.font(), 20, 300, 3)
    assert cache.lay_out("caption 49", SHEET_TYPE.font(), 20, 300, 3) is kept
