"""What one line of data.toml means: its key, what the trainer does without it, and its trap."""

import re
from dataclasses import dataclass

from app.export.toml_keys import KEYS
from app.messages import Message, msg

_KEY = re.compile(r'\s*"?([A-Za-z0-9_-]+)"?\s*=')
_HEADER = re.compile(r"\s*\[\[?\s*([A-Za-z0-9_.-]+)\s*\]\]?\s*(?:#.*)?$")
_TABLES = {
    "general": msg("What holds for every folder, unless something further in says otherwise."),
    "datasets": msg(
        "One resolution at which folders train. Its own keys stand before its folders."
    ),
    "datasets.subsets": msg("One image folder. What stands here wins over everything further out."),
}


@dataclass(frozen=True, slots=True)
class Hint:
    """A line explained."""

    name: str
    explains: Message
    default: str = ""
    """What the trainer takes without it, as it would be written; "" for tables."""
    trap: Message | None = None


def hint(line: str) -> Hint | None:
    """The key or table that a line is about; None for blank lines, remarks and values alone."""
    header = _HEADER.match(line)
    if header is not None:
        explains = _TABLES.get(header.group(1))
        return _unknown(header.group(1)) if explains is None else Hint(line.strip(), explains)
    found = _KEY.match(line)
    if found is None:
        return None
    key = KEYS.get(found.group(1))
    if key is None:
        return _unknown(found.group(1))
    return Hint(key.name, key.explains, key.default, key.trap)


def _unknown(name: str) -> Hint:
    return Hint(name, msg("Not a key of the trainer, which stops at any it does not know."))
