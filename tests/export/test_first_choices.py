"""A folder with a hand-made data.toml keeps its values when it is opened for the first time."""

import pytest

from app.dataset.choices_file import save_choices
from app.dataset.scan import scan
from app.export.first_choices import first_choices


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.png").write_bytes(b"")
    (tmp_path / "a.txt").write_text("a cup", encoding="utf-8")
    text = "[[datasets]]\nresolution = 768\nbatch_size = 3\n"
    (tmp_path / "data.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_hand_made_file_is_taken_over(folder):
    choices, notices = first_choices(scan(folder))
    assert choices.resolution == (768, 768)
    assert choices.batch_size == 3
    assert notices == ()


def test_choices_that_were_made_win(folder):
    dataset = scan(folder)
    save_choices(folder, dataset.choices)
    choices, _ = first_choices(scan(folder))
    assert choices.resolution == (1024, 1024)


def test_a_broken_file_changes_nothing_and_says_so(folder):
    (folder / "data.toml").write_text("[[datasets", encoding="utf-8")
    choices, notices = first_choices(scan(folder))
    assert choices.resolution == (1024, 1024)
    assert len(notices) == 1
