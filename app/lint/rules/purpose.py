"""Sets for a style or for clothes whose captions do not name what is to be learned."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from app.dataset.choices import DatasetChoices, Purpose
from app.lint.cards import load_cards
from app.lint.context import Row
from app.lint.rule import Hit
from app.lint.watch import NOBODY, Watch

_RULES = {Purpose.STYLE: "style-unnamed", Purpose.FASHION: "fabric-unnamed"}
_ENOUGH = 5
_FEW = 0.3
"""Share of captions that name something of the kind, below which it is said."""


@dataclass(slots=True)
class _Concept:
    captions: dict[int, None] = field(default_factory=dict[int, None])
    naming: dict[Purpose, dict[int, None]] = field(default_factory=dict[Purpose, dict[int, None]])


@dataclass(frozen=True, slots=True)
class _Words:
    """What names something of a purpose."""

    english: frozenset[str]
    japanese: tuple[str, ...]

    def named_in(self, row: Row) -> bool:
        if not self.english.isdisjoint(row.reading.tokens):
            return True
        text = row.entry.text or ""
        return not text.isascii() and _any_of(self.japanese).search(text) is not None


class PurposeWords(Watch):
    """Which captions of each concept name something of a style, or of cloth and cut."""

    def __init__(self, choices: DatasetChoices) -> None:
        super().__init__(choices)
        self._words = _words()
        self._concepts: defaultdict[str, _Concept] = defaultdict(_Concept)

    def change(self, before: Row | None, after: Row | None) -> Collection[int]:
        """Nobody: it is said of the dataset."""
        if (
            before
            and after
            and before.reading.tokens == after.reading.tokens
            and ((after.entry.text or "").isascii() or before.entry.text == after.entry.text)
            and before.entry.concept == after.entry.concept
        ):
            return NOBODY
        if before and before.entry.concept in self._concepts:
            concept = self._concepts[before.entry.concept]
            for group in (concept.captions, *concept.naming.values()):
                group.pop(before.entry.id, None)
        if after and after.reading.word_count:
            concept = self._concepts[after.entry.concept]
            concept.captions[after.entry.id] = None
            for purpose, words in self._words.items():
                if words.named_in(after):
                    concept.naming.setdefault(purpose, {})[after.entry.id] = None
        self.news = self.news or self.choices.purpose in _RULES
        return NOBODY

    def dataset_hits(self) -> Iterator[Hit]:
        """A hint for each concept where few captions name what the purpose is about."""
        purpose = self.choices.purpose
        if purpose not in _RULES:
            return
        for name, concept in self._concepts.items():
            total = len(concept.captions)
            naming = concept.naming.get(purpose, {})
            if total >= _ENOUGH and len(naming) < _FEW * total:
                yield Hit(
                    _RULES[purpose],
                    values={"concept": name, "count": len(naming), "captions": total},
                    entries=tuple(sorted(concept.captions.keys() - naming.keys())),
                    concept=name,
                    key=name,
                )


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Made for the first caption that may have one: a window waits while it opens a dataset."""
    return re.compile("|".join(map(re.escape, words)))


@cache
def _words() -> Mapping[Purpose, _Words]:
    """The words stand on the cards."""
    cards = load_cards()
    found: dict[Purpose, _Words] = {}
    for purpose, rule in _RULES.items():
        words = cards[rule].data["words"]
        found[purpose] = _Words(frozenset(words["any"]), tuple(words["japanese"]))
    return found
