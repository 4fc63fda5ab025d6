"""A person's own words join the shipped ones; a damaged list is left out and said."""

from app.captions.words import cut
from app.lint.own_words import PLACE, words_for
from app.lint.terms import Kind, find_terms


def lighting(text, vocabulary):
    return [t.text for t in find_terms(cut(text), vocabulary) if t.kind is Kind.LIGHTING]


def test_without_own_lists_the_shipped_words_are_used(tmp_path):
    vocabulary, notices = words_for(tmp_path, None)
    assert notices == ()
    assert lighting("a cup in soft daylight", vocabulary) == ["soft daylight"]


def test_a_damaged_list_is_left_out_and_said(tmp_path):
    place = tmp_path / PLACE
    place.parent.mkdir()
    place.write_text("kind = [[[", encoding="utf-8")
    vocabulary, notices = words_for(tmp_path, tmp_path / "gone.toml")
    said = " ".join(str(notice) for notice in notices)
    assert "words.toml" in said
    assert "gone.toml" in said
    assert lighting("a cup in soft daylight", vocabulary) == ["soft daylight"]
