"""When modifiers pile up: how many a caption may have, and which ones are too many."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress, count, islice
from typing import Final

from app.captions.style import Style, style_of_words
from app.captions.words import TAG_EDGES, Words
from app.lint.terms import Kind, Term
from app.lint.units import SMALL
from app.lint.vocabulary import Vocabulary

FEWEST: Final = 3
"""As many modifiers in one caption are too many, however short it is."""
LONG: Final = 80
"""A caption of more words is long, and has too many where one in `WORDS_EACH` is a modifier."""
WORDS_EACH: Final = 25
STACKED: Final = 4
"""As many adjectives before one noun are too many, where one of them is an opinion."""


class Pile(StrEnum):
    """In which of three ways modifiers are too many."""

    MANY = "many"
    SAME_MEANING = "same-meaning"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class Overload:
    """The words that are too many, as spans of the caption, and how many it may have at most."""

    pile: Pile
    spans: tuple[tuple[int, int], ...]
    allowed: int


def budget(words: Words) -> int:
    """How many modifiers a caption of this length may have without being overloaded."""
    if words.words <= LONG:
        return FEWEST - 1
    return max(FEWEST - 1, -(-words.words // WORDS_EACH) - 1)


def is_overloaded(words: Words, terms: Sequence[Term], vocabulary: Vocabulary) -> Overload | None:
    """What piles up in a caption whose terms are given, None where nothing does."""
    spans = tuple([(term.start, term.end) for term in terms if term.kind is Kind.MODIFIER])
    allowed = budget(words)
    if len(spans) > allowed:
        return Overload(Pile.MANY, spans, allowed)
    opinions = frozenset(start for start, _ in spans)
    for row in _rows(words, vocabulary):
        places = tuple((words.starts[at], words.ends[at]) for at in row)
        groups = [
            vocabulary.alike[words.forms[at]] for at in row if words.forms[at] in vocabulary.alike
        ]
        if len(groups) > len(set(groups)):
            return Overload(Pile.SAME_MEANING, places, allowed)
        # Adjectives that only say what can be seen are facts, however many there are.
        if len(row) >= STACKED and any(start in opinions for start, _ in places):
            return Overload(Pile.STACKED, places, allowed)
    return None


def _rows(words: Words, vocabulary: Vocabulary) -> Iterator[list[int]]:
    """Token numbers of adjectives in a row before one noun.

    In running text a comma or "and" may stand between them; in tags a comma begins the next tag.
    """
    forms = words.forms
    behind = 0
    describes = vocabulary.adjectives.__contains__
    for first in compress(count(), map(describes, forms)):
        if first < behind:
            continue
        following = forms[first + 1] if first + 1 < len(forms) else ""
        if not describes(following) and following not in (",", "and"):
            continue  # one by itself, as most are
        row, parted, behind = [first], False, first + 1
        for form in islice(forms, behind, None):
            if form in vocabulary.adjectives:
                row.append(behind)
            elif form in (",", "and"):
                parted = True
            else:
                # A row at the end has no noun: those are tags that name looks.
                noun = len(row) > 1 and row[-1] == behind - 1 and form.isalpha()
                if noun and (not parted or _runs_on(words, first)):
                    yield row
                break
            behind += 1


def _runs_on(words: Words, first: int) -> bool:
    """Whether the row is part of a sentence and describes what follows all of it."""
    before = words.forms[first - 1] if first else ","
    if before in SMALL:
        return True
    return before not in TAG_EDGES and style_of_words(words) is Style.SENTENCE
