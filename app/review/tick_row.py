"""The ticks of a pass: one for each entry, or for a stretch of them where room is short."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.review.passes import PassState


@dataclass(frozen=True, slots=True)
class Tick:
    """A stretch of entries in the order of the pass."""

    state: PassState
    """Flagged or lapsed where one of them is; approved where all are."""
    here: bool
    """The entry that is looked at lies in it."""


_LOUDEST = (PassState.FLAGGED, PassState.LAPSED, PassState.NONE)


def ticks(
    order: Sequence[int], states: Mapping[int, PassState], current: int | None, most: int
) -> tuple[Tick, ...]:
    """At most so many ticks for the entries in order."""
    count = min(len(order), max(most, 1))
    row: list[Tick] = []
    for place in range(count):
        stretch = order[place * len(order) // count : (place + 1) * len(order) // count]
        found = {states.get(number, PassState.NONE) for number in stretch}
        state = next((one for one in _LOUDEST if one in found), PassState.APPROVED)
        row.append(Tick(state, current in stretch))
    return tuple(row)
