"""Percent, sizes and lists are written in one way in each language."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from app.lint.cards import load_cards
from app.lint.terms import Kind, Term
from app.paths import resources
from app.review.questions import first_questions
from app.ui.commas import listed
from app.ui.start import speak
from app.ui.text import say

ROOT = Path(__file__).resolve().parents[2]


def spoken(language):
    """Every text of the program in a language, with that of the cards."""
    tree = ElementTree.parse(resources() / "i18n" / f"proofsheet_{language}.ts")
    for message in tree.iter("message"):
        source, translation = message.find("source"), message.find("translation")
        forms = ["".join(one.itertext()) for one in translation.iter("numerusform")]
        yield from forms or ["".join(translation.itertext()) or source.text]
        if language == "en":
            yield source.text
    for card in load_cards().values():
        yield card.why[language]
        yield card.title[language]
        yield from card.messages[language].values()
        yield from card.chips[language].values()


@pytest.mark.parametrize(("language", "wrong"), [("en", r"[\d}]%(?!n)"), ("ja", r"[\d}] +%(?!n)")])
def test_percent_is_written_in_one_way(language, wrong):
    assert [text for text in spoken(language) if text and re.search(wrong, text)] == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_sizes_have_a_cross_and_no_letter(language):
    found = [text for text in spoken(language) if text and re.search(r"\} ?x ?\{|\d+ x \d+", text)]
    assert found == []


def test_sizes_in_what_rules_say_have_a_cross_too():
    sources = [*(ROOT / "app/lint").rglob("*.py"), *(ROOT / "app/images").rglob("*.py")]
    assert len(sources) > 50
    found = [
        (path.name, line)
        for path in sources
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"\} x \{", line) and "key =" not in line
    ]
    assert found == []


def test_names_on_screen_are_joined_by_the_comma_of_the_language():
    """What is typed or written into a file has its own comma."""
    typed = {"choices_form.py"}
    found = [
        (path.name, line.strip())
        for path in (ROOT / "app/ui").rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if '", ".join' in line and path.name not in typed
    ]
    assert found == []


@pytest.fixture
def japanese(qapp):
    speak(qapp, "ja")
    yield
    speak(qapp, "en")


def test_japanese_lists_and_quotations_have_japanese_signs(japanese):
    assert listed(["001.png", "002.png", "010.png"]) == "001.png、002.png、010.png"
    terms = [
        Term(Kind.MOOD, 0, 8, "peaceful", "calm"),
        Term(Kind.MOOD, 9, 15, "serene", "calm"),
    ]
    asked = first_questions(terms, "")
    assert say(asked[0]).startswith("画像に「peaceful」、「serene」")
