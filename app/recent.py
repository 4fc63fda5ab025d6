"""Folders that were open lately, how they stood, and whether the last opening came to its end."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import cast

from app.disk import NotSaved, fs, read_regular
from app.durable import write_bytes
from app.paths import state_folder
from app.toml_io import LARGEST_FILE, make_own_folder

MOST = 12
_RECENT = "recent.json"
_MARKER = "opening.marker"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a dataset stood when it was left: counts of entries, and of findings."""

    entries: int
    pass_number: int
    """The pass that is due, 1 or 2."""
    approved: int
    flagged: int
    """Of the pass that is due; verdicts that hold."""
    errors: int
    warnings: int

    @property
    def reviewed_twice(self) -> bool:
        """Every entry was approved in the second pass."""
        return self.pass_number == 2 and 0 < self.entries == self.approved


@dataclass(frozen=True, slots=True)
class Recent:
    """A folder that was open lately."""

    folder: Path
    left: date | None = None
    """The day it was left, where it was left in an orderly way."""
    standing: Standing | None = None


def recent() -> tuple[Recent, ...]:
    """The folders opened lately, last one first; damaged lists are empty. Some may be gone."""
    try:
        data, _ = read_regular(state_folder() / _RECENT, LARGEST_FILE)
        rows = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return ()
    if not isinstance(rows, list):
        return ()
    found = (_read_row(row) for row in cast(list[object], rows))
    return tuple(row for row in found if row is not None)[:MOST]


def recent_folders() -> tuple[Path, ...]:
    """The folders of `recent`."""
    return tuple(row.folder for row in recent())


def remember_folder(folder: Path) -> None:
    """Put a folder at the head of the list. A list that cannot be written is not worth a word."""
    known = recent()
    row = next((row for row in known if row.folder == folder), Recent(folder))
    _write_list((row, *(other for other in known if other.folder != folder)))


def remember_standing(folder: Path, left: date, standing: Standing | None) -> None:
    """Note how a folder stood when it was left; None keeps what was known. Order stays."""
    _write_list(
        tuple(
            Recent(folder, left, standing or row.standing) if row.folder == folder else row
            for row in recent()
        )
    )


def opening_begins(folder: Path) -> None:
    """Leave a mark that `opening_ended` takes away: a crash in between leaves it behind."""
    with suppress(OSError, NotSaved):
        make_own_folder(state_folder())
        write_bytes(state_folder() / _MARKER, os.fsencode(folder), durable=False)


def opening_ended() -> None:
    """The folder is open, or was refused in an orderly way."""
    with suppress(OSError):
        fs.unlink(state_folder() / _MARKER)


def unfinished_opening() -> Path | None:
    """The folder whose opening did not come to its end, and which is better not opened unasked."""
    try:
        data, _ = read_regular(state_folder() / _MARKER, LARGEST_FILE)
    except OSError:
        return None
    return Path(os.fsdecode(data)) if data and b"\0" not in data else None


def _read_row(row: object) -> Recent | None:
    """A row of the list; an older list holds names alone. None: not a folder."""
    if isinstance(row, str):
        row = {"folder": row}
    if not isinstance(row, dict):
        return None
    values = cast(dict[str, object], row)
    folder, left = values.get("folder"), values.get("left")
    if not isinstance(folder, str) or not folder or "\0" in folder:
        return None
    day = None
    if isinstance(left, str):
        with suppress(ValueError):
            day = date.fromisoformat(left)
    return Recent(Path(folder), day, _read_standing(values.get("standing")))


def _read_standing(counts: object) -> Standing | None:
    if not isinstance(counts, dict):
        return None
    values = cast(dict[str, object], counts)
    numbers = [values.get(field.name) for field in fields(Standing)]
    if not all(type(number) is int and number >= 0 for number in numbers):
        return None
    return Standing(*cast(list[int], numbers))


def _write_list(rows: tuple[Recent, ...]) -> None:
    found = [
        {
            "folder": str(row.folder),
            **({"left": row.left.isoformat()} if row.left else {}),
            **({"standing": asdict(row.standing)} if row.standing else {}),
        }
        for row in rows[:MOST]
    ]
    data = json.dumps(found, indent=1).encode()
    with suppress(OSError, NotSaved):
        make_own_folder(state_folder())
        write_bytes(state_folder() / _RECENT, data, durable=False)
