"""The program's settings: a row for each, a frozen value for their users, sparse TOML on disk."""

from dataclasses import dataclass, fields, replace
from enum import Enum, StrEnum
from pathlib import Path
from typing import cast

import tomli_w

from app.disk import NotSaved, read_reason, write_reason
from app.durable import write_bytes
from app.formats import KEY, brought_up, is_newer, keep_newer, newer_notice
from app.messages import Message, msg
from app.paths import config_folder
from app.toml_io import Table, encode_toml, make_own_folder, read_or_set_aside, unreadable
from app.toml_values import from_table, to_table

FILE = "settings.toml"
THUMBNAIL_SIZES = (56, 80, 104, 152, 208)
"""Pixels, by `Settings.thumbnail_step`."""


class Scheme(StrEnum):
    """Light or dark, or as the desktop has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """The language of the interface."""

    SYSTEM = "system"
    ENGLISH = "en"
    JAPANESE = "ja"


class Removal(StrEnum):
    """Where a removed image goes."""

    KEEP = "keep"
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person set for the program, on every dataset."""

    scheme: Scheme = Scheme.SYSTEM
    language: Language = Language.SYSTEM
    font_size: int = 0
    """Points; 0: the size of the desktop."""
    thumbnail_step: int = 2
    """Index into THUMBNAIL_SIZES."""
    reopen_last: bool = True
    removal: Removal = Removal.KEEP
    expression: bool = True
    """Look for faces, and say where one surely smiles or surely does not."""
    image_encoder: Path | None = None
    """ONNX file of a CLIP-like model that is asked for a second opinion; None: it is not."""
    text_encoder: Path | None = None
    clip_tokenizer: Path | None = None
    """A tokenizer.json or the folder that holds it; None: looked for in the usual caches."""
    t5_tokenizer: Path | None = None
    word_list: Path | None = None
    """The person's own list of words, beside those that come with the program."""


class Group(Enum):
    """The pages of the settings dialog, in order; the value is the table in the file."""

    LOOK = "look"
    FILES = "files"
    PICTURES = "pictures"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the dialog: which field of Settings, under which heading, called what."""

    field: str
    group: Group
    label: Message
    note: Message | None = None
    low: int = 0
    high: int = 0
    """Inclusive bounds of a whole number."""
    choices: tuple[Message, ...] = ()
    """What the members of the field's enum are called, or the whole numbers from `low` on."""
    at_low: Message | None = None
    """What the lowest number means, where it is no number."""
    unit: str = ""
    """Stands behind a whole number."""

    @property
    def key(self) -> str:
        """The path of the key in the file, for example "look.scheme"."""
        return f"{self.group.value}.{self.field}"

    @property
    def default(self) -> object:
        """The value before anybody chose one."""
        return getattr(STANDARD, self.field)


STANDARD = Settings()

ROWS = (
    Setting(
        "scheme",
        Group.LOOK,
        msg("Colours"),
        choices=(msg("As the desktop"), msg("Light"), msg("Dark")),
    ),
    Setting(
        "language",
        Group.LOOK,
        msg("Language"),
        msg("Cards and menus follow at once"),
        choices=(msg("As the desktop"), msg("English"), msg("Japanese")),
    ),
    Setting(
        "font_size", Group.LOOK, msg("Text size"), high=36, at_low=msg("As the desktop"), unit="pt"
    ),
    Setting(
        "thumbnail_step",
        Group.LOOK,
        msg("Thumbnail size"),
        high=len(THUMBNAIL_SIZES) - 1,
        choices=tuple(msg("{size} pixels", size=size) for size in THUMBNAIL_SIZES),
    ),
    Setting("reopen_last", Group.FILES, msg("Open the last dataset at the start")),
    Setting(
        "removal",
        Group.FILES,
        msg("A removed image goes to"),
        choices=(msg("The folder's own store, with its caption"), msg("The desktop's trash")),
    ),
    Setting(
        "expression",
        Group.PICTURES,
        msg("Look for smiling faces"),
        msg("Compares them with what captions say of the mood"),
    ),
    Setting(
        "image_encoder",
        Group.PICTURES,
        msg("Second opinion: image encoder"),
        msg("An ONNX file of a model like CLIP; needs onnxruntime and the CLIP tokenizer"),
    ),
    Setting("text_encoder", Group.PICTURES, msg("Second opinion: text encoder")),
    Setting(
        "clip_tokenizer",
        Group.WORDS,
        msg("CLIP tokenizer"),
        msg("Makes token counts exact; looked for in the usual places if left empty"),
    ),
    Setting("t5_tokenizer", Group.WORDS, msg("T5 tokenizer")),
    Setting("word_list", Group.WORDS, msg("Your own word list")),
)


def settings_file() -> Path:
    """Where a person may read and edit the settings."""
    return config_folder() / FILE


def _name_encoders(table: Table) -> Table:
    """Format 0 called the second opinion's models by what they are, not by what they do."""
    pictures = table.get(Group.PICTURES.value)
    if isinstance(pictures, dict):
        group = dict(cast(Table, pictures))
        group.pop("zero_shot", None)
        for old, new in (
            ("zero_shot_image_model", "image_encoder"),
            ("zero_shot_text_model", "text_encoder"),
        ):
            if old in group:
                group.setdefault(new, group.pop(old))
        table[Group.PICTURES.value] = group
    return table


_STEPS = (_name_encoders,)


def load_settings() -> tuple[Settings, tuple[Message, ...]]:
    """The settings, with a notice for everything in the file that could not be used."""
    try:
        table, notices = read_or_set_aside(settings_file())
    except OSError as error:
        return STANDARD, (unreadable(settings_file(), error),)
    if is_newer(table, _STEPS):
        notices.append(newer_notice(settings_file()))
    table = brought_up(table, _STEPS)
    flat: Table = {}
    for row in ROWS:
        group = table.get(row.group.value)
        if isinstance(group, dict) and row.field in group:
            flat[row.field] = cast(Table, group)[row.field]
    settings, wrong = from_table(Settings, flat, FILE)
    notices += wrong
    for row in ROWS:
        value = getattr(settings, row.field)
        if row.high and not row.low <= value <= row.high:
            settings = replace(settings, **{row.field: row.default})
            notices.append(
                msg(
                    "{file}: {key} must lie between {low} and {high}; the default is used",
                    file=FILE,
                    key=row.key,
                    low=row.low,
                    high=row.high,
                )
            )
    return settings, tuple(notices)


def save_settings(settings: Settings) -> None:
    """Write the settings that differ from the defaults; keys of other versions stay in the file.

    Raises NotSaved.
    """
    path = settings_file()
    try:
        make_own_folder(path.parent)
        table, _ = read_or_set_aside(path)
        keep_newer(path, table, _STEPS)
    except OSError as error:
        reason = write_reason(error, path, 0) if path.exists() else read_reason(error)
        raise NotSaved(path, reason, error.errno) from error
    table = brought_up(table, _STEPS)
    chosen = to_table(settings)
    for row in ROWS:
        present = table.get(row.group.value)
        group = cast(Table, present) if isinstance(present, dict) else {}
        group.pop(row.field, None)
        if row.field in chosen:
            group[row.field] = chosen[row.field]
        table[row.group.value] = group
    whole = {key: value for key, value in table.items() if value != {} and key != KEY}
    whole = {KEY: len(_STEPS), **whole}
    write_bytes(path, encode_toml(tomli_w.dumps(whole)))


def fields_without_a_row() -> tuple[str, ...]:
    """Fields of Settings that no row names; the test of the table wants none."""
    named = {row.field for row in ROWS}
    return tuple(field.name for field in fields(Settings) if field.name not in named)
