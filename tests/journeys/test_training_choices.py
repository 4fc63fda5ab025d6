"""Choices for the training, presets that ask first, and a data.toml that explains itself."""

import tomllib

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.captions.style import Style
from app.dataset.choices import Preset


def choose_last(combo):
    """With the keyboard, as a person does."""
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_End)


def lines(driver):
    return [line.text.strip() for line in driver.bench.desk.toml_file.lines]


def test_a_preset_shows_its_keys_and_reasons_and_is_one_step_of_undo(driver, folder):
    driver.open(folder)
    form = driver.bench.desk.choices
    driver.bench.desk.go_to(2)
    form.style_choice.set_value(Style.TAGS)
    form.style_choice.chosen.emit()
    form.shuffle.click()
    choose_last(form.preset)
    driver.until(lambda: form.sheet is not None)
    said = " ".join(label.text() for label in form.sheet.findChildren(type(form._labels[0][0])))
    assert "resolution" in said
    assert "1024 → 512" in said
    assert "trained at the area" in said
    assert driver.session.dataset.choices.preset is Preset.FLUX, "nothing has been set yet"
    QTest.keyClick(form.sheet, Qt.Key.Key_Return)
    driver.until(lambda: form.sheet is None)
    choices = driver.session.dataset.choices
    assert (choices.preset, choices.resolution) == (Preset.SD15, (512, 512))
    assert choices.concept("set").shuffle_tags, "only what must be"
    driver.until(lambda: "resolution = 512" in lines(driver))
    driver.session.undo()
    choices = driver.session.dataset.choices
    assert (choices.preset, choices.resolution) == (Preset.FLUX, (1024, 1024))


def test_a_preset_that_is_not_taken_changes_nothing(driver, folder):
    driver.open(folder)
    form = driver.bench.desk.choices
    choose_last(form.preset)
    driver.until(lambda: form.sheet is not None)
    QTest.keyClick(form.sheet, Qt.Key.Key_Escape)
    driver.until(lambda: form.sheet is None)
    assert form.preset.value is Preset.FLUX
    assert driver.session.undo_stack.count() == 0


def test_several_resolutions_prefix_dropout_and_validation_reach_the_file(driver, folder):
    driver.open(folder)
    form = driver.bench.desk.choices
    driver.bench.desk.go_to(2)
    for field, words in ((form.resolution, "1024, 768x1152"), (form.prefix, "photo of")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
    for field, words in ((form.dropout, "10"), (form.validation, "20")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
    driver.until(lambda: "caption_dropout_rate = 0.1" in lines(driver))
    driver.until(lambda: "validation_split = 0.2" in lines(driver))
    parsed = tomllib.loads("\n".join(lines(driver)))
    assert [d["resolution"] for d in parsed["datasets"]] == [1024, [768, 1152]]
    assert parsed["general"]["caption_prefix"] == "photo of"


def test_every_line_explains_itself_to_the_keyboard_and_the_mouse(driver, folder):
    driver.open(folder)
    driver.bench.desk.go_to(3)
    panel = driver.bench.desk.toml
    driver.until(lambda: panel.text.toPlainText())
    driver.until(lambda: panel.text.hasFocus())
    seen = set()
    for number, line in enumerate(panel.text.toPlainText().splitlines()):
        panel.text.go_to_line(number)
        if "=" in line:
            name = line.partition("=")[0].strip()
            assert panel.hint.text().startswith(f"{name}: ")
            seen.add(name)
    assert 'Default: ".caption".' not in panel.hint.text()
    assert {"caption_extension", "max_bucket_reso", "num_repeats"} <= seen
    panel.text.go_to_line(0)
    QTest.keyClick(panel.text, Qt.Key.Key_Down)
    assert "Default" in panel.hint.text(), "the arrows walk through the lines"
    place = QPoint(panel.text.gutter_width() + 30, panel.text.cursorRect().center().y())
    tip = QHelpEvent(QHelpEvent.Type.ToolTip, place, panel.text.mapToGlobal(place))
    QApplication.sendEvent(panel.text, tip)
    driver.until(lambda: "Default" in QToolTip.text())


def test_a_file_that_the_trainer_refuses_is_explained_with_its_line(driver, folder):
    (folder / "data.toml").write_text(
        "# mine\n[[datasets]]\nresolution = 1280\nenable_bucket = true\nshouting = 1\n"
        f'[[datasets.subsets]]\nimage_dir = "{folder}"\nnum_repeats = 7\n',
        encoding="utf-8",
    )
    driver.open(folder)
    driver.bench.desk.go_to(3)
    panel = driver.bench.desk.toml
    driver.until(lambda: panel.text.toPlainText())
    said = panel._notes.text()
    assert "max_bucket_reso is 1024, below the longer side 1280" in said
    assert "line 5: datasets.shouting became a comment" in said
    assert said.count("shouting") == 1, "said once"
    assert driver.session.dataset.choices.concept("set").repeats == 7, "hand-made values are taken"
    assert "# mine" in panel.text.toPlainText()


def test_a_file_that_is_no_toml_names_the_line_and_is_kept_as_comments(driver, folder):
    path = folder / "data.toml"
    path.write_text('[[datasets]]\nimage_dir = "C:\\my data"\n', encoding="utf-8")
    driver.open(folder)
    driver.bench.desk.go_to(3)
    panel = driver.bench.desk.toml
    driver.until(lambda: panel.text.toPlainText())
    assert "Line 2: A backslash in quotes must be doubled" in panel._notes.text()
    driver.window.actions_["write_toml"].trigger()
    driver.until(lambda: "[general]" in path.read_text(encoding="utf-8"))
    text = path.read_text(encoding="utf-8")
    assert '# image_dir = "C:\\my data"' in text
    assert tomllib.loads(text)["datasets"][0]["resolution"] == 1024
