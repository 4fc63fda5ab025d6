"""Files of ours that older and newer versions wrote: brought up, or kept aside before a write."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dataset import choices_file, notes
from app.dataset.choices import DatasetChoices, Purpose
from app.dataset.choices_file import load_choices, save_choices
from app.dataset.marks import EntryNotes, Expression, Marks
from app.dataset.notes import append_notes, load_notes, save_notes
from app.dataset.own_files import beside
from app.formats import brought_up, format_of
from app.settings import Settings, load_settings, save_settings, settings_file


def renamed(table):
    table["new"] = table.pop("old", None)
    return table


def doubled(table):
    table["new"] = [table["new"]] * 2
    return table


STEPS = (renamed, doubled)


@pytest.mark.parametrize(
    ("table", "new"),
    [
        ({"old": 1}, [1, 1]),
        ({"format": 0, "old": 1}, [1, 1]),
        ({"format": "?", "old": 1}, [1, 1]),
        ({"format": True, "old": 1}, [1, 1]),
        ({"format": 1, "new": 1}, [1, 1]),
        ({"format": 2, "new": 1}, 1),
        ({"format": 3, "new": 1}, 1),
    ],
)
def test_every_older_format_goes_the_way_from_where_it_is(table, new):
    before = dict(table)
    assert brought_up(table, STEPS)["new"] == new
    assert table == before


@given(st.integers() | st.booleans() | st.text() | st.none() | st.floats())
def test_no_number_is_wrong(number):
    assert format_of({"format": number}) >= 0


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_first_settings_named_the_models_otherwise():
    text = '[pictures]\nzero_shot = true\nzero_shot_image_model = "/m/image.onnx"\nlater = 1\n'
    put(settings_file(), text)
    settings, notices = load_settings()
    assert notices == ()
    assert settings.image_encoder == Path("/m/image.onnx")
    save_settings(settings)
    saved = settings_file().read_text(encoding="utf-8")
    assert saved.startswith("format = 1\n")
    assert "zero_shot" not in saved
    assert "later = 1" in saved, "what this version does not know stays"
    assert load_settings() == (settings, ())
    assert list(settings_file().parent.iterdir()) == [settings_file()]


@pytest.mark.parametrize("broken", ["pictures = 1", "[[pictures]]", "[pictures]\nzero_shot = 3"])
def test_what_the_first_settings_could_not_be_is_no_fault(broken):
    put(settings_file(), broken)
    assert load_settings()[0] == Settings()


def test_settings_of_a_later_version_are_kept_before_they_are_written_over():
    text = 'format = 9\n[look]\nscheme = "dark"\n'
    put(settings_file(), text)
    settings, notices = load_settings()
    assert "newer" in str(notices[0])
    save_settings(settings)
    bad = settings_file().with_name("settings.toml.bad")
    assert bad.read_text(encoding="utf-8") == text
    assert load_settings() == (settings, ()), "said once"


def test_notes_and_choices_of_a_later_version_too(tmp_path):
    image = tmp_path / "a.png"
    image.write_bytes(b"a")
    put(beside(tmp_path, "notes.toml"), 'format = 9\n[images."a.png"]\naura = "blue"\n')
    put(beside(tmp_path, "dataset.toml"), 'format = 9\npurpose = "style"\naura = "blue"\n')
    before = {path.name: path.read_bytes() for path in (tmp_path / ".proofsheet").iterdir()}
    _, notices = load_notes(tmp_path, [image])
    choices, more = load_choices(tmp_path)
    assert all("newer" in str(one) for one in (*notices, *more))
    assert len((*notices, *more)) == 2
    assert choices.purpose is Purpose.STYLE
    save_notes(tmp_path, {"a.png": EntryNotes(marks=Marks(Expression.SAD))})
    save_choices(tmp_path, DatasetChoices())
    for name, data in before.items():
        assert beside(tmp_path, name + ".bad").read_bytes() == data
        assert b"aura" in beside(tmp_path, name).read_bytes()
    assert load_notes(tmp_path, [image])[1] == ()


def test_notes_and_their_log_are_brought_up_together(tmp_path, monkeypatch):
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(name.encode())
    images = [tmp_path / "a.png", tmp_path / "b.png"]
    save_notes(tmp_path, {"a.png": EntryNotes(marks=Marks(Expression.SAD))})
    append_notes(tmp_path, {"b.png": EntryNotes(marks=Marks(Expression.SAD))})

    def cheered_up(table):
        for one in table.get("images", {}).values():
            one["marks"] = {"expression": "smiling"}
        return table

    monkeypatch.setattr(notes, "_STEPS", (*notes._STEPS, cheered_up))
    found, _ = load_notes(tmp_path, images)
    assert [found[name].marks.expression for name in ("a.png", "b.png")] == [Expression.SMILING] * 2
    save_notes(tmp_path, {"a.png": EntryNotes(marks=Marks(Expression.SAD))})
    found, _ = load_notes(tmp_path, images)
    assert found["a.png"].marks.expression is Expression.SAD
    assert beside(tmp_path, "notes.toml").read_text(encoding="utf-8").startswith("format = 2")


def test_choices_are_brought_up(tmp_path, monkeypatch):
    put(beside(tmp_path, "dataset.toml"), 'format = 1\naim = "style"\n')

    def named(table):
        table["purpose"] = table.pop("aim", "person")
        return table

    monkeypatch.setattr(choices_file, "_STEPS", (*choices_file._STEPS, named))
    choices, notices = load_choices(tmp_path)
    assert (choices.purpose, notices) == (Purpose.STYLE, ())
    save_choices(tmp_path, choices)
    text = beside(tmp_path, "dataset.toml").read_text(encoding="utf-8")
    assert text == 'format = 2\npurpose = "style"\n'
