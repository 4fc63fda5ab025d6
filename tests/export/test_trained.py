"""What the trainer makes of a caption: the rules of its reading, one test each."""

import pytest

from app.export.trained import Reading, possible_captions, trained_caption

SENTENCE = "A woman in a red coat, holding an umbrella, walks. The light is soft, warm."


def test_the_first_line_is_read_and_stripped():
    assert trained_caption("  cap a \nsecond\n") == "cap a"


def test_a_blank_first_line_trains_no_words():
    assert trained_caption("\nsecond line") == ""


def test_carriage_returns_end_lines_and_other_separators_do_not():
    assert trained_caption("line one\r\nline two") == "line one"
    assert trained_caption("line one\rline two") == "line one"
    assert trained_caption("one\u2028two\x0bthree") == "one\u2028two\x0bthree"


def test_class_tokens_speak_only_where_the_file_is_missing():
    reading = Reading(class_tokens="woman")
    assert trained_caption(None, reading) == "woman"
    assert trained_caption("a cat", reading) == "a cat"
    assert trained_caption("\n", reading) == ""
    assert trained_caption(None) == ""


def test_prefix_and_suffix_are_joined_with_one_space():
    reading = Reading(prefix="PRE,", suffix=", SUF")
    assert trained_caption("cap a, second", reading) == "PRE, cap a, second , SUF"
    assert trained_caption("", reading) == "PRE,  , SUF"
    assert trained_caption(None, Reading(prefix="PRE,", class_tokens="cat")) == "PRE, cat"


def test_a_prefix_reaches_only_the_first_of_several_lines():
    reading = Reading(prefix="PRE,", suffix=", SUF", wildcard=True)
    found = possible_captions("first line\n\n second ", reading)
    assert set(found.texts) == {"PRE, first line", "second , SUF"}


def test_wildcards_expand_braces_and_keep_doubled_ones():
    found = possible_captions("a {red|blue} {{x}} {cat}", Reading(wildcard=True))
    assert found.texts == ("a red {x} cat", "a blue {x} cat")
    assert trained_caption("a {red|blue}") == "a {red|blue}"


def test_very_many_wildcards_are_not_all_listed():
    found = possible_captions("{a|b|c|d}" * 9, Reading(wildcard=True))
    assert found.more
    assert len(found.texts) == 64


def test_dropout_leaves_the_caption_out_for_a_share_of_draws():
    assert possible_captions("a", Reading(dropout_rate=0.1)).dropped == 0.1
    assert possible_captions("a", Reading(dropout_rate=3)).dropped == 1.0


def test_without_shuffle_warm_up_and_tag_dropout_the_text_is_untouched():
    assert trained_caption(SENTENCE, Reading(keep_tokens=3)) == SENTENCE
    assert not possible_captions(SENTENCE).reordered


@pytest.mark.parametrize(
    "reading",
    [Reading(shuffle=True), Reading(tag_dropout_rate=0.1), Reading(warmup_steps=1)],
    ids=["shuffle", "tag_dropout", "warm_up"],
)
def test_each_of_three_settings_splits_at_every_comma(reading):
    found = possible_captions("x ,y, , a", reading)
    assert found.reordered
    assert found.texts == ("x, y, , a",)


def test_only_an_ascii_comma_splits():
    assert not possible_captions("赤、青，緑", Reading(shuffle=True)).reordered


def test_the_keep_separator_stays_in_the_caption_without_shuffle():
    text = "x, y ||| a, b"
    assert trained_caption(text, Reading(keep_tokens_separator="|||")) == text
    shuffled = Reading(keep_tokens_separator="|||", shuffle=True)
    assert trained_caption(text, shuffled) == "x, y, a, b"


def test_the_secondary_separator_becomes_a_comma_always():
    assert trained_caption("a;;b", Reading(secondary_separator=";;")) == "a,b"


def test_cached_text_encoder_outputs_skip_everything_but_the_file():
    reading = Reading(prefix="TRIG,", wildcard=True, cached_text=True)
    found = possible_captions("line {one|uno}\nline two", reading)
    assert found.texts == ("line {one|uno}\nline two",)
