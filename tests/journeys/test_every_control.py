"""Every control of the window that the other journeys pass by: pressed with mouse and keys."""

import shutil

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QSplitterHandle, QWidget

from app.paths import resources
from app.review.order import Order
from app.ui.models.findings import FindingRole
from app.ui.models.roles import Role
from app.ui.widgets.chips import lay_chips
from app.ui.widgets.row_data import read_chips
from app.ui.windows.actions import ROWS, Menu
from app.ui.windows.dialogs import WhyDialog
from app.ui.windows.export_dialog import ExportDialog
from app.ui.windows.safe_fixes import SafeFixesDialog

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def sample(driver, tmp_path):
    shutil.copytree(resources() / "sample", tmp_path / "sample")
    driver.open(tmp_path / "sample")
    return driver


def click(widget, place=None):
    QTest.mouseClick(widget, LEFT, pos=place or widget.rect().center())


def in_menu(driver, press, act):
    """Press what opens a menu, which may stay in its own loop, and do something in it."""
    seen = []
    timer = QTimer(driver.window, interval=10)

    def look():
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            timer.stop()
            seen.append(menu)
            act(menu)
            QTest.keyClick(menu, KEY.Key_Escape)

    timer.timeout.connect(look)
    timer.start()
    press()
    driver.until(lambda: seen and QApplication.activePopupWidget() is None)
    return seen[0]


def drag(handle: QWidget, by: QPoint):
    middle = handle.rect().center()
    QTest.mousePress(handle, LEFT, pos=middle)
    QTest.mouseMove(handle, middle + by / 2)
    QTest.mouseMove(handle, middle + by)
    QTest.mouseRelease(handle, LEFT, pos=middle + by)


# The bar above the sheet ------------------------------------------------------------------------


@pytest.mark.parametrize("menu", Menu)
def test_each_menu_opens_by_mouse_and_by_its_letter(sample, menu):
    bar = sample.window.menuBar()
    wanted = sample.window.actions_.menu(menu)
    title = wanted.menuAction()
    place = bar.actionGeometry(title).center()
    counts = []

    def count(shown):
        counts.append(len(shown.actions()))

    def press():
        QTest.mouseClick(bar, LEFT, pos=place)

    assert in_menu(sample, press, count) is wanted
    assert counts[0] >= len([row for row in ROWS if row.menu is menu])
    letter = title.text()[title.text().index("&") + 1]
    assert in_menu(sample, lambda: sample.alt(Qt.Key(ord(letter.upper()))), count) is wanted


def test_the_dataset_button_offers_folders_of_before(sample):
    button = sample.bench.header.dataset
    offered = []

    def read(menu):
        offered.extend(action.text() for action in menu.actions())

    in_menu(sample, lambda: click(button), read)
    assert any("sample" in text for text in offered)
    button.setFocus()

    def close_dataset(menu):
        QTest.keyClick(menu, KEY.Key_Up)
        assert menu.activeAction() is sample.window.actions_["close"]
        QTest.keyClick(menu, KEY.Key_Return)

    in_menu(sample, lambda: sample.key(KEY.Key_Space, widget=button), close_dataset)
    sample.until(lambda: sample.session.dataset is None)


def test_the_filter_is_found_by_key_and_cleared_by_mouse(sample):
    field = sample.bench.header.filter
    sample.ctrl(KEY.Key_F)
    assert field.hasFocus()
    sample.type("light:night", field)
    sample.until(lambda: 0 < len(sample.names()) < 14)
    cross = next(
        w for w in field.findChildren(QWidget) if w.isVisible() and w.x() > field.width() // 2
    )
    click(cross)
    assert field.text() == ""
    sample.until(lambda: len(sample.names()) == 14)
    sample.type("zzz", field)
    sample.until(lambda: sample.names() == [])
    click(sample.button("Clear the filter"))
    sample.until(lambda: len(sample.names()) == 14)


def test_the_order_is_chosen_from_its_list_by_mouse(sample):
    order = sample.bench.header.order
    click(order)
    rows = order.view()
    sample.until(rows.isVisible)
    # Qt takes a click that follows at once for the end of the one that opened the list.
    sample.qtbot.wait(QApplication.doubleClickInterval() + 50)
    row = next(n for n in range(order.count()) if order.itemText(n) == "By caption length")
    QTest.mouseClick(
        rows.viewport(), LEFT, pos=rows.visualRect(rows.model().index(row, 0)).center()
    )
    assert order.value is Order.LENGTH
    sample.until(lambda: sample.bench.entries.visible[0] != 0)


def test_thumbnails_grow_by_slider_keys_and_wheel(sample):
    slider, sheet = sample.bench.header.slider, sample.bench.sheet
    slider.setFocus()
    sample.key(KEY.Key_Right, widget=slider)
    assert sheet.step == 3
    sample.ctrl(KEY.Key_Minus)
    assert sheet.step == 2
    turn = QWheelEvent(
        QPointF(50, 50),
        QPointF(sheet.viewport().mapToGlobal(QPoint(50, 50))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(sheet.viewport(), turn)
    assert sheet.step == 3
    assert slider.value() == 3
    click(slider, QPoint(2, slider.height() // 2))
    assert sheet.step < 3


def test_review_and_export_are_a_click_away(sample):
    click(sample.window.reviewing.strip.button)
    assert sample.window.reviewing.on
    page = sample.window.reviewing.page
    first = sample.window.reviewing.round.current
    click(page.bottom.flag)
    sample.type("too dark", page.bottom.note)
    sample.key(KEY.Key_Return, widget=page.bottom.note)
    assert sample.session.dataset.notes_of(first).first.note == "too dark"
    second = sample.window.reviewing.round.current
    click(page.bottom.approve)
    assert sample.window.reviewing.round.current != second
    click(page.bottom.edit)
    assert page.text.editing
    sample.key(KEY.Key_Escape)
    click(page.top.leave)
    assert not sample.window.reviewing.on
    seen = []
    sample.in_dialog(ExportDialog, lambda dialog: (seen.append(dialog), click(dialog.cancel)))
    click(sample.bench.header.export)
    assert seen


# Sheet ------------------------------------------------------------------------------------------


def test_a_row_is_chosen_and_edited_by_mouse(sample):
    sheet = sample.bench.sheet
    index = sheet.model().index(2, 0)
    parts = sheet.delegate.parts_at(sheet.visualRect(index))
    QTest.mouseClick(sheet.viewport(), LEFT, pos=parts.thumbnail.center())
    assert sample.bench.current == index.data(Role.ENTRY)
    assert not sheet.is_editing
    QTest.mouseClick(sheet.viewport(), LEFT, pos=parts.caption.center())
    row = sheet.editor_of(sheet.currentIndex())
    assert row is not None
    sample.key(KEY.Key_Escape, widget=row.editor)
    assert not sheet.is_editing


def test_a_chip_leads_to_its_finding(sample):
    sheet, cards = sample.bench.sheet, sample.bench.light_table.findings
    index = sheet.model().index(3, 0)  # two findings
    parts = sheet.delegate.parts_at(sheet.visualRect(index))
    assert read_chips(index)[0].text == "5 modifiers", "a chip says the number"
    second = read_chips(index)[1]
    laid = lay_chips(read_chips(index), parts.chips)
    at = next(
        QPoint(x, parts.chips.center().y())
        for x in range(parts.chips.right(), parts.chips.left(), -4)
        if (found := laid.at(QPoint(x, parts.chips.center().y()))) is not None
        and found.number == second.number
    )
    QTest.mouseClick(sheet.viewport(), LEFT, pos=at)
    assert sample.bench.current == index.data(Role.ENTRY)
    findings = sample.session.lint.entry_findings(sample.bench.current)
    assert cards.current == findings[1]


# Light table ------------------------------------------------------------------------------------


def test_fit_and_actual_size_are_pressed(sample):
    table = sample.bench.light_table
    bar = table.place.bar
    click(bar.actual)
    assert table.picture.scale() == pytest.approx(1)
    click(bar.fit)
    assert table.picture.scale() < 1
    click(bar.crop)
    assert table.place.framing
    click(bar.crop)
    assert not table.place.framing
    for button in (bar.over, bar.crop, bar.fit, bar.actual):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    bar.actual.setFocus()
    sample.key(KEY.Key_Space, widget=bar.actual)
    assert table.picture.scale() == pytest.approx(1)


def test_findings_are_stepped_shown_explained_and_fixed_by_mouse(sample):
    table = sample.bench.light_table
    sample.bench.go_to(3)
    sample.settle()
    findings = sample.session.lint.entry_findings(3)
    assert len(findings) == 2
    click(sample.button("Show", table.findings))
    assert table.findings.current == findings[1]
    sample.alt(KEY.Key_Down, table.editor)
    assert table.findings.current == findings[0]
    seen = []
    sample.in_dialog(
        WhyDialog, lambda dialog: (seen.append(1), sample.key(KEY.Key_Escape, widget=dialog))
    )
    click(sample.button("Why?", table.findings))
    assert seen
    before = sample.text(3)
    fix = next(
        button
        for button in table.findings.findChildren(QWidget)
        if button.isVisible() and button.property("filled")
    )
    click(fix)
    assert sample.text(3) != before
    sample.session.undo()
    assert sample.text(3) == before


# Desk -------------------------------------------------------------------------------------------


def test_tabs_by_mouse_and_key_and_folding(sample):
    desk = sample.bench.desk
    bar = desk.tabBar()
    for number in (3, 1, 2, 0):
        click(bar, bar.tabRect(number).center())
        assert desk.currentIndex() == number
        sample.ctrl(KEY.Key_1 + (number + 1) % 4)
        assert desk.currentIndex() == (number + 1) % 4
    height = desk.height()
    click(desk._fold)
    assert desk.folded
    sample.until(lambda: desk.height() < height)
    click(bar, bar.tabRect(0).center())
    assert not desk.folded
    sample.ctrl(KEY.Key_D)
    assert desk.folded
    sample.ctrl(KEY.Key_D)
    assert not desk.folded
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    sample.key(KEY.Key_D, held)
    assert not sample.bench.sheet.isVisible()
    sample.key(KEY.Key_D, held)
    assert sample.bench.sheet.isVisible()


def test_groups_open_and_lines_lead_to_their_words(sample):
    desk = sample.bench.desk
    tree, model = desk.findings.tree, desk.finding_model
    head = next(
        index
        for row in range(model.rowCount())
        if (index := model.index(row, 0)).data(FindingRole.RULE) == "piled-up-modifiers"
    )
    tree.scrollTo(head)
    assert not tree.isExpanded(head)
    QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualRect(head).center())
    assert tree.isExpanded(head)
    line = model.index(0, 0, head)
    tree.scrollTo(line)
    QTest.mouseClick(tree.viewport(), LEFT, pos=tree.visualRect(line).center())
    finding = line.data(FindingRole.FINDING)
    assert sample.bench.current == finding.entry
    assert sample.bench.light_table.findings.current == finding
    tree.setFocus()
    tree.setCurrentIndex(head)
    sample.key(KEY.Key_Left, widget=tree)
    assert not tree.isExpanded(head)
    sample.key(KEY.Key_Right, widget=tree)
    assert tree.isExpanded(head)
    sample.key(KEY.Key_Down, widget=tree)
    sample.bench.go_to(0)
    sample.key(KEY.Key_Return, widget=tree)
    assert sample.bench.current == finding.entry


def test_all_safe_fixes_begin_with_a_click(sample):
    seen = []
    sample.in_dialog(
        SafeFixesDialog,
        lambda dialog: (seen.append(dialog.chosen()), sample.key(KEY.Key_Escape, widget=dialog)),
    )
    click(sample.bench.desk.findings.fix_all)
    assert len(seen[0]) == 1


def test_data_toml_is_copied_and_written_by_mouse(sample):
    sample.ctrl(KEY.Key_4)
    panel = sample.bench.desk.toml
    sample.until(lambda: panel.write.isEnabled())
    click(panel.copy_launch)
    assert "--dataset_config" in QGuiApplication.clipboard().text()
    click(panel.write)
    path = sample.session.dataset.root / "data.toml"
    sample.until(path.exists)
    sample.until(lambda: not panel.write.isEnabled())


def test_a_point_of_readiness_shows_what_is_behind_it(sample):
    sample.ctrl(KEY.Key_3)
    panel = sample.bench.desk.readiness
    sample.until(lambda: panel.points)
    row = next(r for r in panel._rows if r.accessibleName().startswith("Caption accuracy"))
    row.setFocus()
    sample.key(KEY.Key_Space, widget=row)
    sample.until(lambda: len(sample.names()) < 14)


# Splitters, layout, full screen -----------------------------------------------------------------


def test_splitters_are_dragged_remembered_and_reset(make_driver, tmp_path, qtbot):
    shutil.copytree(resources() / "sample", tmp_path / "sample")
    first = make_driver()
    first.open(tmp_path / "sample")
    splits = first.bench._splitters()
    before = {name: split.sizes() for name, split in splits.items()}
    for name, by in (("main", QPoint(-60, 0)), ("left", QPoint(0, -60)), ("table", QPoint(0, 60))):
        handle = splits[name].handle(1)
        assert isinstance(handle, QSplitterHandle)
        drag(handle, by)
        assert splits[name].sizes() != before[name], name
    moved = {name: split.sizes() for name, split in splits.items()}
    first.window.close()

    second = make_driver()
    second.window.restore_layout()
    second.window.resize(1440, 900)
    second.open(tmp_path / "sample")
    for name, split in second.bench._splitters().items():
        assert split.sizes() == pytest.approx(moved[name], abs=3), name
    second.window.actions_["reset_layout"].trigger()
    for name, split in second.bench._splitters().items():
        # Near the design's sizes; they were moved by twice as much.
        assert split.sizes() == pytest.approx(before[name], abs=25), name


def test_full_screen_and_back(sample):
    sample.key(KEY.Key_F11)
    assert sample.window.isFullScreen()
    sample.key(KEY.Key_F11)
    assert not sample.window.isFullScreen()


# The first page ---------------------------------------------------------------------------------


def test_the_first_page_by_mouse_and_key(driver, folder, monkeypatch):
    asked = []
    monkeypatch.setattr(driver.window, "choose_folder", lambda: asked.append("open"))
    page = driver.window.first_start
    page.open_wanted.connect(lambda: asked.append("open"))
    page.sample_wanted.connect(lambda: asked.append("sample"))
    click(page.sample)
    assert asked == ["sample"]
    driver.drop(folder)
    driver.until(lambda: driver.session.dataset is not None)
    driver.settle()
    driver.ctrl(KEY.Key_W)
    driver.until(lambda: driver.session.dataset is None)
    driver.until(lambda: page.isVisible() and page._rows[0].folder == folder)
    driver.ctrl(KEY.Key_1)
    driver.until(lambda: driver.session.dataset is not None)
    driver.settle()
    driver.ctrl(KEY.Key_W)
    driver.until(lambda: page.isVisible())
    click(page._rows[0])
    driver.until(lambda: driver.session.dataset is not None)
