import os
import subprocess
import sys

import pytest

from app.dataset.additions import add_pasted, add_pictures, rename_entry
from app.dataset.lock import Holder, Lock, acquire
from app.dataset.marks import NO_NOTES, EntryNotes, Expression, Marks
from app.dataset.own_files import state_of
from app.dataset.removal import put_back, remove, removed_from
from app.dataset.scan import scan
from app.disk import NotSaved
from app.errors import ProofError

NOTES = EntryNotes(image_digest="d", marks=Marks(Expression.SAD))


def put(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(os.fsencode(name))


def opened(folder):
    dataset = scan(folder)
    return dataset.concepts[0], {entry.name: entry for entry in dataset.entries}


def files(folder):
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_image_caption_and_marks_go_together_and_come_back(tmp_path):
    put(tmp_path, "a.png", "a.txt", "b.png")
    concept, entries = opened(tmp_path)
    gone = remove(entries["a.png"], concept, NOTES)
    assert files(tmp_path) == [
        ".proofsheet/removed/a.png.notes.toml.removed",
        ".proofsheet/removed/a.png.removed",
        ".proofsheet/removed/a.txt.removed",
        "b.png",
    ]
    assert removed_from(tmp_path) == (gone,)
    assert gone.notes == NOTES
    put_back(gone)
    assert files(tmp_path) == ["a.png", "a.txt", "b.png"]
    assert (tmp_path / "a.txt").read_bytes() == b"a.txt"


def test_the_same_name_can_be_removed_again(tmp_path):
    for number in range(3):
        put(tmp_path, "a.png", "a.txt", "z.png")
        (tmp_path / "a.txt").write_text(str(number))
        concept, entries = opened(tmp_path)
        remove(entries["a.png"], concept)
    kept = removed_from(tmp_path)
    assert len(kept) == 3
    texts = {next(now for _, now in k.moved if ".txt" in now.name).read_text() for k in kept}
    assert texts == {"0", "1", "2"}
    put_back(kept[1])
    with pytest.raises(ProofError, match="another file has taken its name"):
        put_back(kept[2])
    assert len(removed_from(tmp_path)) == 2


def test_a_caption_that_another_image_needs_stays(tmp_path):
    put(tmp_path, "a.png", "a.jpg", "a.txt")
    concept, entries = opened(tmp_path)
    remove(entries["a.png"], concept)
    assert (tmp_path / "a.txt").exists()
    assert not (tmp_path / "a.png").exists()


def test_an_image_without_a_caption(tmp_path):
    put(tmp_path, "a.png", "b.png")
    concept, entries = opened(tmp_path)
    gone = remove(entries["a.png"], concept, NO_NOTES)
    assert gone.notes_file is None
    put_back(removed_from(tmp_path)[0])
    assert files(tmp_path) == ["a.png", "b.png"]


def test_a_removal_that_fails_half_way_is_undone(tmp_path, monkeypatch):
    put(tmp_path, "a.png", "a.txt", "b.png")
    concept, entries = opened(tmp_path)
    from app.dataset import removal

    real = removal.move

    def no_captions(source, target):
        if source.suffix == ".txt":
            raise PermissionError(13, "no")
        real(source, target)

    monkeypatch.setattr(removal, "move", no_captions)
    with pytest.raises(NotSaved):
        remove(entries["a.png"], concept, NOTES)
    assert files(tmp_path) == ["a.png", "a.txt", "b.png"]


@pytest.fixture
def own_trash(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "Trash"


@pytest.mark.skipif(sys.platform != "linux", reason="the trash of freedesktop.org")
def test_the_systems_trash_by_choice(tmp_path, own_trash):
    folder = tmp_path / "my set"
    put(folder, "a b.png", "a b.txt")
    concept, entries = opened(folder)
    gone = remove(entries["a b.png"], concept, NOTES, to_system_trash=True)
    assert files(own_trash) == [
        "files/a b.png",
        "files/a b.txt",
        "info/a b.png.trashinfo",
        "info/a b.txt.trashinfo",
    ]
    info = (own_trash / "info" / "a b.png.trashinfo").read_text()
    assert "my%20set/a%20b.png" in info
    put(folder, "a b.png")
    concept, entries = opened(folder)
    again = remove(entries["a b.png"], concept, to_system_trash=True)
    assert again.moved[0][1].name == "a b.2.png"
    put_back(gone)
    assert files(folder) == ["a b.png", "a b.txt"]
    assert files(own_trash) == ["files/a b.2.png", "info/a b.2.png.trashinfo"]


def test_pictures_are_copied_under_free_names(tmp_path):
    put(tmp_path / "from", "A.PNG", "b.jpg", "b.txt", "c.doc", "-x.webp")
    put(tmp_path / "set", "a.png", "b.txt")
    source = tmp_path / "from"
    names = ["A.PNG", "b.jpg", "c.doc", "-x.webp", "gone.png"]
    added, problems = add_pictures([source / name for name in names], tmp_path / "set")
    assert [path.name for path in added] == ["A-2.png", "b-2.jpg", "picture.webp"]
    assert (tmp_path / "set" / "b-2.txt").read_bytes() == b"b.txt"
    assert (tmp_path / "set" / "b-2.jpg").read_bytes() == b"b.jpg"
    assert ["c.doc" in str(problems[0]), "gone.png" in str(problems[1])] == [True, True]
    assert len(files(source)) == 5


def test_a_picture_of_this_very_folder_is_not_doubled(tmp_path):
    put(tmp_path, "a.png")
    added, problems = add_pictures([tmp_path / "a.png"], tmp_path)
    assert added == ()
    assert "already" in str(problems[0])


def test_the_same_name_twice_in_one_drop(tmp_path):
    put(tmp_path / "one", "a.png")
    put(tmp_path / "two", "a.png")
    (tmp_path / "set").mkdir()
    sources = [tmp_path / "one" / "a.png", tmp_path / "two" / "a.png"]
    added, _ = add_pictures(sources, tmp_path / "set")
    assert [path.name for path in added] == ["a.png", "a-2.png"]


def test_pasted_pictures_count_up(tmp_path):
    assert add_pasted(b"1", tmp_path).name == "pasted.png"
    assert add_pasted(b"2", tmp_path).name == "pasted-2.png"
    with pytest.raises(NotSaved):
        add_pasted(b"3", tmp_path / "none")


def test_image_and_caption_get_a_new_name_together(tmp_path):
    put(tmp_path, "a.png", "a.txt", "b.png")
    _, entries = opened(tmp_path)
    image, caption = rename_entry(entries["a.png"], "新しい name")
    assert (image.name, caption.name) == ("新しい name.png", "新しい name.txt")
    assert files(tmp_path) == ["b.png", "新しい name.png", "新しい name.txt"]
    _, entries = opened(tmp_path)
    rename_entry(entries["b.png"], "B")
    assert "B.png" in files(tmp_path)


@pytest.mark.parametrize("stem", ["b", "B", "c", "", "x/y", ".z", "con", "new "])
def test_names_that_an_entry_cannot_have(tmp_path, stem):
    put(tmp_path, "a.png", "a.txt", "b.jpg", "c.txt")
    _, entries = opened(tmp_path)
    before = files(tmp_path)
    with pytest.raises(ProofError):
        rename_entry(entries["a.png"], stem)
    assert files(tmp_path) == before


def test_a_shared_caption_keeps_an_image_from_being_renamed(tmp_path):
    put(tmp_path, "a.png", "a.jpg", "a.txt")
    _, entries = opened(tmp_path)
    with pytest.raises(ProofError, match="another image"):
        rename_entry(entries["a.png"], "z")


def test_a_renaming_that_fails_half_way_is_undone(tmp_path, monkeypatch):
    put(tmp_path, "a.png", "a.txt")
    _, entries = opened(tmp_path)
    from app.dataset import additions

    real = additions.move

    def no_captions(source, target):
        if source.suffix == ".txt":
            raise OSError(5, "no")
        real(source, target)

    monkeypatch.setattr(additions, "move", no_captions)
    with pytest.raises(NotSaved):
        rename_entry(entries["a.png"], "z")
    assert files(tmp_path) == ["a.png", "a.txt"]


def test_the_second_one_is_told_who_writes(tmp_path):
    """Row 19."""
    first = acquire(tmp_path)
    assert isinstance(first, Lock)
    second = acquire(tmp_path)
    assert isinstance(second, Holder)
    assert second.pid == os.getpid()
    assert second.host
    assert second.since is not None
    first.release()
    first.release()
    third = acquire(tmp_path)
    assert isinstance(third, Lock)
    third.release()


def test_another_process_and_its_death(tmp_path):
    """Row 19."""
    code = (
        "import sys, time; from pathlib import Path; from app.dataset.lock import acquire\n"
        "lock = acquire(Path(sys.argv[1])); print(type(lock).__name__, flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "Lock\n"
        held = acquire(tmp_path)
        assert isinstance(held, Holder)
        assert held.pid == other.pid
        other.kill()
        other.wait()
        lock = acquire(tmp_path)
        assert isinstance(lock, Lock)
        lock.release()


@pytest.mark.parametrize("data", [b"", b"\xff" * 40, b" " * 16 + b"[]", b" " * 16 + b"[" * 4000])
def test_a_damaged_lock_file_is_no_obstacle(tmp_path, data):
    """Rows 19 and 45."""
    first = acquire(tmp_path)
    assert isinstance(first, Lock)
    (state_of(tmp_path) / "lock.json").write_bytes(data)
    held = acquire(tmp_path)
    assert isinstance(held, Holder)
    assert (held.pid, held.host) == (0, "")
    first.release()
    again = acquire(tmp_path)
    assert isinstance(again, Lock)
    again.release()
