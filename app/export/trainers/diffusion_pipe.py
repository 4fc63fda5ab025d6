"""diffusion-pipe: a dataset file whose bucket keys must all stand at its top."""

import math

from app.export.planned import ConfigFile, ExportPlan
from app.export.toml_layout import resolutions
from app.export.toml_text import TomlValue, literal
from app.export.trainers.folders import differences, trained_folders
from app.messages import msg

FILE_NAME = "dataset.toml"
_MIN_RATIO, _MAX_RATIO = 0.5, 2.0
_BUCKETS = 7
_WITHOUT_FLAG = 3
"""So many resolutions are trained without asking."""
_GRID = 20
"""Ratios are rounded outwards to a twentieth."""


def render(plan: ExportPlan) -> ConfigFile:
    """The file that the run's own TOML names by `dataset = "..."`."""
    ratios = [pair.treatment.size[0] / pair.treatment.size[1] for pair in plan.pairs()]
    areas = resolutions(plan.choices)
    square = all(width == height for width, height in areas)
    # Its TOML reader refuses a list that mixes numbers and pairs.
    sizes: list[TomlValue] = [w if square else [w, h] for w, h in areas]
    top: dict[str, TomlValue] = {
        "resolutions": sizes,
        "enable_ar_bucket": True,
        "min_ar": min([_MIN_RATIO, *(math.floor(ratio * _GRID) / _GRID for ratio in ratios)])
        or 1 / _GRID,
        "max_ar": max([_MAX_RATIO, *(math.ceil(ratio * _GRID) / _GRID for ratio in ratios)]),
        "num_ar_buckets": _BUCKETS,
        "frame_buckets": [1],
    }
    lines = [f"{name} = {literal(value)}" for name, value in top.items()]
    for folder in trained_folders(plan, regularisation=False):
        lines += [
            "",
            "[[directory]]",
            f"path = {literal(folder.path)}",
            f"num_repeats = {folder.concept.repeats}",
        ]
    many = (msg("More than three resolutions: diffusion-pipe asks for a flag when it starts."),)
    notes = (
        *(many if len(sizes) > _WITHOUT_FLAG else ()),
        msg("The batch size belongs into the file that starts the run, not into this one."),
        msg("Captions are read in the machine's own encoding: train where that is UTF-8."),
        *differences(plan, "diffusion-pipe"),
    )
    return ConfigFile(FILE_NAME, "\n".join(lines) + "\n", notes)
