"""The concepts and entries of a folder with their captions, read anew or as known."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from app.dataset.entry import Caption, CaptionState, Concept, Dataset, Entry
from app.dataset.files import is_plain_file
from app.dataset.listing import Listing, is_image_name, list_folder, twins
from app.disk import fs, ground_of, read_reason
from app.errors import ProofError
from app.messages import Message, msg
from app.names import collision_key, display_name

_REPEATS = re.compile(r"(\d{1,6})_(.+)", re.DOTALL)
_TRAINERS_FILES = frozenset({"data.toml"})
_PARTS_CUT = 4
_CHECK_EVERY = 256

ReadCaption = Callable[[Path], Caption]


class Cancelled(ProofError):  # noqa: N818 - nothing is wrong
    """The person opened something else meanwhile."""

    def __init__(self) -> None:
        super().__init__(msg("Opening was cancelled"))


def survey(root: Path, read: ReadCaption, cancelled: Callable[[], bool]) -> Dataset:
    """The dataset without choices and notes; `read` answers for each caption file.

    Raises ProofError where there is nothing to open, Cancelled as soon as `cancelled` says so.
    """
    root = Path(os.path.abspath(root))  # noqa: PTH100 - resolve() would lose the person's links
    listings, notices = _image_folders(root)
    names = _concept_names(listing.folder for listing in listings)
    concepts: list[Concept] = []
    entries: list[Entry] = []
    for listing in listings:
        name, repeats = names[listing.folder]
        extension = _caption_extension(listing)
        notices.extend(listing.notices)
        fresh = _entries(root, listing, name, extension, len(entries), read, cancelled)
        entries.extend(fresh)
        used = {picture.stem + extension for picture in listing.pictures}
        others = [n for n in listing.captions if n not in used]
        others += [n for n in listing.others if n not in _TRAINERS_FILES]
        left_over = tuple(listing.folder / n for n in others)
        concepts.append(Concept(name, listing.folder, repeats, extension, left_over))
    return Dataset(root, tuple(concepts), entries, ground=ground_of(root), notices=tuple(notices))


def _image_folders(root: Path) -> tuple[list[Listing], list[Message]]:
    """The root, if it holds images, and its subfolders that do; each real folder once."""
    top = _list_root(root)
    notices: list[Message] = [] if top.pictures else list(top.notices)
    listings = [top] if top.pictures else []
    info = root.stat()
    visited = {(info.st_dev, info.st_ino)}
    deeper: list[Path] = []
    for folder in top.folders:
        shown = display_name(folder)
        try:
            info = folder.stat()
            if (info.st_dev, info.st_ino) in visited:
                notices.append(msg("{name} is a second way to the same folder", name=shown))
                continue
            visited.add((info.st_dev, info.st_ino))
            listing = list_folder(folder)
        except OSError as error:
            reason = str(read_reason(error))
            notices.append(msg("{name} was not read: {reason}", name=shown, reason=reason))
            continue
        if listing.pictures:
            listings.append(listing)
        else:
            notices.extend(listing.notices)
        deeper += [inner for inner in listing.folders if _holds_images(inner)]
    if not listings:
        raise _nothing_here(root, deeper)
    if deeper:
        notices.append(
            msg(
                "{folder} and perhaps others lie deeper than the trainer looks; open the folder "
                "above them to see their images",
                folder="/".join(map(display_name, deeper[0].relative_to(root).parts)),
            )
        )
    return listings, notices


def _list_root(root: Path) -> Listing:
    shown = display_name(root)
    try:
        return list_folder(root)
    except FileNotFoundError as error:
        raise ProofError(
            msg("There is no folder {name}", name=shown), msg("check the name, or choose another")
        ) from error
    except NotADirectoryError as error:
        raise ProofError(
            msg("{name} is a file", name=shown), msg("open the folder that holds the images")
        ) from error
    except (OSError, ValueError) as error:
        reason = read_reason(error) if isinstance(error, OSError) else msg("its name is damaged")
        raise ProofError(msg("{name} cannot be opened", name=shown), reason) from error


def _nothing_here(root: Path, deeper: list[Path]) -> ProofError:
    title = msg("{name} holds no images", name=display_name(root))
    if deeper:
        return ProofError(
            title,
            msg("there are some deeper down; open {name}", name=display_name(deeper[0].parent)),
        )
    return ProofError(title, msg("choose a folder with png, jpg, webp or bmp files, or add some"))


def _holds_images(folder: Path) -> bool:
    try:
        with fs.scandir(folder) as entries:
            return any(is_image_name(e.name) and not e.name.startswith(".") for e in entries)
    except OSError:
        return False


def _concept_names(folders: Iterable[Path]) -> Mapping[Path, tuple[str, int]]:
    """The name and the repeats of each folder; names are unique even where case is ignored."""
    names: dict[Path, tuple[str, int]] = {}
    taken: set[str] = set()
    for folder in folders:
        shown = display_name(folder.name) or "dataset"
        match = _REPEATS.fullmatch(shown)
        repeats, base = (max(1, int(match[1])), match[2]) if match else (1, shown)
        name, number = base, 1
        while collision_key(name) in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(collision_key(name))
        names[folder] = (name, repeats)
    return names


def _caption_extension(listing: Listing) -> str:
    has_txt = any(name.endswith(".txt") for name in listing.captions)
    return ".caption" if listing.captions and not has_txt else ".txt"


def _entries(
    root: Path,
    listing: Listing,
    concept: str,
    extension: str,
    first: int,
    read: ReadCaption,
    cancelled: Callable[[], bool],
) -> list[Entry]:
    real_root = Path(os.path.realpath(root))
    real_folder = Path(os.path.realpath(listing.folder))
    outside = None if real_folder.is_relative_to(real_root) else real_folder
    captions: dict[str, Caption] = {}
    sharing: dict[str, list[int]] = {}
    doubled = twins(listing)
    entries: list[Entry] = []
    for number, picture in enumerate(listing.pictures, first):
        if number % _CHECK_EVERY == 0 and cancelled():
            raise Cancelled
        caption_file = listing.folder / (picture.stem + extension)
        caption = captions.get(picture.stem)
        if caption is None:
            caption = captions[picture.stem] = read(caption_file)
        sharing.setdefault(picture.stem, []).append(number)
        note = picture.note
        if note is None and picture.link and _leaves(picture.path, real_root):
            note = msg("a link to an image outside of this folder")
        if note is None and picture.stem in doubled:
            note = msg("the name differs from another one only in case or accents: rename it")
        fallback = None
        if caption.state is CaptionState.MISSING:
            fallback = _fallback(listing.folder / picture.stem, extension)
        entries.append(
            Entry(
                number,
                concept,
                picture.path,
                caption_file,
                caption,
                caption.text,
                fallback=fallback,
                note=note,
                trainable=picture.trainable,
                footprint=picture.footprint,
                leads_to=_outside_target(caption_file, real_root)
                if listing.captions.get(picture.stem + extension)
                else outside,
            )
        )
    for group in sharing.values():
        if len(group) > 1:
            for number in group:
                others = tuple(other for other in group if other != number)
                entries[number - first] = replace(entries[number - first], shares_with=others)
    return entries


def _fallback(stem: Path, extension: str) -> Path | None:
    """The caption that the trainer takes where an image has none: with five parts or more between
    underscores, of the whole path, the last four are cut off.
    """
    parts = str(stem).split("_")
    if len(parts) <= _PARTS_CUT:
        return None
    other = Path("_".join(parts[:-_PARTS_CUT]) + extension)
    return other if is_plain_file(other) else None


def _outside_target(caption_file: Path, real_root: Path) -> Path | None:
    return Path(os.path.realpath(caption_file)) if _leaves(caption_file, real_root) else None


def _leaves(path: Path, real_root: Path) -> bool:
    return not Path(os.path.realpath(path)).is_relative_to(real_root)
