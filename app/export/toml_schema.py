"""What a key of the trainer's file is: its levels, its type, and which values fit."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeGuard

from app.messages import Message


class Level(StrEnum):
    """Where a key may stand. A value further in wins over one further out."""

    GENERAL = "general"
    DATASET = "datasets"
    SUBSET = "subsets"


class Kind(StrEnum):
    """The type that the trainer's validation asks for; it converts nothing."""

    SIZE = "a whole number or [width, height]"
    INT = "a whole number"
    FLOAT = "a number with a decimal point"
    NUMBER = "a number"
    BOOL = "true or false"
    TEXT = "a text in quotes"
    FLOAT_PAIR = "[number, number], both with a decimal point"
    TABLE = "a table"


@dataclass(frozen=True, slots=True)
class Key:
    """One legal key; `default` is what the trainer does without it, as it would be written."""

    name: str
    levels: frozenset[Level]
    kind: Kind
    default: str
    explains: Message
    trap: Message | None = None


INTERPOLATIONS = ("lanczos", "nearest", "bilinear", "linear", "bicubic", "cubic", "area", "box")
"""What `resize_interpolation` may be."""


def fits(kind: Kind, value: object) -> bool:
    """True where the trainer takes the value: its check is `isinstance`, so true is a number."""
    match kind:
        case Kind.INT:
            return isinstance(value, int)
        case Kind.FLOAT:
            return isinstance(value, float)
        case Kind.NUMBER:
            return isinstance(value, int | float)
        case Kind.BOOL:
            return isinstance(value, bool)
        case Kind.TEXT:
            return isinstance(value, str)
        case Kind.TABLE:
            return isinstance(value, dict)
        case Kind.SIZE:
            return isinstance(value, int) or _pair_of(value, int)
        case Kind.FLOAT_PAIR:
            return _pair_of(value, float)


def is_list(value: object) -> TypeGuard[list[Any]]:
    """A TOML array, as the parsers return it."""
    return isinstance(value, list)


def is_table(value: object) -> TypeGuard[dict[str, Any]]:
    """A TOML table, as the parsers return it."""
    return isinstance(value, dict)


def size_of(value: object) -> tuple[int, int] | None:
    """A resolution as width and height, or None where it is none."""
    if isinstance(value, int):
        return value, value
    if is_list(value) and _pair_of(value, int):
        return int(value[0]), int(value[1])
    return None


def _pair_of(value: object, wanted: type) -> bool:
    return is_list(value) and len(value) == 2 and all(isinstance(item, wanted) for item in value)
