"""A canvas of floats and the few strokes that the pictures are made of.

Lengths are pixels of the finished picture. A mask is a float array of the canvas's height and
width, 0 to 1. Colours are "#rrggbb".
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Pixels = NDArray[np.float32]
Point = tuple[float, float]
Box = tuple[slice, slice]
EVERYWHERE: Box = (slice(None), slice(None))
FINER = 4
"""Masks are drawn this much larger and reduced, which smooths their edges."""


@dataclass(frozen=True, slots=True)
class Fade:
    """A colour that turns into another from one point to the next, or outwards from the first."""

    start: Point
    end: Point
    first: str
    last: str
    round: bool = False


class Canvas:
    """A picture in the making; every method paints over what is there."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.pixels: Pixels = np.zeros((height, width, 3), np.float32)

    def paint(self, mask: Pixels | None, colour: str | Fade, strength: float = 1.0) -> None:
        """Lay a colour over the mask (None: everywhere)."""
        box = EVERYWHERE if mask is None else extent(mask)
        cover = strength if mask is None else (mask[box] * strength)[..., None]
        self.pixels[box] += (self._colours(colour, box) - self.pixels[box]) * cover

    def shade(self, mask: Pixels, colour: str, strength: float = 1.0) -> None:
        """Multiply by a colour inside the mask, as shadow does."""
        box = extent(mask)
        self.pixels[box] *= 1 - (1 - rgb(colour)) * (mask[box] * strength)[..., None]

    def glow(self, mask: Pixels, colour: str, strength: float = 1.0) -> None:
        """Add light inside the mask without burning out (screen)."""
        box = extent(mask)
        light = rgb(colour) * (mask[box] * strength)[..., None]
        self.pixels[box] = 1 - (1 - self.pixels[box]) * (1 - light)

    def blob(self, points: Sequence[Point], soft: float = 0) -> Pixels:
        """A closed smooth shape through the points."""
        return self.polygon(smooth(points, closed=True), soft)

    def polygon(self, points: Sequence[Point], soft: float = 0) -> Pixels:
        """A closed shape with straight sides."""
        corners = np.array(points)
        room = int(soft * 3) + 2
        low = np.floor(corners.min(0)).astype(int) - room
        size = np.ceil(corners.max(0)).astype(int) + room - low
        image = Image.new("L", (int(size[0]) * FINER, int(size[1]) * FINER))
        inside = [tuple(corner) for corner in ((corners - low) * FINER).tolist()]
        ImageDraw.Draw(image).polygon(inside, fill=255)
        image = image.reduce(FINER)
        if soft:
            image = image.filter(ImageFilter.GaussianBlur(soft))
        mask = Image.new("L", (self.width, self.height))
        mask.paste(image, (int(low[0]), int(low[1])))
        return np.asarray(mask, np.float32) / np.float32(255)

    def ellipse(self, centre: Point, across: float, down: float, soft: float = 0) -> Pixels:
        """An ellipse with the given half-axes."""
        angles = np.linspace(0, 2 * np.pi, 96, endpoint=False)
        x, y = centre
        return self.polygon([(x + across * np.cos(a), y + down * np.sin(a)) for a in angles], soft)

    def stroke(self, points: Sequence[Point], widths: Sequence[float], soft: float = 0) -> Pixels:
        """A smooth line whose width runs through the given widths, evenly along its length."""
        line = np.array(smooth(points, closed=False))
        along = np.gradient(line, axis=0)
        across = np.stack([-along[:, 1], along[:, 0]], 1)
        across /= np.maximum(np.hypot(across[:, 0], across[:, 1]), 1e-6)[:, None]
        half = np.interp(
            np.linspace(0, 1, len(line)), np.linspace(0, 1, len(widths)), np.array(widths) / 2
        )
        one, other = line + across * half[:, None], line - across * half[:, None]
        return self.polygon([tuple(p) for p in [*one, *other[::-1]]], soft)

    def finish(self, grain: float, seed: int, vignette: float = 0.12) -> Image.Image:
        """The finished picture, a little darker in the corners and with the grain of film."""
        y, x = np.mgrid[0 : self.height, 0 : self.width].astype(np.float32)
        far = np.hypot(x / self.width - 0.5, y / self.height - 0.5) / 0.71
        self.pixels *= (1 - vignette * far**2.5)[..., None]
        noise = np.random.default_rng(seed).normal(0, 1, (self.height, self.width))
        noise = noise.astype(np.float32)
        noise[1:, 1:] = (noise[1:, 1:] + noise[:-1, 1:] + noise[1:, :-1]) / 1.8
        self.pixels += (noise * grain)[..., None]
        levels = np.clip(self.pixels * 255 + 0.5, 0, 255).astype(np.uint8)
        return Image.fromarray(levels)

    def _colours(self, colour: str | Fade, box: Box) -> Pixels:
        if isinstance(colour, str):
            return rgb(colour)
        y, x = np.mgrid[0 : self.height, 0 : self.width].astype(np.float32)
        dx, dy = x[box] - colour.start[0], y[box] - colour.start[1]
        step = (colour.end[0] - colour.start[0], colour.end[1] - colour.start[1])
        reach = math.hypot(*step)
        along = np.hypot(dx, dy) * reach if colour.round else dx * step[0] + dy * step[1]
        share = np.clip(along / reach**2, 0, 1).astype(np.float32)[..., None]
        return rgb(colour.first) * (1 - share) + rgb(colour.last) * share


def extent(mask: Pixels) -> Box:
    """The smallest box that holds all of the mask."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows):
        return slice(0, 0), slice(0, 0)
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)


def rgb(colour: str) -> Pixels:
    """Three floats from 0 to 1."""
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.float32) / np.float32(255)


def smooth(points: Sequence[Point], *, closed: bool) -> list[Point]:
    """A Catmull-Rom curve through the points, 14 steps for each."""
    ring = (
        [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    )
    known = np.array(ring, float)
    t = np.linspace(0, 1, 14, endpoint=False)[:, None]
    pieces = []
    for a, b, c, d in zip(known, known[1:], known[2:], known[3:], strict=False):
        pieces.append(
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2)
            + 0.5 * (3 * b - a - 3 * c + d) * t**3
        )
    curve = np.concatenate(pieces if closed else [*pieces, known[-1:]])
    return [(float(x), float(y)) for x, y in curve]
