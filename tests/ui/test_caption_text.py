"""An edit of what the editor shows changes nothing else in the caption."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QPlainTextEdit

from app.ui.widgets.caption_text import changed_part, merge_edit, one_line, shown_as

ODD = "\u00a0\u2028\u2029\r\n\ufdd0\ufdd1 ab、。😀"
CAPTIONS = st.text(st.sampled_from(ODD), max_size=14)
PLAIN = st.text(st.sampled_from("ab c😀"), max_size=4)


@given(CAPTIONS)
@settings(max_examples=60, deadline=None)
def test_shown_as_is_what_the_editor_gives_back(qapp, caption):
    editor = QPlainTextEdit()
    editor.setPlainText(caption)
    assert editor.toPlainText() == shown_as(caption)


@given(CAPTIONS)
def test_looking_changes_nothing(caption):
    shown = shown_as(caption)
    assert merge_edit(caption, shown, shown) == caption


@given(CAPTIONS, PLAIN, st.data())
def test_an_edit_is_seen_and_the_rest_is_kept(caption, typed, data):
    before = shown_as(caption)
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    after = before[:start] + typed + before[end:]
    merged = merge_edit(caption, before, after)
    assert shown_as(merged) == after
    changed_from, changed_to, _ = changed_part(before, after)
    kept_left = shown_as(caption)[:changed_from]
    assert shown_as(merged)[: len(kept_left)] == kept_left
    odd = [c for c in merged if c in "\u00a0\u2028\u2029\ufdd0\ufdd1"]
    was = [c for c in caption if c in "\u00a0\u2028\u2029\ufdd0\ufdd1"]
    assert len(was) - len(odd) <= changed_to - changed_from


@given(CAPTIONS, CAPTIONS)
def test_the_changed_part_makes_one_of_the_other(before, after):
    start, end, text = changed_part(before, after)
    assert before[:start] + text + before[end:] == after


def test_a_no_break_space_outlives_a_letter_beside_it():
    assert merge_edit("10\u00a0km", "10 km", "10 kmh") == "10\u00a0kmh"
    assert merge_edit("one\u2028two", "one\ntwo", "one\ntw") == "one\u2028tw"


def test_pasted_lines_become_one():
    assert one_line("a young woman\r\n  in a park\n\n") == "a young woman in a park"
    assert one_line(" as it is ") == " as it is "
