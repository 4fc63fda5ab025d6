"""File names: how they are shown, sorted and compared, and which name is still free."""

import os
import re
import unicodedata
from collections.abc import Container
from pathlib import Path

_DIGITS = re.compile(r"(\d+)")
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(1, 10))]
)
_FORBIDDEN = frozenset('<>:"/\\|?*')
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"})
_JOINERS = frozenset("\u200c\u200d")
"""Needed inside emoji and several scripts, and harmless to read."""


def display_name(path: Path | str) -> str:
    r"""The last part of a path as it may be shown: bytes that are not UTF-8 become `\xNN`, control
    and direction characters `\u{...}`. Only for eyes; never open a file by it.
    """
    name = path if isinstance(path, str) else path.name or str(path)
    if name.isascii() and name.isprintable():
        return name
    return "".join(_shown(character) for character in name)


def shown_path(path: Path) -> str:
    """A whole path as it may be shown, each part like `display_name`. Only for eyes."""
    return "".join(_shown(character) for character in str(path))


def _shown(character: str) -> str:
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    if unicodedata.category(character) in _HIDDEN_CATEGORIES and character not in _JOINERS:
        return f"\\u{{{code:x}}}"
    return character


def readable(path: str) -> str:
    r"""A path as text that every program takes: bytes that are not UTF-8 become `\xNN`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts "2.png" before "10.png", small and capital letters together."""
    return tuple(
        (0, int(part), part) if part.isdecimal() else (1, 0, part.casefold())
        for part in _DIGITS.split(name)
        if part
    )


def collision_key(name: str) -> str:
    """Equal for names that are one file on a system that ignores case or Unicode form."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def free_stem(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or the first of `wanted-2`, `wanted-3` ... whose collision key is not taken."""
    stem, number = wanted, 1
    while collision_key(stem) in taken:
        number += 1
        stem = f"{wanted}-{number}"
    return stem


def safe_stem(stem: str) -> bool:
    """A stem that every system and the trainer accept for an image."""
    if not stem or stem != stem.strip() or stem.startswith((".", "-")) or stem.endswith("."):
        return False
    if len(os.fsencode(stem)) > 200 or stem.split(".")[0].casefold() in _RESERVED:
        return False
    return not any(
        character in _FORBIDDEN
        or (unicodedata.category(character) in _HIDDEN_CATEGORIES and character not in _JOINERS)
        for character in stem
    )
