"""Where resources and a person's files are; the only place that knows checkout, wheel, bundle."""

import os
import sys
from functools import cache
from pathlib import Path

NAME = "proofsheet"


@cache
def resources() -> Path:
    """The folder of rules, words, icons and the sample.

    hatchling puts it into the wheel as `app/resources`; an editable install leaves it beside `app`.
    """
    here = Path(__file__).resolve().parent
    for candidate in (here / "resources", here.parent / "resources"):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"no resources folder beside or inside {here}")


def config_folder() -> Path:
    """Settings that a person may read and edit."""
    return _home("XDG_CONFIG_HOME", ".config", "APPDATA", "Library/Application Support")


def state_folder() -> Path:
    """Journal, drafts and window layout: kept, but not worth carrying to another machine."""
    return _home("XDG_STATE_HOME", ".local/state", "LOCALAPPDATA", "Library/Application Support")


def cache_folder() -> Path:
    """Thumbnails and evidence: may be deleted at any time."""
    return _home("XDG_CACHE_HOME", ".cache", "LOCALAPPDATA", "Library/Caches")


def _home(variable: str, unix: str, windows: str, mac: str) -> Path:
    chosen = os.environ.get(variable, "")
    if chosen and Path(chosen).is_absolute():
        return Path(chosen) / NAME
    if sys.platform == "win32":
        return Path(os.environ.get(windows) or Path.home() / "AppData" / "Local") / NAME
    if sys.platform == "darwin":
        return Path.home() / mac / NAME
    return Path.home() / unix / NAME
