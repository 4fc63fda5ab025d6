"""Walking by keyboard: entries, findings, places, filter and order."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTabWidget

from app.dataset.scan import scan
from app.review.order import Order

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def opened(driver, folder):
    (folder / "2.txt").write_text("mira, a beautiful gorgeous lovely woman", encoding="utf-8")
    (folder / "10.txt").write_text("", encoding="utf-8")
    driver.open(folder)
    return driver


def filtered(driver, text):
    driver.ctrl(Qt.Key.Key_F)
    box = driver.bench.header.filter
    assert QApplication.focusWidget() is box
    box.selectAll()
    driver.key(Qt.Key.Key_Delete, widget=box)
    driver.type(text, box)
    driver.qtbot.wait(200)
    return driver.names()


def test_next_and_previous_entry_while_typing_on_the_light_table(opened):
    editor = opened.editor()
    opened.type("A", editor)
    opened.ctrl(Qt.Key.Key_Down, editor)
    opened.type("B", editor)
    opened.ctrl(Qt.Key.Key_Up, editor)
    opened.type("C", editor)
    assert opened.text(0).endswith("doorAC")
    assert opened.text(1).endswith("womanB")
    assert QApplication.focusWidget() is editor


def test_next_and_previous_entry_while_typing_in_the_row(opened):
    opened.type("A", opened.row_editor())
    opened.ctrl(Qt.Key.Key_Down)
    assert opened.bench.current == 1
    opened.type("B")
    opened.ctrl(Qt.Key.Key_Up)
    opened.type("C")
    assert (opened.text(0)[-2:], opened.text(1)[-1:]) == ("AC", "B")


def test_f8_goes_round_the_findings_and_shift_f8_back(opened):
    seen = []
    for _ in range(2):
        opened.key(Qt.Key.Key_F8)
        seen.append(opened.bench.current)
    assert seen == [1, 2]
    opened.key(Qt.Key.Key_F8, SHIFT)
    assert opened.bench.current == 1
    assert opened.bench.light_table.findings.current.rule == "piled-up-modifiers"


def test_f8_works_while_typing(opened):
    editor = opened.editor()
    opened.key(Qt.Key.Key_F8, widget=editor)
    assert opened.bench.current == 1


def test_f8_passes_by_no_finding_of_an_entry(driver, folder):
    (folder / "2.txt").write_text("mira ,a sad happy woman, a a cat", encoding="utf-8")
    driver.open(folder)
    lint = driver.session.lint
    driver.until(lambda: len(lint.entry_findings(1)) > 1)
    seen = []
    for _ in lint.entry_findings(1):
        driver.key(Qt.Key.Key_F8)
        seen.append((driver.bench.current, driver.bench.light_table.findings.number))
    assert seen == [(1, number) for number in range(len(lint.entry_findings(1)))]


def test_a_key_for_a_fix_that_is_not_there_says_so(driver, folder):
    (folder / "2.txt").write_text("", encoding="utf-8")
    driver.open(folder)
    driver.bench.go_to(1)
    assert not driver.bench.light_table.findings.current.fixes
    driver.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert "no such fix" in driver.window.notices.text()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("coat", ["1.png"]),
        ("has:finding", ["2.png", "10.png"]),
        ("has:finding -has:caption", ["10.png"]),
        ("rule:piled or 10.png", ["2.png", "10.png"]),
        ("not (coat or rule:empty)", ["2.png"]),
        ('"red coat"', ["1.png"]),
        ("chars:0", ["10.png"]),
        ("nothing-like-this", []),
    ],
)
def test_the_filter(opened, text, shown):
    assert filtered(opened, text) == shown


def test_a_filter_that_cannot_be_understood_says_so_and_keeps_the_rows(opened):
    before = opened.names()
    assert filtered(opened, "colour:red") == before
    assert "colour:" in opened.bench.header.problem.text()
    assert filtered(opened, "") == before
    assert opened.bench.header.problem.text() == ""


def test_the_row_being_edited_is_held_by_the_filter_until_the_person_moves_on(opened):
    filtered(opened, "rule:piled")
    editor = opened.editor()
    opened.ctrl(Qt.Key.Key_A, editor)
    opened.type("mira, a woman", editor)
    opened.qtbot.wait(250)
    assert opened.names() == ["2.png"]
    assert opened.bench.current == 1
    opened.bench.sheet.setFocus()
    opened.until(lambda: opened.names() == [])


def test_the_row_edited_in_place_leaves_the_filter_when_the_editor_closes(opened):
    filtered(opened, "rule:piled")
    opened.bench.go_to(1)
    editor = opened.row_editor()
    opened.ctrl(Qt.Key.Key_A, editor)
    opened.type("mira, a woman", editor)
    opened.qtbot.wait(250)
    assert opened.names() == ["2.png"]
    opened.bench.header.filter.setFocus()
    opened.until(lambda: opened.names() == [])


def test_the_order_of_the_rows(opened):
    choice = opened.bench.header.order
    choice.setFocus()
    for _ in range(3):
        opened.key(Qt.Key.Key_Down, widget=choice)
    assert choice.value is Order.LENGTH
    opened.until(lambda: opened.names()[0] == "10.png")
    assert opened.names() == ["10.png", "2.png", "1.png"]
    for _ in range(3):
        opened.key(Qt.Key.Key_Up, widget=choice)
    assert opened.names() == ["1.png", "2.png", "10.png"]


def test_f6_walks_through_the_places(opened):
    bench = opened.bench
    opened.until(lambda: bench.desk.finding_model.groups)
    bench.sheet.setFocus()
    walked = []
    for _ in range(4):
        opened.key(Qt.Key.Key_F6)
        walked.append(QApplication.focusWidget())
    assert walked[0] is bench.light_table.editor
    assert walked[1] is bench.light_table.picture
    assert walked[2] is bench.desk.findings.tree
    assert walked[3] is bench.sheet


def test_f6_goes_on_where_there_are_no_findings(driver, folder):
    driver.open(folder)
    bench = driver.bench
    bench.light_table.picture.setFocus()
    driver.key(Qt.Key.Key_F6)
    assert bench.desk.isAncestorOf(QApplication.focusWidget())
    driver.key(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is bench.sheet


@pytest.fixture
def no_pause(opened):
    """Nothing is written only because nobody types."""
    opened.window.session.saving._pause.timeout.disconnect()


@pytest.mark.usefixtures("no_pause")
def test_what_was_typed_is_written_once_the_person_goes_on(opened, folder):
    editor = opened.editor()
    for letter in "AB":
        opened.type(letter, editor)
        opened.ctrl(Qt.Key.Key_Down, editor)
    captions = [folder / "1.txt", folder / "2.txt"]
    opened.qtbot.waitUntil(lambda: [one.read_text()[-1] for one in captions] == ["A", "B"])


def test_a_caption_comes_with_its_underlines(opened):
    editor = opened.editor()
    opened.ctrl(Qt.Key.Key_Down, editor)
    assert editor.toPlainText().startswith("mira, a beautiful")
    assert editor.extraSelections()
    opened.ctrl(Qt.Key.Key_Up, editor)
    assert not editor.extraSelections()


def test_the_desk_asks_for_the_room_that_its_tabs_need(opened, qtbot):
    desk = opened.bench.desk

    def settled():
        qtbot.wait(50)
        return desk.minimumSizeHint() == QTabWidget.minimumSizeHint(desk)

    assert settled()
    for number in range(desk.count()):
        desk.go_to(number)
        assert settled()
    desk.findings.fix_all.setVisible(not desk.findings.fix_all.isVisible())
    assert settled()


def test_a_step_in_one_dataset_means_nothing_in_the_next(opened, folder, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    for name in ("1.png", "1.txt", "2.png", "2.txt"):
        shutil.copyfile(folder / name, small / name)
    opened.bench.go_to(2)
    opened.settle()
    opened.until(lambda: not opened.bench.light_table.later.busy)
    opened.bench.step(-1)
    opened.session.open(scan(small))  # in the same turn, as when a key is held down meanwhile
    opened.settle()
    opened.type("B", opened.editor())
    opened.ctrl(Qt.Key.Key_Down)
    first = small / "1.txt"
    opened.until(lambda: first.read_text(encoding="utf-8").endswith("doorB"))
