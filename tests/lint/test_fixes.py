"""Fixes leave a caption that still reads, and do nothing to a text they were not made for."""

import pytest
from lint_world import World

from app.lint.fixes import apply_fix, apply_safe, removal, whole_fix
from app.lint.rule import Finding, Fix, Severity


def without(marked, *, safe=True):
    text, spans = marked, []
    while "[" in text:
        start = text.index("[")
        text = text[:start] + text[start + 1 :]
        end = text.index("]")
        text = text[:end] + text[end + 1 :]
        spans.append((start, end))
    return apply_fix(text, removal(text, spans, safe=safe))


@pytest.mark.parametrize(
    ("marked", "rest"),
    [
        ("a [beautiful] old house", "an old house"),
        ("an [old] house", "a house"),
        ("An [extremely] tall tower", "A tall tower"),
        ("a [very] honest man", "an honest man"),
        ("a [lovely] unicorn", "a unicorn"),
        ("an [amazing] one-eyed cat", "a one-eyed cat"),
        ("1girl, [masterpiece], red coat", "1girl, red coat"),
        ("[masterpiece], 1girl, red coat", "1girl, red coat"),
        ("1girl, red coat, [masterpiece]", "1girl, red coat"),
        ("[masterpiece]", ""),
        ("[Beautiful] woman on a bench.", "Woman on a bench."),
        ("[The image shows] a cat. A dog.", "A cat. A dog."),
        ("A cat. [It seems to be] asleep.", "A cat. Asleep."),
        ("She is [stunning]. A dog.", "She is. A dog."),
        ("long hair and [very] silky skin", "long hair and silky skin"),
        ("a house, tall and [stunning], by the sea", "a house, tall, by the sea"),
        ("女性、[とても][美しい]、庭", "女性、庭"),
        ("[とても]大きな庭", "大きな庭"),
        ("a [beautiful] [gorgeous] [extremely] [lovely] woman", "a woman"),
        ("woman with [super] long hair", "woman with long hair"),
        ("a cat <b> [x]", "a cat <b>"),
        ("a [smooth], [flowing] dress", "a dress"),
        ("night, very very [detailed], [award winning], [masterpiece] by me", "night, by me"),
        ("A very [calm], [peaceful] lake", "A lake"),
        ("a house with a garden and [gorgeous]", "a house with a garden"),
        ("[lovely] and [cute] cats", "cats"),
        ("8k, [4k], photo", "8k, photo"),
        ("(a [very] small) cat", "(a small) cat"),
        ("first line\n[masterpiece], second line", "first line\nsecond line"),
    ],
)
def test_words_taken_out_leave_a_caption_that_reads(marked, rest):
    assert without(marked) == rest


def test_a_fix_made_for_another_text_changes_nothing():
    world = World(["1girl, (red coat:1.2), park"])
    (fix,) = world.finding(0, "prompt-syntax").fixes
    fixed = apply_fix("1girl, (red coat:1.2), park", fix)
    assert fixed == "1girl, red coat, park"
    assert apply_fix(fixed, fix) == fixed
    assert apply_fix("x1girl, (red coat:1.2), park", fix) == "x1girl, (red coat:1.2), park"


def test_safe_fixes_are_applied_together_and_only_once():
    text = "1girl , (red coat:1.2),park, , <lora:a:1>, bench"
    world = World([text])
    once = apply_safe(text, world.lint.entry_findings(0))
    world.type(0, once)
    twice = apply_safe(once, world.lint.entry_findings(0))
    world.type(0, twice)
    assert "(" not in twice
    assert "<" not in twice
    assert apply_safe(twice, world.lint.entry_findings(0)) == twice


def test_unsafe_overlapping_and_dismissed_fixes_are_left_out():
    def finding(*fixes, dismissed=False):
        return Finding(
            "x",
            Severity.HINT,
            0,
            fixes=tuple(Fix(a, b, t, s) for a, b, t, s in fixes),
            dismissed=dismissed,
        )

    text = "abcdef"
    assert apply_safe(text, [finding((0, 2, "X", True)), finding((1, 3, "Y", True))]) == "Xcdef"
    assert apply_safe(text, [finding((0, 2, "X", False), (3, 4, "Z", True))]) == "abcZef"
    assert apply_safe(text, [finding((0, 2, "X", True), dismissed=True)]) == text
    assert apply_safe(text, [finding((2, 2, "+", True)), finding((2, 2, "-", True))]) == "ab+cdef"


def test_the_shortest_replacement_is_found():
    fix = whole_fix("a red red coat", "a red coat", safe=True)
    assert apply_fix("a red red coat", fix) == "a red coat"
    assert fix.end - fix.start == 4
    same = whole_fix("a cat", "a cat", safe=True)
    assert apply_fix("a cat", same) == "a cat"
