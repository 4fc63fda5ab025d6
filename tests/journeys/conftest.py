"""A real window on a copied folder, driven by real key and mouse events."""

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from app.settings import STANDARD
from app.ui.background import Background
from app.ui.start import application, dress, speak
from app.ui.windows.main_window import MainWindow

SETTLED_MS = 60_000


def draw(path: Path, colour: str, size=(96, 128)):
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).ellipse((20, 20, 70, 90), fill="white")
    image.save(path)


@pytest.fixture
def folder(tmp_path):
    """Three pictures with captions of one style."""
    root = tmp_path / "set"
    root.mkdir()
    texts = {
        "1.png": "mira, a woman in a red coat stands beside a door",
        "2.png": "mira, a woman in a green dress walks along a wall",
        "10.png": "mira, a woman in a white shirt sits at a table",
    }
    for (name, text), colour in zip(texts.items(), ("#a33", "#3a3", "#33a"), strict=True):
        draw(root / name, colour)
        (root / name).with_suffix(".txt").write_text(text, encoding="utf-8")
    return root


class Driver:
    """The window and the few gestures that journeys need."""

    def __init__(self, qtbot, window):
        self.qtbot = qtbot
        self.window = window

    @property
    def bench(self):
        return self.window.workbench

    @property
    def session(self):
        return self.window.session

    def open(self, folder):
        self.window.open_folder(folder)
        self.until(lambda: self.session.dataset is not None)
        self.settle()

    def settle(self):
        self.until(lambda: self.session.settled)

    def until(self, condition):
        self.qtbot.waitUntil(condition, timeout=SETTLED_MS)

    def type(self, text, widget=None):
        QTest.keyClicks(widget or self.window.focusWidget(), text)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier, widget=None):
        QTest.keyClick(widget or self.window.focusWidget() or self.window, key, modifier)

    def ctrl(self, key, widget=None):
        self.key(key, Qt.KeyboardModifier.ControlModifier, widget)

    def text(self, number):
        return self.session.entry(number).text

    def rules(self, number):
        return [f.rule for f in self.session.lint.entry_findings(number) if not f.dismissed]


@pytest.fixture
def make_driver(qtbot, tmp_path):
    """Opens windows one after the other; each is closed, and nothing of it may survive."""
    made = []

    def make():
        app = application()
        speak(app, "en")
        dress(app, STANDARD, "light")
        background = Background(processes=1)
        layout = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(background, STANDARD, layout)
        window.resize(1440, 900)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        driver = Driver(qtbot, window)
        made.append(driver)
        return driver

    yield make
    for driver in made:
        driver.window.close()
        driver.window.deleteLater()


@pytest.fixture
def driver(make_driver):
    return make_driver()


@pytest.fixture
def copied(tmp_path, shared):
    """A copy of one of the real folders."""

    def copy(name):
        target = tmp_path / name
        shutil.copytree(shared / "folders" / name, target)
        return target

    return copy
