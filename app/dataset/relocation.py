"""An open dataset whose folder went elsewhere: is it there, is that one it, and its new paths."""

import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from app.dataset.entry import Dataset, Entry
from app.dataset.own_files import state_of
from app.disk import Ground, folder_identity, fs, ground_of
from app.errors import ProofError
from app.messages import msg
from app.names import display_name

_PROBED = 8


def ground_again(dataset: Dataset) -> Ground | None:
    """The ground at the dataset's path: as opened, or (mounted again) one that holds its images.

    None where the folder is gone or is another one.
    """
    now = ground_of(dataset.root)
    if now is None or dataset.ground is None or now.identity == dataset.ground.identity:
        return now
    probed = [dataset.entries[number] for number in dataset.present()[:_PROBED]]
    return now if probed and all(_is_same_image(entry) for entry in probed) else None


def check_found(dataset: Dataset, root: Path) -> None:
    """Raise ProofError where a folder is neither the one that was opened nor holds its images."""
    if dataset.ground is not None and folder_identity(root) == dataset.ground.identity:
        return
    present = dataset.present()
    there = sum(
        os.path.lexists(root / dataset.entries[n].image.relative_to(dataset.root)) for n in present
    )
    if 2 * there < len(present) or not there:
        raise ProofError(
            msg("{name} is another folder", name=display_name(root)),
            msg(
                "it holds {there} of the {count} open images; choose the one that holds them",
                there=there,
                count=len(present),
            ),
        )


def carry_state(dataset: Dataset, root: Path) -> None:
    """History, drafts and snapshots follow the folders, unless there are some at the new place."""
    for old in {dataset.root, *(concept.folder for concept in dataset.concepts)}:
        source, target = state_of(old), state_of(root / old.relative_to(dataset.root))
        if source != target and not target.exists():
            with suppress(OSError):
                fs.replace(source, target)


def relocate(dataset: Dataset, root: Path, ground: Ground | None) -> None:
    """Give the dataset its new paths; texts, notes and ids stay."""
    old = dataset.root
    dataset.concepts = tuple(
        replace(
            concept,
            folder=_moved(concept.folder, old, root),
            left_over=tuple(_moved(path, old, root) for path in concept.left_over),
        )
        for concept in dataset.concepts
    )
    dataset.entries[:] = _moved_entries(dataset.entries, old, root)
    dataset.root, dataset.ground = root, ground


def _moved_entries(entries: Iterable[Entry], old: Path, new: Path) -> list[Entry]:
    return [
        replace(
            entry,
            image=_moved(entry.image, old, new),
            caption_file=_moved(entry.caption_file, old, new),
            fallback=_moved(entry.fallback, old, new) if entry.fallback is not None else None,
        )
        for entry in entries
    ]


def _moved(path: Path, old: Path, new: Path) -> Path:
    return new / path.relative_to(old) if path.is_relative_to(old) else path


def _is_same_image(entry: Entry) -> bool:
    try:
        size = fs.stat(entry.image).st_size
    except (OSError, ValueError):
        return False
    return entry.footprint is None or entry.footprint.size == size
