"""The same thing written in two ways over the dataset: word order, joined words, two spellings."""

from collections.abc import Collection, Iterable, Iterator, Mapping

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

    A form is a word ("closeup"), two words ("close up") or three ("long black hair"). What two
    forms have in common is their key: the letters without the space, the words in any order, or
    the group of spellings on the card.
    """

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._counts: dict[str, int] = {}
        self._two_words: dict[str, str] = {}
        self._groups: dict[str, dict[str, None]] = {}
        self._mixed: set[str] = set()
        self._variants = _variants()

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Nobody: the drift is told of the dataset, and found in a caption by searching for it."""
        old = set(_forms_of(before))
        new = set(_forms_of(after))
        for form in old - new:
            self._count(form, -1)
        for form in new - old:
            self._count(form, 1)
        return NOBODY

    def _count(self, form: str, step: int) -> None:
        earlier = self._counts.get(form, 0)
        now = earlier + step
        if now:
            self._counts[form] = now
        else:
            del self._counts[form]
        words = form.split(" ")
        if len(words) == 2:
            key = words[0] + words[1]
            if not earlier:
                self._two_words[key] = form
        elif len(words) == 1 and form not in self._variants:
            key = form
        else:
            key = self._variants.get(form) or " ".join(sorted(words))
            group = self._groups.setdefault(key, {})
            if now:
                group[form] = None
            else:
                group.pop(form, None)
        self._look_again(key)

    def _look_again(self, key: str) -> None:
        forms = self._forms(key)
        if len(forms) > 1 and max(self._counts[form] for form in forms) >= _ENOUGH:
            self._mixed.add(key)
            self.news = True
        elif key in self._mixed:
            self._mixed.remove(key)
            self.news = True

    def _forms(self, key: str) -> list[str]:
        group = self._groups.get(key)
        if group is not None:
            return list(group)
        counts, two = self._counts, self._two_words.get(key)
        return [form for form in (key, two) if form in counts] if two else []

    def dataset_hits(self) -> Iterator[Hit]:
        """One hint that lists the pairs, the commonest first."""
        pairs: list[tuple[int, str]] = []
        for key in self._mixed:
            counted = sorted((-self._counts[form], form) for form in self._forms(key))
            (often, usual), (seldom, other) = counted[:2]
            pairs.append((often, f"{usual} ({-often}), {other} ({-seldom})"))
        if pairs:
            pairs.sort()
            listed = "; ".join(text for _, text in pairs[:_NAMED])
            values = {"count": len(pairs), "pairs": listed}
            yield Hit("wording-drift", values=values, key=listed)


def _forms_of(row: Row | None) -> Iterator[str]:
    if row is None:
        return
    for token in row.reading.tokens:
        # The shortest word on the card has four letters.
        if len(token) > 3:
            yield token
    for unit in row.reading.units:
        count = unit.count(" ")
        if (count == 1 and len(unit) > 6 and unit.isascii()) or (count == 2 and _names_all(unit)):
            yield unit


def _names_all(unit: str) -> bool:
    words = unit.split(" ")
    return SMALL.isdisjoint(words) and len(set(words)) == len(words)


def _variants() -> Mapping[str, str]:
    """The pairs of spellings on the card, each form with the first of its group."""
    groups: Iterable[str] = load_cards()["wording-drift"].data["variants"]
    return {form: group.split()[0] for group in groups for form in group.split()}
