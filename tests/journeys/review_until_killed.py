"""Run by a test: reviews with real keys, says what is on screen, and waits to be killed."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from app.settings import STANDARD
from app.ui.background import Background
from app.ui.start import application, dress, speak
from app.ui.windows.main_window import MainWindow

folder, layout = Path(sys.argv[1]), sys.argv[2]


def until(condition):
    end = time.monotonic() + 120
    while not condition():
        assert time.monotonic() < end
        QTest.qWait(5)


if __name__ == "__main__":
    app = application()
    speak(app, "en")
    dress(app, STANDARD, "light")
    settings = QSettings(layout, QSettings.Format.IniFormat)
    window = MainWindow(Background(processes=1), STANDARD, settings)
    window.resize(1440, 900)
    window.show()
    window.open_folder(folder)
    until(lambda: window.session.dataset is not None)
    until(lambda: window.session.settled)
    QTest.keyClick(window, Qt.Key.Key_F5)
    review, page = window.reviewing.round, window.reviewing.page
    for _ in range(9):
        QTest.keyClick(page, Qt.Key.Key_A)
    QTest.keyClick(page, Qt.Key.Key_F)  # 10
    QTest.keyClicks(page.bottom.note, "is the light right?")
    QTest.keyClick(page.bottom.note, Qt.Key.Key_Return)
    QTest.keyClick(page, Qt.Key.Key_E)  # 11
    QTest.keyClicks(page.text.editor, ", with a small dog")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.text.editor, Qt.Key.Key_Return, control)
    for _ in range(3):
        QTest.keyClick(page, Qt.Key.Key_A)
    until(lambda: window.session.settled and not window.session.keeping.waiting)
    QTest.keyClick(page, Qt.Key.Key_E)  # 15: the kill comes while it is typed
    QTest.keyClicks(page.text.editor, ", half a sent")
    until(lambda: not window.session.saving.waiting())
    print(f"at {review.current}", flush=True)
    while True:
        QTest.qWait(100)
