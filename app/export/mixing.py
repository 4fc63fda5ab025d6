"""How often old and new pictures come round in one epoch, so that both have their share."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

TOLERANCE = 0.02
"""A share this near to the wanted one counts as reached."""
MOST_FACTOR = 10
"""New pictures are not repeated more often than this many times what was chosen for them."""


@dataclass(frozen=True, slots=True)
class Mix:
    """Numbers for `num_repeats` and what they come to in one epoch at one resolution."""

    new_factor: int
    """By which the repeats of every new folder are multiplied."""
    old_repeats: int
    old_images: int
    """How many of the old pictures train; fewer than there are where repeats cannot do it."""
    new_draws: int
    old_draws: int

    @property
    def share(self) -> float:
        """The part of an epoch that old pictures have, 0 to 1."""
        total = self.new_draws + self.old_draws
        return self.old_draws / total if total else 0.0


def mix(new_draws: int, old_images: int, share: float) -> Mix:
    """Repeats that give old pictures `share` of an epoch (above 0, below 1).

    `new_draws` are the new pictures times their chosen repeats. All old pictures train if whole
    repeats come near enough to the share, with the shortest epoch that does; else every new folder
    keeps its repeats, and some of the old pictures stay away.
    """
    if new_draws <= 0 or old_images <= 0:
        return Mix(1, 1, old_images, new_draws, old_images)
    near = [
        found
        for factor in range(1, MOST_FACTOR + 1)
        if abs((found := _whole(new_draws, old_images, share, factor)).share - share) <= TOLERANCE
    ]
    if near:
        return min(near, key=lambda found: found.new_draws + found.old_draws)
    wanted = new_draws * share / (1 - share)
    repeats = max(1, math.ceil(wanted / old_images))
    count = min(old_images, max(1, round(wanted / repeats)))
    return Mix(1, repeats, count, new_draws, count * repeats)


def spread(counts: Sequence[int], wanted: int) -> tuple[tuple[int, ...], ...]:
    """Which places of several rows to take so that `wanted` remain: evenly over all of them.

    The same numbers always give the same places.
    """
    total = sum(counts)
    taken = min(max(wanted, 0), total)
    # The k-th of n steps through all places lands on a new one each time, as n is never above them.
    chosen = {(2 * step + 1) * total // (2 * taken) for step in range(taken)}
    rows: list[tuple[int, ...]] = []
    start = 0
    for count in counts:
        rows.append(tuple(place for place in range(count) if start + place in chosen))
        start += count
    return tuple(rows)


def _whole(new_draws: int, old_images: int, share: float, factor: int) -> Mix:
    """All old pictures, with the repeats that come nearest."""
    new = new_draws * factor
    exact = new * share / (1 - share) / old_images
    found = [
        Mix(factor, repeats, old_images, new, old_images * repeats)
        for repeats in (max(1, math.floor(exact)), max(1, math.ceil(exact)))
    ]
    return min(found, key=lambda one: abs(one.share - share))
