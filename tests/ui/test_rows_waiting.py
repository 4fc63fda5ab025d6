"""After a leap new rows are painted a few in each turn; what was in sight never vanishes."""

from unittest.mock import patch

import pytest
from made_up_rows import MadeUpModel, many_rows
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.models.roles import Role
from app.ui.scheme import SchemeChoice, apply_scheme
from app.ui.widgets import caption_delegate, row_pictures
from app.ui.widgets.contact_sheet import ContactSheet
from app.ui.widgets.row_geometry import STEPS
from app.ui.widgets.row_painter import paint_row
from app.ui.widgets.row_pictures import RowPictures
from app.ui.widgets.rows_waiting import AT_ONCE

ROW = STEPS[2].row


class Filtered(MadeUpModel):
    """Some of its rows, under their own numbers."""

    def show(self, numbers):
        self.beginResetModel()
        self.numbers = numbers
        self.endResetModel()

    def rowCount(self, parent=None):
        return len(self.numbers) if parent is None or not parent.isValid() else 0

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return super().data(self.createIndex(self.numbers[index.row()], 0), role)


@pytest.fixture(autouse=True)
def usual_look(qapp):
    apply_scheme(qapp, SchemeChoice.LIGHT)


@pytest.fixture
def model():
    made = Filtered(many_rows(200))
    made.numbers = list(range(200))
    return made


@pytest.fixture
def sheet(qtbot, model):
    made = ContactSheet()
    qtbot.addWidget(made)
    made.setModel(model)
    made.resize(905, 6 * ROW)
    made.show()
    qtbot.waitExposed(made)
    made.setCurrentIndex(model.index(0, 0))
    ready(qtbot, made)
    return made


def ready(qtbot, sheet):
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not sheet.ahead.busy and not sheet.waiting.busy)


class Paintings(QObject):
    """The rows that each painting of a sheet painted; painting ahead counts for its own turn."""

    def __init__(self, sheet, monkeypatch):
        super().__init__(sheet)
        self.rows = []
        self.now = []
        sheet.viewport().installEventFilter(self)
        monkeypatch.setattr(caption_delegate, "paint_row", self.note)
        monkeypatch.setattr(row_pictures, "paint_row", self.note)

    def note(self, painter, row, *others, **also):
        self.now.append(row.entry - 100)
        paint_row(painter, row, *others, **also)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.now:
            self.rows.append(self.now)
            self.now = []
        return False

    def clear(self):
        self.rows.clear()
        self.now.clear()


def in_sight(sheet):
    first, last = sheet.rows_in_sight()
    return set(range(first, last + 1))


def whole(sheet):
    with patch.object(RowPictures, "known", lambda *_, **__: None):
        return sheet.viewport().grab().toImage()


@pytest.mark.parametrize("leap", ["end", "page", "bar"])
def test_a_leap_paints_one_row_at_once_and_the_others_in_their_turns(
    qtbot, sheet, monkeypatch, leap
):
    bar = sheet.verticalScrollBar()
    if leap == "page":  # far from all that was painted ahead
        with patch.object(type(sheet.ahead), "look_around"):
            bar.setValue(60 * ROW)
    ready(qtbot, sheet)
    ahead = type(sheet.ahead)  # paints nothing that would be counted, however long this takes
    with patch.object(ahead, "look_around"), patch.object(ahead, "look_again"):
        paintings = Paintings(sheet, monkeypatch)
        if leap == "end":
            QTest.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        elif leap == "page":
            bar.setValue(bar.value() + bar.pageStep())
        else:
            bar.setSliderPosition(bar.maximum() // 2)
        sheet.viewport().repaint()
        assert len(paintings.now) == 1
        assert len(sheet.delegate.waiting) >= 4
        qtbot.waitUntil(lambda: not sheet.waiting.busy)
        QApplication.processEvents()
    painted = [row for rows in (*paintings.rows, paintings.now) for row in rows]
    assert sorted(painted) == sorted(in_sight(sheet)), "each row once"
    assert sheet.viewport().grab().toImage() == whole(sheet)


def test_the_row_that_a_key_leads_to_is_painted_first(sheet, monkeypatch):
    paintings = Paintings(sheet, monkeypatch)
    QTest.keyClick(sheet, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    sheet.viewport().repaint()
    assert paintings.now == [199]


def test_the_few_rows_of_a_wheel_do_not_wait(sheet):
    bar = sheet.verticalScrollBar()
    bar.setValue(AT_ONCE * ROW)
    assert not sheet.delegate.waiting


def test_rows_that_stay_in_sight_do_not_wait_while_others_come(sheet, model):
    bar = sheet.verticalScrollBar()
    bar.setValue(4 * ROW)
    assert not set(sheet.delegate.waiting) & {4, 5}
    sheet.waiting.look()
    model.show([*range(4, 7), *range(100, 150)])
    entries = {model.index(row, 0).data(Role.ENTRY) - 100 for row in sheet.delegate.waiting}
    assert entries
    assert min(entries) >= 100


def test_a_filter_lets_new_rows_wait_and_no_row_beyond_sight(qtbot, sheet, model):
    sheet.setCurrentIndex(model.index(199, 0))
    ready(qtbot, sheet)
    model.show(list(range(50, 100)))
    assert set(sheet.delegate.waiting) < in_sight(sheet)
    assert len(in_sight(sheet)) <= 7
    qtbot.waitUntil(lambda: not sheet.waiting.busy)
    assert sheet.viewport().grab().toImage() == whole(sheet)


@pytest.mark.parametrize("change", ["resize", "step", "insert"])
def test_nothing_waits_where_rows_look_otherwise_or_move(sheet, model, change):
    sheet.verticalScrollBar().setValue(100 * ROW)
    assert sheet.delegate.waiting
    if change == "resize":
        sheet.resize(760, 5 * ROW)
    elif change == "step":
        sheet.set_step(1)
    else:
        model.beginInsertRows(model.index(-1, -1), 0, 0)
        model.numbers.insert(0, 0)
        model.endInsertRows()
    assert not sheet.delegate.waiting


def test_another_size_of_what_is_in_sight_lets_nothing_wait(qtbot, sheet, model):
    sheet.verticalScrollBar().setValue(100 * ROW)
    sheet.setCurrentIndex(model.index(102, 0))
    ready(qtbot, sheet)
    sheet.set_step(1)
    assert sheet.verticalScrollBar().value() != 100 * ROW
    assert not sheet.delegate.waiting


def test_rows_that_are_scrolled_away_before_their_turn_are_not_painted(sheet, monkeypatch, qtbot):
    bar = sheet.verticalScrollBar()
    ahead = type(sheet.ahead)  # paints nothing that would be counted, however long this takes
    with patch.object(ahead, "look_around"), patch.object(ahead, "look_again"):
        paintings = Paintings(sheet, monkeypatch)
        bar.setValue(100 * ROW)
        bar.setValue(150 * ROW)
        qtbot.waitUntil(lambda: not sheet.waiting.busy)
        QApplication.processEvents()
    painted = {row for rows in (*paintings.rows, paintings.now) for row in rows}
    assert painted == in_sight(sheet)
