"""Slips of the hand: empty and repeated tags, doubled words, spacing, wide and invisible signs."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from app.captions.style import Style
from app.lint.context import CaptionText
from app.lint.fixes import removal, whole_fix
from app.lint.rule import Fix, Hit, Severity

_EMPTY = re.compile(r",\s*(?=,)|^\s*,\s*|,[ \t]*$")
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]|[\u0085\u00a0\u2028\u2029\u2000-\u200a\u202f]"
)
_SPACES = frozenset("\u0085\u00a0\u2028\u2029\u202f") | {
    chr(code) for code in range(0x2000, 0x200B)
}
_LETTER = "[A-Za-z\u00c0-\u024f]"
_CLOSE_COMMA = re.compile(rf"(?<={_LETTER}),(?={_LETTER})")
_LOOSE_COMMA = re.compile(r"(?<=\S)[ \t]+(?=,)")
_DOUBLE_SPACE = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
# Three small letters before, a capital behind: no abbreviation, no name of a file or a page.
_CLOSE_STOP = re.compile(r"(?<=[a-z]{3})[.!?](?=[A-Z][a-z ])")
_LOOSE_STOP = re.compile(r"(?<=\w)[ \t]+(?=[.!?](?:\s|$))")
_LAST_STOP = re.compile(r"(?<=\w)[ \t]+[.!?]\s*$")
_SPACINGS = (_CLOSE_COMMA, _LOOSE_COMMA, _DOUBLE_SPACE, _CLOSE_STOP, _LOOSE_STOP)
_FRAGMENT = 4
"""Words that a tag has at most."""
_CURLY = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_DOUBLED = """
very really so that had is bye ha hello no knock tick boing big many her long far again more up
down round out tut pom yo aye cha choo chow wah ye ya la na da ba blah dik dum
"""
# A noun with its particle (not one after the other: 一人が一人が), or a particle that stands alone.
_JAPANESE_TWICE = re.compile(
    r"((?![一二三両各])[一-龯ァ-ヶー]{2,8}(?:には|では|[がをはにのでと]))\1"
    r"|(?<=[ぁ-ん一-龯ァ-ヶー])(を)を"
)
_MAY_REPEAT = frozenset(_DOUBLED.split())
"""Words that are doubled on purpose, or by grammar."""


def empty_tag(caption: CaptionText) -> Iterator[Hit]:
    """Commas with nothing between them, before the first tag or after the last."""
    text, forms = caption.text, caption.words.forms
    if "," not in text or (caption.words.prose and forms[-1] != ","):
        return
    if not (forms[0] == "," or forms[-1] == "," or "\n" in text or ",," in "".join(forms)):
        return
    spans = [match.span() for match in _EMPTY.finditer(text) if match[0]]
    if not spans:
        return
    tidy = ", ".join(part for part in map(str.strip, text.split(",")) if part)
    if caption.style is not Style.TAGS:
        tidy = _EMPTY.sub("", text).strip()
    yield Hit(
        "empty-tag",
        *spans[0],
        more_spans=tuple(spans[1:]),
        values={"count": len(spans)},
        fixes=(whole_fix(text, tidy, safe=True),) if tidy else (),
        key="commas",
    )


def repeated_tag(caption: CaptionText) -> Iterator[Hit]:
    """The same tag twice in one caption."""
    if caption.style not in (Style.TAGS, Style.MIXED):
        return
    seen: set[tuple[str, ...]] = set()
    again: list[tuple[int, int]] = []
    words, forms = caption.words, caption.words.forms
    for first, last in words.segments:
        form = forms[first:last]
        if form in seen and any(char.isalnum() for char in form[0]):
            again.append((words.starts[first], words.ends[last - 1]))
        seen.add(form)
    if not again:
        return
    words = ", ".join(dict.fromkeys(caption.text[start:end] for start, end in again))
    fix = removal(caption.text, again, safe=True)
    yield Hit(
        "repeated-tag",
        *again[0],
        more_spans=tuple(again[1:]),
        values={"match": words, "count": len(again)},
        fixes=(fix,),
        key=words,
    )


def repeated_word(caption: CaptionText) -> Iterator[Hit]:
    """A word doubled by a slip of the hand: "the the", 女性が女性が."""
    if caption.words.japanese:
        for match in _JAPANESE_TWICE.finditer(caption.text):
            word, end = match[1] or match[2], match.end()
            values = {"match": word}
            fix = Fix(end - len(word), end, "", safe=True, values=values)
            yield Hit("repeated-word", end - len(word), end, values=values, fixes=(fix,))
    if caption.style is Style.TAGS:
        return
    text = caption.text
    words, forms = caption.words, caption.words.forms
    if True not in map(eq, forms, forms[1:]):
        return
    for place in [place for place, pair in enumerate(pairwise(forms)) if pair[0] == pair[1]]:
        form, behind = forms[place], words.ends[place]
        start, end = words.starts[place + 1], words.ends[place + 1]
        if not form.isalpha() or form in _MAY_REPEAT or place in words.japanese:
            continue
        if text[behind:start].strip(" \t") or form != text[start:end]:
            # "New York York Street" and other names: a slip is not written with a capital.
            continue
        fix = Fix(behind, end, "", safe=True, values={"match": form})
        yield Hit("repeated-word", start, end, values={"match": form}, fixes=(fix,))


def invisible_character(caption: CaptionText) -> Iterator[Hit]:
    """Characters that are not seen and become tokens all the same."""
    text = caption.text
    if text.isascii() and text.isprintable():
        return
    spans = [match.span() for match in _INVISIBLE.finditer(text)]
    if not spans:
        return
    first, last = spans[0][0], spans[-1][1]
    cleaned = _INVISIBLE.sub(lambda m: " " if m[0] in _SPACES else "", text[first:last])
    code = f"U+{ord(text[first]):04X}"
    yield Hit(
        "invisible-character",
        *spans[0],
        more_spans=tuple(spans[1:]),
        values={"code": code, "count": len(spans)},
        fixes=(Fix(first, last, cleaned, safe=True),),
        key=code,
    )


def odd_spacing(caption: CaptionText) -> Iterator[Hit]:
    """No space after a comma or a full stop, spaces before one, several spaces in a row."""
    text = caption.text
    if caption.words.prose or not (_is_close(text) or _is_loose(text)):
        return
    spans = sorted({match.span() for pattern in _SPACINGS for match in pattern.finditer(text)})
    if not spans or (len(spans) == 1 and _LAST_STOP.match(text, spans[0][0])):
        # A space before the very last stop is in every other caption of old sets, and does nothing.
        return
    tidy = _LOOSE_STOP.sub("", _LOOSE_COMMA.sub("", text))
    tidy = _DOUBLE_SPACE.sub(" ", _CLOSE_STOP.sub(r"\g<0> ", tidy))
    tidy = _CLOSE_COMMA.sub(", ", tidy)
    yield Hit(
        "odd-spacing",
        *spans[0],
        more_spans=tuple(spans[1:]),
        values={"count": len(spans)},
        fixes=(whole_fix(text, tidy, safe=True),),
        key="spacing",
    )


def _is_loose(text: str) -> bool:
    """Whether a space may be one too many; a loop over the signs would take four times as long."""
    return (
        " ," in text or "  " in text or "\t" in text or " ." in text or " !" in text or " ?" in text
    )


def _is_close(text: str) -> bool:
    """Whether a mark may be without a space behind it; counting is sooner done than searching."""
    return (
        text.count(",") > text.count(", ") + text.endswith(",")
        or text.count(".") > text.count(". ") + text.endswith(".")
        or ("!" in text and text.count("!") > text.count("! ") + text.endswith("!"))
        or ("?" in text and text.count("?") > text.count("? ") + text.endswith("?"))
    )


def wide_punctuation(caption: CaptionText) -> Iterator[Hit]:
    """Full-width commas between tags, where a trainer splits at the plain comma only."""
    if caption.style is not Style.TAGS:
        return
    text = caption.text
    spans = [(place, place + 1) for place, char in enumerate(text) if char in "，、；"]
    if not spans:
        return
    first, last = spans[0][0], spans[-1][1]
    plain = re.sub(r"\s*[，、；]\s*", ", ", text[first:last]).lstrip(" ")
    end = last
    while end < len(text) and text[end] == " ":
        end += 1
    if end == len(text):
        plain = plain.rstrip()
    yield Hit(
        "wide-punctuation",
        *spans[0],
        more_spans=tuple(spans[1:]),
        values={"count": len(spans), "match": text[first]},
        fixes=(Fix(first, end, plain, safe=True),),
        key=text[first],
        # Between Japanese words "、" is what one writes; it only keeps a trainer from splitting.
        severity=None if "," in text or "，" in text else Severity.HINT,
    )


def curly_quotes(caption: CaptionText) -> Iterator[Hit]:
    """Typographic quotation marks, which are rarer tokens than the plain ones."""
    text = caption.text
    if text.isascii():
        return
    spans = [(place, place + 1) for place, char in enumerate(text) if char in "“”‘’"]
    if not spans:
        return
    first, last = spans[0][0], spans[-1][1]
    yield Hit(
        "curly-quotes",
        *spans[0],
        more_spans=tuple(spans[1:]),
        values={"match": text[first], "count": len(spans)},
        fixes=(Fix(first, last, text[first:last].translate(_CURLY), safe=True),),
        key="quotes",
    )


def mixed_style_caption(caption: CaptionText) -> Iterator[Hit]:
    """A sentence followed by a list of tags; a last remark on the medium is no list."""
    if caption.style is Style.MIXED and not _ends_in_one_remark(caption.text):
        yield Hit("mixed-style-caption", key=caption.text)


def _ends_in_one_remark(text: str) -> bool:
    """Whether one fragment follows, as in: A cat sits on a hat. Watercolor."""
    before, _, last = text.rstrip(" .。").replace("。", ". ").rpartition(". ")
    if before:
        sentence = before.rpartition(". ")[2]
        return "," not in last and len(sentence.split()) > _FRAGMENT
    return text.count(",") == 1 and ";" not in text
