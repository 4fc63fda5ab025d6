"""Choices read back from a data.toml that is there before any were made."""

from dataclasses import dataclass, replace
from typing import Any

from app.dataset.choices import ConceptChoices, DatasetChoices, PathForm
from app.dataset.entry import Concept, Dataset
from app.export.toml_read import Parsed, Problem, read
from app.export.toml_schema import size_of
from app.export.train_path import folder_name, form_of, here
from app.messages import Message

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Imported:
    """The choices that a file states, and why it could not be read if it could not."""

    choices: DatasetChoices
    problem: Message | None = None


def choices_from(text: str, dataset: Dataset, base: DatasetChoices | None = None) -> Imported:
    """`base` with everything that a trainer's file says about the folders of the dataset.

    Meant for a folder that was opened for the first time: rendering the result gives the same
    settings again.
    """
    base = base or DatasetChoices()
    parsed = read(text)
    if isinstance(parsed, Problem):
        return Imported(base, parsed.message)
    general = parsed.general
    tables = parsed.tables("datasets")
    if not tables:
        return Imported(base)
    first = {**general, **tables[0]}
    sizes = [size for t in tables if (size := size_of({**general, **t}.get("resolution")))]
    resolution = sizes[0] if sizes else base.resolution
    longest = _whole(first, "max_bucket_reso")
    choices = replace(
        base,
        resolution=resolution,
        more_resolutions=tuple(dict.fromkeys(s for s in sizes[1:] if s != resolution)),
        batch_size=_whole(first, "batch_size") or base.batch_size,
        bucket_no_upscale=first.get("bucket_no_upscale") is True,
        bucket_step=_whole(first, "bucket_reso_steps") or base.bucket_step,
        min_bucket=_smallest(first, resolution) or base.min_bucket,
        max_bucket=longest if longest != 2 * max(resolution) else None,
        validation_split=_share(first, "validation_split"),
    )
    found = {
        concept.name: subset
        for concept in dataset.concepts
        if (subset := subset_of(concept, parsed, tables[0])) is not None
    }
    concepts = {
        name: _concept(dataset.concept(name), {**first, **subset}, base.concept(name))
        for name, subset in found.items()
    }
    root = _train_root(dataset, found)
    return Imported(
        replace(
            choices,
            concepts={**base.concepts, **concepts},
            train_path=root if root is not None else base.train_path,
            path_form=form_of(root, PathForm.POSIX) if root else base.path_form,
        )
    )


def _concept(concept: Concept, values: Values, base: ConceptChoices) -> ConceptChoices:
    repeats = _whole(values, "num_repeats")
    shuffled = values.get("shuffle_caption") is True
    kept = _whole(values, "keep_tokens") or 0
    return replace(
        base,
        repeats=repeats if repeats not in (None, concept.repeats) else base.repeats,
        shuffle_tags=shuffled,
        keep_tokens=kept,
        class_tokens=_text(values, "class_tokens"),
        regularisation=values.get("is_reg") is True,
        caption_prefix=_text(values, "caption_prefix"),
        caption_suffix=_text(values, "caption_suffix"),
        caption_dropout_rate=_share(values, "caption_dropout_rate"),
        enable_wildcard=values.get("enable_wildcard") is True,
    )


def subset_of(concept: Concept, parsed: Parsed, table: Values) -> Values | None:
    """The subset that means the folder of a concept: the same path, else the same name."""
    subsets = parsed.tables("subsets", table)
    same = [s for s in subsets if _text(s, "image_dir").rstrip("/\\") == str(concept.folder)]
    named = [s for s in subsets if folder_name(_text(s, "image_dir")) == concept.folder.name]
    return same[0] if same else named[0] if len(named) == 1 else None


def _train_root(dataset: Dataset, found: dict[str, Values]) -> str | None:
    """The path above all folders; "" where that is where the dataset is; None where they differ."""
    roots: set[str] = set()
    for name, subset in found.items():
        path = _text(subset, "image_dir").rstrip("/\\")
        for part in reversed(dataset.concept(name).folder.relative_to(dataset.root).parts):
            if folder_name(path) != part:
                return None
            path = path[: -len(part)].rstrip("/\\") or path[:1]
        roots.add(path)
    if len(roots) != 1:
        return None
    root = roots.pop()
    return "" if root == here(dataset.root) else root


def _whole(values: Values, name: str) -> int | None:
    value: object = values.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _smallest(values: Values, resolution: tuple[int, int]) -> int | None:
    """A bound that the resolution forced down is no choice of a person."""
    value = _whole(values, "min_bucket_reso")
    return None if value is not None and min(resolution) < 256 else value


def _share(values: Values, name: str) -> float:
    value: object = values.get(name)
    return float(value) if isinstance(value, int | float) and 0 < value <= 1 else 0.0


def _text(values: Values, name: str) -> str:
    value: object = values.get(name)
    return value if isinstance(value, str) else ""
