"""Choices for a folder that is opened for the first time and already has a data.toml."""

from app.dataset.choices import DatasetChoices
from app.dataset.choices_file import NAME
from app.dataset.entry import Dataset
from app.dataset.own_files import FOLDER
from app.disk import read_regular
from app.export.data_toml import FILE_NAME
from app.export.toml_import import choices_from
from app.export.toml_read import LARGEST
from app.messages import Message, msg


def first_choices(dataset: Dataset) -> tuple[DatasetChoices, tuple[Message, ...]]:
    """The person's own choices where they made any, else what the trainer's file states.

    A hand-made resolution or batch size is then not overwritten by our defaults. What cannot be
    read changes nothing, and says why.
    """
    if (dataset.root / FOLDER / NAME).exists():
        return dataset.choices, ()
    try:
        data, _ = read_regular(dataset.root / FILE_NAME, LARGEST)
        text = data.decode("utf-8-sig")
    except FileNotFoundError:
        return dataset.choices, ()
    except (OSError, UnicodeDecodeError) as error:
        reason = msg("data.toml was not taken over: {reason}", reason=str(error))
        return dataset.choices, (reason,)
    imported = choices_from(text, dataset, dataset.choices)
    if imported.problem is None:
        return imported.choices, ()
    return imported.choices, (
        msg("data.toml was not taken over: {reason}", reason=imported.problem),
    )
