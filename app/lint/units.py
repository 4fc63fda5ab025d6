"""The pieces of a caption that are counted over the dataset: tags, or short runs of words."""

import sys
from collections.abc import Iterable
from itertools import accumulate, chain, compress
from zlib import crc32

import numpy as np

from app.captions.by_word import ByWord
from app.captions.style import Style
from app.captions.words import SEGMENT_ENDS, Words

_SMALL_WORDS = """
a an the this that these those some any of in on at to by for from with without and or but nor as
into onto over under near next beside behind above below between through across along around is
are was were be been being has have had it its he she his her their they them there here who
which what when where while so very not no than then
"""
SMALL = frozenset(_SMALL_WORDS.split())
"""Words that join others and name nothing."""
_MOST = 80
"""Pieces of one caption that are counted; the rest of a very long one says nothing new."""
_TAG_WORDS = 6
_ORDER = np.uint32(2246822519)
"""Makes "red coat" another pair than "coat red"."""
# Odd multipliers, so that each gives another order of the same pairs.
_MULTIPLIERS = np.array(
    [2654435761, 2246822519, 3266489917, 668265263, 374761393, 1597334677, 3812015801, 97],
    dtype=np.uint32,
)[:, None]


def units_of(words: Words, style: Style) -> tuple[str, ...]:
    """The different pieces, in their order: tags of up to 6 words, or in sentences runs of two and
    three words that begin and end with a word that names something.
    """
    forms = words.forms
    found: dict[str, None] = {}
    if style is Style.SENTENCE:
        _runs(forms, found)
        return tuple(found)[:_MOST]
    for first, last in words.segments:
        segment = forms[first:last]
        if len(segment) <= _TAG_WORDS:
            found[" ".join(segment)] = None
        elif style is Style.MIXED:
            _runs(segment, found)
        if len(found) >= _MOST:
            break
    return tuple(found)[:_MOST]


def _runs(forms: tuple[str, ...], found: dict[str, None]) -> None:
    """Those of whole sentences, none of which reaches over a comma: that names nothing."""
    named = [*map(_NAMES.__getitem__, forms), False, False]
    behind = (*forms, "", "")
    ahead = zip(forms, behind[1:], behind[2:], named[1:], named[2:], strict=False)
    for first, second, third, two, three in compress(ahead, named):
        if two:
            found[f"{first} {second}"] = None
        if three and second not in SEGMENT_ENDS:
            found[f"{first} {second} {third}"] = None


_NAMES = ByWord(lambda form: form not in SMALL and form[0].isalnum())


def tokens_of(words: Words) -> tuple[str, ...]:
    """The different words in lower case, without punctuation and runs of Japanese."""
    return tuple(filter(_IS_TOKEN.__getitem__, dict.fromkeys(words.forms)))


_IS_TOKEN = ByWord(lambda form: form.isascii() and form.isalpha())


def _number(form: str) -> bytes:
    """Four bytes that stand for a word; none for a mark."""
    if not form[0].isalnum():
        return b""
    return crc32(form.encode("utf-8", "surrogatepass")).to_bytes(4, sys.byteorder)


_NUMBERS = ByWord(_number)


def buckets_of(captions: Iterable[Words]) -> list[tuple[int, ...]]:
    """For each caption numbers, of which two captions share at least one where nearly all their
    word pairs agree.
    """
    rows = [b"".join(map(_NUMBERS.__getitem__, words.forms)) for words in captions]
    long = [row for row in rows if len(row) >= 4 * _TAG_WORDS]
    if not long:
        return [()] * len(rows)
    row = np.frombuffer(b"".join(long), dtype=np.uint32)
    # The pairs between two captions are looked at too, and left out: every second result.
    ends = [end // 4 for end in accumulate(map(len, long))]
    edges = [0, *chain.from_iterable((end - 1, end) for end in ends[:-1])]
    # The products wrap around, which is the point of them.
    products = _MULTIPLIERS * (row[:-1] * _ORDER ^ row[1:])
    least = np.minimum.reduceat(products, edges, axis=1)[:, ::2].T.tolist()
    buckets = iter([_banded(numbers) for numbers in least])
    return [next(buckets) if len(one) >= 4 * _TAG_WORDS else () for one in rows]


def _banded(least: list[int]) -> tuple[int, ...]:
    pairs = zip(least[::2], least[1::2], strict=True)
    return tuple([(band << 64) | (one << 32) | two for band, (one, two) in enumerate(pairs)])
