"""OpenCV where it is installed: the program works without it and finds no faces.

It is loaded when it is first asked for something, which the window's own process never does.
"""

import importlib
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

__all__ = ["cv2"]


@cache
def _opencv() -> ModuleType | None:
    try:
        return importlib.import_module("cv2")
    except ImportError:  # not installed, or a system library that it needs is not
        return None


class _WhenAsked:
    """Stands for the module; false where there is none."""

    def __bool__(self) -> bool:
        return _opencv() is not None

    def __getattr__(self, name: str) -> object:
        return getattr(_opencv(), name)


if TYPE_CHECKING:
    import cv2
else:
    cv2 = _WhenAsked()
