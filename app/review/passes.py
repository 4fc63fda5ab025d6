"""The two passes as pure functions: states, order, progress, verdicts, and the second look."""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from app.dataset.entry import Dataset
from app.dataset.marks import Decision, EntryNotes, Verdict
from app.review.verdicts import caption_digest, standing


class PassState(StrEnum):
    """What a pass says of an entry now."""

    NONE = "none"
    APPROVED = "approved"
    FLAGGED = "flagged"
    LAPSED = "lapsed"
    """It had a verdict, and caption or image changed since: it wants a second look."""


States = tuple[PassState, PassState]
"""Of pass 1 and pass 2."""
UNTOUCHED: States = (PassState.NONE, PassState.NONE)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a pass is."""

    approved: int
    flagged: int
    second_looks: int
    total: int

    @property
    def done(self) -> int:
        """Entries with a verdict that holds."""
        return self.approved + self.flagged


def state_of(verdict: Verdict | None, text: str | None, image_digest: str | None) -> PassState:
    """What a verdict means for the caption and the image as they are."""
    if verdict is None:
        return PassState.NONE
    if not standing(verdict, text, image_digest):
        return PassState.LAPSED
    return PassState.APPROVED if verdict.decision is Decision.APPROVED else PassState.FLAGGED


def states_of(notes: EntryNotes, text: str | None, image_digest: str | None) -> States:
    """What both passes say."""
    return state_of(notes.first, text, image_digest), state_of(notes.second, text, image_digest)


def entry_states(dataset: Dataset, number: int) -> States:
    """What both passes say of an entry of the open dataset."""
    notes = dataset.notes.get(number)
    if notes is None:
        return UNTOUCHED
    digest = dataset.evidence_of(number).digest
    return states_of(notes, dataset.entries[number].text, digest)


def reviewed_twice(states: States) -> bool:
    """Both passes approved what is there now."""
    return states == (PassState.APPROVED, PassState.APPROVED)


def progress(states: Iterable[PassState]) -> Progress:
    """Count the states of one pass."""
    found = list(states)
    return Progress(
        found.count(PassState.APPROVED),
        found.count(PassState.FLAGGED),
        found.count(PassState.LAPSED),
        len(found),
    )


def current_pass(states: Iterable[States]) -> int:
    """1 until every entry has had its first verdict, then 2.

    A change that comes once pass 2 has begun is looked at in pass 2: nobody is sent back.
    """
    found = list(states)
    if any(first is PassState.NONE for first, _ in found):
        return 1
    begun = any(second is not PassState.NONE for _, second in found)
    return 1 if not begun and any(first is PassState.LAPSED for first, _ in found) else 2


def next_pending(
    order: Sequence[int], states: Mapping[int, PassState], current: int | None
) -> int | None:
    """The next entry without a verdict, round and round; second looks when no other is left.

    `current` itself is offered last. None: every entry has a verdict that holds.
    """
    place = order.index(current) if current in order else -1
    walk = [*order[place + 1 :], *order[: place + 1]]
    for wanted in (PassState.NONE, PassState.LAPSED):
        for number in walk:
            if states.get(number, PassState.NONE) is wanted:
                return number
    return None


def next_flagged(
    order: Sequence[int], states: Mapping[int, PassState], current: int | None
) -> int | None:
    """The next flagged entry, round and round, or None."""
    place = order.index(current) if current in order else -1
    walk = [*order[place + 1 :], *order[: place + 1]]
    return next((n for n in walk if states.get(n) is PassState.FLAGGED), None)


def shuffled(entries: Iterable[int], seed: int) -> list[int]:
    """The entries in an order that only the seed decides; they are sorted first."""
    mixed = sorted(entries)
    random.Random(seed).shuffle(mixed)  # noqa: S311 - nothing secret
    return mixed


# Verdicts ----------------------------------------------------------------------------------


def verdict_for(
    decision: Decision, text: str | None, image_digest: str | None, note: str = ""
) -> Verdict:
    """A verdict on exactly this caption and this image."""
    return Verdict(decision, caption_digest(text), image_digest or "", note, text or "")


def verdict_of(notes: EntryNotes, pass_number: int) -> Verdict | None:
    """The verdict of pass 1 or 2."""
    return notes.first if pass_number == 1 else notes.second


def with_verdict(notes: EntryNotes, pass_number: int, verdict: Verdict | None) -> EntryNotes:
    """The notes with another verdict of pass 1 or 2."""
    if pass_number == 1:
        return replace(notes, first=verdict)
    return replace(notes, second=verdict)


def approve(
    notes: EntryNotes, pass_number: int, text: str | None, image_digest: str | None, note: str = ""
) -> EntryNotes:
    """Approved in a pass, and again in the other one where its verdict had lapsed.

    That is the second look: the difference is shown, and one approval restores the passes the entry
    had. A flag that still holds is left alone.
    """
    verdict = verdict_for(Decision.APPROVED, text, image_digest, note)
    other = 3 - pass_number
    before = verdict_of(notes, other)
    if state_of(before, text, image_digest) is PassState.LAPSED:
        kept = before.note if before is not None else ""
        notes = with_verdict(notes, other, replace(verdict, note=kept))
    return with_verdict(notes, pass_number, verdict)


def approve_again(notes: EntryNotes, text: str | None, image_digest: str | None) -> EntryNotes:
    """Every approval that lapsed holds again, for what is there now; flags are left alone."""
    for number in (1, 2):
        verdict = verdict_of(notes, number)
        if (
            verdict is not None
            and verdict.decision is Decision.APPROVED
            and state_of(verdict, text, image_digest) is PassState.LAPSED
        ):
            again = verdict_for(Decision.APPROVED, text, image_digest, verdict.note)
            notes = with_verdict(notes, number, again)
    return notes


def flag(
    notes: EntryNotes, pass_number: int, text: str | None, image_digest: str | None, note: str = ""
) -> EntryNotes:
    """Flagged in a pass; the other pass keeps what it has."""
    return with_verdict(notes, pass_number, verdict_for(Decision.FLAGGED, text, image_digest, note))


def taken_back(now: EntryNotes, before: EntryNotes) -> EntryNotes:
    """The verdicts as they were before; marks and dismissals made since stay."""
    return replace(now, first=before.first, second=before.second)
