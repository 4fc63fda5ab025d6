"""Light and colour of a picture, by the statistics whose thresholds were measured."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.images.evidence import Tone

TONE_SIDE = 256
"""Long side in pixels at which tone is measured."""

_DARK, _BRIGHT = 20.0, 85.0
_WARM_CHROMA, _WARM_FROM, _WARM_TO = 12.0, -20.0, 95.0
_COOL_CHROMA, _COOL_FROM, _COOL_TO = 10.0, -180.0, -50.0
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


def measure_tone(image: Image.Image) -> Tone:
    """Tone of an upright picture of any size; it is looked at in RGB with a long side of 256."""
    small = image.convert("RGB")
    small.thumbnail((TONE_SIDE, TONE_SIDE), Image.Resampling.LANCZOS, reducing_gap=1.0)
    rgb = np.asarray(small)
    lightness, a, b = lab(rgb)
    chroma = np.sqrt(a * a + b * b)
    hue = np.degrees(np.arctan2(b, a))
    p25, p50, p75 = _percentiles(lightness, 25, 50, 75)
    chroma_p50, chroma_p95, chroma_p99 = _percentiles(chroma, 50, 95, 99)
    warm = (chroma > _WARM_CHROMA) & (hue >= _WARM_FROM) & (hue <= _WARM_TO)
    cool = (chroma > _COOL_CHROMA) & (hue >= _COOL_FROM) & (hue <= _COOL_TO)
    white = (lightness >= _WHITE_LIGHTNESS) & (chroma <= _WHITE_CHROMA)
    return Tone(
        lightness_mean=_value(lightness.mean(dtype=np.float64)),
        lightness_p25=_value(p25),
        lightness_p50=_value(p50),
        lightness_p75=_value(p75),
        contrast_rms=_value(lightness.std(dtype=np.float64)),
        dark_share=_value((lightness < _DARK).mean()),
        bright_share=_value((lightness > _BRIGHT).mean()),
        colourfulness=_value(_colourfulness(rgb)),
        chroma_p50=_value(chroma_p50),
        chroma_p95=_value(chroma_p95),
        chroma_p99=_value(chroma_p99),
        tone_p95=_value(_spread_of_tone(lightness, a, b)),
        a_mean=_value(a.mean(dtype=np.float64)),
        b_mean=_value(b.mean(dtype=np.float64)),
        warm_share=_value(warm.mean()),
        cool_share=_value(cool.mean()),
        border_white=_value(_border(white).mean()),
    )


def lab(
    rgb: NDArray[np.uint8],
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """CIE L*, a*, b* (D65) of sRGB bytes, shape (height, width, 3); each (height, width)."""
    relative = np.take(_LINEAR, rgb) @ _TO_WHITE_RELATIVE.T
    curved = np.where(
        relative > (6 / 29) ** 3, np.cbrt(relative), relative * (841 / 108) + np.float32(4 / 29)
    ).astype(np.float32)
    x, y, z = curved[..., 0], curved[..., 1], curved[..., 2]
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _value(number: float) -> float:
    """Rounded, so that the last bits of a float32 sum do not differ from machine to machine."""
    return round(float(number), 4)


def _percentiles(values: NDArray[np.float32], *shares: int) -> list[float]:
    """Percentiles between the neighbours in order; one sort serves all, unlike NumPy's own."""
    ordered = np.sort(values, axis=None)
    places = np.array(shares) / 100 * (ordered.size - 1)
    return np.interp(places, np.arange(ordered.size), ordered).tolist()


def _colourfulness(rgb: NDArray[np.uint8]) -> float:
    red, green, blue = (rgb[..., channel].astype(np.float32) for channel in range(3))
    across, along = red - green, (red + green) / 2 - blue
    spread = np.hypot(across.std(dtype=np.float64), along.std(dtype=np.float64))
    centre = np.hypot(across.mean(dtype=np.float64), along.mean(dtype=np.float64))
    return float(spread + 0.3 * centre)


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
