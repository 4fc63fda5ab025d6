"""The part of a picture that fits a target shape: the person's frame, else one that keeps faces."""

import math
from collections.abc import Sequence

from app.dataset.marks import Crop
from app.images.evidence import Face

Size = tuple[int, int]
LEAST_SIDE = 64
"""A frame that a person draws is no smaller, unless the picture is."""


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


def moved(crop: Crop, across: int, down: int, size: Size) -> Crop:
    """The frame moved by so many pixels, as far as it stays inside the picture."""
    left = min(max(0, crop.left + across), size[0] - crop.width)
    top = min(max(0, crop.top + down), size[1] - crop.height)
    return Crop(left, top, crop.width, crop.height)


def grown(crop: Crop, factor: float, target: Size, size: Size) -> Crop:
    """The frame larger or smaller around its middle, in the shape of `target`, inside."""
    width, height = _bounded(crop.width * factor, target, size)
    left = crop.left + (crop.width - width) // 2
    top = crop.top + (crop.height - height) // 2
    return moved(Crop(left, top, width, height), 0, 0, size)


def stretched(
    anchor: tuple[float, float], to: tuple[float, float], target: Size, size: Size
) -> Crop:
    """The frame in the shape of `target` from a corner that stays to where another is drawn."""
    right, down = to[0] >= anchor[0], to[1] >= anchor[1]
    room_x = size[0] - anchor[0] if right else anchor[0]
    room_y = size[1] - anchor[1] if down else anchor[1]
    wanted = max(abs(to[0] - anchor[0]), abs(to[1] - anchor[1]) * target[0] / target[1])
    room = max(1, round(room_x)), max(1, round(room_y))
    width, height = _bounded(wanted, target, room)
    left = round(anchor[0]) - (0 if right else width)
    top = round(anchor[1]) - (0 if down else height)
    return moved(Crop(left, top, width, height), 0, 0, size)


def inside(crop: Crop, size: Size) -> Crop:
    """The frame cut to the picture, at least one pixel of it."""
    left = min(max(0, crop.left), size[0] - 1)
    top = min(max(0, crop.top), size[1] - 1)
    right = min(max(left + 1, crop.left + crop.width), size[0])
    bottom = min(max(top + 1, crop.top + crop.height), size[1])
    return Crop(left, top, right - left, bottom - top)


def _bounded(width: float, target: Size, room: Size) -> Size:
    """A size in the shape of `target`, near to a width, that fits into `room`."""
    most = _largest(room, target)
    least = min(most[0], math.ceil(LEAST_SIDE * max(1.0, target[0] / target[1])))
    fitting = min(max(round(width), least), most[0])
    return fitting, min(max(1, round(fitting * target[1] / target[0])), room[1])


def _largest(area: Size, target: Size) -> Size:
    if abs(area[0] * target[1] - area[1] * target[0]) < max(target):
        return area  # less than a pixel from that shape: a frame that was made for it
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
