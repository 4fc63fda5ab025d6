"""How data.toml stands to the folders, as a point of readiness."""

from app.dataset.entry import Dataset
from app.errors import ProofError
from app.export.checks import TomlOnDisk, toml_difference_on_disk
from app.export.checks import TomlState as OnDisk
from app.messages import Message, msg
from app.review.readiness import Readiness, TomlState


def toml_state(*, exists: bool, differs: bool, problem: Message | None) -> TomlState:
    """The point, from what is known of the file."""
    if problem is not None:
        return TomlState(Readiness.BLOCKED, problem)
    if not exists:
        return TomlState(Readiness.LOOK, msg("there is no data.toml yet"))
    if differs:
        return TomlState(Readiness.LOOK, msg("the file says something else than the folders"))
    return TomlState(Readiness.READY, msg("the file says what the folders hold"))


def toml_on_disk(dataset: Dataset) -> tuple[TomlState, str]:
    """The point, and the text that stands on disk (or would be written where there is none)."""
    try:
        found = toml_difference_on_disk(dataset, dataset.choices)
    except ProofError as error:
        return TomlState(Readiness.BLOCKED, error.title), ""
    state = toml_state(
        exists=found.state is not OnDisk.ABSENT,
        differs=found.state is OnDisk.DIFFERS,
        problem=_problem(found),
    )
    return state, found.present or found.wanted


def _problem(found: TomlOnDisk) -> Message | None:
    unreadable = found.state is OnDisk.UNREADABLE and found.problems
    return found.problems[0].message if unreadable else None
