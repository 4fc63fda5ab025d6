"""The trainer's file as text: one writer whose output old and new TOML parsers read alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from app.errors import ProofError
from app.export.toml_schema import is_list, is_table
from app.messages import msg
from app.names import display_name

TomlValue: TypeAlias = "str | int | float | bool | Sequence[TomlValue] | Mapping[str, TomlValue]"
Table: TypeAlias = Mapping[str, TomlValue]

NO_KEYS: Table = {}
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\f": "\\f",
    "\r": "\\r",
}


@dataclass(frozen=True, slots=True)
class DatasetBlock:
    """One `[[datasets]]` with its subsets."""

    values: Table
    subsets: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class TrainFile:
    """The whole of a data.toml."""

    general: Table = field(default_factory=dict[str, TomlValue])
    datasets: tuple[DatasetBlock, ...] = ()


def quoted(text: str) -> str:
    """A TOML basic string.

    Raises ProofError for text that is not Unicode, and for text that the trainer's parser would
    read as "" (only quotes, or three at the start).
    """
    if not text.isascii() and any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ProofError(
            msg("“{name}” cannot be written into a TOML file", name=display_name(text)),
            msg("The name is not valid Unicode. Rename the folder."),
        )
    if text and (text.startswith('"""') or not text.strip('"')):
        raise ProofError(
            msg("The trainer cannot read {text}", text=text),
            msg("Its TOML reader takes quotes alone, or three at the start, for an empty text."),
        )
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def literal(value: TomlValue) -> str:
    """A value as it stands behind the equals sign."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return repr(value) if "e" not in repr(value) else f"{value:.12f}"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(k)} = {literal(v)}" for k, v in value.items()) + "}"
    return "[" + ", ".join(literal(item) for item in value) + "]"


def written(file: TrainFile) -> str:
    """The file as text: general first, each dataset's own keys before its subsets."""
    blocks: list[str] = []
    if file.general:
        blocks.append(_block("[general]", file.general, indent=""))
    for dataset in file.datasets:
        blocks.append(_block("[[datasets]]", dataset.values, indent=""))
        blocks.extend(_block("[[datasets.subsets]]", s, indent="  ") for s in dataset.subsets)
    return "\n".join(blocks)


def value_of(parsed: object) -> TomlValue:
    """A parsed value with its type made known; dates become text, which no key accepts anyway."""
    if isinstance(parsed, str | int | float):
        return parsed
    if is_list(parsed):
        return [value_of(item) for item in parsed]
    if is_table(parsed):
        return {name: value_of(item) for name, item in parsed.items()}
    return str(parsed)


def _block(header: str, values: Table, *, indent: str) -> str:
    lines = [indent + header]
    lines += [f"{indent}{name} = {literal(value)}" for name, value in values.items()]
    return "\n".join(lines) + "\n"


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign < " " or sign == "\x7f":
        return f"\\u{ord(sign):04x}"
    return sign
