"""Sentences with key caps: nothing is lost, nothing runs over the edge."""

from itertools import pairwise

import pytest

from app.ui.scheme import scaled
from app.ui.widgets.key_caps import key_width
from app.ui.widgets.keyed_words import PITCH, KeyedWords, cap
from app.ui.widgets.labels import Type

ENGLISH = f"Tick the words that mean one thing: {cap(0)} ticks, {cap(1)} shows their entries."
JAPANESE = f"同じ意味の語句に印を付けます。{cap(0)} で選択、{cap(1)} でエントリを表示。"


@pytest.fixture
def words(qtbot):
    widget = KeyedWords(Type.QUIET)
    qtbot.addWidget(widget)
    return widget


@pytest.mark.parametrize("text", [ENGLISH, JAPANESE])
@pytest.mark.parametrize("width", [120, 200, 377, 2000])
def test_lines_hold_all_words_and_both_keys(words, text, width):
    words.show_words(text, ("Space", "Return"))
    pieces = words.pieces(width)
    assert [piece.text for piece in pieces if piece.is_key] == ["Space", "Enter"]
    said = "".join(piece.text for piece in pieces).replace(" ", "")
    assert said == words.text().replace(" ", "")
    for piece in pieces:
        assert piece.left + piece.width <= max(width, piece.width)
        assert not piece.is_key or piece.width == key_width(piece.text)
    for line in {piece.line for piece in pieces}:
        row = [piece for piece in pieces if piece.line == line]
        assert row[0].left == 0
        assert all(a.left + a.width <= b.left for a, b in pairwise(row))
    assert words.heightForWidth(width) == scaled(PITCH) * (pieces[-1].line + 1)


def test_keys_follow_the_order_of_the_sentence(words):
    """Another language may name the second key first."""
    words.show_words(f"{cap(1)}: zweitens, {cap(0)}: erstens", ("F1", "F2"))
    assert [piece.text for piece in words.pieces(900) if piece.is_key] == ["F2", "F1"]
    assert words.text() == "F2: zweitens, F1: erstens"
    assert words.accessibleName() == words.text()
