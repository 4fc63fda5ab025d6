"""What phrases mean: kind, family, between which words, and how describing words add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


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
class Sense:
    """What a phrase means, and between which words it does so.

    `kind` None: the phrase is known to mean nothing here, and hides the shorter terms inside it
    (only those of the kind `hides`, where it names one).
    `before` and `after` name the words one of which must follow or precede; `not_before` and
    `not_after` those that must not; `not_near` those that must not be among the four words
    before. `alone`: only where it makes up a whole tag.
    """

    kind: Kind | None
    hides: Kind | None = None
    family: str = ""
    polarity: Polarity | None = None
    expression: bool | None = None
    alone: bool = False
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()
    bound: bool = False
    """Any of the last six is given: what stands beside the phrase must be looked at."""


class Term(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class Compound:
    """A kind of phrase built of describing words around a head: `soft warm morning light`.

    `describing` gives each describing word its rank and sense; the lowest rank in a phrase
    decides what the phrase means. `fillers` may stand among them (`very`, colours), `joiners`
    between two of them; `tails` may follow the head. What is `leading` (blue and orange rim lights)
    belongs to a phrase that the others make, and makes none itself. The heads in `linked` also
    take describing words after a link: `the lighting is soft`, `mood: warm`. A head in `open` takes
    any other word before it as describing (`psychedelic lighting`) that is not in `never`; the last
    sense is it. `apart`: describing words that a joiner parts are terms of their own, only the last
    is one with the head (`calm` and `peaceful mood`).
    """

    heads: frozenset[str]
    open: frozenset[str]
    never: frozenset[str]
    tails: frozenset[str]
    fillers: frozenset[str]
    joiners: frozenset[str]
    linked: frozenset[str]
    links: frozenset[str]
    not_before: frozenset[str]
    leading: frozenset[str]
    apart: bool
    describing: Mapping[str, tuple[int, Sense]]
    otherwise: Sense
    """The sense with the highest rank."""


@dataclass(frozen=True, slots=True)
class Negation:
    """The words that turn the term after them into its absence, and what may stand between."""

    words: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    """Words after which a capital begins a name."""
    quoting: frozenset[str] = frozenset()
    """Words after which a quotation is something written in the picture."""
    japanese: tuple[str, ...] = ()
    """What follows a Japanese term that is denied: ていない, ではない ..."""
    supposed: tuple[str, ...] = ()
    """What makes a Japanese sentence speak of purposes and chances, not of the picture."""
    observed: tuple[str, ...] = ()
    """What makes it speak of the picture all the same."""
