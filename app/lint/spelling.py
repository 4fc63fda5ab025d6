"""Puts a likely misspelling of a known word right before it is looked up."""

from operator import itemgetter
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.lint.vocabulary import Vocabulary

MISSPELT_FROM: Final = 7
"""Shorter words are never taken for a misspelling of a known one."""
LETTER_LOST_FROM: Final = 8
"""Shorter words are not taken for one in which a letter was left out or put in."""
VOWEL_CHANGED_FROM: Final = 9
"""Shorter words are not taken for one in which a vowel was replaced by another."""
LETTER_CHANGED_FROM: Final = 11
"""Shorter words are not taken for one in which any letter was replaced by another."""


def right_spelling(form: str, vocabulary: Vocabulary) -> str:
    """The known long word that the form is likely to be misspelt from, or the form itself."""
    if len(form) < MISSPELT_FROM or form in vocabulary.known or form in vocabulary.ordinary:
        return form
    if not (form.isascii() and form.isalpha()):
        return form
    for length in (len(form), len(form) - 1, len(form) + 1):
        alike = vocabulary.spellings.get((form[0], length), ())
        if length != len(form) and len(form) < LETTER_LOST_FROM:
            break
        near = process.extract(form, alike, scorer=OSA.distance, score_cutoff=1, limit=None)
        for word, _, _ in sorted(near, key=itemgetter(2)):
            # One slip inside the word; another ending is another word (dramatic, dramatics).
            if word[:-2] == form[: len(word) - 2]:
                continue
            if length != len(form) or _swapped(form, word):
                return word
    return form


def _swapped(form: str, word: str) -> bool:
    """Whether words of one length differ as slips do: two ordinary words differ in one letter
    often, in the order of two rarely; in a vowel only where they are short.
    """
    pairs = [pair for pair in zip(form, word, strict=True) if pair[0] != pair[1]]
    if len(pairs) > 1:
        return True
    vowel = all(letter in "aeiouy" for letter in pairs[0])
    return len(form) >= (VOWEL_CHANGED_FROM if vowel else LETTER_CHANGED_FROM)
