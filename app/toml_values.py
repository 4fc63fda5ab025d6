"""Frozen dataclasses to TOML tables and back: wrong values become defaults, and a notice each."""

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias, TypeVar, cast

from app.messages import Message, msg
from app.toml_io import Table

T = TypeVar("T")
Hint: TypeAlias = Any
"""A type, a union or a generic alias: there is no common name for them."""
_MOST = 2**63 - 1


class _WrongError(Exception):
    """A value that does not fit; it makes the message once file and key are known."""

    def __init__(self, say: Callable[[str, str], Message]) -> None:
        super().__init__()
        self.say = say


def to_table(value: object) -> Table:
    """The fields of a dataclass that differ from their defaults, in the order they are declared."""
    table: Table = {}
    for field in dataclasses.fields(cast(Any, value)):
        item = getattr(value, field.name)
        if item is not None and item != _default(field):
            plain = _plain(item)
            if plain != {}:
                table[field.name] = plain
    return table


def from_table(kind: type[T], table: Mapping[str, object], file: str) -> tuple[T, list[Message]]:
    """A dataclass from a table; a value that does not fit gives way to its default with a notice.

    Keys that no field has are left to the caller. Raises KeyError where a field without a default
    is missing or wrong.
    """
    values: dict[str, object] = {}
    notices: list[Message] = []
    hints = _hints(kind)
    for field in dataclasses.fields(cast(Any, kind)):
        if field.name in table:
            try:
                values[field.name] = _read(hints[field.name], table[field.name], file, notices)
                continue
            except _WrongError as error:
                notices.append(error.say(file, field.name))
        if _default(field) is dataclasses.MISSING:
            raise KeyError(field.name)
    return kind(**values), notices


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _default(field: "dataclasses.Field[Any]") -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    if dataclasses.is_dataclass(value):
        return to_table(value)
    if isinstance(value, Mapping):
        items = cast(Mapping[str, object], value).items()
        return {key: plain for key, item in items if (plain := _plain(item)) != {}}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in cast(list[object], value)]
    return value


def _read(hint: Hint, value: object, file: str, notices: list[Message]) -> object:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        (inner,) = (argument for argument in arguments if argument is not types.NoneType)
        return _read(inner, value, file, notices)
    if origin is tuple:
        return _read_tuple(arguments, value, file, notices)
    if origin is not None and issubclass(origin, Mapping):
        return _read_mapping(arguments[1], value, file, notices)
    if dataclasses.is_dataclass(hint):
        return _read_dataclass(cast(type[object], hint), value, file, notices)
    if issubclass(hint, Enum):
        return _read_enum(hint, value)
    return _read_plain(hint, value)


def _read_plain(hint: type, value: object) -> object:
    if hint is bool:
        if isinstance(value, bool):
            return value
        raise _WrongError(_not_bool)
    if hint is int:
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) <= _MOST:
            return value
        raise _WrongError(_not_int)
    if hint is float:
        if (
            isinstance(value, int | float)
            and not isinstance(value, bool)
            and abs(value) <= _MOST
            and math.isfinite(value)
        ):
            return float(value)
        raise _WrongError(_not_float)
    if isinstance(value, str):
        return Path(value) if hint is Path else value
    raise _WrongError(_not_text)


def _read_enum(hint: type[Enum], value: object) -> Enum:
    for member in hint:
        if type(value) is type(member.value) and member.value == value:
            return member
    choices = ", ".join(f'"{member.value}"' for member in hint)
    raise _WrongError(
        lambda file, key: msg(
            "{file}: {key} must be one of {choices}; the default is used",
            file=file,
            key=key,
            choices=choices,
        )
    )


def _read_tuple(
    arguments: tuple[Hint, ...], value: object, file: str, notices: list[Message]
) -> tuple[object, ...]:
    items = cast(list[object], value) if isinstance(value, list) else None
    if arguments[-1] is Ellipsis:
        if items is None:
            raise _WrongError(_not_list)
        return tuple(_good_items(arguments[0], items, file, notices))
    if items is None or len(items) != len(arguments):
        count = len(arguments)
        raise _WrongError(
            lambda file, key: msg(
                "{file}: {key} must be a list of {count} values; the default is used",
                file=file,
                key=key,
                count=count,
            )
        )
    return tuple(_read(a, i, file, notices) for a, i in zip(arguments, items, strict=True))


def _good_items(hint: Hint, items: list[object], file: str, notices: list[Message]) -> list[object]:
    good: list[object] = []
    for number, item in enumerate(items, 1):
        try:
            good.append(_read(hint, item, file, notices))
        except _WrongError as error:
            notices.append(error.say(file, f"{number}"))
    return good


def _read_mapping(hint: Hint, value: object, file: str, notices: list[Message]) -> Table:
    if not isinstance(value, dict):
        raise _WrongError(_not_table)
    good: Table = {}
    for key, item in cast(Table, value).items():
        try:
            good[key] = _read(hint, item, file, notices)
        except _WrongError as error:
            notices.append(error.say(file, key))
    return good


def _read_dataclass(hint: type[object], value: object, file: str, notices: list[Message]) -> object:
    if not isinstance(value, dict):
        raise _WrongError(_not_table)
    try:
        read, more = from_table(hint, cast(Table, value), file)
    except KeyError as error:
        missing = str(error.args[0])
        raise _WrongError(
            lambda file, key: msg(
                "{file}: {key} lacks a usable {missing}; it was ignored",
                file=file,
                key=key,
                missing=missing,
            )
        ) from error
    notices.extend(more)
    return read


def _not_bool(file: str, key: str) -> Message:
    return msg("{file}: {key} must be true or false; the default is used", file=file, key=key)


def _not_int(file: str, key: str) -> Message:
    return msg("{file}: {key} must be a whole number; the default is used", file=file, key=key)


def _not_float(file: str, key: str) -> Message:
    return msg("{file}: {key} must be a number; the default is used", file=file, key=key)


def _not_text(file: str, key: str) -> Message:
    return msg("{file}: {key} must be text in quotes; the default is used", file=file, key=key)


def _not_list(file: str, key: str) -> Message:
    return msg("{file}: {key} must be a list; the default is used", file=file, key=key)


def _not_table(file: str, key: str) -> Message:
    return msg("{file}: {key} must be a table; the default is used", file=file, key=key)
