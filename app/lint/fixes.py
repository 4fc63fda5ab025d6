"""Fixes: replacing a span, taking words out so that the rest still reads, applying safe ones."""

import re
from collections.abc import Iterable, Sequence
from zlib import crc32

from app.lint.rule import Finding, Fix

_ARTICLE = re.compile(r"\b(an?)(\s+)$", re.IGNORECASE)
_INTENSE = re.compile(r"(?:\b(?:very|so|quite|rather|truly|most|more)\s+)+$", re.IGNORECASE)
_HANGING = re.compile(
    r"(?:\b(?:and|or|with|in|of|very|so|quite|rather|truly|most|more)\s+)+$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:,\s*)?(?:(?:and|or)\s+)?", re.IGNORECASE)
"""What may stand between two words that go, and goes with them."""
_TAIL = 32
"""Characters before a gap in which an article or a hanging word is looked for."""
_SEPARATORS = ",、，;"
_ENDS = ".!?。！？"
_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|se|su|s[ie])|hou?r\b|honest|\b8|\b1[18]\b)", re.IGNORECASE)
_NO_VOWEL = re.compile(r"(?:one|once|eu|uk\b)", re.IGNORECASE)


def checksum(text: str) -> int:
    """What `Fix.made_for` is compared with."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def apply_fix(text: str, fix: Fix) -> str:
    """The caption after the fix; unchanged where the fix was made for another text."""
    if fix.made_for is not None and fix.made_for != checksum(text):
        return text
    return text[: fix.start] + fix.text + text[fix.end :]


def apply_safe(text: str, findings: Iterable[Finding]) -> str:
    """The caption after the first safe fix of each finding, leaving out those that overlap one
    before them. Dismissed findings are left alone.
    """
    print_of_text = checksum(text)
    fixes = [
        next((fix for fix in finding.fixes if fix.safe), None)
        for finding in findings
        if not finding.dismissed
    ]
    usable = sorted(
        (fix for fix in fixes if fix and fix.made_for in (None, print_of_text)),
        key=lambda fix: (fix.start, fix.end),
    )
    pieces: list[str] = []
    done = 0
    taken: tuple[int, int] | None = None
    for fix in usable:
        if fix.start < done or taken == (fix.start, fix.end):
            continue
        pieces += (text[done : fix.start], fix.text)
        done = fix.end
        taken = (fix.start, fix.end)
    return "".join(pieces) + text[done:]


def removal(text: str, spans: Sequence[tuple[int, int]], *, safe: bool) -> Fix:
    """A fix that takes the spans out: commas, spaces, articles and the first capital follow."""
    gaps = _gaps(text, spans)
    result = text
    for start, end in reversed(gaps):
        result = _without(result, start, end)
    return whole_fix(text, result, at=gaps[0][0], safe=safe)


def _gaps(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """What goes, from left to right: neighbours as one, and the words that would be left hanging
    before them ("very", or "and" where nothing follows).
    """
    gaps: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if gaps and _BETWEEN.fullmatch(text, gaps[-1][1], start):
            gaps[-1] = gaps[-1][0], max(end, gaps[-1][1])
            continue
        after = text[end:].lstrip(" \t")
        hanging = _HANGING if not after or after[0] in _SEPARATORS + _ENDS + "\n" else _INTENSE
        free = gaps[-1][1] if gaps else 0
        word = hanging.search(text, max(free, start - _TAIL), start)
        gaps.append((word.start() if word else start, end))
    return gaps


def whole_fix(text: str, after: str, *, at: int = 0, safe: bool, case: str = "default") -> Fix:
    """The shortest replacement that turns one text into the other; at `at` where they are equal."""
    if text == after:
        return Fix(at, at, "", safe, case)
    start = 0
    shorter = min(len(text), len(after))
    while start < shorter and text[start] == after[start]:
        start += 1
    end = 0
    while end < shorter - start and text[-1 - end] == after[-1 - end]:
        end += 1
    return Fix(start, len(text) - end, after[start : len(after) - end], safe, case)


def _without(text: str, start: int, end: int) -> str:
    before, gone, after = text[:start], text[start:end], text[end:]
    left, right = before.rstrip(" \t"), after.lstrip(" \t")
    opens = not left or left[-1] in _SEPARATORS + _ENDS + "\n("
    closes = not right or right[0] in _SEPARATORS + _ENDS + "\n)"
    if opens and closes:
        return _without_piece(left, right)
    if closes:
        return left + right if not right or right[0] != "(" else left + " " + right
    if opens:
        return _opening(left, before[len(left) :], gone, right)
    return _joined(before, left, right)


def _without_piece(left: str, right: str) -> str:
    """A whole tag or clause goes, and one of the separators around it."""
    if right and right[0] in _SEPARATORS:
        rest = right[1:].lstrip(" \t")
        if not left:
            return rest
        space = " " if left[-1] not in "、，\n" and rest else ""
        return left + space + rest
    if left and left[-1] in _SEPARATORS:
        return left[:-1].rstrip(" \t") + right
    if left and right and left[-1] in _ENDS and right[0] in _ENDS:
        return left + right[1:]
    return left + right


def _opening(left: str, gap: str, gone: str, right: str) -> str:
    """Words at the beginning of a sentence or tag go; the capital moves to what follows."""
    sentence = not left or left[-1] in _ENDS + "\n"
    if sentence and gone[:1].isupper() and not gone[1:2].isupper():
        right = right[:1].upper() + right[1:]
    return left + gap + right


def _joined(before: str, left: str, right: str) -> str:
    """Words inside a clause go; an article before them is fitted to the next word."""
    space = " " if left != before or (right[:1].isascii() and left[-1:].isascii()) else ""
    tail = left[-_TAIL:]
    article = _ARTICLE.search(tail + " ") if space else None
    if article:
        left = left[:-_TAIL] + tail[: article.start()] + article_for(right, like=article[1])
    return left + space + right


def article_for(following: str, *, like: str) -> str:
    """The article "a" or "an" before the given text, with the capital of `like`."""
    vowel = bool(_VOWEL.match(following)) and not _NO_VOWEL.match(following)
    return like[0] + ("n" if vowel else "")
