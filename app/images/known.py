"""Work for a process: what a window asks of many pictures, from the cache where it knows them."""

import io
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from app.images.cache import Stamp, recall, recall_facts, remember
from app.images.decode import UnreadableImage, check_file, fit, load
from app.images.evidence import Evidence
from app.images.faces import why_unavailable
from app.images.pixels import Pixels, pixels_of
from app.images.reader import encoded, examine

READY = ("app.images.loaded",)
"""Modules that a worker process should find loaded which will be asked for pictures."""

_KEPT_BYTES = 16 * 1024 * 1024


def recall_many(paths: Sequence[Path], cache: Path | None) -> list[Evidence | None]:
    """The evidence of each file that the cache knows under this name and looks."""
    stamps: list[Stamp | None] = []
    for path in paths:
        try:
            stamps.append(Stamp.of(check_file(path)))
        except UnreadableImage:
            stamps.append(None)
    found = recall_facts(cache, list(zip(paths, stamps, strict=True)))
    # Faces may be looked for by now: whoever reads the picture itself decides.
    return [one if one and (one.faces is not None or one.failure) else None for one in found]


def thumbnail(path: Path, side: int, cache: Path | None) -> Pixels | None:
    """The picture fitting into side x side pixels; None where it cannot be read."""
    try:
        stamp = Stamp.of(check_file(path))
        known = recall(cache, path, stamp, side)
        if known.thumbnail is not None:
            with Image.open(io.BytesIO(known.thumbnail), formats=("JPEG",)) as small:
                return pixels_of(small)
        small = fit(load(path, side).image, side, side, best=True)
    except UnreadableImage:
        return None
    if known.evidence is not None:
        remember(cache, path, stamp, known.evidence, side=side, thumbnail=encoded(small))
    return pixels_of(small)


def measure_file(path: Path, side: int, cache: Path | None) -> Evidence:
    """The whole evidence; a thumbnail is left in the cache."""
    *_, evidence = examine(path, side, cache)
    assert isinstance(evidence, Evidence)
    return evidence


def warm_up() -> None:
    """Make a worker process ready for pictures before there is one: load what they are read and
    measured with, and keep the memory that each of them needs.
    """
    Image.init()
    why_unavailable()
    # glibc returns what is free at once, and to fetch it again for each picture takes as long as
    # telling light and colour. Having returned this much it keeps twice as much from then on.
    np.empty(_KEPT_BYTES, np.uint8)
