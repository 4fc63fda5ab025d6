"""Thirty-two pictures reviewed twice with real keys, through a hard kill, until all is ready."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from test_review import Reviewer, picture

from app.review.passes import PassState, reviewed_twice
from app.review.readiness import PointKind, all_ready

ROOT = Path(__file__).resolve().parents[2]
NONE, APPROVED, FLAGGED, LAPSED = PassState
CONTROL = Qt.KeyboardModifier.ControlModifier
THINGS = [
    "door",
    "wall",
    "table",
    "book",
    "cup",
    "window",
    "stair",
    "bicycle",
    "lamp",
    "chair",
    "tree",
    "boat",
    "bridge",
    "tower",
    "well",
    "gate",
    "fence",
    "bench",
    "clock",
    "mirror",
    "ladder",
    "basket",
    "barrel",
    "candle",
    "kettle",
    "pillow",
    "bucket",
    "piano",
    "violin",
    "drum",
    "statue",
    "fountain",
]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


@pytest.fixture
def thirty_two(tmp_path):
    root = tmp_path / "whole"
    root.mkdir()
    for number, thing in enumerate(THINGS, start=1):
        picture(root / f"{number:02}.png", number)
        text = f"a woman in a red coat stands beside a {thing} on day {number} of the journey"
        (root / f"{number:02}.txt").write_text(text, encoding="utf-8")
    return root


def reviewed_until_killed(folder, layout):
    """Another process reviews until it is killed hard; where it was then."""
    script = ROOT / "tests" / "journeys" / "review_until_killed.py"
    path = os.pathsep.join(part for part in (str(ROOT), os.environ.get("PYTHONPATH")) if part)
    with subprocess.Popen(
        [sys.executable, str(script), str(folder), str(layout)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": path},
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        os.kill(process.pid, signal.SIGKILL)
    assert said.startswith("at ")
    return int(said.split()[1])


def test_thirty_two_pictures_are_reviewed_twice_through_a_kill(driver, thirty_two, tmp_path):
    assert reviewed_until_killed(thirty_two, tmp_path / "killed.ini") == 14
    fourth = thirty_two / "04.txt"
    fourth.write_text(fourth.read_text("utf-8") + ", with an umbrella", encoding="utf-8")

    driver.open(thirty_two)
    review = Reviewer(driver)
    driver.key(Qt.Key.Key_F5)
    first = [review.states(number)[0] for number in range(32)]
    assert first[:14] == [*[APPROVED] * 3, LAPSED, *[APPROVED] * 5, FLAGGED, *[APPROVED] * 4]
    assert set(first[14:]) == {NONE}
    assert driver.text(10).endswith(", with a small dog")
    assert driver.text(14).endswith(", half a sent")  # what was typed when the kill came
    assert review.round.current == 14
    assert review.page.top._count.text() == "13 of 32"

    review.press("e")
    driver.type("ence")
    review.key(Qt.Key.Key_Return, CONTROL)
    review.press("a" * 17)  # one key for each clean picture
    assert review.round.current == 3  # the second look comes last, with what changed
    assert review.page.text._change.isVisible()
    assert "with an umbrella" in review.page.text._change_view.accessibleName()
    assert "Second look" in review.page.top._about.text()
    review.press("e")
    driver.ctrl(Qt.Key.Key_A)
    driver.type(THINGS[3] + ", a red coat beside a book on day 4 of the journey")
    driver.ctrl(Qt.Key.Key_Z)
    review.key(Qt.Key.Key_Escape)
    assert driver.text(3).endswith(", with an umbrella")
    review.press("a")
    assert review.round.finished

    review.press("n")  # the flagged one, with its note
    assert review.round.current == 9
    assert "is the light right?" in review.page.text._flag_note.text()
    review.press("a")
    assert review.round.finished
    review.press("a")
    assert review.round.pass_number == 2
    assert sorted(review.round.order) == list(range(32))
    assert review.round.order != list(range(32))
    assert review.page.neighbours.isVisible()
    review.press("f")
    review.key(Qt.Key.Key_Return)
    flagged = review.round.order[0]
    review.press("a" * 31)
    assert review.round.finished
    assert not all(reviewed_twice(review.states(number)) for number in range(32))
    review.press("n")
    assert review.round.current == flagged
    review.press("a")
    assert all(reviewed_twice(review.states(number)) for number in range(32))
    review.key(Qt.Key.Key_Escape)

    driver.window.actions_["write_toml"].trigger()
    driver.settle()
    desk = driver.bench.desk
    driver.ctrl(Qt.Key.Key_3)
    driver.until(lambda: desk.readiness.points and all_ready(desk.readiness.points))

    # A change of now: the point says so, and a click leads to the entry.
    driver.session.edit(20, driver.text(20) + ", at dusk")
    driver.until(lambda: not all_ready(desk.readiness.points))
    row = desk.readiness._rows[list(PointKind).index(PointKind.REVIEWED)]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert driver.bench.entries.visible == [20]
    driver.settle()
