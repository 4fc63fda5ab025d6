"""All entries are looked through in turns; the answers are of the texts as they are at the end."""

import pytest
from PySide6.QtCore import QTimer

from app.dataset.entry import Cause
from app.ui import gathering
from app.ui.gathering import Gathering
from app.ui.text import say


@pytest.fixture
def one_in_a_turn(monkeypatch):
    monkeypatch.setattr(gathering, "turns", lambda: range(1))


@pytest.fixture
def gather(rows, session, qtbot):
    rows.open(6)
    session.edit_many({n: f"a tower {n}" for n in range(6)}, Cause.TYPING, "towers")
    rows.settle()
    asked = []

    def ask(number):
        asked.append(number)
        text = session.entry(number).text
        return None if "nothing" in text else text.upper()

    made = Gathering(session, ask, session)
    made.asked, made.answers, made.told = asked, [], []
    made.gathered.connect(made.answers.append)
    made.going_on.connect(made.told.append)
    return made


def test_a_small_dataset_is_looked_through_at_once(gather):
    gather.begin()
    assert gather.answers == [{n: f"A TOWER {n}" for n in range(6)}]
    assert not gather.busy
    assert gather.told == [None]


@pytest.mark.usefixtures("one_in_a_turn")
def test_others_have_their_turns_in_between(gather, qtbot):
    done = []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: done.append(len(gather.asked)))
    timer.start()
    gather.begin()
    assert gather.answers == []
    assert gather.asked == [0]
    qtbot.waitUntil(lambda: bool(gather.answers))
    timer.stop()
    assert set(done) >= {2, 3, 4, 5}, "before the first or after the last, as the loop has it"


@pytest.mark.usefixtures("one_in_a_turn")
def test_an_entry_that_changes_meanwhile_is_asked_again(gather, session, qtbot):
    gather.begin()
    session.edit(0, "a lighthouse")
    session.edit(3, "nothing")
    qtbot.waitUntil(lambda: bool(gather.answers))
    (found,) = gather.answers
    assert found[0] == "A LIGHTHOUSE"
    assert list(found) == [0, 1, 2, 4, 5], "in the order of the dataset"


@pytest.mark.usefixtures("one_in_a_turn")
def test_what_is_taken_out_meanwhile_is_not_found(gather, session, qtbot):
    gather.begin()
    session.take_out([0, 4])
    qtbot.waitUntil(lambda: bool(gather.answers))
    assert list(gather.answers[0]) == [1, 2, 3, 5]


@pytest.mark.usefixtures("one_in_a_turn")
def test_asked_twice_it_answers_once(gather, qtbot):
    gather.begin()
    gather.begin()
    qtbot.waitUntil(lambda: bool(gather.answers))
    qtbot.wait(20)
    assert len(gather.answers) == 1
    assert sorted(gather.asked) == list(range(6))


@pytest.mark.usefixtures("one_in_a_turn")
def test_a_dataset_that_closes_is_looked_through_no_more(gather, session, qtbot):
    gather.begin()
    session.close()
    qtbot.wait(20)
    assert gather.answers == []
    assert not gather.busy
    assert gather.told == [None]


@pytest.mark.usefixtures("one_in_a_turn")
def test_what_takes_long_says_how_far_it_is(gather, qtbot, monkeypatch):
    monkeypatch.setattr(gathering, "SILENT_SECONDS", 0.0)
    gather.begin()
    qtbot.waitUntil(lambda: bool(gather.answers))
    assert gather.told[-1] is None
    said = [say(one) for one in gather.told[:-1]]
    assert said[:2] == [f"Looking through the captions: {done} of 6" for done in (1, 2)]
