"""What may be said of a picture: the measured values, and the flags that they clearly allow."""

from collections.abc import Iterator

from app.images.evidence import Flag, FlagReading, Sharpness, Tone
from app.images.sharpness import measure_sharpness
from app.images.tone import measure_tone

__all__ = ["measure_sharpness", "measure_tone", "raise_flags"]

# Each threshold was chosen on one half of the photos and held on the other; the counts are how many
# raised flags were right when the pictures were looked at. Looser ones fail: dark at 25 and 35 is
# right in 87 of 100, warm at 0.6 in 93. Between 35 and 62 lightness says nothing about the hour.
DARK_MEAN, DARK_P75, DARK_COUNT = 20.0, 30.0, "33/33"
BRIGHT_MEAN, BRIGHT_P25, BRIGHT_DARK_SHARE, BRIGHT_COUNT = 70.0, 50.0, 0.05, "83/83"
NOT_DARK_MEAN, NOT_DARK_P25, NOT_DARK_DARK_SHARE, NOT_DARK_COUNT = 50.0, 35.0, 0.10, "60/60"
GREY_CHROMA, GREY_COUNT = 3.0, "26/26"
COLOUR_CHROMA, COLOUR_TONE, COLOUR_COUNT = 8.0, 8.0, "60/60"
TONED_CHROMA = 20.0
"""95th percentile of chroma below which a picture may be a toned black-and-white one."""
MUTED_COLOURFULNESS, MUTED_P95, MUTED_P99, MUTED_COUNT = 12.0, 12.0, 20.0, "74/74"
VIVID_COLOURFULNESS, VIVID_CHROMA, VIVID_COUNT = 60.0, 15.0, "230/233"
WARM_SHARE, WARM_A, WARM_B, WARM_COOL_SHARE, WARM_COUNT = 0.75, 4.0, 18.0, 0.02, "63/63"
COOL_SHARE, COOL_WARM_SHARE, COOL_B, COOL_COUNT = 0.80, 0.02, -8.0, "24/27"
CUTOUT_WHITE, CUTOUT_COUNT = 0.80, "not counted"
# Tighter than what was measured first (340, and 0.80): strong JPEG takes the finest detail of soft
# portraits, which is no blur, and nothing that was blurred by a pixel or more is lost by it.
SOFT_LAPLACIAN, SOFT_RATIO = 300.0, 1.10
VERY_SOFT_LAPLACIAN, VERY_SOFT_RATIO = 1000.0, 0.75
BLURRED_COUNT = "8/9"


def raise_flags(tone: Tone, sharpness: Sharpness) -> tuple[FlagReading, ...]:
    """The flags that the values allow, in the order of `Flag`; most pictures raise few or none."""
    return (*_light(tone), *_colour(tone), *_blur(sharpness), *_background(tone))


def _light(tone: Tone) -> Iterator[FlagReading]:
    mean = tone.lightness_mean
    if mean <= DARK_MEAN and tone.lightness_p75 <= DARK_P75:
        yield FlagReading(Flag.DARK, mean, DARK_MEAN, DARK_COUNT)
    if (
        mean >= BRIGHT_MEAN
        and tone.lightness_p25 >= BRIGHT_P25
        and tone.dark_share <= BRIGHT_DARK_SHARE
    ):
        yield FlagReading(Flag.BRIGHT, mean, BRIGHT_MEAN, BRIGHT_COUNT)
    if (
        mean >= NOT_DARK_MEAN
        and tone.lightness_p25 >= NOT_DARK_P25
        and tone.dark_share <= NOT_DARK_DARK_SHARE
    ):
        yield FlagReading(Flag.NOT_DARK, mean, NOT_DARK_MEAN, NOT_DARK_COUNT)


def _colour(tone: Tone) -> Iterator[FlagReading]:
    if tone.chroma_p99 < GREY_CHROMA:
        yield FlagReading(Flag.BLACK_AND_WHITE, tone.chroma_p99, GREY_CHROMA, GREY_COUNT)
    if (
        tone.chroma_p50 >= COLOUR_CHROMA
        and tone.tone_p95 >= COLOUR_TONE
        and tone.chroma_p95 >= TONED_CHROMA
    ):
        yield FlagReading(Flag.COLOUR, tone.chroma_p50, COLOUR_CHROMA, COLOUR_COUNT)
    if (
        tone.colourfulness <= MUTED_COLOURFULNESS
        and tone.chroma_p95 <= MUTED_P95
        and tone.chroma_p99 <= MUTED_P99
    ):
        yield FlagReading(Flag.MUTED, tone.colourfulness, MUTED_COLOURFULNESS, MUTED_COUNT)
    if tone.colourfulness >= VIVID_COLOURFULNESS and tone.chroma_p50 >= VIVID_CHROMA:
        yield FlagReading(Flag.VIVID, tone.colourfulness, VIVID_COLOURFULNESS, VIVID_COUNT)
    if (
        tone.warm_share >= WARM_SHARE
        and tone.a_mean >= WARM_A
        and tone.b_mean >= WARM_B
        and tone.cool_share <= WARM_COOL_SHARE
    ):
        yield FlagReading(Flag.WARM_PALETTE, tone.warm_share, WARM_SHARE, WARM_COUNT)
    if (
        tone.cool_share >= COOL_SHARE
        and tone.warm_share <= COOL_WARM_SHARE
        and tone.b_mean <= COOL_B
    ):
        yield FlagReading(Flag.COOL_PALETTE, tone.cool_share, COOL_SHARE, COOL_COUNT)


def _blur(sharpness: Sharpness) -> Iterator[FlagReading]:
    laplacian, ratio = sharpness.laplacian, sharpness.band_ratio
    if laplacian is None or ratio is None:
        return
    if ratio < VERY_SOFT_RATIO and laplacian < VERY_SOFT_LAPLACIAN:
        yield FlagReading(Flag.BLURRED, ratio, VERY_SOFT_RATIO, BLURRED_COUNT)
    elif laplacian < SOFT_LAPLACIAN and ratio < SOFT_RATIO:
        yield FlagReading(Flag.BLURRED, ratio, SOFT_RATIO, BLURRED_COUNT)


def _background(tone: Tone) -> Iterator[FlagReading]:
    if tone.border_white >= CUTOUT_WHITE:
        yield FlagReading(Flag.CUTOUT, tone.border_white, CUTOUT_WHITE, CUTOUT_COUNT)
