"""Unifying: one wording in place of several, so that every caption still reads."""

import re
from collections.abc import Collection, Mapping

from app.captions.words import cut
from app.lint.fixes import apply_fix, article_for, removal
from app.lint.terms import Kind, Term, find_terms
from app.lint.vocabulary import Vocabulary
from app.lint.wording import phrase_key

_PREPOSITION = r"(?:after|against|at|before|by|during|from|in|on|through|under|with|within)"
_OPENS_WITH = re.compile(rf"({_PREPOSITION})(?:[\s_]+(?:an?|the))?[\s_]+", re.IGNORECASE)
_BEFORE = re.compile(rf"\b{_PREPOSITION}(?:\s+(?:an?|the))?\s+$|\b(?:an?|the)\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
_VERB = re.compile(r"\b(?:is|are|was|were)\b", re.IGNORECASE)
_NEXT = re.compile(r"[ \t]+([^\W\d_]+)")
_TAIL = 32
"""Characters before a phrase in which its preposition and article stand."""
_ROUNDS = 8
_SEPARATORS = ",、，;"
_ENDS = ".!?。！？"
_BETWEEN = re.compile(r"\s*(?:[,、，;]\s*)?(?:(?:and|or)\s+)?", re.IGNORECASE)
"""Between two equal phrases of which one would do."""
_NO_NOUN = re.compile(
    r"(?:an?|and|are|as|at|beside|but|by|during|for|from|has|he|her|his|in|into|is|it|near|of|on|or"
    r"|over|she|that|the|their|they|through|to|under|was|were|where|while|who|with)$",
    re.IGNORECASE,
)
"""What may follow a phrase without being the word that it describes."""


def unify(
    texts: Mapping[int, str],
    phrases: Collection[tuple[Kind, str]],
    say_instead: str,
    vocabulary: Vocabulary,
    triggers: Mapping[int, str] | None = None,
) -> dict[int, str]:
    """The captions that change when phrases (kind and `phrase_key`) give way to one.

    `triggers` are the trigger words by entry, and no letter of them is touched. An entry is left
    out where nothing changes, and a phrase is left alone where the new one would not read: "night
    skyline" does not become "at night skyline". What was unified does not change a second time.
    """
    wanted = " ".join(say_instead.split())
    if not wanted:
        return {}
    chosen = frozenset(one for one in phrases if one[1] != phrase_key(wanted))
    result: dict[int, str] = {}
    for entry, text in texts.items():
        after = _settled(text, chosen, wanted, vocabulary, (triggers or {}).get(entry, ""))
        if after != text:
            result[entry] = after
    return result


def _settled(
    text: str,
    chosen: frozenset[tuple[Kind, str]],
    wanted: str,
    vocabulary: Vocabulary,
    trigger: str,
) -> str:
    """Words that lay under a longer phrase can come to light when it goes, so: until all is done.

    A text that never comes to rest is left as it was.
    """
    after = text
    for _ in range(_ROUNDS):
        terms = [
            term
            for term in find_terms(cut(after), vocabulary)
            if (term.kind, phrase_key(term.text)) in chosen
        ]
        before, after = after, _unified(after, terms, wanted, trigger)
        if after == before:
            return after
    return text


def _unified(text: str, terms: list[Term], wanted: str, trigger: str) -> str:
    said = _places(text, wanted)
    kept = _places(text, trigger) if trigger.strip() else []
    after, changed = text, False
    for term in reversed(terms):
        if any(start <= term.start and term.end <= end for start, end in said):
            continue
        change = _replacement(after, term, wanted)
        if change is None:
            continue
        start, words = change
        if any(first < term.end and start < last for first, last in kept):
            continue
        after = after[:start] + words + after[term.end :]
        changed = True
    return _once(after, wanted, trigger) if changed else text


def _replacement(text: str, term: Term, wanted: str) -> tuple[int, str] | None:
    """Where the change begins and what stands there then; None where it would not read."""
    start, words = term.start, wanted
    if "_" in term.text and " " not in term.text:
        words = words.replace(" ", "_")
    if bool(_VERB.search(term.text)) != bool(_VERB.search(wanted)):
        # "the lighting is soft" would lose its verb.
        return None
    opening = _OPENS_WITH.match(term.text)
    prepared = _OPENS_WITH.match(wanted + " ")
    whole = _is_piece(text, term.start, term.end)
    if prepared:
        if not opening and not whole and _describes(text, term.end):
            return None
        before = _BEFORE.search(text, max(0, start - _TAIL), start)
        if before:
            start = before.start()
    elif opening and not whole:
        # "during daytime" in a sentence becomes "during daylight", never only "daylight".
        words = f"{opening[1]} {words}"
    if text[start].isupper() and not text[start : start + 2].isupper() and _opens(text, start):
        words = words[0].upper() + words[1:]
    article = _ARTICLE.search(text, max(0, start - _TAIL), start)
    if article:
        gap = text[article.end(1) : start]
        words = article_for(words, like=article[1]) + gap + words
        start = article.start()
    return start, words


def _describes(text: str, end: int) -> bool:
    following = _NEXT.match(text, end)
    return following is not None and not _NO_NOUN.match(following[1])


def _opens(text: str, start: int) -> bool:
    left = text[:start].rstrip()
    return not left or left[-1] in _ENDS


def _is_piece(text: str, start: int, end: int) -> bool:
    """The words stand alone between commas or ends, as a tag does."""
    left, right = text[:start].rstrip(), text[end:].lstrip()
    return (not left or left[-1] in _SEPARATORS + _ENDS + "\n") and (
        not right or right[0] in _SEPARATORS + _ENDS + "\n"
    )


def _once(text: str, wanted: str, trigger: str) -> str:
    """The text without saying the same twice in a row, or in two tags of one list."""
    while True:
        places = _places(text, wanted)
        kept = _places(text, trigger) if trigger.strip() else []
        again = next(
            (
                place
                for number, place in enumerate(places)
                if not any(first < place[1] and place[0] < last for first, last in kept)
                and any(_same_again(text, earlier, place) for earlier in places[:number])
            ),
            None,
        )
        if again is None:
            return text
        text = apply_fix(text, removal(text, [again], safe=False))


def _same_again(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    return bool(_BETWEEN.fullmatch(text, first[1], second[0])) or (
        _is_piece(text, *first) and _is_piece(text, *second)
    )


def _places(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand whole, whatever their capitals, with spaces or underscores."""
    pattern = r"[\s_]+".join(re.escape(word) for word in words.split())
    left = r"(?<![^\W_])" if words[:1].isascii() else ""
    right = r"(?![^\W_])" if words[-1:].isascii() else ""
    return [match.span() for match in re.finditer(left + pattern + right, text, re.IGNORECASE)]
