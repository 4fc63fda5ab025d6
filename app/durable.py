"""The one way a file is written: whole or not at all, and never over what somebody else wrote."""

import errno
import hashlib
import logging
import os
import stat
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from app.disk import (
    EXCHANGE,
    NO_REPLACE,
    FileChanged,
    Ground,
    LeadsOutside,
    NotRegularError,
    NotSaved,
    Stamp,
    WriteProtected,
    folder_identity,
    fs,
    read_regular,
    stamp_of,
    write_reason,
)
from app.errors import ProofError
from app.messages import msg
from app.names import display_name
from app.staging import UNSUPPORTED, stage_file

log = logging.getLogger(__name__)

_BATCH = 1000
"""Files staged before one sync: bounds the extra files and file entries that a bulk write needs."""


class Expect(Enum):
    """What a writer assumes of the file that it replaces, where that is not a Stamp or None."""

    ANYTHING = "anything"


@dataclass(frozen=True, slots=True)
class Write:
    """One file to be written. `expected` is the Stamp of what was last seen there, None where no
    file may be there, or ANYTHING for files that are the program's own.
    """

    path: Path
    data: bytes
    expected: Stamp | Expect | None = Expect.ANYTHING
    even_if_protected: bool = False
    """The person said that a file without write permission shall be replaced all the same."""
    ground: Ground | None = None
    """The folder that must not be left, and that must be the one which was opened; None: any."""


@dataclass(frozen=True, slots=True)
class _Staged:
    """Bytes that lie complete beside their target and only wait for the rename."""

    write: Write
    target: Path
    temporary: Path
    stamp: Stamp


def write_bytes(
    path: Path,
    data: bytes,
    *,
    expected: Stamp | Expect | None = Expect.ANYTHING,
    durable: bool = True,
    even_if_protected: bool = False,
    ground: Ground | None = None,
) -> Stamp:
    """Replace one file, keeping its owner, mode, attributes and the link that leads to it.

    Nothing is written where the bytes are there already. With `durable` the bytes have reached the
    disk on return. Raises FileChanged where `expected` does not hold, LeadsOutside where a link
    leaves the `ground`, else NotSaved; after all of them the file is what it was.
    """
    write = Write(path, data, expected, even_if_protected, ground)
    staged = _stage(write, durable=durable)
    if isinstance(staged, Stamp):
        return staged
    stamp = _commit(staged)
    if durable:
        sync_folder(staged.target.parent)
    return stamp


def write_all(writes: Sequence[Write]) -> list[Stamp | ProofError]:
    """Replace many files, each one whole or not at all, with one sync for every thousand.

    The answers come in the order of `writes`: a stamp, or the reason why this file was left alone.
    """
    results: list[Stamp | ProofError] = []
    for start in range(0, len(writes), _BATCH):
        batch = [_attempt_stage(write) for write in writes[start : start + _BATCH]]
        # All bytes reach the disk before the first rename: a power cut leaves old or new files.
        _sync()
        done = [_attempt_commit(item) if isinstance(item, _Staged) else item for item in batch]
        for folder in {item.target.parent for item in batch if isinstance(item, _Staged)}:
            sync_folder(folder)
        results.extend(done)
    return results


def _sync() -> None:
    try:
        fs.sync()
    except OSError as error:
        log.warning("the disks could not be synced: %s", error)


def _attempt_stage(write: Write) -> _Staged | Stamp | ProofError:
    try:
        return _stage(write, durable=False)
    except ProofError as error:
        return error


def _attempt_commit(staged: _Staged) -> Stamp | ProofError:
    try:
        return _commit(staged)
    except ProofError as error:
        return error


def move(source: Path, target: Path) -> None:
    """Rename a file within a file system, never over another. Raises OSError, FileExistsError."""
    try:
        fs.rename_with(source, target, NO_REPLACE)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        if _mode(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        fs.replace(source, target)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. The bytes are in place: a failure is only logged."""
    if sys.platform == "win32":
        return
    try:
        descriptor = fs.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            fs.fsync(descriptor)
        finally:
            fs.close(descriptor)
    except OSError as error:
        log.warning("the folder %s could not be synced: %s", folder, error)


def _present(target: Path) -> tuple[bytes, os.stat_result] | None:
    try:
        return read_regular(target)
    except FileNotFoundError:
        return None


def _stage(write: Write, *, durable: bool) -> _Staged | Stamp:
    """The bytes complete in a file beside the target; a Stamp where they are there already."""
    target = Path(os.path.realpath(write.path))
    if write.ground is not None:
        _check_ground(write.path, target, write.ground)
    try:
        present = _present(target)
        if present is None and stat.S_ISLNK(_mode(target)):
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
        if present is not None and present[0] == write.data:
            return stamp_of(*present)
        _check(write, present)
        if present is not None and not present[1].st_mode & 0o222 and not write.even_if_protected:
            raise WriteProtected(write.path)
        like = present[1] if present is not None else None
        temporary, stamp = stage_file(target, write.data, like, durable=durable)
        return _Staged(write, target, temporary, stamp)
    except OSError as error:
        reason = write_reason(error, target, len(write.data))
        raise NotSaved(write.path, reason, error.errno) from error


def check_ground(path: Path, ground: Ground) -> None:
    """Raise where `path` must not be written: LeadsOutside, or NotSaved in another folder."""
    _check_ground(path, Path(os.path.realpath(path)), ground)


def _check_ground(path: Path, target: Path, ground: Ground) -> None:
    if folder_identity(ground.folder) != ground.identity:
        folder = display_name(ground.folder)
        reason = msg("the folder {folder} is no longer the one that was opened", folder=folder)
        raise NotSaved(path, reason, errno.ESTALE)
    if not ground.holds(target):
        raise LeadsOutside(path, target)


def _mode(target: Path) -> int:
    try:
        return fs.lstat(target).st_mode
    except FileNotFoundError:
        return 0


def _check(write: Write, present: tuple[bytes, os.stat_result] | None) -> None:
    if isinstance(write.expected, Expect):
        return
    if present is None:
        if write.expected is not None:
            raise FileChanged(write.path, None)
    elif write.expected is None or hashlib.sha256(present[0]).hexdigest() != write.expected.digest:
        raise FileChanged(write.path, present[0])


def _commit(staged: _Staged) -> Stamp:
    """Put staged bytes in place of the target, or leave everything as it was."""
    try:
        match staged.write.expected:
            case None:
                _create(staged)
            case Stamp() as expected:
                _swap(staged, expected)
            case Expect.ANYTHING:
                fs.replace(staged.temporary, staged.target)
    except OSError as error:
        _discard(staged)
        reason = write_reason(error, staged.target, staged.stamp.size)
        raise NotSaved(staged.write.path, reason, error.errno) from error
    except BaseException:
        _discard(staged)
        raise
    return _settled(staged)


def _settled(staged: _Staged) -> Stamp:
    """The stamp with the time of the rename, so that a later look finds the file unchanged."""
    try:
        info = fs.stat(staged.target)
    except OSError:
        return staged.stamp
    same = info.st_ino == staged.stamp.inode
    return replace(staged.stamp, ctime_ns=info.st_ctime_ns) if same else staged.stamp


def _discard(staged: _Staged) -> None:
    """Delete the temporary file, unless it is not ours but what was displaced."""
    with suppress(OSError):
        if fs.lstat(staged.temporary).st_ino == staged.stamp.inode:
            fs.unlink(staged.temporary)


def _create(staged: _Staged) -> None:
    try:
        move(staged.temporary, staged.target)
    except FileExistsError:
        raise FileChanged(staged.write.path, _bytes_now(staged.target)) from None


def _bytes_now(target: Path) -> bytes | None:
    try:
        present = _present(target)
    except NotRegularError:
        return b""
    return present[0] if present else None


def _swap(staged: _Staged, expected: Stamp) -> None:
    """Trade places with what is on disk, and trade back if that was not what was expected.

    A check before a plain rename leaves a moment in which another writer's bytes could be lost;
    after an exchange they are in our hands. Where the file system cannot, the check must do.
    """
    before = _present(staged.target)
    if before is None or hashlib.sha256(before[0]).hexdigest() != expected.digest:
        raise FileChanged(staged.write.path, before[0] if before else None)
    try:
        fs.rename_with(staged.temporary, staged.target, EXCHANGE)
    except FileNotFoundError:
        if _mode(staged.target):
            raise
        raise FileChanged(staged.write.path, None) from None
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        fs.replace(staged.temporary, staged.target)
        return
    try:
        displaced, _ = read_regular(staged.temporary)
    except OSError as error:
        log.warning("what %s replaced could not be read again: %s", staged.target, error)
        return
    if hashlib.sha256(displaced).hexdigest() != expected.digest:
        try:
            fs.rename_with(staged.temporary, staged.target, EXCHANGE)
        except OSError as error:
            log.warning("%s could not be put back: %s", staged.target, error)
        raise FileChanged(staged.write.path, displaced)
    with suppress(OSError):
        fs.unlink(staged.temporary)
