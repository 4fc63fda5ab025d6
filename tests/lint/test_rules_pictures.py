"""Rules over all pictures keep up with pictures that come, change and go."""

import random

import pytest
from lint_world import World, choices_from

NEAR = "near-duplicate-picture"
FAR = (1 << 128) - 1


def flipped(bits, count, random_):
    for place in random_.sample(range(128), count):
        bits ^= 1 << place
    return bits


def test_duplicates_are_found_among_many_and_forgotten_when_they_go():
    random_ = random.Random(7)
    world = World()
    prints = [random_.getrandbits(128) for _ in range(200)]
    for number, bits in enumerate(prints):
        world.add(f"picture {number}", evidence={"bits": bits, "mirrored": FAR})
    assert not [number for number in world.known if NEAR in world.rules(number)]
    twin = world.add("twin", evidence={"bits": flipped(prints[150], 8, random_), "mirrored": FAR})
    assert NEAR in world.rules(twin)
    assert world.finding(150, NEAR).values["distance"] == 8
    assert world.lint.drop(twin) == {twin, 150}
    assert NEAR not in world.rules(150)
    again = world.add("again", evidence={"bits": prints[3], "mirrored": FAR})
    assert world.finding(again, NEAR).values["other"] == "00003.png"
    assert world.learn(again, bits=prints[4], mirrored=FAR) == {again, 3, 4}
    assert world.finding(again, NEAR).values["other"] == "00004.png"


def test_a_mirror_image_is_called_one():
    far = [flipped(0, 60, random.Random(n)) for n in range(2)]
    world = World()
    world.add("left", evidence={"bits": far[0], "mirrored": far[1]})
    world.add("right", evidence={"bits": far[1], "mirrored": far[0]})
    assert [world.finding(number, NEAR).case for number in (0, 1)] == ["mirrored", "mirrored"]


def test_the_nearest_is_found_however_many_are_near():
    """Frames of three bursts: each looks like dozens, some go, some become others."""
    random_ = random.Random(5)
    bursts = [random_.getrandbits(128) for _ in range(3)]
    world = World()
    prints: dict[int, int] = {}

    def frame():
        return flipped(random_.choice(bursts), random_.randrange(6), random_)

    for _ in range(120):
        bits = frame()
        prints[world.add("a frame", evidence={"bits": bits, "mirrored": FAR ^ bits})] = bits
    for number in random_.sample(sorted(prints), 30):
        world.lint.drop(number)
        del prints[number]
    for number in random_.sample(sorted(prints), 20):
        prints[number] = frame()
        world.learn(number, bits=prints[number], mirrored=FAR ^ prints[number])
    for number, bits in prints.items():
        others = [(bits ^ other).bit_count() for one, other in prints.items() if one != number]
        assert world.finding(number, NEAR).values["distance"] == min(others)


@pytest.mark.parametrize(
    ("size", "found"),
    [
        ((1024, 1024), []),
        ((832, 1216), []),
        ((512, 512), ["too-small"]),
        ((1920, 1080), []),
        ((9000, 1000), ["crop-loss"]),
    ],
)
def test_a_size_is_judged_by_its_bucket(size, found):
    world = World()
    world.add("a cat", evidence={"width": size[0], "height": size[1]})
    assert world.rules(0) == found


def test_the_resolution_that_was_chosen_decides():
    world = World(choices=choices_from({"resolution": [512, 512]}))
    world.add("a cat", evidence={"width": 512, "height": 512})
    assert world.rules(0) == []
    world.lint.set_choices(choices_from({"resolution": [1024, 1024]}))
    assert world.rules(0) == ["too-small"]


def test_everybody_hears_that_another_size_is_usual():
    world = World()
    for number in range(6):
        world.add(f"cat {number}", evidence={"width": 1024, "height": 1024})
    odd = world.add("dog", evidence={"width": 1024, "height": 1536})
    assert world.rules(odd) == ["odd-ratio"]
    changed = frozenset()
    for number in range(5):
        changed |= world.learn(number, width=1024, height=1536)
    assert odd in changed
    assert world.rules(odd) == []
    assert world.rules(5) == ["odd-ratio"]


def test_an_outlier_is_one_no_more_when_the_set_has_become_like_it():
    world = World()
    for number in range(9):
        world.add(f"cat {number}", evidence={"lightness": 60 + number % 3})
    dark = world.add("dog", evidence={"lightness": 12})
    assert world.rules(dark) == ["light-outlier"]
    for number in range(9):
        world.learn(number, lightness=14 + number % 3)
    assert world.rules(dark) == []
