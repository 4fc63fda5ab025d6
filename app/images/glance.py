"""A glance at a folder for the first page: how much is in it, and a few of its pictures."""

import io
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from app.images.cache import Stamp, recall
from app.images.decode import UnreadableImage, check_file, fit, load
from app.images.formats import is_image_name
from app.images.pixels import Pixels, pixels_of

PICTURES = 3
MOST_FOLDERS = 500
"""Folders of one dataset that are looked into; a glance has to stay one."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a folder without opening it."""

    there: bool
    concepts: int = 0
    """Folders with pictures in them."""
    images: int = 0
    pictures: tuple[Pixels, ...] = ()
    """As many of the first, the middle and the last picture as are at hand."""


def glance(folder: Path, sides: tuple[int, int], cache: Path | None, *, decode: bool) -> Glance:
    """Look at a folder; never raises, at worst it is not there.

    `sides`: the side in pixels that the cache holds thumbnails in, and the one wanted here. A
    picture that the cache does not know is read only where `decode` says so.
    """
    try:
        found = _images(folder)
    except OSError:
        return Glance(there=False)
    names = [path for images in found for path in images]
    count = len(names)
    chosen = dict.fromkeys((0, count // 2, count - 1)) if count else {}
    pictures = [_picture(names[number], sides, cache, decode=decode) for number in chosen]
    return Glance(
        there=True,
        concepts=len(found),
        images=count,
        pictures=tuple(picture for picture in pictures if picture is not None)[:PICTURES],
    )


def _images(folder: Path) -> list[list[Path]]:
    """The pictures of the folder and of each folder in it, by name; hidden ones are left out."""
    with os.scandir(folder) as entries:
        inside = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
    found = [[Path(e.path) for e in inside if is_image_name(e.name) and e.is_file()]]
    for entry in [e for e in inside if e.is_dir()][:MOST_FOLDERS]:
        with suppress(OSError), os.scandir(entry.path) as entries:
            names = (e for e in entries if is_image_name(e.name) and not e.name.startswith("."))
            found.append(sorted(Path(e.path) for e in names if e.is_file()))
    return [images for images in found if images]


def _picture(
    path: Path, sides: tuple[int, int], cache: Path | None, *, decode: bool
) -> Pixels | None:
    kept, wanted = sides
    try:
        known = recall(cache, path, Stamp.of(check_file(path)), kept).thumbnail
        if known is not None:
            with Image.open(io.BytesIO(known), formats=("JPEG",)) as small:
                return pixels_of(fit(small.convert("RGB"), wanted, wanted))
        return pixels_of(fit(load(path, wanted).image, wanted, wanted)) if decode else None
    except (OSError, UnreadableImage):
        return None
