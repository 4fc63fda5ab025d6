"""The order by likeness, the neighbours and their differing words."""

from hypothesis import given
from hypothesis import strategies as st

from app.review.likeness import Look, by_likeness, differing, neighbours, words_alike, words_of


def look(number, text, lightness=50.0):
    return Look(number, words_of(text), lightness)


def known(*found):
    return {one.entry: one for one in found}


def test_the_same_thing_stands_side_by_side():
    looks = known(
        look(1, "a red coat in the snow", 40),
        look(2, "boats in a harbour at night", 41),
        look(3, "a red coat in the deep snow", 42),
        look(4, "boats in a small harbour at night", 43),
    )
    order = by_likeness(looks)
    assert abs(order.index(1) - order.index(3)) == 1
    assert abs(order.index(2) - order.index(4)) == 1


def test_light_decides_between_captions_that_are_alike():
    looks = known(*(look(n, "a red coat", light) for n, light in ((1, 10), (2, 90), (3, 15))))
    assert by_likeness(looks) == [1, 3, 2]
    near = neighbours(looks, 1)
    assert [(one.entry, one.light) for one in near] == [(3, 5), (2, 80)]


@given(
    st.dictionaries(
        st.integers(0, 400),
        st.tuples(st.text("ab ", max_size=12), st.none() | st.floats(0, 100)),
        max_size=40,
    )
)
def test_the_order_holds_everybody_once_and_depends_on_the_looks_only(made):
    looks = {n: look(n, text, light) for n, (text, light) in made.items()}
    order = by_likeness(looks)
    assert sorted(order) == sorted(looks)
    assert by_likeness(dict(reversed(looks.items()))) == order


def test_japanese_is_compared_by_pairs_of_letters():
    one, two = look(1, "柔らかい光の女性"), look(2, "柔らかい光の男性")
    assert 0.4 < words_alike(one, two) < 1


def test_clauses_that_all_share_are_left_out_and_foreign_words_are_marked():
    own = "mira, a red coat, soft light"
    other = "mira, a blue coat, hard light"
    clauses = differing(other, own, [own, other, "mira, a hat"])
    assert [clause.text for clause in clauses] == ["a blue coat", "hard light"]
    assert [c.text[s:e] for c in clauses for s, e in c.marked] == ["blue", "hard"]
    assert differing(own, own, [own, own]) == ()


def test_of_a_long_clause_only_the_foreign_words_and_their_neighbours_are_shown():
    own = "she stands beside a door and looks at the sea in the morning"
    other = "she stands beside a door and looks at the hills in the evening"
    (clause,) = differing(other, own, [own, other])
    assert clause.text == "… at the hills in the evening"
    (start, end), (last, stop) = clause.marked
    assert (clause.text[start:end], clause.text[last:stop]) == ("hills", "evening")
