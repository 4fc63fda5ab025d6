"""Notes are on disk at once, in a log of lines that the next whole writing takes over."""

import errno
import os
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.dataset.marks import NO_NOTES, Decision, EntryNotes, Expression, Marks, Verdict
from app.dataset.notes import append_notes, load_notes, save_notes
from app.dataset.own_files import beside, instead
from app.disk import file_digest, fs

SMILES = EntryNotes("d", Marks(Expression.SMILING))
SAD = EntryNotes("d", Marks(Expression.SAD))
JUDGED = EntryNotes("d", first=Verdict(Decision.FLAGGED, "c" * 64, "i" * 64, 'a "note"\nof two 線'))


def image(folder, name="a.png", data=b"picture"):
    path = folder / name
    path.write_bytes(data)
    return path


def read(folder, *names):
    return load_notes(folder, [folder / name for name in names])[0]


def test_a_line_is_read_over_the_file_and_taken_over_by_it(tmp_path):
    image(tmp_path)
    save_notes(tmp_path, {"a.png": SMILES})
    whole = beside(tmp_path, "notes.toml").read_bytes()
    log = append_notes(tmp_path, {"a.png": SAD})
    log = append_notes(tmp_path, {"a.png": JUDGED})
    assert log == beside(tmp_path, "notes.log")
    assert log.read_bytes().count(b"\n") == 2
    assert beside(tmp_path, "notes.toml").read_bytes() == whole
    assert read(tmp_path, "a.png") == {"a.png": JUDGED}
    save_notes(tmp_path, {"a.png": JUDGED})
    assert not log.exists()
    assert read(tmp_path, "a.png") == {"a.png": JUDGED}


def test_a_torn_line_spoils_no_other(tmp_path):
    image(tmp_path)
    log = append_notes(tmp_path, {"a.png": SAD})
    with log.open("ab") as file:
        file.write(b'images."a.png" = { marks = { expr')
    assert read(tmp_path, "a.png")["a.png"] == SAD
    append_notes(tmp_path, {"a.png": SMILES})
    assert read(tmp_path, "a.png")["a.png"] == SMILES


def test_an_emptied_note_is_empty(tmp_path):
    image(tmp_path)
    save_notes(tmp_path, {"a.png": SMILES})
    append_notes(tmp_path, {"a.png": NO_NOTES})
    assert read(tmp_path, "a.png") == {}
    image(tmp_path, "b.png", b"another")
    assert "a.png" not in save_notes(tmp_path, {"b.png": SAD}).read_text()


def test_after_a_kill_a_renamed_image_finds_its_note_in_the_log(tmp_path):
    path = image(tmp_path)
    append_notes(tmp_path, {"a.png": replace(JUDGED, image_digest="")})
    path.rename(tmp_path / "b.png")
    assert read(tmp_path, "b.png")["b.png"].first == JUDGED.first


def test_the_folder_can_be_moved_with_its_log(tmp_path):
    folder = tmp_path / "one"
    folder.mkdir()
    image(folder)
    append_notes(folder, {"a.png": JUDGED})
    moved = folder.rename(tmp_path / "two")
    assert read(moved, "a.png") == {"a.png": JUDGED}


def test_a_note_of_an_image_that_is_away_outlives_the_writing(tmp_path):
    image(tmp_path)
    append_notes(tmp_path, {"away.png": replace(JUDGED, image_digest="another")})
    save_notes(tmp_path, {"a.png": SMILES})
    image(tmp_path, "away.png")
    assert read(tmp_path, "a.png", "away.png")["away.png"].first == JUDGED.first


def test_keys_of_a_newer_version_stay(tmp_path):
    image(tmp_path)
    file = save_notes(tmp_path, {"a.png": SMILES})
    file.write_text(file.read_text() + 'from_the_future = "x"\n')
    append_notes(tmp_path, {"a.png": SAD})
    assert "from_the_future" in save_notes(tmp_path, {"a.png": SAD}).read_text()


def test_a_read_only_folder_has_its_log_elsewhere(tmp_path, monkeypatch):
    path = image(tmp_path)
    save_notes(tmp_path, {"a.png": SMILES})
    append_notes(tmp_path, {"a.png": SAD})
    real = os.open

    def closed(name, flags, *rest, **named):
        if flags & (os.O_WRONLY | os.O_RDWR) and str(name).startswith(str(tmp_path)):
            raise OSError(errno.EROFS, "read-only")
        return real(name, flags, *rest, **named)

    with monkeypatch.context() as patch:
        patch.setattr(fs, "open", closed)
        assert append_notes(tmp_path, {"a.png": JUDGED}) == instead(tmp_path, "notes.log")
        assert read(tmp_path, "a.png") == {"a.png": JUDGED}
        save_notes(tmp_path, {"a.png": JUDGED})
        assert read(tmp_path, "a.png") == {"a.png": JUDGED}, "not what the old log says"
    save_notes(tmp_path, {"a.png": SMILES})
    assert read(tmp_path, "a.png") == {"a.png": SMILES}
    assert not instead(tmp_path, "notes.log").exists()
    assert file_digest(path)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["append", "save", "rename"]),
        st.sampled_from([NO_NOTES, SMILES, SAD, JUDGED]),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(STEPS)
def test_whatever_is_written_how_the_last_is_read(tmp_path_factory, steps):
    folder = tmp_path_factory.mktemp("log")
    path, wanted = image(folder), NO_NOTES
    for number, (way, note) in enumerate(steps):
        if way == "rename":
            path = path.rename(folder / f"{number}.png")
            continue
        known = read(folder, path.name)
        if note != NO_NOTES:
            note = replace(note, image_digest=file_digest(path))
        (append_notes if way == "append" else save_notes)(folder, {**known, path.name: note})
        wanted = note
    assert read(folder, path.name).get(path.name, NO_NOTES) == wanted
