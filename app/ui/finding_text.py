"""Findings and cards in the language of the interface."""

from dataclasses import replace
from string import Formatter

from app.lint.cards import Card, fix_title, message_of, named
from app.lint.dismissals import DISMISSALS, STALE, STANDING
from app.lint.rule import Finding, Fix
from app.messages import Message
from app.ui.session import Session
from app.ui.text import say, tr


def card_of(session: Session, rule: str) -> Card:
    """The card of a rule."""
    return session.cards[rule]


def rule_title(session: Session, rule: str) -> str:
    """The rule's name for people."""
    if rule == STALE:
        return tr("Let stand, but no longer there")
    if rule == STANDING:
        return tr("Let stand in the whole dataset")
    return card_of(session, rule).title[session.language]


def rule_why(session: Session, rule: str) -> str:
    """The paragraph that says why it matters."""
    if rule == STALE:
        return tr(
            "You let these stand, and their words or pictures have changed since: they silence"
            " nothing any more. Remove them, or leave them for when the words come back."
        )
    if rule == STANDING:
        return tr(
            "You let these stand for every entry. Press Delete, or choose from the menu, to have"
            " them said again."
        )
    return card_of(session, rule).why[session.language]


def chip_parts(session: Session, finding: Finding) -> list[tuple[str, str]]:
    """The few words of its card as pairs of words and a value behind them; [] where it has none."""
    card = card_of(session, finding.rule)
    template = card.chips.get(session.language, {}).get(finding.case)
    if template is None:
        return []
    spoken = {k: say(v) if isinstance(v, Message) else v for k, v in finding.values.items()}
    values = named(card, spoken, session.language)
    return [
        (words, "" if name is None else str(values[name]))
        for words, name, _, _ in Formatter().parse(template)
    ]


def finding_message(session: Session, finding: Finding) -> str:
    """What was seen."""
    if finding.rule in DISMISSALS:
        return _stale_message(session, finding)
    spoken = {k: say(v) if isinstance(v, Message) else v for k, v in finding.values.items()}
    finding = replace(finding, values=spoken)
    return message_of(finding, card_of(session, finding.rule), session.language)


def _stale_message(session: Session, finding: Finding) -> str:
    rule, words, reason = (str(finding.values[key]) for key in ("rule", "words", "reason"))
    # A card may have gone with an older version of the program.
    title = rule_title(session, rule) if rule in session.cards else rule
    parts = (title, tr("“{words}”", words=words) if words else "", reason)
    return ": ".join(part for part in parts if part)


def fix_text(session: Session, finding: Finding, fix: Fix) -> str:
    """What a click on the fix will do."""
    return fix_title(fix, card_of(session, finding.rule), session.language)
