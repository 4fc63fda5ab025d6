"""Whatever the text, linting changes nothing, stays inside it, and its fixes settle."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lint_world import World, choices_from, entry_of

from app.captions.style import style_of_words
from app.captions.words import cut
from app.lint.context import CaptionText
from app.lint.fixes import apply_fix, apply_safe
from app.lint.reading import digest_of, read_entry
from app.lint.rules.table import SIGN_CHECKS, TEXT_CHECKS, is_ordinary
from app.lint.terms import find_terms
from app.lint.vocabulary import load_vocabulary

PIECES = st.sampled_from(
    [
        "a ", "an ", "The ", "woman", "beautiful ", "gorgeous, ", "very ", "smiling", "sad, ",
        "soft lighting", "at night", "in daylight, ", "masterpiece, ", ", ", ",", " ,", "、", "，",
        "。", ". ", "\n", "(red coat:1.2)", "((x))", "<lora:a:1>", "{a|b}", "--ar 16:9", "BREAK",
        "[trigger]", "[blue eyes]", " AND ", "女性が", "をを", "を消して", "soft harsh light ",
        "\\(", "“", "’", "\u200b", "\u00a0", "\ufeff", "the the ", "the image shows ",
        "appears to be ", "change the ", "purplecurly", "purple curly", "1girl, ", "solo, ",
        "笑顔", "とても", "美しい", "夜の街", "👩‍🎨", "שלום ", "\x00", "é", "ｆｕｌｌ", "_", "-",
        "black and white photo", "vivid colors, ", "teh ", "infront ", "closeup", "close up",
    ]
)  # fmt: skip
TAGS = st.sampled_from(
    [
        "1girl", "solo", "long_hair", "long hair", "black", "smile", "smile", ":d", "^_^", "sad",
        "soft_lighting", "harsh lighting", "night", "masterpiece", "best quality", "best quality",
        "(red coat:1.2)", "<lora:a:1>", "[trigger]", "blue eyes", "looking at viewer", "", " ",
        "close-up", "closeup", "white background", "beautiful", "gorgeous", "purplecurly", "光",
    ]
)  # fmt: skip
JAPANESE = st.sampled_from(
    [
        "笑顔の", "悲しげな", "女性が", "女性が", "男の子", "ベンチに", "座っている", "柔らかい光",
        "逆光", "夜の街", "晴れた日", "とても", "美しい", "素晴らしい", "、", "。", "，",
        "「題名」", "ではない", "していない", "を描いてください", "ＬＥＤ", "1人", "\u3000", "ｱｲｳ",
    ]
)  # fmt: skip
SIGNS = st.sampled_from(
    [
        "👩‍🎨", "👍🏽", "🇯🇵", "\u202e", "שלום ", "\u200f", "مرحبا، ", "\x00", "\x01", "\ufeff",
        "\ud7ff", "\u0301", "e\u0301", "\U0010ffff", "ß", "İ", "ﬀ", "ǅ", "\r", "\t", "\u2028",
    ]
)  # fmt: skip
CAPTIONS = st.one_of(
    st.lists(PIECES, max_size=14).map("".join),
    st.lists(TAGS, max_size=14).map(", ".join),
    st.lists(JAPANESE, max_size=14).map("".join),
    st.lists(st.one_of(PIECES, JAPANESE, SIGNS), max_size=14).map("".join),
    st.text(max_size=80),
)
CHOICES = choices_from({"trigger": "purplecurly", "purpose": "person", "medium": "photo"})


@settings(max_examples=500, deadline=None)
@given(CAPTIONS)
def test_spans_lie_inside_and_fixes_settle(text):
    world = World([text], choices=CHOICES)
    world.mark(0, light="day", expression="smiling", medium="anime", distance="close")
    found = world.lint.entry_findings(0)
    assert world.known[0][0].text == text
    _lie_inside(text, found, world.lint.terms(0))
    for _ in range(6):
        safe = apply_safe(text, world.lint.entry_findings(0))
        if safe == text:
            break
        text = safe
        world.type(0, text)
    assert apply_safe(text, world.lint.entry_findings(0)) == text, "the fixes never settle"


def _lie_inside(text, found, terms):
    for term in terms:
        assert text[term.start : term.end] == term.text
    for one in found:
        for start, end in [*one.more_spans, *([(one.start, one.end)] if one.end else [])]:
            assert 0 <= start <= end <= len(text)
        for fix in one.fixes:
            assert 0 <= fix.start <= fix.end <= len(text)
            once = apply_fix(text, fix)
            assert apply_fix(once, fix) == once


MANY_TERMS = "soft light, 笑顔の女性、 👩‍🎨 שלום smiling at night, \x00 beautiful_eyes, "


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000_000,
        MANY_TERMS * (10_000_000 // len(MANY_TERMS)),
        (MANY_TERMS * 400)[:19_999],
        "1girl, long_hair, smile, night, " * 320_000,
        "柔らかい光の中で笑顔の美しい女性が、" * 600_000,
        "👩‍🎨" * 300_000,
        "שלום, " * 300_000,
        "\x00" * 10_000_000,
        "beautiful, " * 400_000,
        "(" * 200_000,
        "<lora:" * 100_000,
        "{|" * 200_000,
        "夜" * 300_000,
        ", " * 300_000,
        "a\n" * 300_000,
        "\u200b" * 300_000,
        "“" * 300_000,
        "smile, sad, " * 2_000,
        "soft light, harsh light " * 2_000,
        "a a " * 20_000,
        "--ar " * 50_000,
        "  ," * 100_000,
    ],
    ids=lambda text: f"{text[:6]!r} x {len(text)}",
)
def test_huge_texts_are_read_in_bounded_time(text):
    world = World(choices=CHOICES)
    entry = entry_of(0, text, {})
    start = time.process_time()
    read_entry(entry, world.vocabulary)
    world.add(text)
    found = world.lint.entry_findings(0)
    _lie_inside(text, found, world.lint.terms(0))
    assert apply_safe(apply_safe(text, found), found) == apply_safe(text, found)
    world.type(0, text + "x")
    world.lint.entry_findings(0)
    assert world.known[0][0].text == text + "x"
    assert time.process_time() - start < 30, "not a speed test: this would hang a keystroke"


ORDINARY = st.text(st.sampled_from("abcANDBREK019 ,.;!?'\"/&%#*+-"), max_size=40)


@settings(max_examples=500, deadline=None)
@given(st.one_of(CAPTIONS, ORDINARY).filter(lambda text: is_ordinary(cut(text))))
def test_what_is_not_asked_of_ordinary_text_would_find_nothing(text):
    words = cut(text)
    terms = find_terms(words, load_vocabulary())
    caption = CaptionText(text, words, terms, style_of_words(words))
    assert [hit for check in SIGN_CHECKS for hit in check(caption)] == []


@settings(max_examples=500, deadline=None)
@given(st.text("aB1 .,'-", max_size=40) | st.lists(PIECES, max_size=14).map(" ".join))
def test_prose_is_read_like_text_in_which_anything_might_stand(text):
    prose = cut(text)
    other = prose._replace(prose=False)
    assert is_ordinary(prose) == is_ordinary(other)
    assert digest_of(prose) == digest_of(other)
    if prose.words:
        terms, style = find_terms(prose, load_vocabulary()), style_of_words(prose)
        for check in TEXT_CHECKS:
            found, wanted = (
                list(check(CaptionText(text, words, terms, style))) for words in (prose, other)
            )
            assert found == wanted


def test_no_long_text_is_called_prose_by_its_beginning():
    text = "a red coat, " * 2_000
    assert cut(text[:1_199]).prose
    assert not cut(text + "a  double space").prose
    assert digest_of(cut(text + "a  b")) == digest_of(cut(text + "a b"))
