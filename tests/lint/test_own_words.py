"""A person's own words join the shipped ones; a damaged list is left out and said."""

import pytest

from app.captions.words import cut
from app.errors import ProofError
from app.lint.own_words import PLACE, OwnWord, keep_word, phrase_of, words_for
from app.lint.terms import Kind, find_terms


def lighting(text, vocabulary):
    return [t.text for t in find_terms(cut(text), vocabulary) if t.kind is Kind.LIGHTING]


def test_without_own_lists_the_shipped_words_are_used(tmp_path):
    words = words_for(tmp_path, None)
    assert words.notices == ()
    assert lighting("a cup in soft daylight", words.vocabulary) == ["soft daylight"]


def test_a_damaged_list_is_left_out_and_said(tmp_path):
    place = tmp_path / PLACE
    place.parent.mkdir()
    place.write_text("kind = [[[", encoding="utf-8")
    words = words_for(tmp_path, tmp_path / "gone.toml")
    said = " ".join(str(notice) for notice in words.notices)
    assert "words.toml" in said
    assert "gone.toml" in said
    assert lighting("a cup in soft daylight", words.vocabulary) == ["soft daylight"]


def kinds(text, vocabulary):
    return [(t.kind, t.text, t.family) for t in find_terms(cut(text), vocabulary)]


def test_a_word_that_is_kept_joins_what_stands_in_the_list(tmp_path):
    place = tmp_path / PLACE
    place.parent.mkdir()
    place.write_text('# mine\n[[phrases]]\nkind = "mood"\nfamily = "calm"\nen = "hushy"', "utf-8")
    keep_word(OwnWord("moss glow", Kind.LIGHTING, "soft"), tmp_path, None)
    keep_word(OwnWord("苔色の灯り", Kind.LIGHTING, "night"), tmp_path, None)
    words = words_for(tmp_path, None)
    assert words.notices == ()
    assert place.read_text(encoding="utf-8").startswith("# mine\n")
    assert kinds("hushy moss-glow", words.vocabulary) == [
        (Kind.MOOD, "hushy", "calm"),
        (Kind.LIGHTING, "moss-glow", "soft"),
    ]
    assert kinds("壁に苔色の灯りがある", words.vocabulary) == [
        (Kind.LIGHTING, "苔色の灯り", "night")
    ]


def test_what_was_said_last_of_a_phrase_counts(tmp_path):
    for word in (
        OwnWord("moss glow", Kind.LIGHTING, "soft"),
        OwnWord("moss glow", Kind.MOOD, "gloom"),
    ):
        keep_word(word, tmp_path, None)
    vocabulary = words_for(tmp_path, None).vocabulary
    assert kinds("a moss glow", vocabulary) == [(Kind.MOOD, "moss glow", "gloom")]
    assert (tmp_path / PLACE).read_text(encoding="utf-8").count("moss glow") == 1
    keep_word(OwnWord("moss glow", None), tmp_path, None)
    vocabulary = words_for(tmp_path, None).vocabulary
    assert kinds("a moss glow", vocabulary) == []


def test_the_persons_own_list_holds_everywhere_and_the_datasets_over_it(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    keep_word(OwnWord("moss glow", Kind.LIGHTING, "soft"), None, None)
    assert kinds("moss glow", words_for(tmp_path / "other", None).vocabulary)
    keep_word(OwnWord("moss glow", Kind.LIGHTING, "night"), tmp_path, None)
    assert kinds("moss glow", words_for(tmp_path, None).vocabulary)[0][2] == "night"


def test_a_damaged_list_is_not_added_to(tmp_path):
    place = tmp_path / PLACE
    place.parent.mkdir()
    place.write_text("kind = [[[", encoding="utf-8")
    with pytest.raises(ProofError):
        keep_word(OwnWord("moss glow", Kind.LIGHTING, "soft"), tmp_path, None)
    assert place.read_text(encoding="utf-8") == "kind = [[["


@pytest.mark.parametrize(
    ("written", "phrase"),
    [
        ("Moss-Glow", "moss glow"),
        ("soft_moss  glow", "soft moss glow"),
        ("苔色の灯り", "苔色の灯り"),
        ("moss, glow", ""),
        ("one two three four five six seven eight nine", ""),
        ("moss 灯り", ""),
        (" ", ""),
        ("a|b?", ""),
    ],
)
def test_how_a_list_writes_a_phrase(written, phrase):
    assert phrase_of(written) == phrase
