"""A disk that fails at every step: afterwards old or new, said truthfully, and a retry works."""

import errno
import hashlib
import os
from contextlib import suppress

import pytest

from app.dataset.additions import add_pictures, rename_entry
from app.dataset.choices import DatasetChoices, Purpose
from app.dataset.choices_file import load_choices, save_choices
from app.dataset.drafts import keep_draft, load_drafts
from app.dataset.entry import CaptionForm
from app.dataset.files import (
    CaptionWrite,
    ChangedOnDisk,
    NotSaved,
    read_caption,
    sweep_leftovers,
    write_caption,
    write_many,
)
from app.dataset.journal import Record, append, history
from app.dataset.marks import EntryNotes, Expression, Marks
from app.dataset.notes import load_notes, save_notes
from app.dataset.removal import put_back, remove, removed_from
from app.dataset.scan import scan
from app.dataset.snapshots import snapshot_texts, snapshots, take_snapshot
from app.disk import Stamp, fs
from app.durable import write_bytes
from app.errors import ProofError
from app.settings import STANDARD, Scheme, Settings, load_settings, save_settings

FORM = CaptionForm()
NEW_DIGEST = hashlib.sha256(b"new").hexdigest()


def no_leftovers(folder):
    sweep_leftovers([folder])
    return not list(folder.glob(".proofsheet-*"))


def test_a_save(tmp_path, failing, fault, from_then_on):
    """Rows 1, 2 and 15."""
    path = tmp_path / "a.txt"

    def work(number):
        path.unlink(missing_ok=True)
        path.write_bytes(b"old")
        try:
            stamp = write_caption(path, "new", FORM, known)
        except NotSaved:
            assert path.read_bytes() == b"old", number
        else:
            assert path.read_bytes() == b"new", number
            assert (stamp.digest, stamp.inode) == (NEW_DIGEST, path.stat().st_ino)

    path.write_bytes(b"old")
    known = read_caption(path).stamp
    assert known is not None
    assert failing.until_quiet(work, fault, from_then_on=from_then_on) > 12
    assert no_leftovers(tmp_path)
    path.write_bytes(b"old")
    write_caption(path, "new", FORM, known)
    assert path.read_bytes() == b"new"


def test_the_first_save_of_a_caption(tmp_path, failing, fault, from_then_on):
    """Rows 1 and 15."""
    path = tmp_path / "a.txt"

    def work(number):
        path.unlink(missing_ok=True)
        try:
            write_caption(path, "new", FORM, None)
        except NotSaved:
            assert not path.exists(), number
        else:
            assert path.read_bytes() == b"new", number

    assert failing.until_quiet(work, fault, from_then_on=from_then_on) > 6
    assert no_leftovers(tmp_path)


def test_without_the_newer_calls_of_linux(tmp_path, failing, fault, monkeypatch):
    """Row 15, on file systems that know neither files without a name nor exchanges."""
    monkeypatch.setattr("app.staging._UNNAMED", 0)

    def unknown(*_):
        raise OSError(errno.ENOSYS, "no such call")

    monkeypatch.setattr(fs, "rename_with", unknown)
    test_a_save(tmp_path, failing, fault, from_then_on=False)
    (tmp_path / "a.txt").unlink()
    test_the_first_save_of_a_caption(tmp_path, failing, fault, from_then_on=False)
    (tmp_path / "a.txt").write_bytes(b"theirs")
    with pytest.raises(ChangedOnDisk):
        write_caption(tmp_path / "a.txt", "mine", FORM, None)
    assert (tmp_path / "a.txt").read_bytes() == b"theirs"


def test_a_file_without_a_name_that_cannot_have_one(tmp_path, monkeypatch):
    def refused(*_, **__):
        raise OSError(errno.EXDEV, "no")

    monkeypatch.setattr(fs, "link", refused)
    write_caption(tmp_path / "a.txt", "text", FORM, None)
    assert (tmp_path / "a.txt").read_bytes() == b"text"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_disk_that_takes_a_few_bytes_at_a_time(tmp_path, monkeypatch):
    """Row 2."""
    real = os.write
    monkeypatch.setattr(fs, "write", lambda descriptor, data: real(descriptor, data[:7]))
    write_caption(tmp_path / "a.txt", "x" * 300, FORM, None)
    assert (tmp_path / "a.txt").read_bytes() == b"x" * 300


def test_a_disk_that_loses_bytes_without_a_word(tmp_path, monkeypatch):
    """Row 2."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    stamp = read_caption(path).stamp
    real = os.write

    def lossy(descriptor, data):
        real(descriptor, data[:5])
        return len(data)

    monkeypatch.setattr(fs, "write", lossy)
    with pytest.raises(NotSaved, match="fault"):
        write_caption(path, "x" * 300, FORM, stamp)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_bulk_save(tmp_path, failing, fault, from_then_on, monkeypatch):
    """Rows 1 and 15."""
    # The real one waits for everything that this machine is writing.
    monkeypatch.setattr(fs, "sync", lambda: None)
    names = ["a", "b", "c"]

    def work(number):
        for name in names:
            (tmp_path / name).write_bytes(b"old")
        writes = [CaptionWrite(tmp_path / n, "new " + n, FORM, stamps[n]) for n in names]
        results = write_many(writes)
        for name, result in zip(names, results, strict=True):
            saved = isinstance(result, Stamp)
            expected = b"new " + name.encode() if saved else b"old"
            assert (tmp_path / name).read_bytes() == expected, (number, name)

    for name in names:
        (tmp_path / name).write_bytes(b"old")
    stamps = {name: read_caption(tmp_path / name).stamp for name in names}
    assert failing.until_quiet(work, fault, from_then_on=from_then_on) > 30
    assert no_leftovers(tmp_path)


def test_notes_and_choices(tmp_path, failing, fault, from_then_on):
    """Rows 1 and 15."""
    image = tmp_path / "a.png"
    image.write_bytes(b"picture")
    old = EntryNotes("d", Marks(Expression.SMILING))
    new = EntryNotes("d", Marks(Expression.SAD))
    plain, person = DatasetChoices(batch_size=2), DatasetChoices(purpose=Purpose.PERSON)

    def reset():
        save_notes(tmp_path, {"a.png": old})
        save_choices(tmp_path, plain)

    def work(number):
        noted, chosen = new, person
        try:
            save_notes(tmp_path, {"a.png": new})
        except NotSaved:
            noted = old
        try:
            save_choices(tmp_path, person)
        except NotSaved:
            chosen = plain
        wanted.append((number, noted, chosen))

    wanted = []
    number = 0
    while True:
        number += 1
        reset()
        with failing.at(number, dict(FAULT_CODES)[fault], from_then_on=from_then_on) as fired:
            work(number)
        _, noted, chosen = wanted[-1]
        assert load_notes(tmp_path, [image])[0]["a.png"].marks == noted.marks, (number, fired)
        assert load_choices(tmp_path)[0] == chosen, (number, fired)
        if not fired:
            break
    assert number > 20
    assert no_leftovers(tmp_path / ".proofsheet")
    assert not list(tmp_path.rglob("*.bad*"))


FAULT_CODES = (("ENOSPC", errno.ENOSPC), ("EIO", errno.EIO), ("EACCES", errno.EACCES))


def test_settings(failing, fault, from_then_on):
    """Rows 1 and 15."""
    for number in range(1, 1000):
        save_settings(STANDARD)
        saved = True
        with failing.at(number, dict(FAULT_CODES)[fault], from_then_on=from_then_on) as fired:
            try:
                save_settings(Settings(scheme=Scheme.DARK))
            except NotSaved:
                saved = False
        wanted = Settings(scheme=Scheme.DARK) if saved else STANDARD
        assert load_settings() == (wanted, ()), (number, fired)
        if not fired:
            assert number > 10
            return


def test_journal_drafts_and_snapshots(tmp_path, failing, fault, from_then_on):
    """Rows 1, 15 and 45."""
    said = []
    for number in range(1, 1000):
        record = Record("a.png", "typing", None, str(number))
        with failing.at(number, dict(FAULT_CODES)[fault], from_then_on=from_then_on) as fired:
            for job in (
                lambda r=record: append(tmp_path, [r], durable=True) or said.append(r.after),
                lambda n=number: keep_draft(tmp_path, "a.png", str(n), None),
                lambda n=number: take_snapshot(tmp_path, str(n), {"a": str(n)}, by_hand=True),
            ):
                with suppress(NotSaved):
                    job()
        texts = [entry.after for entry in history(tmp_path)]
        assert [text for text in texts if text in said] == said, fired
        drafts, notices = load_drafts(tmp_path)
        assert len(drafts) <= 1
        assert notices == ()
        for kept in snapshots(tmp_path):
            assert snapshot_texts(kept) == {"a": kept.title}
        if not fired:
            assert [draft.text for draft in drafts] == [str(number)]
            assert number > 8
            return


def test_removal_and_its_way_back(tmp_path, failing, fault, from_then_on, contents):
    """Row 15."""
    for name in ("a.png", "a.txt", "b.png"):
        (tmp_path / name).write_bytes(name.encode())
    dataset = scan(tmp_path)
    before = contents(tmp_path)
    for number in range(1, 1000):
        with failing.at(number, dict(FAULT_CODES)[fault], from_then_on=from_then_on) as fired:
            try:
                gone = remove(dataset.entries[0], dataset.concepts[0], EntryNotes("d"))
            except NotSaved:
                gone = None
            if gone is not None:
                with suppress(NotSaved):
                    put_back(gone)
        for kept in removed_from(tmp_path):
            put_back(kept)
        for stray in tmp_path.rglob("*.notes.toml.removed"):
            stray.unlink()
        assert contents(tmp_path) == before, (number, fired)
        if not fired:
            assert number > 8
            return


def test_new_pictures_and_new_names(tmp_path, failing, fault):
    """Row 15."""
    source, folder = tmp_path / "from", tmp_path / "set"
    source.mkdir()
    for number in range(1, 1000):
        folder.mkdir()
        (folder / "a.png").write_bytes(b"a")
        (folder / "a.txt").write_bytes(b"caption")
        (source / "b.png").write_bytes(b"b")
        entry = scan(folder).entries[0]
        with failing.at(number, dict(FAULT_CODES)[fault]) as fired:
            try:
                added, problems = add_pictures([source / "b.png"], folder)
            except ProofError:
                added, problems = (), (1,)
            assert len(added) + len(problems) == 1
            try:
                image, caption = rename_entry(entry, "z")
            except NotSaved:
                image, caption = entry.image, entry.caption_file
        assert image.read_bytes() == b"a", (number, fired)
        assert caption.read_bytes() == b"caption", (number, fired)
        assert (source / "b.png").read_bytes() == b"b"
        for path in added:
            assert path.read_bytes() == b"b"
        assert no_leftovers(folder)
        expected = {image, caption, *added}
        assert set(folder.iterdir()) == expected, (number, fired)
        for path in expected:
            path.unlink()
        folder.rmdir()
        if not fired:
            assert number > 10
            return


def test_another_writer_between_check_and_rename(tmp_path, monkeypatch):
    """Row 13."""
    path = tmp_path / "a.txt"
    real = fs.rename_with

    def race(theirs):
        def rename(source, target, flag):
            monkeypatch.setattr(fs, "rename_with", real)
            theirs()
            real(source, target, flag)

        return rename

    def in_place():
        path.write_bytes(b"theirs")

    def replaced():
        (tmp_path / "new").write_bytes(b"theirs")
        (tmp_path / "new").replace(path)

    for hostile in (in_place, replaced):
        path.write_bytes(b"old")
        stamp = read_caption(path).stamp
        monkeypatch.setattr(fs, "rename_with", race(hostile))
        with pytest.raises(ChangedOnDisk) as caught:
            write_caption(path, "mine", FORM, stamp)
        assert caught.value.caption.text == "theirs"
        assert path.read_bytes() == b"theirs"
        assert len(list(tmp_path.iterdir())) == 1
    stamp = read_caption(path).stamp
    monkeypatch.setattr(fs, "rename_with", race(path.unlink))
    with pytest.raises(ChangedOnDisk) as caught:
        write_caption(path, "mine", FORM, stamp)
    assert caught.value.present is None
    monkeypatch.setattr(fs, "rename_with", race(in_place))
    with pytest.raises(ChangedOnDisk):
        write_caption(path, "mine", FORM, None)
    assert path.read_bytes() == b"theirs"


def test_what_cannot_be_put_back_after_a_race_is_handed_over(tmp_path, monkeypatch):
    """Row 13."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    stamp = read_caption(path).stamp
    real, calls = fs.rename_with, []

    def rename(source, target, flag):
        calls.append(flag)
        if len(calls) == 1:
            path.write_bytes(b"theirs")
            real(source, target, flag)
        else:
            raise OSError(errno.EIO, "disk")

    monkeypatch.setattr(fs, "rename_with", rename)
    with pytest.raises(ChangedOnDisk) as caught:
        write_caption(path, "mine", FORM, stamp)
    assert caught.value.present == b"theirs"
    kept = [p.read_bytes() for p in tmp_path.iterdir() if p != path]
    assert kept == [b"theirs"]


def test_a_sync_of_the_folder_that_fails_is_only_logged(tmp_path, monkeypatch, caplog):
    """Row 15."""
    real = os.fsync
    calls = []

    def fsync(descriptor):
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(errno.EIO, "disk")
        real(descriptor)

    monkeypatch.setattr(fs, "fsync", fsync)
    write_caption(tmp_path / "a.txt", "text", FORM, None)
    assert (tmp_path / "a.txt").read_bytes() == b"text"
    assert "could not be synced" in caplog.text


def test_only_our_own_leftovers_are_swept(tmp_path):
    """Row 14."""
    ours = tmp_path / ".proofsheet-0123456789abcdef.tmp~"
    names = [".proofsheet-x.tmp~", "a.tmp~", ".proofsheet", ".proofsheet-0123456789abcdef.tmp"]
    for path in (ours, *(tmp_path / name for name in names)):
        path.write_bytes(b"x")
    (tmp_path / ".proofsheet-1123456789abcdef.tmp~").mkdir()
    assert sweep_leftovers([tmp_path, tmp_path / "none"]) == 1
    assert not ours.exists()
    assert len(list(tmp_path.iterdir())) == 5


def test_a_write_protected_file_needs_a_word_of_the_person(tmp_path):
    """Row 5, whoever runs this."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    stamp = read_caption(path).stamp
    with pytest.raises(NotSaved, match="write-protected"):
        write_caption(path, "new", FORM, stamp)
    assert path.read_bytes() == b"old"
    write_caption(path, "new", FORM, stamp, even_if_protected=True)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o444


def test_mode_links_and_attributes_are_kept(tmp_path):
    """Row 28."""
    real = tmp_path / "real.txt"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link = tmp_path / "link.txt"
    link.symlink_to("real.txt")
    try:
        os.setxattr(real, "user.note", b"kept")
    except OSError:
        pytest.skip("no attributes on this file system")
    write_caption(link, "new", FORM, read_caption(link).stamp)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640
    assert os.getxattr(real, "user.note") == b"kept"


def test_a_new_file_has_the_mode_of_the_persons_choice(tmp_path):
    before = os.umask(0o027)
    try:
        write_caption(tmp_path / "a.txt", "x", FORM, None)
    finally:
        os.umask(before)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640


def test_a_dangling_link_gets_its_file(tmp_path):
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_caption(tmp_path / "link.txt", "x", FORM, None)
    assert (tmp_path / "real.txt").read_bytes() == b"x"
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    with pytest.raises(NotSaved, match="leads back to itself"):
        write_caption(tmp_path / "loop.txt", "x", FORM, None)


def test_what_is_no_file_is_never_replaced(tmp_path):
    """Row 29."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    for name in ("pipe.txt", "folder.txt"):
        with pytest.raises(NotSaved, match="not a file"):
            write_bytes(tmp_path / name, b"x")
