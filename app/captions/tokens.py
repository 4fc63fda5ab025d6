"""How many tokens a caption takes in each text encoder, and where the encoder's window ends."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

from app.captions.by_word import ByWord
from app.captions.words import LOOKED_AT, Words


class Encoder(StrEnum):
    """The text encoders of the models that are trained."""

    CLIP = "clip"
    T5 = "t5"


@dataclass(frozen=True, slots=True)
class Window:
    """What one encoder reads of a caption: so many tokens of text, its own marks not counted.

    `pooled`: the encoder only gives the picture a mood, the words past its window still count in
    the other. `option` is what the trainer must be told for this window, "" for its default.
    """

    encoder: Encoder
    tokens: int
    pooled: bool = False
    option: str = ""


_KOHYA_CLIP = (
    Window(Encoder.CLIP, 75),
    Window(Encoder.CLIP, 150, option="max_token_length = 150"),
    Window(Encoder.CLIP, 225, option="max_token_length = 225"),
)
# T5 puts one mark at the end of its 512, CLIP one at either end of its 77.
WINDOWS: Final[Mapping[str, tuple[Window, ...]]] = {
    "flux": (
        Window(Encoder.T5, 511),
        Window(Encoder.T5, 255, option="schnell"),
        Window(Encoder.CLIP, 75, pooled=True),
    ),
    "sdxl": _KOHYA_CLIP,
    "sd15": _KOHYA_CLIP,
}
"""By the value of the preset, the default window of each encoder first."""


class Piece(NamedTuple):
    """A stretch of the text that is never cut in two, and the tokens it takes."""

    start: int
    end: int
    tokens: float


class Tokenizer(Protocol):
    """Cuts a text exactly as an encoder's own tokenizer would."""

    def pieces(self, text: str) -> Sequence[Piece]:
        """The pieces of the text in order, whole numbers of tokens each."""
        ...


@dataclass(frozen=True, slots=True)
class TokenCount:
    """The tokens of one caption; `exact` False: an estimate, to be shown with "≈"."""

    tokens: int
    exact: bool
    pieces: tuple[Piece, ...]

    def window_end(self, window: Window) -> int | None:
        """Where the first piece starts that is not wholly inside, None where all of it fits."""
        taken = 0.0
        for start, _, tokens in self.pieces:
            taken += tokens
            if taken > window.tokens:
                return start
        return None


def count_tokens(words: Words, encoder: Encoder, tokenizer: Tokenizer | None = None) -> TokenCount:
    """The tokens that an encoder sees: exact with its tokenizer, else an estimate.

    Only the first `LOOKED_AT` characters are counted; no window reaches as far.
    """
    if tokenizer is not None:
        pieces = tuple(tokenizer.pieces(words.text[:LOOKED_AT]))
    else:
        pieces = tuple(_guess(words, encoder))
    return TokenCount(
        tokens=round(sum(piece.tokens for piece in pieces)),
        exact=tokenizer is not None,
        pieces=pieces,
    )


def estimate_clip(words: Words) -> int:
    """CLIP's tokens by the length of the words; within about an eighth on English captions."""
    return count_tokens(words, Encoder.CLIP).tokens


def estimate_t5(words: Words) -> int:
    """T5's tokens by the length of the words: about 1.3 for an English word."""
    return count_tokens(words, Encoder.T5).tokens


def most_tokens(words: Words, encoder: Encoder) -> float:
    """At least as many as the estimate, and mostly just as many, known much sooner."""
    guess = _CLIP_TOKENS if encoder is Encoder.CLIP else _T5_TOKENS
    tokens = sum(map(guess.__getitem__, words.forms))
    for number in words.japanese:
        tokens += 2.0 * len(words.forms[number])
    return tokens + words.text.count("-") + words.text.count("_")


_JOINED = re.compile(r"[-_]+")
_KANA = re.compile("[\u3041-\u30ff]")


def _guess(words: Words, encoder: Encoder) -> list[Piece]:
    guess = _CLIP_TOKENS if encoder is Encoder.CLIP else _T5_TOKENS
    pieces: list[Piece] = []
    behind = 0
    japanese = frozenset(words.japanese)
    joins = "-" in words.text or "_" in words.text
    for place, (start, end, form) in enumerate(words.tokens):
        # Hyphens and underscores are no words, but every encoder spends a token on them.
        joined = len(_JOINED.findall(words.text, behind, start)) if joins and start > behind else 0
        if place in japanese:
            # T5's vocabulary holds no Japanese: a whole run becomes "unknown".
            tokens = _japanese_clip_tokens(form) if encoder is Encoder.CLIP else 2.0
        else:
            tokens = guess[form]
        pieces.append(Piece(start, end, tokens + joined))
        behind = end
    return pieces


def _clip_tokens(form: str) -> float:
    if not form[0].isalnum():
        return 1.0 if form.isascii() else 2.0
    if form.isdigit():
        return float(len(form))
    if not form.isascii():
        return max(1.0, len(form) / 2.5)
    # CLIP learned from captions: ordinary words of up to nine letters are mostly one token.
    return 1.0 if len(form) <= 8 else 1.0 + (len(form) - 8) * 0.12


def _japanese_clip_tokens(run: str) -> float:
    kana = len(_KANA.findall(run))
    return kana * 1.2 + (len(run) - kana) * 2.0


def _t5_tokens(form: str) -> float:
    if not form[0].isalnum():
        return 1.0
    if form.isdigit():
        return 1.0 + len(form) // 3
    if not form.isascii():
        return max(2.0, len(form) / 2)
    return 1.0 if len(form) <= 5 else 1.0 + (len(form) - 5) * 0.2


_CLIP_TOKENS = ByWord(_clip_tokens)
_T5_TOKENS = ByWord(_t5_tokens)
