"""A frame in the shape of its target: moved, grown, drawn, and never outside the picture."""

from hypothesis import given
from hypothesis import strategies as st

from app.dataset.marks import Crop
from app.export.framing import frame, grown, inside, moved, stretched

SIZE = (1200, 800)
sizes = st.tuples(st.integers(1, 3000), st.integers(1, 3000))
targets = st.sampled_from([(1024, 1024), (768, 1152), (1152, 768), (1536, 640)])


def fits(crop, size):
    return crop.width >= 1 and crop.height >= 1 and inside(crop, size) == crop


def test_it_moves_as_far_as_there_is_picture():
    crop = Crop(100, 0, 800, 800)
    assert moved(crop, 30, 30, SIZE) == Crop(130, 0, 800, 800)
    assert moved(crop, 9999, 0, SIZE) == Crop(400, 0, 800, 800)
    assert moved(crop, -9999, 0, SIZE) == Crop(0, 0, 800, 800)


def test_it_grows_and_shrinks_around_its_middle():
    small = grown(Crop(200, 0, 800, 800), 0.5, (1, 1), SIZE)
    assert small == Crop(400, 200, 400, 400)
    assert grown(small, 2, (1, 1), SIZE) == Crop(200, 0, 800, 800)
    assert grown(small, 99, (1, 1), SIZE) == Crop(200, 0, 800, 800)
    assert grown(small, 0.0001, (1, 1), SIZE).width == 64


def test_a_corner_is_drawn_and_the_other_stays():
    assert stretched((100, 100), (400, 250), (1, 1), SIZE) == Crop(100, 100, 300, 300)
    assert stretched((700, 700), (500, 600), (1, 1), SIZE) == Crop(500, 500, 200, 200)
    assert stretched((100, 100), (9999, 9999), (1, 1), SIZE) == Crop(100, 100, 700, 700)


def test_what_was_proposed_and_moved_is_what_is_exported():
    target = (768, 1152)
    proposed = frame(SIZE, target)
    chosen = moved(proposed, 57, 0, SIZE)
    assert frame(SIZE, target, (), chosen) == chosen


@given(sizes, targets, st.integers(-5000, 5000), st.integers(-5000, 5000), st.floats(0.01, 9))
def test_whatever_is_done_it_stays_inside_and_is_exported_as_drawn(size, target, x, y, factor):
    crop = frame(size, target)
    for after in (
        moved(crop, x, y, size),
        grown(crop, factor, target, size),
        stretched((crop.left, crop.top), (crop.left + x, crop.top + y), target, size),
    ):
        assert fits(after, size)
        exported = frame(size, target, (), after)
        assert abs(exported.width - after.width) <= 1
        assert abs(exported.height - after.height) <= 1
