"""The marks under words: where Qt counts them, and the one painter for rows and editors."""

from dataclasses import dataclass
from enum import IntEnum

from app.lint.terms import Kind


class Weight(IntEnum):
    """How strongly a phrase is underlined; the heavier one wins where two overlap."""

    KNOWN = 0
    HINT = 1
    WARNING = 2
    """A warning or an error: the heavy line, and a wash behind the words."""


@dataclass(frozen=True, slots=True)
class UnderlinedSpan:
    """An underline at `text[start:end]`, in code points. Kind None is a finding without a term."""

    start: int
    end: int
    kind: Kind | None
    weight: Weight
