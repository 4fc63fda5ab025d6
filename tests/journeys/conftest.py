"""A real window on a copied folder, driven by real key and mouse events."""

import random
import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox
from shiboken6 import isValid

from app.images.known import measure_file
from app.paths import cache_folder, resources
from app.review.examination import THUMBNAIL_SIDE
from app.settings import STANDARD
from app.ui.background import Background
from app.ui.start import application, dress, speak
from app.ui.windows.main_window import MainWindow

SETTLED_MS = 60_000
DIALOG_MS = 5_000


def draw(path: Path, colour: str, size=(1024, 1024)):
    """A picture that no rule has anything to say about: large, sharp, and like no other."""
    chance = random.Random(path.stem)
    image = Image.new("RGB", size, colour)
    pen = ImageDraw.Draw(image)
    for _ in range(60):
        left, top = chance.randrange(size[0]), chance.randrange(size[1])
        grey = chance.randrange(60, 220)
        box = (left, top, left + chance.randrange(20, 200), top + chance.randrange(20, 200))
        pen.rectangle(box, fill=(grey, grey, grey))
    image.save(path)


@pytest.fixture(scope="session")
def three(tmp_path_factory):
    """Three pictures with captions of one style."""
    root = tmp_path_factory.mktemp("three")
    texts = {
        "1.png": "mira, a woman in a red coat stands beside a door",
        "2.png": "mira, a woman in a green dress walks along a wall",
        "10.png": "mira, a woman in a white shirt sits at a table",
    }
    for (name, text), colour in zip(texts.items(), ("#a33", "#3a3", "#33a"), strict=True):
        draw(root / name, colour)
        (root / name).with_suffix(".txt").write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="session")
def measured(tmp_path_factory, three):
    """A cache that knows the pictures of most journeys: measuring them takes longer than a journey.

    Those of the real folders are measured by the window itself.
    """
    cache = tmp_path_factory.mktemp("measured")
    for picture in (*three.glob("*.png"), *resources().joinpath("sample").rglob("*.jpg")):
        measure_file(picture, THUMBNAIL_SIDE, cache)
    return cache


@pytest.fixture(autouse=True)
def measured_before(own_home, measured):
    shutil.copytree(measured, cache_folder())


@pytest.fixture
def folder(tmp_path, three):
    """A copy of the three pictures."""
    return shutil.copytree(three, tmp_path / "set", copy_function=shutil.copyfile)


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
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=SETTLED_MS)

    def type(self, text, widget=None):
        QTest.keyClicks(widget or self.window.focusWidget(), text)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier, widget=None):
        if QApplication.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()  # a dialog that closed gives it back a moment later
            self.until(self.window.isActiveWindow)
        QTest.keyClick(widget or self.window.focusWidget() or self.window, key, modifier)

    def ctrl(self, key, widget=None):
        self.key(key, Qt.KeyboardModifier.ControlModifier, widget)

    def alt(self, key, widget=None):
        self.key(key, Qt.KeyboardModifier.AltModifier, widget)

    def click(self, widget, place=None):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or QPoint())

    def button(self, words, inside=None):
        """The visible button that says these words, once it is there."""
        found = []

        def look():
            buttons = (inside or self.window).findChildren(QAbstractButton)
            found[:] = [one for one in buttons if one.text() == words and one.isVisible()]
            return found

        self.until(look)
        return found[0]

    def editor(self, at_end=True):
        """The editor of the light table, with the focus."""
        editor = self.bench.light_table.editor
        editor.setFocus()
        if at_end:
            self.ctrl(Qt.Key.Key_End, editor)
        return editor

    def row_editor(self):
        """The editor in the current row, opened by its key."""
        sheet = self.bench.sheet
        sheet.setFocus()
        self.key(Qt.Key.Key_F2, widget=sheet)
        row = sheet.editor_of(sheet.currentIndex())
        assert row is not None
        self.ctrl(Qt.Key.Key_End, row.editor)
        return row.editor

    def role(self, number, role):
        return self.bench.entries.index_of(number).data(role)

    def names(self):
        return [self.session.name(number) for number in self.bench.entries.visible]

    def in_dialog(self, kind, act):
        """Do something in the next dialog of a kind, which its `exec` will open."""
        timer = QTimer(self.window, interval=10)

        def look():
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind) or not dialog.isActiveWindow():
                return
            timer.stop()
            # A dialog that the act leaves open would stop the test for ever.
            QTimer.singleShot(DIALOG_MS, dialog, dialog.close)
            act(dialog)

        timer.timeout.connect(look)
        timer.start()

    def drop(self, *paths):
        """Let go of files over the window."""
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(300, 300), action, content, left, none)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(
            self.window, QDropEvent(QPointF(300, 300), action, content, left, none)
        )

    def rewrite(self, path, text):
        """Another program changes a caption; the window becomes the active one again."""
        path.write_text(text, encoding="utf-8")
        self.key(Qt.Key.Key_F5)

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
    # A test that failed may leave what cannot be written: nobody is there to answer for it.
    answering = QTimer(interval=200)
    answering.timeout.connect(leave_without_it)
    answering.start()
    for driver in made:
        if isValid(driver.window):
            driver.window.close()
            driver.window.deleteLater()
    answering.stop()


def leave_without_it():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        for button in box.buttons():
            if box.buttonRole(button) is QMessageBox.ButtonRole.DestructiveRole:
                button.click()


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
