"""The crop frame: drawn by mouse and keys, remembered, undone in one step, obeyed by exports."""

import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.dataset.marks import Crop
from app.export.options import Sizes
from app.messages import msg
from app.ui.windows.export_dialog import ExportDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def place(driver, folder):
    """The picture 1.png is 1600 x 1000: room to move a square frame sideways."""
    Image.effect_noise((1600, 1000), 60).convert("RGB").save(folder / "1.png")
    driver.open(folder)
    found = driver.bench.light_table.place
    driver.until(lambda: not found.picture.target().isEmpty())
    return found


def crop(driver):
    return driver.session.dataset.notes_of(0).crop


def at(place, x, y):
    """A point of the picture, in the widget."""
    target = place.picture.target()
    scale = target.width() / 1600
    return QPointF(target.left() + x * scale, target.top() + y * scale).toPoint()


def drag(place, start, end):
    picture = place.picture
    QTest.mousePress(picture, LEFT, pos=at(place, *start))
    QTest.mouseMove(picture, at(place, (start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
    QTest.mouseMove(picture, at(place, *end))
    QTest.mouseRelease(picture, LEFT, pos=at(place, *end))


def square(driver, place):
    """Begin, with a square frame."""
    place.picture.setFocus()
    driver.key(Qt.Key.Key_R, widget=place.picture)
    assert place.crop_bar.isVisible()
    bar = place.crop_bar
    bar.shape.setCurrentIndex(bar.shape.findText("1024 × 1024"))
    bar.shape.chosen.emit()
    assert crop(driver) == Crop(300, 0, 1000, 1000)


def test_it_is_proposed_and_nothing_is_kept_until_it_is_moved(driver, place):
    driver.click(place.bar.crop)
    assert place.framing
    assert not place.frame.chosen
    assert place.frame.crop == Crop(50, 0, 1500, 1000)
    assert place.crop_bar.cost.startswith("Proposed: 1500 × 1000 → 1152 × 768")
    assert crop(driver) is None
    assert "frame of 1500 × 1000 at 50, 0" in place.picture.accessibleDescription()
    driver.key(Qt.Key.Key_Escape, widget=place.picture)
    assert not place.crop_bar.isVisible()
    assert crop(driver) is None


def test_the_mouse_moves_it_and_one_undo_brings_it_back(driver, place):
    square(driver, place)
    drag(place, (800, 500), (1000, 500))
    driver.until(lambda: crop(driver).left > 450)
    assert crop(driver).width == 1000
    assert crop(driver).top == 0
    assert abs(crop(driver).left - 500) <= 8
    drag(place, (900, 500), (9000, 500))
    assert crop(driver) == Crop(600, 0, 1000, 1000)


def test_a_corner_draws_it_smaller_in_its_shape(driver, place):
    square(driver, place)
    drag(place, (300, 0), (700, 400))
    found = crop(driver)
    assert found.width == found.height
    assert abs(found.width - 600) <= 8
    assert found.left + found.width == 1300
    assert found.top + found.height == 1000
    assert "enlarged × 1.7" in place.crop_bar.cost


def test_keys_move_it_and_home_proposes_again(driver, place):
    square(driver, place)
    picture = place.picture
    driver.key(Qt.Key.Key_Right, widget=picture)
    assert crop(driver) == Crop(306, 0, 1000, 1000)
    driver.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, widget=picture)
    assert crop(driver) == Crop(244, 0, 1000, 1000)
    driver.key(Qt.Key.Key_PageDown, widget=picture)
    assert crop(driver).width == 952
    driver.key(Qt.Key.Key_Home, widget=picture)
    assert crop(driver) is None
    assert not place.frame.chosen
    driver.ctrl(Qt.Key.Key_Z)
    assert crop(driver) is not None


def test_moves_in_one_go_are_one_step_of_undo(driver, place):
    square(driver, place)
    before = crop(driver)
    count = driver.session.undo_stack.count()
    QTest.qWait(1100)  # a pause ends a step
    for _ in range(5):
        driver.key(Qt.Key.Key_Right, widget=place.picture)
    assert crop(driver).left == before.left + 30
    assert driver.session.undo_stack.count() == count + 1
    driver.ctrl(Qt.Key.Key_Z)
    assert crop(driver) == before
    assert place.frame.crop == before
    driver.key(
        Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert crop(driver).left == before.left + 30


def test_another_entry_keeps_its_own_frame_and_the_tool_stays(driver, place):
    square(driver, place)
    driver.key(Qt.Key.Key_Right, widget=place.picture)
    mine = crop(driver)
    driver.ctrl(Qt.Key.Key_Down)
    assert place.framing
    assert driver.session.dataset.notes_of(1).crop is None
    assert place.frame.crop == Crop(0, 0, 1024, 1024)
    driver.ctrl(Qt.Key.Key_Up)
    assert place.frame.crop == mine
    assert place.frame.chosen


def test_it_is_remembered_and_exported(make_driver, driver, place, folder, tmp_path):
    square(driver, place)
    driver.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, widget=place.picture)
    mine = crop(driver)
    driver.window.close()
    again = make_driver()
    again.open(folder)
    assert again.session.dataset.notes_of(0).crop == mine
    dialog = ExportDialog(again.session, again.window.layout_store, again.window)
    dialog.show()
    dialog.sizes.set_value(Sizes(((1024, 1024),)))
    dialog.refresh()
    driver.until(lambda: "cuts" in dialog.preview.picture.accessibleDescription())
    assert dialog.preview.picture.accessibleDescription() == "cuts 362 px left, 238 px right"
    dialog.close()


def test_a_folder_that_is_only_looked_at_keeps_its_frame(driver, place):
    driver.session.saving.read_only = msg("read only")
    place.picture.setFocus()
    driver.key(Qt.Key.Key_R, widget=place.picture)
    before = place.frame.crop
    driver.key(Qt.Key.Key_Right, widget=place.picture)
    assert crop(driver) is None
    assert place.frame.crop == before
