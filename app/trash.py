"""The trash of the desktop, as freedesktop.org describes it; only for files of a person's own."""

import errno
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from app.disk import fs
from app.durable import move
from app.toml_io import make_own_folder

_INFO = ".trashinfo"


def to_trash(path: Path) -> Path:
    """Move a file to the trash of its file system; where it is now. Raises OSError, ENOTSUP where
    this system keeps its trash in another way.
    """
    if sys.platform in ("win32", "darwin"):
        raise OSError(errno.ENOTSUP, "no trash that a program without a desktop can reach")
    path = Path(os.path.abspath(path))  # noqa: PTH100 - a link is trashed, not its target
    trash, top = _trash_for(path)
    for folder in ("files", "info"):
        make_own_folder(trash / folder)
    shown = os.path.relpath(path, top) if top is not None else str(path)
    when = datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M:%S")
    text = f"[Trash Info]\nPath={quote(os.fsencode(shown))}\nDeletionDate={when}\n"
    name, number = path.name, 1
    while True:
        info = trash / "info" / (name + _INFO)
        try:
            descriptor = fs.open(info, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1
            name = f"{path.stem}.{number}{path.suffix}"
            continue
        try:
            fs.write(descriptor, text.encode("ascii"))
        finally:
            fs.close(descriptor)
        try:
            move(path, trash / "files" / name)
        except OSError:
            with suppress(OSError):
                fs.unlink(info)
            raise
        return trash / "files" / name


def take_from_trash(trashed: Path) -> None:
    """Forget the note about a file that was moved out of the trash again."""
    with suppress(OSError):
        fs.unlink(trashed.parent.parent / "info" / (trashed.name + _INFO))


def _trash_for(path: Path) -> tuple[Path, Path | None]:
    """The home trash, or that of the mount and its top folder where the file is on another."""
    data = os.environ.get("XDG_DATA_HOME", "")
    home = Path(data) if data and Path(data).is_absolute() else Path.home() / ".local" / "share"
    make_own_folder(home)
    device = fs.lstat(path).st_dev
    if fs.stat(home).st_dev == device:
        return home / "Trash", None
    top = path.parent
    while top.parent != top and fs.stat(top.parent).st_dev == device:
        top = top.parent
    return top / f".Trash-{os.getuid()}", top
