"""The trainer's arithmetic of sizes: which bucket a picture goes to, and what is cut off there."""

import math
from dataclasses import dataclass
from functools import cache

Size = tuple[int, int]
"""Width and height in pixels."""


@dataclass(frozen=True, slots=True)
class BucketSettings:
    """The bucket keys of the trainer's file, in pixels; the defaults are the trainer's own."""

    resolution: Size = (512, 512)
    smallest: int = 256
    """`min_bucket_reso`"""
    largest: int = 1024
    """`max_bucket_reso`: at a resolution of 1024 the default shrinks every picture that is not
    square; twice the resolution does not.
    """
    step: int = 64
    """`bucket_reso_steps`"""
    no_upscale: bool = False
    """`bucket_no_upscale`: cuts to the next step instead of enlarging."""
    enabled: bool = True
    """`enable_bucket`: without it every picture becomes `resolution`."""


@dataclass(frozen=True, slots=True)
class Bucketing:
    """What the trainer does with a picture: resize it, then cut the bucket out of the middle."""

    bucket: Size
    """A side of 0 is a picture so thin that the trainer fails on it."""
    resized: Size
    """Before the cut; never smaller than the bucket."""
    scale: float
    """Above 1 the picture is enlarged; where rounding makes the axes differ, the larger of both."""
    crop: tuple[float, float, float, float]
    """Left, top, right, bottom of what remains, in pixels of the picture as stored."""
    area_lost: float
    """Share of the picture that is cut off, 0 to 1."""

    @property
    def unusable(self) -> bool:
        """Whether nothing would be left to train on."""
        return 0 in self.bucket

    @property
    def upscaled(self) -> bool:
        """Whether the trainer would enlarge the picture."""
        return self.scale > 1.0


@cache
def make_buckets(settings: BucketSettings) -> tuple[Size, ...]:
    """All buckets of the normal mode, ascending by width and then height."""
    step = settings.step
    area = settings.resolution[0] * settings.resolution[1]
    low = settings.smallest // step * step
    high = math.ceil(settings.largest / step) * step
    square = int(math.sqrt(area) // step) * step
    buckets = {(square, square)}
    for width in range(low, high + 1, step):
        height = min(high, area // width // step * step) if width else 0
        if height >= low:
            buckets |= {(width, height), (height, width)}
    return tuple(sorted(buckets))


def bucket_for(width: int, height: int, settings: BucketSettings) -> Bucketing:
    """The fate of a picture of width x height stored pixels, both at least 1.

    The trainer ignores EXIF: these are the pixels as stored, not those of the upright picture.
    """
    if not settings.enabled:
        return _cut(
            (width, height), settings.resolution, _cover(width, height, settings.resolution)
        )
    if settings.no_upscale:
        return _without_upscaling(width, height, settings)
    buckets = make_buckets(settings)
    if (width, height) in buckets:
        return _cut((width, height), (width, height), (width, height))
    ratio = width / height
    bucket = min(buckets, key=lambda size: abs(size[0] / size[1] - ratio))
    return _cut((width, height), bucket, _cover(width, height, bucket))


def _cover(width: int, height: int, bucket: Size) -> Size:
    """The size of the picture's ratio that just covers the bucket, rounded like the trainer's."""
    wider = width / height > bucket[0] / bucket[1]
    scale = bucket[1] / height if wider else bucket[0] / width
    return int(width * scale + 0.5), int(height * scale + 0.5)


def _without_upscaling(width: int, height: int, settings: BucketSettings) -> Bucketing:
    resized = width, height
    area = settings.resolution[0] * settings.resolution[1]
    if width * height > area:
        resized = _shrunk_to_area(width / height, area, settings.step)
    step = settings.step
    bucket = resized[0] // step * step, resized[1] // step * step
    return _cut((width, height), bucket, resized)


def _shrunk_to_area(ratio: float, area: int, step: int) -> Size:
    """One side on a step, the other by the ratio; of the two ways the one nearer to the ratio."""

    def floored(length: float) -> int:
        rounded = int(length + 0.5)
        return rounded - rounded % step

    ideal = math.sqrt(area * ratio)
    by_width = floored(ideal)
    of_width = floored(by_width / ratio)
    by_height = floored(area / ideal)
    of_height = floored(by_height * ratio)
    if 0 in (of_width, by_height):  # the trainer divides by zero here
        return max(by_width, 1), max(by_height, 1)
    width_error = abs(by_width / of_width - ratio)
    height_error = abs(of_height / by_height - ratio)
    if width_error < height_error:
        return by_width, int(by_width / ratio + 0.5)
    return int(by_height * ratio + 0.5), by_height


def _cut(source: Size, bucket: Size, resized: Size) -> Bucketing:
    left, top = (resized[0] - bucket[0]) // 2, (resized[1] - bucket[1]) // 2
    across, down = source[0] / resized[0], source[1] / resized[1]
    return Bucketing(
        bucket=bucket,
        resized=resized,
        scale=max(resized[0] / source[0], resized[1] / source[1]),
        crop=(left * across, top * down, (left + bucket[0]) * across, (top + bucket[1]) * down),
        area_lost=1 - bucket[0] * bucket[1] / (resized[0] * resized[1]),
    )
