"""Fixes by key, findings that are let stand, and all safe fixes with their preview."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from shiboken6 import isValid

from app.ui import gathering
from app.ui.letting_stand import let_stand
from app.ui.windows.dialogs import DismissalDialog, WhyDialog
from app.ui.windows.export_dialog import ExportDialog
from app.ui.windows.safe_fixes import SafeFixesDialog

PILED = "mira, a beautiful gorgeous lovely woman"


def piled(driver, folder):
    (folder / "1.txt").write_text(PILED, encoding="utf-8")
    driver.open(folder)
    assert driver.bench.light_table.findings.current.rule == "piled-up-modifiers"


def test_alt_1_applies_the_first_fix_and_undo_takes_it_back(driver, folder):
    piled(driver, folder)
    editor = driver.editor()
    driver.alt(Qt.Key.Key_1, editor)
    assert driver.text(0) != PILED
    assert "piled-up-modifiers" not in driver.rules(0)
    driver.ctrl(Qt.Key.Key_Z, editor)
    assert driver.text(0) == PILED


def test_alt_1_works_in_the_row_too(driver, folder):
    piled(driver, folder)
    editor = driver.row_editor()
    driver.alt(Qt.Key.Key_1, editor)
    assert "piled-up-modifiers" not in driver.rules(0)
    assert editor.caption == driver.text(0)


def test_alt_0_lets_a_finding_stand_with_a_reason_until_the_words_change(driver, folder):
    piled(driver, folder)

    def say_why(dialog):
        driver.type("she is", dialog.reason)
        driver.key(Qt.Key.Key_Return, widget=dialog.reason)

    editor = driver.editor()
    driver.in_dialog(DismissalDialog, say_why)
    driver.alt(Qt.Key.Key_0, editor)
    assert "piled-up-modifiers" not in driver.rules(0)
    assert driver.session.dataset.notes_of(0).dismissals[0].reason == "she is"
    driver.ctrl(Qt.Key.Key_Z, editor)
    assert "piled-up-modifiers" in driver.rules(0)
    driver.key(
        Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert "piled-up-modifiers" not in driver.rules(0)
    editor.go_to(driver.text(0).index("gorgeous"))
    driver.type("very ", editor)
    assert "piled-up-modifiers" in driver.rules(0)


def test_a_finding_that_was_let_stand_can_be_said_again(driver, folder):
    piled(driver, folder)
    let_stand(driver.session, driver.bench.light_table.findings.current, "")
    driver.settle()
    assert "piled-up-modifiers" not in driver.rules(0)
    driver.click(driver.button("Say it again"))
    assert "piled-up-modifiers" in driver.rules(0)


def test_cancelling_a_dismissal_changes_nothing(driver, folder):
    piled(driver, folder)
    driver.in_dialog(DismissalDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    driver.alt(Qt.Key.Key_0, driver.editor())
    assert "piled-up-modifiers" in driver.rules(0)
    assert not driver.session.undo_stack.canUndo()


def test_why_shows_the_card(driver, folder):
    piled(driver, folder)
    shown = []

    def read(dialog):
        shown.append(dialog.windowTitle())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    driver.in_dialog(WhyDialog, read)
    driver.click(driver.button("Why?"))
    assert shown


def test_safe_fixes_are_previewed_and_one_step(driver, folder):
    (folder / "1.txt").write_text("mira, a  woman ,in a coat", encoding="utf-8")
    (folder / "2.txt").write_text("mira, a woman  by a wall", encoding="utf-8")
    driver.open(folder)
    before = [driver.text(number) for number in range(3)]

    def leave_one_out(dialog):
        listed = dialog.list
        names = [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())]
        assert names == ["1.png", "2.png"]
        listed.setFocus()
        driver.key(Qt.Key.Key_Down, widget=listed)
        driver.key(Qt.Key.Key_Space, widget=listed)
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    driver.in_dialog(SafeFixesDialog, leave_one_out)
    driver.click(driver.bench.desk.findings.fix_all)
    assert driver.text(0) != before[0]
    assert "  " not in driver.text(0)
    assert driver.text(1) == before[1]
    driver.ctrl(Qt.Key.Key_Z)
    assert [driver.text(number) for number in range(3)] == before


def test_a_caption_that_changed_under_the_preview_is_left_alone(driver, folder):
    (folder / "1.txt").write_text("mira, a  woman ,in a coat", encoding="utf-8")
    (folder / "2.txt").write_text("mira, a woman  by a wall", encoding="utf-8")
    driver.open(folder)
    told = []
    driver.session.told.connect(told.append)

    def while_they_look(dialog):
        driver.session.edit(0, "what another program wrote  meanwhile")
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    driver.in_dialog(SafeFixesDialog, while_they_look)
    driver.click(driver.bench.desk.findings.fix_all)
    assert driver.text(0) == "what another program wrote  meanwhile"
    assert driver.text(1) == "mira, a woman by a wall"
    assert [message.values["count"] for message in told] == [1]


def test_a_picture_that_went_under_the_preview_is_left_alone(driver, folder):
    (folder / "1.txt").write_text("mira, a  woman ,in a coat", encoding="utf-8")
    (folder / "2.txt").write_text("mira, a woman  by a wall", encoding="utf-8")
    driver.open(folder)
    before = driver.text(0)

    def while_they_look(dialog):
        driver.session.take_out([0])
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    driver.in_dialog(SafeFixesDialog, while_they_look)
    driver.click(driver.bench.desk.findings.fix_all)
    assert driver.text(0) == before
    assert driver.text(1) == "mira, a woman by a wall"


def test_cancelled_safe_fixes_change_nothing(driver, folder):
    (folder / "1.txt").write_text("mira, a  woman ,in a coat", encoding="utf-8")
    driver.open(folder)
    driver.in_dialog(SafeFixesDialog, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    driver.click(driver.bench.desk.findings.fix_all)
    assert driver.text(0) == "mira, a  woman ,in a coat"
    assert not driver.session.undo_stack.canUndo()


@pytest.mark.parametrize(
    ("kind", "open_it"),
    [
        (SafeFixesDialog, lambda driver: driver.click(driver.bench.desk.findings.fix_all)),
        (DismissalDialog, lambda driver: driver.alt(Qt.Key.Key_0)),
        (ExportDialog, lambda driver: driver.window.export()),
    ],
)
def test_a_dialog_about_a_dataset_closes_when_another_one_opens(driver, folder, kind, open_it):
    (folder / "1.txt").write_text("mira, a beautiful gorgeous lovely  woman", encoding="utf-8")
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    driver.open(folder)
    seen = []

    def another_one_was_chosen_before(dialog):
        driver.window.open_folder(other)
        driver.until(lambda: driver.session.dataset.root == other)
        seen.append(isValid(dialog) and dialog.isVisible())

    driver.in_dialog(kind, another_one_was_chosen_before)
    open_it(driver)
    assert seen == [False]


def test_who_closes_the_notice_of_a_long_look_gets_no_dialog(driver, folder, monkeypatch):
    monkeypatch.setattr(gathering, "turns", lambda: range(0))
    monkeypatch.setattr(gathering, "SILENT_SECONDS", 0)
    driver.open(folder)
    driver.window.safe_fixes.ask()
    notices = driver.window.notices
    driver.until(lambda: "Looking through" in notices.text())
    driver.click(notices.findChild(QToolButton), QPoint(5, 5))
    assert not driver.window.safe_fixes.gathering.busy
    driver.qtbot.wait(50)
    assert notices.isHidden()
    assert QApplication.activeModalWidget() is None
