"""A caption is cut into the same words whatever script, case and joints it is written with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.captions.words import LOOKED_AT, cut


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("A girl, SMILING.", ["a", "girl", ",", "smiling", "."]),
        ("soft_lighting", ["soft", "lighting"]),
        ("close-up, sci - fi", ["close", "up", ",", "sci", "fi"]),
        ("don't, sun’s rays", ["don't", ",", "sun's", "rays"]),
        (
            "1girl, :d, ;), ^_^, >:(, o_o",
            ["1girl", ",", ":d", ",", ";)", ",", "^_^", ",", ">:(", ",", "o_o"],
        ),
        ("8k, f/22, 2.5", ["8k", ",", "f", "/", "22", ",", "2.5"]),
        ("(word:1.2)", ["(", "word", ":", "1.2", ")"]),
        ("黒髪、笑顔の女性。", ["黒髪", "、", "笑顔の女性", "。"]),
        ("夜のneon街", ["夜の", "neon", "街"]),
        ("ＬＥＤ，光", ["led", ",", "光"]),
        ("a\nb", ["a", "\n", "b"]),
        ("İstanbul", ["İstanbul"]),
        ("😀 smile", ["😀", "smile"]),
        ("", []),
    ],
)
def test_cut(text, forms):
    words = cut(text)
    assert list(words.forms) == forms
    assert [token.form for token in words.tokens] == forms


def test_segments_and_sentences_leave_out_their_ends():
    words = cut("A cat, a dog. It sits!")
    texts = [" ".join(words.forms[a:b]) for a, b in words.segments]
    assert texts == ["a cat", "a dog", "it sits"]
    assert len(words.sentences()) == 2


def test_japanese_counts_two_words_for_five_characters():
    assert cut("あ" * 100).words == 40
    assert cut("a b c").words == 3


def test_a_huge_text_is_cut_only_so_far():
    words = cut("light " * 2_000_000)
    assert not words.whole
    assert words.ends[-1] <= LOOKED_AT
    assert cut("light").whole


@given(st.text())
def test_places_are_inside_the_text_in_order_and_never_overlap(text):
    words = cut(text)
    behind = 0
    for start, end, form in words.tokens:
        assert behind <= start < end <= len(text)
        assert len(form) == end - start
        behind = end


@given(st.text("aB1 '.,-_:;=^xXdDoO()é夜\n", max_size=40) | st.text("aB1 .,'-", max_size=40))
def test_plain_text_is_cut_as_any_other(text):
    # A letter that is not ASCII sends the same text the other way.
    tokens = [token[:] for token in cut(text + " é").tokens]
    assert [token[:] for token in cut(text).tokens] == tokens[:-1]
