"""The vocabulary: what every known phrase means, compiled once from the word lists."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple, SupportsIndex

from app.captions.words import TAG_EDGES
from app.lint.notation import Sets
from app.lint.senses import Compound, Kind, Negation, Polarity, Sense
from app.lint.word_lists import (
    Table,
    WordList,
    check_keys,
    mistake,
    read_word_list,
    string,
    table,
    tables,
    truth,
    words,
)
from app.messages import msg
from app.paths import resources

_FILE_KEYS = (
    "kind",
    "sets",
    "phrases",
    "compounds",
    "ordinary",
    "negation",
    "adjectives",
    "nouns",
    "boosters",
    "alike",
    "absences",
    "sources",
    "grim",
)
_PHRASE_KEYS = ("kind", "hides", "family", "polarity", "expression", "alone", "en", "ja")
_CONTEXT_KEYS = ("before", "after", "not_before", "not_after", "not_near")
_COMPOUND_KEYS = (
    "heads",
    "open",
    "never",
    "tails",
    "fillers",
    "joiners",
    "linked",
    "links",
    "not_before",
    "leading",
)
_NEGATION_KEYS = ("words", "between", "naming", "quoting", "japanese", "supposed", "observed")
_NOTHING = "nothing"


class Opening(NamedTuple):
    """What can begin with a word, or has it for a head."""

    single: tuple[Sense, ...]
    """What the word means by itself."""
    longer: Mapping[str, Mapping[str, tuple[int, ...]]]
    """By the second word of a phrase, there by the third, "" where it has none, how many words it
    can have."""
    heads: tuple[int, ...]
    """Which compounds it is head of."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All phrases by their text, and by the words that they begin with. Never changed.

    `japanese_lengths` counts characters, by the first one, longest first.
    """

    phrases: Mapping[str, tuple[Sense, ...]]
    openings: Mapping[str, Opening]
    japanese: Mapping[str, tuple[Sense, ...]]
    japanese_lengths: Mapping[str, tuple[int, ...]]
    compounds: tuple[Compound, ...]
    negation: Negation
    adjectives: frozenset[str]
    """Words that describe the noun after them, observable or not."""
    nouns: frozenset[str]
    """Words of praise that name a thing; what follows them does without them no better."""
    boosters: frozenset[str]
    """Words that begin or end the formulas of prompts, which are tacked on anywhere."""
    absences: Mapping[str, Sense]
    """What a phrase means where it is denied, by the phrase or its last word: no shadows."""
    sources: Mapping[str, Sense]
    """What a light is that comes from a thing, by the thing: lit by candles."""
    grim: frozenset[str]
    """Genres and beings beside which `dark` speaks of no light."""
    alike: Mapping[str, int]
    """Words that say the same, by the number of their group."""
    ordinary: frozenset[str]
    """Correct words that look like misspellings of known ones: lightning."""
    spellings: Mapping[tuple[str, int], tuple[str, ...]] = field(repr=False)
    """Known words by first letter and length."""
    known: frozenset[str] = field(repr=False)
    """Every single word of the lists."""

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[object, ...]:
        """Workers have the shipped words; a table of so many would be packed and unpacked for
        each, and the search for garbage would walk through it meanwhile.
        """
        if self is _shipped_vocabulary():
            return load_vocabulary, ()
        return object.__reduce_ex__(self, protocol)


def load_vocabulary(extra: Sequence[Path] = ()) -> Vocabulary:
    """The shipped word lists with a person's own after them, which win.

    Raises `ProofError` that names file and line where one of `extra` cannot be read.
    """
    if not extra:
        return _shipped_vocabulary()
    return _compile((*_shipped(), *(read_word_list(path) for path in extra)))


@cache
def _shipped() -> tuple[WordList, ...]:
    return tuple(read_word_list(path) for path in sorted((resources() / "words").glob("*.toml")))


@cache
def _shipped_vocabulary() -> Vocabulary:
    return _compile(_shipped())


def _compile(files: Sequence[WordList]) -> Vocabulary:
    sets: dict[str, tuple[str, ...]] = {}
    for file in files:
        check_keys(file, file.table, _FILE_KEYS)
        named = table(file, file.table, "sets")
        for name in named:
            sets[name] = tuple(words(file, named, name, sets))
    english: dict[str, tuple[Sense, ...]] = {}
    japanese: dict[str, tuple[Sense, ...]] = {}
    compounds: list[Compound] = []
    ordinary: set[str] = set()
    adjectives: set[str] = set()
    nouns: set[str] = set()
    boosters: set[str] = set()
    grim: set[str] = set()
    absences: dict[str, Sense] = {}
    sources: dict[str, Sense] = {}
    alike: dict[str, int] = {}
    negation = Negation()
    for file in files:
        for entry in tables(file, file.table, "phrases"):
            check_keys(file, entry, (*_PHRASE_KEYS, *_CONTEXT_KEYS))
            sense = _sense(file, entry, sets)
            for key, index in (("en", english), ("ja", japanese)):
                alone = (sense,)
                for phrase in words(file, entry, key, sets):
                    earlier = index.get(phrase)
                    index[phrase] = _with(earlier, sense) if earlier else alone
        compounds += [_compound(file, t, sets) for t in tables(file, file.table, "compounds")]
        for key, index in (("absences", absences), ("sources", sources)):
            for entry in tables(file, file.table, key):
                check_keys(file, entry, ("family", "en"))
                sense = _sense(file, entry, sets)
                index.update(dict.fromkeys(words(file, entry, "en", sets), sense))
        ordinary.update(words(file, file.table, "ordinary", sets))
        adjectives.update(words(file, file.table, "adjectives", sets))
        nouns.update(words(file, file.table, "nouns", sets))
        boosters.update(words(file, file.table, "boosters", sets))
        grim.update(words(file, file.table, "grim", sets))
        for line in string(file, file.table, "alike").splitlines():
            alike.update(dict.fromkeys(line.split(), len(alike)))
        if "negation" in file.table:
            entry = table(file, file.table, "negation")
            check_keys(file, entry, _NEGATION_KEYS)
            denying, between, naming, quoting, japanese_ends, supposed, observed = (
                words(file, entry, key, sets) for key in _NEGATION_KEYS
            )
            negation = Negation(
                words=negation.words.union(denying),
                between=negation.between.union(between),
                naming=negation.naming.union(naming),
                quoting=negation.quoting.union(quoting),
                japanese=(*negation.japanese, *japanese_ends),
                supposed=(*negation.supposed, *supposed),
                observed=(*negation.observed, *observed),
            )
    known = {word for phrase in english for word in phrase.split(" ")}
    for compound in compounds:
        known.update(compound.heads, compound.tails, compound.describing, compound.fillers)
    return Vocabulary(
        phrases=english,
        openings=_openings(english, compounds),
        japanese=japanese,
        japanese_lengths=_lengths((phrase[0], len(phrase)) for phrase in japanese),
        compounds=tuple(compounds),
        negation=negation,
        adjectives=frozenset(adjectives),
        nouns=frozenset(nouns),
        boosters=frozenset(boosters),
        grim=frozenset(grim),
        absences=absences,
        sources=sources,
        alike=alike,
        ordinary=frozenset(ordinary),
        spellings=_spellings(known),
        known=frozenset(known),
    )


def _sense(file: WordList, entry: Table, sets: Sets) -> Sense:
    kind = string(file, entry, "kind") or string(file, file.table, "kind")
    if kind not in (_NOTHING, *Kind):
        known = ", ".join((*Kind, _NOTHING))
        near = kind or next(iter(entry), "")
        why = msg("{kind} is no kind; a list needs one of {known}.", kind=kind, known=known)
        raise mistake(file, near, why)
    hides = string(file, entry, "hides")
    if hides and hides not in tuple(Kind):
        raise mistake(
            file, hides, msg("What a list hides is one of {known}.", known=", ".join(Kind))
        )
    polarity = string(file, entry, "polarity")
    if polarity and polarity not in tuple(Polarity):
        known = ", ".join(Polarity)
        raise mistake(file, polarity, msg("A polarity is one of {known}.", known=known))
    before, after, not_before, not_after, not_near = (
        _context(words(file, entry, key, sets)) for key in _CONTEXT_KEYS
    )
    return Sense(
        kind=None if kind == _NOTHING else Kind(kind),
        hides=Kind(hides) if hides else None,
        family=string(file, entry, "family"),
        polarity=Polarity(polarity) if polarity else None,
        expression=truth(file, entry, "expression"),
        alone=truth(file, entry, "alone") or False,
        before=before,
        after=after,
        not_before=not_before,
        not_after=not_after,
        not_near=not_near,
        bound=bool(
            truth(file, entry, "alone") or before or after or not_before or not_after or not_near
        ),
    )


def _context(named: Iterable[str]) -> frozenset[str]:
    """The words of a context; a full stop among them is every end of a tag, a clause, a caption."""
    context = frozenset(named)
    return context.union(TAG_EDGES, ("",)) if "." in context else context


def _with(earlier: tuple[Sense, ...], later: Sense) -> tuple[Sense, ...]:
    """A later sense replaces those of its kind, unless one of the two is bound to a context."""
    if later.kind is None and later.hides is None:
        return (later,)
    return (*(sense for sense in earlier if not _replaces(later, sense)), later)


def _replaces(later: Sense, sense: Sense) -> bool:
    if sense.kind is None and later.kind is not None:
        return sense.hides in (None, later.kind)
    bound = later.before or later.after or sense.before or sense.after
    same = sense.kind is later.kind and sense.hides is later.hides
    return same and not bound and later.alone == sense.alone


def _compound(file: WordList, entry: Table, sets: Sets) -> Compound:
    check_keys(file, entry, (*_COMPOUND_KEYS, "apart", "describing"))
    named = {key: frozenset(words(file, entry, key, sets)) for key in _COMPOUND_KEYS}
    describing: dict[str, tuple[int, Sense]] = {}
    for rank, group in enumerate(tables(file, entry, "describing")):
        check_keys(file, group, ("kind", "family", "polarity", "expression", "en"))
        sense = _sense(file, group, sets)
        for word in words(file, group, "en", sets):
            describing.setdefault(word, (rank, sense))
    if not describing:
        raise mistake(file, "compounds", msg("A compound needs describing words."))
    _, otherwise = max(describing.values(), key=lambda described: described[0])
    return Compound(
        describing=describing,
        otherwise=otherwise,
        apart=truth(file, entry, "apart") or False,
        **named,
    )


def _openings(
    phrases: Mapping[str, tuple[Sense, ...]], compounds: Sequence[Compound]
) -> dict[str, Opening]:
    """So many phrases begin with "a" or "in the" that one word or two would sieve little."""
    longer: dict[str, dict[str, dict[str, set[int]]]] = {}
    for phrase in phrases:
        first, second, third = (*phrase.split(" ", 3), "", "")[:3]
        seconds = longer.setdefault(first, {})
        if second:
            thirds = seconds.setdefault(second, {})
            thirds.setdefault(third, set()).add(phrase.count(" ") + 1)
    heads: dict[str, tuple[int, ...]] = {}
    for number, compound in enumerate(compounds):
        for head in compound.heads:
            heads[head] = (*heads.get(head, ()), number)
    return {
        word: Opening(
            phrases.get(word, ()),
            {
                second: {third: tuple(lengths) for third, lengths in thirds.items()}
                for second, thirds in longer.get(word, {}).items()
            },
            heads.get(word, ()),
        )
        for word in (*longer, *heads)
    }


def _lengths(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for first, length in pairs:
        found.setdefault(first, set()).add(length)
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _spellings(known: Iterable[str]) -> dict[tuple[str, int], tuple[str, ...]]:
    spellings: dict[tuple[str, int], list[str]] = {}
    for word in sorted(known):
        if word.isalpha():
            spellings.setdefault((word[0], len(word)), []).append(word)
    return {key: tuple(group) for key, group in spellings.items()}
