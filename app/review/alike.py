"""Groups of pictures that are nearly the same, mirrored ones included."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.images.evidence import Fingerprint
from app.images.fingerprint import near_groups


@dataclass(frozen=True, slots=True)
class AlikeGroup:
    """Entries of which each is near to another one of the group, ascending."""

    entries: tuple[int, ...]
    nearest: int
    """Least number of differing bits of 128 between two of them."""


def alike_groups(fingerprints: Mapping[int, Fingerprint]) -> tuple[AlikeGroup, ...]:
    """The groups of near duplicates by entry, the largest first. Takes time: for a thread."""
    numbers = sorted(fingerprints)
    groups = [
        AlikeGroup(tuple(numbers[place] for place in places), least)
        for places, least in near_groups([fingerprints[number] for number in numbers])
    ]
    return tuple(sorted(groups, key=lambda one: (-len(one.entries), one.nearest, one.entries)))
