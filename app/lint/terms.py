"""Terms: the phrases of a caption that speak of light, mood, camera, medium, or only praise."""

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TypeAlias

from app.captions.by_word import MOST, ByWord
from app.captions.words import TAG_EDGES, Words
from app.lint.absent_light import absent_light, negation_before
from app.lint.compounds import before_head, linked
from app.lint.light_sources import light_from
from app.lint.one_light import couple, darken, join
from app.lint.senses import Kind, Polarity, Sense, Term
from app.lint.spelling import right_spelling
from app.lint.vocabulary import Opening, Vocabulary

__all__ = ["Kind", "Polarity", "Term", "find_terms"]

_MOST_QUOTED = 16
"""Tokens that a title has at most; what is longer in quotes is the caption's own voice."""
_CONTEXT = 12
"""Characters of Japanese around a phrase that are looked at."""
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "《": "》", "'": "'"}
_OPENING = frozenset(_QUOTES)
_DENIED = Sense(kind=None)
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff]")
_DENIED_NOUN = re.compile("[なの]?[\u30a1-\u30fa\u30fc\u4e00-\u9fff]{1,6}(?:では|じゃ)な")
"""What follows a describing word whose noun is denied: 怖い存在ではなく."""
_KANJI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\u3005]")


_Ranges: TypeAlias = tuple[tuple[int, int], ...]
_Hit: TypeAlias = tuple[int, bool, int, int, Sense]
"""Minus its length, whether it means anything, start, end: in that order hits are taken."""
_KINDS = tuple(Kind)
_in_turn = itemgetter(0, 1, 2)


class _Known:
    """What is remembered of each word: what can begin with it, put right where it is misspelt."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._openings = ByWord(self._opening)
        self.misspelt: dict[str, str] = {}

    def _opening(self, word: str) -> Opening | None:
        right = right_spelling(word, self._vocabulary)
        if right != word:
            self.misspelt[word] = right
        return self._vocabulary.openings.get(right)

    def of(self, forms: tuple[str, ...]) -> list[Opening | None]:
        """What can begin with each of the words."""
        if len(self.misspelt) > MOST:
            # Never amid a caption, of which some words would stay misspelt.
            self._openings.clear()
            self.misspelt.clear()
        return list(map(self._openings.__getitem__, forms))


@lru_cache(maxsize=2)
def _known(vocabulary: Vocabulary) -> _Known:
    return _Known(vocabulary)


def find_terms(words: Words, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """All terms, by start; those of one kind never overlap, and the longest phrase is taken."""
    known = _known(vocabulary)
    openings = known.of(words.forms)
    hits: list[_Hit] = []
    if any(openings) or words.japanese:
        quoted = _quoted(words, vocabulary)
        forms, misspelt = words.forms, known.misspelt
        if misspelt and not misspelt.keys().isdisjoint(forms):
            forms = tuple([misspelt.get(form, form) for form in forms])
        hits = _english(words, forms, openings, quoted, vocabulary)
        if words.japanese:
            hits += _japanese(words, quoted, vocabulary)
    if not hits:
        return ()
    # Longest first; where two are alike the phrase that means nothing hides the one that does.
    hits.sort(key=_in_turn)
    text = words.text
    # One bit for each character: whole phrases are compared and taken at once.
    taken = dict.fromkeys(_KINDS, 0)
    terms: list[Term] = []
    for _, _, start, end, sense in hits:
        kind = sense.kind
        span = ((1 << (end - start)) - 1) << start
        if kind is None:
            for hidden in (sense.hides,) if sense.hides else _KINDS:
                taken[hidden] |= span
            continue
        both = taken[kind] & span
        if both:
            if kind is Kind.LIGHTING and both != span:
                light = Term(kind, start, end, text[start:end], sense.family)
                taken[kind] = join(terms, taken[kind], text, light)
            continue
        taken[kind] |= span
        family, polarity, expression = sense.family, sense.polarity, sense.expression
        terms.append(Term(kind, start, end, text[start:end], family, polarity, expression))
    terms.sort(key=_by_place)
    return tuple(couple(darken(terms, words, vocabulary), text) if taken[Kind.LIGHTING] else terms)


def _by_place(term: Term) -> tuple[int, Kind]:
    return term.start, term.kind


def _english(
    words: Words,
    forms: tuple[str, ...],
    openings: Sequence[Opening | None],
    quoted: _Ranges,
    vocabulary: Vocabulary,
) -> list[_Hit]:
    """Phrases and compounds, whether one of another kind hides them or not."""
    found: list[tuple[int, int, Sense]] = []
    phrases = vocabulary.phrases
    count = len(forms)
    ahead = (*forms, "", "")
    for place, opening in enumerate(openings):
        if opening is None:
            continue
        single, longer, heads = opening
        for sense in single:
            if not sense.bound or _fits(sense, forms, place, place + 1):
                found.append((place, place + 1, sense))
        thirds = longer.get(ahead[place + 1])
        if thirds:
            for length in (*thirds.get(ahead[place + 2], ()), *thirds.get("", ())):
                after = place + length
                senses = phrases.get(" ".join(forms[place:after])) if after <= count else None
                for sense in senses or ():
                    if not sense.bound or _fits(sense, forms, place, after):
                        found.append((place, after, sense))
        for number in heads:
            compound = vocabulary.compounds[number]
            found += before_head(compound, forms, place)
            found += linked(compound, forms, place)
    found += tuple(light_from(forms, found, vocabulary))
    if not found:
        return []
    text, starts, ends = words.text, words.starts, words.ends
    denies = bool(quoted) or not vocabulary.negation.words.isdisjoint(forms)
    hits: list[_Hit] = []
    for place, after, sense in found:
        start, end = starts[place], ends[after - 1]
        means = sense.kind is not None
        # Most captions deny nothing, and few phrases begin with a capital as a name does.
        if (
            means
            and (denies or text[start].isupper())
            and _denied(words, forms, place, after, quoted, vocabulary)
        ):
            absent = absent_light(forms, place, after, sense, vocabulary)
            if absent is None:
                sense, means = _DENIED, False
            else:
                start, sense = starts[absent[0]], absent[1]
        hits.append((start - end, means, start, end, sense))
    return hits


def _fits(sense: Sense, forms: tuple[str, ...], place: int, after: int) -> bool:
    previous = forms[place - 1] if place else ""
    following = forms[after] if after < len(forms) else ""
    if sense.alone and not (
        (not previous or previous in TAG_EDGES) and (not following or following in TAG_EDGES)
    ):
        return False
    return (
        (not sense.before or following in sense.before)
        and (not sense.after or previous in sense.after)
        and following not in sense.not_before
        and previous not in sense.not_after
        and (not sense.not_near or sense.not_near.isdisjoint(forms[max(0, place - 4) : place]))
    )


def _denied(
    words: Words,
    forms: tuple[str, ...],
    place: int,
    after: int,
    quoted: _Ranges,
    vocabulary: Vocabulary,
) -> bool:
    """Whether the phrase is negated, quoted or part of a name, and so says nothing here."""
    if not place:
        return False
    negation = vocabulary.negation
    if negation_before(forms, place, negation) is not None:
        return True
    if quoted and any(first < place < last for first, last in quoted):
        return True
    return words.text[words.starts[place]].isupper() and _named(
        words, place, after, negation.naming
    )


def _named(words: Words, place: int, after: int, naming: frozenset[str]) -> bool:
    """Whether capitals make it part of a name: `The Dark Knight`, `Ash and Misty`."""
    text, starts = words.text, words.starts
    if not all(text[start].isupper() for start in starts[place:after]):
        return False
    if words.forms[place - 1] in TAG_EDGES:
        return False
    if words.forms[place - 1] in naming:
        return True
    previous = place - 2 if place > 1 and words.forms[place - 1] == "and" else place - 1
    beside = (starts[previous], *starts[after : after + 1])
    # One capital beside a lower-case rest is a name; a line all in capitals is only loud.
    return any(text[start].isupper() for start in beside) and any(
        text[start].islower() for start in starts[max(0, place - 6) : after + 6]
    )


def _quoted(words: Words, vocabulary: Vocabulary) -> _Ranges:
    """Token numbers of quotes that open and close a title or a sign; not of a quoted caption."""
    quoting = vocabulary.negation.quoting
    spans: list[tuple[int, int]] = []
    opened = -1
    if _OPENING.isdisjoint(words.forms):
        return ()
    for place, form in enumerate(words.forms):
        if opened >= 0 and form == _QUOTES[words.forms[opened]]:
            length = words.ends[place] - words.starts[opened]
            said = opened > 0 and words.forms[opened - 1] in quoting
            if place - opened <= _MOST_QUOTED and (said or length * 2 < len(words.text)):
                spans.append((opened, place))
            opened = -1
        elif opened < 0 and form in _QUOTES:
            opened = place
    return tuple(spans)


def _japanese(words: Words, quoted: _Ranges, vocabulary: Vocabulary) -> list[_Hit]:
    """Phrases anywhere in the runs of Japanese, which has no spaces to go by."""
    found: list[_Hit] = []
    lengths, phrases = vocabulary.japanese_lengths, vocabulary.japanese
    supposed = _supposed(words, vocabulary)
    for number in words.japanese:
        if number in supposed or any(first < number < last for first, last in quoted):
            continue
        start, run = words.starts[number], words.forms[number]
        for place, char in enumerate(run):
            for length in lengths.get(char, ()):
                phrase = run[place : place + length]
                senses = phrases.get(phrase)
                if senses is None or len(phrase) != length:
                    continue
                before = run[max(0, place - _CONTEXT) : place]
                rest = run[place + length : place + length + _CONTEXT]
                if not _stands_free(before[-1:], phrase, rest[:1]):
                    continue
                denied = rest.startswith(vocabulary.negation.japanese) or _DENIED_NOUN.match(rest)
                for sense in senses:
                    if _fits_japanese(sense, before, rest):
                        said = _DENIED if sense.kind and denied else sense
                        first = start + place
                        found.append((-length, said.kind is not None, first, first + length, said))
    return found


def _supposed(words: Words, vocabulary: Vocabulary) -> frozenset[int]:
    """Numbers of the tokens in sentences that say what may be or is for, not what is seen."""
    supposed, observed = vocabulary.negation.supposed, vocabulary.negation.observed
    if not words.japanese or not any(mark in words.text for mark in supposed):
        return frozenset()
    numbers: set[int] = set()
    for start, end in words.sentences():
        said = "\n".join(words.forms[start:end])
        if any(mark in said for mark in supposed) and not any(mark in said for mark in observed):
            numbers.update(range(start, end))
    return frozenset(numbers)


def _stands_free(before: str, phrase: str, after: str) -> bool:
    """Katakana is never cut inside a word (スクール), a single kanji never out of a compound."""
    if before and _KATAKANA.match(before) and _KATAKANA.match(phrase[0]):
        return False
    if after and _KATAKANA.match(after) and _KATAKANA.match(phrase[-1]):
        return False
    return len(phrase) > 1 or not (_KANJI.match(before) or _KANJI.match(after))


def _fits_japanese(sense: Sense, before: str, rest: str) -> bool:
    return (
        not (sense.alone and (before or rest))
        and (not sense.before or rest.startswith(tuple(sense.before)))
        and (not sense.after or before.endswith(tuple(sense.after)))
        and not (sense.not_before and rest.startswith(tuple(sense.not_before)))
        and not (sense.not_after and before.endswith(tuple(sense.not_after)))
    )
