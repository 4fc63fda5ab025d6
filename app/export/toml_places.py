"""Where in a TOML text each table and key stands, so that a message can name the line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Table names; the number of an entry follows the name of an array of tables."""

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY = re.compile(r'[ \t]*([A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\')[ \t]*(\.)?')
_HEADER = re.compile(r"\[\[?")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")'
    r"|'''.*?'{3,5}(?!')"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Place:
    """One header (`key` "") or one key with its value. Lines count from 1, both included."""

    table: Path
    key: str
    first: int
    last: int


def places(text: str) -> tuple[Place, ...]:
    """Every header and every key of a text that is valid TOML, in the order of the file."""
    return tuple(_statements(text))


def line_of(found: tuple[Place, ...], table: Path, key: str = "") -> int | None:
    """The line of a key or of the table it names, else of the nearest header around it."""
    wanted = (*table, key) if key else table
    for length in range(len(wanted), 0, -1):
        for place in found:
            whole = (*place.table, place.key) if place.key else place.table
            if whole[:length] == wanted[:length]:
                return place.first
    return None


def _statements(text: str) -> Iterator[Place]:
    counts: dict[Path, int] = {}
    table: Path = ()
    place = 0
    while True:
        blank = _BLANK.match(text, place)
        place = blank.end() if blank else place
        if place >= len(text):
            return
        start = place
        header = _HEADER.match(text, place)
        if header:
            names, place = _names(text, header.end())
            table = _resolved(names, counts, array=header.group() == "[[")
            place = _end_of_line(text, place)
            yield Place(table, "", _line(text, start), _line(text, start))
            continue
        names, place = _names(text, place)
        place = _end_of_value(text, place)
        yield Place((*table, *names[:-1]), names[-1], _line(text, start), _line(text, place))
        if place < len(text):
            place = _end_of_line(text, place)


def _names(text: str, place: int) -> tuple[list[str], int]:
    names: list[str] = []
    while match := _KEY.match(text, place):
        name = match.group(1)
        names.append(name[1:-1] if name[0] in "\"'" else name)
        place = match.end()
        if not match.group(2):
            break
    return names or [""], place


def _resolved(names: list[str], counts: dict[Path, int], *, array: bool) -> Path:
    """The header's table with the numbers of the arrays it goes through."""
    table: Path = ()
    for number, name in enumerate(names):
        table = (*table, name)
        if array and number == len(names) - 1:
            counts[table] = counts.get(table, -1) + 1
        if table in counts:
            table = (*table, counts[table])
    return table


def _end_of_value(text: str, place: int) -> int:
    """The end of the last line of the value that follows the equals sign."""
    depth = 0
    while place < len(text):
        sign = text[place]
        if sign in "\"'":
            string = _STRING.match(text, place)
            place = string.end() if string else place + 1
            continue
        if sign == "#":
            end = text.find("\n", place)
            place = len(text) if end < 0 else end
            continue
        if sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        elif sign == "\n" and depth <= 0:
            return place
        place += 1
    return place


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
