"""Letting a finding stand, for its entry or in the whole dataset, and saying it again."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum

from app.dataset.marks import Dismissal, EntryNotes
from app.lint.dismissals import DISMISSALS, mark_of
from app.lint.rule import Finding
from app.ui.session import Session
from app.ui.text import tr, trn


class Reach(Enum):
    """Where a finding is let stand."""

    ENTRY = "entry"
    """At this entry, until its words change."""
    WORDS = "words"
    """These words in every caption of the dataset."""
    RULE = "rule"
    """Whatever the rule says in this dataset."""


def let_stand(session: Session, finding: Finding, reason: str, reach: Reach = Reach.ENTRY) -> None:
    """One step of undo. What is about the dataset stands for the dataset."""
    dataset = session.dataset
    if dataset is None:
        return
    if finding.entry is not None and reach is Reach.ENTRY:
        notes = dataset.notes_of(finding.entry)
        dismissal = Dismissal(finding.rule, finding.key, reason)
        after = replace(notes, dismissals=(*notes.dismissals, dismissal))
        session.note(finding.entry, after, tr("let stand"))
        return
    mark = finding.rule if reach is Reach.RULE else mark_of(finding.rule, finding.key)
    choices = dataset.choices
    reasons = {**choices.dismissal_reasons, **({mark: reason} if reason else {})}
    rules = dict.fromkeys((*choices.dismissed_rules, mark))
    choices = replace(choices, dismissed_rules=tuple(rules), dismissal_reasons=reasons)
    session.choose(choices, tr("let stand"))


def say_again(session: Session, finding: Finding) -> None:
    """Say a finding again that was let stand on its entry, or else in the dataset."""
    dataset = session.dataset
    if dataset is None:
        return
    if finding.entry is not None:
        notes = dataset.notes_of(finding.entry)
        kept = tuple(
            d for d in notes.dismissals if (d.rule, d.words) != (finding.rule, finding.key)
        )
        if kept != notes.dismissals:
            session.note(finding.entry, replace(notes, dismissals=kept), tr("say again"))
            return
    _forget(session, {finding.rule, mark_of(finding.rule, finding.key)}, tr("say again"))


def remove_dismissals(session: Session, listed: Iterable[Finding]) -> None:
    """Forget these dismissals, as one step of undo."""
    dataset = session.dataset
    found = [one for one in listed if one.rule in DISMISSALS]
    if dataset is None or not found or session.saving.read_only is not None:
        return
    notes: dict[int, EntryNotes] = {}
    for one in found:
        if one.entry is None:
            continue
        known = notes.get(one.entry) or dataset.notes_of(one.entry)
        kept = tuple(d for d in known.dismissals if mark_of(d.rule, d.words) != one.key)
        notes[one.entry] = replace(known, dismissals=kept)
    title = trn("removal of %n dismissals", len(found))
    session.undo_stack.beginMacro(title)
    session.note_many(notes, title)
    _forget(session, {one.key for one in found if one.entry is None}, title)
    session.undo_stack.endMacro()


def _forget(session: Session, marks: set[str], title: str) -> None:
    assert session.dataset is not None
    choices = session.dataset.choices
    rules = tuple(mark for mark in choices.dismissed_rules if mark not in marks)
    reasons = {mark: why for mark, why in choices.dismissal_reasons.items() if mark not in marks}
    session.choose(replace(choices, dismissed_rules=rules, dismissal_reasons=reasons), title)
