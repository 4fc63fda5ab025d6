"""Fingerprints: what keeps one, what changes it, and the search among many."""

import io
import itertools
import random
import tracemalloc

import pytest
from PIL import Image

from app.images.evidence import Fingerprint
from app.images.fingerprint import NEAR, distance, fingerprint, is_mirrored, near_groups


def test_the_bits_are_comparisons_of_neighbours():
    ramp = Image.linear_gradient("L")  # black at the top, white at the bottom
    assert fingerprint(ramp).bits == 2**64 - 1
    across = ramp.transpose(Image.Transpose.ROTATE_90)  # black at the left
    assert fingerprint(across).bits == (2**64 - 1) << 64
    assert fingerprint(across).mirrored == 0


def jpeg(image, quality):
    stream = io.BytesIO()
    image.save(stream, "JPEG", quality=quality)
    return Image.open(stream)


@pytest.mark.parametrize(
    "change",
    [
        lambda image: jpeg(image, 30),
        lambda image: image.resize((image.width // 2, image.height // 2)),
        lambda image: image.convert("L"),
        lambda image: image.resize((image.width * 2, image.height * 2)),
    ],
    ids=["recompressed", "halved", "grey", "doubled"],
)
@pytest.mark.parametrize("seed", range(5))
def test_a_copy_keeps_its_fingerprint(photo, seed, change):
    image = photo(480, 360, seed)
    assert distance(fingerprint(image), fingerprint(change(image))) <= NEAR


@pytest.mark.parametrize("seed", range(5))
def test_a_mirrored_copy_is_found_as_such(photo, seed):
    image = photo(480, 360, seed)
    mirror = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    prints = [fingerprint(image), fingerprint(mirror)]
    ((members, bits),) = near_groups(prints)
    assert members == (0, 1)
    assert is_mirrored(*prints)
    assert bits <= 2


def test_different_pictures_are_far_apart(photo):
    prints = [fingerprint(photo(320, 240, seed)) for seed in range(12)]
    assert near_groups(prints) == []
    assert all(distance(a, b) > NEAR for a in prints for b in prints if a is not b)


@pytest.mark.parametrize("count", [0, 1, 2, 65])
def test_identical_pictures_are_one_group(count):
    expected = [(tuple(range(count)), 0)] if count > 1 else []
    assert near_groups([Fingerprint(5, 9)] * count) == expected


def linked(prints):
    """The groups by following every pair."""
    leader = list(range(len(prints)))

    def first_of(number):
        while leader[number] != number:
            number = leader[number]
        return number

    every = itertools.combinations(range(len(prints)), 2)
    pairs = [(i, j, bits) for i, j in every if (bits := distance(prints[i], prints[j])) <= NEAR]
    for i, j, _ in pairs:
        one, other = sorted((first_of(i), first_of(j)))
        leader[other] = one
    members, least = {}, {}
    for number in range(len(prints)):
        members.setdefault(first_of(number), []).append(number)
    for i, _, bits in pairs:
        least[first_of(i)] = min(bits, least.get(first_of(i), bits))
    return sorted((tuple(members[first]), bits) for first, bits in least.items())


@pytest.mark.parametrize("seed", range(8))
def test_groups_are_those_of_following_every_pair(seed):
    source = random.Random(seed)
    bits, prints = source.getrandbits(128), []
    for _ in range(120):
        for _ in range(source.randrange(0, 4)):
            bits ^= 1 << source.randrange(128)
        if source.random() < 0.1:
            bits = source.getrandbits(128)
        mirrored = bits ^ 3 if source.random() < 0.2 else source.getrandbits(128)
        turned = source.random() < 0.2
        prints.append(Fingerprint(mirrored, bits) if turned else Fingerprint(bits, mirrored))
    source.shuffle(prints)
    groups = near_groups(prints)
    assert sorted(groups) == linked(prints)
    assert any(len(members) > 2 for members, _ in groups)


def test_groups_of_many_frames_of_one_film_hold_no_pairs():
    tracemalloc.start()
    ((members, least),) = near_groups([Fingerprint(1 << (n % 5), 9) for n in range(2_000)])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(members) == 2_000
    assert least == 0
    assert peak < 2_000_000  # the pairs would take two hundred times as much


def test_a_tiny_picture_has_a_fingerprint_too():
    assert fingerprint(Image.new("RGB", (1, 1), "red")) == Fingerprint(0, 0)
