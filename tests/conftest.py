"""Every test has its own home: nothing here reads or writes the files of the person who runs it."""

import multiprocessing
import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from app.images.known import READY as FOR_PICTURES
from app.lint.reading import READY as FOR_CAPTIONS

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if sys.platform == "linux":
    # Whichever test comes first: all of a process share the server that workers are forked from.
    multiprocessing.get_context("forkserver").set_forkserver_preload([*FOR_PICTURES, *FOR_CAPTIONS])

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    home = tmp_path_factory.mktemp("home")
    for variable, folder in (
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CACHE_HOME", "cache"),
    ):
        monkeypatch.setenv(variable, str(home / folder))
    return home


@pytest.fixture(scope="session")
def shared():
    """The real folders and labelled captions, which are not part of the project."""
    if not SHARED.is_dir():
        pytest.skip("../shared/data is not here")
    return SHARED


def photo_like(width=320, height=240, seed=1):
    """Blobs and strokes of several sizes and colours: texture, edges and a range of light."""
    random = np.random.default_rng(seed)
    coarse = Image.fromarray(random.integers(40, 216, (6, 8, 3), dtype=np.uint8))
    image = coarse.resize((width, height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(120):
        x, y = int(random.integers(0, width)), int(random.integers(0, height))
        size = int(random.integers(3, max(4, width // 12)))
        colour = tuple(int(value) for value in random.integers(0, 256, 3))
        draw.rectangle((x, y, x + size, y + size // 2), fill=colour)
    return image


@pytest.fixture(scope="session")
def photo():
    return photo_like
