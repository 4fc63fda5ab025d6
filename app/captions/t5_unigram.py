"""T5's own tokenizer, read from a file that the person's trainer or model already has."""

import math
import re
import struct
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from app.captions.tokenizer_json import model_list
from app.captions.tokens import Piece

_WORD = re.compile(r"\S+")
_SPACE = "\u2581"
_LARGEST: Final = 64 << 20
_UNKNOWN_COST: Final = 10.0
"""How much less likely an unknown character is than the least likely piece, as sentencepiece."""


class T5Tokenizer:
    """The likeliest cut of each word into known pieces (a unigram language model)."""

    def __init__(self, scores: Mapping[str, float]) -> None:
        self._scores = scores
        self._longest = max(map(len, scores))
        self._unknown = min(scores.values()) - _UNKNOWN_COST
        self._lengths: dict[str, int] = {}

    def pieces(self, text: str) -> Sequence[Piece]:
        """A piece per word with the punctuation that touches it."""
        return [
            Piece(match.start(), match.end(), self._count(match[0]))
            for match in _WORD.finditer(text)
        ]

    def _count(self, word: str) -> int:
        known = self._lengths.get(word)
        if known is None:
            plain = unicodedata.normalize("NFKC", word).replace(" ", _SPACE)
            known = self._lengths[word] = self._cut(_SPACE + plain)
        return known

    def _cut(self, word: str) -> int:
        """Tokens of the best path; unknown characters in a row are one token."""
        best: list[tuple[float, int, bool]] = [(0.0, 0, False)]
        for end in range(1, len(word) + 1):
            score, count, unknown = best[end - 1]
            found = (score + self._unknown, count + (not unknown), True)
            for start in range(max(0, end - self._longest), end):
                piece = self._scores.get(word[start:end])
                if piece is not None and best[start][0] + piece > found[0]:
                    found = (best[start][0] + piece, best[start][1] + 1, False)
            best.append(found)
        return best[-1][1]


def read_t5_tokenizer(path: Path) -> T5Tokenizer:
    """From `tokenizer.json` or `spiece.model`.

    Raises `ValueError` where the file is neither, `OSError` where it cannot be read.
    """
    if path.stat().st_size > _LARGEST:
        raise ValueError(f"{path.name} is too large to be a tokenizer")
    if path.suffix == ".json":
        scores = dict(_json_scores(path.read_text(encoding="utf-8")))
    else:
        scores = dict(_model_scores(path.read_bytes()))
    if not any(piece.startswith(_SPACE) for piece in scores):
        raise ValueError(f"{path.name} holds no pieces of T5")
    return T5Tokenizer(scores)


def _json_scores(text: str) -> Iterator[tuple[str, float]]:
    for entry in model_list(text, "vocab"):
        match entry:
            case [str(), 0]:
                continue  # A mark of the encoder, never found in a text.
            case [str(piece), int() | float() as score]:
                yield piece, float(score)
            case _:
                raise ValueError("each piece of T5 has a score")


def _model_scores(data: bytes) -> Iterator[tuple[str, float]]:
    """The pieces of a sentencepiece model: field 1, each with text (1), score (2), kind (3)."""
    for number, value in _fields(data):
        if number == 1 and isinstance(value, bytes):
            piece, score, kind = "", 0.0, 1
            for inner, content in _fields(value):
                if inner == 1 and isinstance(content, bytes):
                    piece = content.decode("utf-8")
                elif inner == 2 and isinstance(content, bytes):
                    score = struct.unpack("<f", content)[0]
                elif inner == 3 and isinstance(content, int):
                    kind = content
            if kind == 1 and math.isfinite(score):
                yield piece, score


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a protocol buffer message. Raises `ValueError` where it breaks off."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        form = key & 7
        if form == 0:
            value, at = _varint(data, at)
            yield key >> 3, value
            continue
        if form == 2:
            size, at = _varint(data, at)
        elif form in (1, 5):
            size = 8 if form == 1 else 4
        else:
            raise ValueError("not a sentencepiece model")
        if at + size > len(data):
            raise ValueError("the sentencepiece model breaks off")
        yield key >> 3, data[at : at + size]
        at += size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while at < len(data) and shift < 64:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
    raise ValueError("the sentencepiece model breaks off")
