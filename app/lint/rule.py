"""Rule, Finding, Fix, Severity: what a rule is and what it says, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.messages import Value


class Severity(StrEnum):
    """*Error* stops an export; *warning* is a likely mistake; *hint* is worth a look."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Fix:
    """Replaces `caption[start:end]` by `text`. Safe ones can be applied together."""

    start: int
    end: int
    text: str
    safe: bool
    case: str = "default"
    """Which of the card's fix titles names it."""
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
    made_for: int | None = None
    """CRC-32 of the caption it was made for; another text it leaves alone. None: not bound."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule's function found, before the card of `rule` gives it a severity.

    Fields as in `Finding`; `severity` departs from the card where the rule knows better, and an
    empty `key` stands for the matched words.
    """

    rule: str
    start: int | None = None
    end: int | None = None
    more_spans: tuple[tuple[int, int], ...] = ()
    case: str = "default"
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
    evidence: Mapping[str, Value] = field(default_factory=dict[str, Value])
    fixes: tuple[Fix, ...] = ()
    key: str = ""
    severity: Severity | None = None
    entries: tuple[int, ...] = ()
    concept: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says about one entry, or (`entry` None) about the dataset.

    The words are not here: the card of `rule` has a message for `case` in every language, which
    `values` fill. `start` and `end` count code points of the caption; None: the whole caption.
    """

    rule: str
    severity: Severity
    entry: int | None
    start: int | None = None
    end: int | None = None
    more_spans: tuple[tuple[int, int], ...] = ()
    """Further places that belong to the same finding."""
    case: str = "default"
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
    evidence: Mapping[str, Value] = field(default_factory=dict[str, Value])
    """What was measured or marked, by field name, for the JSON and for "why?"."""
    fixes: tuple[Fix, ...] = ()
    key: str = ""
    """What a dismissal is bound to: the matched words, or what else identifies the finding."""
    entries: tuple[int, ...] = ()
    """For a dataset-wide finding: the entries behind it."""
    concept: str | None = None
    """For a dataset-wide finding about one concept."""
    dismissed: bool = False
