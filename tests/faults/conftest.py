"""Calls that fail, and real disks that do."""

import errno
import itertools
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from app.disk import fs

FAULTS = {"ENOSPC": errno.ENOSPC, "EIO": errno.EIO, "EACCES": errno.EACCES}


class FailingCalls:
    """Counts every call through the seam and lets the Nth fail, once or from then on."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    @contextmanager
    def at(self, number: int, code: int, *, from_then_on: bool = False) -> Iterator[list[str]]:
        """Inside the block call `number` fails; the list names the calls that did."""
        count = itertools.count(1)
        fired: list[str] = []

        def failing(name: str, real: Callable[..., object]) -> Callable[..., object]:
            def call(*arguments: object, **named: object) -> object:
                # A descriptor that is never closed would be this harness's fault, so it closes.
                here = next(count)
                if here == number or (from_then_on and here > number):
                    fired.append(name)
                    if name == "close":
                        real(*arguments)
                    raise OSError(code, os.strerror(code))
                return real(*arguments, **named)

            return call

        with self._patch.context() as patch:
            for name, real in vars(fs).items():
                patch.setattr(fs, name, failing(name, real))
            yield fired

    def until_quiet(self, work: Callable[[int], None], fault: str, *, from_then_on: bool) -> int:
        """Call `work(n)` inside `at(n)` for n = 1, 2, 3 ... until nothing fails any more."""
        for number in itertools.count(1):
            with self.at(number, FAULTS[fault], from_then_on=from_then_on) as fired:
                work(number)
            if not fired:
                return number - 1
        return 0


@pytest.fixture
def failing(monkeypatch):
    return FailingCalls(monkeypatch)


@pytest.fixture(params=[False, True], ids=["once", "from then on"])
def from_then_on(request):
    return request.param


@pytest.fixture(params=list(FAULTS))
def fault(request):
    return request.param


@pytest.fixture
def mounted(tmp_path):
    """A function that mounts a small file system; skips where that is not allowed."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root mounts")
    places: list[Path] = []

    def mount(options: str) -> Path:
        place = tmp_path / f"disk{len(places)}"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", options, "proofsheet-test", str(place)]
        with suppress(FileNotFoundError):
            if subprocess.run(command, capture_output=True, check=False).returncode == 0:
                places.append(place)
                return place
        pytest.skip("mounting is not possible here")

    yield mount
    for place in reversed(places):
        subprocess.run(["umount", "-l", str(place)], check=True)


def texts(folder: Path) -> dict[str, bytes]:
    """All files below a folder that are not ours in passing."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(".tmp~")
    }


@pytest.fixture
def contents():
    return texts
