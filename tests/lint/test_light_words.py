"""Wording drift is told apart from truly varied light, in made sets of ten kinds."""

import random

import pytest
from lint_world import World

NIGHT = {"lightness": 14, "contrast": 14, "b": 4}
DAY = {"lightness": 66, "contrast": 20, "b": 3}
DUSK = {"lightness": 40, "contrast": 17, "b": 24}
ROOM = {"lightness": 55, "contrast": 18, "b": 8}
WORDS = {
    "night": ("at night", "under a starry sky", "in the moonlight"),
    "day": ("in daylight", "on a sunny day", "in bright sunlight"),
    "dusk": ("at sunset", "in the golden hour", "at sunrise"),
}
SUBJECTS = (
    "a street",
    "a harbour",
    "a bridge",
    "a tower",
    "a park",
    "a square",
    "a canal",
    "a market",
    "a church",
)


def near(place, random_):
    return {key: value + random_.gauss(0, 2) for key, value in place.items()}


def one(number, light, place=None, random_=None, **given):
    if place is not None:
        given["evidence"] = near(place, random_)
    return f"{SUBJECTS[number % 9]} {number // 9}, {light}", given


def drift_marked(random_):
    lights = ["soft lighting"] * 7 + ["cinematic lighting"] * 3
    return [one(n, light, marks={"light": "soft"}) for n, light in enumerate(lights)]


def drift_alike_pictures(random_):
    lights = ["soft light", "dramatic lighting", "soft lighting", "cinematic lighting"] * 4
    return [one(n, light, ROOM, random_) for n, light in enumerate(lights)]


def drift_random_words_on_varied_pictures(random_):
    words = [word for group in WORDS.values() for word in group]
    places = [NIGHT, DAY, DUSK]
    return [one(n, random_.choice(words), places[n % 3], random_) for n in range(30)]


def drift_unknown_light(random_):
    lights = ["studio lighting", "natural daylight"] * 6
    return [one(n, light) for n, light in enumerate(lights)]


def drift_of_one(random_):
    lights = ["soft lighting"] * 11 + ["harsh lighting"]
    return [one(n, light, ROOM, random_) for n, light in enumerate(lights)]


def varied_marked(random_):
    kinds = [("night", "night"), ("day", "day"), ("dusk", "golden")] * 4
    return [
        one(n, random_.choice(WORDS[word]), marks={"light": mark})
        for n, (word, mark) in enumerate(kinds)
    ]


def varied_night_and_day(random_):
    kinds = [("night", NIGHT), ("day", DAY)] * 6
    return [
        one(n, random_.choice(WORDS[word]), place, random_) for n, (word, place) in enumerate(kinds)
    ]


def varied_three_ways(random_):
    kinds = [("night", NIGHT), ("day", DAY), ("dusk", DUSK)] * 8
    return [
        one(n, random_.choice(WORDS[word]), place, random_) for n, (word, place) in enumerate(kinds)
    ]


def varied_unevenly(random_):
    kinds = [("day", DAY)] * 16 + [("night", NIGHT)] * 4
    return [
        one(n, random_.choice(WORDS[word]), place, random_) for n, (word, place) in enumerate(kinds)
    ]


def varied_studio_and_street(random_):
    lights = [("soft lighting", ROOM), ("at night", NIGHT), ("soft light", ROOM)] * 5
    return [one(n, light, place, random_) for n, (light, place) in enumerate(lights)]


DRIFTED = (
    drift_marked,
    drift_alike_pictures,
    drift_random_words_on_varied_pictures,
    drift_unknown_light,
    drift_of_one,
)
VARIED = (
    varied_marked,
    varied_night_and_day,
    varied_three_ways,
    varied_unevenly,
    varied_studio_and_street,
)


def opened(make, seed=3):
    world = World()
    for caption, given in make(random.Random(seed)):
        world.add(caption, **given)
    return world


def warned(world):
    return [n for n in world.known if "mixed-lighting-words" in world.rules(n)]


def about_light(world):
    return [rule for rule in world.dataset_rules() if "light" in rule]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("make", DRIFTED, ids=lambda make: make.__name__)
def test_drift_is_found(make, seed):
    world = opened(make, seed)
    rules = about_light(world)
    assert "mixed-lighting-words" in rules
    assert "varied-light" not in rules


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("make", VARIED, ids=lambda make: make.__name__)
def test_variety_is_no_drift_and_warns_on_no_entry(make, seed):
    world = opened(make, seed)
    rules = about_light(world)
    assert "varied-light" in rules
    assert "mixed-lighting-words" not in rules
    assert not warned(world)


def test_entries_that_depart_are_named_where_their_light_is_known():
    assert warned(opened(drift_marked)) == [7, 8, 9]
    assert warned(opened(drift_of_one)) == [11]
    assert warned(opened(drift_unknown_light)) == []


def test_four_entries_that_mention_light_say_nothing():
    world = World(["a cat, soft lighting", "a dog, harsh lighting"] * 2)
    world.add("a bird on a branch")
    assert not about_light(world)
    world.add("a fish, soft lighting")
    assert about_light(world) == ["mixed-lighting-words"]


def test_words_put_right_one_by_one_end_the_drift():
    world = opened(drift_marked)
    changed = world.type(7, "a market 0, soft lighting")
    assert 7 in changed
    assert warned(world) == [8, 9]
    world.type(8, "a church 0, soft lighting")
    changed = world.type(9, "a street 1, soft lighting")
    assert not about_light(world)
    assert {0, 8} <= changed, "everybody is told that the drift is over"


def test_concepts_are_judged_apart():
    world = World(concepts=("one", "two"))
    for number in range(5):
        world.add(f"{SUBJECTS[number]}, soft lighting", concept="one")
        world.add(f"{SUBJECTS[number]}, harsh lighting", concept="two")
    assert not about_light(world)
