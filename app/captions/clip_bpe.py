"""CLIP's own tokenizer, read from a file that the person's trainer or model already has."""

import gzip
import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, cast

from app.captions.tokenizer_json import model_list
from app.captions.tokens import Piece

_MERGES: Final = 49152 - 256 - 2
"""Merges that CLIP uses; the file of its authors holds more."""
_PIECE = re.compile(
    r"<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|(?:[^\s\w]|_)+",
    re.IGNORECASE,
)
_LARGEST: Final = 64 << 20


class ClipTokenizer:
    """Byte pair encoding with CLIP's merges. The same text always gives the same pieces."""

    def __init__(self, merges: Iterable[tuple[str, str]]) -> None:
        self._ranks = {pair: rank for rank, pair in enumerate(merges)}
        self._lengths: dict[str, int] = {}
        self._numbers: dict[str, int] = {}

    def numbers(self, text: str, window: int) -> list[int]:
        """What CLIP's text encoder reads: start, the pieces, end, filled up to `window` with 0.

        A text that is too long is cut, as the trainers cut it.
        """
        if not self._numbers:
            self._numbers = _vocabulary(self._ranks)
        start = len(self._numbers)
        found = [
            self._numbers[part]
            for match in _PIECE.finditer(text)
            if not match[0].startswith("<|")
            for part in self._merged(_letters(match[0].lower()))
        ]
        read = [start, *found[: window - 2], start + 1]
        return read + [0] * (window - len(read))

    def pieces(self, text: str) -> Sequence[Piece]:
        """A piece per word, figure or run of punctuation."""
        return [
            Piece(match.start(), match.end(), self._count(match[0].lower()))
            for match in _PIECE.finditer(text)
        ]

    def _count(self, word: str) -> int:
        if word.startswith("<|"):
            return 1
        known = self._lengths.get(word)
        if known is None:
            known = self._lengths[word] = len(self._merged(_letters(word)))
        return known

    def _merged(self, parts: list[str]) -> list[str]:
        none = len(self._ranks)
        while len(parts) > 1:
            best = min(pairwise(parts), key=lambda pair: self._ranks.get(pair, none))
            if best not in self._ranks:
                return parts
            merged: list[str] = []
            at = 0
            while at < len(parts):
                if at + 1 < len(parts) and (parts[at], parts[at + 1]) == best:
                    merged.append(parts[at] + parts[at + 1])
                    at += 2
                else:
                    merged.append(parts[at])
                    at += 1
            parts = merged
        return parts


def read_clip_tokenizer(path: Path) -> ClipTokenizer:
    """From `bpe_simple_vocab_16e6.txt.gz`, `merges.txt` or `tokenizer.json`.

    Raises `ValueError` where the file is none of these, `OSError` where it cannot be read.
    """
    if path.stat().st_size > _LARGEST:
        raise ValueError(f"{path.name} is too large to be a tokenizer")
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as file:
            text = file.read(_LARGEST)
    else:
        text = path.read_text(encoding="utf-8")
    if path.suffix == ".json":
        merges = [
            _pair(entry.split() if isinstance(entry, str) else cast("list[str]", entry))
            for entry in model_list(text, "merges")
        ]
    else:
        # The first line names the version.
        lines = text.splitlines()[1 : _MERGES + 1]
        merges = [_pair(line.split()) for line in lines if line]
    if not any(second.endswith("</w>") for _, second in merges):
        raise ValueError(f"{path.name} holds no merges of CLIP")
    return ClipTokenizer(merges)


def _letters(word: str) -> list[str]:
    encoded = unicodedata.normalize("NFC", word).encode("utf-8", "surrogatepass")
    letters = [_BYTES[byte] for byte in encoded]
    letters[-1] += "</w>"
    return letters


def _vocabulary(merges: Iterable[tuple[str, str]]) -> dict[str, int]:
    """The number of each piece: the bytes in CLIP's order, the same ending a word, the merges."""
    plain = [letter for byte, letter in enumerate(_BYTES) if letter == chr(byte)]
    alone = plain + [letter for byte, letter in enumerate(_BYTES) if letter != chr(byte)]
    ending = [f"{letter}</w>" for letter in alone]
    merged = [one + other for one, other in merges]
    return {piece: number for number, piece in enumerate([*alone, *ending, *merged])}


def _pair(parts: list[str]) -> tuple[str, str]:
    if len(parts) != 2:
        raise ValueError(f"a merge joins two parts, not {parts!r}")
    return parts[0], parts[1]


def _byte_letters() -> tuple[str, ...]:
    """A printable character for each byte, as the merges spell them."""
    plain = {*range(ord("!"), ord("~") + 1), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    moved = iter(range(256, 512))
    return tuple(chr(byte if byte in plain else next(moved)) for byte in range(256))


_BYTES = _byte_letters()
