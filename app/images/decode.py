"""Opening a picture that nobody vouches for: checked first, decoded by Pillow, upright, plain."""

import os
import stat
import threading
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageFile,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from app.errors import ProofError
from app.images import damage
from app.images.formats import DECODED
from app.messages import Message, msg

MOST_BYTES = 512 * 1024 * 1024
MOST_PIXELS = 200_000_000
ORIENTATION_TAG = 0x0112

REGISTERED = (
    AvifImagePlugin,
    BmpImagePlugin,
    GifImagePlugin,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
"""Named so that they are loaded here: Pillow would otherwise import all of its 43 decoders."""

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
ImageFile.LOAD_TRUNCATED_IMAGES = False

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_MANY_PIXELS = 2.5
"""From so many pixels for one on, across, their mean is as good a small picture as others are."""
_WARNINGS = threading.RLock()


class UnreadableImage(ProofError):  # noqa: N818 - it names the picture, as its text does
    """A file that is no picture for us; `detail` is the reason, a phrase whose subject is the file.

    `lasting` is true where the reason lies in the bytes and so holds for every copy of them.
    """

    def __init__(self, path: Path, reason: Message, *, lasting: bool = False) -> None:
        super().__init__(msg("{name} cannot be read", name=path.name), reason)
        self.lasting = lasting


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture ready to be measured: `image` is upright RGB, flattened on white where it was
    transparent, its long side below twice the side that was asked for.
    """

    image: Image.Image
    format: str
    mode: str
    frames: int | None
    orientation: int | None
    width: int
    height: int
    transparent: bool


def check_file(path: Path) -> os.stat_result:
    """The status of a regular file of bearable size, which is not opened.

    Raises UnreadableImage for anything else: opening a FIFO would wait for ever.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise UnreadableImage(path, damage.system_reason(error)) from error
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableImage(path, msg("is not a regular file"))
    if status.st_size == 0:
        raise UnreadableImage(path, msg("is an empty file"), lasting=True)
    if status.st_size > MOST_BYTES:
        reason = msg(
            "is {size} large, more than the {most} that are read",
            size=damage.size_text(status.st_size),
            most=damage.size_text(MOST_BYTES),
        )
        raise UnreadableImage(path, reason)
    return status


def open_image(path: Path) -> Image.Image:
    """The picture with its header read and its pixels not yet decoded; close it after use.

    Raises UnreadableImage. Decoding it later may raise anything that Pillow raises, `OSError`,
    `ValueError` and `SyntaxError` among them: `load` turns those into UnreadableImage as well.
    """
    check_file(path)
    with _quiet(path):
        image = Image.open(path, formats=DECODED)
    if image.width * image.height > MOST_PIXELS:
        size = image.size
        image.close()
        raise UnreadableImage(path, damage.too_many_pixels(*size), lasting=True)
    return image


def load(path: Path, side: int) -> Decoded:
    """Decode a picture for measuring or showing it at about `side` pixels.

    The long side of the result is at least `side` and below twice that, or the picture's own
    where that is smaller; the first frame of an animation. Raises UnreadableImage.
    """
    with open_image(path) as image, _quiet(path):
        width, height = image.size
        mode = image.mode
        kind = "JPEG" if image.format == "MPO" else image.format or ""
        _draft(image, side)
        image.load()
        orientation = read_orientation(image)
        source, transparent = _simplified(image)
        plain, _ = flatten(_reduced(source, side))
        turn = _TURNS.get(orientation or 1)
        if turn is not None:
            plain = plain.transpose(turn)
        frames = _count_frames(image)
    return Decoded(plain, kind, mode, frames, orientation, width, height, transparent)


def read_orientation(image: Image.Image) -> int | None:
    """EXIF orientation from 1 to 8, 1 where the file names none, None where its EXIF is broken."""
    try:
        value: object = image.getexif().get(ORIENTATION_TAG, 1)
    except Exception:  # noqa: BLE001 - foreign EXIF raises whatever its bytes provoke
        return None
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def flatten(image: Image.Image) -> tuple[Image.Image, bool]:
    """The picture as RGB, and whether a pixel of it was not opaque; transparency becomes white.

    Profiles are left aside, as the trainer does. 16-bit values are scaled and never clipped.
    """
    source, transparent = _simplified(image)
    if transparent:
        ground = Image.new("RGBA", source.size, "white")
        ground.alpha_composite(source)
        source = ground
    return (source if source.mode == "RGB" else source.convert("RGB")), transparent


def fit(image: Image.Image, width: int, height: int, *, best: bool = False) -> Image.Image:
    """The picture scaled down, never up, to lie within width x height pixels.

    What is fast is good for small pictures; the best cannot be told from Lanczos of all pixels.
    """
    size = fitting_size(image.size, width, height)
    if size == image.size:
        return image
    if best:
        return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if max(image.size) < _MANY_PIXELS * max(size):
        return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=1.0)
    return image.resize(size, Image.Resampling.BOX, reducing_gap=2.0)


def fitting_size(size: tuple[int, int], width: int, height: int) -> tuple[int, int]:
    """The size that lies within width x height pixels, in the same proportions and never larger."""
    scale = min(1.0, width / size[0], height / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _draft(image: Image.Image, side: int) -> None:
    """Let the JPEG decoder leave out what is not needed: a quarter of the time for large photos."""
    if image.format in ("JPEG", "MPO") and image.mode in ("RGB", "L", "CMYK"):
        share = side / max(image.size)
        wanted = tuple(max(1, round(length * share)) for length in image.size)
        image.draft(None, (wanted[0], wanted[1]))


def _simplified(image: Image.Image) -> tuple[Image.Image, bool]:
    """The picture in 8 bits without palette, as RGBA only where a pixel is not opaque."""
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        if layered.getchannel("A").getextrema() != (255, 255):
            return layered, True
        return layered.convert("RGB"), False
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image), False
    if image.mode in ("1", "P"):
        return image.convert("RGB"), False
    return image, False


def _reduced(image: Image.Image, side: int) -> Image.Image:
    """Halve the picture as often as its long side stays at `side` or more, in one step."""
    factor = 1
    while max(image.size) // (factor * 2) >= side:
        factor *= 2
    return image if factor == 1 else image.reduce(factor)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Grey of more than 8 bits scaled to 8: 16-bit by its full range, others by what they hold."""
    values = np.asarray(image)
    if image.mode.startswith("I;"):
        return Image.fromarray((values >> 8).astype(np.uint8))
    values = np.nan_to_num(values.astype(np.float64), posinf=0.0, neginf=0.0)
    low, high = float(values.min()), float(values.max())
    if low >= 0 and high <= 255:
        low, high = 0.0, 255.0
    elif image.mode == "I" and low >= 0 and high <= 65535:
        low, high = 0.0, 65535.0
    scaled = (values - low) * (255.0 / max(high - low, 1e-12))
    return Image.fromarray(np.rint(scaled).astype(np.uint8))


def _count_frames(image: Image.Image) -> int | None:
    try:
        frames: object = getattr(image, "n_frames", 1)
    except Exception:  # noqa: BLE001 - a broken later frame leaves the first one as it is
        return None
    return frames if isinstance(frames, int) else None


@contextmanager
def _quiet(path: Path) -> Generator[None]:
    """Silence Pillow's remarks on broken metadata, and turn what it raises into UnreadableImage.

    Python's list of warning filters is shared by all threads: one at a time may change it.
    """
    with _WARNINGS, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except UnreadableImage:
            raise
        except Exception as error:  # a decoder raises whatever the bytes provoke
            reason, lasting = damage.explain(path, error)
            raise UnreadableImage(path, reason, lasting=lasting) from error
