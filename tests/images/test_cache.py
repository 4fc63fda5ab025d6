"""The disk cache: what it finds again, and what it survives."""

import os
import random
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.images import cache
from app.images.cache import (
    FILE_NAME,
    Remembered,
    Stamp,
    damage_found,
    recall,
    recall_digest,
    remember,
)
from app.images.evidence import NOTHING_MEASURED

PICTURE = Path("/pictures/a.png")
STAMP = Stamp(size=100, modified=5)
EVIDENCE = replace(NOTHING_MEASURED, digest="d1", width=30, height=20)
THUMBNAIL = bytes(range(256)) * 8


def keep(folder, path=PICTURE, stamp=STAMP, evidence=EVIDENCE, side=64, thumbnail=THUMBNAIL):
    remember(folder, path, stamp, evidence, side=side, thumbnail=thumbnail)


def test_what_was_kept_is_found(tmp_path):
    keep(tmp_path)
    assert recall(tmp_path, PICTURE, STAMP, 64) == Remembered("d1", EVIDENCE, THUMBNAIL)


@pytest.mark.parametrize(
    ("path", "stamp"),
    [
        (Path("/pictures/b.png"), STAMP),
        (PICTURE, Stamp(101, 5)),
        (PICTURE, Stamp(100, 6)),
    ],
)
def test_a_file_that_looks_otherwise_is_unknown_but_its_bytes_are_not(tmp_path, path, stamp):
    keep(tmp_path)
    assert recall(tmp_path, path, stamp, 64) == Remembered()
    assert recall_digest(tmp_path, "d1", 64) == Remembered("d1", EVIDENCE, THUMBNAIL)


def test_a_thumbnail_of_another_size_is_missing(tmp_path):
    keep(tmp_path)
    assert recall(tmp_path, PICTURE, STAMP, 65) == Remembered("d1", EVIDENCE, None)


def test_a_new_algorithm_makes_old_facts_void(tmp_path, monkeypatch):
    keep(tmp_path)
    monkeypatch.setattr(cache, "ALGORITHM_VERSION", cache.ALGORITHM_VERSION + 1)
    assert recall(tmp_path, PICTURE, STAMP, 64) == Remembered("d1", None, THUMBNAIL)


def test_names_that_are_not_utf_8_are_kept_apart(tmp_path):
    keep(tmp_path, Path(os.fsdecode(b"a\xff.png")))
    keep(tmp_path, Path(os.fsdecode(b"a\xfe.png")), evidence=replace(EVIDENCE, digest="d2"))
    assert recall(tmp_path, Path(os.fsdecode(b"a\xff.png")), STAMP, 64).digest == "d1"
    assert recall(tmp_path, Path(os.fsdecode(b"a\xfe.png")), STAMP, 64).digest == "d2"


def test_without_a_digest_nothing_is_kept(tmp_path):
    keep(tmp_path, evidence=NOTHING_MEASURED)
    assert not (tmp_path / FILE_NAME).exists()


def test_without_a_folder_everything_is_unknown():
    keep(None)
    assert recall(None, PICTURE, STAMP, 64) == Remembered()


def test_a_file_that_is_no_database_is_set_aside(tmp_path):
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all, but long enough to be read" * 99)
    assert recall(tmp_path, PICTURE, STAMP, 64) == Remembered()
    keep(tmp_path)
    assert recall(tmp_path, PICTURE, STAMP, 64).evidence == EVIDENCE
    assert damage_found(tmp_path) == tmp_path / f"{FILE_NAME}.bad"
    assert (tmp_path / f"{FILE_NAME}.bad").read_bytes().startswith(b"not a database")
    assert damage_found(tmp_path) is None, "it is said once"


def test_the_question_finds_the_damage_itself(tmp_path):
    assert damage_found(tmp_path) is None
    keep(tmp_path)
    assert damage_found(tmp_path) is None
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all, but long enough to be read" * 99)
    assert damage_found(tmp_path) is not None


def test_tables_of_another_layout_are_dropped(tmp_path):
    with sqlite3.connect(tmp_path / FILE_NAME) as old:
        old.execute("CREATE TABLE files(something TEXT)")
    old.close()
    keep(tmp_path)
    assert recall(tmp_path, PICTURE, STAMP, 64).evidence == EVIDENCE


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_give_the_truth_or_nothing(tmp_path, seed):
    for number in range(20):
        evidence = replace(EVIDENCE, digest=f"d{number}", width=number)
        keep(tmp_path, Path(f"/p/{number}.png"), evidence=evidence, thumbnail=THUMBNAIL)
    file = tmp_path / FILE_NAME
    data = bytearray(file.read_bytes())
    source = random.Random(seed)
    for _ in range(60):
        data[source.randrange(len(data))] = source.randrange(256)
    file.write_bytes(data)
    for number in range(20):
        known = recall(tmp_path, Path(f"/p/{number}.png"), STAMP, 64)
        if known.evidence is not None and known.digest == f"d{number}":
            assert known.evidence == replace(EVIDENCE, digest=f"d{number}", width=number)
        assert known.thumbnail in (None, THUMBNAIL)
    keep(tmp_path)
    keep(tmp_path)  # the first may only have found the damage
    assert recall(tmp_path, PICTURE, STAMP, 64).evidence == EVIDENCE


def test_a_folder_that_cannot_be_made_is_no_obstacle(tmp_path):
    (tmp_path / "file").write_text("in the way")
    keep(tmp_path / "file" / "cache")
    assert recall(tmp_path / "file" / "cache", PICTURE, STAMP, 64) == Remembered()


@pytest.mark.parametrize("code", ["FULL", "READONLY", "BUSY", "IOERR", "CANTOPEN"])
def test_a_disk_that_says_no_is_no_obstacle(tmp_path, monkeypatch, code):
    keep(tmp_path)

    def refuse(*_, **__):
        error = sqlite3.OperationalError(code)
        error.sqlite_errorcode = getattr(sqlite3, f"SQLITE_{code}")
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(cache.sqlite3, "connect", refuse)
        keep(tmp_path)
        assert recall(tmp_path, PICTURE, STAMP, 64) == Remembered()
    assert recall(tmp_path, PICTURE, STAMP, 64).evidence == EVIDENCE


@pytest.mark.needs_root
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="mounts need root")
def test_a_full_disk_is_no_obstacle(tmp_path):
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "none", tmp_path]).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        for number in range(40):
            evidence = replace(EVIDENCE, digest=f"d{number}")
            keep(tmp_path, Path(f"/p/{number}"), evidence=evidence, thumbnail=bytes(9000))
        found = [recall(tmp_path, Path(f"/p/{n}"), STAMP, 64).evidence for n in range(40)]
        assert found[-1] is None
        assert not (tmp_path / f"{FILE_NAME}.bad").exists()
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_the_oldest_thumbnails_go_when_there_are_too_many(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "MOST_BYTES", 100_000)
    monkeypatch.setattr(cache, "_TRIM_EVERY", 10)
    for number in range(60):
        evidence = replace(EVIDENCE, digest=f"d{number}")
        keep(tmp_path, Path(f"/p/{number}.png"), evidence=evidence, thumbnail=bytes(5000))
    kept = [n for n in range(60) if recall_digest(tmp_path, f"d{n}", 64).thumbnail is not None]
    assert kept == list(range(kept[0], 60))
    assert 5 <= len(kept) <= 30
    assert recall_digest(tmp_path, "d0", 64).evidence is not None


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from app.images.cache import Stamp, recall, remember
from app.images.evidence import NOTHING_MEASURED
folder, name = Path(sys.argv[1]), sys.argv[2]
for number in range(60):
    path, stamp = Path(f"/{name}/{number}"), Stamp(number, number)
    evidence = replace(NOTHING_MEASURED, digest=f"{name}{number}", width=number)
    remember(folder, path, stamp, evidence, side=64, thumbnail=bytes(9000))
sys.exit(sum(recall(folder, Path(f"/{name}/{n}"), Stamp(n, n), 64).evidence is None
             for n in range(60)))
"""


def test_several_processes_write_at_once(tmp_path):
    root = Path(__file__).resolve().parents[2]
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name], cwd=root)
        for name in "abc"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
