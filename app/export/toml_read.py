"""A data.toml that somebody else may have written: read strictly, with limits, or explained."""

import re
import tomllib
from dataclasses import dataclass
from typing import Any

from app.export.toml_places import Path, Place, places
from app.export.toml_schema import is_list, is_table
from app.messages import Message, msg

LARGEST = 1 << 20
"""Bytes; no trainer's file comes near it."""

_AT = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about the file; `stops` means that the trainer refuses it or trains nothing.

    `line` counts from 1; None where no single line is to blame.
    """

    line: int | None
    message: Message
    stops: bool = True


@dataclass(frozen=True, slots=True)
class Parsed:
    """The values of a file and where they stand."""

    values: dict[str, Any]
    places: tuple[Place, ...]

    def tables(self, name: str, within: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """The tables of an array; empty where it is none."""
        found: object = (self.values if within is None else within).get(name)
        return [item for item in found if is_table(item)] if is_list(found) else []

    @property
    def general(self) -> dict[str, Any]:
        """The table `[general]`, or an empty one."""
        found: object = self.values.get("general")
        return found if is_table(found) else {}

    def stands_at(self, table: Path) -> bool:
        """The table has a header of its own."""
        return any(place.table == table and not place.key for place in self.places)


def read(text: str) -> Parsed | Problem:
    """The file by the rules of TOML 1.0, a byte order mark apart; or why it cannot be read."""
    if len(text) > LARGEST:
        return Problem(None, msg("The file is too large to be a data.toml."))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        values = tomllib.loads(text)
        return Parsed(values, places(text))
    except tomllib.TOMLDecodeError as error:
        return _unreadable(text, str(error))
    except RecursionError:
        return Problem(None, msg("It is nested too deeply to be read."))
    except ValueError as error:
        return Problem(None, msg("It cannot be read: {reason}", reason=str(error)))


def _unreadable(text: str, reason: str) -> Problem:
    at = _AT.search(reason)
    number = int(at.group(1)) if at and at.group(1) else text.rstrip().count("\n") + 1
    plain = _AT.sub("", reason)
    lines = text.splitlines()
    line = lines[number - 1] if number <= len(lines) else ""
    if "\\" in line and ("Unescaped" in plain or "hex" in plain.lower()):
        message = msg("A backslash in quotes must be doubled; or write the path with / instead.")
    else:
        message = msg("It is not valid TOML: {reason}", reason=plain)
    return Problem(number, message)
