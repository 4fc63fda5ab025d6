"""Pictures written anew: upright, sRGB, cut and resized as planned, transparency on a colour."""

import io
from dataclasses import replace
from typing import Any

import export_sets as sets
import numpy as np
import pytest
from PIL import Image, ImageCms, PngImagePlugin

from app.dataset.marks import Crop
from app.errors import ProofError
from app.export.files import SourceChangedError
from app.export.metadata import without_metadata
from app.export.picture import Drawing, attempt, encoded
from app.export.planned import Action, Treatment


def drawing(path, size, kind="PNG", crop=None, **options):
    treatment = Treatment(Action.WRITE, kind, size, crop)
    base = Drawing(path, None, path.with_suffix(".new"), treatment, (255, 255, 255), 95, True)
    return replace(base, **options)


def drawn(path, size, kind="PNG", crop=None, **options):
    return Image.open(io.BytesIO(encoded(drawing(path, size, kind, crop, **options))))


def test_every_orientation_becomes_upright(tmp_path):
    for turn in range(1, 9):
        upright = Image.new("RGB", (40, 60), (0, 0, 0))
        upright.paste((255, 0, 0), (0, 0, 20, 20))
        undo = {
            2: Image.Transpose.FLIP_LEFT_RIGHT,
            3: Image.Transpose.ROTATE_180,
            4: Image.Transpose.FLIP_TOP_BOTTOM,
            5: Image.Transpose.TRANSPOSE,
            6: Image.Transpose.ROTATE_90,
            7: Image.Transpose.TRANSVERSE,
            8: Image.Transpose.ROTATE_270,
        }
        stored = upright.transpose(undo[turn]) if turn > 1 else upright
        exif = Image.Exif()
        exif[0x0112] = turn
        path = tmp_path / f"{turn}.png"
        stored.save(path, exif=exif)
        result = drawn(path, (40, 60))
        assert result.getexif().get(0x0112, 1) == 1
        assert np.array_equal(np.array(result), np.array(upright)), turn


@pytest.mark.parametrize("background", [(255, 255, 255), (10, 200, 30)])
def test_transparency_is_flattened_on_the_chosen_colour(tmp_path, background):
    path = tmp_path / "p.png"
    Image.new("RGBA", (8, 8), (200, 0, 0, 0)).save(path)
    result = drawn(path, (8, 8), background=background)
    assert (result.mode, result.getpixel((3, 3))) == ("RGB", background)


def test_palette_transparency_is_flattened_too(tmp_path):
    path = tmp_path / "p.gif"
    image = Image.new("P", (8, 8), 0)
    image.putpalette([250, 0, 0, 0, 250, 0])
    image.putpixel((1, 1), 1)
    image.save(path, transparency=0)
    result = drawn(path, (8, 8))
    assert result.getpixel((4, 4)) == (255, 255, 255)
    assert result.getpixel((1, 1)) == (0, 250, 0)


def test_sixteen_bits_are_scaled_not_clipped(tmp_path):
    path = tmp_path / "p.png"
    ramp = np.linspace(0, 65535, 256, dtype=np.uint16).reshape(16, 16)
    Image.fromarray(ramp).save(path)
    levels = np.array(drawn(path, (16, 16)))[..., 0].ravel()
    assert levels[0] == 0
    assert levels[-1] == 255
    assert len(set(levels.tolist())) > 200


def test_cmyk_becomes_rgb(tmp_path):
    path = tmp_path / "p.jpg"
    Image.new("CMYK", (16, 16), (0, 255, 255, 0)).save(path, quality=95)
    red, green, blue = np.array(drawn(path, (16, 16)))[5, 5]
    assert red > 200
    assert max(green, blue) < 60


def test_the_colour_profile_is_applied(tmp_path):
    profile = swapped_profile()
    path = tmp_path / "p.png"
    Image.new("RGB", (8, 8), (200, 30, 30)).save(path, icc_profile=profile)
    red, _, blue = np.array(drawn(path, (8, 8)))[2, 2]
    assert blue > red
    assert "icc_profile" not in drawn(path, (8, 8)).info


def swapped_profile():
    """sRGB whose red and blue primaries trade places."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(data[128:132], "big")
    for number in range(count):
        place = 132 + 12 * number
        tag = bytes(data[place : place + 4])
        if tag in (b"rXYZ", b"bXYZ"):
            data[place : place + 4] = b"bXYZ" if tag == b"rXYZ" else b"rXYZ"
    return bytes(data)


def test_a_broken_profile_is_left_aside(tmp_path):
    path = tmp_path / "p.png"
    Image.new("RGB", (8, 8), (200, 30, 30)).save(path, icc_profile=b"nonsense")
    assert drawn(path, (8, 8)).getpixel((2, 2)) == (200, 30, 30)


def test_crop_and_size_are_exact(tmp_path):
    path = tmp_path / "p.png"
    image = Image.new("RGB", (300, 200), (0, 0, 0))
    image.paste((255, 255, 255), (50, 0, 250, 200))
    image.save(path)
    result = drawn(path, (100, 100), crop=Crop(50, 0, 200, 200))
    assert result.size == (100, 100)
    assert np.array(result).min() > 250


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP"])
def test_every_format_is_written(tmp_path, kind):
    path = sets.picture(tmp_path / "p.png", (64, 48))
    result = drawn(path, (64, 48), kind)
    result.load()
    assert (result.format, result.mode, result.size) == (kind, "RGB", (64, 48))


@pytest.mark.parametrize("strip", [True, False])
def test_metadata_stays_or_goes_by_choice(tmp_path, strip):
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    exif[0x0112] = 6
    path = sets.picture(tmp_path / "p.jpg", (64, 48), exif=exif, comment=b"secret")
    data = encoded(drawing(path, (48, 64), "JPEG", strip_metadata=strip))
    assert (b"where I live" in data) is not strip
    assert b"secret" not in data
    assert Image.open(io.BytesIO(data)).getexif().get(0x0112, 1) == 1


def test_a_picture_that_changed_is_not_written(tmp_path):
    path = sets.picture(tmp_path / "p.png")
    answer = attempt(drawing(path, (96, 64), digest="0" * 64))
    assert isinstance(answer, SourceChangedError)
    assert not path.with_suffix(".new").exists()


def test_a_damaged_picture_is_an_answer_not_a_crash(tmp_path):
    path = sets.picture(tmp_path / "p.jpg", (64, 64))
    path.write_bytes(path.read_bytes()[:300])
    answer = attempt(drawing(path, (64, 64)))
    assert isinstance(answer, ProofError | OSError)


def full_of_metadata(kind, path) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    options: dict[str, Any] = {"exif": exif}
    if kind == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("prompt", "secret", zip=False)
        options["pnginfo"].add_itxt("more", "secret")
    if kind == "JPEG":
        options["comment"] = b"secret"
    if kind == "WEBP":
        options["xmp"] = b"<x>secret</x>"
    sets.picture(path, (40, 30), format=kind, icc_profile=swapped_profile(), **options)
    return path.read_bytes()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_stripping_leaves_pixels_and_profile(tmp_path, kind):
    data = full_of_metadata(kind, tmp_path / "p")
    assert b"where I live" in data
    assert b"secret" in data
    bare = without_metadata(data, kind)
    assert b"where I live" not in bare
    assert b"secret" not in bare
    before, after = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(bare))
    assert np.array_equal(np.array(before), np.array(after))
    assert after.info.get("icc_profile") == before.info.get("icc_profile")
    assert without_metadata(bare, kind) == bare


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_structure_that_is_not_understood_stays_as_it_was(tmp_path, kind):
    data = full_of_metadata(kind, tmp_path / "p")
    for length in (0, 3, 11, 40, len(data) // 2):
        without_metadata(data[:length], kind)
    assert without_metadata(b"nonsense", kind) == b"nonsense"
    assert without_metadata(data, "BMP") == data
