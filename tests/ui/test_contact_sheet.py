"""The sheet: one height for every row, editing in place, and who is told what."""

import pytest
from made_up_rows import MadeUpModel, many_rows, picture, rows_in_english
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QVBoxLayout, QWidget

from app.ui.models.roles import ChipAction, Role
from app.ui.scheme import interface_font, set_base_size
from app.ui.widgets.chips import lay_chips
from app.ui.widgets.contact_sheet import ContactSheet
from app.ui.widgets.row_geometry import STEPS

READ_ONLY_ROW = 8
CONFLICT_ROW = 5


@pytest.fixture
def model():
    return MadeUpModel(rows_in_english())


@pytest.fixture
def sheet(qtbot, model):
    made = ContactSheet()
    qtbot.addWidget(made)
    made.setModel(model)
    made.resize(905, 640)
    made.show()
    qtbot.waitExposed(made)
    made.setCurrentIndex(model.index(0, 0))
    made.setFocus()
    return made


def row_editor(sheet):
    editor = sheet.editor_of(sheet.currentIndex())
    assert editor is not None
    return editor


def parts(sheet, row):
    return sheet.delegate.parts_at(sheet.visualRect(sheet.model().index(row, 0)))


def click(sheet, place, double=False):
    act = QTest.mouseDClick if double else QTest.mouseClick
    act(sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)


# Rows


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_every_row_has_the_height_of_the_step(sheet, step):
    sheet.set_step(step)
    heights = {sheet.rowHeight(row) for row in range(sheet.model().rowCount())}
    assert heights == {STEPS[step].thumbnail + 16}


def test_the_wheel_with_control_changes_the_step(sheet, qtbot):
    def turn(by):
        centre = QPointF(sheet.viewport().rect().center())
        event = QWheelEvent(
            centre,
            sheet.viewport().mapToGlobal(centre),
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(sheet.viewport(), event)

    with qtbot.waitSignal(sheet.step_changed) as said:
        turn(120)
    assert said.args == [3]
    turn(-60)
    assert sheet.step == 3
    turn(-60)
    assert sheet.step == 2
    for _ in range(9):
        turn(120)
    assert sheet.step == len(STEPS) - 1
    assert sheet.verticalScrollBar().value() == 0


def test_the_current_row_stays_where_it_is_when_the_step_changes(qtbot):
    sheet = ContactSheet()
    qtbot.addWidget(sheet)
    sheet.setModel(MadeUpModel(many_rows(400)))
    sheet.resize(905, 640)
    sheet.show()
    sheet.setCurrentIndex(sheet.model().index(200, 0))
    before = sheet.visualRect(sheet.currentIndex()).top()
    for step in (0, 4, 2):
        sheet.set_step(step)
        assert sheet.visualRect(sheet.currentIndex()).top() == before


def test_only_rows_in_sight_are_read(qtbot):
    model = MadeUpModel(many_rows(3000))
    sheet = ContactSheet()
    qtbot.addWidget(sheet)
    sheet.resize(905, 640)
    sheet.setModel(model)
    sheet.show()
    qtbot.waitExposed(sheet)
    sheet.grab()
    assert model.asked
    assert max(model.asked) < 10


def test_the_rows_in_sight_are_announced_when_they_rest(qtbot):
    sheet = ContactSheet()
    qtbot.addWidget(sheet)
    sheet.resize(905, 600)
    with qtbot.waitSignal(sheet.visible_rows_changed) as said:
        sheet.setModel(MadeUpModel(many_rows(500)))
        sheet.show()
    assert said.args == [0, 4]
    heard = []
    sheet.visible_rows_changed.connect(lambda *rows: heard.append(rows))
    for value in range(0, 12000, 600):
        sheet.verticalScrollBar().setValue(value)
    sheet.verticalScrollBar().setValue(12000)
    qtbot.waitUntil(lambda: heard == [(100, 104)])


def test_an_empty_sheet_has_no_rows_in_sight(qtbot):
    sheet = ContactSheet()
    qtbot.addWidget(sheet)
    sheet.setModel(MadeUpModel([]))
    assert sheet.rows_in_sight() is None


def test_every_state_is_painted_in_every_size(sheet, qapp):
    for width in (500, 905, 1600):
        sheet.resize(width, 1600)
        for step in range(len(STEPS)):
            sheet.set_step(step)
            assert not sheet.grab().isNull()


def test_another_model_leaves_nothing_of_the_old_one(sheet, model, qtbot):
    sheet.setModel(MadeUpModel(many_rows(2)))
    heard = []
    sheet.visible_rows_changed.connect(lambda *rows: heard.append(rows))
    model.beginResetModel()
    model.endResetModel()
    qtbot.wait(60)
    assert heard == [(0, 1)]


# Editing in place


def test_typing_on_a_row_edits_it_and_keeps_the_letter(sheet, model):
    QTest.keyClicks(sheet, "!")
    assert sheet.is_editing
    assert model.rows[0].caption.endswith("features.!")
    QTest.keyClicks(row_editor(sheet).editor, "?")
    assert model.rows[0].caption.endswith("features.!?")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_begin_to_edit(sheet, key):
    QTest.keyClick(sheet, key)
    assert sheet.is_editing


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_no_letter_is_lost_by_accident(sheet, model, key):
    before = model.rows[0].caption
    QTest.keyClick(sheet, key)
    assert not sheet.is_editing
    assert model.rows[0].caption == before


def test_enter_goes_to_the_next_entry_and_stays_in_its_caption(sheet, model):
    sheet.edit_current()
    QTest.keyClicks(row_editor(sheet).editor, "!")
    QTest.keyClick(row_editor(sheet).editor, Qt.Key.Key_Return)
    assert sheet.currentIndex().row() == 1
    assert sheet.is_editing
    QTest.keyClicks(row_editor(sheet).editor, "?")
    assert model.rows[0].caption.endswith("!")
    assert model.rows[1].caption.endswith("?")


def test_enter_on_the_last_entry_ends_the_editing(sheet, model):
    last = model.rowCount() - 1
    sheet.setCurrentIndex(model.index(last, 0))
    sheet.edit_current()
    QTest.keyClick(row_editor(sheet).editor, Qt.Key.Key_Return)
    assert sheet.currentIndex().row() == last
    assert not sheet.is_editing


def test_escape_puts_the_caption_back(sheet, model):
    before = model.rows[0].caption
    sheet.edit_current()
    QTest.keyClicks(row_editor(sheet).editor, " and more")
    assert model.rows[0].caption != before
    QTest.keyClick(row_editor(sheet).editor, Qt.Key.Key_Escape)
    assert model.rows[0].caption == before
    assert not sheet.is_editing


def test_going_elsewhere_ends_the_editing_and_keeps_the_words(qtbot, model):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    sheet, other = ContactSheet(), QPushButton("other")
    column.addWidget(sheet)
    column.addWidget(other)
    sheet.setModel(model)
    window.resize(905, 640)
    window.show()
    window.activateWindow()
    sheet.setCurrentIndex(model.index(0, 0))
    sheet.edit_current()
    editor = row_editor(sheet).editor
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor)
    QTest.keyClicks(editor, "!")
    other.setFocus()
    assert not sheet.is_editing
    assert model.rows[0].caption.endswith("!")


def test_the_text_stands_on_the_same_pixels_in_row_and_editor(sheet, model):
    sheet.setCurrentIndex(model.index(CONFLICT_ROW, 0))
    sheet.verticalScrollBar().setValue(3 * sheet.rowHeight(0))
    room = parts(sheet, CONFLICT_ROW).caption.adjusted(0, 0, 0, -4)
    before = sheet.viewport().grab(room).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    sheet.edit_current()
    row_editor(sheet).editor.setCursorWidth(0)
    after = sheet.viewport().grab(room).toImage().convertToFormat(QImage.Format.Format_Grayscale8)

    def ink(image, darker_than):
        return {
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).value() < darker_than
        }

    # The grounds differ, and with them the greys at the edges of the letters.
    assert len(ink(before, 80)) > 150
    assert ink(before, 80) <= ink(after, 120)
    assert ink(after, 80) <= ink(before, 120)


def test_the_editor_grows_over_the_next_row_and_no_row_moves(sheet, model):
    sheet.edit_current()
    before = row_editor(sheet).height()
    top = sheet.visualRect(model.index(1, 0)).top()
    QTest.keyClicks(row_editor(sheet).editor, " and much more of the same" * 6)
    assert row_editor(sheet).height() >= before + 20
    assert sheet.visualRect(model.index(1, 0)).top() == top
    assert row_editor(sheet).editor.verticalScrollBar().maximum() == 0


def test_the_editor_stays_inside_the_viewport_on_the_last_row(sheet, model):
    sheet.setCurrentIndex(model.index(model.rowCount() - 1, 0))
    sheet.edit_current()
    QTest.keyClicks(row_editor(sheet).editor, "many words " * 60)
    assert sheet.viewport().rect().contains(row_editor(sheet).geometry())


def test_a_change_from_outside_reaches_the_open_editor(sheet, model):
    sheet.edit_current()
    model.setData(model.index(0, 0), "quite another caption")
    assert row_editor(sheet).editor.caption == "quite another caption"


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_row_that_may_not_be_edited_says_why(sheet, model, qtbot):
    sheet.setCurrentIndex(model.index(READ_ONLY_ROW, 0))
    for act in (
        lambda: QTest.keyClicks(sheet, "x"),
        lambda: QTest.keyClick(sheet, Qt.Key.Key_Return),
    ):
        with qtbot.waitSignal(sheet.refused) as said:
            act()
        assert said.args == ["The folder cannot be written"]
        assert not sheet.is_editing


def test_keys_the_editor_leaves_alone_do_not_move_the_sheet(sheet):
    sheet.edit_current()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End):
        QTest.keyClick(row_editor(sheet).editor, key, Qt.KeyboardModifier.ControlModifier)
    assert sheet.currentIndex().row() == 0
    assert sheet.is_editing


# The pointer


def test_a_click_into_the_caption_of_the_current_row_edits_there(sheet, model):
    place = parts(sheet, 1).caption.topLeft() + QPoint(100, 10)
    click(sheet, place)
    assert sheet.currentIndex().row() == 1
    assert not sheet.is_editing
    click(sheet, place)
    assert sheet.is_editing
    cursor = row_editor(sheet).editor.cursorRect().left()
    assert abs(cursor - 100) < 10


def test_a_double_click_edits_any_row(sheet):
    click(sheet, parts(sheet, 2).caption.topLeft() + QPoint(60, 10))
    click(sheet, parts(sheet, 2).caption.topLeft() + QPoint(60, 10), double=True)
    assert sheet.is_editing
    assert sheet.currentIndex().row() == 2


def test_a_click_on_a_chip_goes_to_its_finding(sheet, model, qtbot):
    chips = lay_chips(model.rows[2].chips, parts(sheet, 2).chips)
    with qtbot.waitSignal(sheet.delegate.chip_activated) as said:
        click(sheet, chips.places[1].room.center())
    assert said.args == [102, 1]
    assert not sheet.is_editing


def test_a_chip_with_an_action_says_it(sheet, model, qtbot):
    sheet.scrollTo(model.index(CONFLICT_ROW, 0))
    chips = lay_chips(model.rows[CONFLICT_ROW].chips, parts(sheet, CONFLICT_ROW).chips)
    with qtbot.waitSignal(sheet.delegate.chip_action) as said:
        click(sheet, chips.places[1].room.center())
    assert said.args == [100 + CONFLICT_ROW, ChipAction.COMPARE]


def test_the_pointer_says_what_can_be_clicked(sheet, model):
    chips = lay_chips(model.rows[2].chips, parts(sheet, 2).chips)
    QTest.mouseMove(sheet.viewport(), chips.places[0].room.center())
    assert sheet.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(sheet.viewport(), parts(sheet, 2).thumbnail.center())
    assert sheet.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize(
    ("row", "place", "words"),
    [
        (0, lambda p: p.chips.topLeft() + QPoint(30, 10), "They say nothing."),
        (0, lambda p: p.marks.topRight() + QPoint(-8, 10), "Pass 2: no verdict yet"),
        (4, lambda p: p.marks.topLeft() + QPoint(20, 40), "CLIP 104/75; T5 ≈116/512"),
        (0, lambda p: p.name.topLeft() + QPoint(5, 5), "purplecurly / 005.png"),
    ],
)
def test_tool_tips_say_what_is_under_the_pointer(sheet, model, row, place, words):
    index = model.index(row, 0)
    text = sheet.delegate.text_at(sheet.visualRect(index), index, place(parts(sheet, row)))
    assert words in text


def test_tool_tips_are_plain_text(sheet, model, monkeypatch):
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda *args: shown.append(args[1]))
    model.rows[0] = type(model.rows[0])("<b>x</b>.png", "a caption")
    place = parts(sheet, 0).name.topLeft() + QPoint(5, 5)
    event = QHelpEvent(QEvent.Type.ToolTip, place, sheet.viewport().mapToGlobal(place))
    QApplication.sendEvent(sheet.viewport(), event)
    assert shown == ["<p>purplecurly / &lt;b&gt;x&lt;/b&gt;.png</p>"]


def test_the_context_menu_is_asked_for_the_row_under_the_pointer(sheet, qtbot):
    place = parts(sheet, 3).thumbnail.center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, sheet.viewport().mapToGlobal(place)
    )
    with qtbot.waitSignal(sheet.menu_wanted) as said:
        QApplication.sendEvent(sheet.viewport(), event)
    assert said.args[0] == 103
    assert sheet.currentIndex().row() == 3


# Around it


def test_the_current_entry_is_announced(sheet, model, qtbot):
    with qtbot.waitSignal(sheet.current_entry_changed) as said:
        QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert said.args == [101]


def test_another_text_size_changes_the_rows(sheet, qapp):
    before, font = sheet.rowHeight(0), qapp.font()
    try:
        set_base_size(26)
        qapp.setFont(interface_font())
        QApplication.processEvents()
        assert sheet.rowHeight(0) == 2 * before
        assert not sheet.grab().isNull()
    finally:
        set_base_size(13)
        qapp.setFont(font)


def test_the_sheet_has_a_name_for_those_who_hear_it(sheet, model):
    assert sheet.accessibleName() == "Contact sheet"
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("005.png")


def test_a_row_that_changes_is_painted_alone_in_a_turn_of_its_own(sheet, model, monkeypatch, qtbot):
    sheet.grab()
    painted = []
    monkeypatch.setattr(
        "app.ui.widgets.caption_delegate.paint_row",
        lambda painter, row, *args, **kwargs: painted.append(row.entry),
    )
    QApplication.processEvents()
    painted.clear()
    model.rows[1] = type(model.rows[1])("007.png", "a caption", thumbnail=picture(1))
    model.dataChanged.emit(model.index(1, 0), model.index(1, 0), [Role.THUMBNAIL])
    QApplication.sendPostedEvents()
    assert painted == [], "a key beside it would wait"
    qtbot.waitUntil(lambda: bool(painted))
    QApplication.processEvents()
    assert painted == [101]


def test_a_menu_over_the_editor_does_not_end_the_editing(sheet, qtbot):
    sheet.edit_current()
    editor = row_editor(sheet).editor
    for reason, stays in (
        (Qt.FocusReason.PopupFocusReason, True),
        (Qt.FocusReason.ActiveWindowFocusReason, True),
        (Qt.FocusReason.TabFocusReason, False),
    ):
        QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut, reason))
        assert sheet.is_editing is stays
