"""How much of each text encoder's window a caption fills; counted when shown, and remembered."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.captions.tokenizer_files import find_clip_tokenizer, find_t5_tokenizer
from app.captions.tokens import WINDOWS, Encoder, Tokenizer, count_tokens
from app.captions.words import cut
from app.dataset.choices import Preset
from app.messages import msg
from app.settings import Settings
from app.ui.background import Background, Lane
from app.ui.kept import Kept

KEPT = 2_000
_LABELS = {Encoder.CLIP: "CLIP", Encoder.T5: "T5"}


@dataclass(frozen=True, slots=True)
class Count:
    """Tokens of one caption in one encoder; `exact` False is an estimate."""

    label: str
    tokens: int
    window: int
    exact: bool
    end: int | None = None
    """The code point from which on nothing is read; None: all is, or another encoder reads it."""


class TokenMeters(QObject):
    """Counts with the machine's own tokenizers where they are found, else by estimate."""

    changed = Signal()
    """Other tokenizers are used: every count is another."""
    problem = Signal(object)
    """Message: a file that the person named is no tokenizer."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._tokenizers: dict[Encoder, Tokenizer] = {}
        self._counts = Kept[tuple[str, Preset], tuple[Count, ...]](KEPT)

    def look_for_tokenizers(self, settings: Settings) -> None:
        """Search the named files and the usual caches, in a thread."""

        def find() -> dict[Encoder, Tokenizer | Path]:
            clip, t5 = settings.clip_tokenizer, settings.t5_tokenizer
            # What was named and is none stands in its place, to be told of.
            found = {
                Encoder.CLIP: find_clip_tokenizer(clip) or clip,
                Encoder.T5: find_t5_tokenizer(t5) or t5,
            }
            return {encoder: one for encoder, one in found.items() if one is not None}

        self._background.in_thread(Lane.BULK, find, then=self._found, failed=lambda _: None)

    def counts(self, text: str, preset: Preset) -> tuple[Count, ...]:
        """One count for each encoder of the model, CLIP first."""
        key = (text, preset)
        known = self._counts.get(key)
        if known is None:
            words = cut(text)
            windows = {w.encoder: w for w in reversed(WINDOWS[preset.value])}
            known = tuple(
                Count(
                    _LABELS[encoder],
                    counted.tokens,
                    windows[encoder].tokens,
                    counted.exact,
                    None if windows[encoder].pooled else counted.window_end(windows[encoder]),
                )
                for encoder in Encoder
                if encoder in windows
                for counted in (count_tokens(words, encoder, self._tokenizers.get(encoder)),)
            )
            self._counts.keep(key, known)
        return known

    def _found(self, tokenizers: object) -> None:
        assert isinstance(tokenizers, dict)
        found: dict[Encoder, Tokenizer | Path] = tokenizers
        usable = {encoder: one for encoder, one in found.items() if not isinstance(one, Path)}
        if usable or self._tokenizers:
            self._tokenizers = usable
            self._counts.clear()
            self.changed.emit()
        for encoder, one in found.items():
            if isinstance(one, Path):
                self.problem.emit(
                    msg(
                        "{file} is no tokenizer that can be read. {encoder} tokens are estimated.",
                        file=str(one),
                        encoder=_LABELS[encoder],
                    )
                )
