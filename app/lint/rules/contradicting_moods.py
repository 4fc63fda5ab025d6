"""Moods of one caption that cannot all be meant."""

import re
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
_ONE_PERSON_WORDS = """
man woman girl boy child person lady guy groom bride king queen prince princess judge clown
soldier teacher student nurse doctor patient singer dancer actor actress waiter waitress chef monk
nun priest police officer coach referee boss thief wizard witch knight grandmother grandfather
toddler teenager widow stranger crowd audience dog cat puppy kitten horse monkey bear rabbit fox
wolf lion tiger bird robot doll statue snowman skeleton
"""
_ONE_PERSON = frozenset(_ONE_PERSON_WORDS.split())
_ANOTHER = re.compile(
    r"\b(?:and|while|whereas|as|beside|behind|near|facing|at|to|of|by|with)"
    r" (?:a|an|the|his|her|their|another|one|he|she) (?!(?:sad|happy|angry|serious|worried)? ?"
    r"(?:look|expression|face|smile|frown|grin|mood|eyes|gaze)\b)"
)
"""Between two moods it begins to speak of somebody else."""
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
_ONE_PERSON_JAPANESE = (
    *(
        "男性",
        "女性",
        "男の子",
        "女の子",
        "少年",
        "少女",
        "赤ん坊",
        "赤ちゃん",
        "子供",
        "老人",
        "老婆",
    ),
    *(
        "母",
        "父",
        "兄",
        "姉",
        "弟",
        "妹",
        "祖母",
        "祖父",
        "夫",
        "妻",
        "花嫁",
        "花婿",
        "犬",
        "猫",
        "馬",
        "熊",
    ),
    *("先生", "生徒", "兵士", "店員", "客", "人形"),
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
    ", half",
)


def speaks_of_several(caption: CaptionText) -> bool:
    """It names more than one person, so that two moods may belong to two of them."""
    forms = caption.words.forms
    if "solo" in forms and "1girl" in forms:
        return False
    if not _SEVERAL.isdisjoint(forms) or len(_ONE_PERSON.intersection(forms)) > 1:
        return True
    if "he" in forms and "she" in forms:
        return True
    if not caption.words.japanese:
        return False
    if any(word in caption.text for word in _SEVERAL_JAPANESE):
        return True
    return sum(word in caption.text for word in _ONE_PERSON_JAPANESE) > 1


def _speaks_on(caption: CaptionText, first: Term, second: Term) -> bool:
    """Between the two it comes to somebody else, or a sentence ends, after which the air, or in a
    long text the subject, may be another.
    """
    between = caption.text[first.end : second.start]
    if first.expression is not False and _ANOTHER.search(between.lower() + " "):
        return True
    if first.expression is not False and caption.words.words <= _SHORT_TEXT:
        return False
    return any(mark in between for mark in ".!?。！？\n")


def _is_comparison(around: str) -> bool:
    return any(word in around for word in _COMPARISONS)
