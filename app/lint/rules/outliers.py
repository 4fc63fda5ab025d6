"""Pictures whose light or colour lies far from that of the others of their concept."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import compress

import numpy as np

from app.dataset.choices import DatasetChoices
from app.lint.context import Row
from app.lint.medians import medians
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch

_ENOUGH = 8
_FAR = 3.5
"""Distance from the median, in robust standard deviations."""
_NAMES = ("lightness", "contrast", "colourfulness", "red_green", "blue_yellow")
_LIGHT = 2
"""The first two speak of light, the others of colour."""
_FLOORS = np.array([6.0, 4.0, 8.0, 3.0, 5.0])
"""Least standard deviation: in a set that is very even small steps are no outliers."""
_STEPS = np.array([18.0, 12.0, 25.0, 10.0, 15.0])
"""Least distance from the median that can be seen."""

Features = tuple[float, float, float, float, float]


@dataclass(slots=True)
class _Concept:
    features: dict[int, Features] = field(default_factory=dict[int, Features])
    changes: int = 0
    medians: tuple[float, ...] = ()
    deviations: tuple[float, ...] = ()
    usual: set[int] = field(default_factory=set[int])
    """Entries known to lie near the medians."""


class Outliers(Watch):
    """The tone of all pictures by concept. Medians are taken anew after some changes, not each."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._concepts: defaultdict[str, _Concept] = defaultdict(_Concept)

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Everybody of the concept, each time its medians are void."""
        told: set[int] = set()
        old, new = _features(before), _features(after)
        if old == new and before and after and before.entry.concept == after.entry.concept:
            return NOBODY
        if before and old:
            concept = self._concepts[before.entry.concept]
            concept.usual.discard(before.entry.id)
            if not (after and new and after.entry.concept == before.entry.concept):
                del concept.features[before.entry.id]
                told.update(_void(concept))
        if after and new:
            concept = self._concepts[after.entry.concept]
            concept.features[after.entry.id] = new
            told.update(_void(concept))
        return told

    def hits(self, row: Row) -> Iterator[Hit]:
        """At most one hint on light and one on colour, each with its farthest feature."""
        concept = self._concepts.get(row.entry.concept)
        if concept is None or len(concept.features) < _ENOUGH:
            return
        if not concept.medians:
            _look(concept)
        if row.entry.id in concept.usual:
            return
        own = _features(row)
        if own is None:
            return
        far: list[tuple[float, int]] = []
        for place, value in enumerate(own):
            away = abs(value - concept.medians[place])
            z = away / concept.deviations[place]
            if z >= _FAR and away > _STEPS[place]:
                far.append((-z, place))
        for rule, places in (
            ("light-outlier", range(_LIGHT)),
            ("colour-outlier", range(_LIGHT, 5)),
        ):
            found = min((one for one in far if one[1] in places), default=None)
            if found is not None:
                yield _hit(rule, found[1], own[found[1]], concept.medians[found[1]])


def _look(concept: _Concept) -> None:
    """Take the medians of the concept, and tell in one go who is surely near them."""
    values = np.array(list(concept.features.values()))
    middle = medians(values)
    away = np.abs(values - middle)
    deviations = np.maximum(1.4826 * medians(away), _FLOORS)
    concept.medians = tuple(middle.tolist())
    concept.deviations = tuple(deviations.tolist())
    far = ((away / deviations >= _FAR) & (away > _STEPS)).sum(axis=1)
    concept.usual = set(compress(concept.features, (far == 0).tolist()))


def _hit(rule: str, place: int, value: float, median: float) -> Hit:
    facts = {"feature": _NAMES[place], "value": round(value), "median": round(median)}
    side = "more" if value > median else "less"
    return Hit(
        rule, case=f"{_NAMES[place]}-{side}", values=facts, evidence=facts, key=_NAMES[place]
    )


def _void(concept: _Concept) -> Collection[int]:
    concept.changes += 1
    if len(concept.features) > _ENOUGH and concept.changes <= len(concept.features) // 20:
        return NOBODY
    concept.changes = 0
    concept.medians = ()
    # Those that are one too few now have just been judged.
    return concept.features.keys() if len(concept.features) >= _ENOUGH - 1 else NOBODY


def _features(row: Row | None) -> Features | None:
    tone = row.evidence.tone if row else None
    if tone is None:
        return None
    return tone.lightness_mean, tone.contrast_rms, tone.colourfulness, tone.a_mean, tone.b_mean
