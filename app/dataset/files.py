"""One caption file: read byte for byte, spelled as it was, written whole or not at all."""

import hashlib
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.dataset.encodings import NAMES, Encoding, decoded, guess_decodings, why_not_utf8
from app.dataset.entry import Caption, CaptionForm, CaptionState
from app.disk import (
    FileChanged,
    Ground,
    NotRegularError,
    NotSaved,
    Stamp,
    TooLargeError,
    read_reason,
    read_regular,
    stamp_of,
)
from app.durable import Expect, Write, write_all, write_bytes
from app.errors import ProofError
from app.messages import msg
from app.staging import sweep_leftovers

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
_BOM = b"\xef\xbb\xbf"
_PLAIN, _WITH_BOM = CaptionForm(), CaptionForm(bom=True)
_BREAK = re.compile(r"\r\n|\r|\n")


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
    ground: Ground | None = None
    """The opened folder, which no link may leave unasked."""
    even_if_protected: bool = False
    """The person said that a file without write permission shall be replaced all the same."""


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
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = None
    # Zero bytes are legal UTF-8, but no caption holds them: this is UTF-16, or no text at all.
    if text is None or "\0" in text:
        reason = why_not_utf8(data)
        return Caption(CaptionState.NOT_UTF8, None, stamp, reason=reason, hard_links=hard_links)
    bom = text.startswith("\ufeff")
    if bom:
        text = text[1:]
    if "\n" not in text and "\r" not in text:
        form = _WITH_BOM if bom else _PLAIN
        return Caption(CaptionState.READ, text, stamp, form, hard_links=hard_links)
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
    ground: Ground | None = None,
) -> Stamp:
    """Save one caption durably. `expected` is the stamp last seen; None: there is no file yet.

    Raises LeadsOutside where a link leaves the `ground` without consent, ChangedOnDisk where the
    disk says something else, NotSaved where it cannot be written; the file is then what it was.
    """
    data = encode(text, form)
    try:
        return write_bytes(
            path, data, expected=expected, even_if_protected=even_if_protected, ground=ground
        )
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
            allowed, ground = write.even_if_protected, write.ground
            encoded[number] = Write(write.path, data, write.expected, allowed, ground)
    for number, result in zip(encoded, write_all(list(encoded.values())), strict=True):
        if isinstance(result, FileChanged):
            result = ChangedOnDisk(result.path, result.present, read_caption(result.path))
        results[number] = result
    return [results[number] for number in range(len(writes))]


def convert(
    path: Path,
    encoding: Encoding,
    expected: Stamp,
    keep: Callable[[bytes], object] | None = None,
    ground: Ground | None = None,
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
    text = decoded(before, encoding)
    if text is None:
        raise NotSaved(path, msg("its bytes are not {encoding}", encoding=NAMES[encoding]))
    if keep is not None:
        keep(before)
    data = text.removeprefix("\ufeff").encode("utf-8")
    try:
        stamp = write_bytes(path, data, expected=expected, ground=ground)
    except FileChanged as error:
        raise ChangedOnDisk(path, error.present, read_caption(path)) from error
    return Converted(parse(data, stamp), before)


def is_plain_file(path: Path) -> bool:
    """A regular file, or a link to one."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False
