import dataclasses
import typing
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.recent import (
    MOST,
    Standing,
    opening_begins,
    opening_ended,
    recent,
    recent_folders,
    remember_folder,
    remember_standing,
    unfinished_opening,
)
from app.settings import (
    ROWS,
    STANDARD,
    Language,
    Scheme,
    Settings,
    fields_without_a_row,
    load_settings,
    save_settings,
    settings_file,
)

HINTS = typing.get_type_hints(Settings)


def test_every_setting_has_a_row_and_every_row_a_setting():
    assert fields_without_a_row() == ()
    names = [row.field for row in ROWS]
    assert len(set(names)) == len(names)
    assert set(names) == {field.name for field in dataclasses.fields(Settings)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.key)
def test_rows_agree_with_the_type_of_their_field(row):
    hint = HINTS[row.field]
    assert str(row.label)
    if isinstance(hint, type) and issubclass(hint, Enum):
        assert len(row.choices) == len(hint)
    elif hint is int:
        assert row.low <= row.default <= row.high
    else:
        assert not row.choices
        assert row.high == 0


def test_without_a_file_everything_is_as_delivered():
    assert load_settings() == (STANDARD, ())
    assert not settings_file().exists()


def test_only_what_was_chosen_is_written():
    save_settings(STANDARD)
    assert settings_file().read_text() == "format = 1\n"
    chosen = Settings(scheme=Scheme.DARK, font_size=14, word_list=Path("/w.toml"))
    save_settings(chosen)
    assert settings_file().read_text().count("=") == 4
    assert load_settings() == (chosen, ())


def test_keys_of_another_version_stay():
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('later = 1\n[look]\nscheme = "dark"\nnewer = "x"\n')
    save_settings(Settings(language=Language.JAPANESE))
    text = settings_file().read_text()
    assert "later = 1" in text
    assert 'newer = "x"' in text
    assert "scheme" not in text
    assert load_settings()[0].language is Language.JAPANESE


def test_a_value_out_of_bounds_gives_way():
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('[look]\nthumbnail_step = 99\nfont_size = "x"\nscheme = "light"\n')
    read, notices = load_settings()
    assert read == Settings(scheme=Scheme.LIGHT)
    assert len(notices) == 2


def test_a_damaged_file_is_kept_aside_and_said_once():
    """Row 45."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(b"[look\n")
    read, notices = load_settings()
    assert read == STANDARD
    assert len(notices) == 1
    assert settings_file().with_name("settings.toml.bad").read_bytes() == b"[look\n"
    assert load_settings() == (STANDARD, ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.binary(max_size=80))
def test_no_bytes_in_the_file_stop_the_program(data):
    """Row 45."""
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_bytes(data)
    read, _ = load_settings()
    assert isinstance(read, Settings)
    save_settings(Settings(scheme=Scheme.DARK))
    assert load_settings() == (Settings(scheme=Scheme.DARK), ())


def test_recent_folders_newest_first_without_doubles():
    for number in range(MOST + 3):
        remember_folder(Path(f"/d/{number}"))
    remember_folder(Path("/d/7"))
    found = recent_folders()
    assert len(found) == MOST
    assert found[:2] == (Path("/d/7"), Path(f"/d/{MOST + 2}"))


def test_how_a_folder_stood_is_kept_and_kept_again():
    standing = Standing(12, 1, approved=4, flagged=1, errors=0, warnings=3)
    for name in ("a", "b"):
        remember_folder(Path("/d") / name)
    remember_standing(Path("/d/a"), date(2026, 11, 20), standing)
    assert [row.folder.name for row in recent()] == ["b", "a"]
    remember_folder(Path("/d/a"))
    remember_standing(Path("/d/a"), date(2026, 11, 21), None)
    newest = recent()[0]
    assert (newest.folder, newest.left, newest.standing) == (
        Path("/d/a"),
        date(2026, 11, 21),
        standing,
    )
    assert not standing.reviewed_twice
    assert Standing(12, 2, approved=12, flagged=0, errors=0, warnings=0).reviewed_twice


@pytest.mark.parametrize(
    "row",
    [
        b'"/d"',
        b'{"folder": "/d", "left": "soon", "standing": 3}',
        b'{"folder": "/d", "left": 7, "standing": {"entries": -1}}',
        b'{"folder": "/d", "standing": {"entries": "12"}}',
    ],
)
def test_a_row_of_older_or_damaged_kind_still_names_its_folder(own_home, row):
    """Row 45."""
    remember_folder(Path("/else"))
    (file,) = own_home.rglob("recent.json")
    file.write_bytes(b"[" + row + b"]")
    (found,) = recent()
    assert (found.folder, found.left, found.standing) == (Path("/d"), None, None)


@pytest.mark.parametrize("data", [b"", b"{}", b"[1, null]", b"[" * 5000, b"\xff", b'["\\u0000"]'])
def test_a_damaged_recent_list_is_an_empty_one(own_home, data):
    """Row 45."""
    remember_folder(Path("/d"))
    (file,) = own_home.rglob("recent.json")
    file.write_bytes(data)
    assert recent_folders() == ()


def test_an_opening_that_did_not_end_is_remembered():
    assert unfinished_opening() is None
    opening_begins(Path("/some/folder"))
    assert unfinished_opening() == Path("/some/folder")
    opening_ended()
    opening_ended()
    assert unfinished_opening() is None
