"""Reading a caption: cut once, its terms found, the rules that need only words asked."""

from collections.abc import Iterable
from functools import cache
from hashlib import blake2b

from app.captions.style import Style, style_of_words
from app.captions.words import cut
from app.dataset.entry import Entry
from app.lint.cards import load_cards
from app.lint.context import CaptionText, Claim, Reading, Tone
from app.lint.findings import finding
from app.lint.kinds import Phrases, WordRules, phrases, word_rules
from app.lint.rules.length import overruns_of
from app.lint.rules.modifiers import pile_of
from app.lint.rules.table import TEXT_CHECKS
from app.lint.terms import find_terms
from app.lint.units import buckets_of, tokens_of, units_of
from app.lint.vocabulary import Vocabulary

__all__ = ["Reading", "read_entries", "read_entry"]


def read_entries(entries: Iterable[Entry], vocabulary: Vocabulary) -> tuple[Reading, ...]:
    """The readings of many entries; pure, for a worker process."""
    return tuple(read_entry(entry, vocabulary) for entry in entries)


def read_entry(entry: Entry, vocabulary: Vocabulary) -> Reading:
    """What is kept of one caption. Pure: the same text gives the same reading anywhere."""
    text = entry.text or ""
    if not text.strip():
        return Reading(entry.id, entry.concept, Style.EMPTY)
    words = cut(text)
    terms = find_terms(words, vocabulary)
    if not words.whole:
        # Nothing of this length is a caption, and no key may wait for rules that walk through it.
        return Reading(
            entry.id,
            entry.concept,
            style_of_words(words),
            terms,
            overruns=overruns_of(words),
            word_count=words.words,
            digest=digest_of(text),
        )
    caption = CaptionText(text, words, terms, style_of_words(words))
    cards = load_cards()
    hits = [hit for check in TEXT_CHECKS for hit in check(caption)]
    hits += _word_rules().check(caption)
    return Reading(
        entry=entry.id,
        concept=entry.concept,
        style=caption.style,
        terms=terms,
        findings=tuple(finding(hit, cards[hit.rule], entry.id, text) for hit in hits),
        claims=tuple(Claim(tone, start, end) for start, end, tone in _claims().find(words)),
        pile=pile_of(caption, vocabulary),
        units=units_of(words, caption.style),
        tokens=tokens_of(words),
        buckets=buckets_of(words),
        overruns=overruns_of(words),
        word_count=words.words,
        digest=digest_of(text),
    )


def digest_of(text: str) -> int:
    """Equal for captions that differ in case and spaces only; never 0 where there are words."""
    plain = " ".join(text.replace("_", " ").split()).casefold()
    return (
        int.from_bytes(blake2b(plain.encode("utf-8", "surrogatepass"), digest_size=7).digest()) + 1
    )


@cache
def _word_rules() -> WordRules:
    return word_rules(load_cards().values())


@cache
def _claims() -> Phrases[Tone]:
    """The phrases by which a caption claims a tone stand on the card that judges them."""
    claims = load_cards()["light-not-in-picture"].data["claims"]
    return phrases((phrase, Tone(tone)) for tone, listed in claims.items() for phrase in listed)
