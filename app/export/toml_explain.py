"""Why the trainer would refuse a data.toml, or do something else than it seems to say."""

from collections.abc import Iterator
from typing import Any

from app.dataset.choices import PathForm
from app.export.toml_keys import KEYS
from app.export.toml_places import Path, line_of
from app.export.toml_read import Parsed, Problem, read
from app.export.toml_schema import INTERPOLATIONS, Level, fits, is_list, is_table, size_of
from app.export.train_path import is_absolute
from app.messages import Message, msg

_TRAINER_DEFAULTS = {"min_bucket_reso": 256, "max_bucket_reso": 1024, "bucket_reso_steps": 64}


def explain(text: str) -> tuple[Problem, ...]:
    """Everything that speaks against a file, in the order of its lines."""
    found: list[Problem] = []
    if text.startswith("\ufeff"):
        found.append(Problem(1, msg("It begins with a byte order mark, which stops the trainer.")))
    parsed = read(text)
    if isinstance(parsed, Problem):
        return (*found, parsed)
    found += _shape(parsed)
    for number, dataset in enumerate(parsed.tables("datasets")):
        found += _dataset(parsed, number, dataset)
    return tuple(sorted(set(found), key=lambda problem: problem.line or 0))


def _shape(parsed: Parsed) -> Iterator[Problem]:
    for name in parsed.values:
        if name not in ("general", "datasets"):
            yield _problem(parsed, (), name, _unknown(name))
    general: object = parsed.values.get("general", {})
    if is_table(general):
        yield from _keys(parsed, ("general",), general, Level.GENERAL)
    else:
        yield _problem(parsed, (), "general", msg("[general] must be a table."))
    datasets: object = parsed.values.get("datasets")
    if datasets is None:
        yield Problem(None, msg("There is no [[datasets]]: there is nothing to train."))
    elif not is_list(datasets) or not all(map(is_table, datasets)):
        yield _problem(parsed, (), "datasets", msg("Write [[datasets]] with two brackets."))
    elif not datasets:
        yield _problem(parsed, (), "datasets", msg("There is nothing to train."))


def _dataset(parsed: Parsed, number: int, dataset: dict[str, Any]) -> Iterator[Problem]:
    here: Path = ("datasets", number)
    own = {name: value for name, value in dataset.items() if name != "subsets"}
    yield from _keys(parsed, here, own, Level.DATASET)
    yield from _sizes(parsed, here, {**parsed.general, **own})
    subsets: object = dataset.get("subsets")
    listed = is_list(subsets) and all(map(is_table, subsets))
    if subsets is not None and not listed:
        text = msg("Write [[datasets.subsets]] with two brackets.")
        yield _problem(parsed, here, "subsets", text)
    tables = parsed.tables("subsets", dataset)
    if not tables:
        text = msg("This dataset has no [[datasets.subsets]]: nothing of it is trained.")
        yield _problem(parsed, here, "", text)
    seen: set[str] = set()
    for place, subset in enumerate(tables):
        yield from _subset(parsed, (*here, "subsets", place), {**parsed.general, **own}, subset)
        folder: object = subset.get("image_dir")
        if isinstance(folder, str):
            plain = folder.rstrip("/\\")
            if plain in seen:
                text = msg("The same folder stands twice in one dataset: one of them is dropped.")
                yield _misleads(parsed, (*here, "subsets", place), "image_dir", text)
            seen.add(plain)
    yield from _together(parsed, here, tables)


def _subset(
    parsed: Parsed, here: Path, above: dict[str, Any], subset: dict[str, Any]
) -> Iterator[Problem]:
    yield from _keys(parsed, here, subset, Level.SUBSET)
    values = {**above, **subset}
    folder: object = subset.get("image_dir")
    if folder is None:
        yield _problem(parsed, here, "", msg("image_dir is missing, and it is required."))
    elif isinstance(folder, str):
        yield from _folder(parsed, here, folder)
    repeats: object = values.get("num_repeats", 1)
    if isinstance(repeats, int) and repeats < 1:
        text = msg("num_repeats is below 1: the trainer leaves this folder out.")
        yield _misleads(parsed, here, "num_repeats", text)
    if "caption_extension" not in values:
        text = msg(
            "caption_extension is missing: the trainer looks for .caption files, and trains "
            "without words where the captions are .txt."
        )
        yield _misleads(parsed, here, "", text)
    if values.get("shuffle_caption") is True and values.get("caption_separator") == "":
        text = msg("An empty caption_separator stops the trainer when captions are shuffled.")
        yield _problem(parsed, here, "caption_separator", text)
    name: object = subset.get("resize_interpolation")
    if isinstance(name, str) and name not in INTERPOLATIONS:
        text = msg("{name} is not a way of resizing, and nothing will say so.", name=name)
        yield _misleads(parsed, here, "resize_interpolation", text)


def _folder(parsed: Parsed, here: Path, folder: str) -> Iterator[Problem]:
    if any(sign in folder for sign in "\n\t\r\b\f"):
        text = msg("A backslash turned into a line break or a tab here: double it, or write /.")
        yield _misleads(parsed, here, "image_dir", text)
    elif not is_absolute(folder, PathForm.POSIX):
        text = msg("A relative path starts where the trainer is started, not at this file.")
        yield _misleads(parsed, here, "image_dir", text)


def _keys(parsed: Parsed, here: Path, values: dict[str, Any], level: Level) -> Iterator[Problem]:
    for name, value in values.items():
        key = KEYS.get(name)
        if key is None:
            yield _problem(parsed, here, name, _unknown(name))
        elif level not in key.levels:
            text = msg("{name} may not stand here: the trainer stops.", name=name)
            yield _problem(parsed, here, name, text)
        elif not fits(key.kind, value):
            text = msg("{name} must be {kind}: the trainer stops.", name=name, kind=key.kind.value)
            yield _problem(parsed, here, name, text)


def _sizes(parsed: Parsed, here: Path, values: dict[str, Any]) -> Iterator[Problem]:
    for name in ("batch_size", "bucket_reso_steps"):
        if values.get(name) == 0:
            yield _problem(parsed, here, name, msg("{name} is 0: the trainer stops.", name=name))
    name: object = values.get("resize_interpolation")
    if isinstance(name, str) and name not in INTERPOLATIONS:
        text = msg("{name} is not a way of resizing: the trainer stops.", name=name)
        yield _problem(parsed, here, "resize_interpolation", text)
    split: object = values.get("validation_split", 0.0)
    if isinstance(split, float) and not 0 <= split < 1:
        text = msg("validation_split must be from 0.0 to below 1.0, or pictures are lost.")
        yield _misleads(parsed, here, "validation_split", text)
    resolution: object = values.get("resolution")
    if resolution is None:
        text = msg("resolution is missing: the trainer stops, unless its command names one.")
        yield _problem(parsed, here, "", text)
        return
    sides = size_of(resolution)
    if sides is None:
        return
    if values.get("enable_bucket") is not True:
        text = msg("enable_bucket is not on: the first picture of another size stops the training.")
        yield _misleads(parsed, here, "enable_bucket", text)
        return
    bounds = {name: values.get(name, value) for name, value in _TRAINER_DEFAULTS.items()}
    if not all(isinstance(value, int) for value in bounds.values()):
        return
    if bounds["max_bucket_reso"] < max(sides):
        text = msg(
            "max_bucket_reso is {value}, below the longer side {side}: the trainer stops.",
            value=bounds["max_bucket_reso"],
            side=max(sides),
        )
        yield _problem(parsed, here, "max_bucket_reso", text)
    elif bounds["max_bucket_reso"] == max(sides):
        text = msg(
            "max_bucket_reso is no more than the resolution: every picture that is not square "
            "shrinks. Write {value}.",
            value=2 * max(sides),
        )
        yield _misleads(parsed, here, "max_bucket_reso", text)
    if bounds["min_bucket_reso"] > min(sides):
        text = msg(
            "min_bucket_reso is {value}, above the shorter side {side}: the trainer stops.",
            value=bounds["min_bucket_reso"],
            side=min(sides),
        )
        yield _problem(parsed, here, "min_bucket_reso", text)


def _together(parsed: Parsed, here: Path, tables: list[dict[str, Any]]) -> Iterator[Problem]:
    if tables and all(table.get("is_reg") is True for table in tables):
        text = msg("All folders are regularisation folders: there is nothing to train.")
        yield _problem(parsed, here, "", text)
    for name in ("metadata_file", "conditioning_data_dir"):
        having = [table for table in tables if name in table]
        if having and len(having) < len(tables):
            text = msg("{name} must stand in all folders of a dataset or in none.", name=name)
            yield _problem(parsed, here, "", text)


def _unknown(name: str) -> Message:
    return msg(
        "{name} is not a key of the trainer, and it stops at any it does not know.", name=name
    )


def _problem(parsed: Parsed, table: Path, key: str, message: Message) -> Problem:
    return Problem(_line(parsed, table, key), message)


def _misleads(parsed: Parsed, table: Path, key: str, message: Message) -> Problem:
    return Problem(_line(parsed, table, key), message, stops=False)


def _line(parsed: Parsed, table: Path, key: str) -> int | None:
    """The line of the key where it counts: further out, if it does not stand in the table."""
    for where in (table, table[:2], ("general",)):
        for place in parsed.places:
            if key and (place.table, place.key) == (where, key):
                return place.first
    return line_of(parsed.places, table, key)
