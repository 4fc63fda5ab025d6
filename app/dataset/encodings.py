"""Which encoding the bytes of a caption may be in, when they are not UTF-8."""

import re
from enum import StrEnum

from app.messages import Message, msg

_PREVIEW = 200
"""Characters of a decoding that a person gets to see."""
_JAPANESE_RUN = re.compile("[\u3041-\u30ff\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e]{2}")


class Encoding(StrEnum):
    """Encodings that a caption may be in besides UTF-8, as Python names them."""

    UTF16 = "utf-16"
    UTF16_LE = "utf-16-le"
    UTF16_BE = "utf-16-be"
    CP932 = "cp932"
    CP1252 = "cp1252"


NAMES = {
    Encoding.UTF16: "UTF-16",
    Encoding.UTF16_LE: "UTF-16",
    Encoding.UTF16_BE: "UTF-16",
    Encoding.CP932: "Shift-JIS",
    Encoding.CP1252: "Windows-1252",
}
"""What people call them."""


def guess_decodings(data: bytes) -> tuple[tuple[Encoding, str], ...]:
    """Encodings in which all the bytes make sense, likeliest first, each with its first characters.

    Only an offer: a person looks at the previews and chooses.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        candidates = [Encoding.UTF16]
    elif b"\0" in data:
        even, odd = data[0::2].count(0), data[1::2].count(0)
        candidates = [Encoding.UTF16_LE if odd >= even else Encoding.UTF16_BE]
    else:
        candidates = [Encoding.CP932, Encoding.CP1252]
        # Any two bytes of Western text may happen to be a kanji; Japanese text has them in rows.
        japanese = decoded(data, Encoding.CP932)
        if japanese is not None and not _JAPANESE_RUN.search(japanese):
            candidates.reverse()
    found = ((encoding, decoded(data, encoding)) for encoding in candidates)
    return tuple((encoding, text[:_PREVIEW]) for encoding, text in found if text is not None)


def decoded(data: bytes, encoding: Encoding) -> str | None:
    """The text, or None where the bytes make no sense in that encoding."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def why_not_utf8(data: bytes) -> Message:
    """What stands in the way of reading these bytes as a caption, and what they may be."""
    guesses = guess_decodings(data)
    if guesses:
        return msg(
            "it is not UTF-8, the trainer would stop; it may be {encoding}: convert it",
            encoding=NAMES[guesses[0][0]],
        )
    if b"\0" in data:
        return msg("it holds zero bytes and is probably not text; replace the file")
    return msg("it is not UTF-8, the trainer would stop; save it again as UTF-8")
