from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.toml_io import DamagedError, inline, key_of, name_of, parse_toml
from app.toml_values import from_table, to_table


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Inner:
    word: str
    weight: float = 1.0


@dataclass(frozen=True)
class Outer:
    flag: bool = False
    count: int = 3
    colour: Colour | None = None
    size: tuple[int, int] = (1, 2)
    words: tuple[str, ...] = ()
    inner: Inner | None = None
    many: Mapping[str, Inner] = field(default_factory=dict)
    where: Path | None = None


FULL = Outer(
    True,
    5,
    Colour.BLUE,
    (3, 4),
    ("a", "b"),
    Inner("w", 2.5),
    {"x": Inner("y")},
    Path("/a/b"),
)


def test_defaults_are_not_written():
    assert to_table(Outer()) == {}
    assert to_table(Outer(count=4)) == {"count": 4}


def test_everything_comes_back():
    assert from_table(Outer, to_table(FULL), "f") == (FULL, [])


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("flag", 1, "true or false"),
        ("count", True, "whole number"),
        ("count", 2**70, "whole number"),
        ("colour", "green", '"red", "blue"'),
        ("colour", 3, '"red", "blue"'),
        ("size", [1], "list of 2"),
        ("size", [1, "x"], "whole number"),
        ("words", "a", "must be a list"),
        ("inner", {"weight": 1}, "lacks a usable word"),
        ("inner", 5, "must be a table"),
        ("many", [], "must be a table"),
        ("where", 5, "text in quotes"),
    ],
)
def test_a_wrong_value_gives_way_and_is_named(key, value, words):
    read, notices = from_table(Outer, {key: value, "flag": True} | {key: value}, "some.toml")
    assert getattr(read, key) == getattr(Outer(), key)
    assert len(notices) == 1
    assert words in str(notices[0])
    assert key in str(notices[0])
    assert str(notices[0]).startswith("some.toml: ")


def test_one_bad_item_of_many_does_not_cost_the_others():
    read, notices = from_table(
        Outer, {"words": ["a", 5, "b"], "many": {"x": {"word": "w"}, "y": 4}}, "f"
    )
    assert read.words == ("a", "b")
    assert read.many == {"x": Inner("w")}
    assert len(notices) == 2


def test_a_float_may_be_written_as_a_whole_number_but_not_as_infinity():
    assert from_table(Inner, {"word": "w", "weight": 2}, "f")[0].weight == 2.0
    assert from_table(Inner, {"word": "w", "weight": float("inf")}, "f")[0].weight == 1.0


def test_a_required_field_must_be_there():
    with pytest.raises(KeyError):
        from_table(Inner, {}, "f")


VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(list(Outer.__dataclass_fields__)), VALUES))
def test_any_table_can_be_read(table):
    read, notices = from_table(Outer, table, "f")
    assert isinstance(read, Outer)
    assert all(str(notice) for notice in notices)


PLAIN = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6), inner, max_size=3
    ),
    max_leaves=6,
)


@given(PLAIN)
def test_inline_values_mean_what_they_say(value):
    assert parse_toml(f"x = {inline(value)}".encode())["x"] == value


@given(st.binary(max_size=30).filter(lambda b: b"/" not in b and b"\0" not in b))
def test_any_file_name_is_a_key(data):
    name = data.decode("utf-8", "surrogateescape")
    assert isinstance(key_of(name).encode("utf-8"), bytes)
    assert name_of(key_of(name)) == name


@pytest.mark.parametrize(
    "data",
    [
        b"a = 1\na = 2",
        b"x = " + b"[" * 3000,
        b"n = " + b"9" * 5000,
        b"\xff\xfe",
        b"a = \0",
        b"a",
    ],
)
def test_damage_has_one_name(data):
    """Row 38."""
    with pytest.raises(DamagedError) as caught:
        parse_toml(data)
    assert str(caught.value.reason)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_table_or_damaged(data):
    with suppress(DamagedError):
        assert isinstance(parse_toml(data), dict)
