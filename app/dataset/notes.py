"""Marks, verdicts, dismissals and crops on disk: `.proofsheet/notes.toml` in the concept folder.

One table an image, sorted, one thing a line, so that two people's files can be merged.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from app.dataset.marks import NO_NOTES, EntryNotes
from app.dataset.own_files import read_own, read_to_change, write_own
from app.disk import Ground, file_digest, fs
from app.messages import Message
from app.names import natural_key
from app.toml_io import (
    DamagedError,
    Table,
    bare,
    encode_toml,
    inline,
    key_of,
    name_of,
    parse_toml,
    quoted,
)
from app.toml_values import from_table, to_table

NAME = "notes.toml"
FORMAT = 1
LARGEST_NOTES = 64 << 20
"""Bytes: room for about 100,000 images."""
_SIZE = "image_size"
"""Bytes of the image file: tells without reading it that the file is another one now."""
_KNOWN = frozenset([*EntryNotes.__dataclass_fields__, _SIZE])


def load_notes(
    concept_folder: Path, images: Iterable[Path]
) -> tuple[dict[str, EntryNotes], tuple[Message, ...]]:
    """The notes by image file name, and what was wrong with the file.

    A note whose image was renamed is found again by its digest; only files of the right size are
    read for that. An image that was changed in place keeps its note: its verdicts lapse by digest.
    """
    files, notices = read_own(concept_folder, NAME, LARGEST_NOTES)
    tables = _tables(files)
    if not tables:
        return {}, tuple(notices)
    attached = _attach(tables, {path.name: path for path in images})
    notes: dict[str, EntryNotes] = {}
    for name, table in attached.items():
        note, wrong = from_table(EntryNotes, table, NAME)
        notices.extend(wrong)
        if note != NO_NOTES:
            notes[name] = note
    return notes, tuple(notices)


def save_notes(
    concept_folder: Path, notes: Mapping[str, EntryNotes], ground: Ground | None = None
) -> Path:
    """Write the notes of these images (empty ones are dropped); the file that was written.

    Notes of images that are not named stay, so do keys of a newer version; a note under an old name
    of an image goes once the image has it under the new one. An unknown digest is computed.
    Raises NotSaved. Pure Python for as long as the set is large: 10,000 notes take a second, which
    belongs into a worker process.
    """
    old = _tables(read_to_change(concept_folder, NAME, LARGEST_NOTES))
    tables = {name: table for name, table in old.items() if table}
    digests: set[object] = set()
    for name, note in notes.items():
        tables.pop(name, None)
        fresh = to_table(note)
        if not fresh:
            continue
        fresh = _identified(fresh, concept_folder / name)
        digests.add(fresh.get("image_digest"))
        fresh.update({k: v for k, v in old.get(name, {}).items() if k not in _KNOWN})
        tables[name] = fresh
    for name in set(tables) - set(notes):
        known = tables[name].get("image_digest")
        if known in digests and not _exists(concept_folder / name):
            del tables[name]
    data = encode_toml(notes_text(tables))
    # Read over the notes of a read-only folder, an empty table says that there are none any more.
    emptied: dict[str, Table] = {name: {} for name in old if name not in tables}
    instead = encode_toml(notes_text(tables | emptied)) if emptied else None
    return write_own(concept_folder, NAME, data, instead, ground)


def notes_text(tables: Mapping[str, Table]) -> str:
    """The file for these tables, which `to_table` made, by image name."""
    lines = [f"format = {FORMAT}"]
    for name in sorted(tables, key=lambda name: (natural_key(name), name)):
        lines += ["", f"[images.{quoted(key_of(name))}]"]
        for key, value in tables[name].items():
            if isinstance(value, list):
                lines.append(f"{bare(key)} = [")
                lines += [f"  {inline(item)}," for item in cast(list[object], value)]
                lines.append("]")
            else:
                lines.append(f"{bare(key)} = {inline(value)}")
    return "\n".join(lines) + "\n"


def note_text(name: str, note: EntryNotes) -> bytes:
    """A notes file that holds one image only, to be kept beside that image."""
    return encode_toml(notes_text({name: to_table(note)}))


def note_from_text(name: str, data: bytes) -> EntryNotes:
    """What `note_text` wrote, or nothing where it is damaged."""
    try:
        table = _tables([parse_toml(data)]).get(name, {})
    except DamagedError:
        return NO_NOTES
    return from_table(EntryNotes, table, NAME)[0]


def _tables(files: Iterable[Table]) -> dict[str, Table]:
    """The raw tables by image name."""
    tables: dict[str, Table] = {}
    for file in files:
        images = file.get("images")
        if isinstance(images, dict):
            for key, value in cast(Table, images).items():
                if isinstance(value, dict):
                    tables[name_of(key)] = cast(Table, value)
    return tables


def _attach(tables: Mapping[str, Table], images: Mapping[str, Path]) -> dict[str, Table]:
    """Which table belongs to which image that is there."""
    attached: dict[str, Table] = {}
    lost: dict[str, Table] = {}
    for name, table in tables.items():
        same = name in images and table.get(_SIZE) in (None, _size(images[name]))
        (attached if same else lost)[name] = table
    wanted = {(t.get(_SIZE), t.get("image_digest")): n for n, t in lost.items()}
    sizes = {size for size, digest in wanted if size is not None and digest}
    if sizes:
        for name, path in images.items():
            if name not in attached and (size := _size(path)) in sizes:
                old = wanted.get((size, _digest(path)))
                if old in lost:
                    attached[name] = lost.pop(old)
    for name, table in lost.items():
        if name in images and name not in attached:
            attached[name] = table
    return attached


def _identified(table: Table, image: Path) -> Table:
    digest = table.get("image_digest") or _digest(image)
    size = _size(image)
    head: Table = {}
    if digest:
        head["image_digest"] = digest
    if size is not None:
        head[_SIZE] = size
    return head | {key: value for key, value in table.items() if key not in head}


def _size(path: Path) -> int | None:
    try:
        return fs.stat(path).st_size
    except (OSError, ValueError):
        return None


def _exists(path: Path) -> bool:
    return _size(path) is not None


def _digest(path: Path) -> str | None:
    try:
        return file_digest(path)
    except (OSError, ValueError):
        return None
