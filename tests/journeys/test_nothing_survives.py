"""After the window closed nothing of it is left: no process, thread, timer or widget."""

import multiprocessing
import threading

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from app.ui.in_turn import InTurn


def test_nothing_survives_a_closed_window(make_driver, folder):
    threads = set(threading.enumerate())
    widgets = set(QApplication.topLevelWidgets())
    driver = make_driver()
    driver.open(folder)
    driver.type(", at noon", driver.editor())
    assert multiprocessing.active_children()
    driver.window.close()
    assert multiprocessing.active_children() == []
    assert set(threading.enumerate()) <= threads
    timers = (*driver.window.findChildren(QTimer), *driver.window.findChildren(InTurn))
    assert [one for one in timers if one.isActive()] == []
    assert [w for w in set(QApplication.topLevelWidgets()) - widgets if w.isVisible()] == []
    driver.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept = set(QApplication.topLevelWidgets()) - widgets
    assert [type(widget).__name__ for widget in kept] == []
    assert (folder / "1.txt").read_text(encoding="utf-8").endswith(", at noon")


def test_a_window_closed_while_it_reads_leaves_nothing_either(make_driver, folder):
    threads = set(threading.enumerate())
    driver = make_driver()
    driver.window.open_folder(folder)
    driver.until(lambda: driver.session.dataset is not None)
    driver.window.close()
    assert multiprocessing.active_children() == []
    assert set(threading.enumerate()) <= threads
    timers = (*driver.window.findChildren(QTimer), *driver.window.findChildren(InTurn))
    assert [one for one in timers if one.isActive()] == []
