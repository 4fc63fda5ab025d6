"""A caption that is not UTF-8: read-only until the person chose how to read it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.dataset.journal import history

JAPANESE = "夕暮れの街、やわらかな光"


def test_shift_jis_is_shown_as_such_and_converted(driver, folder):
    old = JAPANESE.encode("cp932")
    (folder / "2.txt").write_bytes(old)
    driver.open(folder)
    assert driver.text(1) is None
    driver.bench.go_to(1)
    assert driver.bench.light_table.editor.isReadOnly()
    driver.type("x", driver.bench.light_table.editor)
    assert (folder / "2.txt").read_bytes() == old, "typing never touches it"
    driver.window.acts.conversion.ask(1)
    driver.until(lambda: driver.window.acts.conversion.dialog is not None)
    dialog = driver.window.acts.conversion.dialog
    assert "Shift-JIS" in dialog.list.currentItem().text()
    QTest.mouseClick(dialog.convert, Qt.MouseButton.LeftButton)
    driver.until(lambda: driver.text(1) == JAPANESE)
    assert (folder / "2.txt").read_text(encoding="utf-8") == JAPANESE
    assert not driver.bench.light_table.editor.isReadOnly()
    kept = history(folder, "2.png")
    assert [record.before for record in kept] == [old]
