"""A person says what words mean: from the editor's menu, for this dataset or for all, live."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.lint.own_words import PLACE, own_list
from app.lint.terms import Kind
from app.settings import STANDARD


@pytest.fixture
def words_folder(folder):
    (folder / "1.txt").write_text("a woman in moss glow beside a door", encoding="utf-8")
    (folder / "2.txt").write_text("a man in moss glow at a table, smiling", encoding="utf-8")
    return folder


def terms(driver, number):
    return [(t.kind, t.text, t.family) for t in driver.session.lint.terms(number)]


def entry_of(driver, name):
    entries = driver.session.dataset.entries
    return next(one.id for one in entries if one.image.name == name)


def ask(driver, editor, words):
    """Right-click into the words (or their selection), and take the menu's last line by key."""
    text = editor.toPlainText()
    cursor = editor.textCursor()
    cursor.setPosition(text.index(words))
    cursor.setPosition(text.index(words) + len(words), cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    place = editor.cursorRect().center() - QPoint(2, 0)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, editor.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(editor.viewport(), event)
    driver.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    line = next(action for action in menu.actions() if action.objectName() == "meaning")
    assert words in line.text()
    menu.setActiveAction(line)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    driver.until(lambda: driver.window.meanings.dialog is not None)
    return driver.window.meanings.dialog


def choose(choice, downs):
    choice.setFocus()
    for _ in range(downs):
        QTest.keyClick(choice, Qt.Key.Key_Down)


def test_words_become_light_in_every_caption_of_the_dataset(driver, words_folder):
    driver.open(words_folder)
    first, second = entry_of(driver, "1.png"), entry_of(driver, "2.png")
    driver.bench.go_to(first)
    assert not [t for t in terms(driver, first) if t[1] == "moss glow"]
    dialog = ask(driver, driver.bench.light_table.editor, "moss glow")
    assert dialog.phrase.text() == "moss glow"
    choose(dialog.meaning, 1)
    choose(dialog.family, 1)
    QTest.keyClick(dialog.keep, Qt.Key.Key_Return)
    for number in (first, second):
        driver.until(lambda n=number: (Kind.LIGHTING, "moss glow", "soft") in terms(driver, n))
    assert "moss glow" in (words_folder / PLACE).read_text(encoding="utf-8")
    assert not own_list().exists()


def test_a_known_word_can_be_no_term_everywhere(driver, words_folder):
    driver.open(words_folder)
    second = entry_of(driver, "2.png")
    driver.bench.go_to(second)
    assert "smiling" in [t[1] for t in terms(driver, second)]
    dialog = ask(driver, driver.bench.light_table.editor, "smiling")
    choose(dialog.meaning, 3)
    choose(dialog.everywhere, 1)
    assert not dialog.family.isVisible()
    QTest.keyClick(dialog.keep, Qt.Key.Key_Return)
    driver.until(lambda: "smiling" not in [t[1] for t in terms(driver, second)])
    assert "smiling" in own_list().read_text(encoding="utf-8")
    assert not (words_folder / PLACE).exists()
    driver.open(words_folder)
    driver.settle()
    assert "smiling" not in [t[1] for t in terms(driver, second)]


def test_what_is_no_phrase_cannot_be_kept(driver, words_folder):
    driver.open(words_folder)
    driver.bench.go_to(entry_of(driver, "1.png"))
    dialog = ask(driver, driver.bench.light_table.editor, "moss glow")
    dialog.phrase.setFocus()
    QTest.keyClicks(dialog.phrase, ", and so on")
    assert not dialog.keep.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.until(lambda: driver.window.meanings.dialog is None)
    assert not (words_folder / PLACE).exists()


def test_a_list_named_in_the_settings_is_used_at_once_and_taken_away_again(
    driver, words_folder, tmp_path
):
    driver.open(words_folder)
    second = entry_of(driver, "2.png")
    listed = tmp_path / "mine.toml"
    listed.write_text(
        '[[phrases]]\nkind = "lighting"\nfamily = "soft"\nen = "moss glow"\n', encoding="utf-8"
    )
    driver.window.opening.use_words(listed)
    driver.until(lambda: (Kind.LIGHTING, "moss glow", "soft") in terms(driver, second))
    driver.window.opening.use_words(None)
    driver.until(lambda: (Kind.LIGHTING, "moss glow", "soft") not in terms(driver, second))


def test_a_list_named_while_a_folder_is_scanned_is_used(driver, words_folder, tmp_path):
    listed = tmp_path / "mine.toml"
    listed.write_text(
        '[[phrases]]\nkind = "lighting"\nfamily = "soft"\nen = "moss glow"\n', encoding="utf-8"
    )
    driver.window.open_folder(words_folder)
    driver.window.opening.use_words(listed)
    driver.until(lambda: driver.session.dataset is not None)
    driver.settle()
    second = entry_of(driver, "2.png")
    driver.until(lambda: (Kind.LIGHTING, "moss glow", "soft") in terms(driver, second))


def test_a_list_with_a_mistake_names_itself_and_its_line(driver, words_folder, tmp_path):
    driver.open(words_folder)
    told = []
    driver.session.notice.connect(told.append)
    listed = tmp_path / "mine.toml"
    listed.write_text('kind = "lighting"\n[[phrases\n', encoding="utf-8")
    driver.window.opening.use_words(listed)
    driver.until(lambda: told)
    assert told[0].values == {"path": str(listed), "line": 2}


def test_a_tokenizer_that_is_none_names_itself(driver, words_folder, tmp_path):
    driver.open(words_folder)
    told = []
    driver.session.notice.connect(told.append)
    (tmp_path / "damaged.json").write_text("{", encoding="utf-8")
    settings = replace(
        STANDARD,
        clip_tokenizer=tmp_path / "damaged.json",
        t5_tokenizer=tmp_path / "missing.json",
    )
    driver.session.tokens.look_for_tokenizers(settings)
    driver.until(lambda: len(told) == 2)
    assert [Path(message.values["file"]).name for message in told] == [
        "damaged.json",
        "missing.json",
    ]


def test_a_list_changed_by_another_program_is_read_again(driver, words_folder):
    driver.open(words_folder)
    second = entry_of(driver, "2.png")
    own_list().parent.mkdir(parents=True, exist_ok=True)
    own_list().write_text(
        '[[phrases]]\nkind = "lighting"\nfamily = "soft"\nen = "moss glow"\n', encoding="utf-8"
    )
    driver.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, driver.window)
    driver.until(lambda: (Kind.LIGHTING, "moss glow", "soft") in terms(driver, second))
    own_list().unlink()
    driver.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, driver.window)
    driver.until(lambda: (Kind.LIGHTING, "moss glow", "soft") not in terms(driver, second))


def test_lists_that_did_not_change_are_not_read_again(driver, words_folder, monkeypatch):
    driver.open(words_folder)
    used = []
    monkeypatch.setattr(driver.session.linting, "use", used.append)
    looked = []
    driver.window.outside.looked.connect(lambda: looked.append(1))
    driver.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, driver.window)
    driver.until(lambda: looked)
    driver.window.opening.use_words(words_folder / "other.toml")  # the next in the same lane
    driver.until(lambda: used)
    assert len(used) == 1


def test_a_word_said_in_the_window_is_not_read_a_second_time(driver, words_folder, monkeypatch):
    driver.open(words_folder)
    first = entry_of(driver, "1.png")
    driver.bench.go_to(first)
    dialog = ask(driver, driver.bench.light_table.editor, "moss glow")
    choose(dialog.meaning, 1)
    choose(dialog.family, 1)
    QTest.keyClick(dialog.keep, Qt.Key.Key_Return)
    driver.until(lambda: (Kind.LIGHTING, "moss glow", "soft") in terms(driver, first))
    used = []
    monkeypatch.setattr(driver.session.linting, "use", used.append)
    driver.key(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, driver.window)
    driver.window.opening.use_words(words_folder / "other.toml")
    driver.until(lambda: used)
    assert len(used) == 1
