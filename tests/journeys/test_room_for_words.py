"""No word is cut off: in English, in Japanese, and in languages that take more room than both."""

import shutil

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QTabBar,
    QWidget,
)

from app.paths import resources
from app.ui.start import speak
from app.ui.windows.export_dialog import ExportDialog

ARROW = 24
"""What a combo box needs beside its words."""


class Wordy(QTranslator):
    """A language whose texts are all two fifths longer than the English ones."""

    def isEmpty(self):
        return False

    def translate(self, context, text, comment=None, n=-1):
        if context not in ("ui", "message"):
            return None
        count = "" if n is None or n < 0 else str(n)
        return text.replace("%n", count) + "~" * max(2, len(text) * 2 // 5)


class WordyJapanese(QTranslator):
    """Japanese whose texts are all three tenths longer, without a blank at which to break."""

    def __init__(self):
        super().__init__()
        self._japanese = QTranslator()
        assert self._japanese.load(str(resources() / "i18n" / "proofsheet_ja.qm"))

    def isEmpty(self):
        return False

    def translate(self, context, text, comment=None, n=-1):
        found = self._japanese.translate(context, text, comment, n)
        return found + "仮" * max(1, round(len(found) * 0.3)) if found else None


@pytest.fixture
def speaks(qapp):
    """Switches the language; English comes back at the end."""
    above = {"wordy": ("en", Wordy()), "wordy-ja": ("ja", WordyJapanese())}

    def switch(language):
        below, longer = above.get(language, (language, None))
        speak(qapp, below)
        if longer is not None:
            qapp.installTranslator(longer)

    yield switch
    for _, longer in above.values():
        qapp.removeTranslator(longer)
    speak(qapp, "en")


def cut_off(root: QWidget) -> list[str]:
    """The visible words of a window that have less room than they need."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and (short := shortage(widget, root)):
            text = getattr(widget, "text", getattr(widget, "currentText", str))()
            found.append(f"{type(widget).__name__} {text[:60]!r}: {short}")
    return sorted(set(found))


def shortage(widget: QWidget, root: QWidget) -> str:
    """What a widget lacks to show its words, or nothing."""
    measure = widget.fontMetrics().horizontalAdvance
    if isinstance(widget, QLabel) and widget.textFormat() is Qt.TextFormat.PlainText:
        if widget.wordWrap():
            lacks = widget.heightForWidth(widget.width()) - widget.height()
            return f"{lacks} px of height" if lacks > 1 else hidden(widget, root)
        widest = max(measure(line) for line in widget.text().split("\n"))
        lacks = widest - widget.contentsRect().width()
    elif isinstance(widget, QAbstractButton) and widget.text():
        lacks = widget.sizeHint().width() - widget.width()
        if widget.text() == widget.toolTip():
            lacks = 0  # it quotes words of a caption, and all of them are in its tool tip
    elif isinstance(widget, QComboBox):
        lacks = measure(widget.currentText()) + ARROW - widget.width()
    elif isinstance(widget, QTabBar):
        lacks = widget.minimumSizeHint().width() - widget.width()
    else:
        return ""
    return f"{lacks} px of width" if lacks > 1 else hidden(widget, root)


def hidden(widget: QWidget, root: QWidget) -> str:
    """How much of a widget lies to the right of the scrolled area that holds it."""
    area = widget.parentWidget()
    while area is not None and area is not root and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    if not isinstance(area, QAbstractScrollArea):
        return ""
    edge = widget.mapTo(area.viewport(), QPoint(widget.width(), 0)).x()
    lacks = edge - area.viewport().width()
    return f"{lacks} px beyond the edge" if lacks > 1 else ""


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)], ids=["wide", "narrow"])
@pytest.mark.parametrize("language", ["en", "ja", "wordy", "wordy-ja"])
def test_every_word_has_room(driver, speaks, tmp_path, language, size):
    speaks(language)
    driver.window.resize(*size)
    QApplication.processEvents()
    assert cut_off(driver.window) == []

    sample = tmp_path / "sample"
    shutil.copytree(resources() / "sample", sample)
    driver.open(sample)
    for entry in range(len(driver.session.dataset.entries)):
        driver.bench.go_to(entry)
        driver.settle()
        QApplication.processEvents()  # what was measured meanwhile lays itself out
        assert cut_off(driver.window) == [], driver.session.name(entry)
    for tab in range(driver.bench.desk.count()):
        driver.bench.desk.setCurrentIndex(tab)
        driver.settle()
        QApplication.processEvents()  # a tab that is shown for the first time lays itself out
        assert cut_off(driver.window) == [], driver.bench.desk.tabText(tab)

    dialog = ExportDialog(driver.session, driver.window.layout_store, driver.window)
    dialog.show()
    driver.settle()
    assert cut_off(dialog) == []
    dialog.close()
