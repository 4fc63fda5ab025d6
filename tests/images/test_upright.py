"""A box of the stored picture and the same box after the camera's note was followed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.images.decode import load
from app.images.upright import upright_box


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_box_lies_where_the_decoder_puts_it(tmp_path, orientation):
    stored = np.zeros((40, 60, 3), np.uint8)
    stored[5:12, 20:50] = 255
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / "a.png"
    Image.fromarray(stored).save(path, exif=exif)
    seen = np.asarray(load(path, 640).image)[:, :, 0] > 128
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    expected = (columns[0], rows[0], columns[-1] + 1, rows[-1] + 1)
    assert upright_box((20, 5, 50, 12), (60, 40), orientation) == expected


def test_without_a_note_it_stays():
    assert upright_box((1, 2, 3, 4), (10, 20), None) == (1, 2, 3, 4)


@given(st.integers(1, 8), st.integers(1, 500), st.integers(1, 500))
def test_the_whole_picture_stays_the_whole_picture(orientation, width, height):
    wide, high = (height, width) if orientation >= 5 else (width, height)
    assert upright_box((0, 0, width, height), (width, height), orientation) == (0, 0, wide, high)
