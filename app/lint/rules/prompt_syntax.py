"""Text that belongs in a prompt or a template: a trainer reads it letter by letter."""

import re
from collections.abc import Iterator

from app.lint.context import CaptionText
from app.lint.fixes import removal
from app.lint.rule import Fix, Hit

_NETWORK = re.compile(r"<(?:lora|lyco|hypernet|embedding):[^<>\n]{1,80}>", re.IGNORECASE)
_WEIGHT = re.compile(r"[(\[]([^()\[\]:\n]{1,80}):\s?\d(?:\.\d+)?[)\]]")
_NESTED = re.compile(r"\({2,}([^()\n]{1,80})\){2,}|\[{2,}([^\[\]\n]{1,80})\]{2,}")
_CHOICE = re.compile(r"\{[^{}\n]{1,200}\|[^{}\n]{1,200}\}")
_OPTION = re.compile(r"(?<!\S)--(?:ar|v|q|s|stylize|niji|seed|no|style|chaos)\b(?: [\w:.]+)?")
# Between two words in small letters they join two prompts; in a line of capitals they are words.
_BREAK = re.compile(
    r"(?:^|(?<=[,.\n])|(?<=[,.\n] ))BREAK(?=\s*(?:[,.\n]|$))"
    r"|(?<=[a-z0-9),.] )(?:BREAK|AND)(?= [a-z0-9(])"
)
_WILDCARD = re.compile(r"(?<!\w)__[A-Za-z][\w/-]{0,60}?__(?!\w)")
_EMBEDDING = re.compile(r"(?<!\w)embedding:[\w.-]+")
_BLEND = re.compile(r"(?<=\w)::\d+(?:\.\d+)?")
_ESCAPED = re.compile(r"\\[()\[\]]")
_SINGLE = re.compile(r"(?<![^\s,])\[([a-z][a-z0-9 _-]{1,40})\](?![^\s,.])")
"""A word or a few that were made weaker, or a place to be filled: which of the two is not told."""
_PLACEHOLDER = re.compile(
    r"[\[<{](?:trigger|trigger[ _-]?word|name|token|concept|filewords|subject|class|instance"
    r"|caption|your[ _-]\w+|insert[ _-][\w -]+|placeholder)[\]>}]"
    r"|(?-i:\bTODO\b|\bFIXME\b)|\blorem ipsum\b",
    re.IGNORECASE,
)

_LONGEST_STAND_IN = 60
_STAND_IN = re.compile(
    r"(?:(?:add |insert |your |write |enter )?(?:a |the )?(?:caption|description)(?: goes)? here"
    r"|(?:add|insert|write|enter) (?:a |the |your )?(?:caption|description)"
    r"|untitled(?: \d+)?|no caption|無題|キャプション|ここに説明|説明文"
    r"|(?:IMG|DSC|DSCN|DSCF|PXL|GOPR|Screenshot|image|picture|photo|frame)[ _-]?\d[\d _-]*"
    r"(?:\.(?:jpe?g|png|webp|heic))?|[\w-]+\.(?:jpe?g|png|webp|heic))\.?",
    re.IGNORECASE,
)
"""The whole caption is a camera's file name or an invitation to write one."""

_SIGNS = ("<", "(", "[", "{", "\\", "--", "BREAK", " AND ", "__", "embedding:", "::")
_OPENINGS = ("<", "[", "{", "TODO", "FIXME", "orem")
"""Without one of these no pattern can match, which is sooner known than tried."""
_PATTERNS: tuple[tuple[str, re.Pattern[str], bool], ...] = (
    ("network", _NETWORK, False),
    ("weight", _WEIGHT, True),
    ("nested", _NESTED, True),
    ("nested", _SINGLE, True),
    ("choice", _CHOICE, False),
    ("option", _OPTION, False),
    ("break", _BREAK, False),
    ("choice", _WILDCARD, False),
    ("network", _EMBEDDING, False),
    ("weight", _BLEND, False),
)


def prompt_syntax(caption: CaptionText) -> Iterator[Hit]:
    """Weights, networks, choices and options of image programs."""
    text = caption.text
    if not any(sign in text for sign in _SIGNS):
        return
    done = 0
    # What names itself a place to be filled is told of as such, and once.
    places = {match.span() for match in _PLACEHOLDER.finditer(text)}
    found = sorted(
        (
            (match, case, keeps)
            for case, pattern, keeps in _PATTERNS
            for match in pattern.finditer(text)
            if match.span() not in places
        ),
        key=lambda one: (one[0].start(), -one[0].end()),
    )
    for match, case, keeps in found:
        start, end = match.span()
        if start < done:
            continue
        done = end
        yield Hit(
            "prompt-syntax",
            start,
            end,
            case=case,
            values={"match": match[0]},
            fixes=_fixes(text, match, case, keeps=keeps),
        )
    escaped = [match.span() for match in _ESCAPED.finditer(text)]
    if escaped:
        yield Hit(
            "prompt-syntax",
            *escaped[0],
            more_spans=tuple(escaped[1:]),
            case="escaped",
            values={"match": text[escaped[0][0] : escaped[0][1]], "count": len(escaped)},
            fixes=_unescaped(text, escaped),
        )


def _fixes(text: str, match: re.Match[str], case: str, *, keeps: bool) -> tuple[Fix, ...]:
    start, end = match.span()
    if keeps:
        inner = next(group for group in match.groups() if group is not None).strip()
        return (Fix(start, end, inner, safe=True, case="keep", values={"words": inner}),)
    if case == "break" and start > 1 and text[start - 2].isalnum():
        return (Fix(start - 1, end, ",", safe=True, case="remove"),)
    if case in ("network", "option", "break", "weight"):
        return (_titled(removal(text, [(start, end)], safe=True), "remove"),)
    return ()


def _unescaped(text: str, spans: list[tuple[int, int]]) -> tuple[Fix, ...]:
    first, last = spans[0][0], spans[-1][1]
    bare = _ESCAPED.sub(lambda match: match[0][1:], text[first:last])
    return (Fix(first, last, bare, safe=True, case="unescape"),)


def _titled(fix: Fix, case: str) -> Fix:
    return Fix(fix.start, fix.end, fix.text, fix.safe, case)


def unfilled_placeholder(caption: CaptionText) -> Iterator[Hit]:
    """Places of a template that nobody filled in, and what stands for a caption before it."""
    short = len(caption.text) <= _LONGEST_STAND_IN
    if short and (whole := _STAND_IN.fullmatch(caption.text.strip())):
        start = len(caption.text) - len(caption.text.lstrip())
        yield Hit("unfilled-placeholder", start, start + len(whole[0]), values={"match": whole[0]})
        return
    if not any(sign in caption.text for sign in _OPENINGS):
        return
    for match in _PLACEHOLDER.finditer(caption.text):
        yield Hit("unfilled-placeholder", *match.span(), values={"match": match[0]})
