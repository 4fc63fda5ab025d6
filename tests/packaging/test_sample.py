"""The sample dataset is what its script draws, and shows what Proofsheet is for."""

import importlib
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.dataset.scan import scan
from app.images.evidence import Evidence, Flag
from app.images.reader import examine
from app.lint.cards import load_cards
from app.lint.engine import Lint
from app.lint.reading import read_entry
from app.lint.vocabulary import load_vocabulary
from app.paths import resources

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
SAMPLE = resources() / "sample"


@pytest.fixture(scope="module")
def script():
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PACKAGING))
        yield importlib.import_module("draw_sample")


@pytest.fixture(scope="module")
def judged():
    """Findings by "concept/image", and those of the dataset under ""."""
    dataset, vocabulary = scan(SAMPLE), load_vocabulary()
    assert dataset.notices == ()
    lint = Lint(vocabulary, load_cards(), dataset.choices, dataset.concepts)
    for entry in dataset.entries:
        *_, evidence = examine(entry.image, 208, None)
        assert isinstance(evidence, Evidence)
        dataset.evidence[entry.id] = evidence
        lint.put(entry, read_entry(entry, vocabulary), evidence, dataset.notes_of(entry.id))
    found = {
        dataset.relative(entry.image): {one.rule for one in lint.entry_findings(entry.id)}
        for entry in dataset.entries
    }
    found[""] = {one.rule for one in lint.dataset_findings()}
    return dataset, found


def test_captions_and_choices_are_those_of_the_script(script):
    for concept, prints in script.CONCEPTS.items():
        for number, entry in enumerate(prints, start=1):
            caption = SAMPLE / concept / f"{number:05}.txt"
            there = caption.read_text("utf-8") if caption.exists() else None
            assert there == entry.caption, caption
    dataset = scan(SAMPLE)
    assert dataset.choices == script.CHOICES
    for entry in dataset.entries:
        number = int(entry.image.stem) - 1
        assert dataset.notes_of(entry.id).marks == script.CONCEPTS[entry.concept][number].marks


@pytest.mark.parametrize(("concept", "number"), [("portraits", 2), ("scenes", 5)])
def test_a_picture_is_drawn_the_same_again(script, concept, number):
    drawn = io.BytesIO()
    script.save(script.draw(script.CONCEPTS[concept][number - 1].picture, number), drawn)
    there = Image.open(SAMPLE / concept / f"{number:05}.jpg")
    again = Image.open(drawn)
    # Another build of the JPEG library may round another way, so not byte for byte.
    difference = np.abs(np.asarray(there, np.int16) - np.asarray(again, np.int16))
    assert float(difference.mean()) < 0.05


def test_every_headline_warning_shows(judged):
    _, found = judged
    shown = set().union(*found.values())
    assert shown >= {
        "piled-up-modifiers",
        "mixed-lighting-words",
        "mood-not-in-picture",
        "light-not-in-picture",
        "contradicting-moods",
        "copied-caption",
        "mixed-caption-styles",
        "missing-caption",
        "empty-caption",
    }


def test_an_entry_shows_one_thing_or_nothing(judged):
    _, found = judged
    entries = [rules for name, rules in found.items() if name]
    assert max(len(rules) for rules in entries) <= 2
    assert sum(not rules for rules in entries) >= 5


def test_night_measures_dark_and_noon_bright(judged):
    dataset, _ = judged
    flags = {
        dataset.relative(entry.image): dataset.evidence_of(entry.id) for entry in dataset.entries
    }
    assert flags["scenes/00002.jpg"].flag(Flag.DARK)
    assert flags["scenes/00005.jpg"].flag(Flag.DARK)
    assert flags["scenes/00001.jpg"].flag(Flag.BRIGHT)
    assert flags["scenes/00004.jpg"].flag(Flag.BRIGHT)


def test_it_stays_small():
    assert sum(file.stat().st_size for file in SAMPLE.rglob("*") if file.is_file()) < 2_500_000
