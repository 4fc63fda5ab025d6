"""The style: every part is painted in both schemes, flat, and with a focus that can be seen."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QSplitter,
    QStyle,
    QTabWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.ui.icons import icon
from app.ui.scheme import DARK, LIGHT, SchemeChoice, apply_scheme
from app.ui.style import ProofsheetStyle

SCHEMES = pytest.mark.parametrize(
    ("choice", "scheme"),
    [(SchemeChoice.LIGHT, LIGHT), (SchemeChoice.DARK, DARK)],
    ids=["light", "dark"],
)


@pytest.fixture
def style(qapp):
    before = qapp.style().name()
    made = ProofsheetStyle()
    qapp.setStyle(made)
    yield made
    qapp.setStyle(before)
    apply_scheme(qapp, SchemeChoice.LIGHT)


def colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def shown(qtbot, widget, size=(200, 60)):
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@SCHEMES
def test_a_filled_button_has_the_accent_and_a_plain_one_has_not(qapp, qtbot, style, choice, scheme):
    apply_scheme(qapp, choice)
    holder = QWidget()
    column = QVBoxLayout(holder)
    plain, filled, off = QPushButton("Plain"), QPushButton("Export"), QPushButton("Off")
    for button in (plain, filled, off):
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(button)
    filled.setProperty("filled", True)
    off.setProperty("filled", True)
    off.setEnabled(False)
    shown(qtbot, holder, (200, 140))
    assert scheme.accent in colours(filled)
    assert scheme.on_accent in colours(filled)
    assert scheme.accent not in colours(plain)
    assert scheme.accent not in colours(off)
    assert filled.height() >= 28


@SCHEMES
@pytest.mark.parametrize(
    "make",
    [
        lambda: QPushButton("Focus"),
        lambda: QLineEdit("words"),
        lambda: QPlainTextEdit("words"),
        lambda: QCheckBox("Check"),
        lambda: QSlider(Qt.Orientation.Horizontal),
        lambda: QListView(),
    ],
    ids=["button", "line", "text", "check", "slider", "list"],
)
def test_the_focus_is_seen(qapp, qtbot, style, choice, scheme, make):
    apply_scheme(qapp, choice)
    holder = QWidget()
    column = QVBoxLayout(holder)
    widget, other = make(), QPushButton("other")
    column.addWidget(widget)
    column.addWidget(other)
    shown(qtbot, holder, (200, 120))
    holder.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    assert scheme.accent not in colours(widget)
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert scheme.accent in colours(widget)


@SCHEMES
def test_a_whole_window_paints_in_both_schemes(qapp, qtbot, style, choice, scheme):
    apply_scheme(qapp, choice)
    window = shown(qtbot, QMainWindow(), (600, 500))
    menu = window.menuBar().addMenu("File")
    menu.addAction(icon("folder"), "Open…")
    menu.addSeparator()
    check = menu.addAction("Check")
    check.setCheckable(True)
    tools = window.addToolBar("tools")
    tools.addAction(icon("search"), "Find")
    split = QSplitter()
    tabs = QTabWidget()
    tabs.setDocumentMode(True)
    model = QStandardItemModel()
    model.setHorizontalHeaderLabels(["Rule"])
    group = QStandardItem("Mood")
    line = QStandardItem("008.png")
    line.setCheckable(True)
    group.appendRow(line)
    model.appendRow(group)
    tree = QTreeView()
    tree.setModel(model)
    tree.expandAll()
    tabs.addTab(tree, "Findings  34")
    tabs.addTab(QWidget(), "Wording")
    fields = QWidget()
    column = QVBoxLayout(fields)
    partly = QCheckBox("part")
    partly.setCheckState(Qt.CheckState.PartiallyChecked)
    combo = QComboBox()
    combo.addItems(["Folder order", "By findings"])
    running, endless = QProgressBar(), QProgressBar()
    running.setValue(40)
    endless.setRange(0, 0)
    radio = QRadioButton("one")
    radio.setChecked(True)
    for field in (partly, combo, QSpinBox(), running, endless, radio):
        column.addWidget(field)
    split.addWidget(tabs)
    split.addWidget(fields)
    window.setCentralWidget(split)
    window.statusBar().showMessage("All captions saved")
    QApplication.processEvents()
    drawn = colours(window)
    assert {scheme.bar, scheme.line, scheme.base, scheme.accent} <= drawn
    assert split.handleWidth() == 1


def test_choosing_a_tab_moves_no_other(qtbot, style):
    tabs = shown(qtbot, QTabWidget(), (500, 100))
    for words in ("Findings  34", "Wording  4", "data.toml"):
        tabs.addTab(QWidget(), words)
    before = [tabs.tabBar().tabRect(n) for n in range(3)]
    for number in range(3):
        tabs.setCurrentIndex(number)
        assert [tabs.tabBar().tabRect(n) for n in range(3)] == before
    assert before[0].height() == 32


def test_a_tool_button_has_room_for_icon_words_and_arrow(qtbot, style):
    widths = []
    for words, menu in (("", False), ("Crop", False), ("Crop", True)):
        button = QToolButton()
        qtbot.addWidget(button)
        button.setIcon(icon("crop"))
        button.setIconSize(QSize(16, 16))
        if words:
            button.setText(words)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if menu:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(QMenu(button))
        widths.append(button.sizeHint().width())
        assert button.sizeHint().height() == 28
    assert widths[0] == 28
    assert widths[1] >= 28 + 6 + 16


def test_a_scroll_bar_is_handle_only_and_reaches_both_ends(qtbot, style):
    view = shown(qtbot, QPlainTextEdit("line\n" * 200), (200, 150))
    bar = view.verticalScrollBar()
    assert bar.width() == 10

    def dark_rows():
        image = bar.grab().toImage()
        middle = image.width() // 2
        return [
            y
            for y in range(image.height())
            if image.pixelColor(middle, y).name().upper() in (LIGHT.line2, LIGHT.control)
        ]

    bar.setValue(0)
    top = dark_rows()
    assert top[0] <= 2
    assert len(top) >= 24
    bar.setValue(bar.maximum())
    assert dark_rows()[-1] >= bar.height() - 3


def test_a_dragged_handle_follows_the_pointer(qtbot, style):
    view = shown(qtbot, QPlainTextEdit("line\n" * 200), (200, 150))
    bar = view.verticalScrollBar()
    bar.setValue(0)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 10))
    qtbot.mouseMove(bar, QPoint(5, 200))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(5, 200))
    assert bar.value() == bar.maximum()


def test_words_in_a_field_keep_away_from_its_frame(qtbot, style):
    alone = shown(qtbot, QWidget())
    field = QLineEdit("words", alone)
    field.resize(100, 28)
    field.setCursorPosition(0)
    assert field.cursorRect().center().x() >= 6


def test_motion_is_short_or_none(style):
    assert style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
