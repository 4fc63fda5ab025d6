"""One TOML word list as it stands on disk, read with the line at hand where it is mistaken."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import tomli

from app.errors import ProofError
from app.lint.notation import Sets, phrases
from app.messages import Message, msg

Table = dict[str, object]


@dataclass(frozen=True, slots=True)
class WordList:
    """The parsed file, and its text to find a line in."""

    path: Path
    text: str
    table: Table


def read_word_list(path: Path) -> WordList:
    """Raises `ProofError` that names the file, and the line where TOML is damaged."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        table: Table = tomli.loads(text)
    except OSError as error:
        raise _damaged(path, 0, msg("{reason}", reason=error.strerror or str(error))) from error
    except UnicodeDecodeError as error:
        line = bytes(error.object[: error.start]).count(b"\n") + 1
        raise _damaged(path, line, msg("The text is not UTF-8.")) from error
    except tomli.TOMLDecodeError as error:
        raise _damaged(path, error.lineno, msg("{reason}.", reason=error.msg)) from error
    return WordList(path, text, table)


def mistake(file: WordList, near: str, why: Message) -> ProofError:
    """A mistake in the values; TOML keeps no lines, so the first line that holds `near` is it."""
    lines = file.text.splitlines()
    return _damaged(file.path, next((n for n, s in enumerate(lines, 1) if near in s), 1), why)


def _damaged(path: Path, line: int, why: Message) -> ProofError:
    if line:
        title = msg("The word list {path} has a mistake in line {line}", path=str(path), line=line)
    else:
        title = msg("The word list {path} cannot be read", path=str(path))
    return ProofError(title, why)


def check_keys(file: WordList, table: Table, known: Iterable[str]) -> None:
    """Raises `ProofError` at the first key that means nothing here: most likely a slip."""
    known = sorted(known)
    for key in table:
        if key not in known:
            why = msg("{key} is not known; known are {known}.", key=key, known=", ".join(known))
            raise mistake(file, key, why)


def table(file: WordList, parent: Table, key: str) -> Table:
    """The table under a key, empty where there is none."""
    value = parent.get(key, {})
    if not isinstance(value, dict):
        raise mistake(file, key, msg("{key} must be a table.", key=key))
    return cast("Table", value)


def tables(file: WordList, parent: Table, key: str) -> list[Table]:
    """The tables of an array of tables, none where it is absent."""
    value = parent.get(key, [])
    if isinstance(value, list):
        entries = cast("list[object]", value)
        if all(isinstance(entry, dict) for entry in entries):
            return cast("list[Table]", entries)
    raise mistake(file, key, msg("{key} must be written as [[{key}]].", key=key))


def string(file: WordList, parent: Table, key: str) -> str:
    """The text under a key, empty where there is none."""
    value = parent.get(key, "")
    if not isinstance(value, str):
        raise mistake(file, key, msg("{key} must be text in quotes.", key=key))
    return value


def truth(file: WordList, parent: Table, key: str) -> bool | None:
    """True, False, or None where the key is absent."""
    value = parent.get(key)
    if value is not None and not isinstance(value, bool):
        raise mistake(file, key, msg("{key} must be true or false.", key=key))
    return value


def words(file: WordList, parent: Table, key: str, sets: Sets) -> list[str]:
    """The text under a key with its notation spelt out."""
    written = string(file, parent, key)
    try:
        return list(phrases(written, sets))
    except KeyError as error:
        name = str(error.args[0])
        why = msg("No set of words is called {name}.", name=name)
        raise mistake(file, f"@{name}", why) from error
