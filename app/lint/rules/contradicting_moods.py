"""Moods of one caption that cannot all be meant."""

from collections.abc import Iterator
from itertools import product

from app.lint.context import CaptionText
from app.lint.rule import Hit
from app.lint.rules.mood import COMPARED, has_stem, is_happy, is_smile, is_straight, is_unhappy
from app.lint.terms import Kind, Term

_SHORT_TEXT = 40
_CHEERFUL = (
    "cheerful",
    "joyful",
    "joyous",
    "happy",
    "merry",
    "festive",
    "陽気",
    "楽し",
    "明るい雰囲気",
)
_GLOOMY = (
    "gloomy",
    "melanchol",
    "somber",
    "sombre",
    "ominous",
    "dreary",
    "mournful",
    "bleak",
    "陰気",
    "陰鬱",
    "不吉",
    "憂鬱",
)


def contradicting_moods(caption: CaptionText) -> Iterator[Hit]:
    """Two moods of one caption that cannot both be meant, where it speaks of one subject."""
    moods = [term for term in caption.terms if term.kind is Kind.MOOD][:COMPARED]
    if len(moods) < 2 or speaks_of_several(caption):
        return
    for first, second in product(moods, moods):
        if first.start < second.start and _cannot_both_hold(first, second):
            around = caption.text[first.start : second.end + 10].lower()
            if _is_comparison(around) or _speaks_on(caption, first, second):
                continue
            yield Hit(
                "contradicting-moods",
                second.start,
                second.end,
                more_spans=((first.start, first.end),),
                values={"first": first.text, "second": second.text},
                key=f"{first.text} | {second.text}",
            )
            return


def _cannot_both_hold(one: Term, other: Term) -> bool:
    if (one.expression is False) != (other.expression is False):
        # A smile in a gloomy street is a picture that exists.
        return False
    if one.expression is False:
        return _opposed_air(one, other) or _opposed_air(other, one)
    return _opposed_face(one, other) or _opposed_face(other, one)


def _opposed_face(one: Term, other: Term) -> bool:
    if not is_happy(one):
        return False
    return is_unhappy(other) or (is_smile(one) and is_straight(other))


def _opposed_air(one: Term, other: Term) -> bool:
    return has_stem(one, _CHEERFUL) and has_stem(other, _GLOOMY)


_SEVERAL_WORDS = """
two three four five six seven eight several many multiple each both another other others group
people couple crowd family families friends siblings brothers sisters twins parents mother father
husband wife son daughter baby women men children kids girls boys ladies guys players characters
dogs cats faces masks emojis they them their 2girls 2boys 3girls 1boy
"""
_SEVERAL = frozenset(_SEVERAL_WORDS.split())
_ONE_PERSON = frozenset({"man", "woman", "girl", "boy", "child", "person", "lady", "guy"})
_SEVERAL_JAPANESE = (
    "二人",
    "2人",
    "三人",
    "3人",
    "人々",
    "たち",
    "達",
    "家族",
    "友人",
    "みんな",
    "もう一人",
)
_COMPARISONS = (
    "tears of joy",
    "happy tears",
    "with laughter",
    "rather than",
    "instead of",
    "turning",
    "from ",
    " to ",
    "mix of",
    "between",
    "bittersweet",
)


def speaks_of_several(caption: CaptionText) -> bool:
    """It names more than one person, so that two moods may belong to two of them."""
    forms = caption.words.forms
    if "solo" in forms and "1girl" in forms:
        return False
    if not _SEVERAL.isdisjoint(forms) or len(_ONE_PERSON.intersection(forms)) > 1:
        return True
    return bool(caption.words.japanese) and any(word in caption.text for word in _SEVERAL_JAPANESE)


def _speaks_on(caption: CaptionText, first: Term, second: Term) -> bool:
    """Between the two a sentence ends, after which the air, or in a long text the subject, may be
    another.
    """
    if first.expression is not False and caption.words.words <= _SHORT_TEXT:
        return False
    between = caption.text[first.end : second.start]
    return any(mark in between for mark in ".!?。！？\n")


def _is_comparison(around: str) -> bool:
    return any(word in around for word in _COMPARISONS)
