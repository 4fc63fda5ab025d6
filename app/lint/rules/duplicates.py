"""Pictures that are nearly the same, also mirrored."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Entry
from app.images.evidence import Fingerprint
from app.images.fingerprint import NEAR
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch

_HALF = 64
"""Bits of half a fingerprint."""
_NAMED = 20
"""Neighbours that are remembered of one picture."""
_BLOCK = 16
"""Fingerprints that are searched for side by side."""
_TILE = 1024
"""Known ones that a block is compared with at once: what is worked out stays in the cache."""


class Duplicates(Watch):
    """The fingerprints of all pictures, and for each the pictures nearest to it."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._prints = np.zeros((2, 64), np.uint64)
        """The halves of each fingerprint, by slot."""
        self._ids: list[int] = []
        """The entry in each slot that was ever taken, or -1."""
        self._slots: dict[int, int] = {}
        self._free: list[int] = []
        self._near: dict[int, dict[int, tuple[int, bool]]] = {}
        self._entries: dict[int, Entry] = {}
        self._differing = np.empty((_BLOCK, _TILE), np.uint64)
        """Written anew each time: fresh memory would cost more than what is written there."""
        self._counted = np.empty((_BLOCK, 64), np.uint8)

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """The pictures that were or are nearly the same as this one."""
        if after:
            return self.change_many(((before, after),))
        if before and before.evidence.fingerprint:
            return self._forget(before.entry.id)
        return NOBODY

    def change_many(self, changes: Iterable[tuple[Row | None, Row]]) -> Collection[int]:
        """The same for several: their fingerprints are searched for side by side."""
        told: set[int] = set()
        new: dict[int, Fingerprint] = {}
        for before, after in changes:
            entry = after.entry
            self._entries[entry.id] = entry
            old, now = before.evidence.fingerprint if before else None, after.evidence.fingerprint
            if old == now:
                continue
            if old or len(new) == _BLOCK:
                told.update(self._learn(new))
                new.clear()
            if old:
                told.update(self._forget(entry.id))
            if now:
                new[entry.id] = now
        told.update(self._learn(new))
        return told

    def _forget(self, entry: int) -> Collection[int]:
        slot = self._slots.pop(entry)
        self._ids[slot] = -1
        self._free.append(slot)
        near = self._near.pop(entry, {})
        for other in near:
            self._near.get(other, {}).pop(entry, None)
        return near.keys()

    def _learn(self, new: Mapping[int, Fingerprint]) -> Collection[int]:
        """Those that are near one of the new ones, among the known and the new."""
        if not new:
            return NOBODY
        upright = _halves([one.bits for one in new.values()])
        mirrored = _halves([one.mirrored for one in new.values()])
        slots = np.array(list(map(self._keep, new, upright.T)))
        rows, columns = _not_before(len(new))
        found: list[dict[int, tuple[int, bool]]] = [{} for _ in new]
        for wanted, turned in ((mirrored, True), (upright, False)):
            for row, slot, bits in self._search(wanted, (rows, slots[columns])):
                found[row][self._ids[slot]] = bits, turned
        told: set[int] = set()
        for entry, near in zip(new, found, strict=True):
            for other, how in sorted(near.items(), key=itemgetter(1))[:_NAMED]:
                self._near.setdefault(entry, {})[other] = how
                self._near.setdefault(other, {})[entry] = how
                told.add(other)
        return told

    def _search(
        self, wanted: NDArray[np.uint64], apart: tuple[NDArray[np.intp], NDArray[np.intp]]
    ) -> Iterator[tuple[int, int, int]]:
        """Row, slot and differing bits of what is near; not those `apart` (rows, slots)."""
        used, rows = len(self._ids), wanted.shape[1]
        half = self._counted[:rows, :used]
        for start in range(0, used, _TILE):
            known = self._prints[0, start : min(start + _TILE, used)]
            differing = self._differing[:rows, : len(known)]
            np.bitwise_xor(wanted[0][:, None], known, out=differing)
            np.bitwise_count(differing, out=half[:, start : start + _TILE])
        half[apart] = _HALF
        # Half of the bits sieve for the other half, which few pictures reach, and most times none.
        if half.min() > NEAR:
            return
        for row, slot in np.argwhere(half <= NEAR).tolist():
            rest = int(wanted[1, row]) ^ int(self._prints[1, slot])
            bits = int(half[row, slot]) + rest.bit_count()
            if bits <= NEAR and self._ids[slot] >= 0:
                yield row, slot, bits

    def _keep(self, entry: int, halves: NDArray[np.uint64]) -> int:
        if self._free:
            slot = self._free.pop()
            self._ids[slot] = entry
        else:
            slot = len(self._ids)
            self._ids.append(entry)
            if slot == self._prints.shape[1]:
                self._prints = np.concatenate([self._prints, np.zeros_like(self._prints)], axis=1)
                self._counted = np.empty((_BLOCK, 2 * slot), np.uint8)
        self._slots[entry] = slot
        self._prints[:, slot] = halves
        return slot

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


def _halves(prints: Sequence[int]) -> NDArray[np.uint64]:
    """Shape (2, number): the upper halves, the lower halves."""
    packed = b"".join([one.to_bytes(16, "big") for one in prints])
    return np.ascontiguousarray(np.frombuffer(packed, ">u8").reshape(-1, 2).T, np.uint64)


@cache
def _not_before(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Each of so many beside itself and each later one."""
    return np.triu_indices(count)
