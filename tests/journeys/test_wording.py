"""Wording: words ticked by key and mouse, unified in one step, and taken back in one."""

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.images.evidence import Evidence, Flag, FlagReading
from app.ui.models.wording import WordingRole

TEXTS = {
    "1.png": "a tower at night",
    "2.png": "a bridge, nighttime, lamps",
    "3.png": "a street during night time",
    "4.png": "a street during night time",
    "5.png": "a meadow in daylight",
    "6.png": "a cat",
}


@pytest.fixture
def lit(folder):
    """Six pictures, four of which name the night in three ways."""
    for old in folder.iterdir():
        old.unlink()
    for number, (name, text) in enumerate(TEXTS.items()):
        # Dark, so that no measurement speaks against the night; no two of them alike.
        Image.new("RGB", (96, 128), (12, 12, 20 + number)).save(folder / name)
        (folder / name).with_suffix(".txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def wording(driver, lit):
    driver.open(lit)
    driver.ctrl(Qt.Key.Key_2)
    panel = driver.bench.desk.wording
    driver.until(lambda: panel.survey.wording and not panel.survey.under_way)
    driver.until(lambda: panel.families == 2)
    return panel


def line(wording, words):
    return wording.model.index_of(words)


def tick(driver, wording, words):
    wording.tree.setCurrentIndex(line(wording, words))
    driver.key(Qt.Key.Key_Space, widget=wording.tree)


def texts(driver):
    return [driver.text(number) for number in range(len(TEXTS))]


def test_the_tab_counts_families_and_the_keyboard_is_in_the_tree(driver, wording):
    assert driver.bench.desk.tabText(1) == "Wording  2 families"
    assert wording.tree.hasFocus()
    head = wording.model.index(0, 0)
    assert head.data(WordingRole.COUNT) == 4
    assert head.data(WordingRole.NOTE) == "3 wordings"
    assert not wording.unify.button.isEnabled()


def test_those_that_name_nothing_are_folded_and_opened_by_a_key(driver, wording):
    tree, model = wording.tree, wording.model
    last = model.index(model.rowCount() - 1, 0)
    assert last.data() == "(no lighting words)"
    assert model.hasChildren(last), "so it has a chevron, as every other group"
    assert not tree.isExpanded(last)
    assert tree.isExpanded(model.index(0, 0))
    tree.setCurrentIndex(last)
    driver.key(Qt.Key.Key_Right, widget=tree)
    assert tree.isExpanded(last)
    inside = model.index(0, 0, last)
    entries = inside.data(WordingRole.SILENT)
    assert [driver.session.name(entry) for entry in entries] == ["6.png"]
    tree.setCurrentIndex(inside)
    driver.key(Qt.Key.Key_Space, widget=tree)
    assert not model.chosen, "there is nothing to tick"
    driver.session.edit(0, "a tower")
    driver.until(lambda: len(model.index(model.rowCount() - 1, 0).data(WordingRole.NOTE)) > 2)
    assert tree.isExpanded(model.index(model.rowCount() - 1, 0)), "what was opened stays open"


def test_the_family_with_most_words_is_ticked_for_a_picture_of_the_tab(driver, wording):
    wording.choose_most_words()
    driver.until(lambda: not wording.unify.model.under_way)
    assert {phrase.text for _, phrase in wording.model.chosen} == {
        "at night",
        "nighttime",
        "during night time",
    }
    assert wording.unify.list.isVisible()
    assert wording.unify.model.proposals


def test_three_wordings_become_one_and_come_back_in_one_step(driver, wording, lit):
    before = texts(driver)
    for words in ("at night", "nighttime", "during night time"):
        tick(driver, wording, words)
    assert wording.unify.say_instead.currentText() == "at night"
    assert "3 entries" in wording.unify.button.text()
    driver.ctrl(Qt.Key.Key_Return, wording.tree)
    assert texts(driver)[:4] == [
        "a tower at night",
        "a bridge, at night, lamps",
        "a street at night",
        "a street at night",
    ]
    assert driver.session.undo_stack.count() == 1
    assert not wording.model.chosen
    driver.until(lambda: (lit / "2.txt").read_text(encoding="utf-8") == "a bridge, at night, lamps")
    driver.until(lambda: wording.model.wording.families[0].phrases[0].entries == (0, 1, 2, 3))
    driver.ctrl(Qt.Key.Key_Z, driver.window)
    assert texts(driver) == before


def test_a_mouse_ticks_words_and_unifies(driver, wording):
    for words in ("nighttime", "during night time"):
        place = wording.tree.visualRect(line(wording, words))
        at = QPoint(place.left() + 10, place.center().y())
        QTest.mouseClick(wording.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    editor = wording.unify.say_instead.lineEdit()
    editor.selectAll()
    driver.type("after dark", editor)
    QTest.mouseClick(wording.unify.button, Qt.MouseButton.LeftButton)
    assert texts(driver)[1:4] == [
        "a bridge, after dark, lamps",
        "a street after dark",
        "a street after dark",
    ]


def test_a_family_is_ticked_as_a_whole(driver, wording):
    wording.tree.setCurrentIndex(wording.model.index(0, 0))
    driver.key(Qt.Key.Key_Space, widget=wording.tree)
    assert len(wording.model.chosen) == 3
    driver.key(Qt.Key.Key_Space, widget=wording.tree)
    assert not wording.model.chosen


def test_a_picture_that_shows_otherwise_is_left_out_unless_chosen(driver, wording):
    bright = FlagReading(Flag.NOT_DARK, 81.0, 60.0, "60/60")
    dataset = driver.session.dataset
    dataset.evidence[3] = Evidence(flags=(bright,))
    driver.session.linting.put([3])
    driver.until(lambda: any(p.contradicted for p in wording.model.wording.families[0].phrases))
    for words in ("at night", "during night time"):
        tick(driver, wording, words)
    proposals = wording.unify.model.proposals
    assert [(one.entry, one.ticked) for one in proposals] == [(2, True), (3, False)]
    wording.unify.list.setCurrentIndex(wording.unify.model.index(1, 0))
    driver.ctrl(Qt.Key.Key_Return, wording.tree)
    assert texts(driver)[2:4] == ["a street at night", "a street during night time"]
    driver.until(lambda: not wording.survey.under_way)
    for words in ("at night", "during night time"):
        tick(driver, wording, words)
    wording.unify.list.setCurrentIndex(wording.unify.model.index(0, 0))
    driver.key(Qt.Key.Key_Space, widget=wording.unify.list)
    driver.ctrl(Qt.Key.Key_Return, wording.unify.list)
    assert driver.text(3) == "a street at night"


def test_enter_shows_the_entries_of_a_phrase(driver, wording):
    driver.window.actions_["desk_open"].trigger()
    assert not driver.bench.sheet.isVisible()
    wording.tree.setCurrentIndex(line(wording, "during night time"))
    driver.key(Qt.Key.Key_Return, widget=wording.tree)
    assert driver.bench.sheet.isVisible()
    assert driver.bench.entries.visible == [2, 3]
    assert driver.bench.current == 2


def test_other_kinds_are_a_click_away(driver, wording):
    buttons = wording.kinds.findChildren(QAbstractButton)
    mood = next(button for button in buttons if button.text() == "Mood")
    QTest.mouseClick(mood, Qt.MouseButton.LeftButton)
    assert wording.nothing.isVisible()
    assert wording.nothing.text() == "No caption names one."


def test_families_come_in_the_order_one_chooses(driver, wording):
    def heads():
        return [wording.model.index(row, 0).data() for row in range(wording.model.rowCount())]

    by_count = heads()
    wording.order.setFocus()
    driver.key(Qt.Key.Key_End, widget=wording.order)
    assert wording.order.currentText() == "By name"
    named = heads()[:-1]
    assert named == sorted(named)
    driver.key(Qt.Key.Key_Home, widget=wording.order)
    assert heads() == by_count
    assert by_count[0] == "night", "the night is named by four of the six"


def test_what_is_foreseen_comes_true(driver, wording):
    def count():
        driver.settle()
        driver.until(lambda: not driver.session.linting.settling)
        return sum(driver.session.lint.counts().values())

    for words in ("at night", "nighttime", "during night time"):
        tick(driver, wording, words)
    before = count()
    after = wording.unify.after
    driver.until(lambda: f"Findings: {before}" in after.text())
    assert "night: 1 wording in 4 entries" in after.text()
    foreseen = after.text()
    driver.ctrl(Qt.Key.Key_Return, wording.tree)
    now = count()
    words = f"{before}, as before" if now == before else f"{before} become {now}"
    assert f"Findings: {words}" in foreseen
    assert not after.isVisible()
