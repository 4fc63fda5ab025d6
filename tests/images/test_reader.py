"""One decode, thumbnail first; the cache; the same file, the same evidence."""

import os
from dataclasses import replace

import pytest
from PIL import Image

from app.images import reader
from app.images.cache import FILE_NAME
from app.images.evidence import Evidence
from app.images.pixels import Pixels
from app.images.reader import digest_of, examine, preview
from app.messages import Message


@pytest.fixture
def picture(tmp_path, photo):
    path = tmp_path / "pictures" / "a.jpg"
    path.parent.mkdir()
    photo(900, 600).save(path)
    return path


@pytest.fixture
def store(tmp_path):
    return tmp_path / "cache"


def decodes(monkeypatch):
    """Count what is decoded from now on."""
    seen = []
    load = reader.load
    monkeypatch.setattr(reader, "load", lambda path, side: seen.append(path) or load(path, side))
    return seen


def test_the_thumbnail_comes_first_and_the_facts_are_whole(picture):
    thumbnail, evidence = examine(picture, 200, None)
    assert isinstance(thumbnail, Pixels)
    assert (thumbnail.width, thumbnail.height) == (200, 133)
    assert len(thumbnail.data) == 200 * 133 * 4
    assert isinstance(evidence, Evidence)
    assert (evidence.width, evidence.height, evidence.format) == (900, 600, "JPEG")
    assert evidence.digest == digest_of(picture)
    assert evidence.file_size == picture.stat().st_size
    assert (evidence.mode, evidence.frames, evidence.orientation) == ("RGB", 1, 1)
    assert evidence.transparent is False
    assert evidence.failure is None
    assert None not in (evidence.tone, evidence.sharpness, evidence.fingerprint)


def test_facts_do_not_depend_on_the_thumbnail_or_on_the_cache(picture, store):
    _, first = examine(picture, 64, None)
    for side, folder in ((64, None), (256, store), (256, store), (900, store), (2000, None)):
        *_, again = examine(picture, side, folder)
        assert again == first


@pytest.mark.parametrize(("side", "size"), [(64, (64, 43)), (700, (700, 467)), (2000, (900, 600))])
def test_a_thumbnail_has_the_size_that_was_asked_for(picture, side, size):
    thumbnail = next(examine(picture, side, None))
    assert isinstance(thumbnail, Pixels)
    assert (thumbnail.width, thumbnail.height) == size


def test_the_second_time_nothing_is_decoded(picture, store, monkeypatch):
    fresh, evidence = examine(picture, 100, store)
    seen = decodes(monkeypatch)
    cached, again = examine(picture, 100, store)
    assert seen == []
    assert again == evidence
    assert isinstance(cached, Pixels)
    assert isinstance(fresh, Pixels)
    assert (cached.width, cached.height) == (fresh.width, fresh.height)
    worst = max(abs(a - b) for a, b in zip(cached.data, fresh.data, strict=True))
    assert worst < 40  # kept as a JPEG of high quality


def test_a_moved_picture_is_not_measured_again(picture, store, monkeypatch):
    *_, evidence = examine(picture, 100, store)
    moved = picture.rename(picture.with_name("b.jpg"))
    seen = decodes(monkeypatch)
    assert list(examine(moved, 100, store))[1] == evidence
    assert seen == []
    monkeypatch.setattr(reader, "digest_of", None)  # from now on it is known by its looks
    assert list(examine(moved, 100, store))[1] == evidence


def test_a_changed_picture_is_measured_again(picture, store, photo):
    *_, before = examine(picture, 100, store)
    photo(900, 600, 5).save(picture)
    *_, after = examine(picture, 100, store)
    assert isinstance(before, Evidence)
    assert isinstance(after, Evidence)
    assert after.digest == digest_of(picture) != before.digest
    assert after.tone != before.tone


def test_the_same_bytes_touched_are_known_by_their_digest(picture, store, monkeypatch):
    *_, before = examine(picture, 100, store)
    os.utime(picture, ns=(1, 1))
    seen = decodes(monkeypatch)
    *_, after = examine(picture, 100, store)
    assert (after, seen) == (before, [])


def test_a_file_that_changes_while_it_is_read_is_not_remembered(picture, store, photo):
    parts = examine(picture, 100, store)
    next(parts)
    photo(300, 200, 8).save(picture)
    next(parts)
    assert next(parts, None) is None
    *_, evidence = examine(picture, 100, store)
    assert isinstance(evidence, Evidence)
    assert (evidence.width, evidence.digest) == (300, digest_of(picture))


def test_a_damaged_cache_is_made_anew(picture, store):
    *_, evidence = examine(picture, 100, store)
    (store / FILE_NAME).write_bytes(b"?" * 9000)
    assert list(examine(picture, 100, store))[1] == evidence
    assert (store / f"{FILE_NAME}.damaged").exists()


def test_a_broken_picture_gives_its_reason_and_what_its_header_tells(picture, store, monkeypatch):
    picture.write_bytes(picture.read_bytes()[:15_000])
    (evidence,) = examine(picture, 100, store)
    assert isinstance(evidence, Evidence)
    assert str(evidence.failure) == "ends too early, after 15 kB"
    assert (evidence.width, evidence.height, evidence.format) == (900, 600, "JPEG")
    assert evidence.digest == digest_of(picture)
    assert (evidence.tone, evidence.fingerprint, evidence.flags) == (None, None, ())
    seen = decodes(monkeypatch)
    assert list(examine(picture, 100, store)) == [evidence]
    assert seen == []


def test_a_reason_that_may_pass_is_not_remembered(picture, store, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr("app.images.decode.flatten", lambda _: (_ for _ in ()).throw(MemoryError))
        (evidence,) = examine(picture, 100, store)
        assert isinstance(evidence, Evidence)
        assert "memory" in str(evidence.failure)
    assert len(list(examine(picture, 100, store))) == 2


def test_a_missing_file_and_a_folder_are_only_evidence(tmp_path):
    for path in (tmp_path / "gone.png", tmp_path):
        (evidence,) = examine(path, 100, tmp_path / "cache")
        assert isinstance(evidence, Evidence)
        assert isinstance(evidence.failure, Message)


def test_facts_without_faces_are_completed_once_faces_can_be_found(picture, store, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(reader, "find_faces", lambda grey, scale: None)
        patched.setattr(reader, "why_unavailable", lambda: "no OpenCV")
        *_, evidence = examine(picture, 100, store)
        assert isinstance(evidence, Evidence)
        assert evidence.faces is None
        assert list(examine(picture, 100, store))[1] == evidence
    monkeypatch.setattr(reader, "find_faces", lambda grey, scale: ())
    monkeypatch.setattr(reader, "why_unavailable", lambda: None)
    assert list(examine(picture, 100, store))[1] == replace(evidence, faces=())


def test_faces_are_looked_for_at_640_with_the_scale_to_the_upright_picture(tmp_path, monkeypatch):
    path = tmp_path / "a.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (1600, 800), "grey").save(path, exif=exif)
    asked = []
    monkeypatch.setattr(reader, "find_faces", lambda grey, scale: asked.append((grey.shape, scale)))
    list(examine(path, 100, None))
    assert asked == [((640, 320), 0.4)]


@pytest.mark.parametrize(
    ("view", "size"),
    [((300, 300), (300, 200)), ((5000, 100), (150, 100)), ((900, 900), (900, 600))],
)
def test_a_preview_fits_into_the_view(picture, view, size):
    pixels = preview(picture, *view)
    assert isinstance(pixels, Pixels)
    assert (pixels.width, pixels.height) == size


def test_a_preview_of_a_broken_picture_is_its_reason(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"")
    assert str(preview(path, 100, 100)) == "is an empty file"
