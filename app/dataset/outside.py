"""What others did to the folder while it was open, as a value: the comparison of two surveys."""

from dataclasses import dataclass, replace
from pathlib import Path

from app.dataset.entry import Caption, CaptionState, Concept, Dataset, Entry
from app.disk import file_digest


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between the open dataset and the disk; ids are those of the open dataset.

    Every entry here is as on disk, and its `text` too: what a person has typed into the old one is
    for the caller to compare and keep.
    """

    added: tuple[Entry, ...] = ()
    """New images; their ids go on from the last one."""
    removed: tuple[int, ...] = ()
    """Images that are no longer there."""
    returned: tuple[Entry, ...] = ()
    """Images that were gone and are back."""
    renamed: tuple[Entry, ...] = ()
    """Images under a new name, with the caption that belongs to it now."""
    captions: tuple[Entry, ...] = ()
    """Captions with other bytes, or in another state, than before."""
    images: tuple[Entry, ...] = ()
    """Image files that were written again: measure them again."""
    concepts: tuple[Concept, ...] = ()
    """All concepts as they are now."""

    def __bool__(self) -> bool:
        return bool(
            self.added
            or self.removed
            or self.returned
            or self.renamed
            or self.captions
            or self.images
        )


def compare(before: Dataset, now: Dataset) -> Changes:
    """What must be changed in `before` so that it says what `now` says. Changes neither.

    A renamed image is recognised by its file number, or else by the digest that `before` knows of
    it; only new images of the right size are read for that.
    """
    old = {entry.image: entry for entry in before.entries if entry.id not in before.gone}
    left = {entry.image: entry for entry in before.entries if entry.id in before.gone}
    new = {entry.image: entry for entry in now.entries}
    missing = [entry for image, entry in old.items() if image not in new]
    fresh = [entry for entry in now.entries if entry.image not in old]
    partner = _match(before, missing, fresh)
    # Under the name of a gone image lies another one that was renamed, or else it is back.
    back = {e.image: left[e.image] for e in fresh if e.image in left and e.image not in partner}
    ids = {image: entry.id for image, entry in (*old.items(), *back.items(), *partner.items())}
    number = len(before.entries)
    for entry in fresh:
        if entry.image not in ids:
            ids[entry.image] = number
            number += 1
    by_new_id = {entry.id: ids[entry.image] for entry in now.entries}
    settled = {
        entry.image: replace(
            entry,
            id=ids[entry.image],
            shares_with=tuple(by_new_id[other] for other in entry.shares_with),
        )
        for entry in now.entries
    }
    there = [(old[image], settled[image]) for image in new if image in old]
    found = {entry.id for entry in partner.values()}
    return Changes(
        added=tuple(
            settled[e.image] for e in fresh if e.image not in partner and e.image not in back
        ),
        removed=tuple(entry.id for entry in missing if entry.id not in found),
        returned=tuple(settled[image] for image in back),
        renamed=tuple(settled[image] for image in partner),
        captions=tuple(after for first, after in there if _caption_differs(first, after)),
        images=tuple(after for first, after in there if first.footprint != after.footprint),
        concepts=now.concepts,
    )


def _caption_differs(first: Entry, after: Entry) -> bool:
    # Who shares a caption is part of it: an edit, a removal or a rename concerns them too.
    return (
        first.caption_file != after.caption_file
        or set(first.shares_with) != set(after.shares_with)
        or _bytes_of(first.caption) != _bytes_of(after.caption)
    )


def _bytes_of(caption: Caption) -> tuple[CaptionState, str | None]:
    return caption.state, caption.stamp.digest if caption.stamp else None


def _match(before: Dataset, missing: list[Entry], fresh: list[Entry]) -> dict[Path, Entry]:
    """For new image paths the entry that was under another name before."""
    partner: dict[Path, Entry] = {}
    by_file = {key: entry for entry in missing if (key := _file_key(entry)) is not None}
    by_bytes: dict[tuple[int, str], Entry] = {}
    for entry in missing:
        known = before.evidence_of(entry.id).digest or before.notes_of(entry.id).image_digest
        if known and entry.footprint is not None:
            by_bytes[entry.footprint.size, known] = entry
    sizes = {size for size, _ in by_bytes}
    used: set[int] = set()
    for entry in fresh:
        key = _file_key(entry)
        candidate = by_file.get(key) if key is not None else None
        if candidate is None and entry.footprint is not None and entry.footprint.size in sizes:
            candidate = by_bytes.get((entry.footprint.size, _digest(entry.image)))
        if candidate is not None and candidate.id not in used:
            used.add(candidate.id)
            partner[entry.image] = candidate
    return partner


def _file_key(entry: Entry) -> tuple[int, int, int] | None:
    seen = entry.footprint
    return (seen.inode, seen.size, seen.mtime_ns) if seen is not None else None


def _digest(path: Path) -> str:
    try:
        return file_digest(path)
    except OSError:
        return ""
