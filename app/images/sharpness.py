"""Detail in a picture at 512 px: what a defocused or enlarged one lacks."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.images.evidence import Sharpness

SHARPNESS_SIDE = 512
"""Long side in pixels at which detail is measured; smaller pictures are never enlarged."""
TILES = 8
"""Tiles along each side."""
BEST_TILES = 4
"""So many tiles must carry texture, and so many of the best speak for the picture."""

_BAND_ENERGY = 4.0
_SMALLEST_SIDE = 64


@dataclass(frozen=True, slots=True)
class Tiles:
    """What each of the 8 x 8 tiles of the upright picture said, row by row from the top."""

    ratios: tuple[float | None, ...]
    """Fine over coarse detail; None where a tile carries too little texture to say anything."""
    best: frozenset[int]
    """Numbers of the tiles whose mean is the picture's band ratio; empty where it has none."""


def measure_tiles(image: Image.Image) -> Tiles:
    """The tiles behind `measure_sharpness`, for a person to look at."""
    grey = _grey(image)
    if grey is None:
        return Tiles((None,) * TILES**2, frozenset())
    _, fine, coarse = (energy.ravel() for energy in tile_energies(grey))
    ratios = tuple(
        round(float(np.sqrt(one / other)), 4) if other > _BAND_ENERGY else None
        for one, other in zip(fine, coarse, strict=True)
    )
    known = sorted((ratio, number) for number, ratio in enumerate(ratios) if ratio is not None)
    best = known[-BEST_TILES:] if len(known) >= BEST_TILES else []
    return Tiles(ratios, frozenset(number for _, number in best))


def measure_sharpness(image: Image.Image) -> Sharpness:
    """Detail of a picture of any size, looked at in grey with a long side of 512.

    Unknown for pictures that are flat, or smaller than 64 px on a side.
    """
    grey = _grey(image)
    if grey is None:
        return Sharpness(None, None, 0)
    laplacian, fine, coarse = tile_energies(grey)
    textured = coarse > _BAND_ENERGY
    count = int(textured.sum())
    if count < BEST_TILES:
        return Sharpness(None, None, count)
    ratios = np.sort(np.sqrt(fine[textured] / coarse[textured]))
    return Sharpness(
        laplacian=round(float(np.sort(laplacian, axis=None)[-BEST_TILES]), 4),
        band_ratio=round(float(ratios[-BEST_TILES:].mean()), 4),
        textured_tiles=count,
    )


def _grey(image: Image.Image) -> NDArray[np.uint8] | None:
    """The picture as it is looked at; None where it is too small to say anything."""
    small = image.convert("L")
    small.thumbnail((SHARPNESS_SIDE, SHARPNESS_SIDE), Image.Resampling.LANCZOS, reducing_gap=1.0)
    return np.asarray(small) if min(small.size) >= _SMALLEST_SIDE else None


def tile_energies(
    grey: NDArray[np.uint8],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Mean square of the Laplacian, the fine band and the coarse band in each of 8 x 8 tiles.

    The fine band is the picture less its 3 x 3 mean, the coarse one that less the 7 x 7 mean.
    """
    values = grey.astype(np.float32)
    box3, box7 = _box(values, 3), _box(values, 7)
    centre = values[1:-1, 1:-1]
    laplacian = (
        values[:-2, 1:-1] + values[2:, 1:-1] + values[1:-1, :-2] + values[1:-1, 2:] - 4 * centre
    )
    inner = box3[2:-2, 2:-2]
    return (
        _mean_squares(laplacian),
        _mean_squares(values[3:-3, 3:-3] - inner),
        _mean_squares(inner - box7),
    )


def _box(values: NDArray[np.float32], width: int) -> NDArray[np.float32]:
    """Mean over width x width pixels, where that lies wholly inside."""
    rows = values.shape[0] - width + 1
    columns = values.shape[1] - width + 1
    down = values[:rows].copy()
    for shift in range(1, width):
        down += values[shift : shift + rows]
    across = down[:, :columns].copy()
    for shift in range(1, width):
        across += down[:, shift : shift + columns]
    return across / np.float32(width * width)


def _mean_squares(values: NDArray[np.float32]) -> NDArray[np.float64]:
    height, width = values.shape
    tops = np.arange(TILES) * height // TILES
    lefts = np.arange(TILES) * width // TILES
    squares = np.square(values)
    sums = np.add.reduceat(np.add.reduceat(squares, tops, axis=0), lefts, axis=1)
    areas = np.outer(np.diff([*tops, height]), np.diff([*lefts, width]))
    return sums.astype(np.float64) / areas
