"""Captions that give orders instead of describing the picture."""

import re
from collections.abc import Iterator

from app.lint.context import CaptionText
from app.lint.rule import Hit

_OBJECT = r"(?: (?:the|a|an|this|that|it|her|his|their|some|all|any)\b)"
_ORDER_WORDS = """
change replace remove add make turn edit modify convert adjust insert erase put give generate create
draw render design depict imagine write describe
"""
_ORDERS = _ORDER_WORDS.split()
_VERBS = frozenset([*_ORDERS, "can", "could"])
_ORDER = re.compile(
    r"(?:^|(?<=[.!?\n] ))(?:please |now )?(?:"
    r"(?:" + "|".join(_ORDERS) + r")" + _OBJECT + r")"
    r"|(?:^|(?<=[.!?\n] ))(?:can|could) you (?:please )?[a-z]+",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    r"(?:して|を描いて|に変えて|を加えて|を消して)(?:ください|下さい|くれ)(?=[。！、\s]|$)"
)


def instruction(caption: CaptionText) -> Iterator[Hit]:
    """An order at the start of a sentence: "change the background to ..."."""
    text = caption.text
    if caption.words.japanese:
        patterns = (_ORDER, _JAPANESE)
    elif _VERBS.isdisjoint(caption.words.forms):
        return
    else:
        patterns = (_ORDER,)
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield Hit("instruction", *match.span(), values={"match": match[0]})
