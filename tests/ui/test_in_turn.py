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


def test_painting_goes_before_all_and_counts_for_nobody(qtbot):
    done = []
    ahead = one_that_waits(done, "ahead", Rank.UNSEEN)
    slow = one_that_waits(done, "slow")
    painting = InTurn(None, Rank.PAINTING)
    painting.timeout.connect(lambda: (done.append("painted"), painting.stop()))
    slow.timeout.connect(painting.start)
    ahead.timeout.connect(painting.start)
    qtbot.waitUntil(lambda: done.count("ahead") >= 2)
    for one in (ahead, slow, painting):
        one.stop()
    round_ = [*PATIENCE * ["slow", "painted"], "ahead", "painted"]
    assert done[: 2 * len(round_) - 1] == (2 * round_)[:-1]


def test_patience_with_one_that_waits_no_longer_helps_nobody(qtbot):
    done = []
    ahead = one_that_waits(done, "ahead", Rank.UNSEEN)
    slow = one_that_waits(done, "slow")
    shown = InTurn(None, Rank.SEEN)
    shown.timeout.connect(lambda: done.append("shown"))

    def at_the_end_of_patience():
        if done[-PATIENCE - 1 :] == ["ahead", *PATIENCE * ["slow"]]:
            ahead.stop()
            shown.start()

    slow.timeout.connect(at_the_end_of_patience)
    qtbot.waitUntil(lambda: done.count("shown") >= 3)
    slow.stop()
    shown.stop()
    first = done.index("shown")
    assert done[first - PATIENCE - 1 : first + 3] == ["ahead", *PATIENCE * ["slow"], *3 * ["shown"]]


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
