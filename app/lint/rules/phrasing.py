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
_FORBIDDEN = "include including add adding show showing use using put change remove draw write"
_VERBS = frozenset([*_ORDERS, *_FORBIDDEN.split(), "can", "could"])
_START = r"(?:^|(?<=[.!?\n] ))"
_ORDER = re.compile(
    rf"{_START}(?:please |now )?(?:(?:{'|'.join(_ORDERS)}){_OBJECT})"
    rf"|{_START}(?:please )?(?:don['’]t|do not|never|avoid) (?:{'|'.join(_FORBIDDEN.split())})\b"
    rf"|{_START}(?:can|could) you (?:please )?[a-z]+",
    re.IGNORECASE,
)
_JAPANESE = re.compile(
    # Any request, as long as nobody is quoted; without the polite word only what changes pictures.
    r"を?[一-龯]{0,4}[ぁ-ん]{0,3}[てで](?:ください|下さい|くれ)(?![。！]?[\"”」』])(?=[。！、\s]|$)"
    r"|(?:を|に)(?:描い|変え|変更し|加え|追加し|消し|削除し|置き換え|入れ替え|修正し)て(?=[。！]?\s*$)"
    r"|(?:含め|入れ|描か|追加し)ないで(?=[。！]?\s*$)"
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
