"""Segments: one is chosen, by mouse and by keyboard, and telling is not choosing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.dataset.marks import Expression
from app.ui.widgets.segmented import Segmented

OPTIONS = [
    (Expression.SMILING, "Smiling"),
    (Expression.NEUTRAL, "Neutral"),
    (Expression.SAD, "Sad"),
]


@pytest.fixture
def group(qtbot):
    made = Segmented()
    qtbot.addWidget(made)
    made.set_options(OPTIONS)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def said(group):
    values = []
    group.chosen.connect(values.append)
    return values


def button(group, words):
    return next(b for b in group.findChildren(QAbstractButton) if b.text() == words)


def test_nothing_is_said_at_first(group):
    assert group.value is None
    assert button(group, "?").isChecked()
    assert button(group, "?").accessibleName() == "not said"


def test_a_click_chooses(group, said):
    QTest.mouseClick(button(group, "Sad"), Qt.MouseButton.LeftButton)
    assert said == [Expression.SAD]
    QTest.mouseClick(button(group, "?"), Qt.MouseButton.LeftButton)
    assert said == [Expression.SAD, None]
    assert group.value is None


def test_showing_a_value_is_not_choosing_it(group, said):
    group.set_value(Expression.NEUTRAL)
    assert group.value is Expression.NEUTRAL
    assert said == []


def test_an_unknown_value_is_an_error(group):
    with pytest.raises(ValueError):
        group.set_value("angry")


def test_arrows_choose_and_focus_goes_to_the_chosen_one(group, said, qtbot):
    group.set_value(Expression.SMILING)
    group.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(group, "Smiling"))
    QTest.keyClick(button(group, "Smiling"), Qt.Key.Key_Right)
    assert said == [Expression.NEUTRAL]
    assert QApplication.focusWidget() is button(group, "Neutral")


def test_choosing_moves_nothing(group):
    before = [b.geometry() for b in group.findChildren(QAbstractButton)]
    for value in (Expression.SAD, None, Expression.SMILING):
        group.set_value(value)
        QApplication.processEvents()
        assert [b.geometry() for b in group.findChildren(QAbstractButton)] == before


def test_options_can_be_said_again_in_another_language(group):
    group.set_options([(value, "語") for value, _ in OPTIONS])
    group.set_value(Expression.SAD)
    assert group.value is Expression.SAD


def test_round_corners_show_the_ground_that_the_group_stands_on(qtbot):
    place = QWidget()
    qtbot.addWidget(place)
    place.setAutoFillBackground(True)
    place.setBackgroundRole(QPalette.ColorRole.Base)
    made = Segmented(place)
    made.set_options(OPTIONS)
    place.resize(300, 60)
    place.show()
    first = made.findChildren(QAbstractButton)[0]
    corner = place.grab().toImage().pixelColor(first.mapTo(place, first.rect().topLeft()))
    assert corner == place.palette().color(QPalette.ColorRole.Base)
