"""Camera words that wander are told apart from pictures that truly vary, in ten made sets."""

import random

import pytest
from lint_world import World, choices_from

WHO = ("a woman", "a man", "a girl", "a boy", "a nurse", "a cook", "a pilot", "a clerk")
NEAR, MIDDLE, FAR = 500, 240, 80
WORDS = {
    NEAR: ("close-up", "face close-up", "headshot"),
    MIDDLE: ("upper body", "waist up", "medium shot"),
    FAR: ("full body", "full body shot", "full-length shot"),
}
MARKS = {NEAR: "close", MIDDLE: "half", FAR: "full"}
ABOUT = ("mixed-distance-words", "varied-distance", "mixed-camera-words")


def seen(number, words, height=None, mark=None):
    given = {}
    if height:
        given["evidence"] = {"width": 1024, "height": 1024, "face_height": height}
    if mark:
        given["marks"] = {"distance": mark}
    return f"{WHO[number % 8]} number {number}, {words}", given


def drift_measured_alike(r):
    words = ["close-up"] * 8 + ["full body"] * 4
    return [seen(n, one, NEAR + r.randrange(-30, 30)) for n, one in enumerate(words)]


def drift_at_random(r):
    every = [word for group in WORDS.values() for word in group]
    return [seen(n, r.choice(every), (NEAR, FAR)[n % 2]) for n in range(40)]


def drift_against_marks(r):
    words = ["close-up"] * 6 + [r.choice(WORDS[MIDDLE]) for _ in range(3)]
    return [seen(n, one, mark="close") for n, one in enumerate(words)]


def drift_unknown_person(r):
    words = [r.choice(WORDS[NEAR]) for _ in range(6)] + ["wide shot", "full body"]
    return [seen(n, one) for n, one in enumerate(words)]


def drift_of_a_quarter(r):
    words = ["full body"] * 9 + ["headshot"] * 3
    return [seen(n, one, FAR + r.randrange(-20, 20)) for n, one in enumerate(words)]


def varied(r, heights, count, *, marked=False, slack=0):
    made = []
    for n in range(count):
        height = heights[n % len(heights)]
        words = r.choice(WORDS[height])
        if marked:
            made.append(seen(n, words, mark=MARKS[height]))
        else:
            made.append(seen(n, words, height + (r.randrange(-slack, slack) if slack else 0)))
    return made


def varied_near_and_far(r):
    return varied(r, (NEAR, FAR), 16)


def varied_three_ways(r):
    return varied(r, (NEAR, MIDDLE, FAR), 30, slack=40)


def varied_marked(r):
    return varied(r, (NEAR, MIDDLE, FAR), 12, marked=True)


def varied_unevenly(r):
    return varied(r, (NEAR, NEAR, NEAR, NEAR, FAR), 25)


def varied_half_and_full(r):
    return varied(r, (MIDDLE, FAR), 14, marked=True)


DRIFTED = (
    drift_measured_alike,
    drift_at_random,
    drift_against_marks,
    drift_unknown_person,
    drift_of_a_quarter,
)
VARIED = (
    varied_near_and_far,
    varied_three_ways,
    varied_marked,
    varied_unevenly,
    varied_half_and_full,
)


def opened(make, seed=5, **choices):
    world = World(choices=choices_from(choices))
    for caption, given in make(random.Random(seed)):
        world.add(caption, **given)
    return world


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("make", DRIFTED, ids=lambda make: make.__name__)
def test_drift_is_found(make, seed):
    world = opened(make, seed, purpose="person")
    rules = world.dataset_rules()
    assert "mixed-distance-words" in rules
    assert "varied-distance" not in rules


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("make", VARIED, ids=lambda make: make.__name__)
@pytest.mark.parametrize("purpose", ["person", "fashion"])
def test_variety_is_no_drift_and_warns_on_no_entry(make, seed, purpose):
    world = opened(make, seed, purpose=purpose)
    rules = world.dataset_rules()
    assert "varied-distance" in rules
    assert "mixed-distance-words" not in rules
    assert not [n for n in world.known if not {*ABOUT}.isdisjoint(world.rules(n))]


def test_entries_that_depart_are_named_where_they_were_measured():
    world = opened(drift_measured_alike)
    assert [n for n in world.known if "mixed-distance-words" in world.rules(n)] == [8, 9, 10, 11]


def test_unknown_distances_of_no_person_are_believed():
    world = opened(drift_unknown_person, purpose="fashion")
    assert not {*ABOUT[:2]}.intersection(world.dataset_rules())


def test_words_put_right_one_by_one_end_the_drift():
    world = opened(drift_of_a_quarter)
    told = frozenset()
    for number in (9, 10):
        told |= world.type(number, f"a pilot number {number}, full body")
    assert "mixed-distance-words" not in world.dataset_rules()
    assert {0, 11} <= told, "everybody is told that the drift is over"


def test_an_entry_that_goes_is_forgotten():
    world = opened(drift_measured_alike)
    for number in range(8, 12):
        world.lint.drop(number)
    assert "mixed-distance-words" not in world.dataset_rules()
