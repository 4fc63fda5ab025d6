"""Removing what a person let stand and is no longer there."""

from collections.abc import Iterable
from dataclasses import replace

from app.dataset.marks import EntryNotes
from app.lint.dismissals import STALE
from app.lint.rule import Finding
from app.ui.session import Session
from app.ui.text import trn


def remove_dismissals(session: Session, stale: Iterable[Finding]) -> None:
    """Forget these dismissals, as one step of undo."""
    dataset = session.dataset
    found = [one for one in stale if one.rule == STALE]
    if dataset is None or not found or session.saving.read_only is not None:
        return
    notes: dict[int, EntryNotes] = {}
    rules = dataset.choices.dismissed_rules
    for one in found:
        if one.entry is None:
            rules = tuple(rule for rule in rules if rule != one.key)
            continue
        known = notes.get(one.entry) or dataset.notes_of(one.entry)
        kept = tuple(d for d in known.dismissals if f"{d.rule} {d.words}".strip() != one.key)
        notes[one.entry] = replace(known, dismissals=kept)
    title = trn("removal of %n dismissals", len(found))
    session.undo_stack.beginMacro(title)
    session.note_many(notes, title)
    session.choose(replace(dataset.choices, dismissed_rules=rules), title)
    session.undo_stack.endMacro()
