"""Lint keeps up with every change, one entry at a time, and forgets nothing."""

import pickle
import random
from dataclasses import replace

import pytest
from lint_world import World, choices_from, entry_of, evidence_from

from app.dataset.marks import NO_NOTES, Dismissal, EntryNotes
from app.images.evidence import NOTHING_MEASURED
from app.lint.dismissals import mark_of
from app.lint.reading import read_entries, read_entry
from app.lint.rule import Severity
from app.lint.vocabulary import load_vocabulary

SAD = "a photo of a sad woman in a red coat"
PILE = "beautiful gorgeous extremely lovely woman in a red coat"


def test_a_keystroke_that_makes_a_caption_unlike_its_copy_tells_both():
    world = World(["a woman on a bench", "a woman on a bench", "a dog"])
    assert world.rules(0) == world.rules(1) == ["copied-caption"]
    changed = world.type(1, "a woman on a bench b")
    assert changed == {0, 1}
    assert world.rules(0) == world.rules(1) == []
    assert world.type(2, "a woman on a bench") == {0, 2}


def test_worst_comes_first_and_what_is_dismissed_last():
    world = World()
    number = world.add(SAD + ", at night", marks={"expression": "smiling"})
    found = world.lint.entry_findings(number)
    ranks = [list(Severity).index(one.severity) for one in found]
    assert ranks == sorted(ranks)
    assert found[0].rule == "mood-not-in-picture"
    world.known[number] = (*world.known[number][:2], world.known[number][2])
    entry, evidence, notes = world.known[number]
    kept = replace(notes, dismissals=(Dismissal("mood-not-in-picture", "sad", "she is an actor"),))
    world.put(entry, evidence, kept)
    found = world.lint.entry_findings(number)
    assert found[-1].rule == "mood-not-in-picture"
    assert found[-1].dismissed


def test_a_dismissal_lapses_when_the_words_change():
    world = World()
    number = world.add("1girl, (red coat:1.2), park")
    world.dismiss(number, Dismissal("prompt-syntax", "(red coat:1.2)", "for my own program"))
    assert world.rules(number) == []
    assert not world.stale()
    assert world.lint.counts()[Severity.WARNING] == 0
    entry, evidence, notes = world.known[number]
    world.put(replace(entry, text="1girl, (red coat:1.3), park"), evidence, notes)
    assert world.rules(number) == ["prompt-syntax"]
    (stale,) = world.stale()
    assert (stale.entry, stale.rule, stale.words) == (number, "prompt-syntax", "(red coat:1.2)")


def test_a_dismissal_about_a_picture_is_not_called_stale_before_it_is_measured():
    world = World()
    number = world.add("a street at night")
    world.dismiss(number, Dismissal("light-not-in-picture", "at night"))
    assert not world.stale()
    entry, _, notes = world.known[number]
    world.put(entry, evidence_from({"lightness": 30}), notes)
    assert [one.rule for one in world.stale()] == ["light-not-in-picture"]


def test_a_rule_is_dismissed_for_the_whole_dataset():
    captions = [f"a woman {n}, soft lighting" for n in range(5)] + ["a woman, harsh lighting"] * 1
    world = World(captions)
    assert world.dataset_rules() == ["mixed-lighting-words"]
    for dismissed in ("mixed-lighting-words", "mixed-lighting-words concept"):
        world.lint.set_choices(choices_from({"dismissed_rules": [dismissed]}))
        assert world.dataset_rules() == []
        assert world.lint.dataset_findings()[0].dismissed
        assert not world.stale()
    world.lint.set_choices(choices_from({"dismissed_rules": ["mixed-lighting-words elsewhere"]}))
    assert world.dataset_rules() == ["mixed-lighting-words"]
    (stale,) = world.stale()
    assert (stale.entry, stale.words) == (None, "elsewhere")


def test_what_is_let_stand_for_the_dataset_may_end_with_a_blank():
    text = "A woman walks her dog in the park, and it rains. red coat, umbrella, wet street "
    world = World([text])
    (found,) = (one for one in world.lint.entry_findings(0) if one.key == text)
    mark = mark_of(found.rule, found.key)
    world.lint.set_choices(choices_from({"dismissed_rules": [mark]}))
    assert found.rule not in world.rules(0)
    assert len(world.lint.let_stand_in_dataset()[0]) == 1


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("a woman on a bench", "A woman on a  bench", "copied-caption"),
        (
            "a woman with purple hair walks through a park beside a long stone wall at noon slowly",
            "a woman with purple hair walks through a park beside a long stone wall at noon again",
            "nearly-copied-caption",
        ),
    ],
)
def test_a_picture_that_proves_to_be_the_same_file_tells_the_other(one, other, rule):
    world = World([one, other])
    world.learn(0, digest="ab")
    assert rule in world.rules(0)
    assert world.learn(1, digest="ab") == {0, 1}
    assert rule not in world.rules(0) + world.rules(1)
    world.learn(1, digest="cd")
    assert rule in world.rules(0)


def test_too_few_pictures_have_no_outlier():
    world = World([f"a dog beside {n} cats" for n in range(8)])
    for number in range(8):
        world.learn(number, lightness=55 if number else 5)
    assert "light-outlier" in world.rules(0)
    world.lint.drop(7)
    assert "light-outlier" not in world.rules(0)


def test_counts_follow_every_change():
    world = World(["", PILE, "a dog"])
    assert world.lint.counts() == {Severity.ERROR: 1, Severity.WARNING: 1, Severity.HINT: 0}
    world.type(0, "a cat")
    world.type(1, "a woman in a red coat")
    assert not any(world.lint.counts().values())
    world.type(2, "")
    world.lint.drop(2)
    assert not any(world.lint.counts().values())
    assert world.lint.entry_findings(2) == ()
    assert world.lint.terms(2) == ()
    assert world.lint.drop(2) == frozenset()


def test_dropping_a_copy_tells_the_other():
    world = World(["a cat", "a cat"])
    assert world.lint.drop(1) == {0, 1}
    assert world.rules(0) == []


def test_choices_change_what_is_found():
    world = World([SAD], choices=choices_from({}))
    world.learn(0, smile="smile")
    assert world.rules(0) == ["mood-not-in-picture"]
    world.lint.set_choices(choices_from({"purpose": "style"}))
    assert world.rules(0) == []
    assert not any(world.lint.counts().values())


def test_settling_works_in_slices():
    world = World(["", "", PILE])
    world.lint.set_choices(choices_from({}))
    assert not world.lint.settle(2)
    assert world.lint.settle(2)
    assert world.lint.counts()[Severity.ERROR] == 2


def test_readings_of_a_worker_are_those_of_the_window():
    vocabulary = load_vocabulary()
    entries = [
        entry_of(n, text, {}) for n, text in enumerate((SAD, PILE, "", "夜の街、笑顔の女性"))
    ]
    there = pickle.loads(pickle.dumps(read_entries(entries, vocabulary)))
    assert there == tuple(read_entry(entry, vocabulary) for entry in entries)


def started_with(known):
    """A dataset of two concepts that is opened with all this at once."""
    fresh = World(concepts=("one", "two"))
    fresh.lint.put_all(
        (entry, read_entry(entry, fresh.vocabulary), evidence, notes)
        for entry, evidence, notes in known.values()
    )
    return fresh


WORDS = (
    "a woman on a bench",
    "a woman on a bench, soft lighting",
    "1girl, bench, harsh lighting, park",
    "beautiful gorgeous lovely stunning cat",
    "a dog, at night",
    "",
    "1girl, solo, long hair, park, smile",
    "purplecurly, A woman with purple hair walks through a park at night.",
)


@pytest.mark.parametrize("seed", range(6))
def test_many_changes_end_where_a_fresh_start_would(seed):
    random_ = random.Random(seed)
    world = World(concepts=("one", "two"))
    for _ in range(14):
        world.add(random_.choice(WORDS), concept=random_.choice(("one", "two")))
    for _ in range(60):
        number = random_.randrange(14)
        match random_.randrange(4):
            case 0 | 1:
                world.type(number, random_.choice(WORDS))
            case 2:
                world.learn(number, lightness=random_.choice((12, 50, 75)))
            case _:
                world.mark(number, light=random_.choice(("day", "night", "soft")))
        if random_.random() < 0.3:
            world.lint.counts()
            world.lint.dataset_findings()
        if random_.random() < 0.1:
            gone = random_.randrange(14)
            world.lint.drop(gone)
            world.put(*world.known[gone])
    fresh = started_with(world.known)
    for number in world.known:
        assert _told(world, number) == _told(fresh, number)
    assert world.lint.counts() == fresh.lint.counts()
    assert sorted(world.dataset_rules()) == sorted(fresh.dataset_rules())


DRIFTING = (
    "1girl, long black hair, park",
    "1girl, black long hair, park",
    "1girl, long hair, black, window",
    "a closeup of a grey stone",
    "a close-up of a gray stone",
    "a photograph of a photogrpah on a colour wheel, smiling woman",
    "a photograph of a color wheel beside a smiling man",
    "1girl, smile, park",
    "1girl, smile, park, window",
)


@pytest.mark.parametrize("seed", range(8))
def test_what_is_counted_over_the_dataset_does_not_depend_on_the_way_there(seed):
    random_ = random.Random(seed)
    world = World(concepts=("one", "two"))
    bits = [random_.getrandbits(128) for _ in range(3)]
    for _ in range(30):
        world.add(random_.choice(DRIFTING), concept=random_.choice(("one", "one", "two")))
    for _ in range(150):
        number = random_.randrange(30)
        match random_.randrange(4):
            case 0:
                near = random_.choice(bits) ^ (1 << random_.randrange(128))
                lightness, width = random_.choice((20, 50, 55)), random_.choice((512, 1024))
                world.learn(number, bits=near, lightness=lightness, width=width, height=1024)
            case 1:
                world.lint.drop(number)
                world.put(*world.known[number])
            case _:
                world.type(number, random_.choice(DRIFTING))
        if random_.random() < 0.3:
            world.lint.counts()
    fresh = started_with(world.known)
    one_by_one = World(concepts=("one", "two"))
    for known in world.known.values():
        one_by_one.put(*known)
    for other in (fresh, one_by_one):
        for number in world.known:
            assert _told(world, number) == _told(other, number)
        assert world.lint.counts() == other.lint.counts()
        assert _about_all(world) == _about_all(other)


def _about_all(world):
    found = world.lint.dataset_findings()
    return sorted((one.rule, sorted(one.entries), one.key, repr(one.values)) for one in found)


def _told(world, number):
    # Which other entry is named, and what is usual, depend on the order of events.
    return [(one.rule, one.start, one.end, one.key) for one in world.lint.entry_findings(number)]


def test_unknown_evidence_and_no_notes_are_enough():
    world = World()
    entry = entry_of(0, "a cat", {})
    assert world.put(entry, NOTHING_MEASURED, NO_NOTES) == {0}
    assert world.put(entry, NOTHING_MEASURED, EntryNotes()) == {0}
