"""Findings and cards in the language of the interface."""

from dataclasses import replace

from app.lint.cards import Card, fix_title, message_of
from app.lint.rule import Finding, Fix
from app.messages import Message
from app.ui.session import Session
from app.ui.text import say


def card_of(session: Session, rule: str) -> Card:
    """The card of a rule."""
    return session.cards[rule]


def rule_title(session: Session, rule: str) -> str:
    """The rule's name for people."""
    return card_of(session, rule).title[session.language]


def rule_why(session: Session, rule: str) -> str:
    """The paragraph that says why it matters."""
    return card_of(session, rule).why[session.language]


def finding_message(session: Session, finding: Finding) -> str:
    """What was seen."""
    spoken = {k: say(v) if isinstance(v, Message) else v for k, v in finding.values.items()}
    finding = replace(finding, values=spoken)
    return message_of(finding, card_of(session, finding.rule), session.language)


def fix_text(session: Session, finding: Finding, fix: Fix) -> str:
    """What a click on the fix will do."""
    return fix_title(fix, card_of(session, finding.rule), session.language)
