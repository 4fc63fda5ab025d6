"""Ten sets of real photos with captions of our own: five whose words drift, five truly varied."""

from functools import cache

import pytest
from lint_world import World, entry_of

from app.dataset.marks import NO_NOTES
from app.images.evidence import Evidence
from app.images.reader import examine

pytestmark = pytest.mark.needs_shared

MANY = 12
"""Photos of each kind in a set."""
DARKEST, LIGHTEST = 30, 50
"""Mean lightness below which a city is called a night, and from which on it is called a day."""
ANY_LIGHT = ("cinematic lighting", "natural daylight", "at night", "soft lighting", "golden hour")


@cache
def evidence_of(path):
    *_, evidence = examine(path, 128, None)
    assert isinstance(evidence, Evidence)
    return evidence


def photos(folder):
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in (".jpg", ".png"))


def night_and_day(shared):
    folder = shared / "images" / "night-day"
    return photos(folder / "night")[:MANY], photos(folder / "day")[:MANY]


def cities(shared):
    """The surely dark and the surely light ones, as somebody who looks would call them."""
    seen = {path: evidence_of(path).tone for path in photos(shared / "folders" / "cities")}
    dark = [path for path, tone in seen.items() if tone and tone.lightness_mean < DARKEST]
    light = [path for path, tone in seen.items() if tone and tone.lightness_mean > LIGHTEST]
    return dark, light


def worded(paths, words, subject):
    words = words if isinstance(words, tuple) else (words,)
    return [
        (path, f"{subject} {number}, {words[number % len(words)]}")
        for number, path in enumerate(paths)
    ]


def portraits_in_any_light(shared):
    paths = photos(shared / "folders" / "purplecurly")
    return worded(paths, ("soft lighting", "cinematic lighting", "harsh light"), "woman")


def drones_in_any_light(shared):
    return worded(photos(shared / "folders" / "drone"), ANY_LIGHT, "a drone")


def days_in_any_light(shared):
    return worded(night_and_day(shared)[1], ANY_LIGHT, "a street")


def nights_and_days_in_turns(shared):
    night, day = night_and_day(shared)
    return worded(night + day, ("at night", "in daylight"), "a street")


def paintings_of_two_minds(shared):
    paths = photos(shared / "folders" / "10_darius kawasaki person")
    return worded(paths, ("studio lighting", "natural daylight"), "a painting")


def nights_and_days(shared):
    night, day = night_and_day(shared)
    return worded(night, ("at night", "night time, street lights"), "a street") + worded(
        day, ("in daylight", "on a sunny day"), "a road"
    )


def few_nights(shared):
    night, day = night_and_day(shared)
    return worded(day, "by daylight", "a road") + worded(night[:5], "at night", "a")


def real_cities(shared):
    dark, light = cities(shared)
    return worded(dark, ("at night", "under a night sky"), "a city") + worded(
        light, ("during daytime", "in bright daylight"), "a harbour"
    )


def cities_in_japanese(shared):
    dark, light = cities(shared)
    return worded(dark, ("夜景", "夜の街"), "都市") + worded(light, ("昼間", "晴れた日"), "港")


def tagged_nights_and_days(shared):
    night, day = night_and_day(shared)
    return worded(night, "night, street", "road") + worded(day, "day, street", "r")


DRIFTED = (
    portraits_in_any_light,
    drones_in_any_light,
    days_in_any_light,
    nights_and_days_in_turns,
    paintings_of_two_minds,
)
VARIED = (nights_and_days, few_nights, real_cities, cities_in_japanese, tagged_nights_and_days)


def opened(make, shared):
    world = World()
    for number, (path, caption) in enumerate(make(shared)):
        world.put(entry_of(number, caption, {}), evidence_of(path), NO_NOTES)
    return world


def about_light(world):
    return {
        rule for rule in world.dataset_rules() if rule in ("mixed-lighting-words", "varied-light")
    }


@pytest.mark.parametrize("make", DRIFTED, ids=lambda make: make.__name__)
def test_words_that_drift_are_told(make, shared):
    assert about_light(opened(make, shared)) == {"mixed-lighting-words"}


@pytest.mark.parametrize("make", VARIED, ids=lambda make: make.__name__)
def test_light_that_varies_is_told_and_no_entry_warned(make, shared):
    world = opened(make, shared)
    assert about_light(world) == {"varied-light"}
    assert not [n for n in world.known if "mixed-lighting-words" in world.rules(n)]
