"""The word lists compile, a person's own lists are merged, and mistakes are named by line."""

import pytest

from app.captions.words import cut
from app.errors import ProofError
from app.lint.notation import phrases
from app.lint.terms import Kind, find_terms
from app.lint.vocabulary import load_vocabulary

LIGHTING = {
    *("natural", "soft", "hard", "studio", "artificial", "backlit", "bright", "dark", "dramatic"),
    *("volumetric", "golden", "night", "overcast", "other"),
}
MOOD = {
    *("joy", "sadness", "anger", "fear", "surprise", "disgust", "calm", "seriousness"),
    *("tenderness", "energy", "gloom", "other"),
}


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("smile~", ["smile", "smiles", "smiled", "smiling"]),
        ("cry~", ["cry", "cries", "cried", "crying"]),
        ("grin~", ["grin", "grins", "grinned", "grinning"]),
        ("laugh~", ["laugh", "laughs", "laughed", "laughing"]),
        ("ray+ of light", ["ray of light", "rays of light"]),
        ("story+, box+", ["story", "stories", "box", "boxes"]),
        ("a|b c? d", ["a d", "a c d", "b d", "b c d"]),
        ("@tone sky", ["red sky", "pink sky"]),
        (":|, ;), !?", [":|", ";)", "!?"]),
        ("one\n two ,three", ["one", "two", "three"]),
    ],
)
def test_notation(written, forms):
    assert list(phrases(written, {"tone": ("red", "pink")})) == forms


@pytest.mark.parametrize("form", ["微笑む", "微笑み", "微笑んで", "微笑んだ"])
def test_japanese_verbs(form):
    assert any(found.startswith(form) or form.startswith(found) for found in phrases("微笑む~", {}))


def test_every_shipped_sense_is_complete():
    vocabulary = load_vocabulary()
    for index in (vocabulary.phrases, vocabulary.japanese):
        for phrase, senses in index.items():
            for sense in senses:
                mood = sense.kind is Kind.MOOD
                assert mood == (sense.polarity is not None) == (sense.expression is not None), (
                    phrase
                )
                assert bool(sense.family) == (sense.kind is not None), phrase


def test_the_families_are_those_of_the_json():
    vocabulary = load_vocabulary()
    found = {kind: set() for kind in Kind}
    for index in (vocabulary.phrases, vocabulary.japanese):
        for senses in index.values():
            for sense in senses:
                if sense.kind:
                    found[sense.kind].add(sense.family)
    assert found[Kind.MODIFIER] == {"evaluative", "intensifier", "quality"}
    assert found[Kind.LIGHTING] == LIGHTING
    assert found[Kind.MOOD] == MOOD


def own(tmp_path, text):
    path = tmp_path / "words.toml"
    path.write_text(text, encoding="utf-8")
    return path


def terms(text, vocabulary):
    return [(t.text, t.family) for t in find_terms(cut(text), vocabulary)]


def test_own_words_are_added_and_win(tmp_path):
    path = own(
        tmp_path,
        """
        [[phrases]]
        kind = "lighting"
        family = "soft"
        en = "tyndall haze, moonlight"
        ja = "障子越しの光"
        [[phrases]]
        kind = "nothing"
        en = "backlit"
        """,
    )
    vocabulary = load_vocabulary([path])
    assert terms("tyndall haze", vocabulary) == [("tyndall haze", "soft")]
    assert terms("moonlight", vocabulary) == [("moonlight", "soft")]
    assert terms("障子越しの光", vocabulary) == [("障子越しの光", "soft")]
    assert terms("backlit", vocabulary) == []
    assert terms("backlit", load_vocabulary()) == [("backlit", "backlit")]
    assert load_vocabulary() is load_vocabulary()


def test_own_negation_adds_to_the_shipped(tmp_path):
    path = own(tmp_path, '[negation]\nwords = "sans"\n')
    vocabulary = load_vocabulary([path])
    assert terms("sans smile", vocabulary) == terms("without a smile", vocabulary) == []


def test_own_compound(tmp_path):
    path = own(
        tmp_path,
        """
        [[compounds]]
        heads = "gloss"
        [[compounds.describing]]
        kind = "lighting"
        family = "bright"
        en = "wet"
        """,
    )
    assert terms("a wet gloss", load_vocabulary([path])) == [("wet gloss", "bright")]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("\n\n[[phrases]\n", 3, ""),
        ('\n[[phrases]]\nkind = "lighting"\nfamly = "soft"\n', 4, "famly"),
        ('[[phrases]]\nkind = "weather"\n', 2, "weather"),
        ('[[phrases]]\nkind = "mood"\npolarity = "glad"\n', 3, "polarity"),
        ('[[phrases]]\nkind = "mood"\nexpression = "yes"\n', 3, "true or false"),
        ('[[phrases]]\nkind = "mood"\n\nen = ["a"]\n', 4, "en"),
        ('[[phrases]]\nkind = "mood"\nen = "@nowhere sky"\n', 3, "nowhere"),
        ('phrases = "a"\n', 1, "phrases"),
        ("\n[sets]\na = 1\n", 3, "a"),
        ('colours = "a"\n', 1, "colours"),
    ],
)
def test_a_damaged_list_is_named_with_its_line(tmp_path, text, line, says):
    with pytest.raises(ProofError) as caught:
        load_vocabulary([own(tmp_path, text)])
    assert f"words.toml has a mistake in line {line}" in str(caught.value).replace("\n", " ")
    assert says in str(caught.value)


def test_a_list_that_is_not_text(tmp_path):
    path = tmp_path / "words.toml"
    path.write_bytes(b"# one\n# \xff\n")
    with pytest.raises(ProofError, match="line 2"):
        load_vocabulary([path])
    with pytest.raises(ProofError, match="cannot be read"):
        load_vocabulary([tmp_path / "absent.toml"])
