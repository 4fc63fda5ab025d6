"""Who says a phrase, and what a caption becomes when that flips."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.captions.words import cut
from app.lint.terms import Kind, find_terms
from app.lint.vocabulary import load_vocabulary
from app.review.flipping import (
    IS_ALL,
    IS_DENIED,
    IS_HELD,
    IS_TRIGGER,
    Manner,
    flipped,
    manner_of,
)
from app.review.phrase import Sought, places

SOFT = Sought("soft light", Kind.LIGHTING)
SOFT_FAMILY = Sought("soft light", Kind.LIGHTING, "soft")
SMILING = Sought("smiling", Kind.MOOD)
SERENE = Sought("peaceful and serene", Kind.MOOD, "calm")
CLAIM = "The overall mood of the image is"
IN = Manner(lead="in")


def flip(text, sought, manner=IN, trigger=""):
    return flipped(text, sought, load_vocabulary(), trigger=trigger, manner=manner)


def says(text, sought):
    return bool(places(sought, text, find_terms(cut(text), load_vocabulary())))


@pytest.mark.parametrize(
    ("text", "sought", "expected"),
    [
        ("mira, soft light, red coat", SOFT, True),
        ("mira, Soft  Light", SOFT, True),
        ("mira, soft_light", SOFT, True),
        ("mira, hard light", SOFT, False),
        ("mira, soft lighting", SOFT, False),
        ("mira, soft lighting", SOFT_FAMILY, True),
        ("a woman, smiling softly", SMILING, True),
        ("a woman, not smiling", SMILING, False),
        ("a red coat", Sought("red coat"), True),
        ("a red coated wall", Sought("red coat"), False),
        ("柔らかい光の女性", Sought("柔らかい光"), True),
    ],
)
def test_who_says_it(text, sought, expected):
    assert says(text, sought) is expected


@pytest.mark.parametrize(
    ("before", "sought", "after"),
    [
        ("mira, soft light, red coat", SOFT, "mira, red coat"),
        ("mira, red coat, soft light", SOFT, "mira, red coat"),
        ("A woman stands in soft light.", SOFT, "A woman stands."),
        ("A woman in soft light, wearing a coat.", SOFT, "A woman, wearing a coat."),
        ("A woman in soft light beside a window.", SOFT, "A woman beside a window."),
        ("A girl, with soft lighting. She runs.", SOFT_FAMILY, "A girl. She runs."),
        ("a tower at night", Sought("at night", Kind.LIGHTING), "a tower"),
        ("a smiling woman in a coat", SMILING, "a woman in a coat"),
        ("a woman, smiling softly, red coat", SMILING, "a woman, red coat"),
        (f"A woman. {CLAIM} peaceful and serene.", SERENE, "A woman."),
        ("a peaceful and serene lake", SERENE, "a lake"),
        ("柔らかい光、女性", Sought("柔らかい光"), "女性"),
        ("柔らかい光の女性が立っている。", Sought("柔らかい光"), "女性が立っている。"),
        ("A red wall.", Sought("red"), "A wall."),
    ],
)
def test_it_is_taken_out_so_that_the_rest_reads(before, sought, after):
    found = flip(before, sought)
    assert (found.after, found.refusal) == (after, None)


@pytest.mark.parametrize(
    ("text", "sought", "reason"),
    [
        ("Soft light falls on her face.", SOFT, IS_HELD),
        ("The soft light of the morning.", SOFT, IS_HELD),
        ("She is smiling.", SMILING, IS_HELD),
        ("a woman smiling at the camera", SMILING, IS_HELD),
        ("A woman wears a red coat.", Sought("red coat"), IS_HELD),
        ("A woman stands there.", Sought("woman"), IS_HELD),
        ("soft light", SOFT, IS_ALL),
        (f"{CLAIM} peaceful and serene.", SERENE, IS_ALL),
        ("a woman, not smiling", SMILING, IS_DENIED),
    ],
)
def test_where_the_rest_would_not_read_nothing_changes(text, sought, reason):
    found = flip(text, sought)
    assert (found.after, found.refusal) == (text, reason)


def test_the_trigger_is_never_touched():
    found = flip("soft light girl, red coat", Sought("soft light"), trigger="soft light girl")
    assert found.refusal == IS_TRIGGER


@pytest.mark.parametrize(
    ("before", "manner", "after"),
    [
        ("", IN, "soft light"),
        ("mira, red coat", IN, "mira, red coat, soft light"),
        ("mira, red coat,", IN, "mira, red coat, soft light"),
        ("red lamps, tiled floor.", IN, "red lamps, tiled floor, soft light."),
        ("long_hair, red_coat", IN, "long_hair, red_coat, soft_light"),
        ("女性、赤いコート", IN, "女性、赤いコート、soft light"),
        ("A woman stands in a hall.", IN, "A woman stands in a hall, in soft light."),
        (
            "A woman stands in a hall. She holds a cup.",
            Manner(lead="with"),
            "A woman stands in a hall, with soft light. She holds a cup.",
        ),
        (
            "A woman stands in a hall.",
            Manner(claim="The lighting is"),
            "A woman stands in a hall. The lighting is soft light.",
        ),
    ],
)
def test_it_is_added_as_the_caption_is_written(before, manner, after):
    assert flip(before, SOFT, manner).after == after


def test_the_manner_is_learned_from_the_captions_that_say_it():
    def manner(sought, *texts):
        terms = [find_terms(cut(text), load_vocabulary()) for text in texts]
        found = zip(texts, terms, strict=True)
        return manner_of(sought, [(text, places(sought, text, own)) for text, own in found])

    assert manner(SOFT) == IN
    assert manner(SOFT, "A girl runs under soft light.", "mira, soft light") == Manner("under")
    assert manner(SERENE, f"A lake. {CLAIM} peaceful and serene.") == Manner(claim=CLAIM)
    assert manner(Sought("soft light")) == Manner()


WORDS = st.lists(
    st.sampled_from(["red coat", "soft light", "smiling", "a door", "at night", "mira", "snow"]),
    min_size=1,
    max_size=6,
    unique=True,
)


@given(WORDS, st.sampled_from(["soft light", "smiling", "red coat"]), st.sampled_from([", ", "、"]))
def test_flipping_twice_leaves_the_same_tags(tags, words, comma):
    kind = {"soft light": Kind.LIGHTING, "smiling": Kind.MOOD}.get(words)
    sought = Sought(words, kind)
    text = comma.join(tags)
    once = flip(text, sought, Manner())
    assert once.before == text
    if once.refusal is not None:
        assert tags == [words]
        return
    assert says(once.after, sought) is not says(text, sought)
    twice = flip(once.after, sought, Manner())
    assert twice.refusal is None
    assert sorted(re.split("、|, ", twice.after)) == sorted(tags)  # one tag shows no comma


@given(st.text(max_size=80), st.sampled_from([SOFT, SOFT_FAMILY, SMILING, SERENE, Sought("a")]))
@example("0a!A", Sought("a"))
def test_any_text_is_flipped_or_refused_and_never_half_done(text, sought):
    found = flip(text, sought)
    assert (found.after == text) or found.refusal is None
    if found.refusal is None:
        added = not says(text, sought)
        there = says(found.after, sought)
        # Added to a text that runs on, the words may be a part of longer ones.
        assert there is added or (added and sought.words in found.after.replace("_", " "))
