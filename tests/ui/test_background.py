"""Background: answers come home in the GUI thread, late ones are dropped, nothing survives."""

import multiprocessing
import threading
import time

import pytest

from app.errors import ProofError
from app.messages import msg
from app.ui.background import Background, Lane


@pytest.fixture
def background(qtbot):
    bridge = Background(processes=1)
    yield bridge
    bridge.close()


def three():
    yield from (1, 2, 3)


def slow(value):
    time.sleep(0.3)
    return value


def refuse():
    raise ProofError(msg("no"))


def never(_):
    raise AssertionError("must not be called")


def test_parts_arrive_in_order(qtbot, background):
    got = []
    background.in_process("k", three, then=got.append, failed=never)
    qtbot.waitUntil(lambda: background.busy == 0, timeout=60000)
    assert got == [1, 2, 3]


def test_late_answers_are_dropped(qtbot, background):
    got = []
    background.in_process("k", slow, "old", then=got.append, failed=never)
    qtbot.wait(50)
    background.forget()
    background.in_process("k", slow, "new", then=got.append, failed=never)
    qtbot.waitUntil(lambda: background.busy == 0, timeout=60000)
    assert got == ["new"]


def test_a_lane_keeps_its_order_and_reports_errors(qtbot, background):
    got = []
    background.in_thread(Lane.SAVES, lambda: slow(1), then=got.append, failed=never)
    background.in_thread(Lane.SAVES, lambda: 2, then=got.append, failed=never)
    background.in_thread(Lane.SAVES, refuse, then=never, failed=lambda e: got.append(str(e)))
    qtbot.waitUntil(lambda: background.busy == 0, timeout=60000)
    assert got == [1, 2, "no"]


def test_answers_come_in_the_gui_thread(qtbot, background):
    got = []
    background.in_thread(
        Lane.BULK, int, then=lambda _: got.append(threading.current_thread()), failed=never
    )
    qtbot.waitUntil(lambda: bool(got), timeout=60000)
    assert got == [threading.main_thread()]


def test_waiting_for_saves_delivers_their_answers_without_the_event_loop(background):
    got = []
    background.in_thread(Lane.SAVES, lambda: slow("saved"), then=got.append, failed=never)
    background.in_thread(Lane.BULK, lambda: slow("scanned"), then=got.append, failed=never)
    background.wait_for_saves()
    assert sorted(got) == ["saved", "scanned"]
    assert background.busy == 0


def test_nothing_survives_closing(qtbot):
    before = set(threading.enumerate())
    bridge = Background(processes=1)
    bridge.in_process("k", three, then=lambda _: None, failed=never)
    bridge.in_thread(Lane.SAVES, int, then=lambda _: None, failed=never)
    qtbot.waitUntil(lambda: bridge.busy == 0, timeout=60000)
    bridge.close()
    assert set(threading.enumerate()) <= before
    assert not multiprocessing.active_children()


def test_a_task_asked_for_again_while_it_runs_answers_twice(qtbot, background):
    got = []
    background.in_process("k", slow, "half a file", then=got.append, failed=never)
    background.in_process("other", slow, "between", then=lambda _: None, failed=never)
    qtbot.waitUntil(lambda: not background._workers._waiting.get((0, "k")), timeout=60000)
    background.in_process("k", slow, "the whole file", then=never, failed=never)
    background.in_process("k", slow, "the whole file", then=got.append, failed=never)
    qtbot.waitUntil(lambda: background.busy == 0, timeout=60000)
    assert got == ["half a file", "the whole file"]
