"""Where the marks of the chart of light stand, and a picture of thousands of dots."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from app.review.scatter import MOST_PICTURES, Mark, Placed, spread
from app.ui.models.light_points import Across, LightPoint
from app.ui.scheme import SEVERITY_ICONS, Scheme, scaled

DOT = 8
CELL = 48
"""Side of the parts of the plot in which a pointer looks for marks; none is larger."""
AT_ONCE = 250
"""Dots that are painted in one call."""
Cells = dict[tuple[int, int], list[LightPoint]]
"""The points by column and row."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The marks of a chart, ready to be painted."""

    places: dict[int, Placed]
    cells: Cells
    """Which of them stand in which part of the plot."""
    dots: QImage | None
    """All of them at once, where there are too many for pictures."""


def lay_out(
    points: Sequence[LightPoint],
    across: Across,
    ends: tuple[int, int],
    plot: QSize,
    sizes: Sequence[tuple[float, float]],
    look: tuple[Scheme, float],
) -> LaidOut:
    """For a thread: thousands of marks take a tenth of a second.

    `ends` are those of the horizontal axis; `look` the scheme and the device's pixel ratio.
    """
    low, high = ends
    marks = [
        Mark(
            point.entry,
            (point.at(across) - low) / (high - low) * plot.width(),
            (1 - point.lightness / 100) * plot.height(),
            *size,
        )
        for point, size in zip(points, itertools.cycle(sizes), strict=False)
    ]
    many = len(marks) > MOST_PICTURES
    if many:
        found = tuple(Placed(one.entry, one.x, one.y, one.x, one.y) for one in marks)
    else:
        found = spread(marks, plot.width(), plot.height())
    cells: Cells = {}
    for point, one in zip(points, found, strict=True):
        cells.setdefault((int(one.x // CELL), int(one.y // CELL)), []).append(point)
    places = {one.entry: one for one in found}
    return LaidOut(places, cells, _dots(points, places, plot, look) if many else None)


def _dots(
    points: Sequence[LightPoint],
    places: dict[int, Placed],
    plot: QSize,
    look: tuple[Scheme, float],
) -> QImage:
    """Those with a finding are squares, in the colour of its severity."""
    scheme, ratio = look
    image = QImage(
        (plot + QSize(2 * DOT, 2 * DOT)) * ratio, QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    kinds: dict[str, list[QPointF]] = {}
    for point in points:
        placed = places[point.entry]
        token = SEVERITY_ICONS[point.severity][1] if point.severity is not None else "text2"
        kinds.setdefault(token, []).append(QPointF(placed.x + DOT, placed.y + DOT))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for token, found in sorted(kinds.items(), key=lambda kind: kind[0] != "text2"):
        plain = token == "text2"
        pen = QPen(scheme.colour(token), scaled(DOT) * (0.6 if plain else 1))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if plain else Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        for few in _few(found):
            painter.drawPoints(few)
    painter.end()
    return image


def _few(points: list[QPointF]) -> Iterator[list[QPointF]]:
    """The window's thread gets its turn between two of them."""
    for start in range(0, len(points), AT_ONCE):
        yield points[start : start + AT_ONCE]
