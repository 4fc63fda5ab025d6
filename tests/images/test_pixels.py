"""Pixels by value and through shared memory."""

import multiprocessing
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from app.images import pixels
from app.images.pixels import Pixels, SharedPixels, claimed, discard, pixels_of, share
from app.images.reader import preview, preview_shared

ROOT = Path(__file__).resolve().parents[2]


def test_bytes_are_laid_out_as_qt_reads_rgb32():
    image = Image.new("RGB", (3, 2), (1, 2, 3))
    image.putpixel((2, 0), (4, 5, 6))
    assert pixels_of(image) == Pixels(3, 2, bytes([3, 2, 1, 255] * 2 + [6, 5, 4, 255]
                                                  + [3, 2, 1, 255] * 3))  # fmt: skip


def test_shared_pixels_arrive_and_are_gone_afterwards(photo):
    image = photo(300, 200)
    shared = share(image)
    with claimed(shared) as view:
        assert bytes(view) == pixels_of(image).data
    with pytest.raises(FileNotFoundError), claimed(shared):
        pass


def test_discarding_twice_does_no_harm(photo):
    shared = share(photo(30, 20))
    discard(shared)
    discard(shared)
    with pytest.raises(FileNotFoundError), claimed(shared):
        pass


def test_memory_is_gone_even_when_its_reader_fails(photo):
    shared = share(photo(30, 20))
    with pytest.raises(ZeroDivisionError), claimed(shared):
        _ = 1 / 0
    with pytest.raises(FileNotFoundError), claimed(shared):
        pass


FAMILY = """
import multiprocessing, sys
from pathlib import Path
from app.images import pixels
from app.images.pixels import SharedPixels, claimed, discard
from app.images.reader import preview_shared

def main():
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        first = pool.apply(preview_shared, (Path(sys.argv[1]), 400, 400))
        second = pool.apply(preview_shared, (Path(sys.argv[1]), 400, 400))
        lost = pool.apply(preview_shared, (Path(sys.argv[1]), 400, 400))
        pool.close()
        pool.join()
    with claimed(first) as view:
        print(len(view), first.width * first.height * 4)
    discard(second)
    if sys.argv[2] == "lose":
        print(lost.name)
    else:
        discard(lost)

if __name__ == "__main__":
    main()
"""


@pytest.mark.parametrize("ending", ["tidy", "lose"])
def test_between_processes_nothing_stays_behind(tmp_path, photo, ending):
    picture, script = tmp_path / "a.png", tmp_path / "family.py"
    photo(400, 300).save(picture)
    script.write_text(FAMILY)
    result = subprocess.run(
        [sys.executable, str(script), str(picture), ending],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = result.stdout.split()
    assert lines[0] == lines[1] == str(400 * 300 * 4)
    if ending == "tidy":
        assert result.stderr == ""
    else:  # the resource tracker of the family frees what nobody claimed
        with pytest.raises(FileNotFoundError), claimed(SharedPixels(lines[2], 400, 300)):
            pass


def test_without_room_in_shared_memory_pixels_come_by_value(tmp_path, photo, monkeypatch):
    path = tmp_path / "a.png"
    photo(40, 30).save(path)
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(pixels, "_SHARED_MEMORY", tmp_path)
    monkeypatch.setattr(pixels.shutil, "disk_usage", lambda _: usage)
    assert preview_shared(path, 40, 30) == preview(path, 40, 30)


def test_a_broken_picture_shares_nothing_but_a_reason(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"no")
    assert str(preview_shared(path, 100, 100)) == "is not a picture"
    assert multiprocessing.active_children() == []
