"""Marks, verdicts, dismissals and crops on disk: `.proofsheet/notes.toml` in the concept folder.

One table an image, sorted, one thing a line, so that two people's files can be merged. Between two
writings of the whole file, `notes.log` beside it takes every change at once, a line of TOML each.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from app.dataset.marks import NO_NOTES, EntryNotes
from app.dataset.own_files import append_own, drop_log, read_own, read_to_change, write_own
from app.disk import Ground, file_digest, fs
from app.formats import KEY, brought_up, unchanged
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
LOG = "notes.log"
_STEPS = (unchanged,)
LARGEST_NOTES = 64 << 20
"""Bytes: room for about 100,000 images."""
_SIZE = "image_size"
"""Bytes of the image file: tells without reading it that the file is another one now."""
_IDENTITY = frozenset(["image_digest", _SIZE])
_KNOWN = frozenset([*EntryNotes.__dataclass_fields__, _SIZE])


def load_notes(
    concept_folder: Path, images: Iterable[Path]
) -> tuple[dict[str, EntryNotes], tuple[Message, ...]]:
    """The notes by image file name, and what was wrong with the file.

    A note whose image was renamed is found again by its digest; only files of the right size are
    read for that. An image that was changed in place keeps its note: its verdicts lapse by digest.
    """
    files, notices = read_own(concept_folder, NAME, _STEPS, LARGEST_NOTES, LOG)
    tables = _tables(files)
    if not tables:
        return {}, tuple(notices)
    attached = _attach(tables, {path.name: path for path in images})
    notes: dict[str, EntryNotes] = {}
    for name, table in attached.items():
        note, wrong = from_table(EntryNotes, table, NAME)
        notices.extend(wrong)
        if not _empty(note):
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
    old = _tables(read_to_change(concept_folder, NAME, _STEPS, LARGEST_NOTES, LOG))
    tables = {name: table for name, table in old.items() if set(table) - _IDENTITY}
    digests: set[object] = set()
    emptied: list[str] = []
    for name, note in notes.items():
        tables.pop(name, None)
        if _empty(note):
            emptied.append(name)
            continue
        fresh = to_table(note)
        fresh = _identified(fresh, concept_folder / name)
        digests.add(fresh.get("image_digest"))
        fresh.update({k: v for k, v in old.get(name, {}).items() if k not in _KNOWN})
        tables[name] = fresh
    lost = [name for name in set(tables) - set(notes) if not _exists(concept_folder / name)]
    if lost:  # under its old name, what was emptied would come back
        digests.update(filter(None, (_digest(concept_folder / name) for name in emptied)))
    for name in lost:
        if tables[name].get("image_digest") in digests:
            del tables[name]
    data = encode_toml(notes_text(tables))
    # Read over the notes of a read-only folder, an empty table says that there are none any more.
    none: dict[str, Table] = {name: {} for name in old if name not in tables}
    instead = encode_toml(notes_text(tables | none)) if none else None
    written = write_own(concept_folder, NAME, data, instead, ground)
    drop_log(concept_folder, written, LOG)
    return written


def append_notes(
    concept_folder: Path, notes: Mapping[str, EntryNotes], ground: Ground | None = None
) -> Path:
    """Have the notes of these images on disk without writing all others again; where they went.

    Costs by the change, not by the set. `save_notes` takes the lines over. Raises NotSaved.
    """
    lines: list[str] = []
    for name, note in notes.items():
        fresh = _identified(to_table(note), concept_folder / name)
        lines.append(f"images.{quoted(key_of(name))} = {inline(fresh)}\n")
    return append_own(concept_folder, NAME, LOG, encode_toml("".join(lines)), ground)


def notes_text(tables: Mapping[str, Table]) -> str:
    """The file for these tables, which `to_table` made, by image name."""
    lines = [f"{KEY} = {len(_STEPS)}"]
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
        table = _tables([brought_up(parse_toml(data), _STEPS)]).get(name, {})
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
                    before = tables.pop(name_of(key), {})  # the last written is the last found
                    tables[name_of(key)] = _over(before, cast(Table, value))
    return tables


def _over(old: Table, new: Table) -> Table:
    """A later table in place of an earlier one; keys of a newer version, which it lacks, stay."""
    return new and {**{k: v for k, v in old.items() if k not in _KNOWN}, **new}


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


def _empty(note: EntryNotes) -> bool:
    """Nothing was noted: which bytes the image has is no note."""
    return replace(note, image_digest="") == NO_NOTES


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
