"""Every line of a data.toml explains itself from the table that also validates it."""

import pytest

from app.export.toml_hint import hint
from app.export.toml_keys import KEYS


@pytest.mark.parametrize("name", KEYS)
def test_every_key_says_what_it_does_and_its_default(name):
    found = hint(f"  {name} = 1  # mine")
    assert found is not None
    assert found.name == name
    assert str(found.explains)
    assert found.default == KEYS[name].default
    assert found.trap == KEYS[name].trap


@pytest.mark.parametrize("line", ["[general]", "[[datasets]]", "  [[datasets.subsets]]  # one"])
def test_tables_are_explained_too(line):
    found = hint(line)
    assert found is not None
    assert str(found.explains)
    assert found.default == ""


@pytest.mark.parametrize("line", ["", "   ", "# num_repeats = 4", "]", "[1, 2],"])
def test_other_lines_are_not(line):
    assert hint(line) is None


@pytest.mark.parametrize("line", ["shouting = true", "[training]"])
def test_what_the_trainer_does_not_know_is_said(line):
    found = hint(line)
    assert found is not None
    assert "stops" in str(found.explains)
