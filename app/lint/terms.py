"""Terms: the phrases of a caption that speak of light, mood, camera, medium, or only praise."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import OSA

from app.captions.words import SEGMENT_ENDS, Words
from app.lint.vocabulary import (
    MISSPELT_FROM,
    SUBSTITUTED_FROM,
    Compound,
    Kind,
    Polarity,
    Sense,
    Vocabulary,
)

__all__ = ["Kind", "Polarity", "Term", "find_terms"]

_MOST_DESCRIBING = 8
"""Words before a head that are looked at."""
_MOST_QUOTED = 16
"""Tokens that a title has at most; what is longer in quotes is the caption's own voice."""
_EDGES = SEGMENT_ENDS | {":", "(", ")", "[", "]"}
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "《": "》", "'": "'"}
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc-\u30ff]")
_KANJI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\u3005]")


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase at `text[start:end]` (code points) and what it means."""

    kind: Kind
    start: int
    end: int
    text: str
    family: str
    polarity: Polarity | None = None
    """Mood only."""
    expression: bool | None = None
    """Mood only: True where it speaks of a face or a subject's feeling, False of an atmosphere."""


class _Hit(NamedTuple):
    start: int
    end: int
    sense: Sense


def find_terms(words: Words, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """All terms, by start; those of one kind never overlap, and the longest phrase is taken."""
    forms = _respelt(words.forms, vocabulary)
    hits = [
        *_phrases(words, forms, vocabulary),
        *_compounds(words, forms, vocabulary),
        *_japanese(words, vocabulary),
    ]
    if not hits:
        return ()
    # Longest first; where two are alike the phrase that means nothing hides the one that does.
    hits.sort(key=lambda hit: (hit.start - hit.end, hit.sense.kind is not None, hit.start))
    taken = {kind: bytearray(words.tokens[-1].end) for kind in Kind}
    terms: list[Term] = []
    for start, end, sense in hits:
        if sense.kind is None:
            hidden = (taken[sense.hides],) if sense.hides else tuple(taken.values())
        elif any(taken[sense.kind][start:end]):
            continue
        else:
            hidden = (taken[sense.kind],)
        for places in hidden:
            places[start:end] = b"\1" * (end - start)
        if sense.kind is not None:
            text = words.text[start:end]
            terms.append(
                Term(sense.kind, start, end, text, sense.family, sense.polarity, sense.expression)
            )
    terms.sort(key=lambda term: (term.start, term.kind))
    return tuple(terms)


def _respelt(forms: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The forms with likely misspellings of known long words put right."""
    known = vocabulary.known
    doubtful = [
        place
        for place, form in enumerate(forms)
        if len(form) >= MISSPELT_FROM and form not in known and form.isascii() and form.isalpha()
    ]
    if not doubtful:
        return forms
    changed = list(forms)
    for place in doubtful:
        changed[place] = _correct(forms[place], vocabulary)
    return tuple(changed)


def _correct(form: str, vocabulary: Vocabulary) -> str:
    if form in vocabulary.ordinary:
        return form
    for length in (len(form), len(form) - 1, len(form) + 1):
        for word in vocabulary.spellings.get((form[0], length), ()):
            # One slip inside the word; another ending is another word (dramatic, dramatics).
            if word[:-2] == form[: len(word) - 2] or OSA.distance(form, word, score_cutoff=1) != 1:
                continue
            # Two ordinary words often differ in one letter; rarely in a doubled or swapped one.
            if len(form) >= SUBSTITUTED_FROM or sorted(form) == sorted(word) or length != len(form):
                return word
    return form


def _phrases(words: Words, forms: tuple[str, ...], vocabulary: Vocabulary) -> list[_Hit]:
    found: list[_Hit] = []
    lengths, phrases, count = vocabulary.lengths, vocabulary.phrases, len(forms)
    passed = _passed_over(words)
    for place, form in enumerate(forms):
        for length in lengths.get(form, ()):
            after = place + length
            if after > count:
                continue
            phrase = form if length == 1 else " ".join(forms[place:after])
            for sense in phrases.get(phrase, ()):
                if _fits(sense, forms, place, after) and not (
                    sense.kind and _denied(words, forms, place, after, passed, vocabulary)
                ):
                    found.append(_hit(words, place, after, sense))
    return found


def _hit(words: Words, place: int, after: int, sense: Sense) -> _Hit:
    return _Hit(words.tokens[place].start, words.tokens[after - 1].end, sense)


def _fits(sense: Sense, forms: tuple[str, ...], place: int, after: int) -> bool:
    previous = forms[place - 1] if place else ""
    following = forms[after] if after < len(forms) else ""
    if sense.alone and not (
        (not previous or previous in _EDGES) and (not following or following in _EDGES)
    ):
        return False
    return (
        (not sense.before or following in sense.before)
        and (not sense.after or previous in sense.after)
        and following not in sense.not_before
        and previous not in sense.not_after
    )


def _denied(
    words: Words,
    forms: tuple[str, ...],
    place: int,
    after: int,
    passed: tuple[tuple[int, int], ...],
    vocabulary: Vocabulary,
) -> bool:
    """Whether the phrase is negated, quoted or part of a name, and so says nothing here."""
    negation = vocabulary.negation
    back = place - 1
    while back >= 0 and place - back <= 4 and forms[back] in negation.between:
        back -= 1
    if back >= 0 and forms[back] in negation.words:
        return True
    if any(first < place < last for first, last in passed):
        return True
    return _named(words, place, after)


def _named(words: Words, place: int, after: int) -> bool:
    """Whether capitals make it part of a name: `The Dark Knight`, `by Sunny Leone`."""
    text, tokens = words.text, words.tokens
    if not all(text[token.start].isupper() for token in tokens[place:after]):
        return False
    if not place or tokens[place - 1].form in _EDGES:
        return False
    beside = [tokens[place - 1]]
    if after < len(tokens):
        beside.append(tokens[after])
    # One capital beside a lower-case rest is a name; a line all in capitals is only loud.
    return any(text[token.start].isupper() for token in beside) and any(
        text[token.start].islower() for token in tokens[max(0, place - 6) : after + 6]
    )


def _passed_over(words: Words) -> tuple[tuple[int, int], ...]:
    """Token numbers of quotes that open and close a title."""
    spans: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for place, form in enumerate(words.forms):
        if opened and form == opened[1]:
            if place - opened[0] <= _MOST_QUOTED and place - opened[0] < len(words.forms) - 3:
                spans.append((opened[0], place))
            opened = None
        elif form in _QUOTES and not opened:
            opened = (place, _QUOTES[form])
    return tuple(spans)


def _compounds(words: Words, forms: tuple[str, ...], vocabulary: Vocabulary) -> list[_Hit]:
    found: list[_Hit] = []
    passed = _passed_over(words)
    for place, form in enumerate(forms):
        for number in vocabulary.heads.get(form, ()):
            compound = vocabulary.compounds[number]
            for reach in (_before_head(compound, forms, place), _linked(compound, forms, place)):
                if reach is not None and not _denied(
                    words, forms, reach[0], reach[1], passed, vocabulary
                ):
                    found.append(_hit(words, *reach))
    return found


def _before_head(
    compound: Compound, forms: tuple[str, ...], head: int
) -> tuple[int, int, Sense] | None:
    """`soft warm light beams`: the describing words before the head, the head and its tails."""
    after = head + 1
    while after < len(forms) and forms[after] in compound.tails:
        after += 1
    if after < len(forms) and forms[after] in compound.not_before:
        return None
    best: tuple[int, Sense] | None = None
    first = head
    for place in range(head - 1, max(-1, head - 1 - _MOST_DESCRIBING), -1):
        form = forms[place]
        described = compound.describing.get(form)
        if described is not None:
            first = place
            if best is None or described[0] < best[0]:
                best = described
        elif form in compound.joiners:
            if first != place + 1 or place == 0 or forms[place - 1] not in compound.describing:
                break
        elif form not in compound.fillers:
            break
    if best is None and head and forms[head] in compound.open:
        before = forms[head - 1]
        if before.isalpha() and before.isascii() and before not in compound.never:
            return head - 1, after, compound.otherwise
    return (first, after, best[1]) if best else None


def _linked(compound: Compound, forms: tuple[str, ...], head: int) -> tuple[int, int, Sense] | None:
    """`the lighting is very soft and warm`, `mood: warm`: the describing words after a link."""
    if forms[head] not in compound.linked:
        return None
    place = head + 1
    while place < len(forms) and place - head <= 6 and forms[place] not in compound.links:
        if forms[place] in _EDGES:
            return None
        place += 1
    if place >= len(forms) or forms[place] not in compound.links:
        return None
    near = place == head + 1
    best: tuple[int, Sense] | None = None
    first = last = head
    for at in range(place + 1, min(len(forms), place + 1 + _MOST_DESCRIBING)):
        form = forms[at]
        described = compound.describing.get(form)
        if described is not None:
            last = at
            if best is None:
                first = at
            if best is None or described[0] < best[0]:
                best = described
        elif form in compound.joiners:
            if last != at - 1:
                break
        elif form not in compound.fillers:
            break
    return (head if near else first, last + 1, best[1]) if best else None


def _japanese(words: Words, vocabulary: Vocabulary) -> list[_Hit]:
    """Phrases anywhere in the runs of Japanese, which has no spaces to go by."""
    found: list[_Hit] = []
    passed = _passed_over(words)
    lengths, phrases = vocabulary.japanese_lengths, vocabulary.japanese
    for number in words.japanese:
        if any(first < number < last for first, last in passed):
            continue
        start, _, run = words.tokens[number]
        for place, char in enumerate(run):
            for length in lengths.get(char, ()):
                phrase = run[place : place + length]
                senses = phrases.get(phrase)
                if senses is None or len(phrase) != length:
                    continue
                before, rest = run[:place], run[place + length :]
                if not _stands_free(before[-1:], phrase, rest[:1]):
                    continue
                denied = rest.startswith(vocabulary.negation.japanese)
                for sense in senses:
                    if _fits_japanese(sense, before, rest) and not (sense.kind and denied):
                        found.append(_Hit(start + place, start + place + length, sense))
    return found


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
