"""A glance at a folder: counts without opening it, pictures that the cache knows."""

import shutil

from PIL import Image

from app.images.glance import glance
from app.images.reader import examine

SIDES = (208, 56)


def fill(folder, *names):
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        Image.new("RGB", (300, 200), "#a33").save(folder / name)


def test_concepts_and_images_are_counted_and_hidden_ones_are_not(tmp_path):
    fill(tmp_path / "one", "a.png", "b.jpg", ".hidden.png")
    fill(tmp_path / "two", "c.png")
    (tmp_path / "one" / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    fill(tmp_path / ".store", "gone.png")
    seen = glance(tmp_path, SIDES, None, decode=False)
    assert (seen.there, seen.concepts, seen.images, seen.pictures) == (True, 2, 3, ())


def test_a_folder_that_is_gone_says_so(tmp_path):
    assert not glance(tmp_path / "gone", SIDES, None, decode=True).there


def test_only_pictures_that_the_cache_knows_are_shown(tmp_path):
    cache, folder = tmp_path / "cache", tmp_path / "set"
    fill(folder, "a.png", "b.png")
    assert glance(folder, SIDES, cache, decode=False).pictures == ()
    list(examine(folder / "a.png", SIDES[0], cache))
    shutil.copy(folder / "b.png", folder / "c.png")
    (picture,) = glance(folder, SIDES, cache, decode=False).pictures
    assert (picture.width, picture.height) == (56, 37)


def test_the_sample_is_decoded_where_it_must_be(tmp_path):
    fill(tmp_path, *(f"{number}.png" for number in range(5)))
    assert len(glance(tmp_path, SIDES, None, decode=True).pictures) == 3
