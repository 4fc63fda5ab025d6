"""Editing captions: in the row, on the light table, undo across entries, saved by itself."""

from PySide6.QtCore import Qt


def test_rows_appear_in_natural_order(driver, folder):
    driver.open(folder)
    names = [driver.session.name(n) for n in driver.bench.entries.visible]
    assert names == ["1.png", "2.png", "10.png"]


def test_edit_on_the_light_table_is_saved_by_itself(driver, folder):
    driver.open(folder)
    editor = driver.bench.light_table.editor
    editor.setFocus()
    driver.ctrl(Qt.Key.Key_End, editor)
    driver.type(", at noon", editor)
    assert driver.text(0).endswith("a door, at noon")
    driver.until(lambda: (folder / "1.txt").read_text(encoding="utf-8").endswith("at noon"))
    driver.settle()
    assert not driver.session.entry(0).unsaved


def test_edit_in_the_row(driver, folder):
    driver.open(folder)
    sheet = driver.bench.sheet
    sheet.setFocus()
    driver.key(Qt.Key.Key_F2, widget=sheet)
    row = sheet.editor_of(sheet.currentIndex())
    assert row is not None
    driver.ctrl(Qt.Key.Key_End, row.editor)
    driver.type(" in rain", row.editor)
    driver.key(Qt.Key.Key_Return, widget=row.editor)
    driver.until(lambda: driver.bench.current == 1)
    assert driver.text(0).endswith("a door in rain")
    driver.settle()
    assert (folder / "1.txt").read_text(encoding="utf-8").endswith("a door in rain")


def test_undo_goes_across_entries_and_shows_where(driver, folder):
    driver.open(folder)
    editor = driver.bench.light_table.editor
    editor.setFocus()
    driver.ctrl(Qt.Key.Key_End, editor)
    driver.type("X", editor)
    driver.ctrl(Qt.Key.Key_Down, editor)
    assert driver.bench.current == 1
    driver.ctrl(Qt.Key.Key_End, editor)
    driver.type("Y", editor)
    driver.ctrl(Qt.Key.Key_Z, editor)
    assert driver.text(1).endswith("wall")
    assert driver.text(0).endswith("doorX")
    driver.ctrl(Qt.Key.Key_Z, editor)
    assert driver.text(0).endswith("door")
    assert driver.bench.current == 0
    assert not driver.session.entry(0).unsaved


def test_a_caption_nobody_edited_is_never_written(driver, folder):
    before = {path: path.stat().st_mtime_ns for path in folder.glob("*.txt")}
    driver.open(folder)
    for _ in range(3):
        driver.ctrl(Qt.Key.Key_Down)
    driver.window.close()
    assert {path: path.stat().st_mtime_ns for path in folder.glob("*.txt")} == before
