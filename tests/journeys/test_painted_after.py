"""A letter is painted at once; what follows from it in a turn of its own, before other work."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


class Paintings(QObject):
    """When a widget is painted."""

    def __init__(self, widget, done):
        super().__init__(widget)
        self.done = done
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.done.append("painted")
        return False


def test_a_letter_is_painted_at_once_and_what_follows_in_a_turn_of_its_own(driver, folder):
    driver.open(folder)
    driver.settle()
    table, painting = driver.bench.light_table, driver.window.painting
    editor, later = table.editor, table.later
    editor.setFocus()
    driver.until(lambda: not (later.busy or painting.busy))
    done = []
    Paintings(editor.viewport(), done)
    QTest.keyClicks(editor, "a")
    assert done == ["painted"]
    assert not painting.busy, "nothing else waits to be painted yet"


def test_a_step_is_painted_once_and_before_what_follows_from_it(driver, folder):
    driver.open(folder)
    driver.settle()
    table, painting = driver.bench.light_table, driver.window.painting
    driver.until(lambda: not (table.later.busy or painting.busy))
    done = []
    Paintings(table.editor.viewport(), done)
    QTest.keyClick(driver.bench.sheet, Qt.Key.Key_Down)
    assert done == [], "the key itself paints nothing"
    table.later.put(lambda: done.append("piece"))
    QApplication.sendPostedEvents(driver.window, QEvent.Type.UpdateRequest.value)
    driver.until(lambda: "piece" in done)
    assert done[0] == "painted"
