"""Terms: the phrases of a caption that speak of light, mood, camera, medium, or only praise."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from app.captions.words import TAG_EDGES, Words
from app.lint.compounds import before_head, linked
from app.lint.spelling import respelt
from app.lint.vocabulary import Kind, Polarity, Sense, Vocabulary

__all__ = ["Kind", "Polarity", "Term", "find_terms"]

_MOST_QUOTED = 16
"""Tokens that a title has at most; what is longer in quotes is the caption's own voice."""
_CONTEXT = 12
"""Characters of Japanese around a phrase that are looked at."""
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "《": "》", "'": "'"}
_OPENING = frozenset(_QUOTES)
_DENIED = Sense(kind=None)
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


_Ranges: TypeAlias = tuple[tuple[int, int], ...]


class _Hit(NamedTuple):
    start: int
    end: int
    sense: Sense


def find_terms(words: Words, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """All terms, by start; those of one kind never overlap, and the longest phrase is taken."""
    forms = respelt(words.forms, vocabulary)
    quoted = _quoted(words, vocabulary)
    hits = [
        *_phrases(words, forms, quoted, vocabulary),
        *_compounds(words, forms, quoted, vocabulary),
        *_japanese(words, quoted, vocabulary),
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
            if sense.kind is Kind.LIGHTING:
                _join(terms, taken[sense.kind], words.text, start, end)
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


def _join(terms: list[Term], taken: bytearray, text: str, start: int, end: int) -> None:
    """Makes `hard rim light` and `light from the left`, which share a word, one term."""
    for place, term in enumerate(terms):
        if term.kind is not Kind.LIGHTING or not term.start < end or not start < term.end:
            continue
        first, last = min(start, term.start), max(end, term.end)
        if sum(taken[first:last]) == term.end - term.start:
            taken[first:last] = b"\1" * (last - first)
            terms[place] = replace(term, start=first, end=last, text=text[first:last])
        return


def _phrases(
    words: Words, forms: tuple[str, ...], quoted: _Ranges, vocabulary: Vocabulary
) -> list[_Hit]:
    found: list[_Hit] = []
    lengths, phrases, count = vocabulary.lengths, vocabulary.phrases, len(forms)
    for place, form in [one for one in enumerate(forms) if one[1] in lengths]:
        seconds = lengths[form]
        following = forms[place + 1] if place + 1 < count else ""
        for length in (*seconds.get("", ()), *(seconds.get(following, ()) if following else ())):
            after = place + length
            if after > count:
                continue
            phrase = form if length == 1 else " ".join(forms[place:after])
            for sense in phrases.get(phrase, ()):
                if _fits(sense, forms, place, after):
                    if sense.kind and _denied(words, forms, place, after, quoted, vocabulary):
                        sense = _DENIED
                    found.append(_hit(words, place, after, sense))
    return found


def _hit(words: Words, place: int, after: int, sense: Sense) -> _Hit:
    return _Hit(words.tokens[place].start, words.tokens[after - 1].end, sense)


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
    negation = vocabulary.negation
    back = place - 1
    while back >= 0 and place - back <= 4 and forms[back] in negation.between:
        back -= 1
    if back >= 0 and forms[back] in negation.words:
        return True
    if any(first < place < last for first, last in quoted):
        return True
    return _named(words, place, after, negation.naming)


def _named(words: Words, place: int, after: int, naming: frozenset[str]) -> bool:
    """Whether capitals make it part of a name: `The Dark Knight`, `by Sunny Leone`."""
    text, tokens = words.text, words.tokens
    if not all(text[token.start].isupper() for token in tokens[place:after]):
        return False
    if not place or tokens[place - 1].form in TAG_EDGES:
        return False
    if tokens[place - 1].form in naming:
        return True
    beside = [tokens[place - 1]]
    if after < len(tokens):
        beside.append(tokens[after])
    # One capital beside a lower-case rest is a name; a line all in capitals is only loud.
    return any(text[token.start].isupper() for token in beside) and any(
        text[token.start].islower() for token in tokens[max(0, place - 6) : after + 6]
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
            length = words.tokens[place].end - words.tokens[opened].start
            said = opened > 0 and words.forms[opened - 1] in quoting
            if place - opened <= _MOST_QUOTED and (said or length * 2 < len(words.text)):
                spans.append((opened, place))
            opened = -1
        elif opened < 0 and form in _QUOTES:
            opened = place
    return tuple(spans)


def _compounds(
    words: Words, forms: tuple[str, ...], quoted: _Ranges, vocabulary: Vocabulary
) -> list[_Hit]:
    found: list[_Hit] = []
    heads = vocabulary.heads
    for place, form in [one for one in enumerate(forms) if one[1] in heads]:
        for number in heads[form]:
            compound = vocabulary.compounds[number]
            for reach in (before_head(compound, forms, place), linked(compound, forms, place)):
                if reach is not None:
                    first, after, sense = reach
                    if _denied(words, forms, first, after, quoted, vocabulary):
                        sense = _DENIED
                    found.append(_hit(words, first, after, sense))
    return found


def _japanese(words: Words, quoted: _Ranges, vocabulary: Vocabulary) -> list[_Hit]:
    """Phrases anywhere in the runs of Japanese, which has no spaces to go by."""
    found: list[_Hit] = []
    lengths, phrases = vocabulary.japanese_lengths, vocabulary.japanese
    supposed = _supposed(words, vocabulary)
    for number in words.japanese:
        if number in supposed or any(first < number < last for first, last in quoted):
            continue
        start, _, run = words.tokens[number]
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
                denied = rest.startswith(vocabulary.negation.japanese)
                for sense in senses:
                    if _fits_japanese(sense, before, rest):
                        said = _DENIED if sense.kind and denied else sense
                        found.append(_Hit(start + place, start + place + length, said))
    return found


def _supposed(words: Words, vocabulary: Vocabulary) -> frozenset[int]:
    """Numbers of the tokens in sentences that say what may be or is for, not what is seen."""
    if not words.japanese or not any(mark in words.text for mark in vocabulary.negation.supposed):
        return frozenset()
    return frozenset(
        number
        for start, end in words.sentences()
        if any(
            mark in form for form in words.forms[start:end] for mark in vocabulary.negation.supposed
        )
        for number in range(start, end)
    )


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
