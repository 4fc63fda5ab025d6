"""Captions of different pictures that differ in a word or two."""

from collections.abc import Collection, Iterator

from rapidfuzz.distance import Indel

from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch

_ALIKE = 0.92
"""Share of the words that two captions have in common, in the same order."""
_SHORTEST = 10
"""Words; below, one that differs may be all there is to say."""
_TEMPLATE = 6
"""More captions as alike as that follow a pattern on purpose."""


class NearCopies(Watch):
    """Captions by what nearly equal ones have in common; only those are compared in full."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._buckets: dict[int, dict[int, Row]] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Those that the caption was or is nearly equal to, as far as can be told cheaply."""
        told: set[int] = set()
        old = before.reading.buckets if before else ()
        new = after.reading.buckets if after else ()
        if before and after and old == new and before.entry.text == after.entry.text:
            for key in new:
                self._buckets[key][after.entry.id] = after
            return NOBODY
        if before:
            for key in old:
                group = self._buckets[key]
                del group[before.entry.id]
                if len(group) <= _TEMPLATE:
                    told.update(group)
                if not group:
                    del self._buckets[key]
        if after:
            for key in new:
                group = self._buckets.get(key)
                if group is None:
                    self._buckets[key] = {after.entry.id: after}
                    continue
                if len(group) <= _TEMPLATE:
                    told.update(group)
                group[after.entry.id] = after
        return told

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hint at the caption that is nearest, where it is nearly the same."""
        reading = row.reading
        if reading.word_count < _SHORTEST:
            return
        others: dict[int, Row] = {}
        for key in reading.buckets:
            group = self._buckets.get(key, {})
            if len(group) > _TEMPLATE:
                return
            if len(group) > 1:
                others.update(group)
        if not others:
            return
        words = (row.entry.text or "").casefold().split()
        best: tuple[float, Row] | None = None
        for other in others.values():
            if other.reading.digest == reading.digest or _is_same(row, other):
                continue
            alike = Indel.normalized_similarity(words, (other.entry.text or "").casefold().split())
            if alike >= _ALIKE and (best is None or alike > best[0]):
                best = alike, other
        if best is not None:
            values = {
                "other": best[1].entry.name_beside(row.entry),
                "percent": round(100 * best[0]),
            }
            yield Hit("nearly-copied-caption", values=values, key=row.entry.text or "")


def _is_same(row: Row, other: Row) -> bool:
    """The very entry, or another whose caption file or picture is the same."""
    if other.entry.id == row.entry.id or other.entry.id in row.entry.shares_with:
        return True
    return row.evidence.digest is not None and row.evidence.digest == other.evidence.digest
