"""The changes a person makes to the open dataset, as values that can be turned round."""

from dataclasses import dataclass, replace

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Cause, Edit
from app.dataset.marks import EntryNotes

MERGE_SECONDS = 1.0
"""Keystrokes closer together than this belong to one step of undo, up to the next word."""


@dataclass(frozen=True, slots=True)
class CaptionEdits:
    """Captions that change together."""

    edits: tuple[Edit, ...]

    def reversed(self) -> "CaptionEdits":
        """What takes these edits back."""
        return CaptionEdits(
            tuple(Edit(e.entry, e.after, e.before, Cause.UNDO) for e in reversed(self.edits))
        )


@dataclass(frozen=True, slots=True)
class NotesEdit:
    """What a person noted about one entry, before and after."""

    entry: int
    before: EntryNotes
    after: EntryNotes


@dataclass(frozen=True, slots=True)
class NotesEdits:
    """Marks, verdicts, dismissals or crops that change together."""

    edits: tuple[NotesEdit, ...]

    def reversed(self) -> "NotesEdits":
        """What takes these edits back."""
        return NotesEdits(
            tuple(NotesEdit(e.entry, e.after, e.before) for e in reversed(self.edits))
        )


@dataclass(frozen=True, slots=True)
class ChoicesEdit:
    """The choices for the dataset, before and after."""

    before: DatasetChoices
    after: DatasetChoices

    def reversed(self) -> "ChoicesEdit":
        """What takes this edit back."""
        return ChoicesEdit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Removal:
    """Entries that leave the dataset together, or come back."""

    entries: tuple[int, ...]
    out: bool

    def reversed(self) -> "Removal":
        """What takes it back."""
        return Removal(self.entries, not self.out)


Change = CaptionEdits | NotesEdits | ChoicesEdit | Removal


def same_text(left: str | None, right: str | None) -> bool:
    """Equal for undo: a caption that is missing and one that is empty are the same text."""
    return (left or "") == (right or "")


def merge_typing(first: CaptionEdits, second: CaptionEdits, seconds: float) -> CaptionEdits | None:
    """One step of undo out of two, or None where they must stay apart.

    Typing merges while it goes on in one entry without a pause and within one word: a step ends
    with the space (or, in Japanese, the mark) that follows the word.
    """
    if seconds > MERGE_SECONDS or len(first.edits) != len(second.edits):
        return None
    merged: list[Edit] = []
    for one, two in zip(first.edits, second.edits, strict=True):
        if one.entry != two.entry or one.cause is not Cause.TYPING or two.cause is not one.cause:
            return None
        if one.after != two.before or _starts_a_word(one.before or "", one.after or ""):
            return None
        merged.append(Edit(one.entry, one.before, two.after, one.cause))
    return CaptionEdits(tuple(merged))


def merge_frames(first: NotesEdits, second: NotesEdits, seconds: float) -> NotesEdits | None:
    """One step of undo out of two moves of one entry's frame that follow each other quickly."""
    if seconds > MERGE_SECONDS or len(first.edits) != 1 or len(second.edits) != 1:
        return None
    one, two = first.edits[0], second.edits[0]
    if one.entry != two.entry or one.after != two.before:
        return None
    if not _moves_frame(one) or not _moves_frame(two):
        return None
    return NotesEdits((NotesEdit(one.entry, one.before, two.after),))


def _moves_frame(edit: NotesEdit) -> bool:
    """The frame goes elsewhere; one that is given up is a step of its own."""
    same = replace(edit.before, crop=None) == replace(edit.after, crop=None)
    return same and edit.after.crop is not None


def _starts_a_word(before: str, after: str) -> bool:
    """The last thing typed was a break between words."""
    grown = len(after) - len(before)
    if grown <= 0:
        return False
    start = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), None)
    place = len(before) if start is None else start
    return after[place : place + grown][-1:] in {" ", ",", ".", "、", "。", "\n"}
