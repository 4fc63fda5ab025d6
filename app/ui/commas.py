"""Parts of a sentence, one after the other, with the comma of the language."""

from collections.abc import Iterable

from app.ui.text import tr


def listed(parts: Iterable[str]) -> str:
    """The parts in one text."""
    whole = ""
    for part in parts:
        whole = tr("{one}, {other}", one=whole, other=part) if whole else part
    return whole
