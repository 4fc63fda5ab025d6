"""A warning appears and goes while typing, in the row and on the light table."""

import pytest
from PySide6.QtCore import Qt

from app.ui.models.roles import Role
from app.ui.text_marks import Weight

PRAISE = ", beautiful gorgeous lovely"


def test_nothing_is_said_about_good_entries(driver, folder):
    driver.open(folder)
    assert [driver.rules(number) for number in range(3)] == [[], [], []]


def heavy(driver, number):
    """The words under a warning's line."""
    text = driver.text(number)
    spans = driver.role(number, Role.TERMS)
    return [text[s.start : s.end] for s in spans if s.weight is Weight.WARNING]


@pytest.mark.parametrize("place", ["editor", "row_editor"])
def test_piled_up_praise_is_underlined_at_once_and_goes_at_once(driver, folder, place):
    driver.open(folder)
    editor = getattr(driver, place)()
    driver.type(PRAISE, editor)
    # No event loop ran since the last key: what follows is true when the letter is painted.
    assert "piled-up-modifiers" in driver.rules(0)
    assert heavy(driver, 0) == ["beautiful", "gorgeous", "lovely"]
    assert any("beautiful" in chip.reason for chip in driver.role(0, Role.CHIPS))
    for _ in PRAISE:
        driver.key(Qt.Key.Key_Backspace, widget=editor)
    assert "piled-up-modifiers" not in driver.rules(0)
    assert heavy(driver, 0) == []


def test_both_editors_and_the_findings_tab_say_the_same(driver, folder):
    driver.open(folder)
    editor = driver.row_editor()
    driver.type(PRAISE, editor)
    table = driver.bench.light_table
    assert table.editor.caption == driver.text(0)
    assert "piled-up-modifiers" in [table.findings.current.rule]
    model = driver.bench.desk.finding_model
    driver.until(lambda: "piled-up-modifiers" in [group.rule for group in model.groups])
    driver.ctrl(Qt.Key.Key_Z, editor)
    driver.until(lambda: "piled-up-modifiers" not in [group.rule for group in model.groups])


def test_an_emptied_caption_is_kept_empty_and_is_an_error(driver, folder):
    driver.open(folder)
    editor = driver.editor()
    driver.ctrl(Qt.Key.Key_A, editor)
    driver.key(Qt.Key.Key_Delete, widget=editor)
    assert driver.rules(0) == ["empty-caption"]
    driver.until(lambda: (folder / "1.txt").read_bytes() == b"")
    driver.settle()
    assert driver.rules(0) == ["empty-caption"]


def test_a_letter_beyond_the_basic_plane_moves_no_underline(driver, folder):
    driver.open(folder)
    editor = driver.editor()
    driver.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier, editor)
    editor.insertPlainText("\N{GRINNING FACE}\N{GRINNING FACE} ")
    driver.ctrl(Qt.Key.Key_End, editor)
    driver.type(PRAISE, editor)
    assert heavy(driver, 0) == ["beautiful", "gorgeous", "lovely"]
    washed = [wash.cursor.selectedText() for wash in editor.extraSelections()]
    assert "gorgeous" in "".join(washed)
