"""The figures behind the chart and the gauges: places, lengths, buckets."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.dataset.choices import DatasetChoices
from app.export.bucket_tally import bucket_tally
from app.images.evidence import Fingerprint
from app.review.alike import alike_groups
from app.review.lengths import MOST_BARS, lengths
from app.review.scatter import Mark, axis_range, spread


def overlaps(one, other, side):
    return abs(one.x - other.x) < side - 0.01 and abs(one.y - other.y) < side - 0.01


def test_marks_with_room_stay_where_they_were_measured():
    marks = [Mark(1, 50, 50, 40, 40), Mark(2, 200, 120, 40, 40)]
    placed = spread(marks, 400, 300)
    assert [(one.entry, one.x, one.y, one.moved) for one in placed] == [
        (1, 50, 50, 0),
        (2, 200, 120, 0),
    ]


def test_marks_on_one_spot_are_pushed_apart_in_the_same_way_every_time():
    marks = [Mark(number, 150, 150, 30, 30) for number in range(9)]
    placed = spread(marks, 400, 400)
    assert placed == spread(marks, 400, 400)
    assert not any(overlaps(a, b, 30) for a, b in combinations(placed, 2))
    assert {(one.true_x, one.true_y) for one in placed} == {(150, 150)}


def test_no_marks_no_places():
    assert spread([], 100, 100) == ()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.floats(-50, 500), st.floats(-50, 500)), max_size=40))
def test_every_mark_lies_inside(points):
    marks = [Mark(number, x, y, 24, 16) for number, (x, y) in enumerate(points)]
    for one in spread(marks, 400, 300):
        assert 12 <= one.x <= 388
        assert 8 <= one.y <= 292


def test_the_axis_ends_on_whole_steps():
    assert axis_range([-13.2, 4.0], (-10, 10), 10) == (-20, 10)
    assert axis_range([], (0, 50), 10) == (0, 50)


@pytest.mark.parametrize(
    ("words", "step", "bars", "middle"),
    [([3, 4, 4], 1, (0, 0, 0, 1, 2), 4), ([1, 24, 25, 40], 5, (1, 0, 0, 0, 1, 1, 0, 0, 1), 24)],
)
def test_lengths_in_bars(words, step, bars, middle):
    found = lengths(words)
    assert (found.step, found.bars, found.median) == (step, bars, middle)


def test_lengths_without_captions_and_beyond_the_last_bar():
    assert lengths([]) is None
    found = lengths([10, 9_000])
    assert len(found.bars) == MOST_BARS
    assert found.bars[-1] == 1


def test_buckets_are_counted_with_what_they_cost():
    choices = DatasetChoices()
    tally = bucket_tally([(1024, 1024), (1024, 1024), (1080, 1440), (512, 512)], choices)
    assert [(one.bucket, one.count) for one in tally] == [((1024, 1024), 3), ((896, 1152), 1)]
    assert tally[0].lost == 0
    assert tally[0].enlarged == 2
    assert 0 < tally[1].lost < 0.05


def test_pictures_that_are_alike_come_in_groups():
    far = (1 << 64) - 1 << 40
    prints = {
        7: Fingerprint(0, far << 8),
        2: Fingerprint(0b11, far << 9),
        5: Fingerprint(far, far << 10),
        9: Fingerprint(0b1, far << 11),
    }
    (group,) = alike_groups(prints)
    assert (group.entries, group.nearest) == ((2, 7, 9), 1)
    assert alike_groups({}) == ()
