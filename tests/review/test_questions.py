"""The questions of both passes."""

from hypothesis import given
from hypothesis import strategies as st

from app.captions.words import cut
from app.images.evidence import Sharpness
from app.lint.terms import find_terms
from app.lint.units import tokens_of
from app.lint.vocabulary import load_vocabulary
from app.review.only_here import OnlyHere
from app.review.questions import first_questions, second_questions


def terms(text):
    return find_terms(cut(text), load_vocabulary())


def said(questions):
    return [str(question) for question in questions]


def test_pass_one_asks_for_what_the_caption_claims():
    asked = said(first_questions(terms("mira, smiling, soft light"), "mira"))
    assert asked[0] == "Does the picture show “smiling”?"
    assert "“soft light”" in asked[1]
    assert "mira" in asked[2]
    assert said(first_questions(terms("a door"), "")) == ["Is anything named that is not there?"]


def test_pass_two_asks_where_the_neighbours_use_other_words():
    asked = said(second_questions(terms("soft light"), [terms("bright light"), terms("a door")]))
    assert asked == ["Here “soft light”, beside it “bright light”: is it the same?"]
    same = said(second_questions(terms("soft light"), [terms("soft light")]))
    assert same == ["Do the neighbours call the same thing by the same words?"]


def test_pass_one_asks_for_what_only_this_caption_says():
    asked = said(first_questions(terms("a castle"), "", ("castle", "moat")))
    assert asked == ["Only this caption says “castle”, “moat”: is it there?"]


def test_pass_one_asks_whether_a_picture_without_detail_is_sharp():
    smooth, sharp = Sharpness(None, None, 2), Sharpness(900.0, 1.0, 30)
    assert "is it sharp?" in said(first_questions((), "", (), smooth))[0]
    assert len(first_questions((), "", (), sharp)) == 1


CAPTIONS = ("a red coat", "a red coat", "a red coat beside a castle", "a blue hat", "a blue hat")


def counted(captions):
    found = OnlyHere()
    for number, text in enumerate(captions):
        found.put(number, tokens_of(cut(text)))
    return found


def test_words_that_one_caption_alone_says():
    found = counted(CAPTIONS)
    assert found.words(2) == ("castle",)
    assert found.words(2, ["a Castle"]) == ()
    assert found.words(0) == ()
    found.put(0, tokens_of(cut("a red coat and a castle")))
    assert found.words(2) == ()
    found.keep([1, 2, 3, 4])
    assert found.words(2) == (), "four captions are too few"
    assert counted(CAPTIONS[:4]).words(2) == ()
    prose = "someone wrote these twelve quite different words today because nobody else would ever"
    assert counted([*CAPTIONS, prose]).words(5) == (), "it is simply written otherwise"


@given(st.lists(st.tuples(st.integers(0, 7), st.sets(st.sampled_from("abcd"))), max_size=30))
def test_counts_follow_every_change(changes):
    found, now = OnlyHere(), {}
    for entry, letters in changes:
        tokens = tuple(letter * 4 for letter in sorted(letters))
        found.put(entry, tokens)
        now[entry] = tokens
    everything = [token for tokens in now.values() for token in tokens]
    for entry, tokens in now.items():
        alone = tuple(token for token in tokens if everything.count(token) == 1)
        assert found.words(entry) == (alone if len(now) >= 5 else ())
