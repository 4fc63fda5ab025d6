"""One caption file: read byte for byte, spelled as it was, written whole or not at all."""

import hashlib
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.dataset.entry import Caption, CaptionForm, CaptionState
from app.disk import (
    FileChanged,
    NotRegularError,
    NotSaved,
    Stamp,
    TooLargeError,
    read_reason,
    read_regular,
    stamp_of,
)
from app.durable import Expect, Write, sweep_leftovers, write_all, write_bytes
from app.errors import ProofError
from app.messages import Message, msg

__all__ = [
    "CaptionWrite",
    "ChangedOnDisk",
    "Converted",
    "Encoding",
    "Expect",
    "NotSaved",
    "convert",
    "encode",
    "guess_decodings",
    "parse",
    "read_caption",
    "sweep_leftovers",
    "write_bytes",
    "write_caption",
    "write_many",
]

LARGEST_CAPTION = 256 * 1024
"""Bytes; above it a caption is shown as too large and never edited."""
_PREVIEW = 200
_BOM = b"\xef\xbb\xbf"
_BREAK = re.compile(r"\r\n|\r|\n")
_JAPANESE_RUN = re.compile("[\u3041-\u30ff\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e]{2}")


class Encoding(StrEnum):
    """Encodings that a caption may be in besides UTF-8, as Python names them."""

    UTF16 = "utf-16"
    UTF16_LE = "utf-16-le"
    UTF16_BE = "utf-16-be"
    CP932 = "cp932"
    CP1252 = "cp1252"


_NAMES = {
    Encoding.UTF16: "UTF-16",
    Encoding.UTF16_LE: "UTF-16",
    Encoding.UTF16_BE: "UTF-16",
    Encoding.CP932: "Shift-JIS",
    Encoding.CP1252: "Windows-1252",
}


class ChangedOnDisk(FileChanged):
    """A caption that somebody else changed; `caption` is what is there now."""

    def __init__(self, path: Path, present: bytes | None, caption: Caption) -> None:
        super().__init__(path, present)
        self.caption = caption


@dataclass(frozen=True, slots=True)
class CaptionWrite:
    """One caption of a bulk write; `expected` None means that there must be no file yet."""

    path: Path
    text: str
    form: CaptionForm
    expected: Stamp | None


@dataclass(frozen=True, slots=True)
class Converted:
    """A caption after its conversion to UTF-8, and the bytes it had before."""

    caption: Caption
    before: bytes


def read_caption(path: Path) -> Caption:
    """The caption as it is on disk. Never raises: what stands in the way is the caption's state."""
    try:
        data, info = read_regular(path, LARGEST_CAPTION)
    except FileNotFoundError:
        return Caption(CaptionState.MISSING, None)
    except TooLargeError as error:
        return Caption(CaptionState.TOO_LARGE, None, reason=read_reason(error))
    except NotRegularError as error:
        return Caption(CaptionState.UNREADABLE, None, reason=read_reason(error))
    except (OSError, ValueError) as error:
        system = error if isinstance(error, OSError) else OSError(str(error))
        return Caption(CaptionState.UNREADABLE, None, reason=read_reason(system))
    return parse(data, stamp_of(data, info), info.st_nlink)


def parse(data: bytes, stamp: Stamp | None = None, hard_links: int = 1) -> Caption:
    """What bytes say as a caption. Nothing is guessed: other than UTF-8 they are not text yet."""
    if b"\0" in data:
        reason = _encoding_reason(data, nul=True)
        return Caption(CaptionState.NOT_UTF8, None, stamp, reason=reason, hard_links=hard_links)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        reason = _encoding_reason(data, nul=False)
        return Caption(CaptionState.NOT_UTF8, None, stamp, reason=reason, hard_links=hard_links)
    bom = text.startswith("\ufeff")
    if bom:
        text = text[1:]
    if "\n" not in text and "\r" not in text:
        return Caption(CaptionState.READ, text, stamp, CaptionForm(bom), hard_links=hard_links)
    text, form = _unify_breaks(text, bom)
    return Caption(
        CaptionState.READ, text, stamp, form, line_breaks=text.count("\n"), hard_links=hard_links
    )


def _unify_breaks(text: str, bom: bool) -> tuple[str, CaptionForm]:
    found: list[str] = _BREAK.findall(text)
    commonest = max(dict.fromkeys(found), key=found.count)
    mixed = tuple(found) if len(set(found)) > 1 else ()
    final = text.endswith(("\n", "\r"))
    plain = _BREAK.sub("\n", text)
    return plain[:-1] if final else plain, CaptionForm(bom, commonest, final, mixed)


def encode(text: str, form: CaptionForm) -> bytes:
    r"""The bytes of a caption in the form its file had: BOM, line breaks, final line break.

    `text` has "\n" for line breaks. Raises ProofError for text that is not Unicode (a lone
    surrogate, which only a damaged clipboard holds).
    """
    whole = text + "\n" if form.final_newline else text
    if form.breaks and len(form.breaks) == whole.count("\n"):
        pieces = whole.split("\n")
        whole = "".join(p + b for p, b in zip(pieces, (*form.breaks, ""), strict=True))
    elif form.newline != "\n":
        whole = whole.replace("\n", form.newline)
    try:
        data = whole.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ProofError(
            msg("This caption cannot be saved"),
            msg(
                "character {place} is half of a character; delete it and type it again",
                place=error.start + 1,
            ),
        ) from error
    return _BOM + data if form.bom else data


def write_caption(
    path: Path,
    text: str,
    form: CaptionForm,
    expected: Stamp | None,
    *,
    even_if_protected: bool = False,
) -> Stamp:
    """Save one caption durably. `expected` is the stamp last seen; None: there is no file yet.

    Raises ChangedOnDisk where the disk says something else, NotSaved where it cannot be written;
    the file is then what it was.
    """
    data = encode(text, form)
    try:
        return write_bytes(path, data, expected=expected, even_if_protected=even_if_protected)
    except FileChanged as error:
        raise ChangedOnDisk(path, error.present, read_caption(path)) from error


def write_many(writes: Sequence[CaptionWrite]) -> list[Stamp | ProofError]:
    """Save many captions, each whole or not at all; the answers come in the same order."""
    encoded: dict[int, Write] = {}
    results: dict[int, Stamp | ProofError] = {}
    for number, write in enumerate(writes):
        try:
            data = encode(write.text, write.form)
        except ProofError as error:
            results[number] = error
        else:
            encoded[number] = Write(write.path, data, write.expected)
    for number, result in zip(encoded, write_all(list(encoded.values())), strict=True):
        if isinstance(result, FileChanged):
            result = ChangedOnDisk(result.path, result.present, read_caption(result.path))
        results[number] = result
    return [results[number] for number in range(len(writes))]


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
        japanese = _decoded(data, Encoding.CP932)
        if japanese is not None and not _JAPANESE_RUN.search(japanese):
            candidates.reverse()
    found = ((encoding, _decoded(data, encoding)) for encoding in candidates)
    return tuple((encoding, text[:_PREVIEW]) for encoding, text in found if text is not None)


def _decoded(data: bytes, encoding: Encoding) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _encoding_reason(data: bytes, *, nul: bool) -> Message:
    guesses = guess_decodings(data)
    if guesses:
        return msg(
            "it is not UTF-8, the trainer would stop; it may be {encoding}: convert it",
            encoding=_NAMES[guesses[0][0]],
        )
    if nul:
        return msg("it holds zero bytes and is probably not text; replace the file")
    return msg("it is not UTF-8, the trainer would stop; save it again as UTF-8")


def convert(
    path: Path,
    encoding: Encoding,
    expected: Stamp,
    keep: Callable[[bytes], object] | None = None,
) -> Converted:
    """Write a caption that a person recognised in `encoding` as UTF-8, without a BOM.

    `keep` gets the old bytes before anything is written: the journal. Raises ChangedOnDisk, and
    NotSaved also where the bytes make no sense in that encoding.
    """
    try:
        before, _ = read_regular(path, LARGEST_CAPTION)
    except FileNotFoundError:
        raise ChangedOnDisk(path, None, read_caption(path)) from None
    except OSError as error:
        raise NotSaved(path, read_reason(error), error.errno) from error
    if hashlib.sha256(before).hexdigest() != expected.digest:
        raise ChangedOnDisk(path, before, read_caption(path))
    text = _decoded(before, encoding)
    if text is None:
        raise NotSaved(path, msg("its bytes are not {encoding}", encoding=_NAMES[encoding]))
    if keep is not None:
        keep(before)
    data = text.removeprefix("\ufeff").encode("utf-8")
    try:
        stamp = write_bytes(path, data, expected=expected)
    except FileChanged as error:
        raise ChangedOnDisk(path, error.present, read_caption(path)) from error
    return Converted(parse(data, stamp), before)


def is_plain_file(path: Path) -> bool:
    """A regular file, or a link to one."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False
