"""Small drawn pictures for the tests of this package."""

import numpy as np
import pytest
from PIL import Image, ImageDraw


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
