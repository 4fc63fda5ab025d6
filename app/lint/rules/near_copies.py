"""Captions of different pictures that differ in a word or two."""

from collections.abc import Collection, Iterator

from rapidfuzz.distance import Indel

from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import Watch

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
        self._alone: dict[int, Row] = {}
        """The one caption that has a number: nearly all are alone with each of theirs."""
        self._groups: dict[int, dict[int, Row]] = {}
        """Those that share a number."""

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Those that the caption was or is nearly equal to, as far as can be told cheaply."""
        told: set[int] = set()
        old = before.reading.buckets if before else ()
        new = after.reading.buckets if after else ()
        if before and after and old == new and before.entry.text == after.entry.text:
            same = before.evidence.digest == after.evidence.digest
            for key in new:
                group = self._groups.get(key)
                if group is None:
                    self._alone[key] = after
                    continue
                group[after.entry.id] = after
                # Once both are read, another may prove to be the very same picture.
                if not same and len(group) <= _TEMPLATE:
                    told.update(group)
            return told
        if before:
            for key in old:
                self._leave(key, before, told)
        if after:
            for key in new:
                self._join(key, after, told)
        return told

    def _leave(self, key: int, row: Row, told: set[int]) -> None:
        group = self._groups.get(key)
        if group is None:
            del self._alone[key]
            return
        del group[row.entry.id]
        if len(group) <= _TEMPLATE:
            told.update(group)
        if len(group) == 1:
            (self._alone[key],) = group.values()
            del self._groups[key]

    def _join(self, key: int, row: Row, told: set[int]) -> None:
        group = self._groups.get(key)
        if group is None:
            other = self._alone.setdefault(key, row)
            if other is row:
                return
            group = self._groups[key] = {other.entry.id: other}
            del self._alone[key]
        if len(group) <= _TEMPLATE:
            told.update(group)
        group[row.entry.id] = row

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hint at the caption that is nearest, where it is nearly the same."""
        reading = row.reading
        if reading.word_count < _SHORTEST or self._groups.keys().isdisjoint(reading.buckets):
            return
        others: dict[int, Row] = {}
        for group in filter(None, map(self._groups.get, reading.buckets)):
            if len(group) > _TEMPLATE:
                return
            others.update(group)
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
