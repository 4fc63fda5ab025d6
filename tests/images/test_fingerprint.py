"""Fingerprints: what keeps one, what changes it, and the search among many."""

import io
import random
import tracemalloc

import pytest
from PIL import Image

from app.images.evidence import Fingerprint
from app.images.fingerprint import NEAR, distance, fingerprint, near_duplicates, near_groups


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
    ((i, j, bits, mirrored),) = near_duplicates([fingerprint(image), fingerprint(mirror)])
    assert (i, j, mirrored) == (0, 1, True)
    assert bits <= 2


def test_different_pictures_are_far_apart(photo):
    prints = [fingerprint(photo(320, 240, seed)) for seed in range(12)]
    assert near_duplicates(prints) == []
    assert all(distance(a, b) > NEAR for a in prints for b in prints if a is not b)


def test_the_search_agrees_with_comparing_every_pair():
    source = random.Random(7)
    prints = []
    for _ in range(40):
        bits = source.getrandbits(128)
        for _ in range(4):
            changed = bits
            for _ in range(source.randrange(0, 9)):
                changed ^= 1 << source.randrange(128)
            prints.append(Fingerprint(changed, source.getrandbits(128)))
    source.shuffle(prints)
    prints[30] = Fingerprint(prints[150].mirrored, prints[150].bits)
    expected = []
    for i in range(len(prints)):
        for j in range(i + 1, len(prints)):
            straight = (prints[i].bits ^ prints[j].bits).bit_count()
            mirror = (prints[i].bits ^ prints[j].mirrored).bit_count()
            if min(straight, mirror) <= NEAR:
                expected.append((i, j, min(straight, mirror), mirror < straight))
    assert near_duplicates(prints) == expected
    assert any(mirrored for *_, mirrored in expected)


@pytest.mark.parametrize("count", [0, 1, 2, 65])
def test_identical_pictures_make_every_pair(count):
    found = near_duplicates([Fingerprint(5, 9)] * count)
    assert len(found) == count * (count - 1) // 2
    assert all(pair[0] < pair[1] and pair[2:] == (0, False) for pair in found)


def linked(prints):
    """The groups by following every pair."""
    leader = list(range(len(prints)))

    def first_of(number):
        while leader[number] != number:
            number = leader[number]
        return number

    pairs = near_duplicates(prints)
    for i, j, _, _ in pairs:
        one, other = sorted((first_of(i), first_of(j)))
        leader[other] = one
    members, least = {}, {}
    for number in range(len(prints)):
        members.setdefault(first_of(number), []).append(number)
    for i, _, bits, _ in pairs:
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
