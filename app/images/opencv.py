"""OpenCV where it is installed, else None: the program works without it and finds no faces."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import cv2
else:
    try:
        import cv2
    except ImportError:  # not installed, or a system library that it needs is not
        cv2 = None

__all__ = ["cv2"]
