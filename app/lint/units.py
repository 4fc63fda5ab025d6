"""The pieces of a caption that are counted over the dataset: tags, or short runs of words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np

from app.captions.style import Style
from app.captions.words import Words

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
_BANDS = 4
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
    found: dict[str, None] = {}
    forms = words.forms
    for first, last in words.segments():
        segment = forms[first:last]
        if style is not Style.SENTENCE and len(segment) <= _TAG_WORDS:
            found[" ".join(segment)] = None
        elif style is not Style.TAGS:
            found.update(dict.fromkeys(_runs(segment)))
        if len(found) >= _MOST:
            break
    return tuple(found)[:_MOST]


def _runs(segment: Sequence[str]) -> Iterator[str]:
    named = [form not in SMALL and form[0].isalnum() for form in segment]
    named += (False, False)
    for start, first in enumerate(segment):
        if not named[start]:
            continue
        if named[start + 1]:
            yield f"{first} {segment[start + 1]}"
        if named[start + 2]:
            yield f"{first} {segment[start + 1]} {segment[start + 2]}"


def tokens_of(words: Words) -> tuple[str, ...]:
    """The different words in lower case, without punctuation and runs of Japanese."""
    return tuple(dict.fromkeys([form for form in words.forms if form.isascii() and form.isalpha()]))


@lru_cache(maxsize=20_000)
def _number(form: str) -> int:
    return crc32(form.encode("utf-8", "surrogatepass"))


def buckets_of(words: Words) -> tuple[int, ...]:
    """Numbers of which two captions share at least one where nearly all their word pairs agree."""
    numbers = [_number(form) for form in words.forms if form[0].isalnum()]
    if len(numbers) < _TAG_WORDS:
        return ()
    # The products wrap around, which is the point of them.
    row = np.array(numbers, dtype=np.uint32)
    least = (_MULTIPLIERS * (row[:-1] * _ORDER ^ row[1:])).min(axis=1).tolist()
    return tuple(
        (band << 64) | (least[2 * band] << 32) | least[2 * band + 1] for band in range(_BANDS)
    )
