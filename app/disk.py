"""The calls to the system that touch files, behind one seam, and why they fail in plain words."""

import ctypes
import errno
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Generator
from dataclasses import dataclass
from pathlib import Path

from app.errors import ProofError
from app.messages import Message, msg
from app.names import display_name, shown_path

NO_REPLACE = 1
EXCHANGE = 2
"""Flags of Linux' renameat2: fail where the target exists; let two files trade places."""
_AT_FDCWD = -100


def _no_call(*_: object) -> None:
    """Stands for a call that this system does not have."""


def _no_names(_: object) -> list[str]:
    return []


def _no_value(*_: object) -> bytes:
    return b""


def _load_renameat2() -> Callable[..., int] | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return None


_renameat2 = _load_renameat2()


def _rename_with(source: Path, target: Path, flag: int) -> None:
    if _renameat2 is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if _renameat2(_AT_FDCWD, os.fsencode(source), _AT_FDCWD, os.fsencode(target), flag) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(source), None, str(target))


class Calls:
    """Every call that the program makes to read or change a person's files.

    A test replaces one attribute of `fs` to let the Nth call fail; the program never does.
    """

    def __init__(self) -> None:
        self.open = os.open
        self.close = os.close
        self.read = os.read
        self.write = os.write
        self.fstat = os.fstat
        self.stat = os.stat
        self.lstat = os.lstat
        self.fsync = os.fsync
        self.sync: Callable[[], None] = getattr(os, "sync", _no_call)
        self.link = os.link
        self.replace = os.replace
        self.rename_with = _rename_with
        self.unlink = os.unlink
        self.mkdir = os.mkdir
        self.scandir = os.scandir
        self.chown: Callable[[int, int, int], None] = getattr(os, "fchown", _no_call)
        self.chmod: Callable[[int, int], None] = getattr(os, "fchmod", _no_call)
        self.listxattr: Callable[[int], list[str]] = getattr(os, "listxattr", _no_names)
        self.getxattr: Callable[[int, str], bytes] = getattr(os, "getxattr", _no_value)
        self.setxattr: Callable[[int, str, bytes], None] = getattr(os, "setxattr", _no_call)


fs = Calls()


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file was when it was last seen. Only the digest decides; the others save a read."""

    digest: str
    """SHA-256 of the bytes, hexadecimal."""
    size: int
    mtime_ns: int
    ctime_ns: int = 0
    inode: int = 0


@dataclass(frozen=True, slots=True)
class Footprint:
    """What the system says of a file without reading it; equal ones are taken for unchanged."""

    size: int
    mtime_ns: int
    ctime_ns: int
    """Unlike the modification time, nobody can set it."""
    inode: int


def footprint(info: os.stat_result) -> Footprint:
    """The part of a stat that tells whether a file may have changed."""
    return Footprint(info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino)


def folder_identity(folder: Path) -> tuple[int, int] | None:
    """Device and file number of a folder, None where it is gone.

    Another identity under the same path is another folder: renamed, unmounted, or made anew.
    Nothing may be written there.
    """
    try:
        info = fs.stat(folder)
    except OSError:
        return None
    return (info.st_dev, info.st_ino) if stat.S_ISDIR(info.st_mode) else None


@dataclass(frozen=True, slots=True)
class Ground:
    """The folder that writes must stay in, and which folder it was when it was opened."""

    folder: Path
    """Its real path."""
    identity: tuple[int, int]
    also: Path | None = None
    """A real path outside, with all below it, that the person said may be written too."""

    def holds(self, target: Path) -> bool:
        """Whether this real path may be written."""
        places = (self.folder,) if self.also is None else (self.folder, self.also)
        return any(target.is_relative_to(place) for place in places)


def ground_of(folder: Path) -> Ground | None:
    """The ground that a folder is, None where it is gone."""
    identity = folder_identity(folder)
    return Ground(Path(os.path.realpath(folder)), identity) if identity is not None else None


def stamp_of(data: bytes, info: os.stat_result) -> Stamp:
    """The stamp of a file whose bytes were just read or written."""
    digest = hashlib.sha256(data).hexdigest()
    return Stamp(digest, len(data), info.st_mtime_ns, info.st_ctime_ns, info.st_ino)


class NotSaved(ProofError):  # noqa: N818 - it is what a person reads
    """A file could not be written; what was on disk before is still there, whole."""

    def __init__(self, path: Path, reason: Message, number: int | None = None) -> None:
        super().__init__(msg("{name} was not saved", name=display_name(path)), reason)
        self.path = path
        self.number = number
        """The system's error number, where there is one."""


class WriteProtected(NotSaved):
    """The file's own mode forbids writing: a person may want it all the same, nobody else does."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            msg("the file is write-protected; allow writing to it, then try again"),
            errno.EACCES,
        )


class FileChanged(ProofError):  # noqa: N818 - it is what a person reads
    """Somebody else wrote, made or deleted the file since it was last seen; it was left alone."""

    def __init__(self, path: Path, present: bytes | None) -> None:
        if present is None:
            detail = msg("it was deleted by another program; your text is kept on screen")
        else:
            detail = msg("another program changed it; your text is kept on screen")
        super().__init__(msg("{name} was not saved", name=display_name(path)), detail)
        self.path = path
        self.present = present
        """The bytes that are there now; None where the file is gone."""


class LeadsOutside(NotSaved):
    """A link leads out of the folder that was opened, and nobody said that it may be followed."""

    def __init__(self, path: Path, target: Path) -> None:
        super().__init__(
            path,
            msg("it is a link to {file}, outside of the opened folder", file=shown_path(target)),
            errno.EACCES,
        )
        self.target = target


class NotRegularError(OSError):
    """Something other than a plain file: a pipe, a device or a folder. It was not opened."""


class TooLargeError(OSError):
    """A file over the limit of its kind; `size` in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG))
        self.size = size


_READ_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOCTTY", 0)
)


def _open_regular(path: Path | str) -> int:
    if not stat.S_ISREG(fs.stat(path).st_mode):
        raise NotRegularError(errno.EINVAL, "not a regular file", str(path))
    return fs.open(path, _READ_FLAGS)


def read_regular(path: Path | str, limit: int | None = None) -> tuple[bytes, os.stat_result]:
    """The bytes of a plain file (links are followed) and its stat.

    Raises OSError: NotRegularError for anything else, without opening it, and TooLargeError above
    `limit` bytes.
    """
    descriptor = _open_regular(path)
    try:
        info = fs.fstat(descriptor)
        if not stat.S_ISREG(info.st_mode):
            raise NotRegularError(errno.EINVAL, "not a regular file", str(path))
        if limit is not None and info.st_size > limit:
            raise TooLargeError(info.st_size)
        pieces: list[bytes] = []
        while piece := fs.read(descriptor, max(info.st_size, 4096) + 1):
            pieces.append(piece)
    finally:
        fs.close(descriptor)
    data = b"".join(pieces)
    if limit is not None and len(data) > limit:
        raise TooLargeError(len(data))
    return data, info


def read_lines(path: Path, longest: int) -> Generator[bytes]:
    """The lines of a plain file one by one, without their ends; of a line that is much longer than
    `longest` bytes the pieces. However large the file is, little of it is held. Raises OSError.
    """
    descriptor = _open_regular(path)
    try:
        rest = b""
        while piece := fs.read(descriptor, 1 << 20):
            *whole, rest = (rest + piece).split(b"\n")
            yield from whole
            if len(rest) > longest:
                yield rest
                rest = b""
        if rest:
            yield rest
    finally:
        fs.close(descriptor)


def file_digest(path: Path) -> str:
    """SHA-256 of a plain file, hexadecimal, read in pieces of a mebibyte. Raises OSError."""
    descriptor = _open_regular(path)
    try:
        digest = hashlib.sha256()
        while piece := fs.read(descriptor, 1 << 20):
            digest.update(piece)
    finally:
        fs.close(descriptor)
    return digest.hexdigest()


def read_reason(error: OSError) -> Message:
    """Why a file cannot be read, and what to do."""
    if isinstance(error, NotRegularError):
        return msg("it is a pipe, a device or a folder, not a file; move it away")
    if isinstance(error, TooLargeError):
        return msg("it is too large ({size} bytes)", size=error.size)
    match error.errno:
        case errno.ENOENT:
            return msg("it is not there")
        case errno.EACCES | errno.EPERM:
            return msg("you are not allowed to read it; check its permissions")
        case errno.ELOOP:
            return msg("it is a link that leads back to itself; make it point to a file")
        case errno.EIO:
            return msg("the disk reports a fault; copy the folder to another disk")
        case _:
            return msg("the system says: {reason}", reason=error.strerror or str(error))


def write_reason(error: OSError, target: Path, size: int) -> Message:
    """Why `size` bytes cannot be written to `target`, and the way out."""
    if isinstance(error, NotRegularError):
        return msg("it is a pipe, a device or a folder, not a file; move it away")
    match error.errno:
        case errno.ENOSPC:
            return _full(target, size)
        case errno.EDQUOT:
            return msg("your share of the disk is used up; make room and save again")
        case errno.EFBIG:
            return msg("the system allows no file of {size} bytes here", size=size)
        case errno.EROFS:
            return msg("the disk is mounted read-only; make it writable or copy the folder")
        case errno.EACCES:
            return msg("you may not write to this folder; check its permissions")
        case errno.EPERM:
            return msg("the file or folder is locked against changes (immutable); unlock it")
        case errno.EIO:
            return msg("the disk reports a fault; copy the folder to another disk now")
        case errno.ENOENT | errno.ENOTDIR | errno.ESTALE | errno.ENODEV | errno.ENOTCONN:
            return msg(
                "the folder {folder} is no longer there; find it again or put it back",
                folder=display_name(target.parent),
            )
        case errno.ENAMETOOLONG:
            return msg("the name is too long for this disk; rename the image")
        case errno.ELOOP:
            return msg("it is a link that leads back to itself; make it point to a file")
        case _:
            return msg("the system says: {reason}", reason=error.strerror or str(error))


def _full(target: Path, size: int) -> Message:
    try:
        room = os.statvfs(target.parent)
    except (OSError, AttributeError):
        return msg("the disk is full; make room and save again")
    if room.f_files and room.f_favail == 0:
        return msg("the disk has no free file entries; delete some files and save again")
    return msg(
        "the disk is full ({free} bytes free, {size} needed); make room and save again",
        free=room.f_bavail * room.f_frsize,
        size=size,
    )
