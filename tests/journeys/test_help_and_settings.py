"""Help is searched, and settings are changed by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QSpinBox

from app.settings import STANDARD, Scheme
from app.ui.finding_text import rule_title
from app.ui.windows.keys_dialog import KeysDialog
from app.ui.windows.settings_dialog import SettingsDialog


def named(dialog, kind, name):
    (found,) = [w for w in dialog.findChildren(kind) if w.accessibleName() == name]
    return found


@pytest.fixture
def dialog(driver):
    made = SettingsDialog(STANDARD, driver.window)
    made.show()
    driver.settle()
    yield made
    made.close()


def test_nothing_touched_is_nothing_changed(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert dialog.settings() == STANDARD


def test_every_kind_of_setting_is_changed_by_keys(dialog):
    colours = named(dialog, QComboBox, "Colours")
    colours.setFocus()
    QTest.keyClick(colours, Qt.Key.Key_End)
    size = named(dialog, QSpinBox, "Text size")
    assert size.text() == "As the desktop"
    size.setFocus()
    size.selectAll()
    QTest.keyClicks(size, "14")
    assert size.text() == "14 pt"
    thumbnails = named(dialog, QComboBox, "Thumbnail size")
    QTest.keyClick(thumbnails, Qt.Key.Key_Home)
    QTest.keyClick(named(dialog, QCheckBox, "Look for smiling faces"), Qt.Key.Key_Space)
    after = dialog.settings()
    assert (after.scheme, after.font_size, after.thumbnail_step, after.expression) == (
        Scheme.DARK,
        14,
        0,
        False,
    )


def test_a_file_is_chosen_or_typed(dialog, monkeypatch, tmp_path):
    line = named(dialog, QLineEdit, "Your own word list")
    QTest.keyClicks(line, str(tmp_path / "a.toml"))
    assert dialog.settings().word_list == tmp_path / "a.toml"
    chosen = tmp_path / "b.toml"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen), ""))
    button = line.parentWidget().layout().itemAt(1).widget()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dialog.settings().word_list == chosen
    line.clear()
    assert dialog.settings().word_list is None


def test_help_finds_keys_and_rules(driver, folder):
    driver.open(folder)
    made = KeysDialog(driver.session, driver.window.actions_, driver.window)
    made.show()
    driver.settle()
    everything = made.shown()
    assert len(everything) > len(driver.session.cards) + 40
    QTest.keyClicks(made.search, "odd spac")
    (found,) = made.shown()
    assert found.startswith(rule_title(driver.session, "odd-spacing"))
    made.search.clear()
    QTest.keyClicks(made.search, "ctrl+e")
    assert any("Export" in words for words in made.shown())
    QTest.keyClicks(made.search, " zzz")
    assert made.shown() == []
    made.search.clear()
    assert made.shown() == everything
    made.close()
