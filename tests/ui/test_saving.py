"""Saving: many captions with one sync, links out of the dataset only with consent."""

import pytest

from app.dataset.scan import scan
from app.ui.saving import ONE_BY_ONE, Saving, WriteState


@pytest.fixture
def saving(background):
    return Saving(background)


def make(folder, count):
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.png").write_bytes(b"x")
        (folder / f"{number}.txt").write_text(f"caption {number}", encoding="utf-8")
    return scan(folder)


def edit(dataset, number, text):
    from app.dataset.entry import Cause, Edit

    dataset.apply(Edit(number, dataset.entries[number].text, text, Cause.TYPING))


def test_many_captions_are_written_together(qtbot, saving, tmp_path):
    count = ONE_BY_ONE + 4
    dataset = make(tmp_path / "set", count)
    saving.open(dataset)
    for number in range(count):
        edit(dataset, number, f"new {number}")
    saving.edited(range(count))
    saving.flush()
    assert saving.state(dataset.entries[0]) is WriteState.SAVING
    qtbot.waitUntil(lambda: not saving.waiting(), timeout=20_000)
    for number in range(count):
        text = (tmp_path / "set" / f"{number}.txt").read_text(encoding="utf-8")
        assert text == f"new {number}"


def test_one_conflict_among_many_stays_alone(qtbot, saving, tmp_path):
    count = ONE_BY_ONE + 4
    dataset = make(tmp_path / "set", count)
    saving.open(dataset)
    for number in range(count):
        edit(dataset, number, f"new {number}")
    (tmp_path / "set" / "3.txt").write_text("theirs", encoding="utf-8")
    saving.edited(range(count))
    saving.flush()
    qtbot.waitUntil(lambda: len(saving.waiting()) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: saving.theirs(3) is not None, timeout=20_000)
    assert saving.waiting() == [3]
    assert (tmp_path / "set" / "3.txt").read_text(encoding="utf-8") == "theirs"


def test_a_link_out_of_the_dataset_is_written_only_with_consent(qtbot, saving, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("caption", encoding="utf-8")
    dataset = make(tmp_path / "set", 1)
    (tmp_path / "set" / "0.txt").unlink()
    (tmp_path / "set" / "0.txt").symlink_to(outside)
    dataset = scan(tmp_path / "set")
    saving.open(dataset)
    asked = []
    saving.consent_wanted.connect(asked.append)
    edit(dataset, 0, "changed")
    saving.edited([0])
    saving.flush()
    assert asked == [0]
    assert outside.read_text(encoding="utf-8") == "caption"
    saving.consent(0)
    qtbot.waitUntil(lambda: not saving.waiting(), timeout=20_000)
    assert outside.read_text(encoding="utf-8") == "changed"
    assert (tmp_path / "set" / "0.txt").is_symlink()
