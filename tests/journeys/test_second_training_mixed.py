"""In the export: the first training is added, its share is slid, and the changes are listed."""

import shutil
import tomllib

import pytest
from conftest import draw
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.ui.windows.export_dialog import ExportDialog


@pytest.fixture
def first(tmp_path):
    """Six pictures of an earlier training, in a folder of their own."""
    root = tmp_path / "first" / "tom"
    root.mkdir(parents=True)
    for number in range(6):
        draw(root / f"old{number}.png", f"#{number + 3}{number}7", size=(256, 256))
        text = f"tom, a man in a grey coat stands near window {number}"
        (root / f"old{number}.txt").write_text(text, encoding="utf-8")
    return root.parent


@pytest.fixture
def dialog(driver, folder, tmp_path):
    driver.open(folder)
    made = ExportDialog(driver.session, driver.window.layout_store, driver.window)
    made.target.setText(str(tmp_path / "train"))
    made.show()
    driver.qtbot.waitExposed(made)
    made.tabs.setCurrentWidget(made.mix)
    return made


def add(driver, dialog, first):
    dialog.mix.folder.setFocus()
    QTest.keyClicks(dialog.mix.folder, str(first))
    QTest.keyClick(dialog.mix.folder, Qt.Key.Key_Tab)
    driver.until(lambda: not dialog.first.busy and dialog._plan.mix is not None)


def test_enter_in_a_field_takes_the_words_and_presses_no_button(
    driver, dialog, first, tmp_path, monkeypatch
):
    asked = []

    def choose(*given):
        asked.append(given)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    dialog.mix.folder.setFocus()
    QTest.keyClicks(dialog.mix.folder, str(first))
    QTest.keyClick(dialog.mix.folder, Qt.Key.Key_Return)
    driver.until(lambda: not dialog.first.busy and dialog._plan.mix is not None)
    dialog.target.setFocus()
    QTest.keyClick(dialog.target, Qt.Key.Key_Return)
    assert not asked
    assert dialog.isVisible()
    assert not (tmp_path / "train").exists()


def write(driver, dialog):
    if not dialog.anyway.isChecked():
        dialog.anyway.click()
    driver.until(dialog.export.isEnabled)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    driver.until(dialog.done_page.isVisible)


def test_half_and_half_then_less_with_the_arrow_keys(driver, dialog, first, tmp_path):
    add(driver, dialog, first)
    assert "3 images, 2 repeats, together 6" in dialog.mix.summary()
    assert "50 % of an epoch of 12 steps" in dialog.mix.summary()
    slider = dialog.mix.slider
    slider.setFocus()
    for _ in range(5):
        QTest.keyClick(slider, Qt.Key.Key_Left)
    driver.until(lambda: driver.session.dataset.choices.old_share == 0.25)
    driver.until(lambda: "25 % of an epoch" in dialog.mix.summary())
    write(driver, dialog)
    parsed = tomllib.loads((tmp_path / "train" / "data.toml").read_text(encoding="utf-8"))
    subsets = parsed["datasets"][0]["subsets"]
    assert [s["image_dir"].rpartition("/")[2] for s in subsets] == ["set", "old-tom"]
    draws = [
        s["num_repeats"] * len(list((tmp_path / "train" / name).glob("*.png")))
        for s, name in zip(subsets, ("set", "old-tom"), strict=True)
    ]
    assert draws[1] / sum(draws) == pytest.approx(0.25, abs=0.02)
    dialog.accept()
    driver.session.undo()
    assert driver.session.dataset.choices.old_share == 0.5, "one step of undo"


def test_the_mix_is_remembered_and_can_be_taken_back(driver, dialog, first):
    add(driver, dialog, first)
    dialog.reject()
    again = ExportDialog(driver.session, driver.window.layout_store, driver.window)
    again.show()
    assert again.mix.folder.text() == str(first)
    driver.until(lambda: not again.first.busy and again._plan.mix is not None)
    again.tabs.setCurrentWidget(again.mix)
    QTest.mouseClick(again.mix.forget, Qt.MouseButton.LeftButton)
    driver.until(lambda: again._plan.mix is None)
    assert driver.session.dataset.choices.old_folder == ""
    again.reject()


def test_a_folder_that_is_not_there_stops_it_and_says_so(driver, dialog, tmp_path):
    dialog.mix.folder.setFocus()
    QTest.keyClicks(dialog.mix.folder, str(tmp_path / "nowhere"))
    QTest.keyClick(dialog.mix.folder, Qt.Key.Key_Tab)
    driver.until(lambda: not dialog.first.busy)
    driver.until(lambda: "cannot be used" in dialog.mix.summary())
    assert not dialog.export.isEnabled()
    dialog.reject()


def test_a_picture_that_is_in_both_is_named(driver, dialog, first, folder):
    shutil.copy(folder / "2.png", first / "tom" / "old2.png")
    add(driver, dialog, first)
    assert "In the first training and in this one: 2.png" in dialog.mix.summary()
    dialog.reject()


def test_exporting_again_lists_what_changed(driver, dialog, folder):
    write(driver, dialog)
    dialog.accept()
    driver.session.edit(1, "mira, a woman in a blue dress walks along a wall")
    driver.settle()
    again = ExportDialog(driver.session, driver.window.layout_store, driver.window)
    again.show()
    again.tabs.setCurrentWidget(again.changes)
    driver.until(lambda: again.changes.count == 1)
    line = again.changes.list.topLevelItem(0)
    assert [line.text(column) for column in (0, 1)] == ["2.png", "caption changed"]
    wanted = []
    again.entry_wanted.connect(wanted.append)
    again.changes.list.setFocus()
    again.changes.list.setCurrentItem(line)
    QTest.keyClick(again.changes.list, Qt.Key.Key_Return)
    assert wanted == [1], "the line leads to its entry"
