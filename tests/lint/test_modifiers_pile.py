"""Modifiers are too many when they pile up, not when they describe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.captions.words import cut
from app.lint.modifiers import Pile, budget, is_overloaded
from app.lint.terms import find_terms
from app.lint.vocabulary import load_vocabulary


def overload(text):
    vocabulary = load_vocabulary()
    words = cut(text)
    return is_overloaded(words, find_terms(words, vocabulary), vocabulary)


@pytest.mark.parametrize(
    ("text", "pile"),
    [
        ("masterpiece, best quality, highly detailed, a cat", Pile.MANY),
        ("a stunning, perfect and very rare stamp", Pile.MANY),
        ("とても美しい、素晴らしい山の写真", Pile.MANY),
        ("a beautiful gorgeous woman", Pile.SAME_MEANING),
        ("a huge, enormous rock", Pile.SAME_MEANING),
        ("a lovely old round wooden table", Pile.STACKED),
        ("a detailed handmade grey plush toy", Pile.STACKED),
        ("a dramatic, wide, foggy, long shot of a barn", Pile.STACKED),
    ],
)
def test_overloaded(text, pile):
    found = overload(text)
    assert found is not None
    assert found.pile is pile
    assert all(0 <= start < end <= len(text) for start, end in found.spans)


@pytest.mark.parametrize(
    "text",
    [
        "long black hair, white knit sweater",
        "a large wooden table with a red cloth",
        "a beautiful woman on a bench",
        "a beautiful garden and a lovely house",
        "red, green, blue and yellow",
        "美しい山と湖",
        "a small old round wooden table",
        "1girl, sad, melancholic, long hair",
        "a flag in black, silver, white, blue cloth",
        "black and white, modern clean white armor",
        "a very tall tower, a highly polished floor",
        "a dancer striking a pose, a host welcoming the guests, people engaging in talk",
        "a glass of sparkling water, a professional tennis player, a great blue heron",
        "居心地のいい部屋、仲の良い犬と猫、天気のいい日",
    ],
)
def test_not_overloaded(text):
    assert overload(text) is None


def test_a_long_caption_may_hold_more():
    plain = "a man walks past the old house and looks at the river " * 9
    assert budget(cut("a cat")) == 2
    assert budget(cut(plain)) == 4
    assert overload(f"{plain} stunning view, perfect stones, lovely trees") is None
    assert overload(f"{plain} stunning, perfect, lovely, gorgeous, adorable place") is not None


@given(st.text())
def test_any_text_is_judged(text):
    found = overload(text)
    assert found is None or found.spans
