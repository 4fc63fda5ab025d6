"""Puts likely misspellings of known words right before they are looked up."""

from typing import Final

from rapidfuzz.distance import OSA

from app.lint.vocabulary import Vocabulary

MISSPELT_FROM: Final = 8
"""Shorter words are never taken for a misspelling of a known one."""
VOWEL_CHANGED_FROM: Final = 9
"""Shorter words are not taken for one in which a vowel was replaced by another."""
LETTER_CHANGED_FROM: Final = 11
"""Shorter words are not taken for one in which any letter was replaced by another."""


def respelt(forms: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The forms with likely misspellings of known long words put right."""
    known = vocabulary.known
    doubtful = [
        place
        for place, form in enumerate(forms)
        if len(form) >= MISSPELT_FROM and form not in known and form.isascii() and form.isalpha()
    ]
    if not doubtful:
        return forms
    changed = list(forms)
    for place in doubtful:
        changed[place] = _correct(forms[place], vocabulary)
    return tuple(changed)


def _correct(form: str, vocabulary: Vocabulary) -> str:
    if form in vocabulary.ordinary:
        return form
    for length in (len(form), len(form) - 1, len(form) + 1):
        for word in vocabulary.spellings.get((form[0], length), ()):
            # One slip inside the word; another ending is another word (dramatic, dramatics).
            if word[:-2] == form[: len(word) - 2] or OSA.distance(form, word, score_cutoff=1) != 1:
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
