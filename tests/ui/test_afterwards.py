"""What waits is done piece by piece, once, in order, and not after it was forgotten."""

from functools import partial

from PySide6.QtCore import QTimer

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
    qtbot.waitUntil(lambda: done == ["then"])
    assert not later.busy


def test_what_is_forgotten_is_not_done(qtbot):
    done, later = [], Afterwards()
    later.put(partial(done.append, 1))
    later.forget()
    qtbot.wait(20)
    assert done == []
