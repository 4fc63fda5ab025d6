"""Captions that are longer than what the text encoders of the chosen model read."""

from collections.abc import Iterator

from app.captions.tokens import WINDOWS, Encoder, Window, count_tokens, most_tokens
from app.captions.words import Words
from app.dataset.choices import Preset
from app.lint.context import EntryContext, Overrun
from app.lint.rule import Hit, Severity

_FEWEST = 48
"""Words below which no window is filled, whatever they are."""
_DOUBT = 1.12
"""The estimate may be off by about an eighth; up to that nothing is said."""
_ALL: dict[Encoder, tuple[Window, ...]] = {
    encoder: tuple(
        sorted(
            {
                window
                for windows in WINDOWS.values()
                for window in windows
                if window.encoder is encoder and not window.pooled
            },
            key=lambda window: window.tokens,
        )
    )
    for encoder in Encoder
}


def overruns_of(words: Words) -> tuple[Overrun, ...]:
    """The windows that a caption certainly overruns, as estimated, and where each of them ends."""
    if words.words < _FEWEST:
        return ()
    found: list[Overrun] = []
    for encoder, windows in _ALL.items():
        least = windows[0].tokens
        if words.words * 2 < least or most_tokens(words, encoder) < _DOUBT * least - 1:
            continue
        counted = count_tokens(words, encoder)
        for window in windows:
            end = counted.window_end(window)
            if end is not None and counted.tokens > _DOUBT * window.tokens:
                found.append(Overrun(encoder, window.tokens, counted.tokens, end))
    return tuple(found)


def caption_too_long(context: EntryContext) -> Iterator[Hit]:
    """A hint where the trainer must be told of a longer window, a warning where none is enough."""
    overruns = context.reading.overruns
    if not overruns:
        return
    preset = context.choices.preset
    over = {(one.encoder, one.window): one for one in overruns}
    # Flux reads with T5; its shorter window is that of another model, which nobody chose here.
    usable = [
        window
        for window in WINDOWS[preset.value]
        if not window.pooled and not (preset is Preset.FLUX and window.option)
    ]
    passed = [one for window in usable if (one := over.get((window.encoder, window.tokens)))]
    if not passed:
        return
    last = passed[-1]
    values: dict[str, str | int] = {"tokens": last.tokens, "window": last.window}
    all_passed = len(passed) == len(usable)
    if not all_passed:
        values["option"] = usable[len(passed)].option
    yield Hit(
        "caption-too-long",
        last.start,
        len(context.text),
        case="default" if all_passed else "option",
        values=values,
        key=f"{last.encoder} {last.window}",
        severity=Severity.WARNING if all_passed else None,
    )
