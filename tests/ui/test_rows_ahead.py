"""Rows painted ahead: the same pixels as painted when they are seen, and never an older look."""

from dataclasses import replace
from unittest.mock import patch

import pytest
from made_up_rows import MadeUpModel, Row, many_rows, picture, rows_in_english, rows_in_japanese
from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.lint.rule import Severity
from app.lint.terms import Kind
from app.ui.models.roles import ChipData, Meter, Notice, SaveState, VerdictState
from app.ui.scheme import (
    SchemeChoice,
    apply_scheme,
    current_scheme,
    set_base_size,
    set_language,
)
from app.ui.text_marks import Weight
from app.ui.widgets import caption_delegate, row_pictures
from app.ui.widgets.caption_layout import LayoutCache
from app.ui.widgets.contact_sheet import ContactSheet
from app.ui.widgets.row_geometry import STEPS
from app.ui.widgets.row_painter import paint_row
from app.ui.widgets.row_pictures import MOST_BYTES, RowPictures

STEP = STEPS[2]
SIZE = QSize(905, STEP.row)


@pytest.fixture(autouse=True)
def usual_look(qapp):
    yield
    apply_scheme(qapp, SchemeChoice.LIGHT)
    set_base_size(13)
    set_language("en")


@pytest.fixture
def model():
    return MadeUpModel(many_rows(60))


@pytest.fixture
def sheet(qtbot, model):
    made = ContactSheet()
    qtbot.addWidget(made)
    made.setModel(model)
    made.resize(905, 5 * STEP.row)
    made.show()
    qtbot.waitExposed(made)
    made.setCurrentIndex(model.index(1, 0))
    made.setFocus()
    ready(qtbot, made)
    return made


def ready(qtbot, sheet):
    QApplication.processEvents()
    waits = (sheet.ahead, sheet.waiting)
    qtbot.waitUntil(lambda: not any(one.busy for one in waits) and not sheet._painting.isActive())


def painted_rows(sheet, act):
    """What is painted at once, row by row: the rows that had no picture."""
    rows = []

    def note(painter, row, *others, **also):
        rows.append(row.entry)
        paint_row(painter, row, *others, **also)

    with patch.object(caption_delegate, "paint_row", note):
        act()
        sheet.viewport().repaint()
    return rows


def shown(sheet):
    return sheet.viewport().grab().toImage()


def without_pictures(sheet):
    with patch.object(RowPictures, "known", lambda *_, **__: None):
        return shown(sheet)


# The same pixels


@pytest.mark.parametrize("ratio", [1.0, 2.0])
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("choice", [SchemeChoice.LIGHT, SchemeChoice.DARK])
def test_a_picture_has_the_pixels_of_a_painted_row(qapp, ratio, step, choice):
    apply_scheme(qapp, choice)
    model = MadeUpModel([*rows_in_english(), *rows_in_japanese()])
    pictures, layouts = RowPictures(LayoutCache()), LayoutCache()
    size = QSize(905, step.row)
    pictures.fit(size, ratio)
    for number in range(model.rowCount()):
        row = model.row_at(number)
        for current in (False, True):
            image = QImage(size * ratio, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(ratio)
            image.fill(QColor(current_scheme().base))
            painter = QPainter(image)
            paint_row(painter, row, QRect(0, 0, 905, step.row), step, layouts, current=current)
            painter.end()
            assert pictures.paint_ahead(row, step, current=current)
            made = pictures.known(row, size, step, ratio, current=current)
            assert made is not None
            assert made.toImage().convertToFormat(image.format()) == image, row.title


def test_a_sheet_of_pictures_looks_as_if_it_were_painted(qtbot, sheet):
    for top in (0, 7, 3 * STEP.row + 11):
        sheet.verticalScrollBar().setValue(top)
        ready(qtbot, sheet)
        for row in (1, 2, 4):
            sheet.setCurrentIndex(sheet.model().index(row, 0))
            assert shown(sheet) == without_pictures(sheet), (top, row)


# Ahead of whom


def test_the_next_page_each_way_is_drawn_without_being_painted(qtbot, sheet):
    bar = sheet.verticalScrollBar()
    assert painted_rows(sheet, lambda: bar.setValue(5 * STEP.row)) == []
    ready(qtbot, sheet)
    assert painted_rows(sheet, lambda: bar.setValue(10 * STEP.row)) == []
    ready(qtbot, sheet)
    assert painted_rows(sheet, lambda: bar.setValue(5 * STEP.row)) == []
    # The other end was never near: the counting sees what is painted.
    seen = painted_rows(sheet, lambda: (bar.setValue(bar.maximum()), sheet.waiting.look()))
    assert len(seen) >= 5


def test_a_step_to_the_next_row_paints_none(qtbot, sheet):
    assert painted_rows(sheet, lambda: QTest.keyClick(sheet, Qt.Key.Key_Down)) == []
    ready(qtbot, sheet)
    assert painted_rows(sheet, lambda: QTest.keyClick(sheet, Qt.Key.Key_Up)) == []


def test_whoever_scrolls_on_and_on_comes_to_rows_that_are_painted(qtbot, sheet):
    bar, painted = sheet.verticalScrollBar(), []
    for _ in range(30):
        painted += painted_rows(sheet, lambda: bar.setValue(bar.value() + 40))
        qtbot.wait(16)
    assert painted == []


def test_what_is_not_shown_is_not_painted_ahead(qtbot, model):
    hidden = ContactSheet()
    qtbot.addWidget(hidden)
    hidden.setModel(model)
    hidden.resize(905, 600)
    with patch.object(row_pictures, "paint_row") as paint:
        qtbot.waitUntil(lambda: not hidden.ahead.busy)
        paint.assert_not_called()


def test_pictures_of_large_rows_stay_within_their_bound():
    pictures = RowPictures(LayoutCache())
    model = MadeUpModel(many_rows(40))
    size = QSize(1800, STEPS[4].row)
    pictures.fit(size, 2.0)
    for number in range(40):
        pictures.paint_ahead(model.row_at(number), STEPS[4], current=False)
    each = 4 * 2 * size.width() * 2 * size.height()
    assert 0 < pictures.most * each <= MOST_BYTES
    assert len(pictures._known) == pictures.most < 40


def test_where_rows_begin_between_pixels_none_is_kept():
    pictures = RowPictures(LayoutCache())
    pictures.fit(SIZE, 1.25)
    row = MadeUpModel(many_rows(1)).row_at(0)
    assert not pictures.paint_ahead(row, STEP, current=False)
    assert pictures.known(row, SIZE, STEP, 1.25, current=False) is None


# Never an older look


CHANGES = {
    "name": "another.png",
    "caption": "another caption",
    "size": "640 × 480",
    "marked": (("plain", Kind.MODIFIER, Weight.KNOWN),),
    "chips": (ChipData(Severity.ERROR, "another finding"),),
    "save_state": SaveState.EDITED,
    "notices": (Notice.SHARED_CAPTION,),
    "verdicts": (VerdictState.APPROVED, VerdictState.FLAGGED),
    "meters": (Meter("CLIP", 3, 75),),
    "thumbnail": lambda: picture(200, 100, 40),
    "trouble": "cannot be read",
}


@pytest.mark.parametrize("value", CHANGES)
def test_a_row_that_changed_is_painted_anew(qtbot, sheet, model, value):
    base = Row("a name.png", "a plain caption")
    model.rows[6] = base
    model.dataChanged.emit(model.index(6, 0), model.index(6, 0), [])
    ready(qtbot, sheet)
    bar = sheet.verticalScrollBar()
    assert painted_rows(sheet, lambda: bar.setValue(4 * STEP.row)) == []
    before = shown(sheet)
    changed = CHANGES[value]
    model.rows[6] = replace(base, **{value: changed() if callable(changed) else changed})
    assert painted_rows(sheet, lambda: None) == [106]
    assert shown(sheet) == without_pictures(sheet) != before


def test_a_row_that_changed_out_of_sight_is_painted_ahead_once_more(qtbot, sheet, model):
    for row in (6, 7, 8):
        model.rows[row] = replace(model.rows[row], caption="another caption")
    model.dataChanged.emit(model.index(6, 0), model.index(8, 0), [])
    ready(qtbot, sheet)
    assert painted_rows(sheet, lambda: sheet.verticalScrollBar().setValue(5 * STEP.row)) == []
    assert shown(sheet) == without_pictures(sheet)


@pytest.mark.parametrize("what", ["scheme", "text size", "language", "width", "thumbnails"])
def test_another_look_of_all_rows_is_painted_anew_and_ahead_again(qtbot, qapp, sheet, what):
    def change():
        match what:
            case "scheme":
                apply_scheme(qapp, SchemeChoice.DARK)
            case "text size":
                set_base_size(15)
                sheet.refresh_sizes()
            case "language":
                set_language("ja")
                QApplication.sendEvent(sheet, QEvent(QEvent.Type.LanguageChange))
            case "width":
                sheet.resize(760, sheet.height())
            case _:
                sheet.set_step(3)

    before = shown(sheet)
    rows = painted_rows(sheet, change)
    first, last = sheet.rows_in_sight()
    assert set(rows) == set(range(100 + first, 101 + last))
    assert shown(sheet) == without_pictures(sheet)
    assert what == "language" or shown(sheet) != before
    ready(qtbot, sheet)
    page = sheet.viewport().height()
    bar = sheet.verticalScrollBar()
    assert painted_rows(sheet, lambda: bar.setValue(bar.value() + page)) == []
    assert shown(sheet) == without_pictures(sheet)


def test_a_row_painted_before_it_is_seen_looks_as_it_will_current_or_not(sheet):
    sheet.delegate.pictures.fit(QSize(1, 1), 1.0)  # all that was painted is gone
    for row in (0, 1, 60):  # there is no row 60
        sheet.ahead.paint_now(row)
    assert painted_rows(sheet, lambda: None) == [102, 103, 104]
