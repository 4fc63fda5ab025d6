"""Term: a recognised phrase with its kind and family."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The three kinds of term that rules speak about."""

    MODIFIER = "modifier"
    LIGHTING = "lighting"
    MOOD = "mood"


class Polarity(StrEnum):
    """Which way a mood leans."""

    POSITIVE = "positive"
    NEGATIVE = "negative"
    CALM = "calm"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Term:
    """A phrase at `text[start:end]` (code points) and what it means."""

    kind: Kind
    start: int
    end: int
    text: str
    family: str
    polarity: Polarity | None = None
    """Mood only."""
    expression: bool | None = None
    """Mood only: True where it speaks of a face or a subject's feeling, False of an atmosphere."""
