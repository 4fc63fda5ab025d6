"""What Qt makes of a caption's letters, and how an edit of that is carried back to the caption."""

from collections.abc import Sequence

from app.ui.widgets.caption_layout import LINE_SEPARATOR

_BREAKS = ("\r", LINE_SEPARATOR, "\u2029", "\ufdd0", "\ufdd1")
"""What a text document gives back as a line break."""


def shown_as(caption: str) -> str:
    """The caption as `QPlainTextEdit.toPlainText` gives it back."""
    shown = caption.replace("\r\n", "\n").replace("\u00a0", " ")
    for character in _BREAKS:
        shown = shown.replace(character, "\n")
    return shown


def changed_part(before: str, after: str) -> tuple[int, int, str]:
    """The smallest change that makes `after` of `before`: replace `before[start:end]` by a text."""
    most = min(len(before), len(after))
    start = 0
    while start < most and before[start] == after[start]:
        start += 1
    same_end = 0
    while same_end < most - start and before[-1 - same_end] == after[-1 - same_end]:
        same_end += 1
    return start, len(before) - same_end, after[start : len(after) - same_end]


def merge_edit(original: str, shown_before: str, shown_after: str) -> str:
    """The caption after an edit that was made in what the editor showed of it.

    `shown_before` is how the editor showed `original`. Letters outside the change stay as they are
    in the original, even where the editor cannot show them: a no-break space, a line separator.
    """
    start, end, text = changed_part(shown_before, shown_after)
    places = _places(original)
    left, right = original[: places[start]] + text, original[places[end] :]
    if left.endswith("\r") and right.startswith("\n"):
        # Two breaks that came together would be shown as one.
        left = left[:-1] + "\n"
    return left + right


def _places(original: str) -> Sequence[int]:
    """For every letter that is shown, and for the end, its place in the original."""
    if "\r\n" not in original:
        return range(len(original) + 1)
    places = []
    position = 0
    while position < len(original):
        places.append(position)
        position += 2 if original.startswith("\r\n", position) else 1
    places.append(len(original))
    return places


def one_line(pasted: str) -> str:
    """A pasted text as part of a caption: line breaks, with the blanks around them, are a space."""
    lines = [line.strip() for line in shown_as(pasted).split("\n")]
    if len(lines) == 1:
        return pasted
    return " ".join(line for line in lines if line)
