"""A caption that changed here and on disk: each answer by its key, and the text that holds both."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.dataset.journal import history
from app.ui.models.roles import ChipAction, Role, SaveState

BASE = "mira, a woman in a red coat stands beside a door"
APART = "mira, a woman in a red coat stands beside a wall"
AGAINST = "mira, a woman in a red coat stands beside a door at night"


@pytest.fixture
def conflict(driver, folder):
    """Opens the comparison of a caption that both changed."""

    def make(theirs, mine=", mine"):
        driver.open(folder)
        driver.type(mine, driver.editor())
        text = theirs if isinstance(theirs, bytes) else theirs.encode()
        (folder / "1.txt").write_bytes(text)
        driver.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, driver.window)
        driver.until(lambda: driver.session.saving.theirs(0) is not None)
        assert driver.role(0, Role.SAVE_STATE) == SaveState.CONFLICT
        assert driver.role(0, Role.CHIPS)[-1].action is ChipAction.COMPARE
        assert "Nothing was overwritten" in driver.window.notices.text()
        return compare()

    def compare():
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        driver.key(Qt.Key.Key_M, modifiers, driver.window)
        driver.until(lambda: driver.window.acts.conflicts.dialog is not None)
        dialog = driver.window.acts.conflicts.dialog
        driver.until(dialog.isActiveWindow)
        return dialog

    make.again = compare
    return make


def gone(driver):
    driver.until(lambda: not [d for d in driver.window.findChildren(QDialog) if d.isVisible()])


@pytest.mark.parametrize(
    ("key", "made"),
    [
        (Qt.Key.Key_1, BASE + ", mine"),
        (Qt.Key.Key_2, APART),
        (Qt.Key.Key_3, APART + ", mine"),
    ],
)
def test_each_answer_has_its_key(driver, folder, conflict, key, made):
    """Row 12."""
    dialog = conflict(APART)
    assert (folder / "1.txt").read_text(encoding="utf-8") == APART
    QTest.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: driver.text(0) == made)
    driver.until(lambda: (folder / "1.txt").read_text(encoding="utf-8") == made)
    driver.settle()
    assert driver.session.saving.theirs(0) is None
    driver.window.close()
    kept = {text for r in history(folder, "1.png") for text in (r.before, r.after)}
    assert {APART, BASE + ", mine"} <= kept, "whichever lost is found in the history"


def test_both_is_one_step_of_undo(driver, folder, conflict):
    dialog = conflict(APART)
    QTest.keyClick(dialog, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: driver.text(0) == APART + ", mine")
    driver.ctrl(Qt.Key.Key_Z, driver.window)
    assert driver.text(0) == BASE + ", mine"


def test_a_clash_is_marked_and_written_anew(driver, folder, conflict):
    dialog = conflict(AGAINST)
    assert dialog.merged.text() == BASE + ", mine at night"
    assert dialog.merged.textCursor().selectedText() == ", mine at night"
    QTest.keyClick(dialog.merged, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.merged, ", at night")
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    QTest.keyClick(dialog.merged, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: driver.text(0) == BASE + ", at night")
    driver.until(lambda: (folder / "1.txt").read_text() == BASE + ", at night")


def test_esc_leaves_everything_as_it_is(driver, folder, conflict):
    dialog = conflict(APART)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    gone(driver)
    assert driver.text(0) == BASE + ", mine"
    assert (folder / "1.txt").read_text(encoding="utf-8") == APART
    assert driver.session.saving.theirs(0) is not None
    QTest.keyClick(conflict.again(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    driver.settle()


def test_a_third_text_that_comes_meanwhile_is_shown_first(driver, folder, conflict):
    dialog = conflict(APART)
    (folder / "1.txt").write_text(AGAINST, encoding="utf-8")
    driver.window.outside.look()
    driver.until(lambda: driver.session.saving.theirs(0).text == AGAINST)
    QTest.keyClick(dialog, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: driver.window.acts.conflicts.dialog not in (None, dialog))
    assert (folder / "1.txt").read_text(encoding="utf-8") == AGAINST
    again = driver.window.acts.conflicts.dialog
    driver.until(again.isActiveWindow)
    QTest.keyClick(again, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: (folder / "1.txt").read_text(encoding="utf-8") == BASE + ", mine")


def test_bytes_that_are_no_text_are_not_merged_and_mine_may_stay(driver, folder, conflict):
    theirs = "夕暮れ".encode("cp932")
    dialog = conflict(theirs)
    assert not hasattr(dialog, "merged")
    QTest.keyClick(dialog, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: (folder / "1.txt").read_bytes() == (BASE + ", mine").encode())
    driver.settle()
    assert driver.session.saving.theirs(0) is None
    assert driver.text(0) == BASE + ", mine"


def test_a_file_that_is_gone_comes_back_only_when_mine_is_kept(driver, folder, conflict):
    """Row 8."""
    driver.open(folder)
    (folder / "1.txt").unlink()
    driver.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, driver.window)
    driver.until(lambda: driver.session.saving.theirs(0) is not None)
    dialog = conflict.again()
    QTest.keyClick(dialog, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    driver.until((folder / "1.txt").exists)
    assert (folder / "1.txt").read_text(encoding="utf-8") == BASE


def test_nothing_of_a_closed_dialog_stays_alive(driver, folder, conflict):
    dialog = conflict(APART)
    QTest.keyClick(dialog, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    del dialog
    driver.settle()
    driver.until(lambda: not driver.window.findChildren(QDialog))
