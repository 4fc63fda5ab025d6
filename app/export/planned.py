"""The plan of an export: what would be written and why, what stops it, what stays behind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, PathForm
from app.dataset.marks import Crop
from app.export.mixing import Mix
from app.export.options import ExportOptions
from app.export.toml_text import Table, TomlValue
from app.images.buckets import Bucketing
from app.messages import Message


class Action(StrEnum):
    """What is done to a picture."""

    COPY = "copy"
    """Byte for byte."""
    LINK = "link"
    """A second name of the same file; copied where the file system has no such names."""
    STRIP = "strip"
    """Copied without its metadata; the pixels are not touched."""
    WRITE = "write"
    """Decoded, turned upright, cut and resized as asked, and written anew."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """What happens to one picture on its way, and why."""

    action: Action
    format: str
    """Of the written file: "PNG", "JPEG", "WEBP" or "BMP"."""
    size: tuple[int, int]
    """Width and height as written, in pixels."""
    crop: Crop | None = None
    """What remains, in pixels of the upright picture; None: all of it."""
    scale: float = 1.0
    """Written pixels per source pixel; above 1 the picture is enlarged."""
    lost: float = 0.0
    """Share of the picture's area that is cut away, 0 to 1."""
    reasons: tuple[Message, ...] = ()

    @property
    def enlarged(self) -> bool:
        """The picture has fewer pixels than it will be written with."""
        return self.scale > 1.0


@dataclass(frozen=True, slots=True)
class PlannedPair:
    """One picture with its caption, from the source to the target."""

    entry: int | None
    """None for a picture of the first training."""
    known_as: str
    """Where the picture is in its dataset, with forward slashes; old ones begin with "old:"."""
    image: Path
    caption_file: Path | None
    """The source's caption; None where class tokens stand in for it."""
    target: str
    """Below the export's folder, with forward slashes."""
    caption_target: str
    caption: str
    """As written, without a final newline."""
    trained: str
    """What the trainer will read, as far as the settings leave nothing to chance."""
    treatment: Treatment
    source_size: tuple[int, int]
    """Width and height of the upright source."""
    source_bytes: int | None
    """Size of the source file; what is written anew has another."""
    digest: str | None
    """SHA-256 of the source when it was measured."""
    caption_digest: str | None
    """SHA-256 of the caption file when it was read."""
    notes: tuple[Message, ...] = ()
    fits: tuple[Bucketing, ...] = ()
    """What kohya's trainer does with it, one per resolution; empty for the others."""


@dataclass(frozen=True, slots=True)
class PlannedConcept:
    """One image folder of the export."""

    name: str
    """The concept of the dataset."""
    folder: str
    """Its folder in the export."""
    repeats: int
    style: Style
    choices: ConceptChoices
    pairs: tuple[PlannedPair, ...]
    by_hand: Table = field(default_factory=dict[str, TomlValue])
    """Keys of a person's own data.toml that count for it and that no choice covers."""
    old: bool = False
    """Pictures of the first training."""

    @property
    def regularisation(self) -> bool:
        """The trainer holds the model back with it."""
        return self.choices.regularisation

    @property
    def tags(self) -> bool:
        """Captions are lists of tags, which may be shuffled."""
        return self.style is Style.TAGS


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A file of the source that the export does not take, and why."""

    path: Path
    reason: Message
    entry: int | None = None


class ObstacleKind(StrEnum):
    """What stops an export."""

    NO_CAPTION = "no_caption"
    EMPTY_CAPTION = "empty_caption"
    CAPTION_UNREADABLE = "caption_unreadable"
    BROKEN_IMAGE = "broken_image"
    NOT_MEASURED = "not_measured"
    TOO_THIN = "too_thin"
    """No bucket of the trainer holds such a shape."""
    FINDING = "finding"
    CHOICE = "choice"
    """A setting that the trainer would refuse."""
    OLD_TRAINING = "old_training"
    """The first training shall be mixed in, and cannot be."""
    NOTHING_LEFT = "nothing_left"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that stops the export; with entries, leaving those out removes it."""

    kind: ObstacleKind
    message: Message
    entries: tuple[int, ...] = ()
    rule: str | None = None


class OpenKind(StrEnum):
    """What a person may wave through."""

    FIRST_REVIEW = "first_review"
    SECOND_REVIEW = "second_review"
    FLAGGED = "flagged"
    WARNINGS = "warnings"
    OLD_MISSING = "old_missing"
    """Pictures of the first training are gone, or cannot train."""
    OLD_AGAIN = "old_again"
    """The same picture is among the old and the new ones."""


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing that holds the export back unless it is meant anyway."""

    kind: OpenKind
    message: Message
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BucketCount:
    """How many pictures of one resolution train in one bucket, and how often in an epoch."""

    resolution: tuple[int, int]
    bucket: tuple[int, int]
    images: int
    draws: int
    """Pictures times repeats."""


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """The trainer's configuration as it would be written, and what differs from the others."""

    name: str
    text: str
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What `write` would do. A value: the same dataset and options give the same plan."""

    options: ExportOptions
    source: Path
    choices: DatasetChoices
    train_root: str
    """The exported folder as the training machine will see it; "" for relative paths."""
    path_form: PathForm
    concepts: tuple[PlannedConcept, ...]
    config: ConfigFile
    data_toml: str
    """The file for kohya's trainer, whichever trainer was asked for."""
    launch: str
    left_behind: tuple[LeftBehind, ...]
    blockers: tuple[Obstacle, ...]
    open_points: tuple[OpenPoint, ...]
    effective_images: int
    """Pictures times repeats, per epoch and resolution, regularisation apart."""
    steps_per_epoch: int | None
    """None where the trainer's arithmetic is not known."""
    buckets: tuple[BucketCount, ...]
    record: Mapping[str, object]
    """Findings, dismissals and verdicts at the time, for the receipt; plain JSON values."""
    notes: tuple[Message, ...] = ()
    names_table: str = ""
    """Which picture becomes which file; "" where no name changes."""
    mix: Mix | None = None
    """How old and new pictures share an epoch, where both are there."""
    old_available: int = 0
    """Pictures of the first training that could train."""

    @property
    def forbidden(self) -> bool:
        """It must not be written."""
        return bool(self.blockers) or (bool(self.open_points) and not self.options.anyway)

    def pairs(self) -> Iterator[PlannedPair]:
        """Every pair, concept by concept."""
        for concept in self.concepts:
            yield from concept.pairs
