import errno
import os
from pathlib import Path

import pytest

from app.disk import (
    FileChanged,
    NotRegularError,
    NotSaved,
    TooLargeError,
    file_digest,
    folder_identity,
    fs,
    read_reason,
    read_regular,
    write_reason,
)
from app.messages import msg

CODES = """ENOSPC EDQUOT EFBIG EROFS EACCES EPERM EIO ENOENT ENOTDIR ESTALE ENAMETOOLONG ELOOP
EBUSY"""
NUMBERS = sorted(getattr(errno, name) for name in CODES.split())


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: errno.errorcode[number])
def test_every_reason_can_be_read(number, tmp_path):
    error = OSError(number, os.strerror(number))
    for reason in (read_reason(error), write_reason(error, tmp_path / "a.txt", 12)):
        assert len(str(reason)) > 10
        assert "{" not in str(reason)


def test_reasons_tell_faults_apart(tmp_path):
    def said(number):
        return str(write_reason(OSError(number, os.strerror(number)), tmp_path / "a", 5))

    assert len({said(number) for number in NUMBERS}) >= len(NUMBERS) - 2
    assert "5 needed" in said(errno.ENOSPC)
    assert tmp_path.name in said(errno.ENOENT)


def test_a_full_disk_that_cannot_even_be_asked():
    reason = write_reason(OSError(errno.ENOSPC, ""), Path("/no such folder/a"), 5)
    assert str(reason).startswith("the disk is full")


def test_errors_show_odd_names_escaped():
    path = Path(os.fsdecode(b"/d/bad\xff\n.txt"))
    for error in (NotSaved(path, msg("why")), FileChanged(path, None), FileChanged(path, b"")):
        assert "bad\\xff\\u{a}.txt was not saved: " in str(error)


def test_reading_stops_at_the_limit_even_if_the_file_grows(tmp_path, monkeypatch):
    path = tmp_path / "a"
    path.write_bytes(b"x" * 10)
    assert read_regular(path, 10)[0] == b"x" * 10
    with pytest.raises(TooLargeError) as caught:
        read_regular(path, 9)
    assert caught.value.size == 10
    pieces = [b"x" * 10, b"y" * 10, b""]
    monkeypatch.setattr(fs, "read", lambda *_: pieces.pop(0))
    with pytest.raises(TooLargeError):
        read_regular(path, 15)


def test_a_pipe_is_never_opened(tmp_path, monkeypatch):
    """Row 29."""
    os.mkfifo(tmp_path / "pipe")
    monkeypatch.setattr(fs, "open", lambda *_: pytest.fail("opened"))
    for read in (read_regular, file_digest):
        with pytest.raises(NotRegularError):
            read(tmp_path / "pipe")


def test_a_folder_is_known_by_more_than_its_name(tmp_path):
    """Row 10."""
    folder = tmp_path / "set"
    folder.mkdir()
    identity = folder_identity(folder)
    assert identity is not None
    folder.rename(tmp_path / "other")
    assert folder_identity(folder) is None
    folder.mkdir()
    assert folder_identity(folder) not in (None, identity)
    folder.rmdir()
    folder.touch()
    assert folder_identity(folder) is None
