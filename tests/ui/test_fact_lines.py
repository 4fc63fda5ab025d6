"""Facts are painted by one widget: every value has its room and its own tool tip."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from app.images.facts import Fact
from app.messages import msg
from app.ui.scheme import interface_font
from app.ui.widgets import fact_lines
from app.ui.widgets.fact_lines import FactLines

FACTS = (
    Fact(msg("Face"), msg("one, 300 px wide")),
    Fact(
        msg("Colour"),
        msg("unknown: colourfulness 33; muted is below 12, vivid from 60"),
        msg("Muted below 12."),
        known=False,
    ),
    Fact(msg("Light"), msg("bright"), msg("Bright above 70.")),
)


@pytest.fixture
def lines(qtbot):
    made = FactLines()
    qtbot.addWidget(made)
    made.show_facts(FACTS)
    return made


@pytest.mark.parametrize("width", [150, 260, 600])
def test_a_value_takes_the_lines_that_a_label_would_take(lines, qtbot, width):
    lines.resize(width, lines.heightForWidth(width))
    places = lines.value_places()
    for fact, place in zip(lines.shown, places, strict=True):
        label = QLabel(fact.value)
        qtbot.addWidget(label)
        label.setWordWrap(True)
        label.setFont(interface_font(size=12, numbers=True))
        assert place.height() == max(label.heightForWidth(place.width()), 16)
    assert places[-1].bottom() + 1 == lines.height()
    assert all(one.bottom() < two.top() for one, two in pairwise(places))


def test_each_value_says_its_own_grounds(lines, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda *rest: said.append(rest[1]))
    lines.resize(260, lines.heightForWidth(260))
    for place in lines.value_places():
        at = place.center()
        event = QHelpEvent(QEvent.Type.ToolTip, at, lines.mapToGlobal(at))
        QApplication.sendEvent(lines, event)
    assert said == ["Muted below 12.", "Bright above 70."]


def test_what_is_painted_is_said_to_those_who_cannot_see_it(lines):
    assert lines.accessibleName().splitlines()[0] == "Face: one, 300 px wide"
    assert lines.accessibleDescription().splitlines() == ["Muted below 12.", "Bright above 70."]


def test_every_line_is_painted_in_its_place(lines):
    lines.resize(260, lines.heightForWidth(260))
    image = lines.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    for place in lines.value_places():
        inked = (
            image.pixelColor(QPoint(x, y)) != ground
            for x in range(place.left(), place.right())
            for y in range(place.top(), place.bottom())
        )
        assert any(inked)


def test_a_place_that_is_painted_again_has_the_same_pixels(lines, monkeypatch):
    def unstamped(painter, room, scheme, ground, look, paint, kept=None):
        paint(painter, room)

    lines.resize(260, lines.heightForWidth(260))
    stamped = [lines.grab().toImage() for _ in range(2)]
    monkeypatch.setattr(fact_lines, "stamp", unstamped)
    anew = lines.grab().toImage()
    assert stamped == [anew, anew]


def test_other_facts_have_other_heights(lines):
    high = lines.heightForWidth(150)
    lines.show_facts(FACTS[:1])
    low = lines.heightForWidth(150)
    lines.show_facts(FACTS)
    assert low < high == lines.heightForWidth(150)
