"""A splitter lays its parts out anew where one asks for another size, and only there."""

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.keyed_splitter import KeyedSplitter


class Part(QWidget):
    least = 40

    def minimumSizeHint(self):
        return QSize(60, self.least)

    def sizeHint(self):
        return self.minimumSizeHint()


class Asked(QObject):
    """How often a widget was told that something in it asks for another size."""

    def __init__(self, widget):
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        self.times += event.type() is QEvent.Type.LayoutRequest
        return super().eventFilter(watched, event)


@pytest.fixture
def around(qtbot):
    made = QWidget()
    splitter = KeyedSplitter(Qt.Orientation.Vertical, made)
    splitter.setChildrenCollapsible(False)
    made.parts = [Part(), Part()]
    for part in made.parts:
        splitter.addWidget(part)
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(splitter)
    made.resize(200, 300)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    qtbot.wait(20)
    made.parts[0].updateGeometry()
    qtbot.wait(20)
    made.asked = Asked(made)
    made.splitter = splitter
    return made


def test_a_part_that_asks_for_what_it_has_is_nobodys_business(around, qtbot):
    around.parts[0].updateGeometry()
    qtbot.wait(20)
    assert around.asked.times == 0


def test_a_part_that_needs_more_room_gets_it_and_the_parents_are_told(around, qtbot):
    around.splitter.setSizes([250, 50])
    lower = around.parts[1]
    assert lower.height() < 120
    lower.least = 120
    lower.updateGeometry()
    qtbot.waitUntil(lambda: lower.height() >= 120)
    assert around.asked.times
    assert around.minimumSizeHint().height() >= 160


def test_a_least_height_that_is_given_counts_too(around, qtbot):
    around.splitter.setSizes([250, 50])
    lower = around.parts[1]
    lower.setMinimumHeight(120)
    qtbot.waitUntil(lambda: lower.height() >= 120)


def test_a_limit_that_comes_and_goes_before_anybody_heard_of_it_leaves_no_hole(around, qtbot):
    upper, lower = around.parts
    whole = upper.height() + lower.height()
    lower.setMaximumHeight(20)
    lower.setMaximumHeight(16_777_215)
    qtbot.waitUntil(lambda: upper.height() + lower.height() == whole)
    assert lower.geometry().bottom() == around.rect().bottom()


def test_a_part_that_goes_and_comes_back_at_once_has_its_handle(around, qtbot):
    splitter, lower = around.splitter, around.parts[1]
    lower.setParent(None)
    splitter.insertWidget(1, lower)
    lower.show()
    splitter.setSizes([150, 150])
    qtbot.wait(20)
    assert splitter.handle(1).isVisible()
    assert lower.geometry().top() > around.parts[0].geometry().bottom()


def test_what_changes_while_it_is_hidden_is_not_forgotten(around, qtbot):
    splitter, (upper, lower) = around.splitter, around.parts
    splitter.hide()
    upper.setMaximumHeight(60)
    splitter.show()
    qtbot.waitUntil(lambda: upper.height() <= 60)
    upper.setMaximumHeight(16_777_215)
    splitter.setSizes([200, 100])
    qtbot.waitUntil(lambda: upper.height() > 150)
    assert lower.geometry().bottom() == around.rect().bottom()


def test_a_hidden_part_leaves_its_room_and_takes_it_again(around, qtbot):
    upper, lower = around.parts
    before = upper.height()
    lower.hide()
    qtbot.waitUntil(lambda: upper.height() == around.height())
    lower.show()
    qtbot.waitUntil(lambda: upper.height() == before)
