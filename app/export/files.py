"""New files in a staging folder: written, copied, locked and moved through the one seam."""

import errno
import hashlib
import os
import shutil
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.disk import EXCHANGE, file_digest, fs, write_reason
from app.errors import ProofError
from app.messages import msg
from app.names import display_name

try:
    import fcntl
except ImportError:  # Windows: no advisory locks and no clones there
    fcntl = None

_FICLONE = 0x40049409
"""The Linux request that lets a file share another's blocks until one of them changes."""
_NO_LINKS = frozenset({errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS})
"""Another file system, one without hard links, or a file with as many names as it may have."""
_CHUNK = 1 << 20
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Copied:
    """What went through a copy: SHA-256 (hexadecimal) and size of the bytes."""

    digest: str
    size: int


class SourceChangedError(ProofError):
    """A file of the dataset is not what it was when the export was planned."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(
            msg("{name} changed while the export was made", name=display_name(path)),
            msg("Nothing was written. Look at the entry again, then export once more."),
        )

    def __reduce__(self) -> tuple[type[Self], tuple[Path]]:
        return type(self), (self.path,)


def measured(data: bytes) -> Copied:
    """SHA-256 and size of bytes."""
    return Copied(hashlib.sha256(data).hexdigest(), len(data))


def write_new(path: Path, data: bytes) -> None:
    """A new file with exactly these bytes, not yet synced. Raises OSError."""
    handle = fs.open(path, _NEW, 0o666)
    try:
        _write_all(handle, data)
    finally:
        fs.close(handle)


def copy_new(source: Path, target: Path) -> Copied:
    """A new file with the bytes of `source`, sharing its blocks where the file system can.

    Raises OSError, and SourceChangedError where the source's size or time moved meanwhile.
    """
    # A pipe of that name must not be waited for, and the check comes after the opening.
    with open(source, "rb", opener=_without_waiting) as file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise SourceChangedError(source)
        handle = fs.open(target, _NEW, 0o666)
        try:
            cloned = _clone(file.fileno(), handle)
            digest, size = hashlib.sha256(), 0
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
                if not cloned:
                    _write_all(handle, chunk)
        finally:
            fs.close(handle)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise SourceChangedError(source)
    return Copied(digest.hexdigest(), size)


def link_new(source: Path, target: Path) -> Copied:
    """A second name of the source; a copy where the file system has no such names.

    Raises as `copy_new` does.
    """
    try:
        # A link to a link would train only as long as the first one leads somewhere.
        fs.link(source.resolve(), target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return copy_new(source, target)
    before = target.lstat()
    if not stat.S_ISREG(before.st_mode):
        raise SourceChangedError(source)
    digest = file_digest(target)
    after = target.lstat()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise SourceChangedError(source)
    return Copied(digest, before.st_size)


def sync_everything(folder: Path) -> None:
    """All files below the folder are on the disk when this returns. Raises OSError."""
    if sys.platform != "win32":
        fs.sync()
        return
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            handle = fs.open(path, os.O_RDWR)
            try:
                fs.fsync(handle)
            finally:
                fs.close(handle)


def move(source: Path, target: Path) -> None:
    """One step: `target` must not be there, or be an empty folder. Raises OSError."""
    if sys.platform == "win32" and target.is_dir():
        target.rmdir()
    fs.replace(source, target)


def trade_places(left: Path, right: Path) -> bool:
    """Both folders change names in one step; False where the file system cannot."""
    try:
        fs.rename_with(left, right, EXCHANGE)
    except OSError as error:
        if error.errno in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
            return False
        raise
    return True


def remove_tree(folder: Path) -> None:
    """The folder and all in it; what cannot be removed is left, for the next time."""
    shutil.rmtree(folder, ignore_errors=True)


def lock(folder: Path) -> int | None:
    """A handle that says "in use" as long as this process lives; None where somebody has it."""
    if fcntl is None:
        return -1
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def unlock(handle: int) -> None:
    """Give a lock back."""
    if handle >= 0:
        os.close(handle)


def unchanged(path: Path, digest: str) -> bool:
    """The file is there and has these bytes. Raises OSError where it cannot be read."""
    try:
        return file_digest(path) == digest
    except FileNotFoundError:
        return False


def explained(error: OSError, place: Path) -> ProofError:
    """What a failed system call means for the person."""
    if error.errno in (errno.EXDEV, errno.EBUSY):
        reason = msg("The folder is a disk of its own. Choose a folder inside it.")
    else:
        reason = write_reason(error, place, 0)
    return ProofError(msg("Nothing was exported to {name}", name=display_name(place)), reason)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[fs.write(handle, left) :]


def _clone(source: int, target: int) -> bool:
    if fcntl is None:
        return False
    try:
        fcntl.ioctl(target, _FICLONE, source)
    except OSError:
        return False
    return True
