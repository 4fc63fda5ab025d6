"""Wording: families counted, contradictions told, and one phrase in place of several."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lint_world import World, entry_of

from app.lint.reading import read_entry
from app.lint.terms import Kind
from app.lint.unify import unify
from app.lint.vocabulary import load_vocabulary
from app.lint.wording import Phrase, Survey, phrase_key, suggested

LIGHT = Kind.LIGHTING


def survey_of(captions, **given):
    world = World(captions, **given)
    return survey_in(world)


def survey_in(world):
    survey = Survey()
    for number, (entry, _, _) in world.known.items():
        reading = read_entry(entry, world.vocabulary)
        survey.add(reading, world.lint.entry_findings(number))
    return survey.result()


def unified(text, phrases, say, kind=LIGHT, trigger=""):
    keys = {(kind, phrase_key(one)) for one in phrases}
    return unify({0: text}, keys, say, load_vocabulary(), {0: trigger}).get(0, text)


def test_families_are_counted_by_entry_and_the_commonest_comes_first():
    wording = survey_of(
        [
            "a street at night",
            "a tower at Night, at night",
            "a bridge, nighttime",
            "a park during daytime",
            "a cat",
        ]
    )[LIGHT]
    night, natural = wording.families
    assert night.name == "night"
    assert [(p.key, p.entries) for p in night.phrases] == [
        ("at night", (0, 1)),
        ("nighttime", (2,)),
    ]
    assert night.phrases[0].text == "at night"
    assert natural.entries == (3,)
    assert wording.silent == (4,)
    assert (wording.named, wording.total) == (4, 5)
    assert wording.drifting == (night,)


def test_every_kind_has_its_own_families():
    wording = survey_of(["a sad woman, close-up, oil painting"])
    assert wording[Kind.MOOD].named == 1
    assert wording[Kind.CAMERA].named == 1
    assert wording[Kind.MEDIUM].named == 1
    assert wording[LIGHT].silent == (0,)


def test_an_entry_whose_picture_shows_something_else_is_told():
    world = World()
    world.add("a city at night", evidence={"flags": ["bright"], "lightness": 81})
    world.add("a bay at night")
    (night,) = survey_in(world)[LIGHT].families
    (finding,) = night.phrases[0].contradicted
    assert (finding.entry, finding.rule) == (0, "light-not-in-picture")


def test_the_suggestion_is_short_but_not_rare():
    phrases = [
        Phrase("during night time", "during night time", (1, 2, 3, 4, 5)),
        Phrase("at night", "at night", (6, 7, 8)),
        Phrase("night", "night", (9,)),
    ]
    assert suggested(phrases).key == "at night"
    assert suggested([]) is None


@pytest.mark.parametrize(
    ("before", "phrases", "say", "after"),
    [
        ("buildings during nighttime", ["nighttime"], "at night", "buildings at night"),
        ("road, nighttime, lamps", ["nighttime"], "at night", "road, at night, lamps"),
        # capitals at the beginning of a sentence follow
        ("Nighttime. A road.", ["nighttime"], "at night", "At night. A road."),
        ("Golden hour over a bay.", ["golden hour"], "sunset light", "Sunset light over a bay."),
        # the preposition is never doubled, nor lost in running text
        ("a lake in daylight.", ["in daylight"], "during daytime", "a lake during daytime."),
        ("a lake during daytime.", ["during daytime"], "daylight", "a lake during daylight."),
        ("a lake, during daytime", ["during daytime"], "daylight", "a lake, daylight"),
        # articles follow the sound
        ("under a soft light", ["soft light"], "overcast light", "under an overcast light"),
        # the same is not said twice
        ("a road, at night, nighttime", ["nighttime"], "at night", "a road, at night"),
        ("nighttime, a road, at night", ["nighttime"], "at night", "at night, a road"),
        # a word that describes another stays
        ("the nighttime skyline", ["nighttime"], "at night", "the nighttime skyline"),
        # nor does a sentence lose its verb
        ("The lighting is soft.", ["lighting is soft"], "soft light", "The lighting is soft."),
        # underscores stay underscores
        ("road, golden_hour", ["golden_hour"], "sunset light", "road, sunset_light"),
        ("夜景の街、自然光", ["自然光"], "日光", "夜景の街、日光"),
        ("a road at night", ["at night"], "  ", "a road at night"),
    ],
)
def test_a_phrase_gives_way_cleanly(before, phrases, say, after):
    assert unified(before, phrases, say) == after


def test_a_trigger_is_never_touched():
    assert unified("goldenhour woman, golden hour", ["golden hour"], "daylight") == (
        "goldenhour woman, daylight"
    )
    text = "golden hour woman, golden hour"
    assert unified(text, ["golden hour"], "daylight", trigger="golden hour") == text


def test_other_phrases_and_other_kinds_stay():
    text = "a sad woman in daylight, at night"
    assert unified(text, ["nighttime", "sad"], "dusk") == text


WORDS = (
    *("at night", "nighttime", "during night time", "night", "daylight", "during daytime"),
    *("soft light", "golden hour", "cinematic lighting", "natural light", "dark", "bright"),
    *("a road", "an old house", "mira", "in", "under", "the", "a", ",", ".", "and"),
    *("Night", "Golden hour", "自然光", "夜", "の街", "、"),
)
SAYS = ("at night", "daylight", "soft natural light", "during daytime", "overcast light", "自然光")


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=9),
    st.sets(st.sampled_from(WORDS), max_size=5),
    st.sampled_from(SAYS),
)
def test_doing_it_twice_changes_nothing_more(pieces, phrases, say):
    text = " ".join(pieces)
    once = unified(text, phrases, say, trigger="mira")
    assert unified(once, phrases, say, trigger="mira") == once
    assert once.count("mira") == text.count("mira")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=12))
def test_text_without_the_phrases_is_left_alone(text, say):
    assert unified(text, [], say) == text


def test_an_entry_that_changed_is_read_anew():
    entry = replace(entry_of(0, "a road at night", {}), text="a road at dusk")
    survey = Survey()
    survey.add(read_entry(entry, load_vocabulary()), ())
    assert "at night" not in str(survey.result())
