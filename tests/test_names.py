import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.names import collision_key, display_name, free_stem, natural_key, safe_stem


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("plain name.png", "plain name.png"),
        ("線画.png", "線画.png"),
        (os.fsdecode(b"bad\xff\xe9.txt"), "bad\\xff\\xe9.txt"),
        ("a\nb\t.png", "a\\u{a}b\\u{9}.png"),
        ("evil\u202egnp.exe", "evil\\u{202e}gnp.exe"),
        ("👩\u200d🎨.png", "👩\u200d🎨.png"),
        ("\ufeffx", "\\u{feff}x"),
    ],
)
def test_what_cannot_be_seen_is_spelled_out(name, shown):
    assert display_name(name) == shown


@given(st.binary(max_size=40))
def test_any_name_can_be_shown_and_encoded(data):
    shown = display_name(os.fsdecode(data))
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert "\n" not in shown


def test_numbers_sort_as_people_count():
    names = ["10.png", "2.png", "a10", "A9", "b", "1"]
    assert sorted(names, key=natural_key) == ["1", "2.png", "10.png", "A9", "a10", "b"]


@given(st.lists(st.text(max_size=8)))
def test_any_names_can_be_sorted(names):
    assert len(sorted(names, key=natural_key)) == len(names)


@pytest.mark.parametrize(
    ("one", "two"), [("A.png", "a.PNG"), ("ガ", "カ\u3099"), ("é", "e\u0301"), ("ß", "SS")]
)
def test_names_that_collide_elsewhere(one, two):
    assert collision_key(one) == collision_key(two)


def test_a_free_stem_avoids_names_that_differ_only_in_case():
    assert free_stem("Cat", {"dog"}) == "Cat"
    assert free_stem("Cat", {"cat", "cat-2"}) == "Cat-3"


@pytest.mark.parametrize("stem", ["00001", "a b", "線画 2", "a.b", "x_y-z", "👩\u200d🎨"])
def test_safe_stems(stem):
    assert safe_stem(stem)


@pytest.mark.parametrize(
    "stem",
    ["", " a", "a ", ".a", "a.", "-a", "a/b", "a\\b", "a:b", "a?", "con", "LPT1", "nul.x", "a\nb"],
)
def test_unsafe_stems(stem):
    assert not safe_stem(stem)


def test_unsafe_are_also_hidden_characters_and_long_names():
    for stem in ("a\u202eb", os.fsdecode(b"\xff"), "x" * 201):
        assert not safe_stem(stem)
