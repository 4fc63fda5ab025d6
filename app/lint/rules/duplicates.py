"""Pictures that are nearly the same, also mirrored."""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Entry
from app.images.fingerprint import NEAR
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch

_HALF = (1 << 64) - 1
_NAMED = 20
"""Neighbours that are remembered of one picture."""


class Duplicates(Watch):
    """The fingerprints of all pictures, and for each the pictures nearest to it."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._first: NDArray[np.uint64] = np.zeros(64, np.uint64)
        self._second: NDArray[np.uint64] = np.zeros(64, np.uint64)
        self._ids: NDArray[np.int64] = np.full(64, -1, np.int64)
        self._slots: dict[int, int] = {}
        self._free: list[int] = list(range(63, -1, -1))
        self._used = 0
        """Slots from here on were never taken."""
        self._near: dict[int, dict[int, tuple[int, bool]]] = {}
        self._entries: dict[int, Entry] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """The pictures that were or are nearly the same as this one."""
        old = before.evidence.fingerprint if before else None
        new = after.evidence.fingerprint if after else None
        if after:
            self._entries[after.entry.id] = after.entry
        if old == new:
            return NOBODY
        told: set[int] = set()
        if before and old:
            told.update(self._forget(before.entry.id))
        if after and new:
            told.update(self._learn(after.entry.id, new.bits, new.mirrored))
        return told

    def _forget(self, entry: int) -> Collection[int]:
        slot = self._slots.pop(entry)
        self._ids[slot] = -1
        self._free.append(slot)
        near = self._near.pop(entry, {})
        for other in near:
            self._near.get(other, {}).pop(entry, None)
        return near.keys()

    def _learn(self, entry: int, bits: int, mirrored: int) -> Collection[int]:
        found = self._search(mirrored, mirrored=True) | self._search(bits, mirrored=False)
        nearest = dict(sorted(found.items(), key=lambda one: one[1])[:_NAMED])
        if not self._free:
            self._grow()
        slot = self._free.pop()
        self._used = max(self._used, slot + 1)
        self._slots[entry] = slot
        self._ids[slot] = entry
        self._first[slot], self._second[slot] = bits >> 64, bits & _HALF
        if nearest:
            self._near[entry] = nearest
            for other, near in nearest.items():
                self._near.setdefault(other, {})[entry] = near
        return nearest.keys()

    def _search(self, bits: int, *, mirrored: bool) -> dict[int, tuple[int, bool]]:
        # Half of the bits sieve for the other half, which few pictures reach.
        half = np.bitwise_count(self._first[: self._used] ^ np.uint64(bits >> 64))
        found: dict[int, tuple[int, bool]] = {}
        for slot in np.flatnonzero(half <= NEAR).tolist():
            rest = (int(self._second[slot]) ^ (bits & _HALF)).bit_count()
            distance = int(half[slot]) + rest
            if distance <= NEAR and self._ids[slot] >= 0:
                found[int(self._ids[slot])] = distance, mirrored
        return found

    def _grow(self) -> None:
        count = len(self._ids)
        self._first = np.concatenate([self._first, np.zeros(count, np.uint64)])
        self._second = np.concatenate([self._second, np.zeros(count, np.uint64)])
        self._ids = np.concatenate([self._ids, np.full(count, -1, np.int64)])
        self._free = list(range(2 * count - 1, count - 1, -1))

    def hits(self, row: Row) -> Iterator[Hit]:
        """A warning that names the nearest other picture."""
        near = self._near.get(row.entry.id)
        if not near:
            return
        other, (distance, mirrored) = min(near.items(), key=lambda one: (one[1], one[0]))
        facts = {"distance": distance, "mirrored": "yes" if mirrored else "no"}
        name = self._entries[other].name_beside(row.entry)
        yield Hit(
            "near-duplicate-picture",
            case="mirrored" if mirrored else "default",
            values={"other": name, "count": len(near), **facts},
            evidence=facts,
            key=self._entries[other].name,
        )

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The pictures that hang together by being nearly the same, each group sorted."""
        seen: set[int] = set()
        groups: list[tuple[int, ...]] = []
        for start in sorted(self._near):
            if start in seen or not self._near[start]:
                continue
            group, waiting = {start}, [start]
            while waiting:
                for other in self._near.get(waiting.pop(), {}):
                    if other not in group:
                        group.add(other)
                        waiting.append(other)
            seen |= group
            groups.append(tuple(sorted(group)))
        return tuple(groups)
