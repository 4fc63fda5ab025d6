"""A dataset that opens comes into sight part by part, and is whole soon after, whatever happens."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.widgets.caption_delegate import CaptionDelegate
from app.ui.widgets.rows_ahead import RowsAhead


def seen(bench):
    parts = (bench.header, bench.sheet, bench.desk.inside, *bench.light_table.insides)
    return [part.isVisible() and part.updatesEnabled() for part in parts]


def test_all_parts_are_there_and_the_keys_go_to_the_rows(driver, folder):
    driver.open(folder)
    driver.until(lambda: all(seen(driver.bench)))
    assert driver.bench.sheet.hasFocus()
    QTest.keyClick(driver.bench.sheet, Qt.Key.Key_Down)
    assert driver.bench.current == driver.bench.entries.visible[1]


def test_parts_come_one_after_the_other(driver, folder):
    steps = []
    driver.window.open_folder(folder)
    driver.until(lambda: steps.append(sum(seen(driver.bench))) or steps[-1] == 5)
    assert steps == sorted(steps), "what was seen was gone again"


def test_rows_are_painted_one_in_a_turn_before_all_are_seen(driver, folder, monkeypatch):
    done, now, paint = [], RowsAhead.paint_now, CaptionDelegate.paint
    monkeypatch.setattr(
        RowsAhead, "paint_now", lambda self, row: (done.append(row), now(self, row))
    )
    monkeypatch.setattr(CaptionDelegate, "paint", lambda *of: (done.append("seen"), paint(*of)))
    # The sheet paints nothing meanwhile, but other parts have turns of their own.
    driver.window.open_folder(folder)
    driver.until(lambda: "seen" in done)
    assert done[:4] == [0, 1, 2, "seen"]
    driver.until(lambda: all(seen(driver.bench)))


def test_a_dataset_closed_before_it_was_seen_leaves_all_parts_whole(driver, folder):
    driver.window.open_folder(folder)
    driver.until(lambda: driver.session.dataset is not None)
    driver.window.close_dataset()
    driver.open(folder)
    driver.until(lambda: all(seen(driver.bench)))


def test_another_folder_in_place_of_the_open_one_hides_nothing(driver, folder):
    driver.open(folder)
    driver.until(lambda: all(seen(driver.bench)))
    gaps = []
    driver.session.opened.connect(lambda: gaps.append(seen(driver.bench)))
    driver.open(folder)
    assert gaps == [[True] * 5]


@pytest.mark.parametrize("name", ["review", "filter"])
def test_a_key_that_waited_for_the_dataset_is_heard_once_it_is_open(driver, folder, name):
    actions, window = driver.window.actions_, driver.window
    combination = actions[name].shortcut()[0]
    key, modifiers = combination.key(), combination.keyboardModifiers()
    # Posted, it comes before the turn of the first part.
    press = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
    driver.session.opened.connect(lambda: QApplication.postEvent(window.windowHandle(), press))
    driver.open(folder)
    # The last part has had its turn.
    driver.until(lambda: driver.bench.light_table.insides[-1].isVisibleTo(driver.bench))
    if name == "review":
        assert window.reviewing.on
        window.reviewing.leave()
        assert window.menuBar().isVisible()
    else:
        assert driver.bench.header.isAncestorOf(QApplication.focusWidget())
    driver.until(lambda: all(seen(driver.bench)))
    assert actions["filter"].isEnabled()
