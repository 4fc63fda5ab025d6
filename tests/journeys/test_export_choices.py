"""In the export: what stops it is gone to by its key, and where the training finds the folder."""

import tomllib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.dataset.choices import PathForm
from app.export.options import Naming
from app.ui.windows.export_dialog import ExportDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(driver, target=None):
    made = ExportDialog(driver.session, driver.window.layout_store, driver.window)
    if target is not None:
        made.target.setText(str(target))
    made.show()
    driver.qtbot.waitExposed(made)
    made.activateWindow()
    driver.until(made.isActiveWindow)
    made.refresh()
    return made


def type_into(field, text):
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def folders(dialog):
    parsed = tomllib.loads(dialog.shown_plan.config.text)
    return [s["image_dir"] for d in parsed["datasets"] for s in d["subsets"]]


def test_a_blocker_is_gone_to_by_its_key(driver, folder):
    (folder / "2.txt").write_text("", encoding="utf-8")
    (folder / "10.txt").unlink()
    driver.open(folder)
    dialog = opened(driver)
    assert not dialog.export.isEnabled()
    assert dialog.foot.status().startswith("2 things stop it")
    wanted = []
    dialog.entry_wanted.connect(wanted.append)
    QTest.keyClick(dialog, Qt.Key.Key_2, CTRL)
    assert [driver.session.dataset.entries[n].name for n in wanted] == ["10.png"]
    assert not dialog.isVisible()
    driver.session.edit(wanted[0], "mira, a woman at a table")
    driver.session.edit(1, "mira, a woman at a wall")
    driver.settle()
    again = opened(driver)
    assert not again.leave_out.isVisible(), "nothing stops it any more"
    again.reject()


def test_a_size_that_stays_is_said_once(driver, folder):
    driver.open(folder)
    dialog = opened(driver)
    driver.until(lambda: "as it is" in dialog.preview.done.text())
    assert "→" not in dialog.preview.done.text()
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "form", "expected"),
    [
        ("/train/mira", PathForm.POSIX, "/train/mira/set"),
        ("D:\\train", PathForm.WINDOWS, "D:\\train\\set"),
        ("share/train", PathForm.WINDOWS, "share\\train\\set"),
    ],
)
def test_the_train_path_reaches_file_and_launch_line_and_is_remembered(
    driver, folder, tmp_path, typed, form, expected
):
    driver.open(folder)
    dialog = opened(driver, tmp_path / "train")
    dialog.tabs.setCurrentWidget(dialog.more)
    dialog.more.path_form.setCurrentIndex(dialog.more.path_form.findText(form_sign(form)))
    dialog.more.path_form.chosen.emit()
    type_into(dialog.more.train_path, typed)
    assert folders(dialog) == [expected]
    dialog.anyway.click()
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    driver.until(lambda: dialog.done_page.isVisible())
    launch = dialog.done_page.launch.text()
    assert launch.endswith(expected.removesuffix("set") + "data.toml")
    dialog.accept()
    again = opened(driver)
    assert (again.more.train_path.text(), again.more.path_form.value) == (typed, form)
    assert folders(again) == [expected]
    again.reject()
    driver.session.undo()
    assert driver.session.dataset.choices.train_path == ""


def form_sign(form):
    return "\\" if form is PathForm.WINDOWS else "/"


def test_relative_paths_come_with_their_warning(driver, folder):
    driver.open(folder)
    dialog = opened(driver)
    dialog.tabs.setCurrentWidget(dialog.more)
    dialog.more.relative.click()
    assert folders(dialog) == ["set"]
    assert dialog.more._relative_trap.isVisible()
    assert any("inside the exported folder" in str(n) for n in dialog.shown_plan.notes)
    dialog.reject()


def test_a_template_names_the_files_and_a_wrong_one_is_refused(driver, folder):
    driver.open(folder)
    dialog = opened(driver)
    dialog.tabs.setCurrentWidget(dialog.more)
    dialog.asked.names.set_value(Naming.TEMPLATE)
    type_into(dialog.more.template, "{concept}-{name}")
    assert next(p.target for p in dialog.shown_plan.pairs()) == "set/set-1.png"
    type_into(dialog.more.template, "{nothing}")
    assert dialog.shown_plan is None
    assert not dialog.export.isEnabled()
    assert "{nothing}" in dialog.foot.status()
    dialog.reject()
