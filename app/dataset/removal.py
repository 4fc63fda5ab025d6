"""Taking an entry out of the dataset, and putting it back; nothing is ever deleted."""

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.dataset.entry import Concept, Entry
from app.dataset.listing import is_image_name, split_name
from app.dataset.marks import NO_NOTES, EntryNotes
from app.dataset.notes import note_from_text, note_text
from app.dataset.own_files import FOLDER, prepare
from app.disk import NotSaved, fs, read_regular, write_reason
from app.durable import move, sync_folder, write_bytes
from app.errors import ProofError
from app.messages import msg
from app.names import display_name
from app.toml_io import LARGEST_FILE
from app.trash import take_from_trash, to_trash

STORE = "removed"
SUFFIX = ".removed"
"""Appended to every name, so that no trainer or viewer takes the file for an image."""
_NOTES = ".notes.toml"


@dataclass(frozen=True, slots=True)
class Removed:
    """An entry that was taken out, with all that is needed to put it back."""

    image: Path
    """Where it was."""
    moved: tuple[tuple[Path, Path], ...]
    """Each file: where it was, where it is now. The image comes first."""
    notes: EntryNotes
    notes_file: Path | None
    in_trash: bool = False


def remove(
    entry: Entry, concept: Concept, notes: EntryNotes = NO_NOTES, *, to_system_trash: bool = False
) -> Removed:
    """Move an image with its caption and notes to `.proofsheet/removed`, or to the system's trash.

    A caption that another image shares stays. The caller empties the entry's notes in the notes
    file, except when it went to the trash. Raises NotSaved; then everything is where it was.
    """
    files = [entry.image]
    if not entry.shares_with and os.path.lexists(entry.caption_file):
        files.append(entry.caption_file)
    if to_system_trash:
        return Removed(entry.image, _trash_all(files), notes, None, in_trash=True)
    slot = _free_slot(concept.folder, [file.name for file in files])
    notes_file = slot / (entry.name + _NOTES + SUFFIX) if notes != NO_NOTES else None
    moved = tuple((file, slot / (file.name + SUFFIX)) for file in files)
    if notes_file is not None:
        write_bytes(notes_file, note_text(entry.name, notes))
    try:
        _move_all(moved)
    except NotSaved:
        if notes_file is not None:
            with suppress(OSError):
                fs.unlink(notes_file)
        raise
    return Removed(entry.image, moved, notes, notes_file)


def put_back(removed: Removed) -> None:
    """Undo a removal. Raises ProofError where a new file has taken the name, NotSaved otherwise;
    then everything stays in the store, or can be put back by another try.
    """
    # The image goes last: as long as it is in the store, what is left is found again.
    moves = [(now, before) for before, now in reversed(removed.moved) if os.path.lexists(now)]
    for _, before in moves:
        if os.path.lexists(before):
            raise ProofError(
                msg("{name} cannot be put back", name=display_name(before)),
                msg("another file has taken its name; rename that one first"),
            )
    _move_all(tuple(moves))
    if removed.in_trash:
        for _, now in removed.moved:
            take_from_trash(now)
    if removed.notes_file is not None:
        with suppress(OSError):
            fs.unlink(removed.notes_file)


def removed_from(folder: Path) -> tuple[Removed, ...]:
    """What lies in the store of a concept folder, also from earlier days, by image name."""
    found: list[Removed] = []
    store = folder / FOLDER / STORE
    try:
        slots = [store, *sorted(path for path in store.iterdir() if path.is_dir())]
        for slot in slots:
            names = {path.name for path in slot.iterdir() if path.name.endswith(SUFFIX)}
            for name in names:
                image = name.removesuffix(SUFFIX)
                if is_image_name(image):
                    found.append(_kept(folder, slot, image, names))
    except OSError:
        return ()
    return tuple(sorted(found, key=lambda removed: removed.image.name))


def _kept(folder: Path, slot: Path, image: str, names: set[str]) -> Removed:
    moved = [(folder / image, slot / (image + SUFFIX))]
    for extension in (".txt", ".caption"):
        caption = split_name(image)[0] + extension
        if caption + SUFFIX in names:
            moved.append((folder / caption, slot / (caption + SUFFIX)))
    notes, notes_file = NO_NOTES, None
    if image + _NOTES + SUFFIX in names:
        notes_file = slot / (image + _NOTES + SUFFIX)
        with suppress(OSError):
            notes = note_from_text(image, read_regular(notes_file, LARGEST_FILE)[0])
    return Removed(folder / image, tuple(moved), notes, notes_file)


def _free_slot(folder: Path, names: list[str]) -> Path:
    """The store, or a numbered folder in it where the names are not taken yet."""
    slot = prepare(folder) / STORE
    number = 1
    try:
        while True:
            with suppress(FileExistsError):
                fs.mkdir(slot)
            if slot.is_symlink():
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(slot))
            if not any(os.path.lexists(slot / (name + SUFFIX)) for name in names):
                return slot
            number += 1
            slot = folder / FOLDER / STORE / str(number)
    except OSError as error:
        raise NotSaved(slot, write_reason(error, slot, 0), error.errno) from error


def _move_all(moves: tuple[tuple[Path, Path], ...]) -> None:
    """All of them or none: what was moved goes back when a later one fails."""
    done: list[tuple[Path, Path]] = []
    for source, target in moves:
        try:
            move(source, target)
        except OSError as error:
            for before, now in reversed(done):
                with suppress(OSError):
                    move(now, before)
            raise NotSaved(source, write_reason(error, target, 0), error.errno) from error
        done.append((source, target))
    for folder in {path.parent for pair in moves for path in pair}:
        sync_folder(folder)


def _trash_all(files: list[Path]) -> tuple[tuple[Path, Path], ...]:
    done: list[tuple[Path, Path]] = []
    for file in files:
        try:
            done.append((file, to_trash(file)))
        except OSError as error:
            for before, now in reversed(done):
                with suppress(OSError):
                    move(now, before)
                    take_from_trash(now)
            raise NotSaved(file, write_reason(error, file, 0), error.errno) from error
    return tuple(done)
