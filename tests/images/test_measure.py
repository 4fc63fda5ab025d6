"""Tone, sharpness and the flags on drawn pictures whose answer is known."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from app.images.evidence import Flag, Sharpness
from app.images.measure import measure_sharpness, measure_tone, raise_flags
from app.images.sharpness import TILES, tile_energies
from app.images.tone import lab

UNKNOWN_SHARPNESS = Sharpness(None, None, 0)


def flags(image, sharpness=UNKNOWN_SHARPNESS):
    return {reading.flag for reading in raise_flags(measure_tone(image), sharpness)}


def noise(low, high, size=(256, 256), seed=3):
    values = np.random.default_rng(seed).integers(low, high, (size[1], size[0], 3), dtype=np.uint8)
    return Image.fromarray(values)


@pytest.mark.parametrize(
    ("colour", "expected"),
    [  # CIE values of sRGB primaries as published
        ((255, 255, 255), (100, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        ((255, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 255, 0), (87.74, -86.18, 83.18)),
        ((0, 0, 255), (32.30, 79.19, -107.86)),
        ((119, 119, 119), (50.03, 0, 0)),
    ],
)
def test_lab_of_known_colours(colour, expected):
    got = [float(channel[0, 0]) for channel in lab(np.array([[colour]], dtype=np.uint8))]
    assert got == pytest.approx(expected, abs=0.05)


def test_lab_is_that_of_exact_arithmetic_but_for_less_than_half_a_step_of_a_value():
    rgb = np.random.default_rng(5).integers(0, 256, (70, 90, 3), dtype=np.uint8)
    steps = rgb / 255
    linear = np.where(steps <= 0.04045, steps / 12.92, ((steps + 0.055) / 1.055) ** 2.4)
    to_xyz = [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
    white = linear @ np.transpose(np.array(to_xyz) / [[0.95047], [1], [1.08883]])
    curved = np.where(white > (6 / 29) ** 3, np.cbrt(white), white * 841 / 108 + 4 / 29)
    x, y, z = np.moveaxis(curved, -1, 0)
    exact = (116 * y - 16, 500 * (x - y), 200 * (y - z))
    for got, expected, most in zip(lab(rgb), exact, (0.03, 0.2, 0.08), strict=True):
        assert np.abs(got - expected).max() < most
        assert abs((got - expected).mean()) < 1e-3


def test_grey_has_no_colour_and_no_light_is_above_white():
    grey = np.repeat(np.arange(256, dtype=np.uint8)[:, None, None], 3, axis=2)
    lightness, a, b = lab(grey)
    assert not a.any()
    assert not b.any()
    assert (np.diff(lightness[:, 0]) > 0).all()
    corners = np.array(np.meshgrid(*[[0, 1, 254, 255]] * 3), np.uint8).reshape(3, -1).T[None]
    assert all(np.isfinite(channel).all() for channel in lab(corners))
    assert lab(corners)[0].max() == pytest.approx(100, abs=1e-4)


@pytest.mark.parametrize("size", [(1, 1), (1, 2), (3, 1), (41, 17)])
def test_percentiles_are_those_of_numpy(size):
    picture = noise(0, 256, size)
    tone = measure_tone(picture)
    lightness = lab(np.asarray(picture))[0]
    expected = np.percentile(lightness.astype(np.float64), [25, 50, 75])
    found = (tone.lightness_p25, tone.lightness_p50, tone.lightness_p75)
    assert found == pytest.approx(expected, abs=2e-4)


@pytest.mark.parametrize("size", [(512, 341), (64, 65), (71, 300)])
def test_tile_energies_are_those_of_their_definition(size):
    grey = np.asarray(noise(0, 256, size).convert("L"))
    values = grey.astype(np.float64)

    def mean(width):
        windows = np.lib.stride_tricks.sliding_window_view(values, (width, width))
        return windows.mean(axis=(2, 3))

    middle = values[1:-1, 1:-1]
    around = values[:-2, 1:-1] + values[2:, 1:-1] + values[1:-1, :-2] + values[1:-1, 2:]
    inner = mean(3)[2:-2, 2:-2]
    bands = (around - 4 * middle, values[3:-3, 3:-3] - inner, inner - mean(7))
    for got, band in zip(tile_energies(grey), bands, strict=True):
        height, width = band.shape
        for row in range(TILES):
            for column in range(TILES):
                tile = band[
                    row * height // TILES : (row + 1) * height // TILES,
                    column * width // TILES : (column + 1) * width // TILES,
                ]
                assert got[row, column] == pytest.approx(np.square(tile).mean(), rel=1e-5)


def test_tone_of_two_halves():
    image = Image.new("RGB", (200, 100), "white")
    image.paste("black", (0, 0, 100, 100))
    tone = measure_tone(image)
    assert tone.lightness_mean == pytest.approx(50, abs=0.1)
    assert tone.contrast_rms == pytest.approx(50, abs=0.1)
    assert (tone.dark_share, tone.bright_share) == pytest.approx((0.5, 0.5))
    assert tone.chroma_p99 == pytest.approx(0, abs=0.1)
    assert tone.border_white == pytest.approx(0.5, abs=0.01)


def test_warm_and_cool_shares():
    image = Image.new("RGB", (100, 100), (220, 140, 60))
    image.paste((60, 120, 220), (0, 0, 30, 100))
    tone = measure_tone(image)
    assert tone.warm_share == pytest.approx(0.7)
    assert tone.cool_share == pytest.approx(0.3)


def test_colourfulness_of_one_flat_colour_is_its_distance_from_grey():
    tone = measure_tone(Image.new("RGB", (64, 64), (200, 100, 0)))
    assert tone.colourfulness == pytest.approx(0.3 * np.hypot(100, 150), abs=0.01)


def test_tone_does_not_depend_on_size(photo):
    small, large = photo(256, 192, 4), photo(256, 192, 4).resize((1024, 768))
    assert measure_tone(large).lightness_mean == pytest.approx(
        measure_tone(small).lightness_mean, abs=0.5
    )


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (noise(0, 40), {Flag.DARK}),
        (noise(190, 256), {Flag.BRIGHT, Flag.NOT_DARK}),
        (noise(128, 180).convert("L").convert("RGB"), {Flag.BLACK_AND_WHITE, Flag.MUTED}),
        (Image.merge("RGB", [noise(*r).convert("L") for r in ((200, 256), (90, 150), (10, 60))]),
         {Flag.WARM_PALETTE, Flag.VIVID}),
        (Image.new("RGB", (90, 90), (70, 110, 230)), {Flag.COOL_PALETTE}),
        (Image.new("RGB", (90, 90), "white"), {Flag.CUTOUT, Flag.BRIGHT, Flag.BLACK_AND_WHITE}),
    ],
    ids=["dark", "bright", "grey", "warm", "cool", "white"],
)  # fmt: skip
def test_flags_that_must_be_raised(image, expected):
    assert expected <= flags(image)


def test_a_photo_of_middling_light_says_nothing_of_dark_or_bright(photo):
    assert not flags(photo(320, 240).point(lambda value: value * 0.75)) & {
        Flag.DARK,
        Flag.BRIGHT,
        Flag.BLACK_AND_WHITE,
        Flag.MUTED,
    }


def test_contrary_flags_never_meet(photo):
    contrary = [
        {Flag.DARK, Flag.BRIGHT},
        {Flag.DARK, Flag.NOT_DARK},
        {Flag.BLACK_AND_WHITE, Flag.COLOUR},
        {Flag.MUTED, Flag.VIVID},
        {Flag.WARM_PALETTE, Flag.COOL_PALETTE},
    ]
    for gain in (0.1, 0.3, 0.6, 1.0, 1.5):
        for seed in range(6):
            image = photo(160, 120, seed).point(lambda value, gain=gain: min(255, value * gain))
            for grey in (image, image.convert("L").convert("RGB")):
                raised = flags(grey)
                assert not [pair for pair in contrary if pair <= raised]


def test_a_toned_picture_is_never_called_colour(photo):
    grey = np.asarray(photo(160, 120).convert("L"), dtype=np.float64) / 255
    sepia = np.stack([grey**0.8, grey, grey**1.35], axis=-1) * 255
    assert Flag.COLOUR not in flags(Image.fromarray(sepia.astype(np.uint8)))


def test_a_reading_carries_its_number_and_its_record():
    (reading,) = [
        reading
        for reading in raise_flags(measure_tone(noise(0, 40)), UNKNOWN_SHARPNESS)
        if reading.flag is Flag.DARK
    ]
    assert reading.value <= reading.threshold == 20.0
    assert reading.precision == "33/33"


def test_blur_is_found_and_sharp_is_left_alone(photo):
    image = photo(512, 384, 2)
    sharp = measure_sharpness(image)
    assert Flag.BLURRED not in flags(image, sharp)
    for radius in (1.5, 2):
        soft = measure_sharpness(image.filter(ImageFilter.GaussianBlur(radius)))
        assert Flag.BLURRED in flags(image, soft)
        assert None not in (soft.laplacian, soft.band_ratio)
        assert (soft.laplacian or 0) < (sharp.laplacian or 0)
        assert (soft.band_ratio or 0) < (sharp.band_ratio or 0)


@pytest.mark.parametrize(
    "image",
    [
        Image.new("RGB", (512, 512), "grey"),
        Image.linear_gradient("L"),
        Image.new("RGB", (3000, 50), "red"),
        Image.new("RGB", (1, 1)),
    ],
    ids=["flat", "gradient", "thin", "one pixel"],
)
def test_without_texture_sharpness_is_unknown(image):
    sharpness = measure_sharpness(image)
    assert sharpness.laplacian is None
    assert sharpness.band_ratio is None
    assert Flag.BLURRED not in flags(image, sharpness)


@pytest.mark.parametrize(
    ("laplacian", "ratio", "soft"),
    [
        (49, 0.39, True),
        (157, 0.48, True),
        (290, 1.05, True),
        (366, 0.76, False),
        (310, 0.81, False),
        (680, 0.95, False),
    ],
)
def test_a_soft_portrait_that_was_strongly_compressed_is_not_blurred(photo, laplacian, ratio, soft):
    """As measured on generated portraits: the first three blurred or enlarged, the rest not."""
    raised = flags(photo(), Sharpness(laplacian, ratio, 50))
    assert (Flag.BLURRED in raised) is soft
