"""Two changes of one caption: both are kept, and no word goes without being seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.captions.difference import MOST, pieces, replaced, words
from app.captions.merge import Origin, merge

WORDS = st.sampled_from(["red", "coat", "a", "woman", ",", "夕", "暮れ", ".", "walks"])
TEXT = st.lists(WORDS, max_size=12).map(" ".join)
ANY = st.text(alphabet="ab_, \n.赤い", max_size=12)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "wanted"),
    [
        ("a red coat", "a blue coat", "a red hat", "a blue hat"),
        ("a red coat", "a long red coat", "a red coat, night", "a long red coat, night"),
        ("a red coat", "a blue coat", "a red long coat", "a blue long coat"),
        ("a red coat", "a coat", "a red coat outside", "a coat outside"),
        ("赤いコートの女", "青いコートの女", "赤いコートの女、夜", "青いコートの女、夜"),
        ("", "mine", "", "mine"),
        ("gone", "gone, more", "gone, more", "gone, more"),
    ],
)
def test_changes_in_different_places_are_both_taken(base, mine, theirs, wanted):
    merged = merge(base, mine, theirs)
    assert merged.text == wanted
    assert merged.clashes == 0


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "wanted"),
    [
        ("a red coat", "a blue coat", "a green coat", "a blue green coat"),
        ("a coat", "a coat, smile", "a coat, night", "a coat, smile, night"),
        ("", "mine", "theirs", "mine theirs"),
        ("a red coat", "a coat", "a crimson coat", "a crimson coat"),
    ],
)
def test_where_they_overlap_both_stand_there_and_it_is_marked(base, mine, theirs, wanted):
    merged = merge(base, mine, theirs)
    assert merged.text == wanted
    assert merged.clashes == 1


@given(base=ANY | TEXT, mine=ANY | TEXT, theirs=ANY | TEXT)
def test_the_stretches_are_the_three_texts(base, mine, theirs):
    found = merge(base, mine, theirs).stretches
    assert "".join(s.base for s in found) == base
    assert "".join(s.mine for s in found) == mine
    assert "".join(s.theirs for s in found) == theirs


@given(base=ANY | TEXT, mine=ANY | TEXT, theirs=ANY | TEXT)
def test_no_word_that_somebody_added_is_missing(base, mine, theirs):
    merged = merge(base, mine, theirs)
    added = {*words(mine), *words(theirs)} - set(words(base))
    assert added <= set(words(merged.text))
    for stretch in merged.stretches:
        if stretch.origin is Origin.CLASH:
            assert stretch.mine in stretch.text
            assert stretch.theirs in stretch.text


@given(base=ANY | TEXT, other=ANY | TEXT)
def test_a_change_on_one_side_is_taken_as_it_is(base, other):
    assert merge(base, other, base).text == other
    assert merge(base, base, other).text == other
    assert merge(base, other, other).text == other
    assert merge(base, other, base).clashes == 0


@given(
    left=st.lists(WORDS, min_size=1, max_size=5),
    right=st.lists(WORDS, min_size=1, max_size=5),
    mine=st.lists(WORDS, max_size=4),
    theirs=st.lists(WORDS, max_size=4),
)
def test_changes_left_and_right_of_words_that_stay_never_clash(left, right, mine, theirs):
    stays = "≡≡≡"
    base = [*left, stays, *right]
    merged = merge(
        " ".join(base), " ".join([*mine, stays, *right]), " ".join([*left, stays, *theirs])
    )
    assert merged.text == " ".join([*mine, stays, *theirs])
    assert merged.clashes == 0


@given(base=TEXT, mine=TEXT, theirs=TEXT)
def test_it_matters_not_who_is_who(base, mine, theirs):
    one, two = merge(base, mine, theirs), merge(base, theirs, mine)
    assert one.clashes == two.clashes
    if not one.clashes:
        assert one.text == two.text


def test_very_long_versions_are_not_compared():
    long = "word " * MOST
    merged = merge(long, "a " + long, "b " + long)
    assert merged.clashes == 1


@given(before=ANY | TEXT, after=ANY | TEXT)
def test_a_difference_turns_one_text_into_the_other(before, after):
    old, new = pieces(before), pieces(after)
    assert "".join(old) == before
    for (start, end), (first, last) in reversed(list(replaced(old, new))):
        assert old[start:end] != new[first:last]
        old[start:end] = new[first:last]
    assert old == new
