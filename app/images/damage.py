"""Why a file is no picture, in words for the person who has to replace or convert it."""

import errno
import struct
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from app.images.formats import DECODED, sniff
from app.messages import Message, msg

_HEAD = 1024
_LONGEST_REASON = 120


def explain(path: Path, error: Exception) -> tuple[Message, bool]:
    """The reason why decoding the file raised `error`: a phrase whose subject is the file.

    The second value is true where the reason lies in the file's bytes, not in the machine.
    """
    if isinstance(error, MemoryError):
        return msg("needs more memory than there is to be decoded"), False
    # A hostile offset makes `seek` say "invalid argument": that is the file's fault.
    if isinstance(error, OSError) and error.errno not in (None, errno.EINVAL):
        return system_reason(error), False
    try:
        with path.open("rb") as file:
            head, tail, size = file.read(_HEAD), b"", path.stat().st_size
            if size > _HEAD:
                file.seek(-_HEAD, 2)
                tail = file.read(_HEAD)
    except OSError as unreadable:
        return system_reason(unreadable), False
    kind = sniff(head)
    if isinstance(error, Image.DecompressionBombError | Image.DecompressionBombWarning):
        return _bomb(path, kind), True
    return _reason(kind, head, tail or head, size, error), True


def system_reason(error: OSError | ValueError) -> Message:
    """What the operating system says about a file it does not hand out."""
    if isinstance(error, FileNotFoundError):
        return msg("is no longer there")
    if isinstance(error, PermissionError):
        return msg("may not be read by you: its permissions forbid it")
    reason = error.strerror if isinstance(error, OSError) else None
    return msg("is not handed out by the system: {reason}", reason=reason or str(error))


def too_many_pixels(width: int, height: int) -> Message:
    """The reason for a picture whose pixels would not fit into memory."""
    return msg("is {width} × {height} pixels, too large to preview", width=width, height=height)


def size_text(size: int) -> str:
    """A number of bytes as people read it, for example "41 kB"; decimal units."""
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"


def _reason(kind: str | None, head: bytes, tail: bytes, size: int, error: Exception) -> Message:
    if kind is None:
        if not any(head):
            return msg("holds nothing but zero bytes: it was not copied to the end")
        return msg("is not a picture")
    if kind == "HTML":
        return msg("is a web page, not a picture: the download went wrong")
    if kind not in DECODED:
        return msg("holds {format}, which is not read here: convert it to PNG", format=kind)
    whole = _declared_size(kind, head)
    if whole is not None and whole > size:
        return msg("ends after {have} of {whole}", have=size_text(size), whole=size_text(whole))
    if _misses_its_end(kind, tail):
        return msg("ends too early, after {have}", have=size_text(size))
    if isinstance(error, UnidentifiedImageError):
        return msg("is a damaged {format} file", format=kind)
    detail = " ".join(str(error).split())[:_LONGEST_REASON] or type(error).__name__
    return msg("is a damaged {format} file: {reason}", format=kind, reason=detail)


def _declared_size(kind: str, head: bytes) -> int | None:
    """The size that the file itself claims, in the two formats that do."""
    if kind == "WEBP":
        return int(struct.unpack_from("<I", head, 4)[0]) + 8
    if kind == "BMP" and len(head) >= 6:
        return int(struct.unpack_from("<I", head, 2)[0]) or None
    return None


def _misses_its_end(kind: str, tail: bytes) -> bool:
    if kind == "JPEG":
        return b"\xff\xd9" not in tail
    if kind == "PNG":
        return b"IEND" not in tail
    return False


def _bomb(path: Path, kind: str | None) -> Message:
    """The claimed size, read by the decoder's own header parser, which decodes no pixels."""
    try:
        with path.open("rb") as file:
            header = Image.OPEN[kind or ""][0](file, str(path))
            return too_many_pixels(header.width, header.height)
    except Exception:  # noqa: BLE001 - the same hostile bytes; then the size stays untold
        return msg("claims more pixels than can be previewed")
