"""What lies in one folder: images, captions, subfolders and the rest, without opening any file."""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from app.disk import Footprint, footprint, fs
from app.messages import Message, msg
from app.names import collision_key, display_name, natural_key

TRAINABLE = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp"})
SHOWN = frozenset({".avif", ".gif", ".tif", ".tiff"})
"""Shown, but not read by the trainer."""
CAPTION_EXTENSIONS = (".txt", ".caption")


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file of a folder."""

    path: Path
    stem: str
    link: bool
    footprint: Footprint | None
    """None for a link that leads nowhere."""
    note: Message | None
    trainable: bool


@dataclass(slots=True)
class Listing:
    """One folder, sorted as people count: 2 before 10."""

    folder: Path
    pictures: list[Picture] = field(default_factory=list[Picture])
    captions: dict[str, bool] = field(default_factory=dict[str, bool])
    """Names of caption files; True for links."""
    folders: list[Path] = field(default_factory=list[Path])
    others: list[str] = field(default_factory=list[str])
    notices: list[Message] = field(default_factory=list[Message])


def list_folder(folder: Path) -> Listing:
    """What lies in a folder; names that begin with a dot are left out. Raises OSError.

    Nothing is opened, so that a pipe named like an image cannot stop the program.
    """
    listing = Listing(folder)
    with fs.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith("."):
                _sort_in(listing, entry)
    listing.pictures.sort(key=lambda picture: (natural_key(picture.path.name), picture.path.name))
    listing.folders.sort(key=lambda path: (natural_key(path.name), path.name))
    listing.others.sort(key=lambda name: (natural_key(name), name))
    return listing


def split_name(name: str) -> tuple[str, str]:
    """Stem and extension where the trainer cuts: "a.b.png" is "a.b" and ".png"."""
    return os.path.splitext(name)  # noqa: PTH122 - the very function that the trainer calls


def is_image_name(name: str) -> bool:
    """The name of a picture that is shown, whether or not the trainer reads it."""
    return _is_image(split_name(name)[1])


def _is_image(extension: str) -> bool:
    extension = extension.lower()
    return extension in TRAINABLE or extension in SHOWN


def twins(listing: Listing) -> frozenset[str]:
    """Stems that are one name on a system that ignores case or Unicode form."""
    stems: dict[str, set[str]] = {}
    for picture in listing.pictures:
        stems.setdefault(collision_key(picture.stem), set()).add(picture.stem)
    return frozenset(stem for group in stems.values() if len(group) > 1 for stem in group)


def _sort_in(listing: Listing, entry: "os.DirEntry[str]") -> None:
    stem, extension = split_name(entry.name)
    link = entry.is_symlink()
    if extension in CAPTION_EXTENSIONS:
        listing.captions[entry.name] = link
        return
    if _is_image(extension):
        _take_picture(listing, entry, stem, extension, link=link)
    elif _is_folder(entry):
        listing.folders.append(listing.folder / entry.name)
    else:
        listing.others.append(entry.name)


def _take_picture(
    listing: Listing, entry: "os.DirEntry[str]", stem: str, extension: str, *, link: bool
) -> None:
    path = listing.folder / entry.name
    try:
        info = entry.stat()
    except OSError:
        note = msg("a link that leads nowhere; the trainer would stop at it")
        listing.pictures.append(Picture(path, stem, link, None, note, trainable=False))
        return
    if not stat.S_ISREG(info.st_mode):
        listing.notices.append(
            msg(
                "{name} is named like an image but is a folder, a pipe or a device; the trainer "
                "would stop at it, move it away",
                name=display_name(entry.name),
            )
        )
        return
    note, trainable = _type_note(extension)
    seen = footprint(info)
    listing.pictures.append(Picture(path, stem, link, seen, note, trainable=trainable))


def _type_note(extension: str) -> tuple[Message | None, bool]:
    if extension.lower() in SHOWN:
        kind = extension[1:].upper()
        return msg("the trainer does not read {kind}; an export converts it", kind=kind), False
    if extension not in (extension.lower(), extension.upper()):
        return msg(
            "the trainer skips the mixed-case extension {extension}; write it small",
            extension=extension,
        ), False
    return None, True


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
