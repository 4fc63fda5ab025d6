"""Names and first bytes."""

import pytest

from app.images.formats import is_image_name, sniff, trainer_reads


@pytest.mark.parametrize(
    ("name", "entry", "trainable"),
    [
        ("a.png", True, True),
        ("a.PNG", True, True),
        ("a.Png", True, False),
        ("a.b.jpeg", True, True),
        ("a.webp", True, True),
        ("a.bmp", True, True),
        ("a.avif", True, False),
        ("a.gif", True, False),
        ("a.TIFF", True, False),
        ("a.txt", False, False),
        ("a.svg", False, False),
        ("png", False, False),
        (".png", False, False),
        ("._a.png", False, False),
        ("a.png.txt", False, False),
    ],
)
def test_names(name, entry, trainable):
    assert is_image_name(name) is entry
    assert trainer_reads(name) is trainable


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "WEBP"),
        (b"RIFF\0\0\0\0WAVE", None),
        (b"\0\0\0\x1cftypavif", "AVIF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b"\0\0\0\x18ftypisom", "MP4"),
        (b"PK\x03\x04", "ZIP"),
        (b"%!PS-Adobe-3.0 EPSF", "EPS"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x --><svg xmlns="">', "SVG"),
        (b"<?xml version='1.0'?><note/>", None),
        (b"\n<!DOCTYPE HTML><html>", "HTML"),
        (b"", None),
        (b"hello", None),
    ],
)
def test_first_bytes(head, kind):
    assert sniff(head) == kind
