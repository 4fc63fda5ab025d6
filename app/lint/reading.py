"""Reading a caption: cut once, its terms found, the rules that need only words asked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from itertools import compress, islice

from app.captions.style import Style, style_of_words
from app.captions.words import Words, cut
from app.dataset.entry import Entry
from app.lint.cards import load_cards
from app.lint.context import CaptionText, Claim, Reading, Tone, Unread
from app.lint.findings import finding
from app.lint.kinds import Phrases, WordRules, phrases, word_rules
from app.lint.rule import Finding, Hit
from app.lint.rules.length import overruns_of
from app.lint.rules.modifiers import pile_of
from app.lint.rules.table import SIGN_CHECKS, TEXT_CHECKS, is_ordinary
from app.lint.terms import find_terms
from app.lint.units import buckets_of, tokens_of, units_of
from app.lint.vocabulary import Vocabulary

__all__ = ["Reading", "read_captions", "read_entries", "read_entry", "unread", "warm_up"]

READY = ("app.lint.loaded",)
"""Modules that a worker process should find loaded which will be asked to read captions."""
_GROUP = 64
"""Captions that are read side by side: few enough that their words stay at hand."""


def warm_up() -> None:
    """Load what captions are read with, before there is one."""
    for step in warming():
        step()


def warming() -> tuple[Callable[[], object], ...]:
    """The same in steps, for who has little time at once."""
    return _word_rules, _claims


def unread(entry: Entry) -> Unread:
    """The part of an entry that reading needs; "" where it has no caption."""
    return Unread(entry.id, entry.concept, entry.text or "")


def read_entries(entries: Iterable[Entry], vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """The readings of many entries."""
    return read_captions(map(unread, entries), vocabulary)


def read_captions(captions: Iterable[Unread], vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """The readings of many captions; pure, for a worker process."""
    waiting = iter(captions)
    readings: list[Reading] = []
    while group := tuple(islice(waiting, _GROUP)):
        readings += _read(group, vocabulary)
    return tuple(readings)


def read_entry(entry: Entry, vocabulary: Vocabulary) -> Reading:
    """What is kept of one caption. Pure: the same text gives the same reading anywhere."""
    (reading,) = _read((unread(entry),), vocabulary)
    return reading


def _read(captions: tuple[Unread, ...], vocabulary: Vocabulary) -> list[Reading]:
    cuts = [(one, cut(one.text)) for one in captions]
    # Nothing that is longer than what was cut is a caption, and no key may wait for rules that
    # walk through it; nor is there anything to say of blanks.
    full = [words.whole and bool(words.text.strip()) for _, words in cuts]
    readings = _read_full(tuple(compress(cuts, full)), vocabulary)
    return [
        next(readings) if is_full else _read_other(*one, vocabulary)
        for one, is_full in zip(cuts, full, strict=True)
    ]


def _read_other(caption: Unread, words: Words, vocabulary: Vocabulary) -> Reading:
    if words.whole:
        return Reading(caption.entry, caption.concept, Style.EMPTY)
    return Reading(
        caption.entry,
        caption.concept,
        style_of_words(words),
        find_terms(words, vocabulary),
        overruns=overruns_of(words),
        word_count=words.words,
        digest=digest_of(words),
    )


def _read_full(cuts: Sequence[tuple[Unread, Words]], vocabulary: Vocabulary) -> Iterator[Reading]:
    """One step after the other, each for all captions: a step that is at it has its tables at
    hand, and is half again as fast as where every caption begins with the first.
    """
    words = [one for _, one in cuts]
    styles = list(map(style_of_words, words))
    terms = [find_terms(one, vocabulary) for one in words]
    captions = [
        CaptionText(one.text, one, found, style)
        for one, found, style in zip(words, terms, styles, strict=True)
    ]
    columns = zip(
        cuts,
        styles,
        terms,
        _findings(cuts, captions),
        [_claims_of(one) for one in words],
        [pile_of(one, vocabulary) for one in captions],
        map(units_of, words, styles),
        map(tokens_of, words),
        buckets_of(words),
        map(overruns_of, words),
        strict=True,
    )
    for (one, cut_), *known in columns:
        yield Reading(one.entry, one.concept, *known, word_count=cut_.words, digest=digest_of(cut_))


def _findings(
    cuts: Sequence[tuple[Unread, Words]], captions: Sequence[CaptionText]
) -> list[tuple[Finding, ...]]:
    hits: list[list[Hit]] = [[] for _ in captions]
    all_of_them = list(zip(captions, hits, strict=True))
    for check in (*TEXT_CHECKS, _word_rules().check):
        for caption, found in all_of_them:
            found += check(caption)
    odd = [one for one in all_of_them if not is_ordinary(one[0].words)]
    for check in SIGN_CHECKS:
        for caption, found in odd:
            found += check(caption)
    cards = load_cards()
    return [
        tuple([finding(hit, cards[hit.rule], one.entry, one.text) for hit in found])
        for (one, _), found in zip(cuts, hits, strict=True)
    ]


def _claims_of(words: Words) -> tuple[Claim, ...]:
    return tuple([Claim(tone, start, end) for start, end, tone in _claims().find(words)])


def digest_of(words: Words) -> int:
    """Equal for captions that differ in case and spaces only; never 0 where there are words."""
    text = words.text
    if not words.prose:  # in prose every space is the only one
        text = " ".join(text.replace("_", " ").split())
    plain = text.casefold().encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(plain, digest_size=7).digest()) + 1


@cache
def _word_rules() -> WordRules:
    return word_rules(load_cards().values())


@cache
def _claims() -> Phrases[Tone]:
    """The phrases by which a caption claims a tone stand on the card that judges them."""
    claims = load_cards()["light-not-in-picture"].data["claims"]
    return phrases((phrase, Tone(tone)) for tone, listed in claims.items() for phrase in listed)
