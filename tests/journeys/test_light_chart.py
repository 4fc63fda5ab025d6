"""The chart of light: found by key and mouse, walked by arrows, opened by Enter."""

import pytest
from PIL import Image, ImageOps
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.ui.models.light_points import Across
from app.ui.scheme import current_scheme
from app.ui.widgets.labels import Label

COLOURS = {"blue.png": "#2040c0", "grey.png": "#808080", "orange.png": "#e08020"}


@pytest.fixture
def chart(driver, folder):
    for old in folder.iterdir():
        old.unlink()
    for name, colour in COLOURS.items():
        Image.new("RGB", (200, 150), colour).save(folder / name)
        (folder / name).with_suffix(".txt").write_text("a wall", encoding="utf-8")
    driver.open(folder)
    driver.ctrl(Qt.Key.Key_3)
    driver.window.actions_["desk_open"].trigger()
    found = driver.bench.desk.overview.chart
    driver.until(lambda: len(found.view.places) == 3)
    return found


def name(driver, chart):
    return driver.session.name(chart.view.current.entry)


def test_arrows_walk_from_cool_to_warm_and_enter_opens(driver, chart):
    view = chart.view
    view.setFocus()
    for _ in range(3):
        driver.key(Qt.Key.Key_Left, widget=view)
    assert name(driver, chart) == "blue.png"
    assert view.accessibleDescription().startswith("blue.png. lightness")
    driver.key(Qt.Key.Key_Right, widget=view)
    assert name(driver, chart) == "grey.png"
    driver.key(Qt.Key.Key_Right, widget=view)
    assert name(driver, chart) == "orange.png"
    driver.key(Qt.Key.Key_Return, widget=view)
    assert driver.bench.sheet.isVisible()
    assert driver.session.name(driver.bench.current) == "orange.png"


def test_the_caption_told_below_has_the_lines_that_it_has_on_the_sheet(driver, chart):
    entry = chart.view.current.entry
    driver.session.edit(entry, "a very beautiful gorgeous lovely wall at night")
    driver.settle()
    painted = chart.strip.grab().toImage()
    wave = QColor(current_scheme().modifier)
    rows = range(chart.strip.height())
    found = {painted.pixelColor(x, y).name() for x in range(120, 300) for y in rows}
    assert wave.name() in found, "the wave of the modifiers"
    assert QColor(current_scheme().modifier_wash).name() in found


def test_the_pointer_finds_a_picture_where_it_stands(driver, chart):
    view = chart.view
    entry = next(e.id for e in driver.session.dataset.entries if e.name == "orange.png")
    placed = view.places[entry]
    at = QPointF(view.plot().topLeft()) + QPointF(placed.x, placed.y)
    assert view.at(at).entry == entry
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert view.current.entry == entry
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert driver.bench.current == entry


def test_the_switch_shows_colourfulness(driver, chart):
    segment = driver.button("Colourfulness", chart)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert chart.across is Across.COLOUR
    driver.key(Qt.Key.Key_Left, widget=segment)
    assert chart.across is Across.WARMTH
    driver.key(Qt.Key.Key_2)
    assert chart.across is Across.COLOUR
    chart.view.setFocus()
    for _ in range(3):
        driver.key(Qt.Key.Key_Left, widget=chart.view)
    assert name(driver, chart) == "grey.png"


def test_the_gauges_say_their_numbers(driver, chart):
    gauges = driver.bench.desk.overview.gauges
    driver.until(lambda: gauges.figures.entries == 3)
    assert gauges.count.accessibleName() == "3 entries: too few"
    assert "loses up to" in gauges.sizes.accessibleName()
    assert gauges.lengths.accessibleName().startswith("Median 2.")


def test_of_pictures_that_are_alike_one_is_kept_and_undo_brings_the_others_back(driver, folder):
    for number in range(3):
        image = Image.effect_noise((220, 160), 90).convert("RGB").resize((440, 320))
        image.save(folder / f"noise{number}.png")
    twin = ImageOps.mirror(Image.open(folder / "noise0.png")).resize((400, 291))
    twin.save(folder / "twin.png")
    driver.open(folder)
    driver.ctrl(Qt.Key.Key_3)
    driver.window.actions_["desk_open"].trigger()
    alike = driver.bench.desk.overview.alike

    def named(group):
        return {driver.session.name(entry) for entry in group.entries}

    driver.until(lambda: any("twin.png" in named(group) for group in alike.groups))
    group = next(group for group in alike.groups if "twin.png" in named(group))
    assert named(group) == {"noise0.png", "twin.png"}
    words = [label.text() for label in alike.findChildren(Label)]
    assert sum(text.startswith("400 × 291") and text.endswith(", mirrored") for text in words) == 1
    assert sum("mirrored" in text for text in words) == 1
    button = next(
        button
        for button in alike.findChildren(QAbstractButton)
        if button.accessibleName() == "Keep noise0.png, take the others out"
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    driver.until(lambda: not (folder / "twin.png").exists())
    driver.settle()
    assert (folder / "noise0.png").exists()
    driver.session.undo()
    driver.until(lambda: (folder / "twin.png").exists())


def test_a_group_of_which_all_are_kept_is_settled(driver, folder):
    for name in ("1.png", "2.png"):
        (folder / name).write_bytes((folder / "10.png").read_bytes())
    driver.open(folder)
    driver.ctrl(Qt.Key.Key_3)
    alike = driver.bench.desk.overview.alike
    driver.until(lambda: alike.groups)
    assert not alike.isHidden()
    driver.ctrl(Qt.Key.Key_M)
    for _ in range(4):
        driver.key(Qt.Key.Key_Tab)
    for _ in range(3):
        driver.key(Qt.Key.Key_1)
        driver.ctrl(Qt.Key.Key_Down)
    assert alike.isHidden()
    driver.ctrl(Qt.Key.Key_Z)
    assert not alike.isHidden()


def test_the_opened_tab_ends_with_the_chart_and_one_button_comes_to_the_choices(driver, chart):
    panel = driver.bench.desk.overview
    form = driver.bench.desk.choices

    def top_of(widget):
        return widget.mapTo(panel, QPoint()).y()

    driver.until(lambda: top_of(form) >= panel.height())
    strip = chart.strip
    assert top_of(strip) + strip.height() <= panel.height()
    driver.click(driver.bench.desk.readiness.choices)
    driver.until(lambda: top_of(form) < panel.height() // 2 or panel.verticalScrollBar().value())
    assert top_of(form) + form.height() <= panel.height() + 1
    assert form.isAncestorOf(driver.window.focusWidget())
