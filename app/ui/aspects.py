"""What can change about an entry, as the session announces it and models understand it."""

from dataclasses import dataclass
from enum import Enum


class Aspect(Enum):
    """What changed about an entry; models turn it into roles by a table."""

    TEXT = "text"
    SAVE_STATE = "save state"
    FINDINGS = "findings"
    EVIDENCE = "evidence"
    THUMBNAIL = "thumbnail"
    NOTES = "notes"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Changed:
    """Which entries changed, and in what."""

    entries: frozenset[int]
    aspects: frozenset[Aspect]
