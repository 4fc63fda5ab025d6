"""A new file beside its target: complete, verified, dressed like the old one, not yet in place."""

import errno
import os
import re
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.disk import Stamp, fs, read_regular, stamp_of

UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTTY})
"""Errors of a file system that does not know a call."""
_LEFTOVER = re.compile(r"\.proofsheet-[0-9a-f]{16}\.tmp~")
_NEW_FILE = os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_UNNAMED = getattr(os, "O_TMPFILE", 0)


def stage_file(
    target: Path,
    data: bytes,
    like: os.stat_result | None,
    *,
    durable: bool,
    try_unnamed: bool = True,
) -> tuple[Path, Stamp]:
    """Write `data` to a temporary file in the folder of `target`, with owner, mode and attributes
    of the file that `like` describes; its path and stamp. Raises OSError and leaves nothing behind.
    """
    temporary = target.parent / f".proofsheet-{secrets.token_hex(8)}.tmp~"
    # An existing file's mode is set once its owner is: until then nobody else may read it.
    mode = 0o666 if like is None else 0o600
    descriptor = _open_unnamed(target.parent, mode) if try_unnamed else None
    named = descriptor is None
    if descriptor is None:
        descriptor = fs.open(temporary, _NEW_FILE | os.O_CREAT | os.O_EXCL, mode)
    try:
        try:
            _write_whole(descriptor, data)
            if like is not None:
                _dress(descriptor, target, like)
            if durable:
                fs.fsync(descriptor)
            if not named:
                _give_name(descriptor, temporary)
                named = True
            info = fs.fstat(descriptor)
        finally:
            fs.close(descriptor)
        stored, _ = read_regular(temporary)
        if stored != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
    except _NoNameError:
        return stage_file(target, data, like, durable=durable, try_unnamed=False)
    except BaseException:
        if named:
            with suppress(OSError):
                fs.unlink(temporary)
        raise
    return temporary, stamp_of(data, info)


class _NoNameError(Exception):
    """The file system makes files without a name, but does not let them have one later."""


def _open_unnamed(folder: Path, mode: int) -> int | None:
    """A file without a name, which vanishes by itself if the process dies; None: not to be had."""
    if not _UNNAMED or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return fs.open(folder, _NEW_FILE | _UNNAMED, mode)
    except OSError as error:
        if error.errno in UNSUPPORTED | {errno.EISDIR}:
            return None
        raise


def _give_name(descriptor: int, temporary: Path) -> None:
    # Without src_dir_fd CPython calls link(), which cannot follow the link in /proc.
    anywhere = os.open("/", os.O_RDONLY | os.O_CLOEXEC)
    try:
        source = f"/proc/self/fd/{descriptor}"
        fs.link(source, temporary, src_dir_fd=anywhere, follow_symlinks=True)
    except OSError as error:
        if error.errno in UNSUPPORTED | {errno.EXDEV, errno.ENOENT, errno.EPERM, errno.EACCES}:
            raise _NoNameError from error
        raise
    finally:
        os.close(anywhere)


def _write_whole(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[fs.write(descriptor, rest) :]


def _dress(descriptor: int, target: Path, like: os.stat_result) -> None:
    """Owner and attributes as far as the system lets us, then the mode, which chown may change."""
    own = fs.fstat(descriptor)
    if (own.st_uid, own.st_gid) != (like.st_uid, like.st_gid):
        try:
            fs.chown(descriptor, like.st_uid, like.st_gid)
        except OSError:
            with suppress(OSError):
                fs.chown(descriptor, -1, like.st_gid)
    with suppress(OSError):
        source = fs.open(target, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        try:
            for name in fs.listxattr(source):
                with suppress(OSError):
                    fs.setxattr(descriptor, name, fs.getxattr(source, name))
        finally:
            fs.close(source)
    fs.chmod(descriptor, stat.S_IMODE(like.st_mode))


def sweep_leftovers(folders: Iterable[Path]) -> int:
    """Delete what a killed process left half-way in these folders; the number of files deleted.

    Only for the process that holds the lock of the dataset: a save in progress looks the same.
    """
    swept = 0
    for folder in folders:
        with suppress(OSError), fs.scandir(folder) as entries:
            for entry in entries:
                if _LEFTOVER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                    with suppress(OSError):
                        fs.unlink(entry.path)
                        swept += 1
    return swept
