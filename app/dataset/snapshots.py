"""Snapshots: all captions of a dataset under a name, kept in the state folder."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from app.dataset.entry import Dataset
from app.dataset.journal import differences
from app.dataset.own_files import state_of
from app.disk import NotSaved, fs, read_regular, write_reason
from app.durable import write_bytes
from app.errors import ProofError
from app.messages import Message, msg
from app.toml_io import make_own_folder, set_aside

_FOLDER = "snapshots"
_SUFFIX = ".jsonl"
FORMAT = 1
"""Files of a later format are left alone; those of the first ones do not name it."""
LARGEST = 512 << 20
"""Bytes: a hundred thousand captions of five thousand characters."""
AUTOMATIC_KEPT = 100
"""Of the snapshots that nobody took by hand the oldest go; the history keeps every text anyway."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One kept state; its texts are read when they are wanted."""

    path: Path
    title: str
    time: datetime
    """UTC."""
    by_hand: bool
    """False for those that the program takes before a bulk change."""
    captions: int


def take_snapshot(
    root: Path, title: str, texts: Mapping[str, str | None], *, by_hand: bool
) -> Snapshot:
    """Keep the captions by name (image path below the root); None for a missing one.

    Raises NotSaved.
    """
    now = datetime.now(UTC)
    folder = state_of(root) / _FOLDER
    head = {
        "format": FORMAT,
        "title": title,
        "time": now.isoformat(),
        "by_hand": by_hand,
        "captions": len(texts),
    }
    lines = [json.dumps(head), *(json.dumps([name, text]) for name, text in texts.items())]
    path = folder / (now.strftime("%Y%m%dT%H%M%S%f") + _SUFFIX)
    data = ("\n".join(lines) + "\n").encode("ascii")
    try:
        make_own_folder(folder)
    except OSError as error:
        raise NotSaved(path, write_reason(error, path, len(data)), error.errno) from error
    write_bytes(path, data, expected=None)
    return Snapshot(path, title, now, by_hand, len(texts))


def take_before(root: Path, title: str, texts: Mapping[str, str | None]) -> Snapshot | None:
    """Keep the captions before many of them change; None where the last snapshot has them all.

    Raises NotSaved.
    """
    known = snapshots(root)
    with suppress(ProofError):
        if known and texts.items() <= snapshot_texts(known[-1]).items():
            return None
    taken = take_snapshot(root, title, texts, by_hand=False)
    for old in [one for one in known if not one.by_hand][: 1 - AUTOMATIC_KEPT]:
        with suppress(OSError):
            fs.unlink(old.path)
    return taken


def texts_now(dataset: Dataset) -> dict[str, str | None]:
    """The captions of a dataset as they stand, by the name that snapshots use."""
    entries = dataset.entries
    return {dataset.relative(entries[n].image): entries[n].text for n in dataset.present()}


@dataclass(frozen=True, slots=True)
class Difference:
    """One caption that is not the same in two states."""

    name: str
    before: str | None
    after: str | None
    entry: int | None
    """The entry that has this name now; None where there is none."""


def compare_states(
    before: Snapshot, after: Snapshot | None, dataset: Dataset
) -> tuple[Difference, ...]:
    """What differs between a snapshot and another one, or (None) the dataset as it stands.

    A caption that is missing and one that is empty count as the same. Raises ProofError.
    """
    ids = {dataset.relative(dataset.entries[n].image): n for n in dataset.present()}
    later = texts_now(dataset) if after is None else snapshot_texts(after)
    found = differences(snapshot_texts(before).items(), later.items())
    return tuple(
        Difference(name, one, two, ids.get(name))
        for name, one, two in found
        if (one or "") != (two or "")
    )


def snapshots(root: Path) -> tuple[Snapshot, ...]:
    """All snapshots of a folder, oldest first; damaged ones are left out."""
    try:
        paths = sorted((state_of(root) / _FOLDER).iterdir())
    except OSError:
        return ()
    found = (_read_head(path) for path in paths if path.suffix == _SUFFIX)
    return tuple(snapshot for snapshot in found if snapshot is not None)


def set_damage_aside(root: Path) -> tuple[Message, ...]:
    """Rename the snapshots that nobody can make sense of; a notice about each."""
    notices: list[Message] = []
    with suppress(OSError):
        for path in sorted((state_of(root) / _FOLDER).iterdir()):
            if path.suffix == _SUFFIX and path.is_file() and _head(path) is None:
                notices.append(set_aside(path, msg("it is not a snapshot")))
    return tuple(notices)


def snapshot_texts(snapshot: Snapshot) -> dict[str, str | None]:
    """The captions by name, as far as the file is whole. Raises ProofError where it is gone."""
    try:
        data, _ = read_regular(snapshot.path, LARGEST)
    except OSError as error:
        raise ProofError(
            msg("The snapshot {title} cannot be read", title=snapshot.title)
        ) from error
    texts: dict[str, str | None] = {}
    for line in data.split(b"\n")[1:]:
        pair = _parsed(line)
        if isinstance(pair, list):
            match cast(list[object], pair):
                case [str() as name, str() | None as text]:
                    texts[name] = text
                case _:
                    pass
    return texts


def _read_head(path: Path) -> Snapshot | None:
    """The snapshot that a file holds, None where it is damaged or of a later format."""
    try:
        head = _head(path)
    except OSError:
        return None
    if head is None or head.get("format", 1) != FORMAT:
        return None
    title, captions = head.get("title"), head.get("captions")
    try:
        time = datetime.fromisoformat(str(head.get("time"))).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    if not isinstance(title, str) or not isinstance(captions, int):
        return None
    return Snapshot(path, title, time, head.get("by_hand") is True, captions)


def _head(path: Path) -> dict[str, object] | None:
    """The first line of a snapshot's file, None where it is damaged. Raises OSError."""
    with path.open("rb") as file:
        parsed = _parsed(file.readline(1 << 16))
    return cast(dict[str, object], parsed) if isinstance(parsed, dict) else None


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
