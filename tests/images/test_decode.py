"""Files that are pictures in every way they can be, and files that are none."""

import errno
import io
import os
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.errors import ProofError
from app.images import decode
from app.images.decode import UnreadableImage, fit, load, open_image
from app.images.evidence import Evidence
from app.images.reader import examine


def reason(path):
    with pytest.raises(UnreadableImage) as caught:
        load(path, 640)
    assert isinstance(caught.value, ProofError)
    assert path.name in str(caught.value.title)
    return str(caught.value.detail)


def centre(image):
    return image.getpixel((image.width // 2, image.height // 2)) or 0


def chunk(kind, data):
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def huge_png(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(100_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels)


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("L", "a.png"),
        ("P", "a.gif"),
        ("1", "a.tiff"),
        ("CMYK", "a.jpg"),
        ("CMYK", "a.tif"),
        ("YCbCr", "a.tif"),
        ("RGB", "a.bmp"),
        ("RGB", "a.avif"),
        ("LAB", "a.tif"),
    ],
)
def test_every_mode_becomes_rgb(tmp_path, photo, mode, name):
    """Row 26."""
    path = tmp_path / name
    source = photo(64, 48)
    if mode == "LAB":
        Image.new("LAB", (64, 48), (200, 128, 128)).save(path)
    else:
        source.convert(mode).save(path)
    decoded = load(path, 640)
    assert decoded.image.mode == "RGB"
    assert (decoded.width, decoded.height) == (64, 48)
    assert not decoded.transparent


def test_sixteen_bit_grey_is_scaled_and_not_clipped(tmp_path):
    """Row 26."""
    values = np.full((40, 40), 300 * 100, dtype=np.uint16)
    path = tmp_path / "a.png"
    Image.fromarray(values).save(path)
    assert centre(load(path, 640).image) == (117, 117, 117)
    assert load(path, 640).mode == "I;16"


def test_floats_are_stretched_over_what_they_hold(tmp_path):
    path = tmp_path / "a.tif"
    ramp = np.linspace(-2, 3, 64, dtype=np.float32)[None, :].repeat(64, axis=0)
    Image.fromarray(ramp).save(path)
    image = load(path, 640).image
    assert image.getpixel((0, 0)) == (0, 0, 0)
    assert image.getpixel((63, 0)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_transparency_becomes_white(tmp_path, mode):
    """Row 26."""
    source = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    source.paste((0, 0, 0, 255), (0, 0, 10, 40))
    path = tmp_path / "a.png"
    image = source.quantize() if mode == "PA" else source.convert(mode)
    image.save(path)
    decoded = load(path, 640)
    assert decoded.transparent
    assert centre(decoded.image) == (255, 255, 255)
    assert decoded.image.getpixel((2, 2)) == (0, 0, 0)


def test_an_opaque_alpha_channel_is_not_transparent(tmp_path, photo):
    path = tmp_path / "a.webp"
    photo(40, 40).convert("RGBA").save(path, lossless=True)
    assert load(path, 640).transparent is False


def test_one_transparent_pixel_of_a_large_picture_counts(tmp_path):
    path = tmp_path / "a.png"
    image = Image.new("RGBA", (1600, 1600), "red")
    image.putpixel((800, 800), (255, 0, 0, 250))
    image.save(path)
    decoded = load(path, 200)
    assert decoded.transparent
    assert decoded.image.getpixel((0, 0)) == (255, 0, 0)


def test_an_animation_shows_its_first_frame(tmp_path):
    """Row 26."""
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "lime", "blue")]
    for name in ("a.gif", "a.webp", "a.png"):
        path = tmp_path / name
        frames[0].save(path, save_all=True, append_images=frames[1:], duration=50)
        decoded = load(path, 640)
        assert decoded.frames == 3
        assert np.allclose(centre(decoded.image), (255, 0, 0), atol=3), name


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(tmp_path, orientation):
    upright = Image.new("RGB", (60, 30), "white")
    upright.paste("red", (0, 0, 10, 10))
    undo = {6: 90, 8: 270, 3: 180}
    stored = {
        1: upright,
        2: upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        4: upright.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: upright.transpose(Image.Transpose.TRANSPOSE),
        7: upright.transpose(Image.Transpose.TRANSVERSE),
    }.get(orientation) or upright.rotate(undo[orientation], expand=True)
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "a.png"
    stored.save(path, exif=exif)
    decoded = load(path, 640)
    assert decoded.orientation == orientation
    assert (decoded.width, decoded.height) == stored.size
    assert decoded.image.size == (60, 30)
    assert decoded.image.getpixel((3, 3)) == (255, 0, 0)


def test_broken_exif_leaves_the_picture_as_it_is(tmp_path, photo):
    """Row 24."""
    path = tmp_path / "a.jpg"
    photo(64, 48).save(path, exif=b"Exif\0\0II*\0\xff\xff\xff\x7f" + b"\x01" * 40)
    decoded = load(path, 640)
    assert decoded.image.size == (64, 48)
    assert decoded.orientation in (None, 1)


def test_large_pictures_are_decoded_small(tmp_path, photo):
    for name in ("a.jpg", "a.png"):
        path = tmp_path / name
        photo(2000, 1000).save(path)
        decoded = load(path, 300)
        assert (decoded.width, decoded.height) == (2000, 1000)
        assert 300 <= decoded.image.width < 600
        assert decoded.image.width == pytest.approx(2 * decoded.image.height, abs=2)


def test_fit_never_enlarges(photo):
    image = photo(50, 40)
    assert fit(image, 100, 100) is image
    assert fit(image, 25, 100).size == (25, 20)
    assert fit(Image.new("RGB", (2000, 1)), 100, 100).size == (100, 1)


def test_a_truncated_jpeg_says_how_far_it_goes(tmp_path, photo):
    """Row 21."""
    path = tmp_path / "a.jpg"
    photo(640, 480).save(path)
    path.write_bytes(path.read_bytes()[:20_000])
    assert reason(path) == "ends too early, after 20 kB"


@pytest.mark.parametrize(("name", "options"), [("a.webp", {"lossless": True}), ("a.bmp", {})])
def test_a_format_that_knows_its_size_says_what_is_missing(tmp_path, photo, name, options):
    path = tmp_path / name
    photo(320, 240).save(path, **options)
    whole = path.stat().st_size
    path.write_bytes(path.read_bytes()[:9_000])
    assert reason(path) == f"ends after 9 kB of {whole / 1000:.0f} kB"


def test_a_decompression_bomb_costs_only_its_header(tmp_path):
    """Row 22."""
    path = tmp_path / "a.png"
    path.write_bytes(huge_png(50048, 50048))
    assert reason(path) == "is 50048 × 50048 pixels, too large to preview"


def test_just_above_the_limit_is_refused_without_a_warning(tmp_path):
    """Row 22."""
    path = tmp_path / "a.png"
    path.write_bytes(huge_png(20_000, 10_001))
    assert reason(path) == "is 20000 × 10001 pixels, too large to preview"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "holds SVG"),
        (b"\0\0\0\x18ftypheic" + bytes(200), "holds HEIC"),
        (b"PK\x03\x04" + bytes(200), "holds ZIP"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "holds EPS"),
        (b"<!doctype html><title>404</title>", "web page"),
        (bytes(5000), "nothing but zero bytes"),
        (b"just words", "is not a picture"),
        (b"\xff\xd8\xff\xe0 and then nothing useful", "ends too early"),
        (b"GIF89a", "damaged GIF"),
        (b"", "empty file"),
    ],
)
def test_what_else_a_file_may_hold(tmp_path, data, words):
    """Rows 20 and 25."""
    path = tmp_path / "a.png"
    path.write_bytes(data)
    assert words in reason(path)


def test_a_text_chunk_bomb_is_caught(tmp_path, photo):
    """Row 24."""
    path = tmp_path / "a.png"
    photo(20, 20).save(path)
    data = path.read_bytes()
    bomb = chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(200_000_000), 9))
    path.write_bytes(data[:33] + bomb + data[33:])
    assert "damaged PNG" in reason(path)


def test_a_jpeg_called_png_is_decoded_and_told_by_its_content(tmp_path, photo):
    """Row 25."""
    path = tmp_path / "a.png"
    photo(40, 30).save(path, "JPEG")
    assert load(path, 640).format == "JPEG"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_never_opened(tmp_path):
    """Row 29."""
    path = tmp_path / "a.png"
    os.mkfifo(path)
    assert reason(path) == "is not a regular file"


def test_a_folder_a_missing_file_and_a_dangling_link(tmp_path):
    assert reason(tmp_path) == "is not a regular file"
    assert reason(tmp_path / "gone.png") == "is no longer there"
    link = tmp_path / "a.png"
    link.symlink_to("nowhere.png")
    assert reason(link) == "is no longer there"


def test_a_file_beyond_the_cap_is_not_read(tmp_path, monkeypatch, photo):
    path = tmp_path / "a.bmp"
    photo(64, 64).save(path)
    monkeypatch.setattr(decode, "MOST_BYTES", 2000)
    assert reason(path) == "is 12 kB large, more than the 2 kB that are read"


def test_out_of_memory_is_a_reason_that_may_pass(tmp_path, photo, monkeypatch):
    path = tmp_path / "a.png"
    photo(64, 64).save(path)

    def fail(*_):
        raise MemoryError

    monkeypatch.setattr(decode, "flatten", fail)
    with pytest.raises(UnreadableImage) as caught:
        load(path, 640)
    assert not caught.value.lasting
    assert "memory" in str(caught.value.detail)


@pytest.mark.parametrize(
    ("error", "words", "lasting"),
    [
        (OSError(errno.EIO, "Input/output error"), "Input/output error", False),
        (PermissionError(errno.EACCES, "no"), "permissions forbid it", False),
        (OSError(errno.EINVAL, "Invalid argument"), "damaged PNG", True),
        (SyntaxError("broken PNG file"), "damaged PNG file: broken PNG file", True),
        (struct.error("unpack requires a buffer"), "damaged PNG", True),
        (RecursionError(), "damaged PNG file: RecursionError", True),
    ],
)
def test_reasons_of_the_disk_pass_and_reasons_of_the_bytes_last(
    tmp_path, photo, monkeypatch, error, words, lasting
):
    path = tmp_path / "a.png"
    photo(64, 64).save(path)

    def fail(*_):
        raise error

    monkeypatch.setattr(decode, "flatten", fail)
    with pytest.raises(UnreadableImage) as caught:
        load(path, 640)
    assert caught.value.lasting is lasting
    assert words in str(caught.value.detail)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "GIF", "TIFF", "AVIF"])
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_flipped_bytes_give_a_picture_or_a_reason(kind, data, photo, tmp_path_factory):
    """Row 21."""
    stream = io.BytesIO()
    photo(48, 40).save(stream, kind)
    damaged = bytearray(stream.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "a.png"
    path.write_bytes(damaged[: data.draw(st.integers(1, len(damaged)))])
    (verdict,) = [part for part in examine(path, 64, None) if isinstance(part, Evidence)]
    assert (verdict.failure is None) is (verdict.tone is not None)


def test_open_image_reads_only_the_header(tmp_path, photo):
    path = tmp_path / "a.jpg"
    photo(64, 48).save(path)
    with open_image(path) as image:
        assert image.size == (64, 48)
