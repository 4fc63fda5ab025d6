"""The order by likeness, the neighbours and their differing words."""

from hypothesis import given
from hypothesis import strategies as st

from app.review.likeness import Look, differing, neighbours, words_alike, words_of
from app.review.likeness_walk import COMPARED, LikenessWalk, walked


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
    order = walked(looks)
    assert abs(order.index(1) - order.index(3)) == 1
    assert abs(order.index(2) - order.index(4)) == 1


def test_light_decides_between_captions_that_are_alike():
    looks = known(*(look(n, "a red coat", light) for n, light in ((1, 10), (2, 90), (3, 15))))
    assert walked(looks) == [1, 3, 2]
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
    order = walked(looks)
    assert sorted(order) == sorted(looks)
    assert walked(dict(reversed(looks.items()))) == order


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
    assert clause.text == "at the hills in the evening"
    (start, end), (last, stop) = clause.marked
    assert (clause.text[start:end], clause.text[last:stop]) == ("hills", "evening")


def test_excerpts_begin_and_end_without_an_ellipsis():
    own = "a close-up portrait of a young woman with hair that falls on her back"
    other = "a close-up portrait of a young man with dark hair that falls on his wide back"
    (clause,) = differing(other, own, [own, other])
    assert clause.text == "a young man with dark hair … falls on his wide back"


def test_a_walk_holds_everybody_at_every_step_and_says_who_is_near():
    looks = known(*(look(n, f"a coat {n % 7}", n % 50) for n in range(400)))
    walk = LikenessWalk({n: one.lightness for n, one in looks.items()}, looks.__getitem__)
    while not walk.done:
        before = list(walk.order)
        walk.step()
        assert sorted(walk.order) == list(range(400))
        same = next((n for n in range(400) if walk.order[n] != before[n]), 400)
        assert same >= walk._walked - 1, "what is walked stays"
    assert walk.order == walked(looks)
    assert walk.near(3) == neighbours(looks, 3)
    looks[3] = look(3, "boats", 3)
    assert walk.near(3)[0].words > 0, "remembered"
    walk.forget(3)
    assert walk.near(3)[0].words == 0
    assert walk.near(401) == ()


def test_of_a_large_set_only_those_of_like_light_are_compared():
    taken = []

    def look_of(number):
        taken.append(number)
        return look(number, "a coat", float(number))

    walk = LikenessWalk({n: float(n) for n in range(COMPARED * 3)}, look_of)
    assert [one.entry for one in walk.near(2000)] == [1999, 2001, 1998]
    assert [one.entry for one in walk.near(0)] == [1, 2, 3]
    assert len(set(taken)) <= 2 * COMPARED
