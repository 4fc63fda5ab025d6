"""Slices: as much work in the GUI thread as fits between two events: no key waits for it."""

import time
from collections.abc import Iterator

SECONDS = 0.003


def turns(seconds: float = SECONDS) -> Iterator[None]:
    """Yield once, and again until this thread has worked for so long."""
    until = time.thread_time() + seconds
    yield
    while time.thread_time() < until:
        yield
