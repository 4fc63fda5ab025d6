"""The folder as the training machine will see it, and the paths below it."""

import re
from pathlib import Path, PurePosixPath, PureWindowsPath

from app.dataset.choices import PathForm

_WINDOWS = re.compile(r"[A-Za-z]:([\\/]|$)|\\\\")


def form_of(root: str, chosen: PathForm) -> PathForm:
    """The form of a path: a drive letter or a share says Windows, whatever was chosen."""
    return PathForm.WINDOWS if _WINDOWS.match(root) else chosen


def below(root: str, parts: tuple[str, ...], form: PathForm) -> str:
    """`root` and the folders below it, without a trailing slash; "" and no parts is "."."""
    form = form_of(root, form)
    pure = PureWindowsPath if form is PathForm.WINDOWS else PurePosixPath
    return str(pure(root, *parts))


def beside(root: str, name: str, form: PathForm) -> str:
    """A folder next to the root; of a relative root, next to where the trainer is started."""
    pure = PureWindowsPath if form_of(root, form) is PathForm.WINDOWS else PurePosixPath
    return str(pure(root).parent / name if root else pure("..") / name)


def is_absolute(path: str, form: PathForm) -> bool:
    """True where the trainer does not resolve the path against its working directory."""
    if form_of(path, form) is PathForm.WINDOWS:
        return PureWindowsPath(path).is_absolute()
    return PurePosixPath(path).is_absolute()


def folder_name(path: str) -> str:
    """The last part of a path in either form, for finding the concept a path means."""
    return PureWindowsPath(path.rstrip("/\\")).name


def here(folder: Path) -> str:
    """The folder where it is, absolute, links kept as the person wrote them."""
    return str(folder.absolute())
