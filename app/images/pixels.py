"""Decoded pixels on their way to the window: by value, or through shared memory when they are many.

The rules of shared memory: the worker that called `share` has let go of it when the call returns.
Whoever receives the `SharedPixels` owns the memory and ends it exactly once, by `claimed` or, for
an answer that came too late, by `discard`. Workers must be started by `multiprocessing`: its
resource tracker, one for the whole family of processes, frees what is left when the program dies.
"""

import errno
import os
import shutil
from collections import deque
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.shared_memory import SharedMemory
from pathlib import Path

from PIL import Image

_SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - only its free space is looked at
_KEPT: deque[SharedMemory] = deque(maxlen=2)
"""Windows frees memory with its last handle: the sender keeps the newest ones open there."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """An upright picture for `QImage.Format_RGB32`: rows from the top, bytes B G R 255, no gap
    between rows (stride is 4 * width).
    """

    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class SharedPixels:
    """The same, in the shared memory called `name`, which belongs to whoever receives this."""

    name: str
    width: int
    height: int


def pixels_of(image: Image.Image) -> Pixels:
    """The bytes of an RGB picture as Qt wants them."""
    # The fourth byte is 255 because some of Qt's blending reads RGB32 as if it had alpha.
    return Pixels(image.width, image.height, image.convert("RGBA").tobytes("raw", "BGRA"))


def share(image: Image.Image) -> SharedPixels:
    """Put an RGB picture into shared memory; the receiver has to claim or discard it.

    Raises OSError where the system has no room for it.
    """
    data = pixels_of(image).data
    _check_room(len(data))
    memory = SharedMemory(create=True, size=len(data))
    view = memory.buf
    assert view is not None, "freshly made"
    view[: len(data)] = data
    view.release()
    if os.name == "nt":
        _KEPT.append(memory)
    else:
        memory.close()
    return SharedPixels(memory.name, image.width, image.height)


@contextmanager
def claimed(shared: SharedPixels) -> Generator[memoryview]:
    """The bytes, laid out as in `Pixels`, until the block ends; then the memory is gone.

    Nothing may hold on to the view: copy it or turn it into a pixmap inside the block. Raises
    FileNotFoundError where the memory has been ended before.
    """
    memory = SharedMemory(shared.name)
    whole = memory.buf
    assert whole is not None, "freshly attached"
    try:
        with whole[: shared.width * shared.height * 4] as view:
            yield view
    finally:
        memory.close()
        memory.unlink()


def discard(shared: SharedPixels) -> None:
    """End memory whose picture is no longer wanted."""
    try:
        memory = SharedMemory(shared.name)
    except FileNotFoundError:
        return
    memory.close()
    memory.unlink()


def _check_room(size: int) -> None:
    """Writing beyond a full /dev/shm is no error but kills the process; containers have 64 MB."""
    if _SHARED_MEMORY.is_dir() and shutil.disk_usage(_SHARED_MEMORY).free < size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(_SHARED_MEMORY))
