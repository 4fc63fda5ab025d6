"""Term: a recognised phrase with its kind and family."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a term speaks about. The JSON of `check` names the first three only."""

    MODIFIER = "modifier"
    LIGHTING = "lighting"
    MOOD = "mood"
    CAMERA = "camera"
    MEDIUM = "medium"


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
