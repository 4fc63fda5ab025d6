"""Lines that would stop the trainer, turned into comments where they stand."""

from typing import Any

from app.export.toml_keys import KEYS
from app.export.toml_places import Path, Place
from app.export.toml_read import Parsed
from app.export.toml_schema import Kind, Level, fits, is_list, is_table
from app.messages import Message, msg

_LEVELS: dict[tuple[str, ...], Level] = {
    ("general",): Level.GENERAL,
    ("datasets",): Level.DATASET,
    ("datasets", "subsets"): Level.SUBSET,
}


def disarm(text: str, parsed: Parsed) -> tuple[str, tuple[Message, ...]]:
    """The text with every key and table that the trainer does not know, and every value of a type
    that it refuses, as comments; and what was done.
    """
    lines = text.splitlines()
    notes: list[Message] = []
    for place in parsed.places:
        reason = _reason(parsed, place)
        if reason is None:
            continue
        notes.append(reason)
        for number in range(place.first - 1, min(place.last, len(lines))):
            lines[number] = _as_comment(lines[number])
    return "\n".join(lines) + "\n", tuple(notes)


def _reason(parsed: Parsed, place: Place) -> Message | None:
    names = _names(place.table)
    shown = ".".join((*names, place.key) if place.key else names)
    if names in _LEVELS:
        if not place.key or (names, place.key) == (("datasets",), "subsets"):
            return None
        key = KEYS.get(place.key)
        if key is not None and _LEVELS[names] in key.levels:
            if fits(key.kind, _value(parsed, place)):
                return None
            return msg(
                "line {line}: {name} became a comment, it must be {kind}",
                line=place.first,
                name=shown,
                kind=key.kind.value,
            )
    elif (not names and place.key in ("general", "datasets")) or _inside_free_table(names):
        return None
    return msg(
        "line {line}: {name} became a comment, the trainer does not know it there",
        line=place.first,
        name=shown,
    )


def _inside_free_table(names: tuple[str, ...]) -> bool:
    """A table of a person's own data, below the key that may hold one."""
    return any(
        names[:length] in _LEVELS
        and names[length] in KEYS
        and KEYS[names[length]].kind is Kind.TABLE
        for length in range(1, len(names))
    )


def _names(table: Path) -> tuple[str, ...]:
    return tuple(part for part in table if isinstance(part, str))


def _value(parsed: Parsed, place: Place) -> object:
    value: Any = parsed.values
    for part in (*place.table, place.key):
        if isinstance(part, str) and is_table(value):
            value = value.get(part)
        elif isinstance(part, int) and is_list(value):
            value = value[part]
    return value


def _as_comment(line: str) -> str:
    bare = line.lstrip(" \t")
    return f"{line[: len(line) - len(bare)]}# {bare}"
