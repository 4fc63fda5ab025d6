"""Our own files about a folder: in its `.proofsheet`, or in the state folder if it is read-only."""

import errno
import hashlib
import os
from contextlib import suppress
from pathlib import Path

from app.dataset.appending import append_lines
from app.disk import (
    Ground,
    NotRegularError,
    NotSaved,
    TooLargeError,
    fs,
    ground_of,
    read_reason,
    read_regular,
    write_reason,
)
from app.durable import check_ground, write_bytes
from app.formats import KEY, Steps, brought_up, format_of, is_newer, keep_newer, newer_notice
from app.messages import Message
from app.paths import state_folder
from app.toml_io import (
    LARGEST_FILE,
    DamagedError,
    Table,
    make_own_folder,
    parse_toml,
    read_or_set_aside,
    unreadable,
)

FOLDER = ".proofsheet"
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


def state_of(folder: Path) -> Path:
    """The folder below the state folder that belongs to one folder of images; perhaps not there."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
    return state_folder() / name


def beside(folder: Path, name: str) -> Path:
    """The file in the folder's own `.proofsheet`."""
    return folder / FOLDER / name


def instead(folder: Path, name: str) -> Path:
    """The file in the state folder that stands in while the folder is read-only."""
    return state_of(folder) / name


def read_own(
    folder: Path, name: str, steps: Steps, limit: int = LARGEST_FILE, log: str = ""
) -> tuple[list[Table], list[Message]]:
    """The tables to be read one over the other: what lies in the folder, then what was written
    while it was read-only; after each the lines of the `log` beside it. Older ones are brought up
    to the present format. Damaged files are set aside with a notice, damaged lines are left out.
    """
    tables: list[Table] = []
    notices: list[Message] = []
    for path in (beside(folder, name), instead(folder, name)):
        try:
            table, more = read_or_set_aside(path, limit)
        except OSError as error:
            notices.append(unreadable(path, error))
            continue
        notices.extend(more)
        if is_newer(table, steps):
            notices.append(newer_notice(path))
        if table:
            tables.append(brought_up(table, steps))
        if log:
            try:
                tables += _lines(path.with_name(log), limit, table, steps)
            except OSError as error:
                notices.append(unreadable(path.with_name(log), error))
    return tables, notices


def read_to_change(
    folder: Path, name: str, steps: Steps, limit: int = LARGEST_FILE, log: str = ""
) -> list[Table]:
    """Like `read_own`, for a writer: raises NotSaved where a file is there but cannot be read. What
    a later version wrote is kept aside first.
    """
    tables: list[Table] = []
    for path in (beside(folder, name), instead(folder, name)):
        try:
            table = read_or_set_aside(path, limit)[0]
            keep_newer(path, table, steps)
            tables.append(brought_up(table, steps))
            if log:
                tables += _lines(path.with_name(log), limit, table, steps)
        except PermissionError:
            # A folder closed to us: what we write goes to the second place anyway.
            continue
        except OSError as error:
            raise NotSaved(path, read_reason(error), error.errno) from error
    return tables


def _lines(log: Path, limit: int, whole: Table, steps: Steps) -> list[Table]:
    """A table for each line; those that a killed writer left torn are none. Raises OSError.

    They have the format of the file beside them, the `whole`: whoever adds a step to `steps` has
    that file written before lines are added to it.
    """
    number = format_of(whole) if whole else len(steps)
    try:
        data, _ = read_regular(log, limit)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except (TooLargeError, NotRegularError):
        return []  # not what we wrote; the file beside it stands
    tables: list[Table] = []
    for line in data.split(b"\n"):
        with suppress(DamagedError):
            tables.append(brought_up(parse_toml(line) | {KEY: number}, steps))
    return tables


def append_own(
    folder: Path, name: str, log: str, data: bytes, ground: Ground | None = None
) -> Path:
    """Add lines to the log of one of our files and have them on the disk. Raises NotSaved.

    They go to the second place where the folder is read-only, and go on there until the whole file
    is written: what lies there is read last.
    """
    ground = ground or ground_of(folder)
    path, second = beside(folder, log), instead(folder, log)
    if not (second.exists() or instead(folder, name).exists()):
        try:
            if ground is not None:
                check_ground(path, ground)
            prepare(folder)
            _append(path, data)
        except NotSaved as error:
            if error.number not in _READ_ONLY:
                raise
        else:
            return path
    try:
        make_own_folder(second.parent)
    except OSError as error:
        raise NotSaved(second, write_reason(error, second, len(data)), error.errno) from error
    _append(second, data)
    return second


def _append(path: Path, data: bytes) -> None:
    try:
        append_lines(path, data, durable=True)
    except OSError as error:
        raise NotSaved(path, write_reason(error, path, len(data)), error.errno) from error


def drop_log(folder: Path, written: Path, log: str) -> None:
    """Remove the lines that are in the file just `written`. Raises NotSaved where they stay: they
    would be read over it.
    """
    places = {written.with_name(log), instead(folder, log)}
    for path in sorted(place for place in places if os.path.lexists(place)):
        try:
            fs.unlink(path)
        except OSError as error:
            raise NotSaved(path, write_reason(error, path, 0), error.errno) from error


def write_own(
    folder: Path,
    name: str,
    data: bytes,
    data_instead: bytes | None = None,
    ground: Ground | None = None,
) -> Path:
    """Write one of our files durably and say where it went: the second place only where the folder
    is read-only, or lies behind a link out of the `ground`, which is worth telling. `data_instead`
    is for that place. Raises NotSaved.
    """
    ground = ground or ground_of(folder)
    data_instead = data if data_instead is None else data_instead
    path = beside(folder, name)
    try:
        if ground is not None:
            check_ground(path, ground)
        prepare(folder)
        write_bytes(path, data, ground=ground)
    except NotSaved as error:
        if error.number not in _READ_ONLY:
            raise
    else:
        with suppress(OSError):
            fs.unlink(instead(folder, name))
        return path
    path = instead(folder, name)
    try:
        make_own_folder(path.parent)
    except OSError as error:
        reason = write_reason(error, path, len(data_instead))
        raise NotSaved(path, reason, error.errno) from error
    write_bytes(path, data_instead)
    return path


def prepare(folder: Path) -> Path:
    """Make `.proofsheet` in a folder that is there. Raises NotSaved.

    A `.proofsheet` that is a link out of the folder counts as one that may not be written.
    """
    own = folder / FOLDER
    try:
        with suppress(FileExistsError):
            fs.mkdir(own)
    except OSError as error:
        raise NotSaved(own, write_reason(error, own, 0), error.errno) from error
    real, home = os.path.realpath(own), os.path.realpath(folder)
    if Path(real).parent != Path(home):
        refused = OSError(errno.EACCES, os.strerror(errno.EACCES))
        raise NotSaved(own, write_reason(refused, own, 0), errno.EACCES)
    return own
