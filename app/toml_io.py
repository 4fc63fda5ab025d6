"""Reading the program's own TOML files, which anybody may have damaged, and writing them."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import cast

import tomli

from app.disk import NotRegularError, TooLargeError, fs, read_reason, read_regular
from app.messages import Message, msg
from app.names import display_name

LARGEST_FILE = 1 << 20
"""Bytes; no file of choices or settings comes near it."""

Table = dict[str, object]


class DamagedError(Exception):
    """A file that is not the TOML it should be; `reason` says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def parse_toml(data: bytes) -> Table:
    """The table that bytes of TOML 1.0 hold. Raises DamagedError, whatever is wrong with them."""
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
        return cast(Table, tomli.loads(text))
    except ValueError as error:
        raise DamagedError(msg("{reason}", reason=str(error))) from error
    except RecursionError as error:
        raise DamagedError(msg("it is nested too deeply")) from error


def read_toml(path: Path, limit: int = LARGEST_FILE) -> Table | None:
    """The table in a file, None where there is none.

    Raises DamagedError, also for a file above `limit` bytes, and OSError where it cannot be read.
    """
    try:
        data, _ = read_regular(path, limit)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (TooLargeError, NotRegularError) as error:
        raise DamagedError(read_reason(error)) from error
    return parse_toml(data)


def read_or_set_aside(path: Path, limit: int = LARGEST_FILE) -> tuple[Table, list[Message]]:
    """The table in a file of ours; a damaged one is renamed, and a notice says so.

    Raises OSError where the file is there and cannot be read: it may be whole.
    """
    try:
        return read_toml(path, limit) or {}, []
    except DamagedError as error:
        return {}, [set_aside(path, error.reason)]


def unreadable(path: Path, error: OSError) -> Message:
    """The notice about a file of ours that cannot be read and was left where it is."""
    return msg(
        "{name} was not read: {reason}",
        name=display_name(path),
        reason=read_reason(error),
    )


def encode_toml(text: str) -> bytes:
    """The bytes of a TOML text; half characters, from a damaged clipboard, are left out."""
    return text.encode("utf-8", "ignore")


def name_aside(path: Path) -> Path:
    """A free name for a damaged file, so that nothing overwrites it: `NAME.bad`."""
    number, bad = 1, path.with_name(path.name + ".bad")
    while os.path.lexists(bad):
        number += 1
        bad = path.with_name(f"{path.name}.bad-{number}")
    return bad


def set_aside(path: Path, reason: Message) -> Message:
    """Rename a damaged file; the notice about it."""
    bad = name_aside(path)
    try:
        fs.replace(path, bad)
    except OSError:
        return msg(
            "{name} is damaged ({reason}) and was ignored",
            name=display_name(path),
            reason=reason,
        )
    return msg(
        "{name} is damaged ({reason}); it was kept as {bad}, and Proofsheet started afresh",
        name=display_name(path),
        reason=reason,
        bad=display_name(bad),
    )


def make_own_folder(folder: Path) -> None:
    """Make a folder of the program's own and those above it, closed to others. Raises OSError."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_own_folder(folder.parent)
    with suppress(FileExistsError):
        fs.mkdir(folder, 0o700)


def inline(value: object) -> str:
    """One value as TOML on one line, tables as inline tables."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        table = cast(Mapping[str, object], value)
        return "{ " + ", ".join(f"{bare(k)} = {inline(v)}" for k, v in table.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(inline(v) for v in cast(list[object], value)) + "]"
    raise TypeError(f"TOML has no {type(value).__name__}")


def quoted(text: str) -> str:
    """A basic string. JSON escapes what TOML wants escaped, except for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def bare(key: str) -> str:
    """A key, quoted only where it must be."""
    plain = key.isascii() and key.replace("_", "a").replace("-", "a").isalnum()
    return key if plain else quoted(key)


def key_of(name: str) -> str:
    """A file name as a TOML key: bytes that are not UTF-8 become %NN, and % itself %25."""
    name = name.replace("%", "%25")
    if name.isascii():
        return name
    return "".join(f"%{ord(c) - 0xDC00:02X}" if "\udc80" <= c <= "\udcff" else c for c in name)


def name_of(key: str) -> str:
    """The file name that `key_of` wrote."""
    head, *rest = key.split("%")
    for piece in rest:
        try:
            code = int(piece[:2], 16)
        except ValueError:
            head += "%" + piece
            continue
        head += (chr(0xDC00 + code) if code >= 0x80 else chr(code)) + piece[2:]
    return head
