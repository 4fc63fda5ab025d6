"""Taking in what other programs did to the folder, without losing what a person typed."""

from dataclasses import replace

from app.dataset.entry import Dataset
from app.dataset.outside import Changes
from app.ui.saving import Saving


def take_in(dataset: Dataset, saving: Saving, changes: Changes) -> tuple[list[int], list[int]]:
    """Change the dataset's files and conflicts; its texts stay.

    Gives the entries that are new or have another image or name, and the clean ones whose text on
    screen should follow the disk.
    """
    dataset.concepts = changes.concepts
    dataset.entries.extend(changes.added)
    for entry in (*changes.returned, *changes.renamed):
        text = dataset.entries[entry.id].text
        dataset.entries[entry.id] = replace(entry, text=text if entry.editable else entry.text)
        dataset.gone.discard(entry.id)
    followed: list[int] = []
    for entry in changes.captions:
        known = dataset.entries[entry.id]
        dataset.entries[entry.id] = replace(entry, caption=known.caption, text=known.text)
        saving.seen_on_disk(entry.id, entry.caption)
        if not known.unsaved and known.text != entry.caption.text:
            followed.append(entry.id)
    dataset.gone.update(changes.removed)
    fresh = [entry.id for entry in (*changes.added, *changes.returned, *changes.renamed)]
    return fresh, followed
