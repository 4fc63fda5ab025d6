"""The points of readiness: what blocks, what wants a look, and the count bands."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.dataset.choices import ConceptChoices
from app.dataset.entry import Caption, CaptionState, Concept, Dataset, Entry
from app.dataset.marks import NO_NOTES, EntryNotes
from app.images.evidence import Evidence, Tone
from app.lint.cards import load_cards
from app.lint.rule import Finding, Severity
from app.messages import msg
from app.review.passes import approve, flag
from app.review.picture_reasons import SAID
from app.review.readiness import (
    _RULES,
    Epoch,
    PointKind,
    Readiness,
    TomlState,
    all_ready,
    band,
    is_reviewed_twice,
    readiness,
)

FINE = TomlState(Readiness.READY, msg("fine"))


def dataset(count, notes=NO_NOTES, measured=True):
    folder = Path("/set")
    caption = Caption(CaptionState.READ, "a red coat")
    entries = [
        Entry(n, "set", folder / f"{n}.png", folder / f"{n}.txt", caption, "a red coat")
        for n in range(count)
    ]
    made = Dataset(folder, (Concept("set", folder, 1, ".txt"),), entries)
    tone = Tone(50, *(0.0,) * 16)
    for n in range(count):
        if measured:
            made.evidence[n] = Evidence(digest="d" * 64, width=1024, height=1024, tone=tone)
        made.notes[n] = notes
    return made


def twice():
    return approve(approve(NO_NOTES, 1, "a red coat", "d" * 64), 2, "a red coat", "d" * 64)


def points(made, findings=None, about_all=(), toml=FINE):
    return {p.kind: p for p in readiness(made, findings or {}, about_all, toml)}


def finding(rule, severity, entry=0, **more):
    return Finding(rule, severity, entry, **more)


def test_all_ready():
    made = dataset(20, twice())
    found = points(made)
    assert all_ready(found.values())
    assert is_reviewed_twice(made)
    assert list(found) == list(PointKind)
    assert str(found[PointKind.RESOLUTION].reason) == "all are 1024 × 1024"
    assert str(found[PointKind.RATIO].reason) == "20 of 20 are 1 : 1"
    assert str(found[PointKind.LIGHTING].reason).startswith("lightness 50 to 50")


def test_each_finding_goes_to_its_point():
    findings = {
        3: (finding("broken-picture", Severity.ERROR, 3),),
        4: (finding("odd-size", Severity.HINT, 4), finding("hedge", Severity.HINT, 4)),
        5: (finding("piled-up-modifiers", Severity.WARNING, 5),),
        6: (finding("odd-ratio", Severity.HINT, 6, dismissed=True),),
    }
    about_all = (Finding("varied-light", Severity.HINT, None, entries=(1, 2)),)
    found = points(dataset(20, twice()), findings, about_all)
    assert found[PointKind.BAD_IMAGES].state is Readiness.BLOCKED
    assert found[PointKind.BAD_IMAGES].entries == (3,)
    assert str(found[PointKind.BAD_IMAGES].reason) == "1 broken"
    assert str(found[PointKind.RESOLUTION].reason) == "all are 1024 × 1024: 1 of another size"
    assert str(found[PointKind.LIGHTING].reason) == (
        "lightness 50 to 50 of 100: light varies among 2"
    )
    assert found[PointKind.RESOLUTION].state is Readiness.LOOK
    assert found[PointKind.RESOLUTION].query == "rule:odd-size"
    assert found[PointKind.CAPTIONS].state is Readiness.LOOK
    assert found[PointKind.CAPTIONS].entries == (5,)
    assert found[PointKind.LIGHTING].entries == (1, 2)
    assert found[PointKind.RATIO].state is Readiness.READY


def test_hints_about_captions_are_counted_but_hold_nothing_up():
    found = points(dataset(20, twice()), {1: (finding("hedge", Severity.HINT, 1),)})
    assert found[PointKind.CAPTIONS].state is Readiness.READY
    assert str(found[PointKind.CAPTIONS].reason) == "no warning; 1 hints stand"


def test_what_was_not_measured_is_never_called_ready():
    found = points(dataset(3, measured=False))
    for kind in (PointKind.RESOLUTION, PointKind.LIGHTING, PointKind.BAD_IMAGES):
        assert found[kind].state is Readiness.LOOK
        assert str(found[kind].reason) == "3 not measured yet"


@pytest.mark.parametrize(
    ("notes", "state"),
    [
        (NO_NOTES, Readiness.LOOK),
        (approve(NO_NOTES, 1, "a red coat", "d" * 64), Readiness.LOOK),
        (flag(twice(), 2, "a red coat", "d" * 64), Readiness.BLOCKED),
        (approve(approve(NO_NOTES, 1, "other", "x"), 2, "other", "x"), Readiness.LOOK),
        (twice(), Readiness.READY),
    ],
)
def test_reviewed_twice_means_what_is_there_now(notes: EntryNotes, state):
    found = points(dataset(16, notes))[PointKind.REVIEWED]
    assert found.state is state
    assert bool(found.entries) == (state is not Readiness.READY)


def test_the_file_has_its_say():
    blocked = TomlState(Readiness.BLOCKED, msg("not UTF-8"))
    assert points(dataset(16), toml=blocked)[PointKind.DATA_TOML].state is Readiness.BLOCKED


@pytest.mark.parametrize(
    ("count", "state", "words"),
    [
        (4, Readiness.LOOK, "too few"),
        (5, Readiness.LOOK, "unstable"),
        (10, Readiness.LOOK, "unstable"),
        (11, Readiness.LOOK, "getting there"),
        (15, Readiness.READY, "most efficient"),
        (25, Readiness.READY, "most efficient"),
        (26, Readiness.READY, "best quality"),
        (50, Readiness.READY, "best quality"),
        (51, Readiness.READY, "no harm"),
        (59, Readiness.READY, "no harm"),
        (60, Readiness.LOOK, "little gain"),
    ],
)
def test_the_count_bands(count, state, words):
    found, message = band(count)
    assert found is state
    assert words in str(message)
    assert str(message).startswith(str(count))


def test_the_count_tells_of_an_epoch_and_leaves_out_what_only_holds_back():
    made = dataset(20)
    found = {p.kind: p for p in readiness(made, {}, (), FINE, Epoch(40, 20))}
    assert str(found[PointKind.COUNT].reason) == (
        "20 pictures: the most efficient number; 40 shown in an epoch of 20 steps"
    )
    found = {p.kind: p for p in readiness(made, {}, (), FINE, Epoch(40, None))}
    assert str(found[PointKind.COUNT].reason).endswith("40 shown in an epoch")
    made.choices = replace(made.choices, concepts={"set": ConceptChoices(regularisation=True)})
    assert str(points(made)[PointKind.COUNT].reason).startswith("0 pictures")


def test_every_rule_about_pictures_has_its_words():
    assert set(SAID) == {rule for rules in _RULES.values() for rule in rules}
    assert set(SAID) <= set(load_cards())
