"""Light and colour of a picture, by the statistics whose thresholds were measured."""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.images.decode import fit
from app.images.evidence import Tone

TONE_SIDE = 256
"""Long side in pixels at which tone is measured."""

_DARK, _BRIGHT = 20.0, 85.0
_WARM_CHROMA, _WARM_FROM, _WARM_TO = 12.0, -20.0, 95.0
_COOL_CHROMA, _COOL_TO = 10.0, -50.0
"""Hues in degrees from -180 to 180; cool ones begin at -180."""
_LIGHTNESS_BINS = 20
_WHITE_LIGHTNESS, _WHITE_CHROMA = 95.0, 5.0

_FULL = 65_535
"""What stands for the light of white in whole numbers."""
_LANES = (0, 16, 32)
"""Where X, Y and Z begin in one number that holds all three: none of them is ever above white."""
_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_D65 = np.array([0.95047, 1.0, 1.08883])
_CURVED_FROM = (6 / 29) ** 3
"""Below this share of white lightness is proportional to light, above it a cube root."""
_BLOCK = 4_096
"""Pixels worked on at once: what is made of them stays in the processor's cache."""


def _shares() -> NDArray[np.int64]:
    """What each of the 256 values of red, of green and of blue adds to X, Y and Z (`_LANES`).

    Looked up and added, which is whole numbers and so the same everywhere; of three equal values
    the sums are equal as well: grey has no colour.
    """
    steps = np.arange(256) / 255
    linear = np.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4)
    whole = np.rint(linear * _FULL)
    parts = np.rint((_XYZ / _D65[:, None])[:, :, None] * linear * _FULL)
    parts[:, 1] = whole - parts[:, 0] - parts[:, 2]
    x, y, z = (part << lane for part, lane in zip(parts.astype(np.int64), _LANES, strict=True))
    return x | y | z


def _curve() -> NDArray[np.float32]:
    """CIE's f for each share of white: so many that none of 256 steps of a value is lost."""
    share = np.arange(_FULL + 1) / _FULL
    curved = np.where(share > _CURVED_FROM, np.cbrt(share), share * (841 / 108) + 4 / 29)
    return curved.astype(np.float32)


_SHARES, _CURVE = _shares(), _curve()


def measure_tone(image: Image.Image) -> Tone:
    """Tone of an upright picture of any size; it is looked at in RGB with a long side of 256."""
    rgb = np.asarray(fit(image.convert("RGB"), TONE_SIDE, TONE_SIDE))
    planes = _planes(rgb)
    lightness, a, b = _lab(planes)
    chroma = np.sqrt(a * a + b * b)
    p25, p50, p75 = _percentiles(lightness, 25, 50, 75)
    chroma_p50, chroma_p95, chroma_p99 = _percentiles(chroma, 50, 95, 99)
    warm = (chroma > _WARM_CHROMA) & _left_of(_WARM_FROM, a, b) & ~_left_of(_WARM_TO, a, b)
    cool = (chroma > _COOL_CHROMA) & (b < 0) & ~_left_of(_COOL_TO, a, b)
    white = (lightness >= _WHITE_LIGHTNESS) & (chroma <= _WHITE_CHROMA)
    return Tone(
        lightness_mean=_value(lightness.mean(dtype=np.float64)),
        lightness_p25=_value(p25),
        lightness_p50=_value(p50),
        lightness_p75=_value(p75),
        contrast_rms=_value(lightness.std(dtype=np.float64)),
        dark_share=_share(lightness < _DARK),
        bright_share=_share(lightness > _BRIGHT),
        colourfulness=_value(_colourfulness(planes)),
        chroma_p50=_value(chroma_p50),
        chroma_p95=_value(chroma_p95),
        chroma_p99=_value(chroma_p99),
        tone_p95=_value(_spread_of_tone(lightness, a, b)),
        a_mean=_value(a.mean(dtype=np.float64)),
        b_mean=_value(b.mean(dtype=np.float64)),
        warm_share=_share(warm),
        cool_share=_share(cool),
        border_white=_share(_border(white.reshape(rgb.shape[:2]))),
    )


def lab(
    rgb: NDArray[np.uint8],
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """CIE L*, a*, b* (D65) of sRGB bytes, shape (height, width, 3); each (height, width)."""
    lightness, a, b = _lab(_planes(rgb))
    return tuple(found.reshape(rgb.shape[:2]) for found in (lightness, a, b))


def _planes(rgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Shape (3, number of pixels)."""
    return np.ascontiguousarray(rgb.reshape(-1, 3).T)


def _lab(planes: NDArray[np.uint8]) -> NDArray[np.float32]:
    found = np.empty(planes.shape, np.float32)
    for start in range(0, planes.shape[1], _BLOCK):
        red, green, blue = planes[:, start : start + _BLOCK]
        light: NDArray[np.int64] = _SHARES[0].take(red)
        light += _SHARES[1].take(green)
        light += _SHARES[2].take(blue)
        x, y, z = (_CURVE.take(light >> lane & _FULL) for lane in _LANES)
        block = found[:, start : start + _BLOCK]
        np.multiply(y, np.float32(116), out=block[0])
        np.subtract(x, y, out=block[1])
        np.subtract(y, z, out=block[2])
    found[0] -= 16
    found[1] *= 500
    found[2] *= 200
    return found


def _left_of(hue: float, a: NDArray[np.float32], b: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Whether a colour lies less than half a turn counter-clockwise of a hue in degrees."""
    angle = math.radians(hue)
    return b * np.float32(math.cos(angle)) > a * np.float32(math.sin(angle))


def _value(number: float) -> float:
    """Rounded, so that the last bits of a float32 sum do not differ from machine to machine."""
    return round(float(number), 4)


def _share(which: NDArray[np.bool_]) -> float:
    return _value(np.count_nonzero(which) / which.size)


def _percentiles(values: NDArray[np.float32], *shares: int) -> list[float]:
    """Percentiles between the neighbours in order, for ascending shares; nothing is sorted."""
    found: list[float] = []
    rest, passed = values, 0
    for share in shares:
        place = share / 100 * (values.size - 1)
        low = int(place)
        parted = np.partition(rest, low - passed)
        rest, passed = parted[low - passed :], low
        below = float(rest[0])
        above = float(rest[1:].min(initial=np.inf)) if place > low else below
        found.append(below + (above - below) * (place - low))
    return found


def _colourfulness(planes: NDArray[np.uint8]) -> float:
    red, green, blue = planes.astype(np.int32)
    across, across_apart = _mean_and_deviation(red - green)
    along, along_apart = _mean_and_deviation(red + green - 2 * blue)  # of twice the value
    return math.hypot(across_apart, along_apart / 2) + 0.3 * math.hypot(across, along / 2)


def _mean_and_deviation(values: NDArray[np.int32]) -> tuple[float, float]:
    """From sums of whole numbers, which are exact."""
    count = values.size
    total, squares = (int(which.sum(dtype=np.int64)) for which in (values, values * values))
    return total / count, math.sqrt(count * squares - total * total) / count


def _spread_of_tone(
    lightness: NDArray[np.float32], a: NDArray[np.float32], b: NDArray[np.float32]
) -> float:
    """How far colours depart from the mean colour of their lightness: small where all is toned."""
    bins = (lightness * np.float32(_LIGHTNESS_BINS / 100)).astype(np.intp)
    np.minimum(bins, _LIGHTNESS_BINS - 1, out=bins)
    counts = np.maximum(np.bincount(bins, minlength=_LIGHTNESS_BINS), 1)
    apart = np.zeros_like(a)
    for of in (a, b):
        means = np.bincount(bins, of, _LIGHTNESS_BINS) / counts
        away = of - means.astype(np.float32).take(bins)
        away *= away
        apart += away
    return math.sqrt(_percentiles(apart, 95)[0])


def _border(values: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The outermost pixels, each corner twice."""
    return np.concatenate((values[0], values[-1], values[:, 0], values[:, -1]))
