"""One phrase against all pictures: looked for, flipped by key and mouse, one step of undo."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from app.dataset.entry import CaptionState
from app.lint.terms import Kind
from app.review.passes import PassState
from app.review.phrase import Sought
from app.ui.models.picture_cells import CellMark, CellRole
from app.ui.windows.phrase_dialog import PhraseDialog

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TEXTS = (
    "mira, red coat, soft light",
    "mira, green dress, soft light",
    "mira, blue shirt, soft lighting",
    "mira, yellow hat, hard light",
    "mira, purple scarf",
    "Soft light falls on the hills.",
)


@pytest.fixture
def six(tmp_path):
    root = tmp_path / "six"
    root.mkdir()
    for number, text in enumerate(TEXTS, start=1):
        Image.new("RGB", (96, 128), (30 * number, 60, 90)).save(root / f"{number}.png")
        (root / f"{number}.txt").write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def opened(driver, six):
    """Opens the dialog by a door, lets an act do what it wants in it, and closes it."""
    driver.open(six)

    def within(act, door=None):
        seen = []
        timer = QTimer(driver.window, interval=10)

        def look():
            dialog = driver.window.phrase_door.dialog
            if dialog is None or not dialog.isActiveWindow():
                return
            timer.stop()
            driver.until(lambda: not dialog.grid.parts.under_way)
            try:
                act(dialog, dialog.grid)
                seen.append(dialog)
            finally:
                dialog.done(0)  # also where flips are left that Esc would ask about

        timer.timeout.connect(look)
        timer.start()
        if door is None:
            driver.ctrl(Qt.Key.Key_G)
        else:
            door()
        assert seen
        driver.settle()

    return within


def marks(table):
    entries = table.cells.entries
    found = {n: table.cells.index_at(p).data(CellRole.MARK) for p, n in enumerate(entries)}
    return {entry: mark for entry, mark in found.items() if mark is not None}


def texts(driver):
    return [driver.text(number) for number in range(len(TEXTS))]


def test_a_phrase_is_typed_and_flipped_and_taken_back_in_one_step(driver, opened):
    def act(dialog, grid):
        driver.ctrl(Qt.Key.Key_F, dialog)
        assert grid.phrases.field.hasFocus()
        driver.type("soft light", grid.phrases.field)
        driver.until(lambda: grid.saying.cells.entries == [0, 1, 5])
        assert grid.silent.cells.entries == [2, 3, 4]
        driver.key(Qt.Key.Key_Return, widget=grid.phrases.field)
        assert grid.saying.hasFocus()
        driver.key(Qt.Key.Key_Space, widget=grid.saying)
        assert marks(grid.saying) == {0: CellMark.TAKES_OUT}
        assert "mira, red coat" in grid._change.accessibleName()
        driver.key(Qt.Key.Key_Right, widget=grid.saying)
        driver.key(Qt.Key.Key_Space, widget=grid.saying)
        driver.key(Qt.Key.Key_Space, widget=grid.saying)  # and back
        assert marks(grid.saying) == {0: CellMark.TAKES_OUT}

        driver.key(Qt.Key.Key_Tab, widget=grid.saying)
        assert grid.silent.hasFocus()
        driver.key(Qt.Key.Key_End, SHIFT, grid.silent)
        assert grid.silent.chosen == [2, 3, 4]
        driver.key(Qt.Key.Key_Space, widget=grid.silent)
        assert marks(grid.silent) == dict.fromkeys((2, 3, 4), CellMark.ADDS)
        assert dialog.change.text() == "Change 4 captions"
        assert texts(driver) == list(TEXTS)  # nothing is written before
        driver.ctrl(Qt.Key.Key_Return, dialog)
        assert driver.text(0) == "mira, red coat"
        assert [driver.text(n) for n in (2, 3, 4)] == [f"{TEXTS[n]}, soft light" for n in (2, 3, 4)]
        assert (driver.text(1), driver.text(5)) == (TEXTS[1], TEXTS[5])
        driver.until(lambda: grid.saying.cells.entries == [1, 2, 3, 4, 5])
        assert grid.silent.cells.entries == [0]
        driver.ctrl(Qt.Key.Key_Z, dialog)
        assert texts(driver) == list(TEXTS)
        driver.until(lambda: grid.saying.cells.entries == [0, 1, 5])

    opened(act)


def test_by_mouse_from_the_wording_desk_and_a_sentence_that_needs_its_words(driver, opened):
    desk = driver.bench.desk
    driver.ctrl(Qt.Key.Key_2)
    panel = desk.wording
    driver.until(lambda: panel.survey.wording[Kind.LIGHTING].total and not panel.survey.under_way)
    panel.tree.setCurrentIndex(panel.model.index_of("soft light"))

    def act(dialog, grid):
        assert grid.parts.sought == Sought("soft light", Kind.LIGHTING)
        assert grid.saying.cells.entries == [0, 1, 5]
        table = grid.saying
        for number, held in ((0, Qt.KeyboardModifier.NoModifier), (2, CTRL)):
            place = table.visualRect(table.cells.index_at(number)).center()
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place)
        assert table.chosen == [0, 5]
        driver.key(Qt.Key.Key_Space, widget=table)
        assert marks(table) == {0: CellMark.TAKES_OUT, 5: CellMark.REFUSED}
        assert "needs these words" in grid._act.text()
        assert grid._caption.accessibleName() == TEXTS[5]
        driver.click(dialog.change)
        assert driver.text(0) == "mira, red coat"
        assert driver.text(5) == TEXTS[5]

    opened(act, door=lambda: driver.click(panel.all_pictures))


def test_a_whole_family_from_the_list(driver, opened):
    def act(dialog, grid):
        index = grid.phrases.model.index_of(Sought("soft light", Kind.LIGHTING, "soft"))
        driver.until(lambda: grid.phrases.model.rowCount() > 2)
        index = grid.phrases.model.index_of(Sought("soft light", Kind.LIGHTING, "soft"))
        place = grid.phrases.list.visualRect(index).center()
        viewport = grid.phrases.list.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
        driver.until(lambda: grid.saying.cells.entries == [0, 1, 2, 5])

    opened(act)


def test_esc_warns_once_before_flips_are_dropped_and_enter_goes_to_the_entry(driver, six):
    driver.open(six)

    def act(dialog):
        grid = dialog.grid
        grid.seek(Sought("soft light"))
        grid.silent.setFocus()
        driver.key(Qt.Key.Key_End, widget=grid.silent)
        driver.key(Qt.Key.Key_Space, widget=grid.silent)
        driver.key(Qt.Key.Key_Escape, widget=grid.silent)
        assert dialog.isVisible()
        assert "Once more" in dialog._told.text()
        driver.key(Qt.Key.Key_Space, widget=grid.silent)  # taken back: nothing to warn of
        driver.key(Qt.Key.Key_Return, widget=grid.silent)

    driver.in_dialog(PhraseDialog, act)
    driver.ctrl(Qt.Key.Key_G)
    assert texts(driver) == list(TEXTS)
    assert driver.bench.current == 4


def test_from_review_it_says_which_verdicts_drop_back(driver, opened):
    reviewing = driver.window.reviewing
    reviewing.enter(1)
    QTest.keyClicks(driver.window.focusWidget(), "aa")
    reviewing.leave()
    reviewing.enter(2)
    reviewing.round.go(0)

    def act(dialog, grid):
        assert grid.parts.sought == Sought("soft light", Kind.LIGHTING)
        grid.look_at_pictures()
        driver.key(Qt.Key.Key_A, CTRL, grid.saying)
        driver.key(Qt.Key.Key_Space, widget=grid.saying)
        assert "2 verdicts drop back" in dialog._told.text()
        driver.ctrl(Qt.Key.Key_Return, dialog)

    opened(act, door=lambda: QTest.keyClicks(driver.window.focusWidget(), "g"))
    assert reviewing.on
    assert reviewing.round.both(0)[0] is PassState.LAPSED
    assert reviewing.round.both(5)[0] is PassState.NONE


def test_a_caption_changed_outside_moves_to_its_part_and_an_undecodable_one_stays(
    driver, opened, six
):
    (six / "5.txt").write_bytes("mira, caf\xe9".encode("latin-1"))
    driver.window.outside.look()
    driver.until(lambda: driver.session.entry(4).caption.state is not CaptionState.READ)

    def act(dialog, grid):
        grid.seek(Sought("soft light"))
        assert grid.saying.cells.entries == [0, 1, 5]
        driver.until(lambda: grid.silent.cells.entries == [2, 3, 4])
        grid.silent.setFocus()
        driver.key(Qt.Key.Key_A, CTRL, grid.silent)
        driver.key(Qt.Key.Key_Space, widget=grid.silent)
        assert marks(grid.silent)[4] is CellMark.REFUSED
        (six / "4.txt").write_text("mira, soft light", encoding="utf-8")
        driver.window.outside.look()
        driver.until(lambda: grid.saying.cells.entries == [0, 1, 3, 5])
        assert sorted(grid.parts.flips) == [2]  # what was flipped for other words is forgotten

    opened(act)
