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
FONTS = {
    # Japanese, and the face that the interface is measured with.
    "fonts-noto-cjk": ("CJK", "ipag", "TakaoGothic"),
    "fonts-inter": ("Inter",),
}
"""A part of a font file's name that says the package, or its like, is there."""
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
        names = {name for folder in FONT_FOLDERS for name in font_files(folder)}
        packages += [
            p for p, marks in FONTS.items() if not any(m in n for m in marks for n in names)
        ]
    return packages


def loads(library: str) -> bool:
    """The dynamic linker finds it, wherever the distribution keeps it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def named(names: set[str], parts: tuple[str, ...]) -> bool:
    """One of the names holds one of the parts."""
    return any(part in name for name in names for part in parts)


def font_files(folder: Path) -> list[str]:
    """Names of all files below a folder of fonts."""
    return [name for _, _, names in os.walk(folder) for name in names]


if __name__ == "__main__":
    for package in missing(set(sys.argv[1:])):
        print(package)
