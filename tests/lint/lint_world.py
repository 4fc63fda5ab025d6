"""Small made datasets for tests of rules: captions with whatever else an example gives."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, Preset, Purpose
from app.dataset.entry import Caption, CaptionForm, CaptionState, Concept, Entry
from app.dataset.marks import Distance, EntryNotes, Expression, Light, Marks, Medium
from app.images.evidence import (
    Evidence,
    Face,
    Fingerprint,
    Flag,
    FlagReading,
    Sharpness,
    Smile,
    Tone,
)
from app.lint.cards import load_cards
from app.lint.engine import Lint
from app.lint.reading import read_entry
from app.lint.vocabulary import load_vocabulary
from app.messages import msg

FOLDER = Path("/set")


def tone(lightness=55.0, contrast=18.0, a=2.0, b=6.0, dark=0.02):
    return Tone(
        lightness_mean=lightness,
        lightness_p25=lightness - 10,
        lightness_p50=lightness,
        lightness_p75=lightness + 10,
        contrast_rms=contrast,
        dark_share=dark,
        bright_share=0.1,
        colourfulness=30.0,
        chroma_p50=15.0,
        chroma_p95=40.0,
        chroma_p99=50.0,
        tone_p95=10.0,
        a_mean=a,
        b_mean=b,
        warm_share=0.3,
        cool_share=0.1,
        border_white=0.0,
    )


def face(verdict=Smile.FOUND, neighbours=20, height=300, y=100):
    smile = 0.98 if verdict is Smile.FOUND else 0.02
    none = 0.97 if verdict is Smile.NONE else 0.02
    return Face(100, y, height, height, neighbours, smile, none, 0.01, verdict)


def evidence_from(given):
    given = dict(given)
    values: dict[str, Any] = {}
    if {"lightness", "contrast", "b"} & given.keys():
        keys = ("lightness", "contrast", "a", "b", "dark")
        values["tone"] = tone(**{key: float(given.pop(key)) for key in keys if key in given})
    values["flags"] = tuple(
        FlagReading(Flag(flag), 50.0, 40.0, "60/60") for flag in given.pop("flags", ())
    )
    if "smile" in given:
        values["faces"] = (face(Smile(given.pop("smile"))),)
    if "face_height" in given:
        values["faces"] = (face(Smile.UNKNOWN, height=given.pop("face_height")),)
    if "bits" in given:
        values["fingerprint"] = Fingerprint(given.pop("bits"), given.pop("mirrored", 1 << 127))
    if "laplacian" in given:
        values["sharpness"] = Sharpness(float(given.pop("laplacian")), 0.7, 20)
    if "failure" in given:
        values["failure"] = msg("{why}", why=given.pop("failure"))
    return Evidence(**values, **given)


_MARKS = {"expression": Expression, "light": Light, "medium": Medium, "distance": Distance}


def marks_from(given):
    return Marks(**{key: _MARKS[key](value) for key, value in given.items()})


def choices_from(given, concepts=("concept",)):
    given = dict(given)
    own = {key: given.pop(key) for key in ("trigger", "style", "class_tokens") if key in given}
    if "style" in own:
        own["style"] = Style(own["style"])
    for key, kind in (("purpose", Purpose), ("medium", Medium), ("preset", Preset)):
        if key in given:
            given[key] = kind(given[key])
    for key in ("target_size", "resolution", "dismissed_rules"):
        if key in given:
            given[key] = tuple(given[key])
    return DatasetChoices(**given, concepts={name: ConceptChoices(**own) for name in concepts})


def entry_of(number, text, given):
    concept = given.get("concept", "concept")
    folder = FOLDER / concept
    state = CaptionState(given.get("state", "read"))
    readable = state in (CaptionState.READ, CaptionState.MISSING)
    on_disk = text if state is CaptionState.READ else None
    image = folder / given.get("name", f"{number:05}.png")
    return Entry(
        id=number,
        concept=concept,
        image=image,
        caption_file=image.with_suffix(".txt"),
        caption=Caption(state, on_disk, form=CaptionForm(bom=given.get("bom", False))),
        text=text if readable else None,
        shares_with=(9_999,) if given.get("shares") else (),
        fallback=folder / given["fallback"] if "fallback" in given else None,
        note=msg("{what}", what=given["note"]) if "note" in given else None,
        trainable=given.get("trainable", True),
    )


class World:
    """A Lint with entries that were put one by one, as an editor would."""

    def __init__(self, captions=(), choices=None, concepts=("concept",)):
        self.cards = load_cards()
        self.vocabulary = load_vocabulary()
        self.choices = choices or DatasetChoices()
        self.lint = Lint(
            self.vocabulary,
            self.cards,
            self.choices,
            tuple(Concept(name, FOLDER / name, 1, ".txt") for name in concepts),
        )
        self.known = {}
        for caption in captions:
            self.add(caption)

    def add(self, text, **given):
        number = len(self.known)
        entry = entry_of(number, text, given)
        notes = EntryNotes(marks=marks_from(given.get("marks", {})))
        evidence = evidence_from(given.get("evidence", {}))
        self.put(entry, evidence, notes)
        return number

    def put(self, entry, evidence, notes):
        self.known[entry.id] = (entry, evidence, notes)
        return self.lint.put(entry, read_entry(entry, self.vocabulary), evidence, notes)

    def type(self, number, text):
        entry, evidence, notes = self.known[number]
        return self.put(replace(entry, text=text), evidence, notes)

    def learn(self, number, **given):
        entry, _, notes = self.known[number]
        return self.put(entry, evidence_from(given), notes)

    def dismiss(self, number, *dismissals):
        entry, evidence, notes = self.known[number]
        return self.put(entry, evidence, replace(notes, dismissals=dismissals))

    def mark(self, number, **given):
        entry, evidence, notes = self.known[number]
        return self.put(entry, evidence, replace(notes, marks=marks_from(given)))

    def rules(self, number):
        return [one.rule for one in self.lint.entry_findings(number) if not one.dismissed]

    def finding(self, number, rule):
        found = [one for one in self.lint.entry_findings(number) if one.rule == rule]
        assert len(found) == 1, self.lint.entry_findings(number)
        return found[0]

    def stale(self):
        """What is let stand and is no longer there, of all entries and of the dataset."""
        of_entries = [one for number in self.known for one in self.lint.stale_of_entry(number)]
        return (*of_entries, *self.lint.let_stand_in_dataset()[1])

    def dataset_rules(self):
        return [one.rule for one in self.lint.dataset_findings() if not one.dismissed]


def world_of(example):
    concepts = {entry.given.get("concept", "concept") for entry in example.entries}
    given = example.given.get("choices") or next(
        (entry.given["choices"] for entry in example.entries if "choices" in entry.given), {}
    )
    world = World(choices=choices_from(given, concepts), concepts=sorted(concepts))
    for entry in example.entries:
        world.add(entry.caption, **entry.given)
    return world
