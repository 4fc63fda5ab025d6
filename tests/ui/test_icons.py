"""Every icon is drawn, in the colour that was asked for, and follows the scheme."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton

from app.paths import resources
from app.ui.icons import icon, pixmap
from app.ui.scheme import DARK, LIGHT, SchemeChoice, apply_scheme

NAMES = sorted(
    path.stem
    for path in (resources() / "icons").glob("*.svg")
    if "currentColor" in path.read_text(encoding="utf-8")
)


def colours(picture):
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_draws_in_the_colour_asked_for(qapp, name):
    apply_scheme(qapp, SchemeChoice.LIGHT)
    drawn = colours(pixmap(name, "#96103A", 64, 1.0))
    assert "#96103A" in drawn
    assert not drawn & {"#000000"}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_the_screen(qapp, ratio):
    picture = pixmap("folder", "#000000", 16, ratio)
    assert picture.width() == round(16 * ratio)
    assert picture.deviceIndependentSize().width() == 16


def test_an_icon_follows_the_scheme_and_greys_when_disabled(qapp):
    apply_scheme(qapp, SchemeChoice.LIGHT)
    made = icon("tick-disc", "accent")
    assert LIGHT.accent in colours(made.pixmap(QSize(32, 32)))
    assert LIGHT.text3 in colours(made.pixmap(QSize(32, 32), QIcon.Mode.Disabled))
    apply_scheme(qapp, SchemeChoice.DARK)
    assert DARK.accent in colours(made.pixmap(QSize(32, 32)))
    apply_scheme(qapp, SchemeChoice.LIGHT)


def test_an_unknown_icon_is_an_error(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_icons_survive_their_makers(qtbot):
    """Qt owns the engine and may copy it: none of it may die with the Python names."""
    buttons = []
    for _ in range(50):
        button = QToolButton()
        button.setIcon(icon("export"))
        copied = QIcon(button.icon())
        copied.addPixmap(pixmap("close", "#123456", 16))
        button.setIcon(copied)
        qtbot.addWidget(button)
        buttons.append(button)
    gc.collect()
    for button in buttons:
        assert not button.icon().pixmap(QSize(16, 16)).isNull()
        assert not button.grab().isNull()
