"""Sets about a person: faces whose expression or distance departs from that of most pictures."""

from collections import Counter
from collections.abc import Collection, Iterator
from enum import Enum

from app.dataset.choices import DatasetChoices, Purpose
from app.dataset.marks import Distance, Expression
from app.images.evidence import Smile
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.rules.distance import known_distance
from app.lint.rules.mood import agreed
from app.lint.watch import NOBODY, Watch

_ENOUGH = 8
_MOST = 0.75

Trait = Distance | Smile
"""What is compared: the distance, or whether the face smiles."""


class _Theme(Enum):
    DISTANCE = "distance-outlier"
    EXPRESSION = "expression-outlier"


class Persons(Watch):
    """How many pictures show each distance and each expression, as marked or else as measured."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._counts: dict[tuple[str, _Theme], Counter[Trait]] = {}
        self._members: dict[str, dict[int, None]] = {}

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Everybody of a concept where something else is usual now."""
        old = _traits(before)
        new = _traits(after)
        stays = before and after and before.entry.concept == after.entry.concept
        if old == new and (stays or not old):
            return NOBODY
        concepts = {row.entry.concept for row in (before, after) if row}
        usual = {(c, theme): self._usual(c, theme) for c in concepts for theme in _Theme}
        for row, traits, step in ((before, old, -1), (after, new, 1)):
            if row is None:
                continue
            for theme, trait in traits.items():
                counts = self._counts.setdefault((row.entry.concept, theme), Counter())
                counts[trait] += step
            members = self._members.setdefault(row.entry.concept, {})
            if step > 0 and traits:
                members[row.entry.id] = None
            else:
                members.pop(row.entry.id, None)
        told: set[int] = set()
        for (concept, theme), earlier in usual.items():
            if self._usual(concept, theme) is not earlier:
                told.update(self._members.get(concept, ()))
        return told

    def _usual(self, concept: str, theme: _Theme) -> Trait | None:
        counts = self._counts.get((concept, theme))
        if counts is None or counts.total() < _ENOUGH:
            return None
        trait, count = counts.most_common(1)[0]
        return trait if count >= _MOST * counts.total() else None

    def hits(self, row: Row) -> Iterator[Hit]:
        """A hint for each theme in which this picture departs; only where a person is learned."""
        if self.choices.purpose is not Purpose.PERSON:
            return
        for theme, trait in _traits(row).items():
            usual = self._usual(row.entry.concept, theme)
            if usual is not None and trait is not usual:
                facts = {"seen": trait.value, "usual": usual.value}
                yield Hit(theme.value, values=facts, evidence=facts, key=trait.value)


def _traits(row: Row | None) -> dict[_Theme, Trait]:
    if row is None or not (row.evidence.faces or row.marks.distance or row.marks.expression):
        return {}
    traits: dict[_Theme, Trait] = {}
    distance = known_distance(row)
    if distance is not None:
        traits[_Theme.DISTANCE] = distance
    smile = _smile(row)
    if smile is not Smile.UNKNOWN:
        traits[_Theme.EXPRESSION] = smile
    return traits


def _smile(row: Row) -> Smile:
    match row.marks.expression:
        case Expression.SMILING:
            return Smile.FOUND
        case Expression.NEUTRAL | Expression.SAD:
            return Smile.NONE
        case Expression.OTHER:
            return Smile.UNKNOWN
        case None:
            return agreed(row.evidence.faces or ())
