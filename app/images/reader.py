"""Work for a process: one decode that gives a picture's thumbnail first and every fact after."""

import hashlib
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from app.images.cache import Remembered, Stamp, recall, recall_digest, remember
from app.images.damage import system_reason
from app.images.decode import (
    Decoded,
    UnreadableImage,
    check_file,
    fit,
    fitting_size,
    load,
    open_image,
)
from app.images.evidence import Evidence, Face
from app.images.faces import LONGEST_SIDE, find_faces, why_unavailable
from app.images.fingerprint import fingerprint
from app.images.formats import SHOWN, TRAINABLE, is_image_name, trainer_reads
from app.images.measure import measure_sharpness, measure_tone, raise_flags
from app.images.pixels import Pixels, SharedPixels, pixels_of, share
from app.images.sharpness import Tiles, measure_tiles
from app.images.tone import TONE_SIDE
from app.messages import Message

__all__ = [
    "SHOWN",
    "TRAINABLE",
    "Pixels",
    "SharedPixels",
    "UnreadableImage",
    "digest_of",
    "examine",
    "is_image_name",
    "open_image",
    "preview",
    "preview_shared",
    "tiles_of",
    "trainer_reads",
]

FACTS_SIDE = LONGEST_SIDE
"""Facts come from a decode of at least this long side, whatever thumbnail is wanted: they must not
depend on the size of a window."""

_THUMBNAIL_QUALITY = 92


def examine(path: Path, side: int, cache: Path | None) -> Iterator[Pixels | Evidence]:
    """Yield the thumbnail that fits into side x side pixels, then the whole evidence.

    Both come from the cache folder where it knows them. A file that is no picture yields only
    evidence with a failure, never an exception. The same file gives the same evidence whatever
    `side` and the cache; a picture smaller than `side` is not enlarged.
    """
    try:
        stamp = Stamp.of(check_file(path))
        known = _known(path, stamp, side, cache)
    except UnreadableImage as error:
        yield Evidence(failure=error.detail)
        return
    if _is_complete(known):
        yield from _answer(known)
        return
    try:
        decoded = load(path, FACTS_SIDE)
        toned = fit(decoded.image, TONE_SIDE, TONE_SIDE)
        small = _thumbnail(path, decoded, toned, side)
    except UnreadableImage as error:
        evidence = _refused(path, known.digest, stamp, error)
        if error.lasting and _unchanged(path, stamp):
            remember(cache, path, stamp, evidence, side=side, thumbnail=None)
        yield evidence
        return
    yield pixels_of(small)
    evidence = known.evidence or _measured(decoded, toned, known.digest, stamp.size)
    if cache is not None and _unchanged(path, stamp):
        remember(cache, path, stamp, evidence, side=side, thumbnail=encoded(small))
    yield evidence


def find_faces_in(decoded: Decoded) -> tuple[Face, ...] | None:
    """Faces in pixels of the upright picture, or None where they cannot be looked for."""
    return _faces(decoded, decoded.image.convert("L"))


def tiles_of(path: Path) -> Tiles | Message:
    """The sharpness of each tile, from the same decode as the facts, or why there is none.

    Not kept with the evidence: one picture at a time is looked at so, and it is measured in a few
    hundredths of a second.
    """
    try:
        return measure_tiles(load(path, FACTS_SIDE).image)
    except UnreadableImage as error:
        return error.detail


def preview(path: Path, width: int, height: int) -> Pixels | Message:
    """The upright picture scaled down to fit into width x height pixels, or why there is none."""
    try:
        return pixels_of(_fitted(path, width, height))
    except UnreadableImage as error:
        return error.detail


def preview_shared(path: Path, width: int, height: int) -> SharedPixels | Pixels | Message:
    """Like `preview`, through shared memory: for pictures of some megapixels from another process.

    By value where the system has no shared memory left. See `app.images.pixels` for who frees it.
    """
    try:
        picture = _fitted(path, width, height)
    except UnreadableImage as error:
        return error.detail
    try:
        return share(picture)
    except OSError:
        return pixels_of(picture)


def digest_of(path: Path) -> str:
    """SHA-256 of the file's bytes, hexadecimal; raises UnreadableImage."""
    check_file(path)
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise UnreadableImage(path, system_reason(error)) from error


def _measured(decoded: Decoded, toned: Image.Image, digest: str | None, file_size: int) -> Evidence:
    """Every fact of a decoded picture; `toned` is that picture at the side at which tone is
    measured, `file_size` is in bytes.
    """
    grey = decoded.image.convert("L")
    tone, sharpness = measure_tone(toned), measure_sharpness(grey)
    return Evidence(
        digest=digest,
        file_size=file_size,
        format=decoded.format,
        mode=decoded.mode,
        frames=decoded.frames,
        orientation=decoded.orientation,
        width=decoded.width,
        height=decoded.height,
        transparent=decoded.transparent,
        tone=tone,
        sharpness=sharpness,
        fingerprint=fingerprint(toned),
        faces=_faces(decoded, grey),
        flags=raise_flags(tone, sharpness),
    )


def _faces(decoded: Decoded, grey: Image.Image) -> tuple[Face, ...] | None:
    small = fit(grey, LONGEST_SIDE, LONGEST_SIDE)
    scale = max(small.size) / max(decoded.width, decoded.height)
    return find_faces(np.asarray(small), scale)


def _known(path: Path, stamp: Stamp, side: int, cache: Path | None) -> Remembered:
    """What the cache knows of the file, by its looks or else by its bytes; has a digest."""
    known = recall(cache, path, stamp, side)
    if known.digest is not None and known.evidence is not None:
        return _without_outdated(known)
    known = recall_digest(cache, digest_of(path), side)
    if known.evidence is not None:
        remember(cache, path, stamp, known.evidence, side=side, thumbnail=None)
    return _without_outdated(known)


def _without_outdated(known: Remembered) -> Remembered:
    """Facts from before faces could be looked for are measured again."""
    evidence = known.evidence
    if evidence is None or evidence.failure is not None or evidence.faces is not None:
        return known
    return known if why_unavailable() is not None else replace(known, evidence=None)


def _is_complete(known: Remembered) -> bool:
    if known.evidence is None:
        return False
    return known.thumbnail is not None or known.evidence.failure is not None


def _answer(known: Remembered) -> Iterator[Pixels | Evidence]:
    if known.thumbnail is not None:
        with Image.open(io.BytesIO(known.thumbnail), formats=("JPEG",)) as small:
            yield pixels_of(small)
    if known.evidence is not None:
        yield known.evidence


def _refused(path: Path, digest: str | None, stamp: Stamp, error: UnreadableImage) -> Evidence:
    """Evidence of a file that cannot be decoded, with what its header still tells."""
    evidence = Evidence(digest=digest, file_size=stamp.size, failure=error.detail)
    try:
        with open_image(path) as image:
            width, height = image.size
            return replace(
                evidence, format=image.format, mode=image.mode, width=width, height=height
            )
    except UnreadableImage:
        return evidence


def _unchanged(path: Path, stamp: Stamp) -> bool:
    """Whether the file still looks as before it was read; otherwise its facts may be mixed."""
    try:
        return Stamp.of(check_file(path)) == stamp
    except UnreadableImage:
        return False


def _thumbnail(path: Path, decoded: Decoded, toned: Image.Image, side: int) -> Image.Image:
    """From the same decode, unless that is too small for an unusually large thumbnail."""
    if side > FACTS_SIDE and max(decoded.width, decoded.height) > max(decoded.image.size):
        return _fitted(path, side, side)
    if max(toned.size) < side:
        return fit(decoded.image, side, side)
    size = fitting_size(decoded.image.size, side, side)
    return toned if toned.size == size else toned.resize(size, Image.Resampling.LANCZOS)


def _fitted(path: Path, width: int, height: int) -> Image.Image:
    return fit(load(path, max(width, height)).image, width, height, best=True)


def encoded(small: Image.Image) -> bytes:
    """A thumbnail as the cache keeps it."""
    stream = io.BytesIO()
    small.save(stream, "JPEG", quality=_THUMBNAIL_QUALITY, subsampling=0)
    return stream.getvalue()
