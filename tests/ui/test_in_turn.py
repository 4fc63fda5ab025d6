"""Work that waits has its turn: one piece in each turn of the loop, nobody is forgotten."""

import time
from itertools import pairwise

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from app.ui.in_turn import PATIENCE, InTurn, Rank


def one_that_waits(done, name, rank=Rank.PLAIN, parent=None):
    made = InTurn(parent, rank)
    made.timeout.connect(lambda: done.append(name))
    made.start()
    return made


def test_of_all_that_wait_one_has_each_turn_of_the_loop(qtbot):
    done, turns = [], []
    waiting = [one_that_waits(done, name) for name in "abc"]
    # A timer of its own has every turn of the loop.
    own = QTimer(interval=0)
    own.timeout.connect(lambda: turns.append(len(done)))
    own.start()
    qtbot.waitUntil(lambda: len(done) >= 9)
    own.stop()
    for one in waiting:
        one.stop()
    assert "".join(done[:9]) == "abcabcabc"
    assert all(after - before <= 1 for before, after in pairwise(turns))


def test_who_is_looked_at_goes_before_the_others(qtbot):
    done = []
    slow = one_that_waits(done, "slow")
    shown = one_that_waits(done, "shown", Rank.SEEN)
    shown.timeout.connect(lambda: done.count("shown") == 3 and shown.stop())
    qtbot.waitUntil(lambda: "slow" in done)
    slow.stop()
    assert done[:4] == ["shown", "shown", "shown", "slow"]


def test_what_nobody_looks_at_yet_comes_after_the_others_but_is_not_forgotten(qtbot):
    done = []
    ahead = one_that_waits(done, "ahead", Rank.UNSEEN)
    slow = one_that_waits(done, "slow")
    qtbot.waitUntil(lambda: done.count("ahead") >= 2)
    assert done[: 2 * (PATIENCE + 1)] == 2 * [*PATIENCE * ["slow"], "ahead"]
    slow.stop()
    before = len(done)
    qtbot.waitUntil(lambda: len(done) >= before + 5)
    ahead.stop()
    assert "slow" not in done[before:]


def test_who_was_stopped_or_is_gone_has_no_turn(qtbot):
    done, parent = [], QObject()
    stopped = one_that_waits(done, "stopped")
    gone = one_that_waits(done, "gone", parent=parent)
    stopped.stop()
    parent.deleteLater()
    qtbot.wait(20)
    assert done == []
    assert [one.isActive() for one in (stopped, gone)] == [False, False]


def test_a_piece_that_waits_for_the_loop_holds_up_nobody(qtbot):
    done, loop = [], QEventLoop()
    dialog = InTurn()
    dialog.timeout.connect(dialog.stop)
    dialog.timeout.connect(lambda: (loop.exec(), done.append("dialog")))
    dialog.start()
    other = one_that_waits(done, "other")
    other.timeout.connect(other.stop)
    other.timeout.connect(loop.quit)
    qtbot.waitUntil(lambda: "dialog" in done)
    assert done == ["other", "dialog"]


def test_a_timer_that_was_due_during_a_piece_comes_before_the_next_piece(qtbot):
    done = []
    slow = InTurn()
    slow.timeout.connect(lambda: (time.sleep(0.01), done.append("piece")))
    other = QTimer(interval=2, timerType=Qt.TimerType.PreciseTimer)
    other.timeout.connect(lambda: done.append("timer"))
    other.start()
    slow.start()
    qtbot.waitUntil(lambda: done.count("piece") >= 3)
    slow.stop()
    other.stop()
    assert ("piece", "piece") not in pairwise(done)
