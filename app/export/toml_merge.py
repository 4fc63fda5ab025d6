"""A person's own data.toml brought up to date: comments and hand-made values stay."""

from dataclasses import dataclass

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Dataset
from app.export.toml_disarm import disarm
from app.export.toml_explain import explain
from app.export.toml_layout import lay_out, source_folders
from app.export.toml_read import Parsed, Problem, read
from app.export.toml_schema import is_list
from app.export.toml_text import TrainFile, written
from app.export.toml_update import update
from app.messages import Message, msg


@dataclass(frozen=True, slots=True)
class Merged:
    """The new text of a file that was there, and what a person should know about it."""

    text: str
    notes: tuple[Message, ...] = ()


def merge(existing: str, dataset: Dataset, choices: DatasetChoices) -> Merged:
    """The existing file with the chosen values put in.

    Comments, the order of lines and known values that nobody chose otherwise stay. What would stop
    the trainer becomes a comment. A file that cannot be read at all is kept as comments below a
    fresh one. Raises ProofError as `render` does.
    """
    folders = source_folders(dataset, choices)
    wanted = lay_out(folders, choices)
    if not existing.strip("\ufeff \t\r\n"):
        return Merged(written(wanted))
    parsed = read(existing)
    if isinstance(parsed, Problem):
        return _kept_as_comments(existing, wanted, parsed.message)
    plain = existing.removeprefix("\ufeff").replace("\r\n", "\n")
    disarmed, notes = disarm(plain, parsed)
    again = read(disarmed)
    if isinstance(again, Problem) or not _plain_tables(again):
        reason = msg("its tables are not written with headers of their own")
        return _kept_as_comments(existing, wanted, reason)
    text, remarks = update(disarmed, wanted, folders)
    refused = next((problem for problem in explain(text) if problem.stops), None)
    if refused is not None:
        return _kept_as_comments(existing, wanted, refused.message)
    return Merged(text, (*notes, *remarks))


def _kept_as_comments(existing: str, wanted: TrainFile, reason: Message) -> Merged:
    old = existing.removeprefix("\ufeff").splitlines()
    lines = ["", "# What stood here before:", *(f"# {line}".rstrip() for line in old)]
    note = msg("The old text was kept as comments below a new one: {reason}", reason=reason)
    return Merged(written(wanted) + "\n".join(lines) + "\n", (note,))


def _plain_tables(parsed: Parsed) -> bool:
    """Every table that will be changed has a header of its own."""
    if "general" in parsed.values and not parsed.stands_at(("general",)):
        return False
    for number, dataset in enumerate(parsed.tables("datasets")):
        if not parsed.stands_at(("datasets", number)):
            return False
        subsets: object = dataset.get("subsets", [])
        if not is_list(subsets):
            return False
        for place in range(len(subsets)):
            if not parsed.stands_at(("datasets", number, "subsets", place)):
                return False
    return True
