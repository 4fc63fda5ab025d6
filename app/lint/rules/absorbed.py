"""Phrases that nearly every caption has, and captions that have nothing else."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from app.captions.style import Style
from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch

_SHARE = 0.8
_ENOUGH = 8
"""Captions of a concept below which "nearly all" means nothing."""
_NAMED = 6
"""Phrases that one finding lists."""


@dataclass(slots=True)
class _Concept:
    captions: dict[int, None] = field(default_factory=dict[int, None])
    counts: dict[str, int] = field(default_factory=dict[str, int])
    common: set[str] = field(default_factory=set[str])
    """Units in at least `_SHARE` of the captions."""


class Absorbed(Watch):
    """How many captions of each concept have each tag or run of words."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._concepts: defaultdict[str, _Concept] = defaultdict(_Concept)

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """The whole concept, where a phrase has become common or is so no longer."""
        if before and after and before.entry.concept == after.entry.concept:
            if before.reading.units == after.reading.units:
                return NOBODY
            return self._shift(after.entry.concept, before, after)
        told: set[int] = set()
        if before:
            told.update(self._shift(before.entry.concept, before, None))
        if after:
            told.update(self._shift(after.entry.concept, None, after))
        return told

    def _shift(self, name: str, before: Row | None, after: Row | None) -> Collection[int]:
        concept = self._concepts[name]
        counts, captions = concept.counts, concept.captions
        gone = before.reading.units if before else ()
        come = after.reading.units if after else ()
        earlier = len(captions)
        if before and gone:
            captions.pop(before.entry.id, None)
        if after and come:
            captions[after.entry.id] = None
        now = len(captions)
        limit = _SHARE * now
        for unit in gone:
            counts[unit] -= 1
            if not counts[unit]:
                del counts[unit]
        risen: list[str] = []
        for unit in come:
            number = counts[unit] = counts.get(unit, 0) + 1
            if number >= limit:
                risen.append(unit)
        if now < _ENOUGH:
            common: set[str] = set()
        elif now < earlier or now == _ENOUGH:
            # With fewer captions any phrase may have become common.
            common = {unit for unit, number in counts.items() if number >= limit}
        else:
            common = {unit for unit in concept.common if counts.get(unit, 0) >= limit}
            common.update(risen)
        if common == concept.common:
            return NOBODY
        concept.common = common
        self.news = True
        return captions.keys()

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hint where a caption has nothing but common phrases."""
        concept = self._concepts.get(row.entry.concept)
        reading = row.reading
        if concept is None or not concept.common or reading.style is not Style.TAGS:
            return
        if concept.common.issuperset(reading.units):
            values = {"count": len(reading.units)}
            yield Hit("nothing-that-varies", values=values, key=row.entry.text or "")

    def dataset_hits(self) -> Iterator[Hit]:
        """One hint for each concept that has common phrases besides its trigger."""
        for name, concept in self._concepts.items():
            trigger = self.choices.concept(name).trigger.casefold()
            phrases = _whole(unit for unit in concept.common if not trigger or trigger not in unit)
            if not phrases:
                continue
            ordered = sorted(phrases, key=lambda unit: (-concept.counts[unit], unit))
            listed = "; ".join(f"{unit} ({concept.counts[unit]})" for unit in ordered[:_NAMED])
            yield Hit(
                "absorbed-phrase",
                values={
                    "concept": name,
                    "phrases": listed,
                    "count": len(ordered),
                    "captions": len(concept.captions),
                },
                entries=tuple(sorted(concept.captions)),
                concept=name,
                key=name,
            )


def _whole(units: Iterator[str]) -> list[str]:
    """The units that are no part of a longer one."""
    kept: list[str] = []
    for unit in sorted(units, key=len, reverse=True):
        if not any(f" {unit} " in f" {longer} " for longer in kept):
            kept.append(unit)
    return kept
