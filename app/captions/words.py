"""Words: a caption cut once into tokens with their places, for everything that reads captions."""

import re
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import NamedTuple

LOOKED_AT = 20_000
"""Characters of a text that are cut; no trainer reads further, and no key may wait longer."""

_JAPANESE = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
)
# Written whole, as tags are: :d ;) >:( ^_^ o_o \m/ xd d: =_= |_|
_EMOTICON = (
    r"(?<![^\s,])(?:>?[:;=]['-]?[a-zA-Z0-3()<>/|]|[dD3]:|[xX]D|\^\^|\^_\^|[oO0]_[oO0]|[tT]_[tT]"
    r"|[><=@+|;u]_[><=@+|;u])(?=[\s,]|$)"
)
_TOKEN = re.compile(
    rf"(?P<emoticon>{_EMOTICON})"
    rf"|(?P<japanese>[{_JAPANESE}]+)"
    rf"|\d+(?:\.\d+)+"
    rf"|[^\W_{_JAPANESE}]+(?:['’][^\W_{_JAPANESE}]+)*"
    rf"|[^\w\s-]|\n"
)
# Most captions are plain ASCII without a sign that every emoticon has; those are cut faster.
_EMOTICON_SIGN = re.compile(r"[:;=^_]|xd")
_PLAIN_TOKEN = re.compile(r"\d+(?:\.\d+)+|[a-z0-9]+(?:'[a-z0-9]+)*|[^\w\s-]|\n")
# Full-width letters and figures mean the same as the plain ones, character for character.
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x2019: 0x27, 0x3000: 0x20}
SENTENCE_ENDS = frozenset(".!?。！？\n")
SEGMENT_ENDS = SENTENCE_ENDS | frozenset(",;、，；|")
TAG_EDGES = SEGMENT_ENDS | frozenset(":()[]")
"""What may stand on either side of a tag."""


class Token(NamedTuple):
    """A word, an emoticon, a run of Japanese or one punctuation mark at `text[start:end]`.

    `form` is what it is looked up by: lower case, full-width letters made plain.
    """

    start: int
    end: int
    form: str


_make_token = partial(tuple[int, int, str].__new__, Token)


@dataclass(frozen=True, slots=True)
class Words:
    """A caption and its tokens; hyphens and underscores join words and are no tokens.

    `japanese` holds the numbers of the tokens that are runs of Japanese. `words` counts what a
    reader would call words (Japanese counts two for every five characters).
    """

    text: str
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]
    japanese: tuple[int, ...]
    words: int
    whole: bool
    """False: the text is longer than what was cut."""

    def segments(self) -> tuple[tuple[int, int], ...]:
        """Token ranges between commas and sentence ends, without those; none is empty."""
        return _ranges(self.forms, SEGMENT_ENDS)

    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Token ranges between sentence ends, without those; none is empty."""
        return _ranges(self.forms, SENTENCE_ENDS)


def cut(text: str) -> Words:
    """The tokens of a caption of any length; time is bounded by `LOOKED_AT`."""
    seen = text[:LOOKED_AT]
    plain = seen if seen.isascii() else seen.translate(_NARROW)
    lower = plain.lower()
    if len(lower) != len(plain):
        # A few capitals become two characters (İ); those stay as they are, so that places hold.
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in plain)
    if lower.isascii() and not _EMOTICON_SIGN.search(lower):
        return _cut_plain(text, lower)
    tokens: list[Token] = []
    japanese: list[int] = []
    count = characters = 0
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        form = lower[start:end]
        kind = match.lastgroup
        if kind == "japanese":
            japanese.append(len(tokens))
            characters += end - start
        elif kind == "emoticon" or form[0].isalnum():
            count += 1
        tokens.append(Token(start, end, form))
    return Words(
        text=text,
        tokens=tuple(tokens),
        forms=tuple([token.form for token in tokens]),
        japanese=tuple(japanese),
        words=count + -(-characters * 2 // 5),
        whole=len(seen) == len(text),
    )


def _cut_plain(text: str, lower: str) -> Words:
    # Searching for each form again is faster than asking the pattern where it was, and so is the
    # tuple's own constructor beside that of a NamedTuple.
    forms = tuple(_PLAIN_TOKEN.findall(lower))
    find, behind = lower.find, 0
    places: list[tuple[int, int, str]] = []
    for form in forms:
        start = find(form, behind)
        behind = start + len(form)
        places.append((start, behind, form))
    marks = len([None for form in forms if len(form) == 1 and not form.isalnum()])
    return Words(
        text=text,
        tokens=tuple(map(_make_token, places)),
        forms=forms,
        japanese=(),
        words=len(forms) - marks,
        whole=len(lower) == len(text),
    )


def _ranges(forms: tuple[str, ...], ends: frozenset[str]) -> tuple[tuple[int, int], ...]:
    edges = [-1, *[place for place, form in enumerate(forms) if form in ends], len(forms)]
    return tuple([(a + 1, b) for a, b in pairwise(edges) if b > a + 1])
