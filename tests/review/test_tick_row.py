"""The ticks of a pass."""

from app.review.passes import PassState
from app.review.tick_row import Tick, ticks

NONE, APPROVED, FLAGGED, LAPSED = PassState


def test_one_tick_for_each_entry():
    states = {1: APPROVED, 2: FLAGGED}
    row = ticks([1, 2, 3], states, 3, 100)
    assert row == (Tick(APPROVED, False), Tick(FLAGGED, False), Tick(NONE, True))


def test_stretches_where_room_is_short_never_hide_a_flag():
    states = dict.fromkeys(range(1000), APPROVED) | {500: FLAGGED, 900: LAPSED}
    row = ticks(range(1000), states, 999, 10)
    assert [tick.state for tick in row] == [APPROVED] * 5 + [FLAGGED] + [APPROVED] * 3 + [LAPSED]
    assert row[-1].here
    assert ticks([], {}, None, 10) == ()
