"""From the window to the trainer: data.toml saved, an export written, and all found again."""

import tomllib

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.dataset.marks import Expression
from app.ui.windows.export_dialog import ExportDialog

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def click(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def dialog_of(driver, folder):
    made = ExportDialog(driver.session, driver.window.layout_store, driver.window)
    made.target.setText(str(folder))
    made.show()
    driver.qtbot.waitExposed(made)
    made.refresh()
    return made


def test_data_toml_is_written_with_the_key_and_keeps_comments(driver, folder):
    path = folder / "data.toml"
    path.write_text("# mine\n[[datasets]]\nresolution = 768\nshouting = true\n", encoding="utf-8")
    driver.open(folder)
    driver.until(lambda: driver.bench.desk.toml_file.lines)
    QTest.keyClick(
        driver.window,
        Qt.Key.Key_T,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    driver.until(lambda: "image_dir" in path.read_text(encoding="utf-8"))
    text = path.read_text(encoding="utf-8")
    parsed = tomllib.loads(text)
    assert "# mine" in text
    assert parsed["datasets"][0]["resolution"] == 768, "a hand-made value is taken over"
    assert "shouting" not in parsed["datasets"][0]
    assert "shouting" in text, "an unknown key becomes a comment"
    assert parsed["datasets"][0]["subsets"][0]["image_dir"] == folder.as_posix()


def test_a_choice_in_the_dataset_tab_reaches_the_file(driver, folder):
    driver.open(folder)
    form = driver.bench.desk.choices
    form.resolution.setFocus()
    form.resolution.selectAll()
    QTest.keyClicks(form.resolution, "832x1216")
    QTest.keyClick(form.resolution, Qt.Key.Key_Return)
    assert driver.session.dataset.choices.resolution == (832, 1216)
    lines = driver.bench.desk.toml_file
    driver.until(lambda: any("832, 1216" in line.text for line in lines.lines))
    driver.session.undo()
    assert driver.session.dataset.choices.resolution == (1024, 1024)


def test_export_is_stopped_first_and_written_whole_then(driver, folder, tmp_path):
    (folder / "2.txt").write_text("", encoding="utf-8")
    driver.open(folder)
    target = tmp_path / "train"
    dialog = dialog_of(driver, target)
    assert not dialog.export.isEnabled(), "an empty caption stops it"
    click(dialog.leave_out)
    if not dialog.leave_out.isChecked():
        dialog.leave_out.click()
    if not dialog.anyway.isChecked():
        dialog.anyway.click()
    assert dialog.export.isEnabled()
    click(dialog.export)
    driver.until(lambda: (target / "data.toml").exists())
    driver.until(lambda: dialog.done_page.isVisible())
    launch = dialog.done_page.launch.text()
    assert launch == (
        f"accelerate launch flux_train_network.py --dataset_config {target}/data.toml"
    )
    QTest.keyClick(dialog, Qt.Key.Key_C, _CTRL_SHIFT)
    assert QGuiApplication.clipboard().text() == launch
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    driver.until(lambda: not dialog.isVisible())
    pairs = sorted(path.name for path in (target / "set").iterdir())
    assert pairs == ["00001.png", "00001.txt", "00002.png", "00002.txt"]
    first = (target / "set" / "00001.txt").read_text(encoding="utf-8").strip()
    assert first == "mira, a woman in a red coat stands beside a door"
    assert (target / "set" / "00001.png").read_bytes() == (folder / "1.png").read_bytes()
    parsed = tomllib.loads((target / "data.toml").read_text(encoding="utf-8"))
    assert parsed["datasets"][0]["subsets"][0]["image_dir"] == (target / "set").as_posix()


def test_what_was_set_by_hand_is_exported_too(driver, folder, tmp_path):
    text = f'[[datasets]]\n[[datasets.subsets]]\nimage_dir = "{folder}"\nflip_aug = true\n'
    (folder / "data.toml").write_text(text, encoding="utf-8")
    driver.open(folder)
    dialog = dialog_of(driver, tmp_path / "train")
    dialog.anyway.click()
    click(dialog.export)
    driver.until(lambda: dialog.done_page.isVisible())
    parsed = tomllib.loads((tmp_path / "train" / "data.toml").read_text(encoding="utf-8"))
    assert parsed["datasets"][0]["subsets"][0]["flip_aug"] is True
    assert "Taken along from your data.toml: flip_aug." in [
        str(note) for note in dialog.shown_plan.notes
    ]
    dialog.accept()


def test_reopening_finds_everything(make_driver, folder):
    first = make_driver()
    first.open(folder)
    first.session.edit(0, "mira, a woman in a red coat smiles beside a door")
    first.settle()
    group = first.bench.light_table.marks._groups["expression"]
    click(group._group.button(0))
    assert first.session.dataset.notes_of(0).marks.expression is Expression.SMILING
    form = first.bench.desk.choices
    form.trigger.setFocus()
    QTest.keyClicks(form.trigger, "mira")
    QTest.keyClick(form.trigger, Qt.Key.Key_Return)
    first.bench.sheet.set_step(3)
    first.bench.desk.go_to(2)
    first.window.close()

    second = make_driver()
    second.window.restore_layout()
    second.window.resize(1440, 900)  # the screen of the tests is smaller than the window was
    second.open(folder)
    assert second.text(0) == "mira, a woman in a red coat smiles beside a door"
    assert second.session.dataset.notes_of(0).marks.expression is Expression.SMILING
    assert second.session.dataset.choices.concept("set").trigger == "mira"
    assert second.bench.sheet.step == 3
    assert second.bench.desk.currentIndex() == 2


def test_an_entry_is_taken_out_and_brought_back(driver, folder):
    driver.open(folder)
    driver.window.acts.set_current(1)
    driver.window.acts.take_out()
    driver.until(lambda: not (folder / "2.png").exists())
    assert len(driver.bench.entries.visible) == 2
    driver.session.undo()
    driver.until(lambda: (folder / "2.png").exists() and (folder / "2.txt").exists())
    assert len(driver.bench.entries.visible) == 3


def test_pictures_are_added_and_an_entry_is_renamed(driver, folder, tmp_path):
    driver.open(folder)
    other = tmp_path / "1.png"
    other.write_bytes((folder / "10.png").read_bytes())
    driver.window.take_dropped([other])
    driver.until(lambda: len(driver.bench.entries.visible) == 4)
    names = {driver.session.name(n) for n in driver.bench.entries.visible}
    assert len(names) == 4, "copied in under a free name"
    driver.window.acts.rename_to(0, "door")
    driver.until(lambda: (folder / "door.png").exists() and (folder / "door.txt").exists())
    driver.until(lambda: driver.session.name(0) == "door.png")
    assert not (folder / "1.txt").exists()
