"""Controls of the drawings by mouse and by keys: export, first page, chips, splitters."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.export.options import Naming, PictureFormat, Sizes, Trainer
from app.paths import resources
from app.recent import Recent
from app.ui.models.roles import ChipAction, Role, SaveState
from app.ui.widgets.chips import lay_chips
from app.ui.widgets.row_data import read_chips
from app.ui.windows.export_dialog import ExportDialog
from app.ui.windows.glances import Glances

KEY = Qt.Key


@pytest.fixture
def export(driver, folder):
    driver.open(folder)
    dialog = ExportDialog(driver.session, driver.window.layout_store, driver.window)
    dialog.show()
    driver.qtbot.waitExposed(dialog)
    dialog.activateWindow()
    driver.until(dialog.isActiveWindow)
    driver.until(lambda: dialog.shown_plan is not None)
    yield dialog
    dialog.close()


def chosen_by_keys(driver, dialog, combo, times=1):
    """Walk down a drop-down; what the plan was made for then."""
    before = dialog.shown_plan
    combo.setFocus()
    for _ in range(times):
        QTest.keyClick(combo, KEY.Key_Down)
    driver.until(lambda: dialog.shown_plan is not None and dialog.shown_plan is not before)
    return dialog.options()


def test_the_five_questions_of_the_export_are_answered_by_keys(driver, export, folder, monkeypatch):
    asked = export.asked
    assert chosen_by_keys(driver, export, asked.trainer).trainer is Trainer.MUSUBI
    assert export.shown_plan.config.name != "data.toml"
    assert export.tabs.tabText(0) == export.shown_plan.config.name
    assert chosen_by_keys(driver, export, asked.sizes).sizes == Sizes(((1024, 1024),))
    assert chosen_by_keys(driver, export, asked.names).names is Naming.KEEP
    assert chosen_by_keys(driver, export, asked.format, 2).picture is PictureFormat.JPEG
    assert {pair.target.rpartition(".")[2] for pair in export.shown_plan.pairs()} == {"jpg"}
    other = folder.parent / "elsewhere"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    driver.click(asked.browse, asked.browse.rect().center())
    assert export.options().target == other / "set-train"
    asked.target.setFocus()
    asked.target.selectAll()
    driver.type(str(other / "mine"), asked.target)
    QTest.keyClick(asked.target, KEY.Key_Return)
    assert export.options().target == other / "mine"


def test_a_drop_down_of_the_export_is_opened_and_chosen_from_by_mouse(driver, export):
    combo = export.asked.names
    driver.click(combo, combo.rect().center())
    rows = combo.view()
    driver.until(rows.isVisible)
    driver.qtbot.wait(QApplication.doubleClickInterval() + 50)
    place = rows.visualRect(rows.model().index(1, 0)).center()
    driver.click(rows.viewport(), place)
    assert combo.value is Naming.KEEP
    assert export.options().names is Naming.KEEP


def test_the_trainers_file_is_copied(driver, export):
    QGuiApplication.clipboard().clear()
    driver.click(export.config.copy, export.config.copy.rect().center())
    assert QGuiApplication.clipboard().text() == export.shown_plan.config.text.rstrip("\n")
    QGuiApplication.clipboard().clear()
    export.config.copy.setFocus()
    QTest.keyClick(export.config.copy, KEY.Key_Space)
    assert "[general]" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_folder_that_is_gone_is_found_from_the_first_page(driver, folder, monkeypatch, by):
    page = driver.window.first_start
    glances = Glances(driver.window.background, page)
    page.show_recent([Recent(folder.with_name("before"))])
    driver.until(lambda: not page._rows[0].there)
    assert page._rows[0].accessibleName() == "before, The folder is not there now., Find it…"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    if by == "mouse":
        driver.click(page._rows[0], page._rows[0].rect().center())
    else:
        page._rows[0].setFocus()
        driver.key(KEY.Key_Space, widget=page._rows[0])
    driver.until(lambda: driver.session.dataset is not None)
    assert driver.window.windowTitle().startswith("set ")
    driver.settle()
    driver.ctrl(KEY.Key_W)
    driver.until(lambda: driver.session.dataset is None)
    assert driver.window.windowTitle() == "Proofsheet"
    assert glances.parent() is page


def press_chip(driver, entry, action):
    index = driver.bench.entries.index_of(entry)
    sheet = driver.bench.sheet
    sheet.scrollTo(index)
    parts = sheet.delegate.parts_at(sheet.visualRect(index))
    laid = lay_chips(read_chips(index), parts.chips)
    room = next(place.room for place in laid.places if place.chip.action is action)
    driver.click(sheet.viewport(), room.center())


def test_compare_in_the_row_opens_the_comparison(driver, folder):
    driver.open(folder)
    driver.type(", mine", driver.editor())
    (folder / "1.txt").write_text("mira, a woman in a blue coat", encoding="utf-8")
    driver.key(KEY.Key_F5, Qt.KeyboardModifier.ShiftModifier, driver.window)
    driver.until(lambda: driver.role(0, Role.SAVE_STATE) == SaveState.CONFLICT)
    press_chip(driver, 0, ChipAction.COMPARE)
    driver.until(lambda: driver.window.acts.conflicts.dialog is not None)
    dialog = driver.window.acts.conflicts.dialog
    driver.until(dialog.isActiveWindow)
    QTest.keyClick(dialog, KEY.Key_2, Qt.KeyboardModifier.AltModifier)
    driver.until(lambda: driver.text(0) == "mira, a woman in a blue coat")


def test_the_partner_of_a_shared_caption_is_a_click_away(driver, folder):
    shutil.copy(folder / "2.png", folder / "1.jpg")
    driver.open(folder)
    assert driver.names()[:2] == ["1.jpg", "1.png"]
    driver.bench.go_to(driver.bench.entries.visible[0])
    press_chip(driver, driver.bench.entries.visible[0], ChipAction.SHOW_PARTNER)
    assert driver.session.name(driver.bench.current) == "1.png"


def test_splitters_are_moved_by_keys_and_show_the_focus(driver, tmp_path):
    shutil.copytree(resources() / "sample", tmp_path / "sample")
    driver.open(tmp_path / "sample")
    keys = {
        Qt.Orientation.Horizontal: (KEY.Key_Left, KEY.Key_Right),
        Qt.Orientation.Vertical: (KEY.Key_Up, KEY.Key_Down),
    }
    for name, split in driver.bench._splitters().items():
        handle, before = split.handle(1), split.sizes()
        less, more = keys[split.orientation()]
        handle.setFocus(Qt.FocusReason.TabFocusReason)
        assert handle._bar.isVisible(), name
        driver.key(less, widget=handle)
        smaller = split.sizes()
        assert smaller[0] < before[0], name
        driver.key(more, widget=handle)
        assert split.sizes()[0] > smaller[0], name
        driver.bench.sheet.setFocus()
        assert not handle._bar.isVisible(), name


def test_the_opened_desk_gives_the_sheet_back(driver, folder):
    driver.open(folder)
    window, desk = driver.window, driver.bench.desk
    window.actions_["desk_open"].trigger()
    assert not driver.bench.sheet.isVisible()
    export = driver.bench.header.export
    assert not export.property("filled"), "unifying is the one filled button here"
    driver.ctrl(KEY.Key_D)
    assert driver.bench.sheet.isVisible()
    assert export.property("filled")
    assert not desk.folded
    driver.key(KEY.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not driver.bench.sheet.isVisible()
    back = driver.button("Back to the sheet", desk)
    driver.click(back, back.rect().center())
    assert driver.bench.sheet.isVisible()


@pytest.mark.parametrize("wanted", [True, False], ids=["motion", "no motion"])
def test_the_tick_of_a_saved_caption_fades_only_where_motion_is_wanted(driver, folder, wanted):
    before = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, wanted)
    try:
        driver.open(folder)
        driver.bench.entries._rest.setInterval(50)
        fades = []
        driver.bench.entries._fade.stateChanged.connect(lambda new, _: fades.append(new))
        driver.type(", mine", driver.editor())
        driver.session.saving.flush()
        driver.until(lambda: driver.role(0, Role.SAVE_STATE) == SaveState.JUST_SAVED)
        driver.until(lambda: driver.role(0, Role.SAVE_STATE) == SaveState.SAVED)
        assert bool(fades) is wanted
    finally:
        QApplication.setEffectEnabled(Qt.UIEffect.UI_General, before)
