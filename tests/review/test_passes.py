"""Verdicts hold for exactly what they were given for; passes are walked to their end."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.dataset.marks import NO_NOTES, Decision, Expression, Marks
from app.review.passes import (
    UNTOUCHED,
    PassState,
    approve,
    approve_again,
    current_pass,
    flag,
    next_flagged,
    next_pending,
    progress,
    reviewed_twice,
    shuffled,
    states_of,
    taken_back,
)

NONE, APPROVED, FLAGGED, LAPSED = PassState

OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from(["a", "b", "c", ""])),
        st.tuples(st.just("image"), st.sampled_from(["1" * 64, "2" * 64])),
        st.tuples(st.just("approve"), st.sampled_from([1, 2])),
        st.tuples(st.just("flag"), st.sampled_from([1, 2])),
        st.tuples(st.just("undo"), st.none()),
        st.tuples(st.just("redo"), st.none()),
    ),
    max_size=30,
)


@given(OPERATIONS)
def test_verdicts_are_valid_exactly_for_what_they_were_given(operations):
    text, image, notes = "a", "1" * 64, NO_NOTES
    given_for = {}  # pass -> (decision, text, image), kept apart from the notes
    past, future = [], []
    for name, value in operations:
        before = text, notes, dict(given_for)
        if name == "image":  # the world outside: no step of undo
            image = value
        elif name == "undo" and past:
            future.append(before)
            text, notes, given_for = past.pop()
        elif name == "redo" and future:
            past.append(before)
            text, notes, given_for = future.pop()
        elif name in ("edit", "approve", "flag"):
            past.append(before)
            future.clear()
            given_for = dict(given_for)
            if name == "edit":
                text = value
            elif name == "flag":
                notes = flag(notes, value, text, image)
                given_for[value] = Decision.FLAGGED, text, image
            else:
                other = 3 - value
                notes = approve(notes, value, text, image)
                if other in given_for and given_for[other][1:] != (text, image):
                    given_for[other] = Decision.APPROVED, text, image
                given_for[value] = Decision.APPROVED, text, image
        for number, state in enumerate(states_of(notes, text, image), start=1):
            known = given_for.get(number)
            if known is None:
                assert state is NONE
            elif known[1:] == (text, image):
                assert state.value == known[0].value
            else:
                assert state is LAPSED


def test_a_verdict_keeps_the_text_that_it_was_given_for():
    notes = approve(NO_NOTES, 1, "a red coat", "1" * 64)
    assert notes.first is not None
    assert notes.first.caption == "a red coat"
    assert states_of(notes, "a blue coat", "1" * 64) == (LAPSED, NONE)


def test_a_second_look_restores_the_passes_that_the_entry_had():
    twice = approve(approve(NO_NOTES, 1, "a", "1"), 2, "a", "1")
    assert reviewed_twice(states_of(twice, "a", "1"))
    assert states_of(twice, "b", "1") == (LAPSED, LAPSED)
    assert reviewed_twice(states_of(approve(twice, 2, "b", "1"), "b", "1"))
    once = approve(NO_NOTES, 1, "a", "1")
    assert states_of(approve(once, 1, "b", "1"), "b", "1") == (APPROVED, NONE)


def test_a_flag_that_holds_is_not_lifted_by_the_other_pass():
    flagged = flag(NO_NOTES, 1, "a", "1", "too dark?")
    approved = approve(flagged, 2, "a", "1")
    assert states_of(approved, "a", "1") == (FLAGGED, APPROVED)
    changed = approve(flagged, 2, "b", "1")
    assert reviewed_twice(states_of(changed, "b", "1"))
    assert changed.first is not None
    assert changed.first.note == "too dark?"


def test_another_picture_lapses_a_verdict_as_well():
    notes = approve(NO_NOTES, 1, "a", "1")
    assert states_of(notes, "a", "2") == (LAPSED, NONE)
    assert states_of(notes, "a", None) == (APPROVED, NONE)


def test_a_verdict_on_a_picture_that_could_not_be_read_lapses_when_it_can():
    notes = approve(NO_NOTES, 1, "a", None)
    assert states_of(notes, "a", None) == (APPROVED, NONE)
    assert states_of(notes, "a", "1") == (LAPSED, NONE)


def test_taking_back_leaves_marks_alone():
    approved = approve(NO_NOTES, 1, "a", "1")
    marked = replace(approved, marks=Marks(expression=Expression.SMILING))
    assert taken_back(marked, NO_NOTES) == replace(NO_NOTES, marks=marked.marks)


def test_second_looks_come_at_the_end():
    states = {1: LAPSED, 2: NONE, 3: APPROVED, 4: NONE}
    order = [1, 2, 3, 4]
    assert next_pending(order, states, None) == 2
    assert next_pending(order, states, 2) == 4
    assert next_pending(order, {**states, 4: FLAGGED}, 4) == 2
    assert next_pending(order, {1: LAPSED, 2: APPROVED, 3: APPROVED, 4: FLAGGED}, 2) == 1
    assert next_pending(order, dict.fromkeys(order, APPROVED), 2) is None
    assert next_flagged(order, {1: FLAGGED, 4: FLAGGED}, 1) == 4


def test_the_pass_that_is_on():
    assert current_pass([UNTOUCHED, (APPROVED, NONE)]) == 1
    assert current_pass([(FLAGGED, NONE), (APPROVED, NONE)]) == 2
    assert current_pass([(LAPSED, NONE), (APPROVED, NONE)]) == 1
    # Pass 2 has begun: a change of now is looked at in pass 2.
    assert current_pass([(LAPSED, LAPSED), (APPROVED, APPROVED)]) == 2
    assert current_pass([]) == 2


def test_progress_counts_what_holds():
    found = progress([APPROVED, FLAGGED, LAPSED, NONE])
    assert (found.done, found.flagged, found.second_looks, found.total) == (2, 1, 1, 4)


@given(st.sets(st.integers(0, 50)), st.integers(0, 5), st.randoms())
def test_shuffling_is_decided_by_its_seed(entries, seed, chance):
    mixed = list(entries)
    chance.shuffle(mixed)
    assert shuffled(mixed, seed) == shuffled(entries, seed)
    assert sorted(shuffled(mixed, seed)) == sorted(entries)


def test_approving_again_renews_what_lapsed_and_nothing_else():
    twice = approve(approve(NO_NOTES, 1, "a", "1"), 2, "a", "1")
    assert reviewed_twice(states_of(approve_again(twice, "b", "1"), "b", "1"))
    flagged = flag(approve(NO_NOTES, 1, "a", "1"), 2, "a", "1")
    assert states_of(approve_again(flagged, "b", "1"), "b", "1") == (APPROVED, LAPSED)
    assert approve_again(NO_NOTES, "b", "1") == NO_NOTES
    assert approve_again(twice, "a", "1") == twice
