"""Phrases that are looked up by their first word, and the kinds of rule that are only words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import compress, count
from typing import Generic, TypeVar

from app.captions.words import Words, cut
from app.lint.cards import Card
from app.lint.context import CaptionText
from app.lint.fixes import removal
from app.lint.rule import Fix, Hit

Label = TypeVar("Label")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Label]):
    """A table of phrases, each with a label; found in a cut caption in one walk.

    Spaces, hyphens and underscores between words are all the same. Japanese phrases are found
    anywhere inside a run of Japanese.
    """

    by_first: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], Label], ...]]]
    """By the first word, there by the second, "" where the phrase has none; longest first."""
    japanese: re.Pattern[str] | None
    japanese_labels: Mapping[str, Label]

    def find(self, words: Words) -> Iterator[tuple[int, int, Label]]:
        """Start, end and label of each phrase; the longest at each place, none overlapping."""
        forms, by_first = words.forms, self.by_first
        free = 0
        for place in compress(count(), map(by_first.__contains__, forms)):
            if place < free:
                continue
            by_second = by_first[forms[place]]
            following = forms[place + 1] if place + 1 < len(forms) else ""
            longer = by_second.get(following, ()) if following else ()
            for wanted, label in (*longer, *by_second.get("", ())):
                free = place + len(wanted)
                if forms[place:free] == wanted:
                    yield words.starts[place], words.ends[free - 1], label
                    break
            else:
                free = place
        if self.japanese is not None:
            for number in words.japanese:
                start = words.starts[number]
                for match in self.japanese.finditer(words.forms[number]):
                    at = start + match.start()
                    yield at, start + match.end(), self.japanese_labels[match[0]]


def phrases(pairs: Iterable[tuple[str, Label]]) -> Phrases[Label]:
    """The table of the given phrases with their labels."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], Label]]]] = {}
    japanese: dict[str, Label] = {}
    for phrase, label in pairs:
        words = cut(phrase)
        if words.japanese and len(words.forms) == 1:
            japanese[words.forms[0]] = label
        else:
            first, second = (*words.forms, "")[:2]
            table.setdefault(first, {}).setdefault(second, []).append((words.forms, label))
    longest_first = sorted(japanese, key=len, reverse=True)
    return Phrases(
        by_first={
            first: {
                second: tuple(sorted(group, key=lambda pair: -len(pair[0])))
                for second, group in seconds.items()
            }
            for first, seconds in table.items()
        },
        japanese=re.compile("|".join(map(re.escape, longest_first))) if japanese else None,
        japanese_labels=japanese,
    )


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A phrase of a card: which rule and case, and what stands in its place, if anything."""

    rule: str
    case: str
    instead: str | None
    remove: bool
    safe: bool


@dataclass(frozen=True, slots=True)
class WordRules:
    """All cards of the kinds *existence* and *substitution* in one table."""

    table: Phrases[_Wanted]

    def check(self, caption: CaptionText) -> Iterator[Hit]:
        """A hit for each phrase of a card."""
        for start, end, wanted in self.table.find(caption.words):
            match = caption.text[start:end]
            values = {"match": match}
            fixes: tuple[Fix, ...] = ()
            if wanted.instead is not None:
                values["instead"] = wanted.instead
                fixes = (Fix(start, end, wanted.instead, wanted.safe, values=values),)
            elif wanted.remove:
                removed = removal(caption.text, [(start, end)], safe=wanted.safe)
                fixes = (replace(removed, values={"match": match}),)
            yield Hit(wanted.rule, start, end, case=wanted.case, values=values, fixes=fixes)


def word_rules(cards: Iterable[Card]) -> WordRules:
    """The table behind the cards whose kind is *existence* (`words` by case; `fix = "remove"` or
    "remove-safely") or *substitution* (`swaps`: phrase to replacement).
    """
    pairs: list[tuple[str, _Wanted]] = []
    for card in cards:
        fix = card.data.get("fix", "")
        remove, safe = fix.startswith("remove"), fix.endswith("safely")
        if card.kind == "existence":
            for case, listed in card.data["words"].items():
                wanted = _Wanted(card.name, case, None, remove, safe)
                pairs += [(phrase, wanted) for phrase in listed]
        elif card.kind == "substitution":
            pairs += [
                (phrase, _Wanted(card.name, "default", instead, remove=False, safe=safe))
                for phrase, instead in card.data["swaps"].items()
            ]
    return WordRules(phrases(pairs))
