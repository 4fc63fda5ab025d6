"""Whether the data.toml beside the folders says what would be written now."""

from dataclasses import dataclass
from enum import StrEnum

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Dataset
from app.disk import TooLargeError, read_reason, read_regular
from app.export.data_toml import FILE_NAME
from app.export.toml_difference import Line, difference
from app.export.toml_explain import explain
from app.export.toml_merge import merge
from app.export.toml_read import LARGEST, Problem
from app.messages import Message, msg


class TomlState(StrEnum):
    """How the file on disk stands to the text that would be written."""

    ABSENT = "absent"
    SAME = "same"
    DIFFERS = "differs"
    UNREADABLE = "unreadable"
    """It is there and cannot be read: nothing may be written over it."""


@dataclass(frozen=True, slots=True)
class TomlOnDisk:
    """The file as it is, as it would be, and everything between the two."""

    state: TomlState
    present: str
    """"" where there is none, or none that can be read."""
    wanted: str
    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    """Why the trainer would refuse the present file, or misread it."""
    notes: tuple[Message, ...]
    """What saving would do besides putting the chosen values in."""


def toml_difference_on_disk(dataset: Dataset, choices: DatasetChoices) -> TomlOnDisk:
    """Compare; reads the file in the dataset's root and writes nothing.

    Raises ProofError as `render` does.
    """
    path = dataset.root / FILE_NAME
    try:
        data, _ = read_regular(path, LARGEST)
        present = data.decode("utf-8")
        state = TomlState.DIFFERS
        problems = explain(present)
    except (FileNotFoundError, NotADirectoryError):
        present, state, problems = "", TomlState.ABSENT, ()
    except UnicodeDecodeError:
        present, state = "", TomlState.UNREADABLE
        problems = (Problem(None, msg("It is not UTF-8: the trainer stops.")),)
    except TooLargeError:
        present, state = "", TomlState.UNREADABLE
        problems = (Problem(None, msg("The file is too large to be a data.toml.")),)
    except OSError as error:
        present, state = "", TomlState.UNREADABLE
        problems = (Problem(None, read_reason(error)),)
    merged = merge(present, dataset, choices)
    if state is TomlState.DIFFERS and merged.text == present:
        state = TomlState.SAME
    return TomlOnDisk(
        state=state,
        present=present,
        wanted=merged.text,
        lines=difference(present, merged.text),
        problems=problems,
        notes=merged.notes,
    )
