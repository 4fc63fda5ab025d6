"""The same thing written in two ways over the dataset: word order, joined words, two spellings."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache

from app.captions.style import Style
from app.dataset.choices import DatasetChoices
from app.lint.cards import load_cards
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.units import SMALL
from app.lint.watch import NOBODY, Watch

_ENOUGH = 4
"""Captions that must have the commoner form before the other one is drift."""
_NAMED = 6
"""Pairs that one finding lists."""


class Wordings(Watch):
    """How many captions have each form of the same words.

    A form is a word ("closeup"), two words ("close up") or three ("long black hair", or the two
    tags "long hair, black"). What two forms have in common is their key: the letters without the
    space, the words in any order, or the group of spellings on the card.
    """

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._counts: dict[str, int] = {}
        self._groups: dict[str, dict[str, None]] = {}
        self._paired: set[str] = set()
        """Forms that are not alone in their group."""
        self._mixed: set[str] = set()
        self._variants = _variants()

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Nobody: the drift is told of the dataset, and found in a caption by searching for it."""
        old, new = _forms_of(before), _forms_of(after)
        for form in old - new:
            self._count(form, -1)
        counts, paired = self._counts, self._paired
        for form in new - old:
            # Most forms are the only one of their group, whose count alone decides nothing.
            if form in counts and form not in paired:
                counts[form] += 1
            else:
                self._count(form, 1)
        return NOBODY

    def _count(self, form: str, step: int) -> None:
        counts = self._counts
        earlier = counts.get(form, 0)
        now = earlier + step
        if earlier and now:
            counts[form] = now
            if form in self._paired:
                self._look_again(self._key_of(form))
            return
        key = self._key_of(form)
        group = self._groups.setdefault(key, {})
        if now:
            counts[form] = now
            group[form] = None
            if len(group) > 1:
                self._paired.update(group)
        else:
            del counts[form], group[form]
            self._paired.discard(form)
            if len(group) == 1:
                self._paired.difference_update(group)
        if len(group) > 1 or key in self._mixed:
            self._look_again(key)
        if not group:
            del self._groups[key]

    def _key_of(self, form: str) -> str:
        words = form.replace(",", "").split(" ")
        if len(words) == 2:
            return words[0] + words[1]
        if len(words) == 1:
            return self._variants.get(form, form)
        return " ".join(sorted(words))

    def _look_again(self, key: str) -> None:
        forms = self._groups[key]
        if len(forms) > 1 and max([self._counts[form] for form in forms]) >= _ENOUGH:
            self._mixed.add(key)
            self.news = True
        elif key in self._mixed:
            self._mixed.remove(key)
            self.news = True

    def dataset_hits(self) -> Iterator[Hit]:
        """One hint that lists the pairs, the commonest first."""
        pairs: list[tuple[int, str]] = []
        for key in self._mixed:
            counted = sorted((-self._counts[form], form) for form in self._groups[key])
            (often, usual), (seldom, other) = counted[:2]
            pairs.append((often, f"{usual} ({-often}), {other} ({-seldom})"))
        if pairs:
            pairs.sort()
            listed = "; ".join(text for _, text in pairs[:_NAMED])
            values = {"count": len(pairs), "pairs": listed}
            yield Hit("wording-drift", values=values, key=listed)


def _forms_of(row: Row | None) -> set[str]:
    if row is None:
        return set()
    # The shortest word on the card has four letters.
    forms = {token for token in row.reading.tokens if len(token) > 3}
    earlier = ""
    describing = _describing() if row.reading.style is Style.TAGS else frozenset[str]()
    for unit in row.reading.units:
        count = unit.count(" ")
        if count == 1:
            if len(unit) > 6 and unit.isascii():
                forms.add(unit)
        elif count == 2:
            first, second, third = unit.split(" ")
            small = first in SMALL or second in SMALL or third in SMALL
            if not small and first != second and second != third and first != third:
                forms.add(unit)
        elif not count and unit in describing and earlier.count(" ") == 1:
            adjective, _, noun = earlier.partition(" ")
            if adjective in describing and unit not in (adjective, noun):
                forms.add(f"{earlier}, {unit}")
        earlier = unit
    return forms


@cache
def _describing() -> frozenset[str]:
    return frozenset(load_cards()["wording-drift"].data["describing"].split())


@cache
def _variants() -> Mapping[str, str]:
    """The pairs of spellings on the card, each form with the first of its group."""
    groups: Iterable[str] = load_cards()["wording-drift"].data["variants"]
    return {form: group.split()[0] for group in groups for form in group.split()}
