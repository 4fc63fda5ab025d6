"""Real disks that are full, read-only, locked or gone, and a person who is not root."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from app.dataset.choices import DatasetChoices, Purpose
from app.dataset.choices_file import load_choices, save_choices
from app.dataset.entry import CaptionForm
from app.dataset.files import NotSaved, read_caption, write_caption
from app.dataset.own_files import beside, instead
from app.dataset.removal import remove
from app.dataset.scan import scan
from app.disk import Stamp, folder_identity
from app.durable import Write, write_all, write_bytes
from app.errors import ProofError

ROOT = Path(__file__).resolve().parents[2]
FORM = CaptionForm()
NOBODY = 65534


def fill(place):
    """Leave no free block; the file that does it."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"\0" * 4096)
    return filler


@pytest.mark.needs_root
@pytest.mark.parametrize("size", [10, 60_000, 300_000])
def test_a_full_disk(mounted, size):
    """Rows 1 and 2."""
    place = mounted("size=200k")
    path = place / "a.txt"
    stamp = write_bytes(path, b"old")
    filler = fill(place)
    with pytest.raises(NotSaved, match="disk is full") as caught:
        write_bytes(path, b"x" * size, expected=stamp)
    assert "bytes free" in str(caught.value)
    assert path.read_bytes() == b"old"
    assert sorted(os.listdir(place)) == ["a.txt", "filler"]
    filler.unlink()
    if size < 200_000:
        write_bytes(path, b"x" * size, expected=stamp)
        assert path.stat().st_size == size


@pytest.mark.needs_root
def test_a_bulk_save_onto_a_disk_that_fills_up(mounted):
    """Row 1."""
    place = mounted("size=400k")
    stamps = [write_bytes(place / f"{n}.txt", b"old") for n in range(30)]
    writes = [Write(place / f"{n}.txt", b"new" * 5000, stamps[n]) for n in range(30)]
    results = write_all(writes)
    saved = [isinstance(result, Stamp) for result in results]
    assert any(saved)
    assert not all(saved)
    for number, good in enumerate(saved):
        data = (place / f"{number}.txt").read_bytes()
        assert data == (b"new" * 5000 if good else b"old")
    assert len(os.listdir(place)) == 30


@pytest.mark.needs_root
def test_a_disk_without_file_entries(mounted):
    """Row 4."""
    place = mounted("nr_inodes=12")
    path = place / "a.txt"
    stamp = write_bytes(path, b"old")
    with suppress(OSError):
        for number in range(20):
            (place / str(number)).touch()
    with pytest.raises(NotSaved, match="no free file entries"):
        write_caption(path, "new", FORM, stamp)
    assert path.read_bytes() == b"old"
    (place / "0").unlink()
    write_caption(path, "new", FORM, stamp)


@pytest.mark.needs_root
def test_a_disk_that_is_mounted_read_only(mounted):
    """Rows 6 and 7."""
    place = mounted("size=1m")
    for name in ("a.png", "a.txt"):
        (place / name).write_bytes(b"old")
    remount = ["mount", "-o", "remount,ro", str(place)]
    if subprocess.run(remount, capture_output=True, check=False).returncode != 0:
        pytest.skip("remounting is not possible here")
    dataset = scan(place)
    entry = dataset.entries[0]
    with pytest.raises(NotSaved, match="read-only"):
        write_caption(entry.caption_file, "new", FORM, entry.caption.stamp)
    with pytest.raises(NotSaved, match="read-only"):
        remove(entry, dataset.concepts[0])
    chosen = DatasetChoices(purpose=Purpose.PERSON)
    assert save_choices(place, chosen) == instead(place, "dataset.toml")
    assert load_choices(place) == (chosen, ())
    assert sorted(os.listdir(place)) == ["a.png", "a.txt"]
    subprocess.run(["mount", "-o", "remount,rw", str(place)], check=True)
    assert scan(place).choices == chosen
    assert save_choices(place, chosen) == beside(place, "dataset.toml")
    assert not instead(place, "dataset.toml").exists()


@pytest.mark.needs_root
def test_a_locked_file(tmp_path):
    """Row 7."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    stamp = read_caption(path).stamp
    lock = ["chattr", "+i", str(path)]
    if not shutil.which("chattr") or subprocess.run(lock, capture_output=True).returncode != 0:
        pytest.skip("this file system locks no files")
    try:
        with pytest.raises(NotSaved, match="immutable"):
            write_caption(path, "new", FORM, stamp)
        assert path.read_bytes() == b"old"
        assert len(list(tmp_path.iterdir())) == 1
    finally:
        subprocess.run(["chattr", "-i", str(path)], check=True)
    write_caption(path, "new", FORM, stamp)


@pytest.mark.needs_root
def test_a_disk_that_is_taken_away(mounted):
    """Row 10."""
    place = mounted("size=1m")
    for name in ("a.png", "a.txt"):
        (place / name).write_bytes(b"old")
    entry = scan(place).entries[0]
    identity = folder_identity(place)
    subprocess.run(["umount", "-l", str(place)], check=True)
    try:
        assert folder_identity(place) != identity
        with pytest.raises(ProofError):
            write_caption(entry.caption_file, "new", FORM, entry.caption.stamp)
        with pytest.raises(ProofError):
            scan(place)
        assert list(place.iterdir()) == []
    finally:
        # The fixture takes it away once more.
        command = ["mount", "-t", "tmpfs", "proofsheet-test", str(place)]
        subprocess.run(command, check=True)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_limit_on_the_size_of_files(tmp_path):
    """Row 3."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    stamp = read_caption(path).stamp
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(NotSaved, match="no file of 50000 bytes"):
            write_bytes(path, b"x" * 50_000, expected=stamp)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


NOT_ROOT = """
import json, sys
from pathlib import Path
from app.dataset.choices import DatasetChoices, Purpose
from app.dataset.choices_file import save_choices
from app.dataset.entry import CaptionForm
from app.dataset.files import read_caption, write_caption
from app.dataset.scan import scan
from app.errors import ProofError

def attempt(work):
    try:
        return str(work())
    except ProofError as error:
        return str(error)

def save(path, **named):
    caption = read_caption(path)
    return write_caption(path, "new", CaptionForm(), caption.stamp, **named).size

home = Path(sys.argv[1])
style = DatasetChoices(purpose=Purpose.STYLE)
print(json.dumps({
    "protected": attempt(lambda: save(home / "protected.txt")),
    "override": attempt(lambda: save(home / "protected.txt", even_if_protected=True)),
    "closed folder": attempt(lambda: save(home / "closed" / "a.txt")),
    "choices": attempt(lambda: save_choices(home / "closed", style)),
    "secret": read_caption(home / "secret.txt").state.value,
    "save secret": attempt(lambda: save(home / "secret.txt")),
    "hidden": attempt(lambda: scan(home / "hidden")),
    "group": attempt(lambda: save(home / "group.txt")),
}))
"""


@pytest.fixture
def not_root(tmp_path):
    """Runs a script as a person without rights; skips where that cannot be."""
    python = next(
        (p for p in (sys.executable, "/usr/bin/python3") if _readable_by_all(Path(p))), None
    )
    if os.name != "posix" or os.geteuid() != 0 or not shutil.which("setpriv") or not python:
        pytest.skip("only root becomes somebody else")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    found = subprocess.run([python, "-c", code], capture_output=True, text=True, check=False)
    if found.stdout.strip() != version:
        pytest.skip(f"no Python {version} that everybody may read")
    state = tmp_path / "nobodys"
    state.mkdir()
    os.chown(state, NOBODY, NOBODY)
    for folder in [tmp_path, *tmp_path.parents]:
        if not folder.stat().st_mode & 0o001 and folder.is_relative_to("/tmp"):
            folder.chmod(folder.stat().st_mode | 0o011)
    packages = [str(ROOT)] + [path for path in sys.path if path.endswith("site-packages")]

    def run(script, *arguments):
        identity = f"--reuid={NOBODY} --regid={NOBODY} --clear-groups".split()
        environment = {
            "PYTHONPATH": os.pathsep.join(packages),
            "PYTHONDONTWRITEBYTECODE": "1",
            "XDG_STATE_HOME": str(state),
            "PATH": os.environ["PATH"],
        }
        command = ["setpriv", *identity, python, "-c", script, *map(str, arguments)]
        done = subprocess.run(
            command, capture_output=True, text=True, env=environment, cwd="/", check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def _readable_by_all(path):
    real = path.resolve()
    return real.exists() and all(parent.stat().st_mode & 0o001 for parent in [real, *real.parents])


@pytest.mark.needs_root
def test_somebody_without_rights(tmp_path, not_root):
    """Rows 5 and 6."""
    home = tmp_path / "home"
    (home / "closed").mkdir(parents=True)
    (home / "hidden").mkdir()
    files = ["protected.txt", "closed/a.txt", "closed/a.png", "secret.txt", "group.txt"]
    for name in files:
        (home / name).write_bytes(b"old")
        os.chown(home / name, NOBODY, NOBODY)
    os.chown(home, NOBODY, NOBODY)
    os.chown(home / "closed", NOBODY, NOBODY)
    (home / "protected.txt").chmod(0o444)
    (home / "secret.txt").chmod(0o200)
    os.chown(home / "group.txt", 0, NOBODY)
    (home / "group.txt").chmod(0o664)
    (home / "closed").chmod(0o555)
    (home / "hidden").chmod(0o700)
    said = not_root(NOT_ROOT, home)
    assert "write-protected" in said["protected"]
    assert said["override"] == "3"
    assert "may not write to this folder" in said["closed folder"]
    assert (home / "closed" / "a.txt").read_bytes() == b"old"
    assert said["choices"].endswith("dataset.toml")
    assert str(tmp_path / "nobodys") in said["choices"]
    assert said["secret"] == "unreadable"
    assert "was not saved" in said["save secret"]
    assert (home / "secret.txt").read_bytes() == b"old"
    assert "not allowed to read" in said["hidden"]
    assert said["group"] == "3"
    assert (home / "group.txt").stat().st_mode & 0o777 == 0o664
    assert sorted(os.listdir(home / "closed")) == ["a.png", "a.txt"]


@pytest.mark.needs_root
def test_the_owner_stays_when_root_saves(tmp_path):
    """Row 5."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root gives files away")
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    os.chown(path, NOBODY, NOBODY)
    path.chmod(0o604)
    write_caption(path, "new", FORM, read_caption(path).stamp)
    info = path.stat()
    assert (info.st_uid, info.st_gid, info.st_mode & 0o777) == (NOBODY, NOBODY, 0o604)


# Saves over what is there, is refused, and saves again.
SAVED_TWICE = """
import logging, sys
from pathlib import Path
from app.dataset.entry import CaptionForm
from app.dataset.files import NotSaved, read_caption, write_caption
path = Path(sys.argv[1])
logging.basicConfig(format="%(message)s", stream=sys.stdout)
try:
    write_caption(path, "new", CaptionForm(), read_caption(path).stamp)
except NotSaved as error:
    print(error, path.read_text(), len(list(path.parent.iterdir())), sep="|")
else:
    print(path.read_text(), "at once")
write_caption(path, "new", CaptionForm(), read_caption(path).stamp)
"""


@pytest.fixture
def strace():
    """A function that saves while one call of the system fails; skips where nothing is traced."""
    program = shutil.which("strace")
    if program is None:
        pytest.skip("there is no strace here")

    def run(call: str, fault: str, path: Path, number: int = 1) -> str:
        inject = f"inject={call}:error={fault}:when={number}"
        command = [program, "-f", "-qq", "-o", os.devnull, "-e", f"trace={call}", "-e", inject]
        done = subprocess.run(
            [*command, sys.executable, "-c", SAVED_TWICE, str(path)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        if "ptrace" in done.stderr.lower():
            pytest.skip("nothing may be traced here")
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return run


@pytest.mark.parametrize("fault", ["EIO", "ENOSPC", "EDQUOT"])
@pytest.mark.parametrize("call", ["fsync", "linkat", "renameat2"])
def test_one_call_of_the_system_fails(tmp_path, strace, call, fault):
    """Rows 3 and 15."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    said = strace(call, fault, path)
    words, text, files = said.split("|")
    assert "a.txt was not saved" in words
    assert (text, files) == ("old", "1")
    assert path.read_text(encoding="utf-8") == "new"
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]


def test_a_sync_of_the_folder_by_the_system_fails(tmp_path, strace):
    """Row 15: the bytes are there already, so it counts as saved."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    logged, said = strace("fsync", "EIO", path, 2).splitlines()
    assert "could not be synced" in logged
    assert said == "new at once"
