"""Decoded pixels as a small JPEG, for pages that carry their pictures with them."""

import io

from PIL import Image

from app.images.pixels import Pixels

QUALITY = 82


def jpeg_of(pixels: Pixels) -> bytes:
    """The picture as JPEG bytes."""
    size = (pixels.width, pixels.height)
    stream = io.BytesIO()
    image = Image.frombuffer("RGB", size, pixels.data, "raw", "BGRX", 0, 1)
    image.save(stream, "JPEG", quality=QUALITY)
    return stream.getvalue()
