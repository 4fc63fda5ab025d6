"""What a person says of an entry: marks, verdicts and dismissals, as plain values."""

from dataclasses import dataclass
from enum import StrEnum


class Expression(StrEnum):
    """The face as the person sees it."""

    SMILING = "smiling"
    NEUTRAL = "neutral"
    SAD = "sad"
    OTHER = "other"


class Light(StrEnum):
    """The light as the person sees it."""

    DAY = "day"
    NIGHT = "night"
    GOLDEN = "golden"
    BRIGHT = "bright"
    DARK = "dark"
    SOFT = "soft"
    STUDIO = "studio"
    OTHER = "other"


class Medium(StrEnum):
    """What kind of picture it is."""

    PHOTO = "photo"
    ANIME = "anime"
    ILLUSTRATION = "illustration"
    RENDER = "render"


class Distance(StrEnum):
    """How much of the subject is in the frame."""

    CLOSE = "close"
    HALF = "half"
    FULL = "full"


class Stay(StrEnum):
    """Whether the picture belongs into the dataset."""

    KEEP = "keep"
    """Looked at and wanted: what was measured speaks no more against it."""
    DROP = "drop"
    """Taken out at once, which is a step of its own: it is kept with no entry."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The person's own word about a picture; None where they have not said. Outranks evidence."""

    expression: Expression | None = None
    light: Light | None = None
    medium: Medium | None = None
    distance: Distance | None = None
    stay: Stay | None = None


NO_MARKS = Marks()


class Decision(StrEnum):
    """The two verdicts of a pass."""

    APPROVED = "approved"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision, bound to the digests (SHA-256, hexadecimal) of the caption text and image it was
    given for: any later change of either makes it lapse by itself.
    """

    decision: Decision
    caption_digest: str
    image_digest: str
    note: str = ""
    caption: str = ""
    """The text that was judged, so that a later change can be shown. Kept here and not in the
    history, which stays behind when the folder moves to another machine.
    """


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A person's "let it stand" for one finding, with a reason; lapses when the words change."""

    rule: str
    words: str
    """The matched words (or the rule's own key where it has none); compared exactly."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Crop:
    """The frame a person chose, in pixels of the upright picture."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class EntryNotes:
    """All that a person noted about one entry; kept by image name and found again by digest."""

    image_digest: str = ""
    marks: Marks = NO_MARKS
    first: Verdict | None = None
    second: Verdict | None = None
    dismissals: tuple[Dismissal, ...] = ()
    crop: Crop | None = None


NO_NOTES = EntryNotes()
