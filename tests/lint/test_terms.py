"""Terms are recognised where they speak of light or mood, and nowhere else."""

import pickle
import re
from pathlib import Path

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.captions.words import LOOKED_AT, cut
from app.lint.terms import Kind, Polarity, find_terms
from app.lint.vocabulary import load_vocabulary

HERE = Path(__file__).parent
MARKED = re.compile(r"\[\[(.+?)\|([a-z]+)\]\]")


def examples(name):
    text = tomli.loads((HERE / name).read_text(encoding="utf-8"))["captions"]
    return text.strip().splitlines()


@pytest.fixture(scope="module")
def vocabulary():
    return load_vocabulary()


@pytest.mark.parametrize("marked", examples("terms.en.toml") + examples("terms.ja.toml"))
def test_light_and_mood(vocabulary, marked):
    wanted = []
    text, behind = "", 0
    for match in MARKED.finditer(marked):
        text += marked[behind : match.start()]
        wanted.append((len(text), match[1], match[2]))
        text += match[1]
        behind = match.end()
    text += marked[behind:]
    terms = find_terms(cut(text), vocabulary)
    found = [
        (term.start, term.text, term.family)
        for term in terms
        if term.kind in (Kind.LIGHTING, Kind.MOOD)
    ]
    assert found == wanted


def test_there_are_enough_own_examples():
    assert len(examples("terms.en.toml")) >= 200
    assert len(examples("terms.ja.toml")) >= 100


@pytest.mark.parametrize(
    ("text", "kind", "families"),
    [
        ("close-up of a cat, from above", Kind.CAMERA, ["close-up", "high-angle"]),
        ("full body, low angle shot", Kind.CAMERA, ["full", "low-angle"]),
        ("上半身、正面から", Kind.CAMERA, ["half", "eye-level"]),
        ("the view from the top of the hill", Kind.CAMERA, []),
        ("an oil painting of a ship", Kind.MEDIUM, ["illustration"]),
        ("photo of a dog", Kind.MEDIUM, ["photo"]),
        ("a photo frame on a wall", Kind.MEDIUM, []),
        ("a man in a charcoal suit beside a charcoal grill", Kind.MEDIUM, []),
        ("charcoal on paper", Kind.MEDIUM, ["illustration"]),
        ("a harbour, painted in acrylic", Kind.MEDIUM, ["illustration"]),
        ("a clear acrylic stand, acrylic nails", Kind.MEDIUM, []),
        ("beauty portrait, stark shadows", Kind.MODIFIER, []),
        ("beautiful face, beautiful eyes, beautiful hands", Kind.MODIFIER, ["evaluative"] * 3),
        ("3d render, anime style", Kind.MEDIUM, ["render", "anime"]),
        (
            "masterpiece, a very beautiful girl",
            Kind.MODIFIER,
            ["quality", "intensifier", "evaluative"],
        ),
        ("trending on artstation, 8 k, 4k uhd", Kind.MODIFIER, ["quality"] * 3),
        ("a pretty much empty street with a great dane", Kind.MODIFIER, []),
        ("非常に美しい山", Kind.MODIFIER, ["intensifier", "evaluative"]),
    ],
)
def test_the_other_kinds(vocabulary, text, kind, families):
    terms = find_terms(cut(text), vocabulary)
    assert [term.family for term in terms if term.kind is kind] == families


@pytest.mark.parametrize(
    ("text", "polarity", "expression"),
    [
        ("a smiling man", Polarity.POSITIVE, True),
        ("a sad man", Polarity.NEGATIVE, True),
        ("a serene garden", Polarity.CALM, False),
        ("a serious look", Polarity.NEUTRAL, True),
        ("an eerie hallway", Polarity.NEGATIVE, False),
        ("穏やかな湖", Polarity.CALM, False),
        ("怒りの表情", Polarity.NEGATIVE, True),
    ],
)
def test_mood_says_which_way_and_of_what(vocabulary, text, polarity, expression):
    (term,) = (t for t in find_terms(cut(text), vocabulary) if t.kind is Kind.MOOD)
    assert (term.polarity, term.expression) == (polarity, expression)


@pytest.mark.parametrize(
    "word",
    ["lightning", "started", "growing", "revolution", "patents", "exiting", "hunting", "seating"],
)
def test_an_ordinary_word_is_no_misspelling(vocabulary, word):
    assert not find_terms(cut(f"the {word} of it"), vocabulary)


PARTS = [
    "soft",
    "light",
    "blue",
    "not",
    "smiling",
    ",",
    '"',
    "very",
    "dark",
    "笑顔",
    "夜の",
    "ない",
    ":d",
]


@example("backlight lighting lighting comes side lights")
@given(st.one_of(st.text(), st.lists(st.sampled_from(PARTS)).map(" ".join)))
@settings(deadline=None)
def test_spans_are_inside_and_those_of_one_kind_never_overlap(text):
    terms = find_terms(cut(text), load_vocabulary())
    assert list(terms) == sorted(terms, key=lambda term: term.start)
    behind = dict.fromkeys(Kind, 0)
    for term in terms:
        assert behind[term.kind] <= term.start < term.end <= len(text)
        assert text[term.start : term.end] == term.text
        behind[term.kind] = term.end


@pytest.mark.parametrize(
    "piece", ["soft light ", "笑顔", "😀", "\0", "שמש ", "a", "not ", '"', "very soft "]
)
def test_ten_megabytes_cost_no_more_than_what_is_looked_at(vocabulary, piece):
    text = piece * (10_000_000 // len(piece))
    terms = find_terms(cut(text), vocabulary)
    assert all(term.end <= LOOKED_AT for term in terms)
    assert len(terms) <= LOOKED_AT


def test_what_is_found_survives_the_way_to_a_worker(vocabulary):
    terms = find_terms(cut("soft light, smile"), pickle.loads(pickle.dumps(vocabulary)))
    assert terms == find_terms(cut("soft light, smile"), vocabulary)
