"""What waits is done piece by piece, once, in order, and not after it was forgotten."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.afterwards import Afterwards


def test_pieces_are_done_in_order_and_one_in_each_turn(qtbot):
    done, later = [], Afterwards()
    pieces = [partial(done.append, name) for name in "abc"]
    later.put(*pieces)
    assert done == []
    QTimer.singleShot(0, lambda: done.append("heard"))
    qtbot.waitUntil(lambda: not later.busy)
    assert [one for one in done if one != "heard"] == ["a", "b", "c"]
    assert done[-1] != "heard", "what came meanwhile was heard only at the end"


def test_what_waits_already_is_done_once(qtbot):
    done, later = [], Afterwards()
    first, second = partial(done.append, 1), partial(done.append, 2)
    later.put(first, second)
    later.put(second, first)
    qtbot.waitUntil(lambda: not later.busy)
    assert done == [1, 2]


def test_a_piece_may_put_another(qtbot):
    done, later = [], Afterwards()
    later.put(lambda: later.put(partial(done.append, "then")))
    qtbot.waitUntil(lambda: not later.busy)
    assert done == ["then"]


def test_what_is_forgotten_is_not_done(qtbot):
    done, later = [], Afterwards()
    later.put(partial(done.append, 1))
    later.forget()
    qtbot.wait(20)
    assert done == []


def test_what_a_piece_changed_is_laid_out_before_the_next_piece(qtbot):
    box, inner = QWidget(), QWidget()
    qtbot.addWidget(box)
    middle = QWidget()
    for outer, held in ((box, middle), (middle, inner)):
        QVBoxLayout(outer).addWidget(held)
    box.show()
    qtbot.waitExposed(box)
    heights, later = [], Afterwards()
    high = box.height() + 100
    later.put(partial(inner.setMinimumHeight, high), lambda: heights.append(inner.height()))
    qtbot.waitUntil(lambda: not later.busy)
    assert heights == [high], "two levels of parents were told"


def test_more_of_a_piece_comes_before_the_others(qtbot):
    done, rest, later = [], iter([True, True, False]), Afterwards()
    later.put(lambda: (done.append("more"), next(rest))[1], partial(done.append, "other"))
    qtbot.waitUntil(lambda: not later.busy)
    assert done == ["more", "more", "more", "other"]
