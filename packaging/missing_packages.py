"""Print the Debian packages that this machine lacks, one a line; nothing where all is there.

`missing_packages.py [window] [display] [screenshots]`: what Qt links to even without a screen, what
its X11 platform loads, and what the tests and their pictures use. Standard library only, because it
runs before anything is installed.
"""

import ctypes
import os
import shutil
import sys
from pathlib import Path

WINDOW = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
DISPLAY = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
TOOLS = {"Xvfb": "xvfb", "xauth": "xauth"}
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))


def missing(features: set[str]) -> list[str]:
    """Package names for the features "window", "display" and "screenshots"."""
    packages: list[str] = []
    if "window" in features:
        packages += [package for name, package in WINDOW.items() if not loads(name)]
    if "display" in features:
        packages += [package for name, package in DISPLAY.items() if not loads(name)]
    if "screenshots" in features:
        packages += [package for name, package in TOOLS.items() if not shutil.which(name)]
        if not any(has_japanese(folder) for folder in FONT_FOLDERS):
            packages.append("fonts-noto-cjk")
    return packages


def loads(library: str) -> bool:
    """The dynamic linker finds it, wherever the distribution keeps it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_japanese(folder: Path) -> bool:
    """A font file below the folder that is known to hold Japanese."""
    for _, _, names in os.walk(folder):
        if any("CJK" in name or "ipag" in name or "TakaoGothic" in name for name in names):
            return True
    return False


if __name__ == "__main__":
    for package in missing(set(sys.argv[1:])):
        print(package)
