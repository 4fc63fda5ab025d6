"""Our files as other versions wrote them: older ones are brought up, newer ones are kept aside."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.disk import read_regular
from app.durable import write_bytes
from app.messages import Message, msg
from app.names import display_name
from app.toml_io import Table, name_aside

KEY = "format"
Step = Callable[[Table], Table]
"""Makes of a table what the next format holds. Must not fail, whatever somebody wrote into it."""
Steps = Sequence[Step]
"""The n-th one leads from format n to n + 1; the format of this version is their number. A file
without a number has format 0.
"""


def unchanged(table: Table) -> Table:
    """The step to a format that only got its number."""
    return table


def format_of(table: Table) -> int:
    """The format that a table says it has."""
    number = table.get(KEY)
    return number if type(number) is int and number > 0 else 0


def is_newer(table: Table, steps: Steps) -> bool:
    """Whether a later version wrote it."""
    return format_of(table) > len(steps)


def brought_up(table: Table, steps: Steps) -> Table:
    """The table as this version would have written it; of a newer one what can be understood."""
    for step in steps[format_of(table) :]:
        table = step(dict(table))
    return table


def newer_notice(path: Path) -> Message:
    """What a person should know of a file that a later version wrote."""
    return msg(
        "{file} was written by a newer Proofsheet; what this one does not know is kept",
        file=display_name(path),
    )


def keep_newer(path: Path, table: Table, steps: Steps) -> None:
    """Before this version writes over what a later one wrote, keep its bytes under another name.

    Raises OSError or NotSaved; then the file must not be written.
    """
    if is_newer(table, steps):
        write_bytes(name_aside(path), read_regular(path)[0], expected=None)
