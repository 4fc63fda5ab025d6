"""The program makes a mistake: it says so, keeps what was typed, and goes on."""

import faulthandler
import logging
import os
import subprocess
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from app import __main__ as command
from app.paths import state_folder
from app.ui.start import catch_faults
from app.ui.widgets.labels import Label
from app.ui.windows.dialogs import Dialog

# The file of faulthandler closes when the tests switch it off, and says so.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

ROOT = Path(__file__).resolve().parents[2]
FAULT = "the bug with <img src='file:///etc/passwd'> in it"


@pytest.fixture
def hooked(driver, folder, monkeypatch):
    """A window whose F9 falls over, with the hooks and the log of the real program."""
    for module in (sys, threading):
        monkeypatch.setattr(module, "excepthook", module.excepthook)  # and back in the end
    was_on = faulthandler.is_enabled()
    handler = command._log_file()
    root = logging.getLogger()
    root.addHandler(handler)
    driver.open(folder)
    for slow in (driver.session.saving._pause, driver.session.history._tick):
        slow.setInterval(600_000)  # nothing is written by itself
    catch_faults(driver.window)

    def fall():
        raise RuntimeError(FAULT)

    QShortcut(QKeySequence("F9"), driver.window).activated.connect(fall)
    yield driver
    driver.session.saving._pause.setInterval(0)
    driver.session.saving.flush()
    root.removeHandler(handler)
    handler.close()
    faulthandler.disable()
    if was_on:
        faulthandler.enable(sys.__stderr__)


def dialogs(driver):
    return [one for one in driver.window.findChildren(Dialog) if one.isVisible()]


def test_a_fault_in_a_slot(hooked, folder):
    """Row 47."""
    driver = hooked
    driver.type(", typed", driver.editor())
    assert not (folder / "1.txt").read_text(encoding="utf-8").endswith("typed")
    driver.key(Qt.Key.Key_F9)
    (dialog,) = dialogs(driver)
    driver.until(lambda: (folder / "1.txt").read_text(encoding="utf-8").endswith("typed"))
    (details,) = dialog.findChildren(QPlainTextEdit)
    assert FAULT in details.toPlainText()
    assert "Traceback" in details.toPlainText()
    said = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "goes on" in said
    assert "Traceback" not in said
    driver.click(driver.button("Copy details", dialog))
    assert FAULT in QGuiApplication.clipboard().text()
    log = (state_folder() / "proofsheet.log").read_text(encoding="utf-8")
    assert FAULT in log
    assert "Traceback" in log

    driver.key(Qt.Key.Key_F9)
    assert dialogs(driver) == [dialog], "a fault that repeats piles up no windows"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialogs(driver) == []

    driver.until(lambda: not driver.session.entry(0).unsaved)
    driver.type(" on", driver.editor())
    driver.session.saving.flush()
    driver.until(lambda: (folder / "1.txt").read_text(encoding="utf-8").endswith("typed on"))
    driver.key(Qt.Key.Key_F9)
    (again,) = dialogs(driver)
    again.close()


def test_a_fault_where_the_rescue_falls_over_too(hooked, folder, monkeypatch):
    """Row 47."""
    driver = hooked
    driver.type(", typed", driver.editor())

    def broken():
        raise AssertionError("the history is broken")

    with monkeypatch.context() as patch:
        patch.setattr(driver.session.history, "flush", broken)
        driver.key(Qt.Key.Key_F9)
    driver.until(lambda: (folder / "1.txt").read_text(encoding="utf-8").endswith("typed"))
    (dialog,) = dialogs(driver)
    dialog.close()
    log = (state_folder() / "proofsheet.log").read_text(encoding="utf-8")
    assert "the history is broken" in log


def test_a_fault_in_a_thread_is_in_the_log(hooked):
    """Row 47."""

    def fall():
        raise RuntimeError(FAULT)

    thread = threading.Thread(target=fall, name="lane")
    thread.start()
    thread.join()
    log = (state_folder() / "proofsheet.log").read_text(encoding="utf-8")
    assert "thread lane" in log
    assert FAULT in log


def test_the_log_is_bounded(own_home):
    """Row 47."""
    handler = command._log_file()
    try:
        assert isinstance(handler, RotatingFileHandler)
        assert faulthandler.is_enabled()
        for _ in range(6000):
            handler.handle(logging.LogRecord("app", 40, "", 0, "x" * 500, (), None))
        logs = list(state_folder().glob("proofsheet.log*"))
        assert 2 <= len(logs) <= 4
        assert sum(path.stat().st_size for path in logs) < 3_000_000
    finally:
        handler.close()
        faulthandler.disable()


CRASH = """
import ctypes, sys
from app import __main__ as command
command._log_file()
ctypes.string_at(0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_crash_below_python_leaves_its_trace(own_home):
    """Row 47."""
    done = subprocess.run(
        [sys.executable, "-c", CRASH], cwd=ROOT, env=os.environ, capture_output=True, check=False
    )
    assert done.returncode < 0
    (trace,) = own_home.rglob("crash.log")
    text = trace.read_text(encoding="utf-8")
    assert "Segmentation fault" in text
    assert "string_at" in text
