"""What was done is told for a moment; what a person must know stays until they close it."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QToolButton

from app.errors import ProofError
from app.messages import msg
from app.ui.widgets.notices import NoticeBar


@pytest.fixture
def bar(qtbot):
    made = NoticeBar()
    qtbot.addWidget(made)
    made.findChild(QTimer).setInterval(1)
    return made


def test_what_was_done_goes_by_itself(bar, qtbot):
    bar.tell(msg("data.toml was written."))
    assert not bar.isHidden()
    qtbot.waitUntil(bar.isHidden)
    assert bar.text() == ""


def test_what_must_be_known_stays(bar, qtbot):
    bar.say(msg("a file was damaged"))
    bar.say_problem(ProofError(msg("the disk is full")))
    bar.tell(msg("data.toml was written."))
    qtbot.waitUntil(lambda: "written" not in bar.text())
    assert bar.text() == "a file was damaged\nthe disk is full"
    assert not bar.isHidden()
    bar.clear()
    assert bar.isHidden()


def test_how_far_something_is_stands_in_one_line_until_it_is_done(bar, qtbot):
    bar.say(msg("a file was damaged"))
    for done in (10, 20):
        bar.follow(msg("Looking through the captions: {done} of {count}", done=done, count=30))
    assert bar.text() == "a file was damaged\nLooking through the captions: 20 of 30"
    bar.follow(None)
    assert bar.text() == "a file was damaged"
    bar.clear()
    bar.follow(None)
    assert bar.isHidden()


def test_who_closes_how_far_something_is_wants_no_more_of_it(bar, qtbot):
    close = bar.findChild(QToolButton)
    bar.say(msg("a file was damaged"))
    assert close.toolTip() == "Close"
    bar.follow(msg("Looking through the captions: {done} of {count}", done=10, count=30))
    assert close.toolTip() == "Cancel"
    with qtbot.waitSignal(bar.given_up):
        close.click()
    assert bar.text() == "a file was damaged", "it was not meant"
    with qtbot.assertNotEmitted(bar.given_up):
        close.click()
    assert bar.isHidden()


def test_what_is_not_seen_any_more_is_not_cancelled(bar, qtbot):
    bar.follow(msg("Looking through the captions: {done} of {count}", done=10, count=30))
    for number in range(3):
        bar.say(msg("{file} was damaged", file=f"{number}.txt"))
    close = bar.findChild(QToolButton)
    assert close.toolTip() == "Close"
    with qtbot.assertNotEmitted(bar.given_up):
        close.click()
