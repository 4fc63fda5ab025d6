"""Scrolling: what comes into sight is there already, picture and all."""

import shutil
from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.models.roles import Role
from app.ui.widgets import caption_delegate
from app.ui.widgets.row_painter import paint_row

COUNT = 40


def opened(driver, folder):
    """A folder of many rows, at rest."""
    for number in range(4, COUNT + 1):
        for ending in ("png", "txt"):
            shutil.copyfile(folder / f"1.{ending}", folder / f"{number}.{ending}")
    driver.open(folder)
    sheet = driver.bench.sheet
    rest(driver, sheet)
    return sheet


def near(sheet):
    """The rows in sight, and a page each way."""
    first, last = sheet.rows_in_sight()
    page = last - first + 1
    return range(max(first - page, 0), min(last + page, sheet.model().rowCount() - 1) + 1)


def rest(driver, sheet):
    def done():
        told = not driver.bench.entries._gather.isActive()  # rows change before they say so
        return told and all(thumbnails(driver, near(sheet))) and not sheet.ahead.busy

    driver.settle()
    driver.until(done)


def a_notch(sheet):
    place = QPointF(sheet.viewport().rect().center())
    event = QWheelEvent(
        place,
        sheet.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(sheet.viewport(), event)


def painted_meanwhile(driver, sheet, act):
    """How many rows had to be painted before what was done could be seen."""
    painted = []

    def note(painter, row, *others, **also):
        painted.append(row.title)
        paint_row(painter, row, *others, **also)

    with patch.object(caption_delegate, "paint_row", note):
        before = sheet.rows_in_sight()
        act()
        QApplication.sendPostedEvents(driver.window, QEvent.Type.UpdateRequest.value)
        driver.until(lambda: not driver.window.painting.busy)
        assert sheet.rows_in_sight() != before
    rest(driver, sheet)
    return painted


def thumbnails(driver, rows):
    entries = driver.bench.entries
    return [entries.index(row, 0).data(Role.THUMBNAIL) is not None for row in rows]


def test_thumbnails_of_the_next_page_are_read_before_it_is_seen(driver, folder):
    sheet = opened(driver, folder)
    assert near(sheet).stop < sheet.model().rowCount()
    driver.until(lambda: all(thumbnails(driver, near(sheet))))
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())
    assert near(sheet).start > 0
    driver.until(lambda: all(thumbnails(driver, near(sheet))))


def test_a_turn_of_the_wheel_and_a_step_down_paint_no_row(driver, folder):
    sheet = opened(driver, folder)
    for _ in range(4):
        assert painted_meanwhile(driver, sheet, lambda: a_notch(sheet)) == []
    sheet.setFocus()
    _, last = sheet.rows_in_sight()
    sheet.setCurrentIndex(sheet.model().index(last - 1, 0))
    rest(driver, sheet)
    down = painted_meanwhile(driver, sheet, lambda: QTest.keyClick(sheet, Qt.Key.Key_Down))
    assert down == []
    # Far away nothing is painted ahead: the counting sees what is painted.
    assert painted_meanwhile(driver, sheet, sheet.scrollToBottom) != []
