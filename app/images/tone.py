"""Light and colour of a picture, by the statistics whose thresholds were measured."""

import math

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.images.evidence import Tone

TONE_SIDE = 256
"""Long side in pixels at which tone is measured."""

_DARK, _BRIGHT = 20.0, 85.0
_WARM_CHROMA, _WARM_FROM, _WARM_TO = 12.0, -20.0, 95.0
_COOL_CHROMA, _COOL_TO = 10.0, -50.0
"""Hues in degrees from -180 to 180; cool ones begin at -180."""
_LIGHTNESS_BINS = 20
_WHITE_LIGHTNESS, _WHITE_CHROMA = 95.0, 5.0

_STEPS = np.arange(256) / 255.0
_LINEAR = np.where(_STEPS <= 0.04045, _STEPS / 12.92, ((_STEPS + 0.055) / 1.055) ** 2.4).astype(
    np.float32
)
"""Linear light of each of the 256 sRGB values."""
_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_D65 = np.array([0.95047, 1.0, 1.08883])
_TO_WHITE_RELATIVE = (_XYZ / _D65[:, None]).astype(np.float32)
_CURVED_FROM = np.float32((6 / 29) ** 3)
"""Below this share of white lightness is proportional to light, above it a cube root."""
_BLOCK = 4_096
"""Pixels worked on at once: what is made of them stays in the processor's cache."""


def measure_tone(image: Image.Image) -> Tone:
    """Tone of an upright picture of any size; it is looked at in RGB with a long side of 256."""
    small = image.convert("RGB")
    small.thumbnail((TONE_SIDE, TONE_SIDE), Image.Resampling.LANCZOS, reducing_gap=1.0)
    rgb = np.asarray(small)
    lightness, a, b = lab(rgb)
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
        colourfulness=_value(_colourfulness(rgb)),
        chroma_p50=_value(chroma_p50),
        chroma_p95=_value(chroma_p95),
        chroma_p99=_value(chroma_p99),
        tone_p95=_value(_spread_of_tone(lightness, a, b)),
        a_mean=_value(a.mean(dtype=np.float64)),
        b_mean=_value(b.mean(dtype=np.float64)),
        warm_share=_share(warm),
        cool_share=_share(cool),
        border_white=_share(_border(white)),
    )


def lab(
    rgb: NDArray[np.uint8],
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """CIE L*, a*, b* (D65) of sRGB bytes, shape (height, width, 3); each (height, width)."""
    planes = np.ascontiguousarray(np.moveaxis(rgb, -1, 0)).reshape(3, -1)
    found = np.empty(planes.shape, np.float32)
    for start in range(0, planes.shape[1], _BLOCK):
        block = slice(start, start + _BLOCK)
        light = np.take(_LINEAR, planes[:, block])
        # No product of matrices: that would wake a thread for each core, and they go on spinning.
        red, green, blue = (_TO_WHITE_RELATIVE[:, one, None] * light[one] for one in range(3))
        x, y, z = _curved(red + green + blue)
        found[0, block], found[1, block], found[2, block] = (
            116 * y - 16,
            500 * (x - y),
            200 * (y - z),
        )
    lightness, a, b = found.reshape(3, *rgb.shape[:2])
    return lightness, a, b


def _curved(relative: NDArray[np.float32]) -> NDArray[np.float32]:
    """CIE's f: a cube root rounded correctly, which is straight below `_CURVED_FROM`.

    Twice as fast as NumPy's own root, whose last bit is that of the system's C library.
    """
    values = np.maximum(relative, _CURVED_FROM)
    root = np.exp(np.log(values) * np.float32(1 / 3)).astype(np.float64)
    # One step of Newton's method makes fourteen digits of the seven.
    step = values / (root * root)
    step -= root
    step *= 1 / 3
    root += step
    straight = relative * np.float32(841 / 108) + np.float32(4 / 29)
    return np.where(relative > _CURVED_FROM, root.astype(np.float32), straight)


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
    """Percentiles between the neighbours in order; one sort serves all, unlike NumPy's own."""
    ordered = np.sort(values, axis=None)
    found: list[float] = []
    for share in shares:
        place = share / 100 * (ordered.size - 1)
        low = int(place)
        below, above = float(ordered[low]), float(ordered[min(low + 1, ordered.size - 1)])
        found.append(below + (above - below) * (place - low))
    return found


def _colourfulness(rgb: NDArray[np.uint8]) -> float:
    red, green, blue = (rgb[..., channel].astype(np.int16) for channel in range(3))
    across, across_apart = _mean_and_deviation(red - green)
    along, along_apart = _mean_and_deviation(red + green - 2 * blue)  # of twice the value
    return math.hypot(across_apart, along_apart / 2) + 0.3 * math.hypot(across, along / 2)


def _mean_and_deviation(values: NDArray[np.int16]) -> tuple[float, float]:
    """From sums of whole numbers, which are exact."""
    exact = values.astype(np.float64).reshape(-1)
    count, total, squares = exact.size, int(exact.sum()), int(np.square(exact).sum())
    return total / count, math.sqrt(count * squares - total * total) / count


def _spread_of_tone(
    lightness: NDArray[np.float32], a: NDArray[np.float32], b: NDArray[np.float32]
) -> float:
    """How far colours depart from the mean colour of their lightness: small where all is toned."""
    bins = np.clip(lightness * (_LIGHTNESS_BINS / 100), 0, _LIGHTNESS_BINS - 1).astype(np.intp)
    flat = bins.ravel()
    counts = np.maximum(np.bincount(flat, minlength=_LIGHTNESS_BINS), 1)
    a_means = (np.bincount(flat, a.ravel(), _LIGHTNESS_BINS) / counts).astype(np.float32)
    b_means = (np.bincount(flat, b.ravel(), _LIGHTNESS_BINS) / counts).astype(np.float32)
    a_apart, b_apart = a - np.take(a_means, bins), b - np.take(b_means, bins)
    return _percentiles(np.sqrt(a_apart * a_apart + b_apart * b_apart), 95)[0]


def _border(values: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The outermost pixels, each corner twice."""
    return np.concatenate((values[0], values[-1], values[:, 0], values[:, -1]))
