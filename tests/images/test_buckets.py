"""The trainer's arithmetic, row by row as its real code answered."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.images.buckets import BucketSettings, bucket_for, make_buckets

A = BucketSettings()
B = BucketSettings(resolution=(1024, 1024))
C = BucketSettings(resolution=(1024, 1024), largest=2048)
D = BucketSettings(resolution=(1024, 1024), largest=2048, no_upscale=True)
E = BucketSettings(resolution=(1024, 1024), largest=2048, step=32)
F = BucketSettings(resolution=(832, 1216), largest=2048)
G = BucketSettings(resolution=(768, 768), largest=1536)

ROWS = [
    # row, picture, settings, bucket, resized, scale, area lost %, pixels of the source cut off
    (1, (512, 512), A, (512, 512), (512, 512), 1.000, 0.0, (0, 0)),
    (2, (640, 480), A, (576, 448), (597, 448), 0.933, 3.5, (23, 0)),
    (3, (1920, 1080), A, (640, 384), (683, 384), 0.356, 6.3, (121, 1)),
    (4, (3000, 1000), A, (832, 256), (832, 277), 0.277, 7.6, (0, 77)),
    (5, (1024, 1024), B, (1024, 1024), (1024, 1024), 1.000, 0.0, (0, 0)),
    (6, (800, 1200), B, (704, 1024), (704, 1056), 0.880, 3.0, (0, 36)),
    (7, (1920, 1080), B, (1024, 576), (1024, 576), 0.533, 0.0, (0, 0)),
    (8, (1024, 1024), C, (1024, 1024), (1024, 1024), 1.000, 0.0, (0, 0)),
    (9, (800, 1200), C, (832, 1216), (832, 1248), 1.040, 2.6, (0, 31)),
    (10, (1200, 800), C, (1216, 832), (1248, 832), 1.040, 2.6, (31, 0)),
    (11, (1920, 1080), C, (1344, 768), (1365, 768), 0.711, 1.5, (30, 0)),
    (12, (640, 480), C, (1152, 896), (1195, 896), 1.867, 3.6, (23, 0)),
    (13, (4000, 3000), C, (1152, 896), (1195, 896), 0.299, 3.6, (144, 1)),
    (14, (832, 1216), C, (832, 1216), (832, 1216), 1.000, 0.0, (0, 0)),
    (15, (1000, 1000), C, (1024, 1024), (1024, 1024), 1.024, 0.0, (0, 0)),
    (16, (3000, 500), C, (2048, 320), (2048, 341), 0.683, 6.2, (0, 31)),
    (17, (1024, 1024), D, (1024, 1024), (1024, 1024), 1.000, 0.0, (0, 0)),
    (18, (800, 1200), D, (768, 1152), (800, 1200), 1.000, 7.8, (32, 48)),
    (19, (640, 480), D, (640, 448), (640, 480), 1.000, 6.7, (0, 32)),
    (20, (4000, 3000), D, (1088, 832), (1109, 832), 0.277, 1.9, (77, 0)),
    (21, (1000, 1000), D, (960, 960), (1000, 1000), 1.000, 7.8, (40, 40)),
    (22, (3000, 500), D, (2304, 384), (2304, 384), 0.768, 0.0, (0, 0)),
    (23, (100, 100), D, (64, 64), (100, 100), 1.000, 59.0, (36, 36)),
    (24, (800, 1200), E, (832, 1248), (832, 1248), 1.040, 0.0, (0, 0)),
    (25, (1920, 1080), E, (1344, 768), (1365, 768), 0.711, 1.5, (30, 0)),
    (26, (832, 1216), F, (832, 1216), (832, 1216), 1.000, 0.0, (0, 0)),
    (27, (1024, 1024), F, (960, 960), (960, 960), 0.938, 0.0, (0, 0)),
    (28, (1080, 1350), G, (704, 832), (704, 880), 0.652, 5.5, (0, 74)),
    (29, (2000, 1125), G, (1024, 576), (1024, 576), 0.512, 0.0, (0, 0)),
]


@pytest.mark.parametrize(
    ("picture", "settings", "bucket", "resized", "scale", "lost", "cut"),
    [row[1:] for row in ROWS],
    ids=[f"row {row[0]}: {row[1][0]}x{row[1][1]}" for row in ROWS],
)
def test_section_3_5(picture, settings, bucket, resized, scale, lost, cut):
    got = bucket_for(picture[0], picture[1], settings)
    assert got.bucket == bucket
    assert got.resized == resized
    assert got.scale == pytest.approx(scale, abs=0.0006)
    assert 100 * got.area_lost == pytest.approx(lost, abs=0.05 + 1e-9)
    removed = tuple(round(picture[axis] - got.bucket[axis] / got.scale) for axis in (0, 1))
    assert removed == cut
    left, top, right, bottom = got.crop
    assert (picture[0] - (right - left), picture[1] - (bottom - top)) == pytest.approx(cut, abs=1.7)


def test_rows_are_all_there():
    assert [row[0] for row in ROWS] == list(range(1, 30))


def test_the_list_holds_the_sizes_known_from_sdxl():
    buckets = make_buckets(C)
    assert {(1024, 1024), (832, 1216), (1216, 832), (896, 1152), (1344, 768)} <= set(buckets)
    assert list(buckets) == sorted(buckets)
    assert all(width * height <= 1024 * 1024 for width, height in buckets)


def test_limits_are_rounded_to_steps():
    buckets = make_buckets(BucketSettings(smallest=300, largest=1000))
    assert min(map(min, buckets)) == 256
    assert max(map(max, buckets)) == 1024


def test_a_tie_goes_to_the_first_in_order():
    settings = BucketSettings(resolution=(256, 256), smallest=128, largest=512, step=128)
    assert make_buckets(settings)[-2:] == ((384, 128), (512, 128))
    assert bucket_for(700, 200, settings).bucket == (384, 128)


def test_a_single_pixel_trains_enlarged():
    got = bucket_for(1, 1, A)
    assert (got.bucket, got.scale, got.upscaled) == ((512, 512), 512, True)


@pytest.mark.parametrize(
    ("picture", "bucket"), [((50, 600), (0, 576)), ((600, 50), (576, 0)), ((100_000, 20), None)]
)
def test_a_thin_picture_has_no_bucket_without_upscaling(picture, bucket):
    got = bucket_for(picture[0], picture[1], D)
    assert got.unusable
    assert bucket is None or got.bucket == bucket
    assert got.area_lost == 1


def test_without_buckets_everything_becomes_the_resolution():
    got = bucket_for(1500, 1000, BucketSettings(resolution=(1024, 1024), enabled=False))
    assert got.bucket == (1024, 1024)
    assert got.resized == (1536, 1024)
    assert got.crop == pytest.approx((250, 0, 1250, 1000))


@given(st.integers(1, 9000), st.integers(1, 9000), st.sampled_from([A, B, C, D, E, F, G]))
def test_a_crop_lies_inside_the_picture_and_has_the_shape_of_the_bucket(width, height, settings):
    got = bucket_for(width, height, settings)
    left, top, right, bottom = got.crop
    assert 0 <= left <= right <= width + 1e-6
    assert 0 <= top <= bottom <= height + 1e-6
    assert got.resized[0] >= got.bucket[0]
    assert got.resized[1] >= got.bucket[1]
    kept = (right - left) * (bottom - top) / (width * height)
    assert math.isclose(kept, 1 - got.area_lost, abs_tol=1e-6)
