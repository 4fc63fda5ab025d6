"""The trigger in captions: what is a slip of the keys, and what may be meant."""

import pytest
from lint_world import World, choices_from

SLIP = "misspelt-trigger"


@pytest.mark.parametrize(
    ("trigger", "caption", "safe"),
    [
        ("purplecurly", "a purplecurley woman at a door", True),
        ("purplecurly", "a purple-curly woman at a door", True),
        ("skydrone", "two skydrones over a field", False),
        ("copperfox", "copperfoxes at a river", False),
        ("ridges", "a ridge above the valley", False),
    ],
)
def test_a_slip_is_mended_safely_but_a_plural_only_by_the_person(trigger, caption, safe):
    world = World([caption], choices_from({"trigger": trigger}))
    found = world.finding(0, SLIP)
    assert found is not None
    assert [fix.safe for fix in found.fixes] == [safe]


def test_a_word_that_is_far_from_the_trigger_is_no_slip_of_it():
    world = World(["a purple curtain at a door"], choices_from({"trigger": "purplecurly"}))
    assert SLIP not in world.rules(0)
    assert "missing-trigger" in world.rules(0)
