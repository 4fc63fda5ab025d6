"""Captions before and after: thousands are reached by scrolling, and ticks are the person's."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.ui.models.caption_changes import MORE
from app.ui.widgets.change_list import ChangeList

MANY = 3 * MORE


def listed(qtbot, count=4, doubts=None):
    changes = {n: (f"a tower  at night, {n}", f"a tower at night, {n}") for n in range(count)}
    view = ChangeList(changes, lambda n: f"{n}.png", doubts=doubts)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_all_are_meant_and_the_last_is_reached_by_scrolling(qtbot):
    view = listed(qtbot, MANY)
    assert view.chosen() == list(range(MANY))
    assert view.model().rowCount() < MANY

    def at_the_end():
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        return view.model().rowCount() == MANY

    qtbot.waitUntil(at_the_end)
    assert not view.model().canFetchMore(view.rootIndex())
    qtbot.waitUntil(lambda: view.visualRect(view.model().index(MANY - 1, 0)).height() > 0)


def test_space_and_a_click_flip_a_tick(qtbot):
    view = listed(qtbot)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.chosen() == [0, 2, 3]
    QTest.keyClick(view, Qt.Key.Key_Space)
    place = view.visualRect(view.model().index(3, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.chosen() == [0, 1, 2]
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(place))
    assert view.chosen() == [0, 1, 2]


def test_a_tick_measures_only_what_is_in_sight(qtbot, monkeypatch):
    view = listed(qtbot, MORE)
    measured, height = set(), view._delegate.height

    def note(change, width):
        measured.add(change.entry)
        return height(change, width)

    monkeypatch.setattr(view._delegate, "height", note)
    before = view.grab().toImage()
    QTest.qWait(20)
    measured.clear()
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.qWait(20)
    assert 0 not in view.chosen()
    assert MORE - 1 not in measured
    assert view.grab().toImage() != before
    view.scheduleDelayedItemsLayout()
    qtbot.waitUntil(lambda: MORE - 1 in measured)


@pytest.mark.parametrize(("doubts", "sure"), [({}, [0, 1, 2, 3]), ({1: "changed"}, [0, 2, 3])])
def test_ctrl_a_ticks_what_is_sure_or_nothing(qtbot, doubts, sure):
    view = listed(qtbot, doubts=doubts)
    assert view.chosen() == sure
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.chosen() == []
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.chosen() == sure


def test_ctrl_a_ticks_everything_where_all_is_in_doubt(qtbot):
    view = listed(qtbot, 2, doubts={0: "changed", 1: "changed"})
    assert view.chosen() == []
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.chosen() == [0, 1]
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.chosen() == []


def test_a_doubt_is_read_above_the_words_and_makes_its_line_higher(qtbot):
    view = listed(qtbot, doubts={1: "The caption on disk was changed since."})
    rows = [view.visualRect(view.model().index(row, 0)).height() for row in range(2)]
    assert rows[1] > rows[0]
    said = view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.splitlines()[:2] == ["1.png", "The caption on disk was changed since."]


def test_a_longer_caption_takes_more_lines_where_there_is_less_room(qtbot):
    long = "a tower of stone at night beside the river " * 3
    view = ChangeList({0: (long, long.replace("night", "noon"))}, str)
    qtbot.addWidget(view)
    view.show()
    heights = []
    for width in (900, 240):
        view.resize(width, 400)
        qtbot.waitUntil(lambda: view.visualRect(view.model().index(0, 0)).width() > 0)
        QTest.qWait(50)
        heights.append(view.visualRect(view.model().index(0, 0)).height())
    assert heights[0] < heights[1]
