"""Rules about the caption as a file: missing, empty, several lines, undecodable, shared."""

from collections.abc import Iterator

from app.dataset.entry import CaptionState, Entry
from app.lint.context import EntryContext
from app.lint.fixes import whole_fix
from app.lint.rule import Hit, Severity
from app.messages import Value

_UNREADABLE = {
    CaptionState.NOT_UTF8: "not-utf8",
    CaptionState.TOO_LARGE: "caption-too-large",
    CaptionState.UNREADABLE: "unreadable-caption",
}


def caption_file(context: EntryContext) -> Iterator[Hit]:
    """What the trainer would make of the caption file."""
    entry = context.entry
    state = entry.caption.state
    blank = not context.text.strip()
    if state in _UNREADABLE:
        yield Hit(_UNREADABLE[state], values=_name(entry))
    elif state is CaptionState.MISSING and blank:
        yield from _missing(context)
    elif blank:
        yield Hit("empty-caption", values=_name(entry))
    if entry.shares_with and state is not CaptionState.MISSING:
        yield Hit("shared-caption", values=_name(entry) | {"count": len(entry.shares_with)})
    if entry.caption.form.bom:
        yield Hit("byte-order-mark", values=_name(entry))
    if not blank and "\n" in context.text.rstrip():
        yield _several_lines(context.text)


def _name(entry: Entry) -> dict[str, Value]:
    """Asked for where it is said: a path takes its time to name its last part."""
    return {"name": entry.caption_file.name}


def _missing(context: EntryContext) -> Iterator[Hit]:
    entry = context.entry
    name = _name(entry)
    if entry.fallback is not None:
        # The trainer takes this file's words for the picture, so they are what will be learned.
        yield Hit(
            "underscore-fallback",
            values=name | {"other": entry.fallback.name},
            key=entry.fallback.name,
        )
    elif context.own.class_tokens:
        yield Hit(
            "missing-caption",
            case="class-tokens",
            values=name | {"tokens": context.own.class_tokens},
            severity=Severity.WARNING,
        )
    else:
        yield Hit("missing-caption", values=name)


def _several_lines(text: str) -> Hit:
    lines = text.count("\n") + 1
    start = text.index("\n")
    fix = whole_fix(text, joined_lines(text), safe=True)
    case = "default" if text.split("\n", 1)[0].strip() else "blank-first"
    values = {"lines": lines}
    return Hit("multi-line-caption", start, len(text), case=case, values=values, fixes=(fix,))


def joined_lines(text: str) -> str:
    """The caption on one line, the lines parted by one space."""
    return " ".join(line for line in map(str.strip, text.split("\n")) if line)
