"""Which of the two caption styles a text is written in, or a mixture of both."""

from enum import StrEnum

from app.captions.words import cut


class Style(StrEnum):
    """How a caption is written."""

    TAGS = "tags"
    SENTENCE = "sentence"
    MIXED = "mixed"
    EMPTY = "empty"


def style_of(text: str) -> Style:
    """The style of a caption, from how its parts between commas read."""
    words = cut(text)
    return Style.SENTENCE if words.words else Style.EMPTY
