"""The caption editor: says what was typed, keeps what was not, and never breaks a composition."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from app.lint.terms import Kind
from app.ui.scheme import DARK, LIGHT, SchemeChoice, apply_scheme
from app.ui.text_marks import UnderlinedSpan, Weight
from app.ui.widgets.caption_editor import CaptionEditor
from app.ui.widgets.caption_layout import REVIEW_FIRST_TYPE, SHEET_TYPE
from app.ui.widgets.window_end import WindowEnd


@pytest.fixture
def editor(qtbot):
    made = CaptionEditor(SHEET_TYPE)
    qtbot.addWidget(made)
    made.resize(400, 120)
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def edits(editor):
    said = []
    editor.edited.connect(said.append)
    return said


def press(editor, key, held=Qt.KeyboardModifier.NoModifier, text=""):
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, text)
    QApplication.sendEvent(editor, event)
    return event


def compose(editor, preedit="", commit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(editor, event)


def test_typing_says_the_entry_and_the_whole_caption(editor, edits):
    editor.set_caption(7, "a dog")
    QTest.keyClicks(editor, "s")
    assert edits == [(7, "a dogs")]
    assert editor.caption == "a dogs"


def test_showing_a_caption_is_no_edit(editor, edits):
    editor.set_caption(1, "one\u00a0two\u2028three")
    editor.set_caption(2, "another")
    editor.set_terms([UnderlinedSpan(0, 3, Kind.MOOD, Weight.WARNING)])
    assert edits == []
    assert editor.caption == "another"


def test_letters_that_qt_alters_outlive_an_edit_beside_them(editor, edits):
    editor.set_caption(1, "10\u00a0km of road")
    QTest.keyClicks(editor, "s")
    assert edits == [(1, "10\u00a0km of roads")]


def test_the_truth_from_outside_keeps_the_cursor(editor, edits):
    editor.set_caption(1, "a beautiful dog on grass")
    editor.go_to(len("a beautiful dog"))
    editor.set_caption(1, "a dog on grass")
    assert editor.textCursor().position() == len("a dog")
    assert edits == []


def test_the_same_caption_again_touches_nothing(editor):
    editor.set_caption(1, "a dog")
    changes = []
    editor.document().contentsChange.connect(lambda *change: changes.append(change))
    editor.set_caption(1, "a dog")
    assert changes == []


def test_a_caption_that_is_missing_says_so_until_something_is_typed(editor, edits):
    editor.set_caption(1, None)
    assert editor.placeholderText() == "no caption"
    assert editor.caption is None
    QTest.keyClicks(editor, "x")
    assert edits == [(1, "x")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
def test_undo_reaches_the_window(qtbot, key):
    window = QMainWindow()
    qtbot.addWidget(window)
    editor = CaptionEditor(parent=window)
    window.setCentralWidget(editor)
    undo = window.addAction("Undo")
    undo.setShortcuts([QKeySequence("Ctrl+Z"), QKeySequence("Ctrl+Y")])
    heard = []
    undo.triggered.connect(lambda: heard.append(True))
    window.show()
    editor.set_caption(1, "a")
    editor.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor)
    QTest.keyClicks(editor, "b")
    QTest.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
    assert heard == [True]
    assert editor.toPlainText() == "ab"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_the_windows_keys_are_left_to_it(editor, edits, key, held):
    editor.set_caption(1, "a dog")
    assert not press(editor, key, held, "1").isAccepted()
    assert edits == []


def test_enter_and_escape_are_the_owners(editor, edits, qtbot):
    editor.set_caption(1, "a dog")
    with qtbot.waitSignal(editor.next_wanted):
        press(editor, Qt.Key.Key_Return, text="\r")
    with qtbot.waitSignal(editor.put_back_wanted):
        press(editor, Qt.Key.Key_Escape)
    press(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "\r")
    assert edits == []


def test_pasted_lines_become_one(editor, edits):
    editor.set_caption(1, "")
    source = QMimeData()
    source.setText("a dog\non grass\n")
    editor.insertFromMimeData(source)
    assert edits == [(1, "a dog on grass")]


def test_dropped_files_are_the_windows(editor):
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile("/a.png")])
    source.setText("file:///a.png")
    assert not editor.canInsertFromMimeData(source)


# Composition


def test_a_composition_says_nothing_until_it_ends(editor, edits):
    editor.set_caption(1, "街の")
    for preedit in ("y", "よ", "夜"):
        compose(editor, preedit)
        assert editor.composing
    assert edits == []
    assert editor.toPlainText() == "街の"
    compose(editor, commit="夜景")
    assert edits == [(1, "街の夜景")]
    assert not editor.composing


def test_a_composition_that_replaces_a_selection_is_one_edit(editor, edits):
    editor.set_caption(1, "a sad face")
    cursor = editor.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    compose(editor, "え")
    assert edits == []
    compose(editor, commit="笑")
    assert edits == [(1, "a 笑 face")]


def test_the_truth_from_outside_waits_for_the_composition(editor, edits):
    editor.set_caption(1, "街")
    compose(editor, "よ")
    editor.set_caption(1, "町")
    editor.set_terms([UnderlinedSpan(0, 1, Kind.MOOD, Weight.WARNING)])
    assert editor.textCursor().block().layout().preeditAreaText() == "よ"
    compose(editor)
    assert editor.toPlainText() == "町"
    assert edits == []


def test_what_was_composed_goes_to_the_entry_it_was_written_for(editor, edits):
    editor.set_caption(1, "街")
    compose(editor, "よ")
    editor.set_caption(2, "another")
    compose(editor, commit="夜")
    assert edits == [(1, "街夜")]
    assert (editor.entry, editor.caption, editor.toPlainText()) == (2, "another", "another")


def test_underlines_behind_a_composition_move_with_their_words(editor):
    editor.set_caption(1, "a sad face")
    editor.set_terms([UnderlinedSpan(2, 5, Kind.MOOD, Weight.WARNING)])
    before = marked_columns(editor)
    editor.go_to(0)
    compose(editor, "夜夜夜")
    assert min(marked_columns(editor)) > min(before) + 20


# What is painted


def marked_columns(editor, scheme=LIGHT):
    picture = editor.viewport().grab().toImage()
    wanted = scheme.mood.lower()
    return {
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).name() == wanted
    }


def test_an_underline_stands_under_its_words_after_an_emoji(editor):
    caption = "😀😀 sad face"
    editor.set_caption(1, caption)
    start = caption.index("sad")
    editor.set_terms([UnderlinedSpan(start, start + 3, Kind.MOOD, Weight.HINT)])
    columns = marked_columns(editor)
    cursor = editor.textCursor()
    cursor.setPosition(len("😀😀 ".encode("utf-16-le")) // 2)
    left = editor.cursorRect(cursor).left()
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=3)
    right = editor.cursorRect(cursor).right()
    assert left - 1 <= min(columns) <= left + 3
    assert right - 8 <= max(columns) <= right + 1


def test_lines_are_of_one_height_in_every_script(editor):
    editor.set_caption(
        1, "a young woman 夜景 a young woman in the street of a town 夜景の街 by night"
    )
    tops = set()
    for position in range(len(editor.toPlainText())):
        cursor = editor.textCursor()
        cursor.setPosition(position)
        tops.add(round(editor.cursorRect(cursor).center().y() / 20 - 0.5))
    assert tops == set(range(editor.text_height(editor.viewport().width()) // 20))
    assert len(tops) > 1


def test_a_click_between_two_lines_stays_in_its_column(editor):
    editor.set_caption(1, "a young woman in the street of a town by night " * 3)
    for y in range(40):
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, y))
        assert abs(editor.cursorRect().left() - 100) < 12


def test_the_wash_follows_the_scheme(editor, qapp):
    editor.set_caption(1, "a sad face")
    editor.set_terms([UnderlinedSpan(2, 5, Kind.MOOD, Weight.WARNING)])
    try:
        for choice, scheme in ((SchemeChoice.DARK, DARK), (SchemeChoice.LIGHT, LIGHT)):
            apply_scheme(qapp, choice)
            qapp.processEvents()
            (wash,) = editor.extraSelections()
            assert wash.format.background().color().name().upper() == scheme.mood_wash
            assert marked_columns(editor, scheme)
    finally:
        apply_scheme(qapp, SchemeChoice.LIGHT)


# Around it


def test_a_caption_that_may_not_be_edited_says_why(editor, edits, qtbot):
    editor.set_caption(1, "a dog")
    editor.set_read_only("The folder cannot be written")
    with qtbot.waitSignal(editor.refused) as said:
        QTest.keyClicks(editor, "x")
    assert said.args == ["The folder cannot be written"]
    assert edits == []
    assert editor.toolTip() == "The folder cannot be written"
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert editor.textCursor().hasSelection()
    editor.set_read_only("")
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClicks(editor, "s")
    assert edits == [(1, "a dogs")]


def test_the_cursor_is_told_in_code_points(editor):
    said = []
    editor.cursor_at.connect(said.append)
    editor.set_caption(1, "😀😀 sad")
    editor.go_to(3)
    assert said[-1] == 3


def test_the_size_can_change_while_a_caption_is_shown(editor, edits):
    editor.set_caption(1, "a young woman in the street of a town by night " * 3)
    editor.set_caption_type(REVIEW_FIRST_TYPE)
    cursor = editor.textCursor()
    cursor.setPosition(0)
    first = editor.cursorRect(cursor).center().y()
    cursor.setPosition(len("a young woman in the street of a town by night "))
    assert (editor.cursorRect(cursor).center().y() - first) in (32, 64)
    assert edits == []


def test_tab_leaves_the_editor(editor, edits):
    editor.set_caption(1, "a dog")
    assert editor.tabChangesFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert edits == []


def test_the_menu_has_no_undo_of_its_own(editor, qtbot):
    menu = editor.own_menu(QPoint(5, 5))
    qtbot.addWidget(menu)
    names = [action.objectName() for action in menu.actions()]
    assert "edit-copy" in names
    assert not {"edit-undo", "edit-redo"} & set(names)
    assert not menu.actions()[0].isSeparator()


def test_the_caret_has_the_accent(editor):
    editor.set_caption(1, "a lamp")
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    caret = editor.cursorRect()
    image = editor.viewport().grab().toImage()
    shown = image.pixelColor(caret.x(), caret.center().y()).name().upper()
    assert shown == LIGHT.accent
    editor.clearFocus()
    image = editor.viewport().grab().toImage()
    assert image.pixelColor(caret.x(), caret.center().y()).name().upper() != shown


# The letter before its meaning


def test_the_letter_is_painted_before_anybody_hears_of_it(editor, qtbot):
    editor.set_caption(1, "a dog")
    qtbot.waitExposed(editor)
    order = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                order.append(editor.toPlainText())
            return False

    watch = Watch()
    editor.viewport().installEventFilter(watch)
    editor.edited.connect(lambda _: order.append("said"))
    QTest.keyClicks(editor, "s")
    assert order[:2] == ["a dogs", "said"]


@pytest.mark.parametrize(
    ("typed_at", "typed", "expected"),
    [
        (0, "x", (3, 6)),
        (2, "x", (3, 6)),
        (3, "x", (2, 6)),
        (5, "x", (2, 5)),
        (6, "x", (2, 5)),
    ],
)
def test_underlines_go_with_their_words_while_typing(editor, typed_at, typed, expected):
    editor.set_caption(1, "a dog runs")
    editor.set_terms([UnderlinedSpan(2, 5, Kind.LIGHTING, Weight.KNOWN)])
    editor.go_to(typed_at)
    QTest.keyClicks(editor, typed)
    assert [(mark.start, mark.end) for mark in editor._marks] == [expected]


def test_underlines_of_removed_words_go(editor):
    editor.set_caption(1, "a dog runs")
    editor.set_terms([UnderlinedSpan(2, 5, Kind.LIGHTING, Weight.KNOWN)])
    editor.go_to(1)
    cursor = editor.textCursor()
    cursor.setPosition(5, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.caption == "a runs"
    assert editor._marks == []


def test_a_ground_does_not_grow_with_what_is_typed_behind_it(editor):
    editor.set_caption(1, "a dog")
    editor.set_terms([UnderlinedSpan(2, 5, Kind.MOOD, Weight.WARNING)])
    QTest.keyClicks(editor, "s")
    washed = [one.cursor.selectedText() for one in editor.extraSelections()]
    assert washed == ["dog"]


def test_the_end_of_the_window_goes_with_its_words_while_typing(editor):
    editor.set_caption(1, "a dog runs")
    editor.set_window_end(WindowEnd(6, "CLIP reads to here"))
    editor.go_to(2)
    QTest.keyClicks(editor, "x")
    assert editor._window_end == WindowEnd(7, "CLIP reads to here")
    editor.go_to(9)
    QTest.keyClicks(editor, "x")
    assert editor._window_end == WindowEnd(7, "CLIP reads to here")
