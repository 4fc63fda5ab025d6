"""Chosen values put into a parsed data.toml, each where it already stands if it does."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

import tomlkit
from tomlkit.items import AoT
from tomlkit.items import Table as TomlTable

from app.dataset.choices import NO_CONCEPT_CHOICES
from app.export.toml_layout import Folder
from app.export.toml_schema import size_of
from app.export.toml_text import DatasetBlock, Table, TomlValue, TrainFile, written
from app.export.train_path import folder_name
from app.messages import Message, msg

Values = dict[str, Any]


def update(
    text: str, wanted: TrainFile, folders: Sequence[Folder]
) -> tuple[str, tuple[Message, ...]]:
    """The text with the wanted values, and what was left alone.

    Every table of `text` must have a header of its own; `folders` are those that `wanted` was laid
    out from, in the same order.
    """
    document = tomlkit.parse(text)
    general = _table(_item(document, "general"))
    for name, value in wanted.general.items():
        if general is not None and name in general:
            _put(general, name, value)
    outer = _values(general)
    present = _tables(_item(document, "datasets"))
    pairs = _paired(wanted.datasets, present, outer)
    missing = _missing(wanted, pairs, outer)
    notes = [
        msg("[[datasets]] number {number} was kept as it is", number=number + 1)
        for number, table in enumerate(present)
        if not any(table is found for _, found in pairs)
    ]
    for block, table in pairs:
        if table is not None:
            notes += _update_dataset(table, block, wanted.general, {**missing, **outer}, folders)
    if general is not None:
        for name, value in missing.items():
            _put(general, name, value)
    text = tomlkit.dumps(document)  # pyright: ignore[reportUnknownMemberType]
    if general is None and missing:
        text = _with_general(text, missing)
    added = tuple(block for block, table in pairs if table is None)
    if added:
        text = text.rstrip("\n") + "\n\n" + written(TrainFile({}, added))
    return text, tuple(notes)


def _paired(
    blocks: Sequence[DatasetBlock], present: Sequence[TomlTable], outer: Values
) -> list[tuple[DatasetBlock, TomlTable | None]]:
    """Each wanted dataset with the one in the file: of the same resolution, else the next."""
    spare = list(present)
    found: dict[int, TomlTable] = {}
    for exact in (True, False):
        for number, block in enumerate(blocks):
            if number in found:
                continue
            for table in spare:
                size = size_of({**outer, **_values(table)}.get("resolution"))
                if not exact or size == size_of(block.values["resolution"]):
                    found[number] = table
                    spare = [one for one in spare if one is not table]
                    break
    return [(block, found.get(number)) for number, block in enumerate(blocks)]


def _missing(
    wanted: TrainFile,
    pairs: Sequence[tuple[DatasetBlock, TomlTable | None]],
    outer: Values,
) -> dict[str, TomlValue]:
    """The shared caption keys that some wanted folder would not find anywhere in the file."""
    missing: dict[str, TomlValue] = {}
    for name, value in wanted.general.items():
        if name in outer:
            continue
        for block, table in pairs:
            subsets = [] if table is None else _tables(_item(table, "subsets"))
            inner = [table is not None and (name in table or name in one) for one in subsets]
            if table is None or len(subsets) < len(block.subsets) or not all(inner):
                missing[name] = value
    return missing


def _update_dataset(
    table: TomlTable,
    block: DatasetBlock,
    shared: Table,
    outer: Values,
    folders: Sequence[Folder],
) -> list[Message]:
    for name, value in block.values.items():
        if not _same({**outer, **_values(table)}.get(name), value):
            _put(table, name, value)
    present = _tables(_item(table, "subsets"))
    used: list[TomlTable] = []
    for subset, folder in zip(block.subsets, folders, strict=True):
        spare = [one for one in present if not any(one is other for other in used)]
        found = _meant(spare, folder)
        around = {**outer, **_values(table)}
        if found is None:
            _append(table, subset, around)
        else:
            used.append(found)
            _update_subset(found, {**shared, **subset}, folder, around)
    return [
        msg("the folder {folder} was kept; it is no concept of this dataset", folder=_folder(one))
        for one in present
        if not any(one is other for other in used)
    ]


def _update_subset(table: TomlTable, wanted: Table, folder: Folder, outer: Values) -> None:
    for name, value in wanted.items():
        effective = {**outer, **_values(table)}
        undecided = name == "num_repeats" and folder.choices.repeats is None
        if not _same(effective.get(name), value) and not (undecided and name in effective):
            _put(table, name, value)
    decided = replace(folder.choices, style=None) != NO_CONCEPT_CHOICES
    if decided and _item(table, "is_reg") and not folder.choices.regularisation:
        _put(table, "is_reg", value=False)


def _meant(present: Sequence[TomlTable], folder: Folder) -> TomlTable | None:
    """The subset of a folder: the same path, else the only one whose folder has the same name."""
    plain = folder.image_dir.rstrip("/\\")
    for one in present:
        if _folder(one).rstrip("/\\") == plain:
            return one
    named = [one for one in present if folder_name(_folder(one)) == folder_name(plain)]
    return named[0] if len(named) == 1 else None


def _append(table: TomlTable, subset: Table, outer: Values) -> None:
    fresh = tomlkit.table()
    for name, value in subset.items():
        if name in ("image_dir", "num_repeats") or not _same(outer.get(name), value):
            _put(fresh, name, value)
    listed: Any = _item(table, "subsets")
    if not isinstance(listed, AoT):
        listed = tomlkit.aot()
        table["subsets"] = listed
    cast("Any", listed).append(fresh)


def _with_general(text: str, values: Table) -> str:
    """A new [general] before the first table and the comment that belongs to it."""
    lines = text.splitlines()
    place = next((n for n, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    while place and lines[place - 1].lstrip().startswith("#"):
        place -= 1
    fresh = written(TrainFile(values)).splitlines()
    return "\n".join([*lines[:place], *fresh, "", *lines[place:]]) + "\n"


def _put(table: TomlTable, name: str, value: TomlValue) -> None:
    table[name] = list(value) if isinstance(value, list | tuple) else value


def _same(present: object, wanted: TomlValue) -> bool:
    """Equal for the trainer: true is not 1 here, and [512, 512] is 512."""
    if isinstance(wanted, bool) or isinstance(present, bool):
        return present is wanted
    size = size_of(wanted)
    return present == wanted or (size is not None and size == size_of(present))


def _item(table: object, name: str) -> object:
    return cast("Mapping[str, object]", table).get(name)


def _table(item: object) -> TomlTable | None:
    return item if isinstance(item, TomlTable) else None


def _tables(item: object) -> list[TomlTable]:
    return list(item.body) if isinstance(item, AoT) else []


def _values(table: TomlTable | None) -> Values:
    if table is None:
        return {}
    plain = cast("Mapping[str, Any]", table.unwrap())
    return {name: value for name, value in plain.items() if name != "subsets"}


def _folder(table: TomlTable) -> str:
    folder: object = _values(table).get("image_dir")
    return folder if isinstance(folder, str) else ""
