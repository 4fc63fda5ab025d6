"""The history of a folder: every change, one line of JSON each, only ever appended.

It lies in the state folder, never among the images. Names are image file names, so that opening the
parent or the child of a folder finds the same history.
"""

import base64
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import cast

from app.dataset.own_files import state_of
from app.disk import NotSaved, fs, read_regular, write_reason
from app.toml_io import make_own_folder

NAME = "journal.jsonl"
_FLAGS = (
    os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)


class Subject(StrEnum):
    """What a record is about."""

    CAPTION = "caption"
    NOTES = "notes"
    IMAGE = "image"


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
        descriptor = fs.open(path, _FLAGS, 0o600)
        try:
            if _torn(descriptor):
                data = b"\n" + data
            rest = memoryview(data)
            while rest:
                rest = rest[fs.write(descriptor, rest) :]
            if durable:
                fs.fsync(descriptor)
        finally:
            fs.close(descriptor)
    except OSError as error:
        raise NotSaved(path, write_reason(error, path, len(data)), error.errno) from error


def history(folder: Path, name: str | None = None) -> tuple[Record, ...]:
    """The records of one image, or of all, oldest first. Lines that are damaged are left out."""
    try:
        data, _ = read_regular(state_of(folder) / NAME)
    except OSError:
        return ()
    # Only lines that hold the name are parsed: a timeline must not wait for the whole history.
    wanted = json.dumps(name).encode() if name is not None else b""
    lines = (line for line in data.split(b"\n") if line and wanted in line)
    records = (_record(line) for line in lines)
    return tuple(r for r in records if r is not None and name in (None, r.name))


def differences(
    before: Iterable[tuple[str, str | None]], after: Iterable[tuple[str, str | None]]
) -> tuple[tuple[str, str | None, str | None], ...]:
    """Name, text before and text after, for every name whose text differs between two states."""
    one, two = dict(before), dict(after)
    names = list(dict.fromkeys([*one, *two]))
    return tuple(
        (name, one.get(name), two.get(name)) for name in names if one.get(name) != two.get(name)
    )


def _torn(descriptor: int) -> bool:
    """The last line has no end: its writer was killed, or the disk was full."""
    size = fs.fstat(descriptor).st_size
    if size == 0:
        return False
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return fs.read(descriptor, 1) != b"\n"


def _line(record: Record, now: datetime) -> bytes:
    stored: dict[str, object] = {
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
