"""How long the captions of a dataset are, in bars of one width."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

MOST_BARS = 12
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500)


@dataclass(frozen=True, slots=True)
class Lengths:
    """`bars[n]` captions have from `n * step` words to just below `(n + 1) * step`."""

    step: int
    bars: tuple[int, ...]
    median: int


def lengths(words: Sequence[int]) -> Lengths | None:
    """The captions' words in at most so many bars; the last takes all longer ones. None: none."""
    if not words:
        return None
    longest = max(words)
    step = next((step for step in _STEPS if longest // step < MOST_BARS), _STEPS[-1])
    bars = [0] * min(longest // step + 1, MOST_BARS)
    for count in words:
        bars[min(count // step, len(bars) - 1)] += 1
    return Lengths(step, tuple(bars), round(median(words)))
