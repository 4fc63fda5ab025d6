"""One writer for a dataset: who comes second may look, and is told who came first."""

import errno
import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from app.dataset.own_files import state_of
from app.disk import NotSaved, fs, write_reason
from app.toml_io import make_own_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "lock.json"
_INFO_AT = 16
"""The first bytes are what Windows locks, and what is locked there nobody else may read."""
_TAKEN = {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the dataset open for writing."""

    pid: int
    host: str
    since: datetime | None
    """UTC."""


class Lock:
    """A lock that is held until `release`, or until the process ends in whatever way."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @property
    def held(self) -> bool:
        """Others may not write."""
        return self._descriptor is not None

    def is_of(self, root: Path) -> bool:
        """It is held, and it is this folder's: the folder may have been moved meanwhile."""
        descriptor = self._descriptor  # another thread may release it meanwhile
        if descriptor is None:
            return False
        try:
            own, there = os.fstat(descriptor), (state_of(root) / NAME).stat()
        except OSError:
            return False
        return os.path.samestat(own, there)

    def release(self) -> None:
        """Let others write. Harmless the second time."""
        if self._descriptor is not None:
            fs.close(self._descriptor)
            self._descriptor = None


def acquire(root: Path) -> Lock | Holder:
    """The lock of a dataset, or who holds it.

    The system itself drops the lock of a process that died, so that none is ever stale. Raises
    NotSaved where the state folder cannot be written.
    """
    path = state_of(root) / NAME
    try:
        make_own_folder(path.parent)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        descriptor = fs.open(path, flags, 0o600)
        try:
            if not _take(descriptor):
                holder = _read(descriptor)
                fs.close(descriptor)
                return holder
            _sign(descriptor)
        except OSError:
            fs.close(descriptor)
            raise
    except OSError as error:
        raise NotSaved(path, write_reason(error, path, 0), error.errno) from error
    return Lock(descriptor)


def _take(descriptor: int) -> bool:
    """True where the lock is ours; also on a file system that has no locks at all."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def _sign(descriptor: int) -> None:
    """Write down who we are, for the message that the second one sees."""
    stored = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now(UTC).isoformat(),
    }
    os.ftruncate(descriptor, 0)
    fs.write(descriptor, b" " * _INFO_AT + json.dumps(stored).encode("ascii"))


def _read(descriptor: int) -> Holder:
    os.lseek(descriptor, _INFO_AT, os.SEEK_SET)
    stored: dict[str, object] = {}
    with suppress(OSError, ValueError, RecursionError):
        parsed: object = json.loads(fs.read(descriptor, 4096))
        if isinstance(parsed, dict):
            stored = cast(dict[str, object], parsed)
    pid, host = stored.get("pid"), stored.get("host")
    since = None
    with suppress(ValueError, OverflowError):
        since = datetime.fromisoformat(str(stored.get("since"))).astimezone(UTC)
    return Holder(pid if isinstance(pid, int) else 0, host if isinstance(host, str) else "", since)
