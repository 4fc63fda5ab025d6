"""What changed between two texts, word by word, for showing side by side."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
MOST = 20_000
"""Longer texts are compared as one piece: the comparison takes the square of their words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is the same in both texts, or what stands in its place in each."""

    before: str
    after: str


def words_changed(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one row of pieces; joined, each side gives its text again."""
    if max(len(before), len(after)) > MOST:
        return (Piece(before, after),)
    left, right = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return tuple(
        Piece("".join(left[a:b]), "".join(right[c:d])) for _, a, b, c, d in matcher.get_opcodes()
    )
