import errno
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.dataset.choices import ConceptChoices, DatasetChoices, Preset, Purpose
from app.dataset.choices_file import load_choices, save_choices
from app.dataset.marks import (
    NO_NOTES,
    Crop,
    Decision,
    Dismissal,
    EntryNotes,
    Expression,
    Light,
    Marks,
    Verdict,
)
from app.dataset.notes import load_notes, note_from_text, note_text, save_notes
from app.dataset.own_files import beside, instead
from app.disk import file_digest, fs

FULL = EntryNotes(
    marks=Marks(Expression.SMILING, Light.NIGHT),
    first=Verdict(Decision.APPROVED, "c" * 64, "i" * 64),
    second=Verdict(Decision.FLAGGED, "c" * 64, "i" * 64, 'the "left" hand\n線'),
    dismissals=(Dismissal("piled-up-modifiers", "very, very", "a title"), Dismissal("x", "y")),
    crop=Crop(1, 2, 300, 400),
)


def images(folder, **files):
    paths = []
    for stem, data in files.items():
        (folder / f"{stem}.png").write_bytes(data)
        paths.append(folder / f"{stem}.png")
    return paths


def test_all_that_was_noted_comes_back(tmp_path):
    paths = images(tmp_path, a=b"a", b=b"b")
    path = save_notes(tmp_path, {"a.png": FULL, "b.png": NO_NOTES})
    assert path == tmp_path / ".proofsheet" / "notes.toml"
    notes, notices = load_notes(tmp_path, paths)
    assert notes == {"a.png": replace(FULL, image_digest=file_digest(paths[0]))}
    assert notices == ()


def test_the_file_can_be_read_and_merged_by_line(tmp_path):
    images(tmp_path, a2=b"2", a10=b"10")
    note = EntryNotes(image_digest="d", marks=Marks(Expression.SAD))
    text = save_notes(tmp_path, {"a10.png": note, "a2.png": FULL}).read_text()
    assert text.index("a2.png") < text.index("a10.png")
    assert '[images."a10.png"]\nimage_digest = "d"\nimage_size = 2\nmarks = { expression' in text
    changed = save_notes(tmp_path, {"a10.png": replace(note, marks=Marks(Expression.OTHER))})
    before, after = text.splitlines(), changed.read_text().splitlines()
    assert sum(one != two for one, two in zip(before, after, strict=True)) == 1


def test_notes_follow_a_renamed_image(tmp_path):
    images(tmp_path, a=b"picture", b=b"another")
    save_notes(tmp_path, {"a.png": FULL})
    (tmp_path / "a.png").rename(tmp_path / "z.png")
    notes, _ = load_notes(tmp_path, [tmp_path / "b.png", tmp_path / "z.png"])
    assert list(notes) == ["z.png"]
    save_notes(tmp_path, notes)
    assert "a.png" not in beside(tmp_path, "notes.toml").read_text()


def test_notes_follow_when_all_names_move_up_by_one(tmp_path):
    images(tmp_path, n1=b"one", n2=b"second", n3=b"three")
    notes = {f"n{n}.png": EntryNotes(marks=Marks(light)) for n, light in enumerate(Expression, 1)}
    del notes["n4.png"]
    save_notes(tmp_path, notes)
    for number in (3, 2, 1):
        (tmp_path / f"n{number}.png").rename(tmp_path / f"n{number + 1}.png")
    paths = [tmp_path / f"n{number}.png" for number in (2, 3, 4)]
    read, _ = load_notes(tmp_path, paths)
    assert read["n3.png"].marks == notes["n2.png"].marks
    assert read["n4.png"].marks == notes["n3.png"].marks


def test_an_image_painted_over_keeps_its_note(tmp_path):
    images(tmp_path, a=b"picture")
    save_notes(tmp_path, {"a.png": FULL})
    (tmp_path / "a.png").write_bytes(b"retouched picture")
    notes, _ = load_notes(tmp_path, [tmp_path / "a.png"])
    assert notes["a.png"].marks == FULL.marks


def test_notes_of_images_that_are_away_stay(tmp_path):
    images(tmp_path, a=b"a", b=b"b")
    save_notes(tmp_path, {"a.png": FULL, "b.png": FULL})
    (tmp_path / "a.png").rename(tmp_path.parent / "a.png")
    save_notes(tmp_path, {"b.png": NO_NOTES})
    (tmp_path.parent / "a.png").rename(tmp_path / "a.png")
    notes, _ = load_notes(tmp_path, [tmp_path / "a.png", tmp_path / "b.png"])
    assert list(notes) == ["a.png"]


def test_keys_of_a_newer_version_stay(tmp_path):
    images(tmp_path, a=b"a")
    path = save_notes(tmp_path, {"a.png": FULL})
    path.write_text(path.read_text() + 'stars = 5\n[images."b.png"]\nstars = 4\n')
    save_notes(tmp_path, {"a.png": replace(FULL, first=None)})
    assert path.read_text().count("stars") == 2


def test_names_that_are_not_utf8(tmp_path):
    """Row 30."""
    name = os.fsdecode(b"100%\xff\n.png")
    (tmp_path / name).write_bytes(b"a")
    save_notes(tmp_path, {name: FULL})
    notes, _ = load_notes(tmp_path, [tmp_path / name])
    assert list(notes) == [name]


def test_half_a_character_in_a_reason_does_not_spoil_the_file(tmp_path):
    images(tmp_path, a=b"a")
    note = EntryNotes(dismissals=(Dismissal("rule", "wo\ud800rds"),))
    save_notes(tmp_path, {"a.png": note})
    notes, notices = load_notes(tmp_path, [tmp_path / "a.png"])
    assert notices == ()
    assert notes["a.png"].dismissals == (Dismissal("rule", "words"),)


def test_a_wrong_value_costs_only_itself(tmp_path):
    (path,) = images(tmp_path, a=b"a")
    file = save_notes(tmp_path, {"a.png": FULL})
    text = file.read_text().replace('"smiling"', '"grinning"').replace('"approved"', '"fine"')
    file.write_text(text)
    notes, notices = load_notes(tmp_path, [path])
    assert notes["a.png"].marks == Marks(light=Light.NIGHT)
    assert notes["a.png"].first is None
    assert notes["a.png"].second == FULL.second
    said = " ".join(str(notice) for notice in notices)
    assert "expression must be one of" in said
    assert "first" in said


def test_a_damaged_file_is_kept_aside(tmp_path):
    """Row 45."""
    (path,) = images(tmp_path, a=b"a")
    file = save_notes(tmp_path, {"a.png": FULL})
    for number in (1, 2):
        file.write_bytes(b"[images\n" * number)
        notes, notices = load_notes(tmp_path, [path])
        assert notes == {}
        assert len(notices) == 1
    assert file.with_name("notes.toml.bad").read_bytes() == b"[images\n"
    assert file.with_name("notes.toml.bad-2").read_bytes() == b"[images\n" * 2
    assert not file.exists()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=60), place=st.integers(0, 400), keep=st.booleans())
def test_no_damage_stops_the_program(tmp_path, data, place, keep):
    """Row 45."""
    (path,) = images(tmp_path, a=b"a")
    for bad in (tmp_path / ".proofsheet").glob("*.bad*"):
        bad.unlink()
    file = save_notes(tmp_path, {"a.png": FULL})
    whole = file.read_bytes()
    file.write_bytes(whole[:place] + data + (whole[place:] if keep else b""))
    notes, _ = load_notes(tmp_path, [path])
    assert set(notes) <= {"a.png"}
    choices = beside(tmp_path, "dataset.toml")
    choices.write_bytes(data)
    assert isinstance(load_choices(tmp_path)[0], DatasetChoices)
    save_notes(tmp_path, {"a.png": FULL})
    assert load_notes(tmp_path, [path])[0]["a.png"].crop == FULL.crop


def test_a_store_that_is_a_link_out_of_the_folder_is_not_written(tmp_path):
    """Row 37."""
    folder, other = tmp_path / "set", tmp_path / "other"
    folder.mkdir()
    other.mkdir()
    images(folder, a=b"a")
    (folder / ".proofsheet").symlink_to(other)
    path = save_notes(folder, {"a.png": FULL})
    assert path == instead(folder, "notes.toml")
    assert list(other.iterdir()) == []
    assert load_notes(folder, [folder / "a.png"])[0]["a.png"].crop == FULL.crop


def test_a_folder_that_became_read_only(tmp_path, monkeypatch):
    """Rows 6 and 7, whoever runs this."""
    paths = images(tmp_path, a=b"a", b=b"b")
    save_notes(tmp_path, {"a.png": FULL, "b.png": FULL})
    save_choices(tmp_path, DatasetChoices(batch_size=2))
    real = fs.open

    def read_only(path, flags, *more):
        if str(path).startswith(str(tmp_path)) and flags & os.O_ACCMODE != os.O_RDONLY:
            raise OSError(errno.EROFS, "read-only")
        return real(path, flags, *more)

    with monkeypatch.context() as patch:
        patch.setattr(fs, "open", read_only)
        path = save_notes(tmp_path, {"a.png": NO_NOTES})
        assert path == instead(tmp_path, "notes.toml")
        assert save_choices(tmp_path, DatasetChoices(purpose=Purpose.STYLE)) != path
        assert list(load_notes(tmp_path, paths)[0]) == ["b.png"]
        assert load_choices(tmp_path)[0] == DatasetChoices(purpose=Purpose.STYLE)
    assert list(load_notes(tmp_path, paths)[0]) == ["b.png"]
    assert save_notes(tmp_path, {}) == beside(tmp_path, "notes.toml")
    assert not instead(tmp_path, "notes.toml").exists()
    assert list(load_notes(tmp_path, paths)[0]) == ["b.png"]


def test_one_note_beside_a_removed_image():
    assert note_from_text("a.png", note_text("a.png", FULL)) == FULL
    assert note_from_text("a.png", b"[") == NO_NOTES


CHOICES = DatasetChoices(
    purpose=Purpose.PERSON,
    preset=Preset.SDXL,
    target_size=(768, 1152),
    more_resolutions=((512, 512), (768, 768)),
    validation_split=0.1,
    dismissed_rules=("varied-light",),
    concepts={"a b": ConceptChoices(trigger="purplecurly", repeats=3), "c": ConceptChoices()},
)


def test_choices_come_back(tmp_path):
    assert load_choices(tmp_path) == (DatasetChoices(), ())
    path = save_choices(tmp_path, CHOICES)
    assert path == tmp_path / ".proofsheet" / "dataset.toml"
    read, notices = load_choices(tmp_path)
    assert notices == ()
    assert read == replace(CHOICES, concepts={"a b": CHOICES.concepts["a b"]})


def test_only_decisions_are_written(tmp_path):
    path = save_choices(tmp_path, DatasetChoices(purpose=Purpose.STYLE))
    assert path.read_text() == 'format = 1\npurpose = "style"\n'


def test_unknown_choices_stay(tmp_path):
    path = save_choices(tmp_path, CHOICES)
    path.write_text("newer = true\n" + path.read_text())
    save_choices(tmp_path, DatasetChoices())
    assert path.read_text() == "format = 1\nnewer = true\n"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('purpose = "cats"', 'one of "person"'),
        ("batch_size = 0", "between 1 and"),
        ("batch_size = 1.5", "whole number"),
        ("resolution = [1024]", "list of 2"),
        ("resolution = [1024, -1]", "between 1 and"),
        ("validation_split = 2.0", "between 0 and 1"),
        ("more_resolutions = [[0, 1]]", "between 1 and"),
        ("[concepts.a]\nrepeats = 0", "a.repeats"),
        ("concepts = 5", "must be a table"),
        ("format = 99", "newer"),
    ],
)
def test_choices_that_cannot_be_meant(tmp_path, line, words):
    path = save_choices(tmp_path, DatasetChoices())
    path.write_text(line + "\n")
    read, notices = load_choices(tmp_path)
    assert read in (DatasetChoices(), DatasetChoices(concepts={"a": ConceptChoices()}))
    assert len(notices) == 1
    assert words in str(notices[0])


def test_a_huge_file_is_not_parsed(tmp_path):
    """Row 38."""
    path = save_choices(tmp_path, DatasetChoices())
    path.write_bytes(b"x = 1\n" * 300_000)
    read, notices = load_choices(tmp_path)
    assert read == DatasetChoices()
    assert "too large" in str(notices[0])
