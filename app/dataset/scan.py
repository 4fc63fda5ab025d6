"""From a folder on disk to the open dataset, and what others changed in it since."""

from collections.abc import Callable
from pathlib import Path

from app.dataset.choices_file import load_choices
from app.dataset.entry import Caption, Dataset, Entry
from app.dataset.files import is_plain_file, read_caption
from app.dataset.notes import load_notes
from app.dataset.outside import Changes, compare
from app.dataset.survey import Cancelled, survey
from app.disk import folder_identity, footprint, fs
from app.errors import ProofError
from app.messages import msg
from app.names import display_name

__all__ = ["Cancelled", "Changes", "display_name", "folder_of", "rescan", "scan"]


def folder_of(path: Path) -> Path:
    """The folder to open for what a person dropped or named: itself, or the folder of a file."""
    return path.parent if is_plain_file(path) else path


def scan(root: Path, cancelled: Callable[[], bool] | None = None) -> Dataset:
    """Open a folder of images, or a folder of such folders. Captions are read, pictures are not.

    Raises ProofError where there is nothing to open, Cancelled as soon as `cancelled` says so.
    """
    dataset = survey(root, read_caption, cancelled or _never)
    choices, notices = load_choices(dataset.root)
    dataset.choices = choices
    found = [*dataset.notices, *notices]
    if linked := sum(entry.caption.hard_links > 1 for entry in dataset.entries):
        found.append(
            msg(
                "{count} captions are hard-linked to other files; saving one parts it from them",
                count=linked,
            )
        )
    by_concept: dict[str, list[Entry]] = {}
    for entry in dataset.entries:
        by_concept.setdefault(entry.concept, []).append(entry)
    for concept in dataset.concepts:
        mine = by_concept[concept.name]
        notes, more = load_notes(concept.folder, [entry.image for entry in mine])
        found.extend(more)
        for entry in mine if notes else ():
            if entry.name in notes:
                dataset.notes[entry.id] = notes[entry.name]
    dataset.notices = tuple(found)
    return dataset


def rescan(dataset: Dataset, cancelled: Callable[[], bool] | None = None) -> Changes:
    """What others changed since the dataset was opened or last told of changes.

    A caption whose file looks untouched (size, times, file number) is not read again. Reads the
    dataset and changes nothing in it. Raises ProofError where the folder is gone, Cancelled.
    """
    identity = folder_identity(dataset.root)
    if dataset.ground is not None and identity not in (None, dataset.ground.identity):
        shown = display_name(dataset.root)
        raise ProofError(
            msg("{name} is not the folder any more that was opened", name=shown),
            msg("find the folder again; nothing is written to this one"),
        )
    known = {entry.caption_file: entry.caption for entry in dataset.entries}

    def read(path: Path) -> Caption:
        caption = known.get(path)
        if caption is None or caption.stamp is None:
            return read_caption(path)
        try:
            seen = footprint(fs.stat(path))
        except (OSError, ValueError):
            return read_caption(path)
        stamp = caption.stamp
        same = (stamp.size, stamp.mtime_ns, stamp.ctime_ns, stamp.inode) == (
            seen.size,
            seen.mtime_ns,
            seen.ctime_ns,
            seen.inode,
        )
        return caption if same else read_caption(path)

    return compare(dataset, survey(dataset.root, read, cancelled or _never))


def _never() -> bool:
    return False
