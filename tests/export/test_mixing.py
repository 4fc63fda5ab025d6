"""Old and new pictures get their shares of an epoch by repeats, or by fewer old pictures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.mixing import MOST_FACTOR, TOLERANCE, mix, spread

COUNTS = st.integers(1, 5000)
SHARES = st.integers(5, 95).map(lambda percent: percent / 100)


@pytest.mark.parametrize(
    ("new", "old", "share", "factor", "repeats", "images"),
    [
        (20, 20, 0.5, 1, 1, 20),
        (40, 10, 0.5, 1, 4, 10),
        (15, 30, 0.5, 2, 1, 30),
        (30, 20, 0.5, 2, 3, 20),
        (20, 60, 0.25, 9, 1, 60),
        (10, 500, 0.5, 1, 1, 10),
        (100, 3, 0.9, 1, 300, 3),
    ],
)
def test_known_sets(new, old, share, factor, repeats, images):
    found = mix(new, old, share)
    assert (found.new_factor, found.old_repeats, found.old_images) == (factor, repeats, images)


@given(COUNTS, COUNTS, SHARES)
def test_draws_are_pictures_times_repeats(new, old, share):
    found = mix(new, old, share)
    assert found.new_draws == new * found.new_factor
    assert found.old_draws == found.old_images * found.old_repeats
    assert 1 <= found.old_images <= old
    assert found.old_repeats >= 1
    assert 1 <= found.new_factor <= MOST_FACTOR


@given(COUNTS, COUNTS, SHARES)
def test_the_share_is_met_as_nearly_as_whole_pictures_allow(new, old, share):
    found = mix(new, old, share)
    one_picture = found.old_repeats / (found.new_draws + found.old_draws)
    assert abs(found.share - share) <= max(TOLERANCE, one_picture)


@given(COUNTS, COUNTS, SHARES)
def test_no_old_picture_stays_away_where_repeats_can_do_it(new, old, share):
    found = mix(new, old, share)
    if found.old_images < old:
        assert found.new_factor == 1
        for factor in range(1, MOST_FACTOR + 1):
            for repeats in range(1, 40):
                draws = old * repeats
                assert abs(draws / (draws + new * factor) - share) > TOLERANCE


@given(COUNTS, COUNTS, SHARES, SHARES)
def test_more_is_never_less(new, old, one, other):
    low, high = sorted((one, other))
    spare = 2 * max(TOLERANCE, 1 / (new + 1))
    assert mix(new, old, low).share <= mix(new, old, high).share + spare


@given(st.lists(st.integers(0, 300), min_size=1, max_size=5), st.integers(0, 1000))
def test_a_subset_is_spread_evenly_and_always_the_same(counts, wanted):
    found = spread(counts, wanted)
    assert sum(map(len, found)) == min(wanted, sum(counts))
    assert found == spread(counts, wanted)
    for places, count in zip(found, counts, strict=True):
        assert all(0 <= place < count for place in places)
        assert len(places) <= count
        share = min(wanted, sum(counts)) / max(1, sum(counts))
        assert abs(len(places) - count * share) <= 1
