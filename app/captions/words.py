"""Words: a caption cut once into tokens with their places, for everything that reads captions."""

import re
from itertools import accumulate, compress
from operator import sub
from typing import NamedTuple

from app.captions.by_word import ByWord

LOOKED_AT = 20_000
"""Characters of a text that are cut; no trainer reads further, and no key may wait longer."""

_PLACES = range(LOOKED_AT)
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
# Most captions are plain ASCII without a sign that every emoticon has; those are cut faster, with
# a pattern that tries first what is met most.
_EMOTICON_SIGNS = (":", ";", "=", "^", "_", "xd")
_PLAIN_TOKEN = re.compile(
    r"([a-z][a-z0-9]*(?:'[a-z0-9]+)*|[!-,./:-@\[-^`{-\x7f\x00-\x08\x0e-\x1b\n]"
    r"|[0-9]+(?:\.[0-9]+)+|[0-9][a-z0-9]*(?:'[a-z0-9]+)*)"
)
_PLAIN_MARKS = frozenset(map(chr, range(128))) - frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
# Most of those again have words, commas and full stops only, and need no pattern at all.
_PROSE = b"abcdefghijklmnopqrstuvwxyz0123456789 ,.'-"
_LOOSE_APOSTROPHE = re.compile("(?<![a-z0-9])'|'(?![a-z0-9])")
# Full-width letters and figures mean the same as the plain ones, character for character.
_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x2019: 0x27, 0x3000: 0x20}
SENTENCE_ENDS = frozenset(".!?。！？\n")
SEGMENT_ENDS = SENTENCE_ENDS | frozenset(",;、，；|")
TAG_EDGES = SEGMENT_ENDS | frozenset(":()[]")
"""What may stand on either side of a tag."""
_SHORT = frozenset(
    ("mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "sgt", "capt", "lt", "col", "gen", "rev")
)
"""Words that are written shortened, with a full stop."""


class Token(NamedTuple):
    """A word, an emoticon, a run of Japanese or one punctuation mark at `text[start:end]`.

    `form` is what it is looked up by: lower case, full-width letters made plain.
    """

    start: int
    end: int
    form: str


class Words(NamedTuple):
    """A caption and its tokens; hyphens and underscores join words and are no tokens.

    Token n is `text[starts[n]:ends[n]]` and is looked up by `forms[n]`. `japanese` holds the
    numbers of the tokens that are runs of Japanese. `words` counts what a reader would call words
    (Japanese counts two for every five characters).
    """

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    japanese: tuple[int, ...]
    words: int
    whole: bool
    """False: the text is longer than what was cut."""
    segments: tuple[tuple[int, int], ...]
    """Token ranges between commas and sentence ends, without those; none is empty."""
    prose: bool = False
    """All of the text is plain letters, figures, hyphens, commas and full stops with one space
    where one belongs: nothing for rules about signs. False may only mean that nobody looked."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens with their places, made when asked for: few captions need them all."""
        return tuple(map(Token, self.starts, self.ends, self.forms))

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
    if lower.isascii():
        if prose := _cut_prose(text, lower):
            return prose
        if not any(sign in lower for sign in _EMOTICON_SIGNS):
            return _cut_plain(text, lower)
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    japanese: list[int] = []
    count = characters = 0
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        form = lower[start:end]
        kind = match.lastgroup
        if kind == "japanese":
            japanese.append(len(forms))
            characters += end - start
        elif kind == "emoticon" or form[0].isalnum():
            count += 1
        forms.append(form)
        starts.append(start)
        ends.append(end)
    found = tuple(forms)
    return Words(
        text=text,
        forms=found,
        starts=tuple(starts),
        ends=tuple(ends),
        japanese=tuple(japanese),
        words=count + -(-characters * 2 // 5),
        whole=len(seen) == len(text),
        segments=_ranges(found, SEGMENT_ENDS),
    )


def _cut_prose(text: str, lower: str) -> Words | None:
    """A text of words, single spaces, hyphens, commas and full stops; None for any other."""
    if lower.encode().translate(None, _PROSE):
        return None
    commas, stops = lower.count(","), lower.count(".")
    if commas != lower.count(", ") + lower.endswith(",") or (
        stops != lower.count(". ") + lower.endswith(".")
    ):
        return None
    if "xd" in lower or ("'" in lower and _LOOSE_APOSTROPHE.search(lower)):
        return None  # an emoticon, or a quotation
    # Each piece is a token with the space before it.
    spaced = lower.replace("-", " ").replace(" ", "\0 ")
    pieces = spaced.replace(",", "\0,").replace(".", "\0.").split("\0")
    # Looked up rather than stripped, so that a word is one object wherever it stands: it is found
    # in tables, compared and sent to another process sooner.
    forms = tuple(map(_FORMS.__getitem__, pieces))
    if "" in forms:
        return None
    ends = tuple(accumulate(map(len, pieces)))
    return Words(
        text,
        forms,
        tuple(map(sub, ends, map(len, forms))),
        ends,
        (),
        len(forms) - commas - stops,
        len(lower) == len(text),
        _ranges(forms, SEGMENT_ENDS),
        prose=text.isascii() and len(lower) == len(text),
    )


_FORMS = ByWord(str.strip)


def _cut_plain(text: str, lower: str) -> Words:
    # Gap, token, gap ...: their lengths add up to the places.
    parts = _PLAIN_TOKEN.split(lower)
    forms = tuple(parts[1::2])
    places = tuple(accumulate(map(len, parts)))
    return Words(
        text,
        forms,
        places[:-1:2],
        places[1::2],
        (),
        len(forms) - sum(map(_PLAIN_MARKS.__contains__, forms)),
        len(lower) == len(text),
        _ranges(forms, SEGMENT_ENDS),
    )


def _shortens(forms: tuple[str, ...], at: int) -> bool:
    """Whether this full stop only shortens the word before it: mr. Rogers, j. c. Leyendecker."""
    before = forms[at - 1]
    return before in _SHORT or (len(before) == 1 and before.isalpha())


def _ranges(forms: tuple[str, ...], ends: frozenset[str]) -> tuple[tuple[int, int], ...]:
    edges = list(compress(_PLACES, map(ends.__contains__, forms)))
    if "." in forms:
        edges = [at for at in edges if forms[at] != "." or not (at and _shortens(forms, at))]
    start = 0
    found: list[tuple[int, int]] = []
    for end in (*edges, len(forms)):
        if end > start:
            found.append((start, end))
        start = end + 1
    return tuple(found)
