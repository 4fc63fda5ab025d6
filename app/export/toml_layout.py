"""What the trainer's file says for a dataset and its choices, as a value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices
from app.dataset.entry import Concept, Dataset
from app.export.concept_style import concept_styles
from app.export.toml_text import DatasetBlock, Table, TomlValue, TrainFile
from app.export.train_path import below, here

TEXT_EXTENSION = ".txt"


@dataclass(frozen=True, slots=True)
class Folder:
    """One image folder as the trainer shall use it."""

    image_dir: str
    """As the training machine sees it."""
    repeats: int
    choices: ConceptChoices
    extension: str = TEXT_EXTENSION


def repeats_of(concept: Concept, choices: ConceptChoices) -> int:
    """The chosen repeats, else those in kohya's folder name; never below 1, which would skip it."""
    return max(1, concept.repeats if choices.repeats is None else choices.repeats)


def source_folders(
    dataset: Dataset, choices: DatasetChoices, train_root: str | None = None
) -> tuple[Folder, ...]:
    """The concepts where they are, or below the path under which the training machine sees them."""
    root = train_root or choices.train_path or here(dataset.root)
    styles = concept_styles(dataset, choices)
    return tuple(
        Folder(
            below(root, concept.folder.relative_to(dataset.root).parts, choices.path_form),
            repeats_of(concept, choices.concept(concept.name)),
            replace(choices.concept(concept.name), style=styles[concept.name]),
            concept.caption_extension,
        )
        for concept in dataset.concepts
    )


def resolutions(choices: DatasetChoices) -> tuple[tuple[int, int], ...]:
    """Width and height of every `[[datasets]]`, the first choice first, none twice."""
    return tuple(dict.fromkeys((choices.resolution, *choices.more_resolutions)))


def bucket_bounds(choices: DatasetChoices, resolution: tuple[int, int]) -> tuple[int, int]:
    """The shortest and the longest bucket side that the trainer accepts at a resolution."""
    step = max(1, choices.bucket_step)
    shortest = max(step, min(choices.min_bucket, min(resolution)) // step * step)
    longest = choices.max_bucket if choices.max_bucket is not None else 2 * max(resolution)
    return shortest, max(longest, *resolution)


def lay_out(folders: Sequence[Folder], choices: DatasetChoices) -> TrainFile:
    """The file as a value: what all folders agree on stands once, in `[general]`."""
    captions = [_caption_keys(folder) for folder in folders]
    general = _shared(captions) if captions else {}
    subsets = tuple(
        _subset(folder, {n: v for n, v in keys.items() if general.get(n) != v})
        for folder, keys in zip(folders, captions, strict=True)
    )
    return TrainFile(
        general,
        tuple(DatasetBlock(_dataset_keys(choices, size), subsets) for size in resolutions(choices)),
    )


def _dataset_keys(choices: DatasetChoices, resolution: tuple[int, int]) -> Table:
    width, height = resolution
    shortest, longest = bucket_bounds(choices, resolution)
    keys: dict[str, TomlValue] = {
        "resolution": width if width == height else [width, height],
        "batch_size": max(1, choices.batch_size),
        "enable_bucket": True,
        "min_bucket_reso": shortest,
        "max_bucket_reso": longest,
        "bucket_reso_steps": max(1, choices.bucket_step),
        "bucket_no_upscale": choices.bucket_no_upscale,
    }
    if 0 < choices.validation_split < 1:
        keys["validation_split"] = float(choices.validation_split)
    return keys


def _caption_keys(folder: Folder) -> Table:
    """Everything that decides how a caption is read; written out, or the launch command decides."""
    own = folder.choices
    tags = own.style is Style.TAGS
    keys: dict[str, TomlValue] = {
        "caption_extension": folder.extension,
        "shuffle_caption": tags and own.shuffle_tags,
        "keep_tokens": max(0, own.keep_tokens) if tags else 0,
        "enable_wildcard": own.enable_wildcard,
    }
    if own.caption_prefix:
        keys["caption_prefix"] = own.caption_prefix
    if own.caption_suffix:
        keys["caption_suffix"] = own.caption_suffix
    if own.caption_dropout_rate > 0:
        keys["caption_dropout_rate"] = float(own.caption_dropout_rate)
    return keys


def _subset(folder: Folder, captions: Table) -> Table:
    keys: dict[str, TomlValue] = {"image_dir": folder.image_dir, "num_repeats": folder.repeats}
    if folder.choices.regularisation:
        keys["is_reg"] = True
    if folder.choices.class_tokens:
        keys["class_tokens"] = folder.choices.class_tokens
    return {**keys, **captions}


def _shared(captions: Iterable[Table]) -> dict[str, TomlValue]:
    first, *others = captions
    return {n: v for n, v in first.items() if all(keys.get(n) == v for keys in others)}
