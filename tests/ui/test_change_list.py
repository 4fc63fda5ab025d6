"""Captions before and after: thousands are reached by scrolling, and ticks are the person's."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.ui.widgets.change_list import ChangeList

MANY = 500


def listed(qtbot, count=4, doubts=None):
    changes = {n: (f"a tower  at night, {n}", f"a tower at night, {n}") for n in range(count)}
    view = ChangeList(changes, lambda n: f"{n}.png", doubts=doubts)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def uneven(qtbot, count=MANY):
    """Captions of one to some twenty lines."""
    words = "a tower of stone beside the river "
    changes = {n: ("night " * (n % 7) * (n % 11), words * (1 + n % 5)) for n in range(count)}
    view = ChangeList(changes, str)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def rows_in_sight(view):
    height = view.viewport().height()
    rects = {n: view.visualRect(view.model().index(n, 0)) for n in range(view.model().rowCount())}
    return {n: rect for n, rect in rects.items() if rect.bottom() >= 0 and rect.top() < height}


def assert_whole(view):
    """Each line in sight is as high as its words need."""
    for number, rect in rows_in_sight(view).items():
        change = view.model().change(number)
        assert rect.height() == view._delegate.height(change, view.viewport().width()), number


def test_all_are_meant_and_the_last_is_reached_by_scrolling(qtbot):
    view = uneven(qtbot)
    assert view.chosen() == list(range(MANY))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() == bar.maximum()
    sight = rows_in_sight(view)
    assert sight[MANY - 1].bottom() == view.viewport().height() - 1
    assert_whole(view)


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_end_and_home_lead_to_the_last_change_and_the_first(qtbot, modifier):
    view = uneven(qtbot)
    QTest.keyClick(view, Qt.Key.Key_End, modifier)
    assert view.currentIndex().row() == MANY - 1
    rect = view.visualRect(view.currentIndex())
    assert rect.top() >= 0
    assert rect.bottom() == view.viewport().height() - 1
    assert_whole(view)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.chosen() == list(range(MANY - 1))
    QTest.keyClick(view, Qt.Key.Key_Home, modifier)
    assert view.currentIndex().row() == 0
    assert view.visualRect(view.currentIndex()).top() == 0
    assert_whole(view)


def test_only_lines_that_come_into_sight_are_measured(qtbot, monkeypatch):
    view = uneven(qtbot)
    measured, height = set(), view._delegate.height

    def note(change, width):
        measured.add(change.entry)
        return height(change, width)

    monkeypatch.setattr(view._delegate, "height", note)
    seen = set(rows_in_sight(view))
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
        seen |= set(rows_in_sight(view))
    # What was taken for lower than it is pushed others out of sight.
    assert len(measured) < len(seen) + 40


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up])
def test_keys_come_by_every_line_and_show_it_whole(qtbot, key):
    view = uneven(qtbot, 60)
    if key == Qt.Key.Key_Up:
        QTest.keyClick(view, Qt.Key.Key_End)
    rows = []
    for _ in range(60):
        rows.append(view.currentIndex().row())
        rect = view.visualRect(view.currentIndex())
        assert rect.top() >= 0
        assert rect.bottom() < view.viewport().height() or rect.top() == 0
        assert_whole(view)
        QTest.keyClick(view, key)
    assert sorted(rows) == list(range(60))


def test_lines_that_are_read_stay_where_they_are_while_others_come_above_them(qtbot):
    view = uneven(qtbot)
    bar = view.verticalScrollBar()
    QTest.keyClick(view, Qt.Key.Key_Home)
    bar.setValue(bar.maximum() // 2)
    for _ in range(60):
        before = rows_in_sight(view)
        bar.setValue(bar.value() - 20)
        after = rows_in_sight(view)
        assert {after[n].top() - before[n].top() for n in before if n in after} == {20}
        assert_whole(view)


def test_a_key_that_is_only_held_leaves_what_is_read_in_sight(qtbot):
    view = uneven(qtbot)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    QTest.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert bar.value() == before


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


def test_a_tick_measures_nothing_again(qtbot, monkeypatch):
    view = listed(qtbot, MANY)
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
    assert not measured
    assert view.grab().toImage() != before


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
