"""What a person decided for the dataset: purpose, trigger, style, size, trainer, train path."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.captions.style import Style
from app.dataset.marks import Medium


class Purpose(StrEnum):
    """What the LoRA shall learn; some rules only make sense for one of them."""

    PERSON = "person"
    FASHION = "fashion"
    STYLE = "style"
    NONE = "none"


class Preset(StrEnum):
    """The model family that will be trained, which sets the token windows and the resolution."""

    FLUX = "flux"
    SDXL = "sdxl"
    SD15 = "sd15"


class PathForm(StrEnum):
    """How the training machine writes paths."""

    POSIX = "posix"
    WINDOWS = "windows"


class PassOrder(StrEnum):
    """In which order the second review shows the entries."""

    LIKENESS = "likeness"
    SHUFFLED = "shuffled"


@dataclass(frozen=True, slots=True)
class ConceptChoices:
    """Choices for one concept; None and "" mean not decided."""

    trigger: str = ""
    style: Style | None = None
    repeats: int | None = None
    """None: the number in a kohya folder name (`10_name`), else 1."""
    class_tokens: str = ""
    shuffle_tags: bool = False
    """Only for tag captions; sentences are never shuffled."""
    keep_tokens: int = 0
    regularisation: bool = False
    """Pictures of the wider class that hold the model back; `is_reg` for the trainer."""
    caption_prefix: str = ""
    """Put before every caption by the trainer; skipped when text-encoder outputs are cached."""
    caption_suffix: str = ""
    caption_dropout_rate: float = 0.0
    """Share of draws, 0 to 1, for which the trainer leaves the caption out."""
    enable_wildcard: bool = False
    """The trainer expands `{a|b}` and draws one of several lines."""


NO_CONCEPT_CHOICES = ConceptChoices()


@dataclass(frozen=True, slots=True)
class DatasetChoices:
    """Everything a person chose for the opened folder; kept in `.proofsheet/dataset.toml`."""

    purpose: Purpose = Purpose.NONE
    medium: Medium | None = None
    preset: Preset = Preset.FLUX
    target_size: tuple[int, int] | None = None
    """Width and height that images should have; None: judged by the majority."""
    resolution: tuple[int, int] = (1024, 1024)
    batch_size: int = 1
    bucket_no_upscale: bool = False
    bucket_step: int = 64
    min_bucket: int = 256
    max_bucket: int | None = None
    """None: twice the longer side of the resolution."""
    more_resolutions: tuple[tuple[int, int], ...] = ()
    """Further resolutions at which the same folders are trained, one `[[datasets]]` each."""
    validation_split: float = 0.0
    """Share of each folder, 0 to 1, that the trainer keeps for validation."""
    train_path: str = ""
    """The folder as the training machine will see it; "": where it is."""
    path_form: PathForm = PathForm.POSIX
    old_folder: str = ""
    """The folder of the first training, mixed into the export of the second; "": none."""
    old_share: float = 0.5
    """The part of an epoch, 0 to 1, that the pictures of the first training shall have."""
    second_order: PassOrder = PassOrder.LIKENESS
    shuffle_seed: int = 0
    """What the shuffled order comes from, so that a pass that was left goes on in its order."""
    dismissed_rules: tuple[str, ...] = ()
    """What the person let stand in the whole dataset, as "rule" or "rule key"."""
    dismissal_reasons: Mapping[str, str] = field(default_factory=dict[str, str])
    """Why, where they said it, by what they let stand."""
    concepts: Mapping[str, ConceptChoices] = field(default_factory=dict[str, ConceptChoices])
    """By concept name."""

    def concept(self, name: str) -> ConceptChoices:
        """The choices for one concept, or those of an undecided one."""
        return self.concepts.get(name, NO_CONCEPT_CHOICES)
