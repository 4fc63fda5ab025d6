"""The questions of both passes."""

from app.captions.words import cut
from app.lint.terms import find_terms
from app.lint.vocabulary import load_vocabulary
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
