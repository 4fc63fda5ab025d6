"""Where the encoder stops reading is marked in the editors, and moves with every key."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.dataset.choices import Preset

LONG = ", ".join(f"red coat number {n}" for n in range(30))


def end_of(editor):
    return editor._window_end


def test_the_end_is_marked_and_follows_the_text(driver, folder):
    driver.open(folder)
    session, editor = driver.session, driver.bench.light_table.editor
    session.choose(replace(session.dataset.choices, preset=Preset.SDXL), "preset")
    driver.bench.go_to(0)
    assert end_of(editor) is None
    session.edit(0, LONG)
    driver.settle()
    first = end_of(editor)
    assert first is not None
    assert 0 < first.position < len(LONG)
    assert "CLIP" in first.words
    driver.editor(at_end=False)
    driver.ctrl(Qt.Key.Key_Home, editor)
    driver.type("wonderful ", editor)
    assert end_of(editor).position != first.position
    session.choose(replace(session.dataset.choices, preset=Preset.FLUX), "preset")
    assert end_of(editor) is None, "of Flux, CLIP is only pooled and T5 reads all of it"


def test_the_row_editor_marks_it_and_says_what_it_is(driver, folder):
    driver.open(folder)
    session = driver.session
    session.choose(replace(session.dataset.choices, preset=Preset.SDXL), "preset")
    session.edit(0, LONG)
    driver.settle()
    driver.bench.go_to(0)
    editor = driver.row_editor()
    assert end_of(editor) is not None
    table = driver.bench.light_table.editor
    table.go_to(end_of(table).position)
    QTest.qWait(50)
    place = table._end_place.center().toPoint()
    assert table._end_place.isValid()
    where = table.viewport().mapToGlobal(place)
    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, where))
    assert QToolTip.text() == end_of(table).words
    QToolTip.hideText()
    far = QPoint(0, 0) if place.x() > 40 else QPoint(200, 0)
    assert not table._end_place.contains(far)
