"""Keeping: marks and choices that could not be written are tried again, and nothing else is."""

import shutil

import pytest

from app.dataset.choices import DatasetChoices
from app.dataset.marks import EntryNotes, Expression, Marks
from app.dataset.notes import load_notes
from app.dataset.scan import scan
from app.ui import keeping as module
from app.ui.keeping import Keeping


@pytest.fixture
def keeping(background):
    made = Keeping(background)
    made.told = []
    made.failed.connect(made.told.append)
    yield made
    made.open(None)


@pytest.fixture
def dataset(tmp_path):
    for name in ("one", "two"):
        (tmp_path / "set" / name).mkdir(parents=True)
        (tmp_path / "set" / name / "1.png").write_bytes(b"x")
    return scan(tmp_path / "set")


def settle(qtbot, keeping):
    qtbot.waitUntil(lambda: not keeping._background._thread_homes, timeout=20_000)


def mark(dataset, keeping, number):
    dataset.notes[number] = EntryNotes(marks=Marks(expression=next(iter(Expression))))
    keeping.notes_changed([number])


def test_what_could_not_be_written_is_told_once_and_tried_again(
    qtbot, keeping, dataset, monkeypatch
):
    def full(*_):
        raise OSError(28, "no room")

    keeping.open(dataset)
    mark(dataset, keeping, 0)
    keeping.choices_changed()
    with monkeypatch.context() as patch:
        patch.setattr(module, "save_notes", full)
        patch.setattr(module, "save_choices", full)
        for _ in range(2):
            keeping.flush()
            settle(qtbot, keeping)
    assert keeping.waiting
    assert len(keeping.told) == 1
    keeping.flush()
    settle(qtbot, keeping)
    assert not keeping.waiting
    assert keeping.problem is None
    folder = dataset.concepts[0].folder
    notes, _ = load_notes(folder, [dataset.entries[0].image])
    assert notes["1.png"].marks == dataset.notes[0].marks


def test_a_failure_for_the_dataset_before_is_not_ours(qtbot, keeping, dataset, monkeypatch):
    def full(*_):
        raise OSError(28, "no room")

    keeping.open(dataset)
    dataset.choices = DatasetChoices()
    keeping.choices_changed()
    monkeypatch.setattr(module, "save_choices", full)
    keeping.flush()
    keeping.open(scan(dataset.root))
    settle(qtbot, keeping)
    assert not keeping.waiting
    assert keeping.told == []


def test_a_concept_that_is_gone_is_not_made_again(qtbot, keeping, dataset):
    keeping.open(dataset)
    mark(dataset, keeping, 0)
    gone = dataset.concepts[0].folder
    shutil.rmtree(gone)
    dataset.concepts = dataset.concepts[1:]
    keeping.flush()
    settle(qtbot, keeping)
    assert not gone.exists()
    assert keeping.told == []
