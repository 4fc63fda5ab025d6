"""New pictures copied into a concept folder under free names, and entries that get another name."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.dataset.entry import Entry
from app.dataset.files import is_plain_file
from app.dataset.listing import is_image_name, list_folder, split_name
from app.disk import NotSaved, fs, read_reason, read_regular, write_reason
from app.durable import move, sync_folder, write_bytes
from app.errors import ProofError
from app.messages import msg
from app.names import collision_key, display_name, free_stem, safe_stem

LARGEST_PICTURE = 512 << 20
"""Bytes of one picture that is copied in."""


def add_pictures(
    paths: Iterable[Path], concept_folder: Path, caption_extension: str = ".txt"
) -> tuple[tuple[Path, ...], tuple[ProofError, ...]]:
    """Copy pictures into a folder, each with the caption beside it if there is one.

    Answers with the new files, and why others were not copied. A name that is taken, or that not
    every system can hold, is changed; nothing is ever written over.
    """
    added: list[Path] = []
    problems: list[ProofError] = []
    taken = _taken(concept_folder)
    for path in paths:
        try:
            added.append(_copy(path, concept_folder, caption_extension, taken))
        except ProofError as error:
            problems.append(error)
    return tuple(added), tuple(problems)


def add_pasted(png_bytes: bytes, folder: Path) -> Path:
    """Write a picture from the clipboard under a free name. Raises NotSaved."""
    stem = free_stem("pasted", _taken(folder))
    path = folder / (stem + ".png")
    write_bytes(path, png_bytes, expected=None)
    return path


def rename_entry(entry: Entry, new_stem: str) -> tuple[Path, Path]:
    """Give image and caption a new stem together; their new paths.

    Raises ProofError where the name is taken (case and accents do not tell names apart), not
    possible everywhere, or the caption belongs to a second image; NotSaved where the system
    refuses. Then both have their old names.
    """
    old_stem, extension = split_name(entry.name)
    title = msg("{name} was not renamed", name=display_name(entry.image))
    if not safe_stem(new_stem):
        raise ProofError(
            title, msg('a name needs letters, and none of < > : " / \\ | ? * or a dot at its ends')
        )
    if entry.shares_with:
        raise ProofError(title, msg("its caption belongs to another image too; copy it first"))
    folder = entry.image.parent
    if new_stem == old_stem:
        return entry.image, entry.caption_file
    key = collision_key(new_stem)
    if key != collision_key(old_stem) and key in _taken(folder):
        raise ProofError(title, msg("{name} is taken", name=display_name(new_stem)))
    image = folder / (new_stem + extension)
    caption = folder / (new_stem + entry.caption_file.suffix)
    has_caption = os.path.lexists(entry.caption_file)
    try:
        _rename(entry.image, image)
        try:
            if has_caption:
                _rename(entry.caption_file, caption)
        except OSError:
            with suppress(OSError):
                _rename(image, entry.image)
            raise
    except FileExistsError as error:
        raise ProofError(title, msg("{name} is taken", name=display_name(new_stem))) from error
    except OSError as error:
        raise NotSaved(entry.image, write_reason(error, image, 0), error.errno) from error
    sync_folder(folder)
    return image, caption


def _rename(source: Path, target: Path) -> None:
    try:
        move(source, target)
    except FileExistsError:
        # Where the file system ignores case, the "other" file may be this very one.
        if collision_key(source.name) != collision_key(target.name) or not _same(source, target):
            raise
        fs.replace(source, target)


def _same(one: Path, two: Path) -> bool:
    first, second = fs.lstat(one), fs.lstat(two)
    return first.st_nlink == 1 and os.path.samestat(first, second)


def _taken(folder: Path) -> set[str]:
    """Collision keys of all stems that a new image must not have."""
    try:
        listing = list_folder(folder)
    except OSError as error:
        raise NotSaved(folder, write_reason(error, folder / "x", 0), error.errno) from error
    stems = {collision_key(picture.stem) for picture in listing.pictures}
    for name in (*listing.captions, *listing.others, *(path.name for path in listing.folders)):
        stems.add(collision_key(split_name(name)[0]))
    return stems


def _copy(path: Path, folder: Path, caption_extension: str, taken: set[str]) -> Path:
    title = msg("{name} was not added", name=display_name(path))
    if not is_image_name(path.name):
        raise ProofError(title, msg("it is not a png, jpg, webp, bmp, avif, gif or tiff"))
    if path.parent.resolve() == folder.resolve():
        raise ProofError(title, msg("it is in this folder already"))
    try:
        data, _ = read_regular(path, LARGEST_PICTURE)
    except OSError as error:
        raise ProofError(title, read_reason(error)) from error
    stem, extension = split_name(path.name)
    stem = free_stem(stem if safe_stem(stem) else "picture", taken)
    target = folder / (stem + extension.lower())
    write_bytes(target, data, expected=None)
    taken.add(collision_key(stem))
    beside = path.with_name(split_name(path.name)[0] + ".txt")
    if is_plain_file(beside):
        with suppress(OSError):
            caption, _ = read_regular(beside, LARGEST_PICTURE)
            write_bytes(folder / (stem + caption_extension), caption, expected=None)
    return target
