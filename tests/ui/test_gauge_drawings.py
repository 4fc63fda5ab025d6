"""The gauges of the Dataset tab: names under the bar of counts, listed buckets, and signs."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.export.bucket_tally import BucketShare
from app.ui.scheme import DARK, LIGHT, scaled, set_base_size, set_language
from app.ui.widgets.gauge_drawings import COUNT, LISTED, SIZES, Figures, zone_names, zone_span
from app.ui.widgets.light_view import DISC, paint_badge


@pytest.fixture(params=[11, 13, 20])
def size(request, qapp):
    set_base_size(request.param)
    yield request.param
    set_base_size(13)


@pytest.mark.parametrize("width", [200, 318, 466, 900])
def test_every_name_stands_under_the_middle_of_its_own_zone_and_apart_from_others(size, width):
    names = sorted(zone_names(width), key=lambda name: name.left)
    assert names
    for name in names:
        begin, end = zone_span(name.zone, width)
        assert begin <= name.left + name.width / 2 <= end
        assert name.left >= 0
        assert name.left + name.width <= width
    for one, other in pairwise(names):
        assert one.left + one.width + scaled(8) <= other.left
        assert one.zone < other.zone


def test_at_the_width_of_the_design_the_zones_that_matter_are_named(qapp):
    assert {3, 4, 6, 1} <= {name.zone for name in zone_names(466)}
    assert 3 in {name.zone for name in zone_names(220)}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("count", [0, 3, 14, 15, 33, 60, 900])
def test_the_count_is_marked_inside_its_zone(qapp, language, count):
    set_language(language)
    try:
        image = QImage(466, COUNT.height(Figures(count)), QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.window))
        painter = QPainter(image)
        COUNT.paint(painter, image.size(), Figures(count), LIGHT)
        painter.end()
    finally:
        set_language("en")
    above = scaled(24) - 2  # just above the bar: the mark stands out, the bands do not
    marked = [x for x in range(466) if image.pixelColor(x, above) == QColor(LIGHT.text)]
    zone = next(n for n, high in enumerate((4, 10, 14, 25, 50, 59, 10_000)) if count <= high)
    begin, end = zone_span(zone, 466)
    assert marked
    assert begin - 1 <= min(marked)
    assert max(marked) <= end


def test_one_bucket_too_many_is_listed_and_not_counted(qapp):
    def figures(count):
        return Figures(
            9, tuple(BucketShare((64 * n, 512), 2, 0.0, 1.0) for n in range(1, count + 1))
        )

    lines = [SIZES.height(figures(count)) // scaled(24) for count in (1, LISTED, LISTED + 1, 30)]
    assert lines == [1, LISTED, LISTED + 1, LISTED + 1]


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["warning", "error", "hint"])
def test_a_sign_lies_inside_its_disc(qapp, scheme, name):
    """Nothing of the picture shows between the corners of a triangle and the disc behind it."""
    image = QImage(QSize(60, 60), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_badge(painter, name, scheme.error, QPointF(30, 30), scheme)
    painter.end()
    radius = scaled(DISC) / 2
    base, ground = QColor(scheme.base), QColor(Qt.GlobalColor.magenta)
    for x in range(60):
        for y in range(60):
            away = ((x + 0.5 - 30) ** 2 + (y + 0.5 - 30) ** 2) ** 0.5
            if away > radius + 1:
                assert image.pixelColor(x, y) == ground
            elif radius - 1.5 < away < radius - 1 and name != "error":
                assert image.pixelColor(x, y) == base
