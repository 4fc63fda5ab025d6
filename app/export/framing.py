"""The part of a picture that fits a target shape: the person's frame, else one that keeps faces."""

import math
from collections.abc import Sequence

from app.dataset.marks import Crop
from app.images.evidence import Face

Size = tuple[int, int]


def frame(size: Size, target: Size, faces: Sequence[Face] = (), chosen: Crop | None = None) -> Crop:
    """The largest part of an upright picture of `size` with the shape of `target`.

    Centred, moved so that faces stay inside where they fit. Inside `chosen`, if the person set a
    frame.
    """
    area = inside(chosen, size) if chosen is not None else Crop(0, 0, *size)
    width, height = _largest((area.width, area.height), target)
    left = area.left + (area.width - width) // 2
    top = area.top + (area.height - height) // 2
    if faces and chosen is None:
        left = _moved(left, width, size[0], [(f.x, f.x + f.width) for f in faces])
        top = _moved(top, height, size[1], [(f.y, f.y + f.height) for f in faces])
    return Crop(left, top, width, height)


def nearest(size: Size, targets: Sequence[Size]) -> Size:
    """The target whose shape is nearest to the picture's, then the one nearest in area."""

    def distance(target: Size) -> tuple[float, float]:
        ratio = math.log(size[0] / size[1]) - math.log(target[0] / target[1])
        area = math.log(size[0] * size[1]) - math.log(target[0] * target[1])
        return round(abs(ratio), 9), abs(area)

    return min(targets, key=distance)


def inside(crop: Crop, size: Size) -> Crop:
    """The frame cut to the picture, at least one pixel of it."""
    left = min(max(0, crop.left), size[0] - 1)
    top = min(max(0, crop.top), size[1] - 1)
    right = min(max(left + 1, crop.left + crop.width), size[0])
    bottom = min(max(top + 1, crop.top + crop.height), size[1])
    return Crop(left, top, right - left, bottom - top)


def _largest(area: Size, target: Size) -> Size:
    if area[0] * target[1] > area[1] * target[0]:
        return max(1, round(area[1] * target[0] / target[1])), area[1]
    return area[0], max(1, round(area[0] * target[1] / target[0]))


def _moved(start: int, length: int, whole: int, spans: Sequence[tuple[int, int]]) -> int:
    """The start moved as little as needed for all spans to be inside, if they fit at all."""
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    if last - first > length:
        # They cannot all stay: keep the middle of them.
        start = (first + last - length) // 2
    else:
        start = min(max(start, last - length), first)
    return min(max(0, start), whole - length)
