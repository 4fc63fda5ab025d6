"""Every card parses, and its examples are its tests."""

from string import Formatter

import pytest
from lint_world import world_of

from app.errors import ProofError
from app.lint.cards import LANGUAGES, fix_title, load_cards, message_of, read_card
from app.lint.fixes import apply_fix
from app.lint.rule import Finding, Severity
from app.lint.rules.table import ENTRY_CHECKS, SIGN_CHECKS, TEXT_CHECKS, WATCHES

CARDS = load_cards()
EXAMPLES = [
    pytest.param(card, example, id=f"{card.name}-{'bad' if example.bad else 'good'}-{number}")
    for card in CARDS.values()
    for number, example in enumerate(card.examples)
]


def spans_of(finding):
    if finding.start is None:
        return []
    return sorted([(finding.start, finding.end), *finding.more_spans])


def fields(template):
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("card", CARDS.values(), ids=lambda card: card.name)
def test_a_card_is_whole(card):
    for language in LANGUAGES:
        assert card.title[language]
        assert len(card.why[language]) > 40
        assert card.messages[language].keys() == card.messages["en"].keys()
        assert card.fixes[language].keys() == card.fixes["en"].keys()
        assert card.messages[language]
        assert card.chips[language].keys() == card.chips["en"].keys() <= card.messages["en"].keys()
        for case, few in card.chips[language].items():
            # A chip says nothing that the message does not know.
            assert fields(few) <= fields("".join(card.messages["en"][case])) | {"words"}, case
    assert all(len(few.split()) <= 6 for few in card.chips["en"].values())
    assert card.title["ja"] != card.title["en"]
    assert sum(example.bad for example in card.examples) >= 3
    assert sum(not example.bad for example in card.examples) >= 3


def test_functions_and_cards_name_each_other():
    functions = {check.__name__ for check in (*TEXT_CHECKS, *SIGN_CHECKS, *ENTRY_CHECKS, *WATCHES)}
    assert {card.check for card in CARDS.values() if card.check} == functions
    assert {card.kind for card in CARDS.values()} <= {None, "existence", "substitution"}


@pytest.mark.parametrize(("card", "example"), EXAMPLES)
def test_an_example(card, example):
    world = world_of(example)
    numbers = range(len(example.entries))
    found = {number: world.lint.entry_findings(number) for number in numbers}
    dataset = world.lint.dataset_findings()
    if not example.bad:
        everything = [one for group in found.values() for one in group] + list(dataset)
        assert not [
            one for one in everything if one.rule == card.name or one.severity is not Severity.HINT
        ]
        return
    if example.dataset:
        assert card.name in [one.rule for one in dataset], dataset
        loud = [one for one in dataset if one.severity is not Severity.HINT]
        assert {one.rule for one in loud} <= {card.name}
        findings = [one for one in dataset if one.rule == card.name]
    else:
        findings = []
        for number, entry in enumerate(example.entries):
            own = [one for one in found[number] if one.rule == card.name]
            others = [one.rule for one in found[number] if one.severity is not Severity.HINT]
            assert set(others) <= {card.name}
            if len(example.entries) == 1 or entry.spans:
                assert own, found[number]
            else:
                assert not own
            spans = [span for one in own for span in spans_of(one)]
            if any(one.start is not None for one in own):
                assert sorted(spans) == list(entry.spans)
            findings += own
    for one in findings:
        for language in LANGUAGES:
            assert message_of(one, card, language)
            for fix in one.fixes:
                assert fix_title(fix, card, language)
    if example.fixed is not None:
        fixed = next((one for one in findings if one.fixes), None)
        assert fixed, "the example is fixed, but there is no fix"
        text = example.entries[fixed.entry or 0].caption
        assert apply_fix(text, fixed.fixes[0]) == example.fixed
    elif not example.dataset and len(example.entries) == 1:
        assert not any(one.fixes for one in findings), "the example does not show its fix"


def test_a_card_with_a_fix_title_shows_a_fix():
    for card in CARDS.values():
        if card.fixes["en"]:
            assert any(example.fixed is not None for example in card.examples), card.name


MENDED = [
    pytest.param(card, example, id=f"{card.name}-{number}")
    for card in CARDS.values()
    for number, example in enumerate(card.examples)
    if example.fixed is not None
]


@pytest.mark.parametrize(("card", "example"), MENDED)
def test_every_rules_fix_applied_twice_changes_nothing_more(card, example):
    world = world_of(example)
    at = next(
        number
        for number in range(len(example.entries))
        if any(one.fixes for one in of_rule(world, card, number))
    )
    text = example.entries[at].caption
    seen = [text]
    while found := [one for one in of_rule(world, card, at) if one.fixes]:
        for fix in (fix for one in found for fix in one.fixes):
            once = apply_fix(text, fix)
            assert once != text
            assert apply_fix(once, fix) == once
        text = apply_fix(text, found[0].fixes[0])
        assert text not in seen, "one fix brings back what another took"
        seen.append(text)
        world.type(at, text)


def of_rule(world, card, number):
    return [one for one in world.lint.entry_findings(number) if one.rule == card.name]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("severity = ", "Invalid value"),
        ('severity = "loud"\npass = 1\ncheck = "x"\n[ja]\n', "loud"),
        ('severity = "hint"\npass = 1\n[ja]\n', "check or a kind"),
        ('severity = "hint"\npass = 3\ncheck = "x"\n[ja]\n', "pass is 1 or 2"),
        ('severity = "hint"\npass = 1\ncheck = "x"\n', "'ja' is missing"),
        ('severty = "hint"\npass = 1\ncheck = "x"\n[ja]\n', "severty"),
        ('severity = "hint"\npass = 1\ncheck = "x"\ntitle = ""\n[ja]\n', "text is missing"),
    ],
)
def test_a_damaged_card_says_what_is_wrong(tmp_path, text, reason):
    path = tmp_path / "odd-rule.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProofError, match=r"odd-rule\.toml") as caught:
        read_card(path)
    assert reason in str(caught.value)


def test_a_figure_below_zero_has_a_minus_and_no_hyphen():
    cards = load_cards()
    finding = Finding(
        "colour-outlier",
        Severity.HINT,
        entry=0,
        case="red_green-less",
        values={"value": -14, "median": 2},
    )
    said = message_of(finding, cards["colour-outlier"], "en")
    assert "a* \N{MINUS SIGN}14, the middle is 2" in said
