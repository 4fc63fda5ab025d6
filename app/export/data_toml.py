"""The trainer's file: fresh text, merged text, its problems, its differences, its launch line."""

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Dataset
from app.export.launch import launch_line
from app.export.toml_difference import Line, Sign, difference
from app.export.toml_explain import explain
from app.export.toml_import import Imported, choices_from
from app.export.toml_keys import KEYS
from app.export.toml_layout import lay_out, source_folders
from app.export.toml_merge import Merged, merge
from app.export.toml_read import Problem
from app.export.toml_text import written

__all__ = [
    "FILE_NAME",
    "KEYS",
    "Imported",
    "Line",
    "Merged",
    "Problem",
    "Sign",
    "choices_from",
    "difference",
    "explain",
    "launch_line",
    "merge",
    "render",
]

FILE_NAME = "data.toml"


def render(dataset: Dataset, choices: DatasetChoices, *, train_root: str | None = None) -> str:
    """A fresh data.toml for the folder as it is.

    `train_root` stands for the dataset's own folder; without it the chosen train path, or where the
    folder is. Raises ProofError where a name cannot be written into a TOML file.
    """
    return written(lay_out(source_folders(dataset, choices, train_root), choices))
