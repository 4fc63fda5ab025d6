"""Where an export may stand: refusals before anything is written, leftovers of earlier ones."""

import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.disk import fs
from app.errors import ProofError
from app.export import files, receipt
from app.messages import Message, msg
from app.names import readable

_PARTIAL = "partial"
_REPLACED = "replaced"
_MOST_NAME_BYTES = 200
_SHOWN = 3

Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """A target that may be written: free, an empty folder, or an older export of ours."""

    path: Path
    """Absolute, links resolved."""
    replaces: bool


def free_place(target: Path, root: Path, images: Iterable[Path]) -> Place:
    """The place for an export; ProofError where it would harm the source or anything else.

    `root` is the opened folder, `images` the pictures that will be read (links are followed).
    """
    path = _resolved(target)
    if not path.name:
        raise _refused(msg("A whole disk cannot be replaced. Name a folder in it."))
    # Names do not tell: a link, another case or a second mount may lead to the same folder.
    sources = {_resolved(root), *(_resolved(image).parent for image in images)}
    lineage = {found for found in map(_identity, (path, *path.parents)) if found}
    if _identity(_resolved(root)) in lineage:
        raise _refused(msg("It is inside the opened folder. Choose a place outside."))
    own = _identity(path)
    for source in sources:
        if own is not None and own in set(map(_identity, (source, *source.parents))):
            raise _refused(msg("It holds the pictures of this dataset. Choose another place."))
    if own is None:
        return Place(path, replaces=False)
    if not path.is_dir():
        raise _refused(msg("A file of that name is in the way. Choose another name."))
    return Place(path, replaces=_ours(path))


def staging_beside(place: Path) -> tuple[Path, int]:
    """A new folder beside the place, locked as long as this process lives."""
    folder = _beside(place, _PARTIAL)
    fs.mkdir(folder)
    handle = files.lock(folder)
    return folder, handle if handle is not None else -1


def aside(place: Path) -> Path:
    """The name under which the older export waits until the new one stands."""
    return _beside(place, _REPLACED)


def sweep(place: Path) -> None:
    """Remove what an export that was killed left beside the place; put the older export back."""
    for folder in _leftovers(place, _REPLACED):
        if not place.exists():
            files.move(folder, place)
        elif receipt.read(place) is not None:
            files.remove_tree(folder)
    for folder in _leftovers(place, _PARTIAL):
        handle = files.lock(folder)
        if handle is None:
            continue  # another process is writing it
        files.remove_tree(folder)
        files.unlock(handle)


def make_parents(place: Path) -> list[Path]:
    """Make the folders above the place; returns those that are new, innermost first."""
    missing: list[Path] = []
    for parent in place.parents:
        if parent.exists():
            break
        missing.append(parent)
    made: list[Path] = []
    for parent in reversed(missing):
        fs.mkdir(parent)
        made.insert(0, parent)
    return made


def _ours(path: Path) -> bool:
    """True for our own older export, False for an empty folder; anything else is refused."""
    with os.scandir(path) as entries:
        if next(entries, None) is None:
            return False
    older = receipt.read(path)
    if older is None:
        raise _refused(
            msg("The folder is not empty, and not an earlier export. Choose another place.")
        )
    foreign = receipt.not_ours(path, older)
    if foreign:
        shown = ", ".join(map(readable, foreign[:_SHOWN]))
        more = len(foreign) - _SHOWN
        if more > 0:
            shown = f"{shown}, +{more}"
        raise _refused(
            msg("The earlier export there was changed since: {names}. Move it away.", names=shown)
        )
    return True


def _refused(reason: Message) -> ProofError:
    return ProofError(msg("The export cannot go there"), reason)


def _beside(place: Path, kind: str) -> Path:
    return place.with_name(f"{_prefix(place, kind)}{secrets.token_hex(4)}")


def _prefix(place: Path, kind: str) -> str:
    name = place.name
    while len(os.fsencode(name)) > _MOST_NAME_BYTES:
        name = name[:-1]
    return f".{name}.{kind}-"


def _leftovers(place: Path, kind: str) -> Iterator[Path]:
    prefix = _prefix(place, kind)
    try:
        names = sorted(os.listdir(place.parent))
    except OSError:
        return
    for name in names:
        folder = place.parent / name
        if name.startswith(prefix) and folder.is_dir() and not folder.is_symlink():
            yield folder


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError) as error:
        raise _refused(msg("Its links lead in a circle.")) from error


def _identity(path: Path) -> Identity | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
