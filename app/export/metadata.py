"""Picture files without their metadata: other bytes around the same compressed pixels."""

import struct
from collections.abc import Iterator

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_DROPPED = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_JPEG_DROPPED = frozenset({0xE1, 0xED, 0xFE})
"""APP1 (EXIF, XMP), APP13 (Photoshop, IPTC) and comments; profiles and Adobe's mark stay."""
_JPEG_SCAN = 0xDA
_WEBP_DROPPED = frozenset({b"EXIF", b"XMP "})
_WEBP_FLAGS = 0x08 | 0x04
"""The bits of a VP8X header that announce EXIF and XMP."""


def without_metadata(data: bytes, kind: str) -> bytes:
    """The same picture without comments, EXIF and XMP; its colour profile stays.

    `kind` is the real format. A file whose structure is not understood comes back as it was:
    everything else would risk the pixels.
    """
    try:
        match kind:
            case "PNG":
                return _png(data)
            case "JPEG":
                return _jpeg(data)
            case "WEBP":
                return _webp(data)
            case _:
                return data
    except (struct.error, ValueError):
        return data


def _png(data: bytes) -> bytes:
    if not data.startswith(_PNG_SIGNATURE):
        raise ValueError("not a PNG")
    kept = [_PNG_SIGNATURE]
    place = len(_PNG_SIGNATURE)
    while place < len(data):
        length, name = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        if end > len(data):
            raise ValueError("a chunk ends after the file")
        if name not in _PNG_DROPPED:
            kept.append(data[place:end])
        place = end
        if name == b"IEND":
            break
    else:
        raise ValueError("no end")
    return b"".join(kept)


def _jpeg(data: bytes) -> bytes:
    if not data.startswith(b"\xff\xd8"):
        raise ValueError("not a JPEG")
    kept = [data[:2]]
    place = 2
    while True:
        mark, code, length = struct.unpack_from(">BBH", data, place)
        if mark != 0xFF or length < 2:
            raise ValueError("not a segment")
        if code == _JPEG_SCAN:
            # Compressed pixels, and whatever follows them.
            kept.append(data[place:])
            return b"".join(kept)
        end = place + 2 + length
        if code not in _JPEG_DROPPED:
            kept.append(data[place:end])
        place = end


def _webp(data: bytes) -> bytes:
    riff, size, form = struct.unpack_from("<4sI4s", data)
    if riff != b"RIFF" or form != b"WEBP" or size + 8 > len(data):
        raise ValueError("not a WebP")
    kept: list[bytes] = []
    for name, chunk in _webp_chunks(data[: size + 8]):
        if name == b"VP8X":
            kept.append(chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS]) + chunk[9:])
        elif name not in _WEBP_DROPPED:
            kept.append(chunk)
    body = b"".join(kept)
    return struct.pack("<4sI4s", b"RIFF", len(body) + 4, b"WEBP") + body


def _webp_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place < len(data):
        name, length = struct.unpack_from("<4sI", data, place)
        end = place + 8 + length + length % 2
        if end > len(data):
            raise ValueError("a chunk ends after the file")
        yield name, data[place:end]
        place = end
