"""Lines added to the end of a file of ours, which stays readable after a writer that was killed."""

import os
from pathlib import Path

from app.disk import fs

_FLAGS = (
    os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)


def append_lines(path: Path, data: bytes, *, durable: bool) -> None:
    """Add whole lines in one write; the folder is there. Raises OSError.

    What a process wrote survives its death; with `durable` also that of the machine. A last line
    without an end is ended first, so that a torn line spoils no other.
    """
    descriptor = fs.open(path, _FLAGS, 0o600)
    try:
        rest = memoryview(b"\n" + data if _torn(descriptor) else data)
        while rest:
            rest = rest[fs.write(descriptor, rest) :]
        if durable:
            fs.fsync(descriptor)
    finally:
        fs.close(descriptor)


def _torn(descriptor: int) -> bool:
    """The last line has no end: its writer was killed, or the disk was full."""
    size = fs.fstat(descriptor).st_size
    if size == 0:
        return False
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return fs.read(descriptor, 1) != b"\n"
