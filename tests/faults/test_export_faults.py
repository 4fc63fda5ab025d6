"""An export that is refused, killed or fails at any step leaves target and source whole."""

import errno
import os
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "export"))

import checker  # pyright: ignore[reportMissingImports]
import export_sets as sets  # pyright: ignore[reportMissingImports]

from app.disk import fs
from app.errors import ProofError
from app.export.options import ExportOptions, Sizes
from app.export.plan import plan
from app.export.writer import ExportCancelledError, write

REPOSITORY = Path(__file__).resolve().parents[2]
MUTATING = ("open", "write", "mkdir", "replace", "rename_with", "sync", "fsync")


@pytest.fixture
def source(tmp_path):
    return sets.two_concepts(tmp_path / "set", 2)


def planned(source, target, **options):
    return plan(sets.opened(source), {}, ExportOptions(target, anyway=True, **options))


def export(made):
    return write(made, sets.go, sets.never, processes=0)


def nothing_but(folder, *names):
    return sorted(p.name for p in folder.iterdir()) == sorted(names)


class Failing:
    """Lets the Nth mutating call fail; counts all of them."""

    def __init__(self, monkeypatch, number, error):
        self.count, self.number, self.error = 0, number, error
        self.fired = False
        for name in MUTATING:
            monkeypatch.setattr(fs, name, self.wrapped(getattr(fs, name)))

    def wrapped(self, call):
        def attempt(*arguments, **named):
            self.count += 1
            if self.count == self.number:
                self.fired = True
                raise OSError(self.error, os.strerror(self.error))
            return call(*arguments, **named)

        return attempt


def outcome_of_failure(monkeypatch, source, target, number, error):
    made = planned(source, target)
    with monkeypatch.context() as patch:
        failing = Failing(patch, number, error)
        try:
            export(made)
        except ProofError:
            return failing, False
    return failing, True


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_any_failing_call_leaves_no_target_and_no_leftovers(monkeypatch, source, tmp_path, error):
    """Rows 2 and 15."""
    before = checker.fingerprint(source)
    number = 0
    while True:
        number += 1
        target = tmp_path / "out" / "train"
        failing, stands = outcome_of_failure(monkeypatch, source, target, number, error)
        assert checker.fingerprint(source) == before
        if not failing.fired:
            break
        if stands:
            # After the rename only the proof of durability can fail.
            checker.read_pairs(target)
            assert nothing_but(target.parent, "train")
            checker_free(target)
        else:
            assert nothing_but(tmp_path, "set")
    assert number > 12


def checker_free(target):
    for path in sorted(target.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    target.rmdir()
    target.parent.rmdir()


def test_any_failing_call_leaves_the_older_export_whole(monkeypatch, source, tmp_path):
    """Rows 15 and 41."""
    target = tmp_path / "out" / "train"
    export(planned(source, target))
    old = checker.fingerprint(target)
    (source / "alice" / "p0.txt").write_text("changed", encoding="utf-8")
    number = 0
    while True:
        number += 1
        failing, stands = outcome_of_failure(monkeypatch, source, target, number, errno.EIO)
        assert nothing_but(target.parent, "train")
        if stands:
            new = checker.fingerprint(target)
            assert new != old
            checker.read_pairs(target)
            break
        assert failing.fired
        assert checker.fingerprint(target) == old
    assert number > 10


def test_without_an_exchange_the_older_export_is_put_back(monkeypatch, source, tmp_path):
    """Rows 15 and 41."""
    target = tmp_path / "out" / "train"
    export(planned(source, target))
    old = checker.fingerprint(target)
    real = os.replace

    def unsupported(*_):
        raise OSError(errno.EINVAL, "no exchange here")

    def second_fails(a, b):
        if Path(b) == target and ".partial-" in str(a):
            raise OSError(errno.EIO, "gone")
        real(a, b)

    monkeypatch.setattr(fs, "rename_with", unsupported)
    monkeypatch.setattr(fs, "replace", second_fails)
    with pytest.raises(ProofError):
        export(planned(source, target))
    assert checker.fingerprint(target) == old
    monkeypatch.setattr(fs, "replace", real)
    assert export(planned(source, target)).replaced
    assert nothing_but(target.parent, "train")


KILLED = textwrap.dedent("""
    import os, signal, sys
    sys.path[:0] = [{repository!r}, {tests!r}]
    from pathlib import Path
    import export_sets as sets
    from app.disk import fs
    from app.export.options import ExportOptions
    from app.export.plan import plan
    from app.export.writer import write
    number = int(sys.argv[3])
    made = plan(sets.opened(Path(sys.argv[1])), {{}}, ExportOptions(Path(sys.argv[2]), anyway=True))
    count = 0
    def wrapped(call):
        def attempt(*a, **k):
            global count
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*a, **k)
        return attempt
    for name in {mutating!r}:
        setattr(fs, name, wrapped(getattr(fs, name)))
    write(made, lambda *_: None, lambda: False, processes=0)
    print(count)
""").format(
    repository=str(REPOSITORY),
    tests=str(REPOSITORY / "tests" / "export"),
    mutating=MUTATING,
)


def run_and_kill(source, target, number):
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(source), str(target), str(number)],
        capture_output=True,
        text=True,
    )


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is a POSIX thing")
def test_killed_at_any_stage_target_is_absent_or_old_or_new(tmp_path):
    """Row 16."""
    source = sets.two_concepts(tmp_path / "set", 1)
    before = checker.fingerprint(source)
    out = tmp_path / "out"
    out.mkdir()
    whole = run_and_kill(source, out / "train", 0)
    assert whole.returncode == 0, whole.stderr
    calls = int(whole.stdout)
    old = checker.fingerprint(out / "train")
    (source / "alice" / "p0.txt").write_text("changed", encoding="utf-8")
    changed = checker.fingerprint(source)
    # Early, in the middle of the files, around the sync, and at each of the last steps.
    for number in sorted({1, 2, calls // 2, calls - 4, calls - 3, calls - 2, calls - 1, calls}):
        killed = run_and_kill(source, out / "train", number)
        assert killed.returncode == -9
        now = checker.fingerprint(out / "train")
        if now != old:
            checker.read_pairs(out / "train")
        absent = run_and_kill(source, out / f"fresh{number}", number)
        assert absent.returncode == -9
        if (out / f"fresh{number}").exists():
            checker.read_pairs(out / f"fresh{number}")
        assert checker.fingerprint(source) == changed
        # The next export sweeps what was left.
        export(planned(source, out / f"fresh{number}"))
        left = [p.name for p in out.iterdir() if p.name.startswith(f".fresh{number}.")]
        assert left == []
    export(planned(source, out / "train"))
    assert not [p.name for p in out.iterdir() if p.name.startswith(".train.")]
    assert before != changed


def test_an_older_export_left_aside_by_a_kill_is_put_back(source, tmp_path):
    """Row 16."""
    out = tmp_path / "out"
    export(planned(source, out / "train"))
    old = checker.fingerprint(out / "train")
    (out / "train").rename(out / ".train.replaced-abcd1234")
    made = planned(source, out / "train")
    with pytest.raises(ExportCancelledError):
        write(made, sets.go, lambda: True, processes=0)
    assert checker.fingerprint(out / "train") == old
    assert nothing_but(out, "train")


@pytest.mark.needs_root
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="mounting needs root")
def test_a_full_disk_is_rolled_back(source, tmp_path):
    """Row 2."""
    sets.picture(source / "alice" / "big.bmp", (700, 500))
    (source / "alice" / "big.txt").write_text("big", encoding="utf-8")
    disk = tmp_path / "small"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "none", disk]).returncode:
        pytest.skip("no mounts here")
    try:
        with pytest.raises(ProofError) as caught:
            export(planned(source, disk / "train"))
        assert "full" in str(caught.value)
        assert nothing_but(disk)
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.needs_root
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="mounting needs root")
def test_another_file_system_is_copied_to(source, tmp_path):
    """Row 42."""
    disk = tmp_path / "other"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "none", disk]).returncode:
        pytest.skip("no mounts here")
    try:
        made = planned(source, disk / "train")
        export(made)
        checker.check(disk / "train", made)
        # The mount point itself cannot be replaced by a rename.
        itself = planned(source, disk)
        with pytest.raises(ProofError):
            export(itself)
    finally:
        subprocess.run(["umount", disk], check=True)


def refused(source, target):
    before = checker.fingerprint(source.parent)
    with pytest.raises(ProofError) as caught:
        export(planned(source, target))
    assert checker.fingerprint(source.parent) == before
    return str(caught.value)


def test_the_target_may_not_be_inside_the_source(source):
    """Row 40."""
    refused(source, source)
    refused(source, source / "alice")
    refused(source, source / "new")
    refused(source, source / "alice" / "deep" / "new")


def test_the_source_may_not_be_inside_the_target(source):
    """Row 40."""
    refused(source, source.parent)
    refused(source, source.parent.parent)


def test_links_do_not_hide_the_source(source, tmp_path):
    """Rows 28 and 40."""
    link = tmp_path / "elsewhere"
    link.symlink_to(source, target_is_directory=True)
    refused(source, link)
    refused(source, link / "new")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    with pytest.raises(ProofError):
        export(planned(source, tmp_path / "circle" / "x"))


def test_pictures_that_are_links_protect_what_they_point_to(tmp_path):
    """Rows 28 and 40."""
    real = sets.one_entry(tmp_path / "real")
    linked = tmp_path / "set"
    linked.mkdir()
    for name in ("p.png", "p.txt"):
        (linked / name).symlink_to(real / name)
    (real / "proofsheet-receipt.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ProofError):
        export(planned(linked, real))


def test_another_spelling_of_the_source_is_the_source(source):
    """Row 40."""
    refused(source, source / ".." / "set" / "x")


def test_a_folder_with_foreign_files_is_refused(source, tmp_path):
    """Row 41."""
    target = tmp_path / "mine"
    target.mkdir()
    (target / "thesis.doc").write_bytes(b"years")
    refused(source, target)
    (target / "proofsheet-receipt.json").write_text('{"proofsheet": 1}', encoding="utf-8")
    refused(source, target)
    assert (target / "thesis.doc").read_bytes() == b"years"


def test_a_file_in_the_way_is_refused(source, tmp_path):
    (tmp_path / "file").write_bytes(b"x")
    refused(source, tmp_path / "file")
    refused(source, tmp_path / "file" / "below")


def test_an_empty_folder_is_filled(source, tmp_path):
    (tmp_path / "empty").mkdir()
    made = planned(source, tmp_path / "empty")
    assert not export(made).replaced
    checker.check(tmp_path / "empty", made)


@pytest.mark.parametrize("change", ["edited", "added", "linked"])
def test_an_older_export_with_work_in_it_is_refused(source, tmp_path, change):
    """Row 41."""
    target = tmp_path / "out" / "train"
    export(planned(source, target))
    if change == "edited":
        (target / "alice" / "00001.txt").write_text("by hand", encoding="utf-8")
    elif change == "added":
        (target / "alice" / "mine.txt").write_text("by hand", encoding="utf-8")
    else:
        (target / "alice" / "link").symlink_to(source)
    before = checker.fingerprint(target)
    with pytest.raises(ProofError):
        export(planned(source, target))
    assert checker.fingerprint(target) == before


def test_caches_of_the_trainer_do_not_hold_an_older_export_back(source, tmp_path):
    target = tmp_path / "out" / "train"
    export(planned(source, target))
    (target / "alice" / "00001_te_outputs.npz").write_bytes(b"stale")
    made = planned(source, target)
    assert export(made).replaced
    checker.check(target, made)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"proofsheet": 2}', '{"proofsheet": 1, "files": [1]}', "[" * 9999],
)
def test_a_damaged_receipt_is_no_receipt(source, tmp_path, text):
    """Row 41."""
    target = tmp_path / "out" / "train"
    export(planned(source, target))
    (target / "proofsheet-receipt.json").write_text(text, encoding="utf-8")
    with pytest.raises(ProofError):
        export(planned(source, target))


def test_a_picture_that_changes_meanwhile_stops_it(source, tmp_path):
    """Row 43."""
    for sizes in (Sizes(), Sizes(((64, 64),))):
        made = planned(source, tmp_path / "out" / "train", sizes=sizes)
        sets.picture(source / "bob" / "p1.png", (50, 50), colour=(len(sizes.targets), 2, 3))
        with pytest.raises(ProofError, match=r"p1\.png"):
            export(made)
        assert nothing_but(tmp_path, "set")


def test_a_caption_that_changes_meanwhile_stops_it(source, tmp_path):
    """Row 43."""
    made = planned(source, tmp_path / "train")
    (source / "bob" / "p1.txt").write_text("other", encoding="utf-8")
    with pytest.raises(ProofError, match=r"p1\.txt"):
        export(made)
    assert nothing_but(tmp_path, "set")


def test_a_picture_that_vanishes_meanwhile_stops_it(source, tmp_path):
    """Row 43."""
    made = planned(source, tmp_path / "train")
    (source / "bob" / "p1.png").unlink()
    with pytest.raises(ProofError):
        export(made)
    assert nothing_but(tmp_path, "set")


def test_a_picture_replaced_by_a_pipe_is_not_waited_for(source, tmp_path):
    """Rows 29 and 43."""
    made = planned(source, tmp_path / "train")
    (source / "bob" / "p1.png").unlink()
    os.mkfifo(source / "bob" / "p1.png")
    with pytest.raises(ProofError):
        export(made)
    assert nothing_but(tmp_path, "set")


def test_blockers_forbid_whatever_is_asked(source, tmp_path):
    (source / "alice" / "p0.txt").unlink()
    with pytest.raises(ProofError):
        export(planned(source, tmp_path / "train"))
    assert nothing_but(tmp_path, "set")


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not UTF-8")
def test_names_that_are_not_unicode_are_exported(tmp_path):
    """Row 30."""
    root = tmp_path / "set"
    sets.one_entry(root)
    for ending in (b".png", b".txt"):
        (root / f"p{ending.decode()}").rename(root / os.fsdecode(b"bad\xff\xe9" + ending))
    made = planned(root, tmp_path / "train")
    export(made)
    checker.check(tmp_path / "train", made)
    assert r"bad\xff\xe9.png" in (tmp_path / "train" / "proofsheet-receipt.json").read_text(
        encoding="utf-8"
    ).replace("\\\\", "\\")


def test_a_long_target_name_still_has_room_beside_it(source, tmp_path):
    made = planned(source, tmp_path / ("n" * 250))
    export(made)
    checker.read_pairs(tmp_path / ("n" * 250))


def test_pictures_are_written_in_processes_too(tmp_path):
    source = sets.two_concepts(tmp_path / "set", 4)
    made = planned(source, tmp_path / "train", sizes=Sizes(((64, 64),)))
    write(made, sets.go, sets.never, processes=2)
    in_processes = checker.fingerprint(tmp_path / "train")
    checker.check(tmp_path / "train", made)
    again = replace(made, options=replace(made.options, target=tmp_path / "other"))
    write(again, sets.go, sets.never, processes=0)
    assert checker.fingerprint(tmp_path / "other") == in_processes


def test_cancelled_processes_leave_nothing(tmp_path):
    source = sets.two_concepts(tmp_path / "set", 5)
    made = planned(source, tmp_path / "train", sizes=Sizes(((64, 64),)))
    seen = []
    with pytest.raises(ExportCancelledError):
        write(made, lambda done, _: seen.append(done), lambda: len(seen) > 1, processes=1)
    assert nothing_but(tmp_path, "set")
