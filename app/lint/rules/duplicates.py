"""Pictures that are nearly the same, also mirrored."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

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
_FAR = 2 * NEAR + 2
"""Steps from which a picture is not near; two for each differing bit, one for being mirrored."""
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
        self._nearest: dict[int, tuple[tuple[int, bool], int]] = {}
        """How near the nearest one is and which, where that is known: asked again and again."""
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
        self._nearest.pop(entry, None)
        for other in near:
            self._near[other].pop(entry)
            if other in self._nearest and self._nearest[other][1] == entry:
                del self._nearest[other]
        return near.keys()

    def _learn(self, new: Mapping[int, Fingerprint]) -> Collection[int]:
        """Those that are near one of the new ones, among the known and the new."""
        if not new:
            return NOBODY
        upright = _halves([one.bits for one in new.values()])
        mirrored = _halves([one.mirrored for one in new.values()])
        slots = self._keep(list(new), upright)
        rows, columns = _not_before(len(new))
        near = self._search(upright, mirrored, (rows, slots[columns]))
        told: set[int] = set()
        for entry, others in zip(new, near, strict=True):
            for slot, steps in others:
                other, how = self._ids[slot], (steps // 2, steps % 2 == 1)
                self._link(entry, other, how)
                self._link(other, entry, how)
                told.add(other)
        return told

    def _link(self, entry: int, other: int, how: tuple[int, bool]) -> None:
        near = self._near.setdefault(entry, {})
        near[other] = how
        known = self._nearest.get(entry)
        if len(near) == 1 or (known is not None and (how, other) < known):
            self._nearest[entry] = how, other

    def _search(
        self,
        upright: NDArray[np.uint64],
        mirrored: NDArray[np.uint64],
        apart: tuple[NDArray[np.intp], NDArray[np.intp]],
    ) -> list[list[tuple[int, int]]]:
        """For each row the slots nearest to it, and twice the differing bits: one more if mirrored.

        Not those `apart` (rows, slots). In numpy to the end: frames of a film are all near.
        """
        used = len(self._ids)
        steps = np.full((upright.shape[1], used), _FAR, np.uint8)
        for wanted, turned in ((upright, 0), (mirrored, 1)):
            half = self._differing_bits(wanted[0], self._prints[0, :used])
            half[apart] = _HALF
            # Half of the bits sieve for the other, which few pictures reach, and most times none.
            if half.min() <= NEAR:
                rest = np.bitwise_count(wanted[1][:, None] ^ self._prints[1, :used])
                bits = np.minimum(half + rest, NEAR + 1)  # twice as many fit into a byte then
                np.minimum(steps, 2 * bits + turned, out=steps)
        steps[:, self._free] = _FAR
        return [_nearest(row) for row in steps] if steps.min() < _FAR else [[]] * len(steps)

    def _differing_bits(
        self, wanted: NDArray[np.uint64], known: NDArray[np.uint64]
    ) -> NDArray[np.uint8]:
        """Of each of one with each of the other; good until asked again."""
        counted = self._counted[: len(wanted), : len(known)]
        for start in range(0, len(known), _TILE):
            tile = known[start : start + _TILE]
            differing = self._differing[: len(wanted), : len(tile)]
            np.bitwise_xor(wanted[:, None], tile, out=differing)
            np.bitwise_count(differing, out=counted[:, start : start + _TILE])
        return counted

    def _keep(self, entries: Sequence[int], halves: NDArray[np.uint64]) -> NDArray[np.intp]:
        """Put the fingerprints into slots; which ones."""
        slots = [self._free.pop() for _ in entries[: len(self._free)]]
        for slot, entry in zip(slots, entries, strict=False):
            self._ids[slot] = entry
        first = len(self._ids)
        self._ids.extend(entries[len(slots) :])
        slots += range(first, len(self._ids))
        while len(self._ids) > self._prints.shape[1]:
            self._prints = np.concatenate([self._prints, np.zeros_like(self._prints)], axis=1)
            self._counted = np.empty((_BLOCK, self._prints.shape[1]), np.uint8)
        self._slots.update(zip(entries, slots, strict=True))
        taken = np.array(slots)
        self._prints[:, taken] = halves
        return taken

    def hits(self, row: Row) -> Iterator[Hit]:
        """A warning that names the nearest other picture."""
        entry = row.entry.id
        near = self._near.get(entry)
        if not near:
            return
        if entry not in self._nearest:
            self._nearest[entry] = min((how, other) for other, how in near.items())
        (distance, mirrored), other = self._nearest[entry]
        facts = {"distance": distance, "mirrored": "yes" if mirrored else "no"}
        name = self._entries[other].name_beside(row.entry)
        yield Hit(
            "near-duplicate-picture",
            case="mirrored" if mirrored else "default",
            values={"other": name, **facts},
            evidence=facts,
            key=self._entries[other].name,
        )


def _halves(prints: Sequence[int]) -> NDArray[np.uint64]:
    """Shape (2, number): the upper halves, the lower halves."""
    packed = b"".join([one.to_bytes(16, "big") for one in prints])
    return np.ascontiguousarray(np.frombuffer(packed, ">u8").reshape(-1, 2).T, np.uint64)


def _nearest(steps: NDArray[np.uint8]) -> list[tuple[int, int]]:
    """The slots that are near, nearest first, and their steps."""
    near = np.flatnonzero(steps < _FAR)
    near = near[np.argsort(steps[near], kind="stable")[:_NAMED]]
    return list(zip(near.tolist(), steps[near].tolist(), strict=True))


@cache
def _not_before(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Each of so many beside itself and each later one."""
    return np.triu_indices(count)
