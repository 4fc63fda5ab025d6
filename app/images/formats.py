"""Which files are pictures: by their name, as the trainer decides, and by their first bytes."""

from pathlib import PurePath

TRAINABLE = frozenset({"png", "jpg", "jpeg", "webp", "bmp"})
"""Extensions (lower case, without the dot) that the trainer reads."""
SHOWN = frozenset({"avif", "gif", "tif", "tiff"})
"""Extensions that are shown here, and said to be unreadable by the trainer."""

DECODED = ("PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF", "AVIF")
"""The only decoders that ever see a person's file: Pillow's others run programs or are untried."""

_HEAD_MARKS = (
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (1, b"PNG", "PNG"),
    (12, b"IHDR", "PNG"),
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"BM", "BMP"),
    (0, b"GIF8", "GIF"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (8, b"WEBP", "WEBP"),
    (4, b"ftypavi", "AVIF"),
    (0, b"%!PS", "EPS"),
    (0, b"\xc5\xd0\xd3\xc6", "EPS"),
    (0, b"%PDF", "PDF"),
    (0, b"PK\x03\x04", "ZIP"),
    (0, b"Rar!", "RAR"),
    (0, b"7z\xbc\xaf", "7z"),
    (0, b"8BPS", "PSD"),
    (0, b"\0\0\x01\0", "ICO"),
    (0, b"\xff\x0a", "JPEG XL"),
    (4, b"JXL ", "JPEG XL"),
    (4, b"jP  ", "JPEG 2000"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftyphev", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
    (4, b"ftypmsf1", "HEIC"),
    (4, b"ftyp", "MP4"),
    (0, b"\x1aE\xdf\xa3", "WebM"),
)
"""Offset, bytes, name; the first match counts: special `ftyp` brands come before the rest."""


def is_image_name(name: str) -> bool:
    """Whether a file of this name is an entry. Hidden files are not: no trainer lists them."""
    return not name.startswith(".") and _extension(name).lower() in TRAINABLE | SHOWN


def trainer_reads(name: str) -> bool:
    """Whether the trainer lists a file of this name: `.png` and `.PNG` it does, `.Png` not."""
    extension = _extension(name)
    single_case = extension in (extension.lower(), extension.upper())
    return is_image_name(name) and single_case and extension.lower() in TRAINABLE


def sniff(head: bytes) -> str | None:
    """What the first bytes of a file (about 1 kB) say it is, or None where nothing is recognised.

    Known are the decoded formats and those that people mistake for them: "HEIC", "SVG", "ZIP",
    "EPS", "PDF", "HTML" and others.
    """
    for offset, mark, name in _HEAD_MARKS:
        if head.startswith(mark, offset):
            return name
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if text.startswith((b"<!doctype html", b"<html")):
        return "HTML"
    if text.startswith(b"<svg") or (text.startswith((b"<?xml", b"<!")) and b"<svg" in text):
        return "SVG"
    return None


def _extension(name: str) -> str:
    return PurePath(name).suffix.removeprefix(".")
