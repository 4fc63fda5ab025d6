"""Evidence: what was measured in a picture; every field may be unknown, and no field is a guess."""

from dataclasses import dataclass
from enum import StrEnum

from app.messages import Message

ALGORITHM_VERSION = 5
"""Raised when a measured value can change: cached facts of another version are void."""


@dataclass(frozen=True, slots=True)
class Tone:
    """Light and colour of the upright picture at 256 px, sRGB to CIELAB (D65).

    Lightness is CIE L* from 0 to 100, chroma and the a*, b* means are Lab units, shares are 0 to 1,
    colourfulness is Hasler and Suesstrunk's measure (about 0 to 150).
    """

    lightness_mean: float
    lightness_p25: float
    lightness_p50: float
    lightness_p75: float
    contrast_rms: float
    dark_share: float
    """Share of pixels with L* below 20."""
    bright_share: float
    """Share of pixels with L* above 85."""
    colourfulness: float
    chroma_p50: float
    chroma_p95: float
    chroma_p99: float
    tone_p95: float
    """95th percentile of the chroma distance from the mean colour of the same lightness bin."""
    a_mean: float
    b_mean: float
    warm_share: float
    cool_share: float
    border_white: float
    """Share of near-white pixels along the border: 0.8 and more is a cut-out."""


@dataclass(frozen=True, slots=True)
class Sharpness:
    """Detail at 512 px: `laplacian` is the 4th largest tile mean of Laplacian squared, `band_ratio`
    fine over coarse energy of the best tiles; None where fewer than 4 tiles carry texture.
    """

    laplacian: float | None
    band_ratio: float | None
    textured_tiles: int


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """128-bit dHash (64 horizontal, 64 vertical comparisons) and that of the mirrored picture."""

    bits: int
    mirrored: int


class Smile(StrEnum):
    """What the expression model says of one face; *unknown* is the usual answer."""

    FOUND = "smile"
    NONE = "no_smile"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Face:
    """One face: box in pixels of the upright picture, probabilities 0 to 1."""

    x: int
    y: int
    width: int
    height: int
    neighbours: int
    smile: float
    no_smile: float
    not_face: float
    verdict: Smile


class Flag(StrEnum):
    """A statement that the measurements allow; a missing flag says nothing."""

    DARK = "dark"
    BRIGHT = "bright"
    NOT_DARK = "not_dark"
    BLACK_AND_WHITE = "black_and_white"
    COLOUR = "colour"
    MUTED = "muted"
    VIVID = "vivid"
    WARM_PALETTE = "warm_palette"
    COOL_PALETTE = "cool_palette"
    BLURRED = "blurred"
    CUTOUT = "cutout"


@dataclass(frozen=True, slots=True)
class FlagReading:
    """A raised flag with the deciding value, its threshold and the precision that was measured."""

    flag: Flag
    value: float
    threshold: float
    precision: str
    """As counted, for example "60/60"."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything known about one image file; None means not measured, never "no"."""

    digest: str | None = None
    """SHA-256 of the file's bytes, hexadecimal."""
    file_size: int | None = None
    format: str | None = None
    """The real format by content: "PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF", "AVIF"."""
    mode: str | None = None
    frames: int | None = None
    orientation: int | None = None
    """EXIF orientation, 1 to 8; other than 1 the trainer sees the picture lying."""
    width: int | None = None
    """Pixels as stored in the file, which is what the trainer reads."""
    height: int | None = None
    transparent: bool | None = None
    """True where at least one pixel is not opaque."""
    tone: Tone | None = None
    sharpness: Sharpness | None = None
    fingerprint: Fingerprint | None = None
    faces: tuple[Face, ...] | None = None
    """None where faces were not looked for; an empty tuple is not evidence of absence."""
    flags: tuple[FlagReading, ...] = ()
    failure: Message | None = None
    """Why the picture cannot be decoded; then everything that needs pixels is None."""
    algorithm: int = ALGORITHM_VERSION

    def flag(self, flag: Flag) -> FlagReading | None:
        """The reading behind a raised flag, or None (unknown)."""
        for reading in self.flags:
            if reading.flag is flag:
                return reading
        return None

    @property
    def upright_size(self) -> tuple[int, int] | None:
        """Width and height after EXIF rotation, in pixels."""
        if self.width is None or self.height is None:
            return None
        if self.orientation is not None and self.orientation >= 5:
            return self.height, self.width
        return self.width, self.height


NOTHING_MEASURED = Evidence()
