"""A mark of the person outranks everything: mood and light warnings come and go with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.dataset.marks import Expression, Light
from app.lint.rule import Severity

SAD = "mira, a sad melancholic woman in a red coat at night"


def severity(driver, rule):
    found = [f for f in driver.session.lint.entry_findings(0) if f.rule == rule]
    return found[0].severity if found else None


def sad(driver, folder):
    (folder / "1.txt").write_text(SAD, encoding="utf-8")
    driver.open(folder)


def test_by_mouse_a_smile_contradicts_sad_words(driver, folder):
    sad(driver, folder)
    assert severity(driver, "mood-not-in-picture") is None
    driver.click(driver.button("Smile"))
    assert severity(driver, "mood-not-in-picture") is Severity.ERROR
    driver.click(driver.button("Sad"))
    assert severity(driver, "mood-not-in-picture") is None
    driver.ctrl(Qt.Key.Key_Z)
    assert severity(driver, "mood-not-in-picture") is Severity.ERROR
    driver.ctrl(Qt.Key.Key_Z)
    assert severity(driver, "mood-not-in-picture") is None
    assert driver.session.dataset.notes_of(0).marks.expression is None


def test_by_keyboard_one_key_sets_a_mark(driver, folder):
    sad(driver, folder)
    driver.ctrl(Qt.Key.Key_M)
    driver.key(Qt.Key.Key_1)
    assert driver.session.dataset.notes_of(0).marks.expression is Expression.SMILING
    assert severity(driver, "mood-not-in-picture") is Severity.ERROR
    driver.key(Qt.Key.Key_Tab)
    driver.key(Qt.Key.Key_4)
    assert driver.session.dataset.notes_of(0).marks.light is Light.BRIGHT
    assert severity(driver, "light-not-in-picture") is Severity.ERROR
    driver.key(Qt.Key.Key_2)
    assert severity(driver, "light-not-in-picture") is None
    driver.key(Qt.Key.Key_0)
    assert driver.session.dataset.notes_of(0).marks.light is None


def test_arrows_walk_through_the_marks(driver, folder):
    sad(driver, folder)
    driver.ctrl(Qt.Key.Key_M)
    driver.key(Qt.Key.Key_Left)
    assert driver.session.dataset.notes_of(0).marks.expression is Expression.OTHER
    driver.key(Qt.Key.Key_Left)
    assert driver.session.dataset.notes_of(0).marks.expression is Expression.SAD


def test_the_next_entry_is_one_key_away_from_the_marks(driver, folder):
    sad(driver, folder)
    driver.ctrl(Qt.Key.Key_M)
    driver.key(Qt.Key.Key_1)
    driver.ctrl(Qt.Key.Key_Down)
    assert driver.bench.current == 1
    assert driver.bench.light_table.marks.isAncestorOf(QApplication.focusWidget())
    driver.key(Qt.Key.Key_2)
    assert driver.session.dataset.notes_of(1).marks.expression is Expression.NEUTRAL
    assert driver.session.dataset.notes_of(0).marks.expression is Expression.SMILING


def test_changing_the_words_ends_the_warning_too(driver, folder):
    sad(driver, folder)
    driver.click(driver.button("Smile"))
    editor = driver.editor()
    driver.ctrl(Qt.Key.Key_A, editor)
    driver.type("mira, a smiling woman in a red coat", editor)
    assert severity(driver, "mood-not-in-picture") is None
