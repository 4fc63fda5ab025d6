"""A window paints after its loop has listened, and before anything else that waits."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.in_turn import InTurn, Rank
from app.ui.painting import Painting


class Window(QWidget):
    """Notes when it is painted."""

    def __init__(self, done):
        super().__init__()
        self.done = done
        self.resize(200, 100)

    def paintEvent(self, event):
        self.done.append("painted")


@pytest.fixture
def done():
    return []


@pytest.fixture
def window(qtbot, done):
    made = Window(done)
    qtbot.addWidget(made)
    made.painting = Painting(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.wait(20)  # shown, and all that comes with it
    done.clear()
    return made


def painted(window):
    return lambda: not window.painting.busy


def changed(window):
    """What a key does: something is to be painted, and Qt has said so."""
    window.update()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest.value)


def test_what_is_due_comes_before_the_painting(qtbot, window, done):
    QTimer.singleShot(0, lambda: done.append("other"))
    changed(window)
    assert done == []
    assert window.painting.busy
    qtbot.waitUntil(painted(window))
    assert done == ["other", "painted"]


def test_what_comes_in_meanwhile_is_painted_with_it(qtbot, window, done):
    class Key(QObject):
        def event(self, event):
            if event.type() is QEvent.Type.User:
                done.append("key")
                changed(window)
            return super().event(event)

    key = Key()
    changed(window)
    QCoreApplication.postEvent(key, QEvent(QEvent.Type.User))
    qtbot.waitUntil(painted(window))
    qtbot.wait(10)
    assert done == ["key", "painted"]


@pytest.mark.parametrize("rank", [Rank.SEEN, Rank.PLAIN, Rank.UNSEEN])
def test_no_piece_of_work_goes_before_it(qtbot, window, done, rank):
    piece = InTurn(window, rank)
    piece.timeout.connect(lambda: (done.append("piece"), piece.stop()))
    piece.start()
    changed(window)
    qtbot.waitUntil(lambda: not piece.isActive())
    assert done == ["painted", "piece"]


def test_each_change_is_painted(qtbot, window, done):
    for times in range(1, 4):
        changed(window)
        qtbot.waitUntil(painted(window))
        assert done == times * ["painted"]


def test_work_that_never_ends_and_painting_share_the_turns(qtbot, window, done):
    piece = InTurn(window, Rank.SEEN)
    piece.timeout.connect(lambda: (done.append("piece"), window.update()))
    piece.start()
    qtbot.waitUntil(lambda: done.count("piece") >= 5)
    piece.stop()
    assert done[:8] == 4 * ["piece", "painted"]


def test_after_a_fault_in_painting_it_goes_on(qtbot, window, done):
    def fault(event):
        done.append("fault")
        raise ValueError

    paint, window.paintEvent = window.paintEvent, fault
    with qtbot.captureExceptions() as faults:
        changed(window)
        qtbot.waitUntil(painted(window))
    assert len(faults) == 1
    window.paintEvent = paint
    QTimer.singleShot(0, lambda: done.append("other"))
    changed(window)
    assert window.painting.busy
    qtbot.waitUntil(painted(window))
    assert done == ["fault", "other", "painted"]


def test_what_asked_for_another_place_has_it_when_it_is_painted(qtbot, window, done):
    inner, middle = QWidget(), QWidget()
    for outer, held in ((window, middle), (middle, inner)):
        QVBoxLayout(outer).addWidget(held)
    qtbot.wait(20)
    high = window.height() + 100
    seen, window.paintEvent = [], lambda event: seen.append(inner.height())

    def key():
        inner.setMinimumHeight(high)
        window.update()

    changed(window)
    QTimer.singleShot(0, key)  # after the turn of the first change, before it is painted
    qtbot.waitUntil(painted(window))
    assert seen[-1] == high
    assert len(seen) <= 2, "not once for each level"


def test_a_window_that_is_gone_is_left_alone(qtbot, done):
    gone = Window(done)
    painting = Painting(gone)
    gone.show()
    qtbot.waitExposed(gone)
    qtbot.wait(20)
    changed(gone)
    turn = painting._turn
    assert turn.isActive()
    gone.deleteLater()
    qtbot.wait(20)
    assert not turn.isActive()
