"""The bounded memory forgets what was asked for longest ago, and nothing else."""

from app.ui.kept import Kept


def test_what_was_asked_for_longest_ago_goes():
    kept = Kept[str, int](2)
    kept.keep("a", 1)
    kept.keep("b", 2)
    assert kept.get("a") == 1
    assert kept.keep("c", 3) == 3
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (1, None, 3)
    assert len(kept) == 2


def test_a_value_put_anew_replaces_the_old_one_and_counts_as_asked_for():
    kept = Kept[str, int](2)
    kept.keep("a", 1)
    kept.keep("b", 2)
    kept.keep("a", 5)
    kept.keep("c", 3)
    assert (kept.get("a"), kept.get("b")) == (5, None)


def test_what_was_cleared_is_gone():
    kept = Kept[str, int](2)
    kept.keep("a", 1)
    kept.clear()
    assert kept.get("a") is None
