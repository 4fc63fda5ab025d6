"""What a large dataset has worked out in slices and threads is the same, and comes later."""

import pytest

from app.dataset.scan import scan
from app.messages import msg
from app.review.readiness import PointKind, Readiness, TomlState
from app.ui import linting
from app.ui.models import readiness_points
from app.ui.models.readiness_points import ReadinessPoints
from app.ui.session import Session

TOML = TomlState(Readiness.READY, msg("as it should be"))


@pytest.fixture
def session(qtbot, background, tmp_path, photo):
    for number in range(6):
        photo(96, 96, number).save(tmp_path / f"{number}.png")
        (tmp_path / f"{number}.txt").write_text(f"mira, a very very red coat {number}")
    made = Session(background)
    made.open(scan(tmp_path))
    qtbot.waitUntil(lambda: made.settled and not made.linting.settling, timeout=60_000)
    yield made
    made.close()


def asked(points):
    """What was worked out, as it comes."""
    answers = []
    points.worked_out.connect(answers.append)
    points.ask(TOML)
    return answers


def test_slices_and_a_thread_come_to_the_same(qtbot, session, monkeypatch):
    (at_once,) = asked(ReadinessPoints(session))
    assert [point.kind for point in at_once] == list(PointKind)
    monkeypatch.setattr(readiness_points, "AT_ONCE", 0)
    monkeypatch.setattr(readiness_points, "STEP", 1)
    points = ReadinessPoints(session)
    answers = asked(points)
    assert answers == []
    points.ask(TOML)  # the first question is given up
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    assert answers == [at_once]


def test_no_answer_comes_for_a_dataset_that_was_closed(qtbot, session, monkeypatch):
    monkeypatch.setattr(readiness_points, "AT_ONCE", 0)
    points = ReadinessPoints(session)
    answers = asked(points)
    session.close()
    qtbot.wait(50)
    assert answers == []
    points.ask(TOML)
    assert answers == [()]


def test_many_entries_are_linted_again_in_slices_and_none_is_forgotten(qtbot, session):
    judged = []
    put = session.lint.put_several

    def seen(known):
        known = list(known)
        judged.extend(entry.id for entry, *_ in known)
        return put(known)

    session.lint.put_several = seen
    numbers = [*range(6), *range(6)]
    session.linting.put(numbers)
    assert len(numbers) > linting.AT_ONCE
    assert session.linting.busy
    assert not session.settled
    qtbot.waitUntil(lambda: session.settled, timeout=20_000)
    assert sorted(judged) == list(range(6))
    session.linting.put([3])
    assert judged[6:] == [3]
