"""Which of the two caption styles a text is written in, or a mixture of both."""

from enum import StrEnum


class Style(StrEnum):
    """How a caption is written."""

    TAGS = "tags"
    SENTENCE = "sentence"
    MIXED = "mixed"
    EMPTY = "empty"
