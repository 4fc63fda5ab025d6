"""One picture written anew: upright, in sRGB, cut and resized as planned. Runs in a worker."""

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from app.disk import file_digest
from app.errors import ProofError
from app.export.files import Copied, SourceChangedError, measured, write_new
from app.export.planned import Treatment
from app.images.decode import UnreadableImage, flatten, open_image, read_orientation
from app.messages import msg

Colour = tuple[int, int, int]

_SRGB = ImageCms.ImageCmsProfile(
    ImageCms.createProfile("sRGB")  # pyright: ignore[reportUnknownMemberType,reportUnknownArgumentType]
)
_LAB = ImageCms.ImageCmsProfile(
    ImageCms.createProfile("LAB")  # pyright: ignore[reportUnknownMemberType,reportUnknownArgumentType]
)
_FULL_COLOUR_FROM = 90
"""From this JPEG quality on colour is not stored at half size."""
_PNG_EFFORT = 1
"""Of 9. The usual 6 takes five times as long for files a tenth smaller."""
_WEBP_EFFORT = 2
"""Of 6. The usual 4 takes twice as long for files that are hardly smaller."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture to be written anew; everything a worker needs."""

    source: Path
    digest: str | None
    """SHA-256 that the source must have, if it is known."""
    target: Path
    treatment: Treatment
    background: Colour
    quality: int
    strip_metadata: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was read and what was written."""

    source: Copied
    result: Copied


def attempt(drawing: Drawing) -> Drawn | ProofError | OSError:
    """`draw` for a worker: the error is the answer, since raising it there would lose its words."""
    try:
        return draw(drawing)
    except SourceChangedError as error:
        return error
    except ProofError as error:
        return ProofError(error.title, error.detail)
    except OSError as error:
        return OSError(error.errno, error.strerror, str(error.filename or ""))


def draw(drawing: Drawing) -> Drawn:
    """Write the picture. Raises UnreadableImage, SourceChangedError or OSError; no file stays then
    except one that the caller's roll-back removes.
    """
    before = drawing.source.stat()
    source = Copied(file_digest(drawing.source), before.st_size)
    if drawing.digest is not None and source.digest != drawing.digest:
        raise SourceChangedError(drawing.source)
    data = encoded(drawing)
    after = drawing.source.stat()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise SourceChangedError(drawing.source)
    write_new(drawing.target, data)
    return Drawn(source, measured(data))


def encoded(drawing: Drawing) -> bytes:
    """The bytes of the new picture."""
    try:
        with open_image(drawing.source) as opened:
            exif = b"" if drawing.strip_metadata else _exif_without_turn(opened)
            image = plain(opened, drawing.background)
            treatment = drawing.treatment
            crop = treatment.crop
            if crop is not None:
                # Cut first: resizing with a box would let colours from outside the frame in.
                right, bottom = crop.left + crop.width, crop.top + crop.height
                image = image.crop((crop.left, crop.top, right, bottom))
            if treatment.size != image.size:
                image = image.resize(treatment.size, Image.Resampling.LANCZOS)
            return _saved(image, treatment.format, drawing.quality, exif)
    except (UnreadableImage, OSError, MemoryError):
        raise
    except Exception as error:
        # Pillow's decoders raise whatever a damaged file provokes.
        reason = msg("could not be decoded: {reason}", reason=str(error) or type(error).__name__)
        raise UnreadableImage(drawing.source, reason) from error


def plain(image: Image.Image, background: Colour) -> Image.Image:
    """The picture as upright 8-bit sRGB, transparent parts on `background`."""
    image.load()
    if read_orientation(image) not in (None, 1):
        image = ImageOps.exif_transpose(image)
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        alpha = layered.getchannel("A")
        colours = _in_srgb(layered.convert("RGB"), image.info.get("icc_profile"))
        ground = Image.new("RGB", image.size, background)
        ground.paste(colours, mask=alpha)
        return ground
    if image.mode == "LAB":
        turned = ImageCms.profileToProfile(image, _LAB, _SRGB, outputMode="RGB")
        return turned if turned is not None else image
    if image.mode in ("RGB", "CMYK", "L"):
        return _in_srgb(image, image.info.get("icc_profile"))
    return flatten(image)[0]


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    """RGB by the picture's own profile; without one, or with a broken one, by the plain formula."""
    if isinstance(profile, bytes) and profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            turned = None
        if turned is not None:
            return turned
    return image.convert("RGB")


def _exif_without_turn(image: Image.Image) -> bytes:
    try:
        exif = image.getexif()
        exif.pop(0x0112, None)
        return exif.tobytes() if len(exif) else b""
    except Exception:  # noqa: BLE001 - foreign EXIF raises whatever its bytes provoke
        return b""


def _saved(image: Image.Image, kind: str, quality: int, exif: bytes) -> bytes:
    buffer = io.BytesIO()
    image.info = {}  # or Pillow would write comments and profiles of the source
    extra = {"exif": exif} if exif else {}
    match kind:
        case "JPEG":
            full = quality >= _FULL_COLOUR_FROM
            image.save(buffer, kind, quality=quality, subsampling=0 if full else 2, **extra)
        case "WEBP":
            image.save(buffer, kind, quality=quality, method=_WEBP_EFFORT, **extra)
        case "BMP":
            image.save(buffer, kind)
        case _:
            image.save(buffer, kind, compress_level=_PNG_EFFORT, **extra)
    return buffer.getvalue()
