"""A mark of the person outranks everything: mood and light warnings come and go with it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.dataset.marks import Expression, Light, Stay
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


def test_the_marks_come_into_sight_below_a_long_caption(driver, folder):
    (folder / "1.txt").write_text("mira, " + "a woman in a red coat, " * 60, encoding="utf-8")
    driver.open(folder)
    marks = driver.bench.light_table.marks
    assert marks.visibleRegion().isEmpty()
    driver.ctrl(Qt.Key.Key_M)
    assert QApplication.focusWidget().visibleRegion().boundingRect().height() > 0


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


def twins(driver, folder):
    (folder / "2.png").write_bytes((folder / "1.png").read_bytes())
    driver.open(folder)
    assert "near-duplicate-picture" in driver.rules(0)
    driver.ctrl(Qt.Key.Key_M)
    for _ in range(4):
        driver.key(Qt.Key.Key_Tab)


def test_a_picture_that_is_kept_is_no_longer_called_a_duplicate(driver, folder):
    twins(driver, folder)
    driver.key(Qt.Key.Key_1)
    assert driver.session.dataset.notes_of(0).marks.stay is Stay.KEEP
    assert "near-duplicate-picture" not in driver.rules(0)
    assert "near-duplicate-picture" in driver.rules(1)
    driver.ctrl(Qt.Key.Key_Z)
    assert "near-duplicate-picture" in driver.rules(0)


def test_one_key_drops_a_picture_with_its_caption_and_undo_brings_both_back(driver, folder):
    twins(driver, folder)
    driver.ctrl(Qt.Key.Key_Down)
    driver.key(Qt.Key.Key_2)
    driver.until(lambda: not (folder / "2.png").exists())
    driver.settle()
    store = folder / ".proofsheet" / "removed"
    assert sorted(path.name for path in store.iterdir()) == ["2.png.removed", "2.txt.removed"]
    assert driver.names() == ["1.png", "10.png"]
    assert driver.session.name(driver.bench.current) == "10.png"
    assert "near-duplicate-picture" not in driver.rules(0)
    driver.ctrl(Qt.Key.Key_Z)
    driver.until(lambda: (folder / "2.png").exists() and (folder / "2.txt").exists())
    driver.settle()
    assert driver.names() == ["1.png", "2.png", "10.png"]
    assert driver.session.dataset.notes_of(1).marks.stay is None


def test_by_mouse_a_picture_is_dropped_too(driver, folder):
    driver.open(folder)
    driver.click(driver.button("Drop"))
    driver.until(lambda: not (folder / "1.png").exists())
    assert driver.session.name(driver.bench.current) == "2.png"
