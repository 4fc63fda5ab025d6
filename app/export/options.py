"""What a person asks of an export: where to, which sizes, names, picture format and trainer."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.dataset.choices import PathForm


class Trainer(StrEnum):
    """Whose configuration file is written; the names are those of `--trainer`."""

    KOHYA = "kohya"
    MUSUBI = "musubi"
    DIFFUSION_PIPE = "diffusion-pipe"
    AI_TOOLKIT = "ai-toolkit"
    ONETRAINER = "onetrainer"


@dataclass(frozen=True, slots=True)
class Sizes:
    """None: pictures keep their sizes, apart from what a person's own frame cuts away. One: all
    become that. Several: each the nearest in shape.
    Every size is (width, height) in pixels.
    """

    targets: tuple[tuple[int, int], ...] = ()

    @property
    def kept(self) -> bool:
        """Pictures keep their sizes."""
        return not self.targets


KEEP_SIZES = Sizes()


class Naming(StrEnum):
    """What exported files are called."""

    NUMBERED = "numbered"
    """00001, 00002, ... in natural order, per concept."""
    KEEP = "keep"
    TEMPLATE = "template"


class PictureFormat(StrEnum):
    """The format that pictures are written in; KEEP converts only what the trainer cannot read."""

    KEEP = "keep"
    PNG = "PNG"
    JPEG = "JPEG"
    WEBP = "WEBP"


EXTENSIONS = {"PNG": ".png", "JPEG": ".jpg", "WEBP": ".webp", "BMP": ".bmp"}
"""The real formats that the trainer reads, with the ending that an export gives them."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Everything asked of one export."""

    target: Path
    sizes: Sizes = KEEP_SIZES
    names: Naming = Naming.NUMBERED
    name_template: str = "{number:05}"
    """For `Naming.TEMPLATE`; the fields are {number}, {name} (without ending) and {concept}."""
    picture: PictureFormat = PictureFormat.KEEP
    quality: int = 95
    """For JPEG and WebP, 1 to 100."""
    trainer: Trainer = Trainer.KOHYA
    leave_out: frozenset[int] = frozenset()
    """Entries that stay behind."""
    leave_out_blocked: bool = False
    """Every entry that would stop the export stays behind instead."""
    anyway: bool = False
    """Open points (not reviewed twice, warnings) do not hold it back."""
    strip_metadata: bool = False
    hard_links: bool = False
    """Unchanged pictures become second names of the same files; editing one edits both."""
    background: tuple[int, int, int] = (255, 255, 255)
    """The colour behind transparent parts when a picture is written anew."""
    train_path: str = ""
    """The exported folder as the training machine will see it; "": the chosen one, or `target`."""
    path_form: PathForm | None = None
    """None: as chosen for the dataset."""
    relative_paths: bool = False
    """Paths relative to where the trainer is started, instead of absolute ones."""
