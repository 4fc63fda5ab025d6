"""F8 passes by no finding that stands."""

from app.lint.rule import Finding, Severity
from app.review.finding_walk import next_place


def finding(entry, *, dismissed=False):
    return Finding("a-rule", Severity.HINT, entry, dismissed=dismissed)


FOUND = {
    4: (finding(4), finding(4), finding(4, dismissed=True)),
    5: (),
    6: (finding(6, dismissed=True), finding(6), finding(6)),
}
ROWS = [4, 5, 6]


def walk(here, by, steps):
    seen = []
    for _ in range(steps):
        found = next_place(ROWS, FOUND.__getitem__, here, by)
        assert found is not None
        entry, number = found
        seen.append((entry, number))
        here = (ROWS.index(entry), number)
    return seen


def test_every_finding_comes_once_and_then_the_first_again():
    assert walk((0, 0), 1, 4) == [(4, 1), (6, 1), (6, 2), (4, 0)]


def test_backwards_the_same_way():
    assert walk((0, 0), -1, 4) == [(6, 2), (6, 1), (4, 1), (4, 0)]


def test_nothing_is_found_where_nothing_stands():
    assert next_place([5], FOUND.__getitem__, (0, 0), 1) is None
    assert next_place([], FOUND.__getitem__, (0, 0), 1) is None


def test_one_finding_alone_is_its_own_next():
    assert next_place([9], lambda _: (finding(9),), (0, 0), 1) == (9, 0)
