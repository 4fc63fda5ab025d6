"""Random views of a face crop: what small, tilted, dim, bearded and badly boxed faces look like."""

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

SIDE = 48
"""Side of what the network sees."""


def random_view(
    crop: NDArray[np.uint8], dice: Generator, *, spared: float = 0
) -> NDArray[np.float32]:
    """One random 48 x 48 view (0 to 255) of a 72 x 72 crop, as a detector might have cut it.

    The share `spared` of the views is only boxed differently, not made worse.
    """
    view = _random_box(crop, dice).astype(np.float32)
    if spared and dice.random() < spared:
        return view
    if dice.random() < 0.30:
        view = _other_lower_face(view, dice)
    if dice.random() < 0.50:
        view = _uneven_light(view, dice)
    view = _tone_curve(view, dice)
    if dice.random() < 0.35:
        view = _low_resolution(view, dice)
    if dice.random() < 0.20:
        view = _blur(view, dice)
    if dice.random() < 0.25:
        view = _cover(view, dice)
    if dice.random() < 0.40:
        view = _dim_and_noisy(view, dice)
    if dice.random() < 0.20:
        view = _jpeg(view, dice)
    return view


def _random_box(crop: NDArray[np.uint8], dice: Generator) -> NDArray[np.uint8]:
    angle = float(np.clip(dice.normal(0, 9), -28, 28))
    scale = float(np.exp(dice.normal(0, 0.09)))
    stretch = float(np.exp(dice.normal(0, 0.04)))
    shift = np.clip(dice.normal(0, 1.8, 2), -5, 5)
    mirror = -1.0 if dice.random() < 0.5 else 1.0
    turn = np.deg2rad(angle)
    # The matrix maps view to crop coordinates, both measured from their centres.
    matrix = scale * np.array(
        [
            [mirror * stretch * np.cos(turn), -np.sin(turn) / stretch],
            [mirror * stretch * np.sin(turn), np.cos(turn) / stretch],
        ]
    )
    middle = (np.array(crop.shape[::-1]) - 1) / 2 + shift
    offset = middle - matrix @ np.full(2, (SIDE - 1) / 2)
    return cv2.warpAffine(
        crop,
        np.column_stack([matrix, offset]),
        (SIDE, SIDE),
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    ).astype(np.uint8)


def _other_lower_face(view: NDArray[np.float32], dice: Generator) -> NDArray[np.float32]:
    """A beard or a shadow: the lower face darker and grainier, softly bounded."""
    top = dice.uniform(24, 36)
    rows = np.arange(SIDE, dtype=np.float32)[:, None]
    columns = np.arange(SIDE, dtype=np.float32)[None, :]
    edge = top + dice.uniform(-0.01, 0.02) * (columns - SIDE / 2) ** 2 * dice.choice([-1.0, 1.0])
    weight = 1 / (1 + np.exp(-(rows - edge) / dice.uniform(1, 4)))
    grain = dice.normal(0, dice.uniform(0, 10), view.shape).astype(np.float32)
    dark = view * dice.uniform(0.45, 0.85) + cv2.GaussianBlur(grain, (0, 0), 0.7)
    return (view * (1 - weight) + dark * weight).astype(np.float32)


def _uneven_light(view: NDArray[np.float32], dice: Generator) -> NDArray[np.float32]:
    direction = dice.uniform(0, 2 * np.pi)
    ramp = np.linspace(-1, 1, SIDE, dtype=np.float32)
    slope = np.cos(direction) * ramp[None, :] + np.sin(direction) * ramp[:, None]
    return (view * np.exp(dice.uniform(0, 0.8) * slope)).astype(np.float32)


def _tone_curve(view: NDArray[np.float32], dice: Generator) -> NDArray[np.float32]:
    """Gamma: film, exposure, and the grey that a coloured light turns into."""
    gamma = float(np.exp(dice.normal(0, 0.35)))
    return (255 * (np.clip(view, 0, 255) / 255) ** gamma).astype(np.float32)


def _low_resolution(view: NDArray[np.float32], dice: Generator) -> NDArray[np.float32]:
    side = int(dice.integers(15, 40))
    back = (cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_NEAREST)[
        int(dice.choice(3, p=[0.5, 0.4, 0.1]))
    ]
    small = cv2.resize(view, (side, side), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (SIDE, SIDE), interpolation=back).astype(np.float32)


def _blur(view: NDArray[np.float32], dice: Generator) -> NDArray[np.float32]:
    if dice.random() < 0.6:
        return cv2.GaussianBlur(view, (0, 0), dice.uniform(0.5, 1.8)).astype(np.float32)
    length = int(dice.choice([3, 5, 7]))
    kernel = np.zeros((length, length), np.float32)
    turn = dice.uniform(0, np.pi)
    for step in np.linspace(-(length // 2), length // 2, 4 * length):
        row = round(length // 2 + step * np.sin(turn))
        column = round(length // 2 + step * np.cos(turn))
        kernel[row, column] = 1
    return cv2.filter2D(view, -1, kernel / kernel.sum()).astype(np.float32)


def _cover(view: NDArray[np.float32], dice: Generator) -> NDArray[np.float32]:
    """A hand, a microphone, dark glasses: a flat or grainy rectangle away from the mouth."""
    covered = view.copy()
    if dice.random() < 0.35:  # dark glasses
        top = int(dice.integers(10, 16))
        covered[top : top + int(dice.integers(6, 11)), 6:42] *= dice.uniform(0.1, 0.5)
        return covered
    height, width = dice.integers(6, 18, 2)
    top = int(dice.integers(0, SIDE - height))
    left = int(dice.integers(0, SIDE - width))
    if abs(left + width / 2 - SIDE / 2) < 10 and top + height > 28:
        top = int(dice.integers(0, 12))
    patch = dice.uniform(0, 255) + dice.normal(0, dice.uniform(0, 25), (height, width))
    covered[top : top + height, left : left + width] = patch
    return covered


def _dim_and_noisy(view: NDArray[np.float32], dice: Generator) -> NDArray[np.float32]:
    """Little light leaves few grey steps and much noise."""
    gain = float(np.exp(dice.uniform(np.log(0.08), 0)))
    noise = (
        dice.normal(0, 1, view.shape) * np.exp(dice.uniform(np.log(0.5), np.log(10))) * gain**0.5
    )
    if dice.random() < 0.3:
        noise = cv2.GaussianBlur(noise, (0, 0), 0.8)
    return np.clip(np.rint(view * gain + noise), 0, 255).astype(np.float32)


def _jpeg(view: NDArray[np.float32], dice: Generator) -> NDArray[np.float32]:
    factor = float(dice.choice([1.0, 1.0, 1.5, 2.0]))
    side = round(SIDE * factor)
    big = cv2.resize(np.clip(view, 0, 255).astype(np.uint8), (side, side))
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(dice.integers(15, 75))]
    _, data = cv2.imencode(".jpg", big, quality)
    again = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    assert again is not None, "what was just encoded can be decoded"
    return cv2.resize(again, (SIDE, SIDE), interpolation=cv2.INTER_AREA).astype(np.float32)
