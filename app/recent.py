"""Folders that were open lately, and whether the last opening came to its end."""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import cast

from app.disk import NotSaved, fs, read_regular
from app.durable import write_bytes
from app.paths import state_folder
from app.toml_io import LARGEST_FILE, make_own_folder

MOST = 12
_RECENT = "recent.json"
_MARKER = "opening.marker"


def recent_folders() -> tuple[Path, ...]:
    """The folders opened lately, last one first; damaged lists are empty. Some may be gone."""
    try:
        data, _ = read_regular(state_folder() / _RECENT, LARGEST_FILE)
        names = json.loads(data)
    except (OSError, ValueError, RecursionError):
        return ()
    if not isinstance(names, list):
        return ()
    found = (name for name in cast(list[object], names) if isinstance(name, str) and name)
    return tuple(Path(name) for name in found if "\0" not in name)[:MOST]


def remember_folder(folder: Path) -> None:
    """Put a folder at the head of the list. A list that cannot be written is not worth a word."""
    others = [known for known in recent_folders() if known != folder]
    _write_list((folder, *others))


def forget_folder(folder: Path) -> None:
    """Take a folder from the list."""
    _write_list(tuple(known for known in recent_folders() if known != folder))


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


def _write_list(folders: tuple[Path, ...]) -> None:
    data = json.dumps([str(folder) for folder in folders[:MOST]], indent=1).encode()
    with suppress(OSError, NotSaved):
        make_own_folder(state_folder())
        write_bytes(state_folder() / _RECENT, data, durable=False)
