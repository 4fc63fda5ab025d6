"""The caption as the trainer reads it: its order of prefix, wildcard, splitting and joining."""

import itertools
import re
from dataclasses import dataclass

from app.dataset.choices import ConceptChoices
from app.export.toml_text import NO_KEYS, Table

_CHOICE = re.compile(r"\{([^}]+)\}")
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Stand in for the escapes {{ and }}; noncharacters, so that no caption holds them."""
_MOST = 64


@dataclass(frozen=True, slots=True)
class Reading:
    """The settings that decide what becomes of a caption file's text."""

    class_tokens: str | None = None
    prefix: str = ""
    suffix: str = ""
    wildcard: bool = False
    shuffle: bool = False
    keep_tokens: int = 0
    keep_tokens_separator: str = ""
    separator: str = ","
    secondary_separator: str = ""
    dropout_rate: float = 0.0
    dropout_epochs: int = 0
    """Every so many epochs there is no caption at all; 0: never."""
    tag_dropout_rate: float = 0.0
    warmup_steps: float = 0.0
    cached_text: bool = False
    """Text-encoder outputs are cached: the trainer then skips all but reading the file."""

    @property
    def splits(self) -> bool:
        """The caption is taken apart at the separator and joined again."""
        return self.shuffle or self.warmup_steps > 0 or self.tag_dropout_rate > 0


PLAIN = Reading()


@dataclass(frozen=True, slots=True)
class Possible:
    """All that one caption can become."""

    texts: tuple[str, ...]
    """In the file's order; at most 64 of them."""
    more: bool
    """There are more than are listed."""
    dropped: float
    """Share of draws with no caption."""
    reordered: bool
    """Parts between commas change their order or go missing from draw to draw."""


def reading_of(choices: ConceptChoices, by_hand: Table = NO_KEYS, *, tags: bool) -> Reading:
    """The settings as `data.toml` states them for a concept; `tags`: its captions are lists.

    `by_hand` are keys that no choice covers.
    """
    return Reading(
        class_tokens=choices.class_tokens or None,
        prefix=choices.caption_prefix,
        suffix=choices.caption_suffix,
        wildcard=choices.enable_wildcard,
        shuffle=tags and choices.shuffle_tags,
        keep_tokens=choices.keep_tokens if tags else 0,
        keep_tokens_separator=_text(by_hand, "keep_tokens_separator", ""),
        separator=_text(by_hand, "caption_separator", ","),
        secondary_separator=_text(by_hand, "secondary_separator", ""),
        dropout_rate=choices.caption_dropout_rate,
        dropout_epochs=int(_number(by_hand, "caption_dropout_every_n_epochs")),
        tag_dropout_rate=_number(by_hand, "caption_tag_dropout_rate"),
        warmup_steps=_number(by_hand, "token_warmup_step"),
    )


def trained_caption(text: str | None, reading: Reading = PLAIN) -> str:
    """What is trained when chance takes the first of everything and drops nothing.

    `text` is the whole caption file as decoded, None where there is none. A file of 0 bytes would
    stop the trainer; here it reads as "".
    """
    return possible_captions(text, reading).texts[0]


def possible_captions(text: str | None, reading: Reading = PLAIN) -> Possible:
    """Everything that the trainer may make of one caption file."""
    caption = read_from_file(text, reading)
    if reading.cached_text:
        return Possible((caption,), more=False, dropped=0.0, reordered=False)
    if reading.prefix:
        caption = f"{reading.prefix} {caption}"
    if reading.suffix:
        caption = f"{caption} {reading.suffix}"
    # A prefix was put before the whole text, so only the first of several lines has it.
    lines = caption.split("\n") if reading.wildcard else [caption.split("\n")[0]]
    drawn = (text for line in lines for text in (_expanded(line) if reading.wildcard else (line,)))
    finished = (_joined(text, reading) for text in drawn)
    texts = tuple(dict.fromkeys(itertools.islice(finished, _MOST + 1)))
    return Possible(
        texts[:_MOST],
        more=len(texts) > _MOST,
        dropped=min(1.0, max(0.0, reading.dropout_rate)),
        reordered=reading.splits and reading.separator in caption,
    )


def read_from_file(text: str | None, reading: Reading = PLAIN) -> str:
    """What the trainer takes from the file: the first line, or all lines for wildcards."""
    if text is None:
        return reading.class_tokens or ""
    lines = re.split("\r\n|\r|\n", text)
    if reading.wildcard:
        return "\n".join(line.strip() for line in lines if line.strip())
    return lines[0].strip()


def _expanded(line: str) -> tuple[str, ...]:
    masked = line.replace("{{", _OPEN).replace("}}", _CLOSE)
    pieces = _CHOICE.split(masked)
    # Every second piece is what stood between braces.
    options = [p.split("|") if n % 2 else [p] for n, p in enumerate(pieces)]
    products = itertools.islice(itertools.product(*options), _MOST + 1)
    return tuple("".join(p).replace(_OPEN, "{").replace(_CLOSE, "}") for p in products)


def _joined(text: str, reading: Reading) -> str:
    if reading.splits:
        text = ", ".join(_parts(text, reading))
    if reading.secondary_separator:
        text = text.replace(reading.secondary_separator, reading.separator)
    return text


def _parts(text: str, reading: Reading) -> list[str]:
    marker = reading.keep_tokens_separator
    sections = text.split(marker) if marker and marker in text else [text]
    return [part.strip() for section in sections for part in section.split(reading.separator)]


def _text(by_hand: Table, name: str, usual: str) -> str:
    value = by_hand.get(name)
    return value if isinstance(value, str) else usual


def _number(by_hand: Table, name: str) -> float:
    value = by_hand.get(name)
    return value if isinstance(value, int | float) else 0.0
