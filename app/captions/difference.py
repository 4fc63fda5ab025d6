"""Where two captions differ, word by word."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f"
_PIECES = re.compile(rf"\s+|[{_CJK}]|[^\W{_CJK}]+|[^\w\s]")
_WORD = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")
MOST = 20_000
"""Characters; longer texts are not compared word by word."""


def pieces(text: str) -> list[str]:
    """Words, spaces and signs, one by one; writing without spaces is cut at every character."""
    return _PIECES.findall(text)


def words(text: str) -> list[str]:
    """The words alone."""
    return _WORD.findall(text)


def replaced(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """From which to which piece of `before`, what stands in `after` instead: from, to.

    The fewest pieces that turn one into the other; neighbouring changes are one.
    """
    old, new = (0, 0), (0, 0)
    for step in Indel.opcodes(before, after):
        if step.tag == "equal":
            continue
        if (step.src_start, step.dest_start) == (old[1], new[1]):
            old, new = (old[0], step.src_end), (new[0], step.dest_end)
            continue
        if _something(old, new):
            yield old, new
        old, new = (step.src_start, step.src_end), (step.dest_start, step.dest_end)
    if _something(old, new):
        yield old, new


def _something(old: tuple[int, int], new: tuple[int, int]) -> bool:
    return old[0] != old[1] or new[0] != new[1]
