"""Reviewing twice with real keys, from the first picture to "reviewed twice" and all ready."""

import random

import pytest
from conftest import draw
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.dataset.entry import Cause
from app.dataset.marks import Expression, Light, Marks
from app.review.passes import PassState, reviewed_twice
from app.review.readiness import PointKind, all_ready
from app.ui.models.picture_over import Overlay
from app.ui.windows.dialogs import DismissalDialog
from app.ui.windows.reapproval import ReapprovalDialog

NONE, APPROVED, FLAGGED, LAPSED = PassState
COLOURS = ("#a33", "#3a3", "#33a", "#aa3", "#a3a", "#3aa", "#844", "#484")
TEXTS = (
    "mira, a woman in a red coat stands beside a door",
    "mira, a woman in a green dress walks along a wall",
    "mira, a woman in a blue shirt sits at a table",
    "mira, a woman in a yellow hat reads a book",
    "mira, a woman in a purple scarf holds a cup",
    "mira, a woman in a grey jacket opens a window",
    "mira, a woman in a brown skirt climbs a stair",
    "mira, a woman in an orange cap rides a bicycle",
)


@pytest.fixture
def eight(tmp_path):
    root = tmp_path / "eight"
    root.mkdir()
    for number, (text, colour) in enumerate(zip(TEXTS, COLOURS, strict=True), start=1):
        draw(root / f"{number}.png", colour, size=(96 + 8 * number, 128))
        (root / f"{number}.txt").write_text(text, encoding="utf-8")
    return root


class Reviewer:
    """Presses keys on the review page."""

    def __init__(self, driver):
        self.driver = driver
        self.reviewing = driver.window.reviewing
        self.round, self.page = self.reviewing.round, self.reviewing.page

    def press(self, keys):
        for key in keys:
            QTest.keyClicks(self.driver.window.focusWidget(), key)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self.driver.key(key, modifier)

    @property
    def name(self):
        return self.driver.session.name(self.round.current)

    def states(self, number):
        return self.round.both(number)


def begin(driver, folder):
    driver.open(folder)
    reviewer = Reviewer(driver)
    driver.key(Qt.Key.Key_F5)
    assert reviewer.reviewing.on
    return reviewer


def test_a_flag_that_was_not_given_leaves_the_buttons_as_they_were(driver, eight):
    review = begin(driver, eight)
    bar = review.page.bottom
    review.press("f")
    assert not bar.approve.isVisible()
    review.key(Qt.Key.Key_Escape)
    assert bar.approve.isVisible()
    assert bar.flag.isVisible()
    assert not bar.note.isVisible()
    assert review.states(0) == (NONE, NONE)
    review.press("a")
    assert review.states(0) == (APPROVED, NONE)


def test_both_passes_with_edits_flags_an_interruption_and_a_change_outside(make_driver, eight):
    driver = make_driver()
    review = begin(driver, eight)
    assert not driver.window.menuBar().isVisible()
    assert (review.round.pass_number, review.name) == (1, "1.png")

    review.press("a")  # one key for a clean image
    assert review.name == "2.png"
    review.press("f")
    driver.type("is it green?")
    review.key(Qt.Key.Key_Return)
    assert review.states(1) == (FLAGGED, NONE)
    assert review.name == "3.png"

    review.press("e")  # edit in place and approve
    driver.type(", soft light")
    review.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert driver.text(2) == TEXTS[2] + ", soft light"
    assert review.states(2) == (APPROVED, NONE)
    assert review.name == "4.png"
    review.press("az")  # taken back: it is looked at again
    assert review.states(3) == (NONE, NONE)
    assert review.name == "4.png"
    review.press("an")  # 5 is skipped
    assert review.name == "6.png"
    review.press("a")

    driver.window.close()  # an interruption in the middle of the review
    assert (eight / ".proofsheet" / "notes.toml").exists()
    assert (eight / "3.txt").read_text(encoding="utf-8").strip().endswith("soft light")
    (eight / "1.txt").write_text(TEXTS[0] + ", a green lamp", encoding="utf-8")

    driver = make_driver()
    review = begin(driver, eight)
    assert review.round.pass_number == 1
    assert review.states(0) == (LAPSED, NONE)
    assert review.states(2) == (APPROVED, NONE)
    assert review.name == "5.png"  # the one without a verdict, not the changed one
    review.press("aaa")
    assert review.name == "1.png"  # the second look comes at the end
    change = review.page.text
    assert change._change.isVisible()
    assert "green lamp" in change._change_view.accessibleName()
    review.press("a")
    assert review.round.finished
    assert review.page.finish.isVisible()

    review.press("n")  # the flagged one: put right, it has lapsed, and is approved
    assert review.name == "2.png"
    review.press("e")
    driver.type(", daylight")
    review.key(Qt.Key.Key_Return)
    assert review.states(1) == (LAPSED, NONE)
    review.press("a")
    assert review.round.finished
    assert {review.states(n)[0] for n in range(8)} == {APPROVED}

    review.press("a")  # pass 2 begins
    assert review.round.pass_number == 2
    assert not review.round.finished
    assert sorted(review.round.order) == list(range(8))
    review.press("aaaaaaaa")
    assert review.round.finished
    assert all(reviewed_twice(review.states(n)) for n in range(8))
    assert "twice" in review.page.finish.accessibleName()
    review.key(Qt.Key.Key_Escape)
    assert not review.reviewing.on
    assert driver.window.menuBar().isVisible()

    driver.window.close()
    driver = make_driver()
    driver.open(eight)
    review = Reviewer(driver)
    assert all(reviewed_twice(review.states(n)) for n in range(8))


def test_a_caption_changed_by_another_program_lapses_visibly_while_it_is_looked_at(driver, eight):
    review = begin(driver, eight)
    review.press("a")
    review.key(Qt.Key.Key_Left)
    assert review.name == "1.png"
    assert not review.page.text._change.isVisible()
    (eight / "1.txt").write_text(TEXTS[0] + ", changed outside", encoding="utf-8")
    driver.window.outside.look()
    driver.until(lambda: review.states(0) == (LAPSED, NONE))
    assert review.page.text._change.isVisible()
    review.press("d")
    assert not review.page.text._change.isVisible()


def test_undo_takes_a_verdict_and_an_edit_back(driver, eight):
    review = begin(driver, eight)
    review.press("aa")
    driver.ctrl(Qt.Key.Key_Z)
    assert review.states(1) == (NONE, NONE)
    assert review.states(0) == (APPROVED, NONE)
    review.key(Qt.Key.Key_Left)
    review.key(Qt.Key.Key_Left)
    assert review.name == "1.png"
    review.press("e")
    driver.type("x")
    assert review.states(0) == (LAPSED, NONE)
    review.key(Qt.Key.Key_Escape)  # as it was: the verdict holds again
    assert driver.text(0) == TEXTS[0]
    assert review.states(0) == (APPROVED, NONE)
    assert review.reviewing.on


def test_keys_of_pass_two_and_the_actions_that_rest(driver, eight):
    driver.open(eight)
    review = Reviewer(driver)
    review.reviewing.enter(2)
    first = review.round.current
    assert review.page.neighbours.isVisible()
    review.key(Qt.Key.Key_Tab)
    assert review.page.pictures.beside.isVisible()
    for _ in range(3):
        review.key(Qt.Key.Key_Tab)
    assert not review.page.pictures.beside.isVisible()
    assert len({one.entry for one in review.round.near(first)} - {first}) == 3
    review.press("s")
    assert sorted(review.round.order) == list(range(8))
    assert review.round.current == first
    assert driver.session.dataset.choices.second_order.value == "shuffled"
    review.press("m")
    assert review.page.text.marks_shown
    review.key(Qt.Key.Key_Escape)
    assert not review.page.text.marks_shown
    review.press("c")
    assert Overlay.CUT in review.page.pictures.picture.shown
    review.key(Qt.Key.Key_Space)
    assert review.page.pictures.picture.scale() == pytest.approx(1)
    assert not driver.window.actions_["remove"].isEnabled()
    review.key(Qt.Key.Key_Escape)
    assert driver.window.actions_["remove"].isEnabled()
    assert driver.bench.current == first


def test_pass_one_compares_with_the_one_before_and_sets_a_mark(driver, eight):
    review = begin(driver, eight)
    review.key(Qt.Key.Key_Tab)
    assert not review.page.pictures.beside.isVisible()  # nothing comes before the first
    review.press("a")
    review.key(Qt.Key.Key_Tab)
    assert review.page.pictures.beside.isVisible()
    assert review.page.pictures._other == 0
    assert "1.png" in review.page.text._last.text()
    review.key(Qt.Key.Key_Tab)
    assert not review.page.pictures.beside.isVisible()
    assert "Z takes it back" in review.page.text._last.text()

    review.press("m1")
    review.key(Qt.Key.Key_Tab)
    review.press("2")
    marks = driver.session.dataset.notes_of(1).marks
    assert marks == Marks(Expression.SMILING, Light.NIGHT)
    assert review.states(1) == (NONE, NONE)
    review.key(Qt.Key.Key_Escape)
    review.press("a")
    assert review.states(1) == (APPROVED, NONE)
    assert driver.session.dataset.notes_of(1).marks == marks


def test_the_wheel_zooms_and_the_mouse_pans_while_one_reviews(driver, eight):
    review = begin(driver, eight)
    picture = review.page.pictures.picture
    driver.until(lambda: picture.scale() > 0)
    before = picture.scale()
    middle = QPointF(picture.width() / 2, picture.height() / 2)
    wheel = QWheelEvent(
        middle,
        picture.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 480),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(picture, wheel)
    assert picture.scale() > before
    place = picture.target()
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(picture, left, pos=middle.toPoint())
    QTest.mouseMove(picture, middle.toPoint() + QPoint(-40, -30))
    QTest.mouseRelease(picture, left, pos=middle.toPoint() + QPoint(-40, -30))
    assert picture.target().size() == place.size()
    assert picture.target().topLeft() != place.topLeft()
    review.press("a")  # keys go on working after the mouse
    assert review.states(0) == (APPROVED, NONE)


def test_a_finding_is_fixed_and_let_stand_by_its_keys(driver, eight):
    text = "mira, a beautiful gorgeous lovely woman in a red coat stands beside a door"
    (eight / "1.txt").write_text(text, "utf-8")
    review = begin(driver, eight)
    review.key(Qt.Key.Key_Down)
    assert review.page.text.findings.current.rule == "piled-up-modifiers"
    review.press("1")
    assert "gorgeous" not in driver.text(0)
    driver.ctrl(Qt.Key.Key_Z)
    assert driver.text(0) == text
    review.key(Qt.Key.Key_Down)
    QTimer.singleShot(200, lambda: driver.window.findChild(DismissalDialog).accept())
    review.press("0")
    assert "piled-up-modifiers" not in driver.rules(0)


@pytest.fixture
def sixteen(tmp_path):
    """Enough pictures of one size, with captions that nothing is to be said of."""
    root = tmp_path / "sixteen"
    root.mkdir()
    things = "door wall table book cup window stair bicycle lamp chair tree boat bridge tower  well"
    for number, thing in enumerate([*things.split(), "gate"], start=1):
        picture(root / f"{number}.png", number)
        text = f"a woman in a red coat stands beside a {thing} on day {number} of the journey"
        (root / f"{number}.txt").write_text(text, encoding="utf-8")
    return root


def picture(path, number):
    """1024 x 1024, sharp, no two alike, all of one light."""
    chance = random.Random(number)
    image = Image.new("RGB", (1024, 1024), "#777777")
    pen = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, grey = chance.randrange(900), chance.randrange(900), chance.randrange(70, 170)
        pen.rectangle((x, y, x + chance.randrange(40, 300), y + 90), fill=(grey, grey, grey))
    grain = Image.effect_noise(image.size, 70).convert("RGB")  # so that it is not called blurred
    Image.blend(image, grain, 0.4).save(path, compress_level=1)


def test_all_is_ready_after_both_passes_and_the_report_says_so(driver, sixteen, tmp_path):
    driver.open(sixteen)
    review = Reviewer(driver)
    for number in (1, 2):
        review.reviewing.enter()
        assert review.round.pass_number == number
        review.press("a" * 16)
        assert review.round.finished
        review.key(Qt.Key.Key_Escape)
    driver.window.actions_["write_toml"].trigger()
    driver.settle()
    desk = driver.bench.desk
    desk.setCurrentWidget(desk.overview)
    driver.until(lambda: desk.readiness.points and all_ready(desk.readiness.points))

    page = tmp_path / "report.html"
    driver.window.reporting.write(page)
    driver.until(page.exists)
    assert "Pass 2: approved" in page.read_text("utf-8")

    driver.session.edit(3, "a woman in a red coat stands beside a mill on day 4 of the journey")
    driver.until(lambda: not all_ready(desk.readiness.points))
    row = desk.readiness._rows[list(PointKind).index(PointKind.REVIEWED)]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert driver.bench.entries.visible == [3]


def test_captions_changed_together_are_approved_again_together(driver, eight):
    review = begin(driver, eight)
    review.press("a" * 8)
    review.key(Qt.Key.Key_Escape)
    texts = {n: TEXTS[n].replace("mira", "mona") for n in (0, 1, 2)}
    driver.session.edit_many(texts, Cause.REPLACE, "names")
    assert "3 approvals lapsed" in driver.window.notices.text()
    assert [review.states(n)[0] for n in range(4)] == [LAPSED, LAPSED, LAPSED, APPROVED]

    def leave_one_out():
        dialog = driver.window.findChild(ReapprovalDialog)
        assert dialog.list.chosen() == [0, 1, 2]
        dialog.list.setFocus()
        driver.key(Qt.Key.Key_Down, widget=dialog.list)
        driver.key(Qt.Key.Key_Space, widget=dialog.list)
        driver.ctrl(Qt.Key.Key_Return, dialog)

    QTimer.singleShot(300, leave_one_out)
    driver.window.actions_["approve_again"].trigger()
    assert [review.states(n)[0] for n in range(4)] == [APPROVED, LAPSED, APPROVED, APPROVED]
    driver.ctrl(Qt.Key.Key_Z)
    assert [review.states(n)[0] for n in range(3)] == [LAPSED] * 3
