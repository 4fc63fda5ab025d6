"""Taking in what other programs did to the folder, without losing what a person typed."""

from dataclasses import replace

from app.dataset.entry import Caption, Dataset
from app.dataset.outside import Changes
from app.ui.history import History
from app.ui.saving import Saving


def take_in(
    dataset: Dataset, saving: Saving, history: History, changes: Changes
) -> tuple[list[int], list[int]]:
    """Change the dataset's files and conflicts; its texts stay.

    Gives the entries that are new or have another image or name, and the clean ones whose text on
    screen should follow the disk.
    """
    history.outside(changes)
    dataset.concepts = changes.concepts
    dataset.entries.extend(changes.added)
    dataset.gone.difference_update(e.id for e in (*changes.returned, *changes.renamed))
    followed: list[int] = []
    for entry in (*changes.returned, *changes.renamed, *changes.captions):
        known = dataset.entries[entry.id]
        dataset.entries[entry.id] = replace(entry, caption=known.caption, text=known.text)
        saving.seen_on_disk(entry.id, entry.caption)
        if saving.theirs(entry.id) is None and not known.unsaved:
            followed.append(entry.id)
    dataset.gone.update(changes.removed)
    fresh = [entry.id for entry in (*changes.added, *changes.returned, *changes.renamed)]
    return fresh, followed


def still_true(changes: Changes, seen: Dataset, now: Dataset) -> Changes:
    """Without what is overtaken: entries that this program itself wrote, moved or renamed after
    `seen` was handed to the one who looked.
    """

    def same(number: int) -> bool:
        one, two = seen.entries[number], now.entries[number]
        was_gone, is_gone = number in seen.gone, number in now.gone
        return one.caption is two.caption and one.image == two.image and was_gone == is_gone

    return replace(
        changes,
        captions=tuple(entry for entry in changes.captions if same(entry.id)),
        renamed=tuple(entry for entry in changes.renamed if same(entry.id)),
        returned=tuple(entry for entry in changes.returned if same(entry.id)),
        removed=tuple(number for number in changes.removed if same(number)),
    )


def put_converted(dataset: Dataset, number: int, caption: Caption) -> tuple[int, ...]:
    """A caption that can be shown now, in every entry that has it; which entries these are."""
    group = (number, *dataset.entries[number].shares_with)
    for one in group:
        dataset.entries[one] = replace(dataset.entries[one], caption=caption, text=caption.text)
    return group
