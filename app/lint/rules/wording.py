"""The same thing written in two ways over the dataset: word order, joined words, two spellings."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations

from app.captions.style import Style
from app.dataset.choices import DatasetChoices
from app.lint.cards import load_cards
from app.lint.context import Reading, Row
from app.lint.rule import Hit
from app.lint.units import SMALL
from app.lint.watch import NOBODY, Watch

_ENOUGH = 4
"""Captions that must have the commoner form before the other one is drift."""
_NAMED = 6
"""Pairs that one finding lists."""
_SHORTEST = 4
"""Letters of the shortest word on the card."""


class Wordings(Watch):
    """How many captions have each form of the same words.

    A form is a word ("closeup"), two words ("close up") or three ("long black hair", or the two
    tags "long hair, black"). What two forms have in common is their key: the letters without the
    space, the words in any order, or the group of spellings on the card. Where no form of a key is
    usual nothing drifts: so all are counted, and only of the usual ones the others are looked for.
    """

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._words: dict[str, int] = {}
        self._runs: dict[str, int] = {}
        """Forms of several words, and what else is a unit of a caption."""
        self._watched: set[str] = set()
        """Forms that would mix a key if they came, and those of keys that are mixed."""
        self._mixed: set[str] = set()

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Nobody: the drift is told of the dataset, and found in a caption by searching for it."""
        words, runs = _words_and_runs(after)
        if before:
            old_words, old_runs = map(set, _words_and_runs(before))
            gone = self._count(self._words, old_words.difference(words), -1)
            gone += self._count(self._runs, old_runs.difference(runs), -1)
            words, runs = set(words) - old_words, set(runs) - old_runs
        else:
            gone = []
        come = self._count(self._words, words, 1) + self._count(self._runs, runs, 1)
        for key in filter(None, map(_key_of, gone + come)):
            self._look_again(key)
        return NOBODY

    def _count(self, counts: dict[str, int], forms: Collection[str], step: int) -> list[str]:
        """Those of the forms by which a key may have become mixed, or may be so no longer."""
        turn = _ENOUGH if step > 0 else _ENOUGH - 1
        told: list[str] = []
        for form in forms:
            now = counts.get(form, 0) + step
            if now:
                counts[form] = now
                if now == turn:
                    told.append(form)
            else:
                del counts[form]
        if not self._watched.isdisjoint(forms):
            told += [form for form in forms if form in self._watched]
        return told

    def _look_again(self, key: str) -> None:
        forms = _forms_with(key)
        there = self._there(forms)
        usual = max(there.values(), default=0) >= _ENOUGH
        if usual and len(there) > 1:
            self._watched.update(forms)
            self._mixed.add(key)
            self.news = True
            return
        if usual:
            self._watched.update(form for form in forms if form not in there)
        if key in self._mixed:
            self._mixed.remove(key)
            self.news = True

    def _there(self, forms: Iterable[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for form in forms:
            count = (self._runs if " " in form else self._words).get(form)
            if count:
                found[form] = count
        return found

    def dataset_hits(self) -> Iterator[Hit]:
        """One hint that lists the pairs, the commonest first."""
        pairs: list[tuple[int, str]] = []
        for key in self._mixed:
            there = self._there(_forms_with(key))
            counted = sorted((-count, form) for form, count in there.items())
            (often, usual), (seldom, other) = counted[:2]
            pairs.append((often, f"{usual} ({-often}), {other} ({-seldom})"))
        if pairs:
            pairs.sort()
            listed = "; ".join(text for _, text in pairs[:_NAMED])
            values = {"count": len(pairs), "pairs": listed}
            yield Hit("wording-drift", values=values, key=listed)


def _words_and_runs(row: Row | None) -> tuple[Sequence[str], Sequence[str]]:
    if row is None:
        return (), ()
    reading = row.reading
    if reading.style is Style.TAGS and not _describing().isdisjoint(reading.units):
        return reading.tokens, (*reading.units, *_described(reading))
    return reading.tokens, reading.units


def _described(reading: Reading) -> Iterable[str]:
    """Two tags of which the second describes the first: long hair, black."""
    describing = _describing()
    found: dict[str, None] = {}
    earlier = ""
    for unit in reading.units:
        if unit in describing and earlier.count(" ") == 1:
            adjective, _, noun = earlier.partition(" ")
            if adjective in describing and unit not in (adjective, noun):
                found[f"{earlier}, {unit}"] = None
        earlier = unit
    return found


def _key_of(form: str) -> str:
    """What the forms of the same words have in common; empty where it is no form."""
    words = form.replace(",", "").split(" ")
    if len(words) == 1:
        return _variants().get(form, form) if len(form) >= _SHORTEST else ""
    if len(words) == 2:
        return words[0] + words[1] if len(form) > 6 and form.isascii() else ""
    named = len(words) == 3 and len(set(words)) == 3 and SMALL.isdisjoint(words)
    return " ".join(sorted(words)) if named else ""


def _forms_with(key: str) -> list[str]:
    """All forms that have the key, whether any caption has them or not."""
    if " " in key:
        orders = list(permutations(key.split(" ")))
        return [*map(" ".join, orders), *(f"{a} {b}, {c}" for a, b, c in orders)]
    words = [key] if key not in _variants() else [*_spellings().get(key, ())]
    if len(key) >= 6 and key.isascii():
        words += [f"{key[:place]} {key[place:]}" for place in range(1, len(key))]
    return words


@cache
def _describing() -> frozenset[str]:
    return frozenset(load_cards()["wording-drift"].data["describing"].split())


@cache
def _variants() -> Mapping[str, str]:
    """The spellings on the card, each form with the first of its group."""
    return {form: first for first, group in _spellings().items() for form in group}


@cache
def _spellings() -> Mapping[str, Sequence[str]]:
    """All of each group by its first."""
    groups: Iterable[str] = load_cards()["wording-drift"].data["variants"]
    return {group.split()[0]: group.split() for group in groups}
