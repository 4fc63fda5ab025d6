"""The script that lays our views beside the mock-ups: what it shows of folders opened before."""

import json
from pathlib import Path

import mockups
import pytest

from app.recent import recent


@pytest.fixture
def material(tmp_path, monkeypatch):
    for name in ("first", *mockups.OTHERS):
        (tmp_path / "shared" / "data" / "folders" / name).mkdir(parents=True)
    monkeypatch.setattr(mockups, "SHARED", tmp_path / "shared")
    return tmp_path


def test_three_recent_folders_are_there_and_exactly_one_is_gone(material):
    home = material / "home"
    folder = home / "data" / "first"
    folder.mkdir(parents=True)
    there = mockups.remember_recent(home, folder)
    rows = json.loads((home / "state" / "proofsheet" / "recent.json").read_text())
    places = [Path(row["folder"]) for row in rows]
    assert [place.exists() for place in places] == [True, True, True, False]
    assert len({place.name for place in places}) == 4
    assert places[:3] == there
    assert places[0] == folder
    assert [bool(row.get("standing")) for row in rows] == [True, True, True, False]


def test_the_rows_are_read_as_the_program_writes_them(material, monkeypatch):
    """Each has a day and a standing; one pass is under way, one has findings, one is finished."""
    home = material / "home"
    folder = home / "data" / "first"
    folder.mkdir(parents=True)
    mockups.remember_recent(home, folder)
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    rows = recent()
    assert [row.left is not None for row in rows] == [True, True, True, False]
    begun, findings, finished = (row.standing for row in rows[:3])
    assert begun.approved + begun.flagged == 14
    assert (findings.errors, findings.warnings) == (3, 12)
    assert finished.reviewed_twice


def test_every_view_has_a_name_of_its_own():
    assert len({view.mockup for view in mockups.VIEWS}) == len(mockups.VIEWS)
    wording = next(view for view in mockups.VIEWS if view.mockup.startswith("06"))
    assert "wording-chosen" in wording.arguments, "a word is ticked, as in the mock-up"
