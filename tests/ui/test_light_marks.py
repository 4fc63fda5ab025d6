"""Where the marks of the chart stand: pictures while they are few, one picture of dots after."""

import pytest
from PySide6.QtCore import QSize

from app.lint.rule import Severity
from app.review.scatter import MOST_PICTURES
from app.ui.models.light_points import Across, LightPoint
from app.ui.scheme import LIGHT
from app.ui.widgets.light_marks import CELL, DOT, lay_out

PLOT = QSize(800, 500)


def points(count, severity=None):
    return tuple(
        LightPoint(n, (n * 37 % 80) - 40, n * 13 % 90, n * 7 % 101, 0.1, 1.5, severity)
        for n in range(count)
    )


def laid(found, across=Across.WARMTH):
    return lay_out(found, across, (-40, 40), PLOT, ((DOT, DOT),), (LIGHT, 1.0))


@pytest.mark.parametrize("count", [1, MOST_PICTURES, MOST_PICTURES + 1, 5000])
def test_every_mark_is_found_in_the_part_of_the_plot_where_it_stands(count):
    found = points(count)
    result = laid(found)
    assert set(result.places) == set(range(count))
    there = {point.entry: cell for cell, inside in result.cells.items() for point in inside}
    for entry, placed in result.places.items():
        assert there[entry] == (int(placed.x // CELL), int(placed.y // CELL))
    assert (result.dots is not None) == (count > MOST_PICTURES)


def test_dots_stand_where_they_were_measured_and_those_with_a_finding_differ():
    found = points(MOST_PICTURES + 50)
    plain, flagged = laid(found).dots, laid(points(MOST_PICTURES + 50, Severity.WARNING)).dots
    middle = laid(found).places[30]
    x, y = round(middle.x) + DOT, round(middle.y) + DOT
    assert plain.pixelColor(x, y).name() == LIGHT.text2.lower()
    assert flagged.pixelColor(x, y).name() == LIGHT.warning.lower()
    assert plain.pixelColor(x + DOT // 2 - 1, y + DOT // 2 - 1).alpha() < 255
    assert flagged.pixelColor(x + DOT // 2 - 1, y + DOT // 2 - 1).alpha() == 255


def test_the_axis_may_say_another_thing():
    found = points(20)
    by_warmth, by_colour = laid(found), laid(found, Across.COLOUR)
    assert by_warmth.places[3].true_x != by_colour.places[3].true_x
    assert by_warmth.places[3].true_y == by_colour.places[3].true_y
