"""Places for the pictures of a chart: near to where they were measured, and none on another."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

MOST_PICTURES = 300
"""Above so many entries, dots take the place of pictures."""
_ROUNDS, _FEWEST_ROUNDS = 150, 40
_WORK = 9_000
"""Marks times rounds: a large chart is done with fewer."""
_GAP = 3.0
_PUSH = 0.5
"""Part of the push of a round that is followed; all of it swings to and fro in a crowd."""
_TURN = 2.399963
"""The golden angle: marks on one spot leave it in all directions."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry of the chart: where it was measured, and the size of what stands for it."""

    entry: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """The middle of what stands for an entry; (true_x, true_y) is where it was measured."""

    entry: int
    x: float
    y: float
    true_x: float
    true_y: float

    @property
    def moved(self) -> float:
        """Distance from where it was measured."""
        return float(np.hypot(self.x - self.true_x, self.y - self.true_y))


def axis_range(values: Sequence[float], least: tuple[float, float], step: float) -> tuple[int, int]:
    """From and to on whole steps, so that all values and the range `least` lie between."""
    low = min([*values, least[0]])
    high = max([*values, least[1]])
    return int(np.floor(low / step) * step), int(np.ceil(high / step) * step)


def spread(marks: Sequence[Mark], width: float, height: float) -> tuple[Placed, ...]:
    """All marks inside width x height, pushed apart until hardly any two overlap.

    The result depends on the marks and their order only. A chart that is too small for its marks
    keeps overlaps.
    """
    if not marks:
        return ()
    size = np.array([(mark.width, mark.height) for mark in marks])
    true = np.array([(mark.x, mark.y) for mark in marks])
    low, high = size / 2, np.array([width, height]) - size / 2
    number = np.arange(len(marks))
    around = np.stack((np.cos(number * _TURN), np.sin(number * _TURN)), axis=1)
    start = np.clip(true, low, np.maximum(low, high))
    place = start + around * 0.01
    reach = (size[:, None] + size[None, :]) / 2 + _GAP
    for _ in range(min(_ROUNDS, max(_FEWEST_ROUNDS, _WORK // len(marks)))):
        apart = place[:, None] - place[None, :]
        overlap = reach - np.abs(apart)
        touching = np.logical_and(overlap[:, :, 0] > 0, overlap[:, :, 1] > 0)
        touching[number, number] = False
        if not touching.any():
            break
        along_x = overlap[:, :, 0] < overlap[:, :, 1]
        push = np.sign(apart) * overlap * _PUSH
        push[:, :, 0] *= touching & along_x
        push[:, :, 1] *= touching & ~along_x
        place = np.clip(place + push.sum(axis=1) * _PUSH, low, np.maximum(low, high))
    place = np.where(np.abs(place - start) < 1.0, start, place)
    return tuple(
        Placed(mark.entry, float(at[0]), float(at[1]), mark.x, mark.y)
        for mark, at in zip(marks, place, strict=True)
    )
