"""The choices on disk: `.proofsheet/dataset.toml` in the opened folder."""

from dataclasses import replace
from pathlib import Path

import tomli_w

from app.dataset.choices import DatasetChoices
from app.dataset.own_files import read_own, read_to_change, write_own
from app.disk import Ground
from app.formats import KEY, unchanged
from app.messages import Message, msg
from app.toml_io import Table, encode_toml
from app.toml_values import from_table, to_table

NAME = "dataset.toml"
_STEPS = (unchanged,)
_LARGEST_SIDE = 65536
_LIMITS = {
    "batch_size": (1, 4096),
    "bucket_step": (1, 1024),
    "min_bucket": (1, _LARGEST_SIDE),
    "max_bucket": (1, _LARGEST_SIDE),
    "target_size": (1, _LARGEST_SIDE),
    "resolution": (1, _LARGEST_SIDE),
    "validation_split": (0, 1),
    "old_share": (0.05, 0.95),
}
"""Inclusive bounds of numbers, for each number of a pair."""
_CONCEPT_LIMITS = {
    "repeats": (1, 1_000_000),
    "keep_tokens": (0, 255),
    "caption_dropout_rate": (0, 1),
}


def load_choices(root: Path) -> tuple[DatasetChoices, tuple[Message, ...]]:
    """What was chosen for a folder, with a notice for every value that could not be used."""
    tables, notices = read_own(root, NAME, _STEPS)
    # What was chosen while the folder was read-only is whole, and stands alone.
    table = tables[-1] if tables else {}
    choices, wrong = from_table(DatasetChoices, table, NAME)
    notices.extend(wrong)
    choices, outside = _within_limits(choices)
    notices.extend(outside)
    return choices, tuple(notices)


def save_choices(root: Path, choices: DatasetChoices, ground: Ground | None = None) -> Path:
    """Write the choices that differ from the defaults; the file that was written. Raises NotSaved.

    Keys that this version does not know stay in the file.
    """
    known = DatasetChoices.__dataclass_fields__
    table: Table = {KEY: len(_STEPS)}
    for one in read_to_change(root, NAME, _STEPS):
        table.update({key: one[key] for key in one if key not in {*known, KEY}})
    table.update(to_table(choices))
    return write_own(root, NAME, encode_toml(tomli_w.dumps(table)), ground=ground)


def _within_limits(choices: DatasetChoices) -> tuple[DatasetChoices, list[Message]]:
    notices: list[Message] = []
    standard = DatasetChoices()
    for name, (low, high) in _LIMITS.items():
        if not _fits(getattr(choices, name), low, high):
            notices.append(_out_of_range(name, low, high))
            choices = replace(choices, **{name: getattr(standard, name)})
    sizes = tuple(s for s in choices.more_resolutions if _fits(s, 1, _LARGEST_SIDE))
    if sizes != choices.more_resolutions:
        notices.append(_out_of_range("more_resolutions", 1, _LARGEST_SIDE))
        choices = replace(choices, more_resolutions=sizes)
    concepts = dict(choices.concepts)
    for concept, chosen in choices.concepts.items():
        for name, (low, high) in _CONCEPT_LIMITS.items():
            if not _fits(getattr(chosen, name), low, high):
                notices.append(_out_of_range(f"{concept}.{name}", low, high))
                default = type(chosen).__dataclass_fields__[name].default
                chosen = replace(chosen, **{name: default})
        concepts[concept] = chosen
    return replace(choices, concepts=concepts), notices


def _fits(value: float | tuple[int, ...] | None, low: float, high: float) -> bool:
    if value is None:
        return True
    numbers = value if isinstance(value, tuple) else (value,)
    return all(low <= number <= high for number in numbers)


def _out_of_range(key: str, low: float, high: float) -> Message:
    return msg(
        "{file}: {key} must lie between {low} and {high}; the default is used",
        file=NAME,
        key=key,
        low=low,
        high=high,
    )
