"""The history of a folder: every change, one line of JSON each, only ever appended.

It lies in the state folder, never among the images. Names are image file names, so that opening the
parent or the child of a folder finds the same history.
"""

import base64
import json
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import cast

from app.dataset.appending import append_lines
from app.dataset.own_files import state_of
from app.disk import NotRegularError, NotSaved, read_lines, read_regular, write_reason
from app.durable import write_bytes
from app.messages import Message, msg
from app.names import display_name
from app.toml_io import make_own_folder, name_aside, set_aside, unreadable

NAME = "journal.jsonl"
_LONGEST = 16 << 20
"""Bytes of a line: two of the largest captions, every character escaped, take a fifth of it."""
_ONE_AT_A_TIME = threading.Lock()
"""Held while lines are added, and while the file is replaced by its whole lines."""
_BEGINNING = b'{"time": "'


class Subject(StrEnum):
    """What a record is about."""

    CAPTION = "caption"
    NOTES = "notes"
    IMAGE = "image"
    NAME = "name"
    """`before` is the way to the image under its old name, seen from its folder."""


class Act(StrEnum):
    """Causes beside those of an edit."""

    MARK = "mark"
    VERDICT = "verdict"
    DISMISSAL = "dismissal"
    CROP = "crop"
    CONVERTED = "converted"
    REMOVED = "removed"
    PUT_BACK = "put_back"
    RENAMED = "renamed"
    ADDED = "added"
    GONE = "gone"
    """Another program took the image away."""


@dataclass(frozen=True, slots=True)
class Record:
    """One change of one entry. `before` and `after` are whole texts, or bytes that are not text;
    None: there was, or is, nothing.
    """

    name: str
    """File name of the image."""
    cause: str
    """The value of a Cause or an Act."""
    before: str | bytes | None
    after: str | bytes | None
    subject: Subject = Subject.CAPTION
    time: datetime | None = None
    """When, in UTC; set by `append`."""


def append(folder: Path, records: Sequence[Record], *, durable: bool = False) -> None:
    """Add records in one write, before the change itself is made. Raises NotSaved.

    What a process wrote survives its death; with `durable` also that of the machine.
    """
    if not records:
        return
    path = state_of(folder) / NAME
    now = datetime.now(UTC)
    data = b"".join(_line(record, now) for record in records)
    try:
        make_own_folder(path.parent)
        with _ONE_AT_A_TIME:
            append_lines(path, data, durable=durable)
    except OSError as error:
        raise NotSaved(path, write_reason(error, path, len(data)), error.errno) from error


def history(folder: Path, name: str | None = None) -> tuple[Record, ...]:
    """The records of one image, or of all, oldest first. Lines that are damaged are left out."""
    # Only lines that hold the name are parsed: a timeline must not wait for the whole history.
    wanted = json.dumps(name).encode() if name is not None else b""
    found: list[Record] = []
    with suppress(OSError):
        for line in read_lines(state_of(folder) / NAME, _LONGEST):
            record = _record(line) if wanted in line else None
            if record is not None and name in (None, record.name):
                found.append(record)
    return tuple(found)


def set_damage_aside(folder: Path) -> tuple[Message, ...]:
    """Look through the whole history; where something in it is damaged, keep the file under another
    name and go on with the lines that are whole. The notice about it, or none.

    A last line that was cut off when its writer was killed is not worth a word. Raises NotSaved.
    """
    path = state_of(folder) / NAME
    try:
        whole, damaged = _sorted(path)
    except FileNotFoundError:
        return ()
    except NotRegularError:
        return (set_aside(path, msg("it is not a file")),)
    except OSError as error:
        return (unreadable(path, error),)
    if not damaged:
        return ()
    bad = name_aside(path)
    try:
        with _ONE_AT_A_TIME:
            whole, damaged = _sorted(path)  # another thread may have added some meanwhile
            write_bytes(bad, read_regular(path)[0], expected=None)
            write_bytes(path, b"".join(line + b"\n" for line in whole))
    except OSError as error:
        return (unreadable(path, error),)
    return (
        msg(
            "The history of {folder} is damaged in {count} places; it goes on without them, and "
            "the file as it was is kept as {file}",
            folder=display_name(folder),
            count=damaged,
            file=str(bad),
        ),
    )


def _sorted(path: Path) -> tuple[list[bytes], int]:
    """The lines that are whole, or were cut off, and how many are neither. Raises OSError."""
    whole: list[bytes] = []
    damaged = 0
    for line in read_lines(path, _LONGEST):
        if _is_whole(line):
            whole.append(line)
        elif line:
            damaged += 1
    return whole, damaged


def _is_whole(line: bytes) -> bool:
    """The line says what its writer meant, as far as the writer came."""
    if line.startswith(_BEGINNING) and not line.endswith(b"}"):
        return line.isascii()
    try:
        parsed: object = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(parsed, dict) and {"name", "cause", "time"} <= parsed.keys()


def differences(
    before: Iterable[tuple[str, str | None]], after: Iterable[tuple[str, str | None]]
) -> tuple[tuple[str, str | None, str | None], ...]:
    """Name, text before and text after, for every name whose text differs between two states."""
    one, two = dict(before), dict(after)
    names = list(dict.fromkeys([*one, *two]))
    return tuple(
        (name, one.get(name), two.get(name)) for name in names if one.get(name) != two.get(name)
    )


def _line(record: Record, now: datetime) -> bytes:
    stored: dict[str, object] = {  # as _BEGINNING has it
        "time": (record.time or now).isoformat(timespec="milliseconds"),
        "name": record.name,
        "subject": record.subject.value,
        "cause": str(record.cause),
    }
    for key, value in (("before", record.before), ("after", record.after)):
        if isinstance(value, bytes):
            stored[key + "_bytes"] = base64.b64encode(value).decode("ascii")
        elif value is not None:
            stored[key] = value
    return json.dumps(stored).encode("ascii") + b"\n"


def _record(line: bytes) -> Record | None:
    try:
        parsed: object = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(parsed, dict):
        return None
    stored = cast(dict[str, object], parsed)
    name, cause = stored.get("name"), stored.get("cause")
    if not isinstance(name, str) or not isinstance(cause, str):
        return None
    try:
        return Record(
            name,
            cause,
            _value(stored, "before"),
            _value(stored, "after"),
            Subject(str(stored.get("subject"))),
            datetime.fromisoformat(str(stored.get("time"))).astimezone(UTC),
        )
    except (ValueError, OverflowError):
        return None


def _value(stored: dict[str, object], key: str) -> str | bytes | None:
    coded = stored.get(key + "_bytes")
    if isinstance(coded, str):
        return base64.b64decode(coded, validate=True)
    text = stored.get(key)
    if text is not None and not isinstance(text, str):
        raise ValueError(key)
    return text
