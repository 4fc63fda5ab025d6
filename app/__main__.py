"""The command line: reads the arguments, then runs a command or loads the window.

No Qt here: worker processes import this module again, and `check` must run without a display.
"""

import argparse
import faulthandler
import importlib
import logging
import multiprocessing
import os
import sys
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from app import __version__, cli
from app.collecting import collect_rarely
from app.errors import ExitCode, ProofError
from app.paths import state_folder

log = logging.getLogger("app")

LARGEST_LOG = 500_000
"""Bytes of each of our two logs before it begins anew."""

VIEWS = (
    "sheet",
    "findings",
    "wording",
    "dataset",
    "toml",
    "export",
    "export-more",
    "export-mix",
    "export-changes",
    "start",
    "review",
    "review2",
    "phrase",
    "timeline",
    "snapshots",
    "wording-open",
    "wording-chosen",
    "dataset-open",
)
"""What `--screenshot` can show."""


def main(arguments: list[str] | None = None) -> int:
    """Run Proofsheet; returns the exit code."""
    multiprocessing.freeze_support()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if words and words[0] in cli.COMMANDS:
            _log_to(logging.StreamHandler(sys.stderr), logging.WARNING)
            collect_rarely()
            return _command(words)
        options = _window_parser().parse_args(words)
        _log_to(_log_file(), logging.INFO)
        return _window(options)
    except ProofError as error:
        print(f"proofsheet: {error}", file=sys.stderr)
        return ExitCode.USAGE
    except KeyboardInterrupt:
        return ExitCode.USAGE


def _command(words: list[str]) -> int:
    """A command's exit code; a fault never looks like the 1 that means findings."""
    try:
        return cli.run(words)
    except ProofError:
        raise
    except OSError as error:
        print(f"proofsheet: {error}", file=sys.stderr)
    except Exception:
        log.exception("Proofsheet made a mistake")
    return ExitCode.USAGE


def _window_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="proofsheet",
        description="Edit the captions of an image-model training set, review it twice, export it.",
        epilog="Without a window: " + ", ".join(cli.COMMANDS) + " (each has its own --help).",
    )
    parser.add_argument("folder", nargs="?", type=Path, help="folder of images, or one image")
    parser.add_argument("--version", action="version", version=f"proofsheet {__version__}")
    parser.add_argument("--sample", action="store_true", help="open a private copy of the sample")
    parser.add_argument("--no-reopen", action="store_true", help="start without the last folder")
    parser.add_argument("--language", choices=("en", "ja"), help="language of the interface")
    parser.add_argument("--scheme", choices=("light", "dark"), help="colours of the interface")
    parser.add_argument("--screenshot", type=Path, metavar="FILE.png", help="write a picture, end")
    parser.add_argument("--size", default="1440x900", type=_size, metavar="WxH")
    parser.add_argument("--scale", default=1.0, type=float, help="device pixels per pixel")
    parser.add_argument("--view", choices=VIEWS, default="sheet")
    parser.add_argument("--entry", metavar="NAME", help="image to show")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().replace("×", "x").partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1440x900")
    return int(width), int(height)


def _window(options: argparse.Namespace) -> int:
    if options.screenshot is None and not _has_screen():
        print(
            "proofsheet: there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set). "
            "Without a window: " + ", ".join(cli.COMMANDS) + ".",
            file=sys.stderr,
        )
        return ExitCode.USAGE
    try:
        start = importlib.import_module("app.ui.start")
    except ImportError as error:
        print(
            f"proofsheet: the window cannot be shown, a system library is missing ({error}).\n"
            "On Debian or Ubuntu: apt-get install libgl1 libegl1 libglib2.0-0 libxkbcommon0 "
            "libdbus-1-3 libfontconfig1 libxcb-cursor0",
            file=sys.stderr,
        )
        return ExitCode.USAGE
    return int(start.run(options))


def _has_screen() -> bool:
    """Qt would abort the process on an X11 or Wayland desktop that is not there."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(v) for v in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _log_file() -> logging.Handler:
    folder = state_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "proofsheet.log", maxBytes=LARGEST_LOG, backupCount=3, encoding="utf-8"
        )
        faulthandler.enable(_crash_log(folder / "crash.log"))
    except OSError:
        faulthandler.enable()
        return logging.StreamHandler(sys.stderr)
    return handler


def _crash_log(path: Path) -> TextIO:
    """Opened to be added to; one that has grown large begins anew, the old one stays beside it."""
    with suppress(OSError):  # there is none, or another window of ours holds it
        if path.stat().st_size > LARGEST_LOG:
            path.replace(path.with_name(path.name + ".1"))
    return path.open("a", encoding="utf-8")


def _log_to(handler: logging.Handler, level: int) -> None:
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(handlers=[handler], level=level)


if __name__ == "__main__":
    sys.exit(main())
