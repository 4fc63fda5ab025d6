"""A dataset that opens comes into sight part by part, and is whole soon after, whatever happens."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.widgets.caption_delegate import CaptionDelegate
from app.ui.widgets.rows_ahead import RowsAhead
from app.ui.widgets.segmented import Segmented


def seen(bench):
    parts = (bench.header, bench.sheet, bench.desk.inside, *bench.light_table.insides)
    return [part.isVisible() and part.updatesEnabled() for part in parts]


def held_back(bench):
    parts = [one for one in bench.findChildren(QWidget) if one.isVisibleTo(bench)]
    return [one for one in parts if not one.updatesEnabled()]


def test_all_parts_are_there_and_the_keys_go_to_the_rows(driver, folder):
    driver.open(folder)
    driver.until(lambda: all(seen(driver.bench)))
    driver.until(lambda: not held_back(driver.bench))
    assert driver.bench.sheet.hasFocus()
    QTest.keyClick(driver.bench.sheet, Qt.Key.Key_Down)
    assert driver.bench.current == driver.bench.entries.visible[1]


def test_parts_come_one_after_the_other(driver, folder):
    steps = []
    driver.window.open_folder(folder)
    driver.until(lambda: steps.append(sum(seen(driver.bench))) or steps[-1] == 5)
    assert steps == sorted(steps), "what was seen was gone again"


def test_a_part_is_laid_out_in_one_turn_and_painted_in_another(driver, folder):
    """Header and marks: what is on them waits too."""
    bench = driver.bench
    marks = bench.light_table.marks
    seen_of = {one: Seen(one) for one in (bench.header, marks, *marks.findChildren(Segmented))}
    driver.open(folder)
    driver.until(lambda: all(seen(bench)) and not held_back(bench))
    driver.until(lambda: all("painted" in one.events for one in seen_of.values()))
    for one in seen_of.values():
        assert one.events[:2] == ["shown", "painted"]
        assert one.held_back_when_shown


class Seen(QObject):
    """What becomes of a widget that is about to come into sight."""

    def __init__(self, widget):
        super().__init__(widget)
        self.events = []
        self.held_back_when_shown = False
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show:
            self.events.append("shown")
            self.held_back_when_shown = not watched.updatesEnabled()
        elif event.type() == QEvent.Type.Paint:
            self.events.append("painted")
        return False


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
    driver.until(lambda: bool(held_back(driver.bench)))
    driver.window.close_dataset()
    assert not held_back(driver.bench)
    driver.open(folder)
    driver.until(lambda: all(seen(driver.bench)))
    driver.until(lambda: not held_back(driver.bench))


def test_another_folder_that_opens_at_once_begins_anew(driver, folder):
    """What waited of the first one would hide what is seen already, and take the keyboard."""
    bench, opened = driver.bench, []

    def again():
        opened.append(True)
        if len(opened) == 1:
            QTimer.singleShot(0, driver.window.reveal.begin)

    driver.session.opened.connect(again)
    steps = []
    driver.window.open_folder(folder)
    driver.until(lambda: steps.append(sum(seen(bench))) or steps[-1] == 5)
    driver.until(lambda: not driver.window.reveal.busy)
    steps.append(sum(seen(bench)))
    assert steps == sorted(steps), "what was seen was gone again"


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
