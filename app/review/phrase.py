"""One phrase against all captions: what is looked for, and where a caption says it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.lint.terms import Kind, Term
from app.lint.wording import phrase_key

Span = tuple[int, int]

_PARTED = re.compile(r"[,、，;]")
_BETWEEN = re.compile(r"\s*(?:[,、，]\s*)?(?:(?:and|or)\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sought:
    """Words as they are typed (kind None), a term as it is counted, or a whole family of terms."""

    words: str
    """What a caption is given that shall say it."""
    kind: Kind | None = None
    family: str = ""
    """"": these words alone."""


def places(sought: Sought, text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """Where a caption with these terms says it; empty where it does not."""
    if sought.kind is None:
        pattern = whole_words(sought.words)
        return tuple(m.span() for m in pattern.finditer(text)) if pattern else ()
    own = [term for term in terms if term.kind is sought.kind]
    if sought.family:
        return tuple((term.start, term.end) for term in own if term.family == sought.family)
    key, pattern = phrase_key(sought.words), whole_words(sought.words)
    found = (_place_in(term, key, pattern) for term in own)
    return tuple(place for place in found if place is not None)


def _place_in(term: Term, key: str, pattern: re.Pattern[str] | None) -> Span | None:
    """Where a term says it: all of "smiling softly", but of "night, soft light" only a part.

    "Not smiling" is no term and says nothing.
    """
    match = pattern.search(term.text) if pattern is not None else None
    if phrase_key(term.text) == key or (match and not _PARTED.search(term.text)):
        return term.start, term.end
    return (term.start + match.start(), term.start + match.end()) if match else None


def groups(text: str, spans: Sequence[Span]) -> list[tuple[Span, ...]]:
    """Places that only a comma or an "and" parts go together."""
    groups: list[tuple[Span, ...]] = []
    for span in spans:
        if groups and _BETWEEN.fullmatch(text, groups[-1][-1][1], span[0]):
            groups[-1] = (*groups[-1], span)
        else:
            groups.append((span,))
    return groups


@lru_cache(maxsize=64)
def whole_words(words: str) -> re.Pattern[str] | None:
    """The words whatever their capitals, with spaces or underscores; of Japanese, anywhere."""
    parts = words.split()
    if not parts:
        return None
    left = r"(?<![^\W_])" if parts[0][0].isascii() else ""
    right = r"(?![^\W_])" if parts[-1][-1].isascii() else ""
    return re.compile(left + r"[\s_]+".join(re.escape(p) for p in parts) + right, re.IGNORECASE)
