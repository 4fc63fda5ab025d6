"""Groups of pictures that are nearly the same, mirrored ones included."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.images.evidence import Fingerprint
from app.images.fingerprint import near_duplicates


@dataclass(frozen=True, slots=True)
class AlikeGroup:
    """Entries of which each is near to another one of the group, ascending."""

    entries: tuple[int, ...]
    nearest: int
    """Least number of differing bits of 128 between two of them."""


def alike_groups(fingerprints: Mapping[int, Fingerprint]) -> tuple[AlikeGroup, ...]:
    """The groups of near duplicates by entry, the largest first. Takes time: for a thread."""
    numbers = sorted(fingerprints)
    leader = {number: number for number in numbers}
    nearest: dict[int, int] = {}

    def first_of(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for i, j, bits, _ in near_duplicates([fingerprints[number] for number in numbers]):
        one, other = sorted((first_of(numbers[i]), first_of(numbers[j])))
        least = min(bits, nearest.get(one, bits), nearest.get(other, bits))
        leader[other] = one
        nearest[one] = least
    members: dict[int, list[int]] = {}
    for number in numbers:
        members.setdefault(first_of(number), []).append(number)
    groups = [
        AlikeGroup(tuple(found), nearest[first])
        for first, found in members.items()
        if len(found) > 1
    ]
    return tuple(sorted(groups, key=lambda one: (-len(one.entries), one.nearest, one.entries)))
