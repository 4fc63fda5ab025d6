"""Both schemes can be read: every contrast is computed from the palettes that are really set."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTreeView

from app.ui.scheme import (
    DARK,
    LIGHT,
    SchemeChoice,
    apply_scheme,
    current_scheme,
    editor_palette,
    families,
    interface_font,
    mono_font,
    palette,
    scaled,
    set_base_size,
    set_language,
)
from app.ui.widgets.meters import track_on

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
TEXT, MARK = 4.5, 2.95
"""The least contrast; the empty ring on a dark selected row is 3.0 after rounding."""
GROUNDS = ("base", "window", "selected")


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_standard_says():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", ["text", "text2", "accent", "error", "warning", "hint"])
def test_words_can_be_read(scheme, token, ground):
    assert contrast(getattr(scheme, token), getattr(scheme, ground)) >= TEXT


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", ["control", "modifier", "light", "mood", "accent"])
def test_marks_can_be_seen(scheme, token, ground):
    assert contrast(getattr(scheme, token), getattr(scheme, ground)) >= MARK


@SCHEMES
@pytest.mark.parametrize(
    ("token", "ground"),
    [
        ("text3", "base"),
        ("text3", "window"),
        ("text3", "field"),
        ("text", "bar"),
        ("text2", "bar"),
        ("text", "raised"),
        ("text2", "raised"),
        ("text", "field"),
        ("text2", "mat"),
        ("on_accent", "accent"),
        ("text", "accent_wash"),
        ("text", "modifier_wash"),
        ("text", "light_wash"),
        ("text", "mood_wash"),
        ("text", "error_wash"),
        ("text", "warning_wash"),
        ("text", "added"),
        ("text2", "removed"),
    ],
)
def test_words_on_other_grounds_can_be_read(scheme, token, ground):
    assert contrast(getattr(scheme, token), getattr(scheme, ground)) >= TEXT


@SCHEMES
@pytest.mark.parametrize("kind", ["modifier", "light", "mood"])
def test_a_line_can_be_seen_on_its_own_wash(scheme, kind):
    assert contrast(getattr(scheme, kind), getattr(scheme, f"{kind}_wash")) >= MARK


@SCHEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_an_empty_meter_can_be_told_from_its_ground_and_from_a_full_one(scheme, ground):
    track = track_on(getattr(scheme, ground), scheme)
    assert contrast(track, getattr(scheme, ground)) >= 1.2
    assert contrast(scheme.text2, track) >= MARK
    if ground == "selected":
        assert contrast(track, scheme.selected) >= 1.7


@SCHEMES
def test_a_chip_has_a_shape_on_the_selected_row(scheme):
    edges = (scheme.raised, scheme.chip_edge)
    assert max(contrast(edge, scheme.selected) for edge in edges) >= 1.18


@SCHEMES
@pytest.mark.parametrize("made", [palette, editor_palette], ids=["views", "editors"])
@pytest.mark.parametrize(
    "group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive], ids=["active", "inactive"]
)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    ],
)
def test_the_palettes_can_be_read(scheme, made, group, ink, ground):
    colours = made(scheme)
    one, other = colours.color(group, ink).name(), colours.color(group, ground).name()
    assert contrast(one, other) >= TEXT


@pytest.fixture
def light_again(qapp):
    yield
    apply_scheme(qapp, SchemeChoice.LIGHT)


def test_choosing_a_scheme_reaches_every_widget(qapp, qtbot, light_again):
    tree, line, text = QTreeView(), QLineEdit(), QPlainTextEdit()
    for widget in (tree, line, text):
        qtbot.addWidget(widget)
        widget.show()
    for choice, scheme in ((SchemeChoice.DARK, DARK), (SchemeChoice.LIGHT, LIGHT)):
        apply_scheme(qapp, choice)
        assert current_scheme() is scheme
        qapp.processEvents()
        assert tree.palette().color(QPalette.ColorRole.Base).name().upper() == scheme.base
        for editor in (line, text):
            assert editor.palette().color(QPalette.ColorRole.Base).name().upper() == scheme.field
            chosen = editor.palette().color(QPalette.ColorRole.Highlight).name().upper()
            assert chosen == scheme.accent


def test_system_follows_the_desktop(qapp, light_again):
    apply_scheme(qapp, SchemeChoice.SYSTEM)
    dark = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert current_scheme() is (DARK if dark else LIGHT)


def test_japanese_faces_stand_before_every_face_with_han_letters():
    order = families("ja")
    assert order.index("Noto Sans CJK JP") < order.index("Segoe UI")
    assert set(order) == set(families("en"))


@pytest.fixture
def base_size():
    yield
    set_base_size(13)
    set_language("en")


def test_measures_follow_the_text_size(qapp, base_size):
    assert (scaled(20), interface_font(size=14).pixelSize()) == (20, 14)
    set_base_size(26)
    assert (scaled(20), interface_font(size=14).pixelSize()) == (40, 28)
    assert mono_font().pixelSize() == 24


def test_all_digits_have_one_width(qapp):
    metrics = QFontMetrics(interface_font(size=40, numbers=True))
    if QFontInfo(interface_font()).family() != "Inter":
        pytest.skip("the face at hand has no proportional digits")
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    assert metrics.horizontalAdvance("1") != QFontMetrics(
        interface_font(size=40)
    ).horizontalAdvance("1")
