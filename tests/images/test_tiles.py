"""The sharpness of each tile: what the picture's one figure was made from."""

import pytest
from PIL import Image, ImageFilter

from app.images.measure import measure_sharpness
from app.images.reader import tiles_of
from app.images.sharpness import BEST_TILES, TILES, measure_tiles
from app.messages import Message


def test_the_best_tiles_give_the_figure_of_the_picture(photo):
    image = photo()
    tiles = measure_tiles(image)
    best = [tiles.ratios[number] for number in tiles.best]
    assert len(tiles.ratios) == TILES**2
    assert len(best) == BEST_TILES
    assert sum(best) / BEST_TILES == pytest.approx(measure_sharpness(image).band_ratio, abs=2e-4)
    known = [ratio for ratio in tiles.ratios if ratio is not None]
    assert len(known) == measure_sharpness(image).textured_tiles
    assert min(best) == sorted(known)[-BEST_TILES]


def test_what_was_blurred_at_the_left_is_soft_at_the_left():
    noise = Image.effect_noise((512, 512), 120).convert("RGB")
    noise.paste(noise.filter(ImageFilter.GaussianBlur(1)).crop((0, 0, 256, 512)), (0, 0))
    ratios = measure_tiles(noise).ratios
    rows = [ratios[row * TILES : (row + 1) * TILES] for row in range(TILES)]
    assert all(max(row[:3]) < min(row[5:]) for row in rows)
    assert all(number % TILES >= 4 for number in measure_tiles(noise).best)


@pytest.mark.parametrize("size", [(512, 512), (40, 400)])
def test_without_texture_or_room_nothing_is_said(size):
    tiles = measure_tiles(Image.new("RGB", size, "#777"))
    assert set(tiles.ratios) == {None}
    assert not tiles.best


def test_a_file_that_is_no_picture_says_why(tmp_path):
    (tmp_path / "a.png").write_bytes(b"no picture")
    assert isinstance(tiles_of(tmp_path / "a.png"), Message)
