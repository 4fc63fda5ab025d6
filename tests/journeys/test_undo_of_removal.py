"""Ctrl+Backspace takes a picture out; Ctrl+Z brings it back, and one is at it again."""

from PySide6.QtCore import Qt


def test_undo_of_a_removal_goes_to_the_picture(driver, folder):
    driver.open(folder)
    driver.bench.go_to(1)
    driver.ctrl(Qt.Key.Key_Backspace, driver.window)
    driver.until(lambda: 1 not in driver.bench.entries.visible)
    assert driver.bench.current != 1
    driver.ctrl(Qt.Key.Key_Z, driver.window)
    driver.until(lambda: driver.bench.current == 1)
    assert driver.bench.entries.visible.index(1) == 1


def test_what_is_gone_is_not_counted_as_measured(driver, folder):
    driver.open(folder)
    driver.settle()
    everything = len(driver.session.dataset.entries)
    assert driver.session.pictures.measured_count == everything
    driver.ctrl(Qt.Key.Key_Backspace, driver.window)
    driver.until(lambda: len(driver.session.dataset.present()) == everything - 1)
    assert driver.session.pictures.measured_count == everything - 1
