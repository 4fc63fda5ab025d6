"""The receipt in an exported folder: what it was made from, and the proof that it is ours."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from app import __version__
from app.export.files import Copied, unchanged
from app.export.left_behind import is_cache
from app.export.options import ExportOptions
from app.export.planned import ExportPlan, PlannedPair
from app.names import readable
from app.toml_values import to_table

NAME = "proofsheet-receipt.json"
FORMAT = 1
_LARGEST = 64 * 1024 * 1024
_OF_THE_WINDOW = frozenset({"second_order", "shuffle_seed", "dismissed_rules", "dismissal_reasons"})
"""Choices that shape how a dataset is gone through, not what is trained."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one pair: bytes read, picture and caption written."""

    pair: PlannedPair
    source: Copied
    picture: Copied
    caption: Copied


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as read back: SHA-256 of every written file by its path in the folder."""

    files: Mapping[str, str]
    sources: Mapping[str, str]
    """SHA-256 of the source picture by the path of the written one."""
    names: Mapping[str, str]
    """Where the source picture was in its dataset, by the path of the written one."""
    settings: Mapping[str, object]
    """What was asked of it, by the names of `ExportOptions`; plain JSON values."""


def text_of(plan: ExportPlan, results: list[Result], texts: Mapping[str, Copied]) -> str:
    """The receipt of an export; `texts` are the files beside the folders, by name.

    Holds no clock time and no target: same input, same bytes.
    """
    pictures: dict[str, object] = {}
    files = {name: text.digest for name, text in texts.items()}
    for result in results:
        pair = result.pair
        files[pair.target] = result.picture.digest
        files[pair.caption_target] = result.caption.digest
        pictures[pair.target] = {
            "from": pair.known_as,
            "source": result.source.digest,
            "source_caption": pair.caption_digest,
            "done": [str(reason) for reason in pair.treatment.reasons]
            or [pair.treatment.action.value],
        }
    content = {
        "proofsheet": FORMAT,
        "version": __version__,
        "settings": settings_of(plan.options),
        "choices": _choices(plan),
        "mix": _mix(plan),
        "exported_anyway": [str(point.message) for point in plan.open_points],
        "files": files,
        "pictures": pictures,
        "known": plan.record,
        "left_behind": sorted(
            left.path.relative_to(plan.source).as_posix() for left in plan.left_behind
        ),
    }
    return json.dumps(_plain(content), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read(folder: Path) -> Receipt | None:
    """The receipt in a folder; None where there is none that this program could have written."""
    path = folder / NAME
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST:
            return None
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(content, dict):
        return None
    known = cast("dict[str, Any]", content)
    files, pictures = known.get("files"), known.get("pictures")
    settings = known.get("settings")
    if known.get("proofsheet") != FORMAT or not _of_text(files) or not isinstance(pictures, dict):
        return None
    about = {
        name: cast("dict[str, Any]", facts)
        for name, facts in cast("dict[str, Any]", pictures).items()
        if isinstance(facts, dict)
    }
    return Receipt(
        cast("dict[str, str]", files),
        {name: str(facts.get("source", "")) for name, facts in about.items()},
        {name: str(facts.get("from", "")) for name, facts in about.items()},
        cast("dict[str, object]", settings) if isinstance(settings, dict) else {},
    )


def not_ours(folder: Path, receipt: Receipt) -> list[str]:
    """What replacing the folder would destroy: files that were added or changed since.

    Caches of a trainer are not counted: they belong to the pictures that are replaced.
    """
    found: list[str] = []
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        if name == NAME or is_cache(path.name):
            continue
        regular = path.is_file() and not path.is_symlink()
        if not regular or not unchanged(path, receipt.files.get(name, "")):
            found.append(name)
    return found


def settings_of(options: ExportOptions) -> Mapping[str, object]:
    """What was asked, apart from the target, as plain JSON values."""
    return {
        "trainer": options.trainer.value,
        "sizes": [list(size) for size in options.sizes.targets],
        "names": options.names.value,
        "name_template": options.name_template,
        "picture": options.picture.value,
        "quality": options.quality,
        "strip_metadata": options.strip_metadata,
        "hard_links": options.hard_links,
        "background": list(options.background),
        "relative_paths": options.relative_paths,
        "train_path": options.train_path,
    }


def _choices(plan: ExportPlan) -> dict[str, object]:
    """What was chosen for the training, as far as it is not the default."""
    chosen = to_table(plan.choices)
    return {name: value for name, value in chosen.items() if name not in _OF_THE_WINDOW}


def _plain(value: object) -> object:
    """The same values with names of files that every JSON reader takes."""
    if isinstance(value, str):
        return readable(value)
    if isinstance(value, Mapping):
        pairs = cast("Mapping[str, object]", value).items()
        return {readable(name): _plain(item) for name, item in pairs}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in cast("Sequence[object]", value)]
    return value


def _mix(plan: ExportPlan) -> dict[str, object] | None:
    if plan.mix is None:
        return None
    return {
        "wanted_share": plan.choices.old_share,
        "old_images": plan.mix.old_images,
        "old_repeats": plan.mix.old_repeats,
        "new_factor": plan.mix.new_factor,
    }


def _of_text(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    pairs = cast("dict[object, object]", value).items()
    return all(isinstance(k, str) and isinstance(v, str) for k, v in pairs)


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_dir():
            yield path
