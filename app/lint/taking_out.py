"""Which modifiers can go so that the rest still reads, and what goes with each of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from app.captions.words import TAG_EDGES, Words
from app.lint.vocabulary import Vocabulary

Span = tuple[int, int]

_BETWEEN: Final = re.compile(r"\s*(?:,\s*)?(?:(?:and|or)\s+)?", re.IGNORECASE)
_EDGES: Final = frozenset(",;、，.!?。！？\n")
"""What parts tags and clauses; brackets and colons belong to notations of their own."""
_ENDS: Final = _EDGES - {",", "、", "，"}


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LINKING: Final = _set(
    "is are was were be been being am looks look looked looking seems seem seemed feels feel"
    " feeling appears appear appeared appearing becomes become remains remain stays smells smell"
    " tastes taste sounds sound it's she's he's that's they're"
)
_HOLDING: Final = _set("as too how however something anything nothing everything more less")
"""Words that need the modifier after them."""
_SMALL: Final = _set(
    "and or but nor yet with without in of by to from for at on into onto over under near that"
    " which who whose whom as than so is are was were be been has have had does do will can may a"
    " an the this these those his her its their my your our he she it they we you i there here"
    " while when where if because enough against through across along between behind beside"
    " above below around during up down off out about like not no only also looking"
)
_DETERMINERS: Final = _set("a an the this that these those his her its their my your our some any")
_DETAILS: Final = _set(
    "details detail detailing texture textures quality resolution definition focus colors colours"
    " anatomy proportions features lighting render 4k 8k 16k hd uhd hdr k"
)
"""Last words of phrases that "with" or "in" may lead to."""

_DEGREES: Final = _set(
    "very extremely super so really truly absolutely ultra hyper most quite rather"
)
_JA_EDGES: Final = "、。，,.!?！？\n・"
_JA_BEFORE: Final = _JA_EDGES + "のないとるたは"
_JA_DEGREES: Final = _set(
    "とても とっても 非常に 大変 凄く すごく 極めて きわめて 実に まさに 本当に 最も もっとも"
    " かなり 一際 ひときわ 一層 いっそう より一層 特に 驚くほど 信じられないほど この上なく"
)
_JA_NOUN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff々\u30a1-\u30fa]")
_JA_LIGHT: Final = re.compile("(?:す|し|な[りるっい]|見|感じ|思)")
"""Verbs that mean nothing without the adverb before them."""


class Cut(NamedTuple):
    """What goes, with the words that join it to the rest, and the modifiers in it."""

    start: int
    end: int
    modifiers: tuple[Span, ...]


def clean_cuts(words: Words, spans: Sequence[Span], vocabulary: Vocabulary) -> tuple[Cut, ...]:
    """Those of the modifiers that leave no hole: whole tags, what stands before its noun or verb,
    formulas at the end. A predicate ("is stunning") is left alone.
    """
    starts = {start: place for place, start in enumerate(words.starts)}
    ends = {end: place for place, end in enumerate(words.ends)}
    cuts: list[Cut] = []
    for group in _groups(words.text, spans):
        first, last = starts.get(group[0][0]), ends.get(group[-1][1])
        if first is None or last is None or words.starts[first] == words.ends[last]:
            cuts += _japanese(words.text, group)
            continue
        if words.japanese and not words.forms[first].isascii():
            cuts += _japanese(words.text, group)
            continue
        cuts += _english(words, group, starts, ends, vocabulary)
    return tuple(cuts)


def _groups(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    group: list[Span] = []
    for span in sorted(spans):
        if group and not _BETWEEN.fullmatch(text, group[-1][1], span[0]):
            yield tuple(group)
            group = []
        group.append(span)
    if group:
        yield tuple(group)


def _english(
    words: Words,
    group: tuple[Span, ...],
    starts: Mapping[int, int],
    ends: Mapping[int, int],
    vocabulary: Vocabulary,
) -> Iterator[Cut]:
    """The whole group, or as many from its beginning as leave what reads: very | beautiful."""
    for count in range(len(group), 0, -1):
        part = group[:count]
        first, last = starts.get(part[0][0]), ends.get(part[-1][1])
        if first is None or last is None:
            continue
        reach = _reach(words, first, last, vocabulary)
        if reach is None:
            continue
        inner = [ends[end] for _, end in part[:-1] if end in ends]
        if any(words.forms[at] in vocabulary.nouns for at in inner) and not _whole(words, *reach):
            continue
        yield Cut(words.starts[reach[0]], words.ends[reach[1]], part)
        yield from _whole_tags(words, group[count:], starts, ends)
        return


def _whole_tags(
    words: Words, spans: Sequence[Span], starts: Mapping[int, int], ends: Mapping[int, int]
) -> Iterator[Cut]:
    for start, end in spans:
        first, last = starts.get(start), ends.get(end)
        if first is not None and last is not None and _whole(words, first, last):
            yield Cut(start, end, ((start, end),))


def _whole(words: Words, first: int, last: int) -> bool:
    """Whether the tokens are all that stands between two marks."""
    forms = words.forms
    begins = not first or forms[first - 1] in _EDGES
    return begins and (last + 1 == len(forms) or forms[last + 1] in _EDGES)


def _reach(words: Words, first: int, last: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """First and last token of what goes, None where a hole would stay."""
    forms = words.forms
    before = forms[first - 1] if first else ","
    after = forms[last + 1] if last + 1 < len(forms) else "."
    if _is_joined(words, first, last) or {before, after} & (TAG_EDGES - _EDGES):
        return None
    if _whole(words, first, last):
        return first, last
    if forms[last] == "so" and "that" in forms[last : last + 5]:
        return None
    adverb = forms[last] in _DEGREES or forms[last].endswith("ly")
    if after in _EDGES:
        return _at_the_end(words, first, last, adverb, vocabulary)
    if before in _LINKING and not adverb:
        return _before_and(forms, first, last, vocabulary)
    if before in _HOLDING or forms[last] in vocabulary.nouns:
        return None
    if after == "and":
        return _before_and(forms, first, last, vocabulary)
    if after in _SMALL:
        # "She dances gracefully in the rain" does without; "the beautiful in" does not.
        bare = adverb and forms[last] not in _DEGREES and before.isalpha()
        return (first, last) if bare and before not in _SMALL | _LINKING else None
    if not after[0].isalnum() or (after.endswith("ing") and before in _LINKING):
        return None
    if before in (",", "and") and first > 1 and forms[first - 2] in vocabulary.adjectives:
        return first - 1, last  # tall and | beautiful woman
    return first, last


def _is_joined(words: Words, first: int, last: int) -> bool:
    """Whether a hyphen or underscore makes it part of a longer word: best-looking."""
    left = words.text[: words.starts[first]].rstrip()[-1:]
    right = words.text[words.ends[last] :].lstrip()[:1]
    return left in ("-", "_", "–") or right in ("-", "_", "–")


def _at_the_end(
    words: Words, first: int, last: int, adverb: bool, vocabulary: Vocabulary
) -> tuple[int, int] | None:
    """What stands before a comma or at the end: a formula, an adverb, one of two predicates."""
    forms = words.forms
    before = forms[first - 1]
    after = forms[last + 1] if last + 1 < len(forms) else "."
    if before == "and" and first > 1 and forms[first - 2] in vocabulary.adjectives:
        return first - 1, last  # is tall and | stunning
    formula = forms[first] in vocabulary.boosters or forms[last] in vocabulary.boosters
    if forms[last] in vocabulary.nouns and not formula:
        return None
    if after == "," and last + 2 < len(forms) and forms[last + 2] in vocabulary.adjectives:
        fits = before not in _LINKING | _HOLDING and before not in _EDGES
        return (first, last + 1) if fits else None  # a sleek, | modern car
    start = first
    led = before in ("with", "in", "and") and forms[last] in _DETAILS
    if formula and (led or (before == "and" and after in _ENDS)):
        start, before = first - 1, forms[first - 2] if first > 1 else ","
    stays = before.isalnum() and before not in _SMALL | _LINKING | _HOLDING | _DETERMINERS
    if formula and stays:
        return start, last
    bare = adverb and forms[last] not in _DEGREES
    return (first, last) if bare and stays else None


def _before_and(
    forms: tuple[str, ...], first: int, last: int, vocabulary: Vocabulary
) -> tuple[int, int] | None:
    """`beautiful and | tall woman`, `is stunning and | tall`: the first of two that are joined."""
    if last + 2 >= len(forms) or forms[last + 1] != "and":
        return None
    return (first, last + 1) if forms[last + 2] in vocabulary.adjectives else None


def _japanese(text: str, group: Sequence[Span]) -> Iterator[Cut]:
    """Whole phrases between marks, adjectives before their noun, adverbs before their verb."""
    start, end = group[0][0], group[-1][1]
    before, rest = text[start - 1 : start], text[end:]
    ends_tag = not rest or rest[0] in _JA_EDGES
    begins_tag = not before or before in _JA_EDGES
    last = text[group[-1][0] : end]
    if ends_tag:
        fits = begins_tag
    elif last[-1] in "いなの":
        fits = (begins_tag or before in _JA_BEFORE) and bool(_JA_NOUN.match(rest))
    elif last in _JA_DEGREES:
        fits = True
    else:
        stays = begins_tag or before in _JA_BEFORE + "がをにも"
        fits = last[-1] in "くに" and stays and not _JA_LIGHT.match(rest)
        fits = fits and rest[0] not in "、はもがを"
    if fits:
        yield Cut(start, end, tuple(group))
    elif len(group) > 1:
        yield from _japanese(text, group[:-1])
