"""Pictures that are none, from the file to the export: said, captionable, and never trained on."""

import ast
import io
import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageFile

from app.dataset.files import read_caption, write_caption
from app.dataset.scan import scan
from app.errors import ProofError
from app.export.options import ExportOptions
from app.export.plan import plan
from app.images import decode
from app.images.decode import load
from app.images.pixels import Pixels
from app.images.reader import examine, preview
from app.lint.vocabulary import load_vocabulary
from app.messages import Message
from app.review.examination import examine_dataset

sys.path.insert(0, str(Path(__file__).parent.parent / "images"))

from test_decode import chunk, huge_png

ROOT = Path(__file__).resolve().parents[2]


def encoded(kind, size=(320, 240), **options):
    stream = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(stream, kind, **options)
    return stream.getvalue()


def broken(tmp_path, data, name="a.png"):
    """The entry of such a file beside a good one; it was judged, and an export was planned."""
    folder = tmp_path / "set"
    folder.mkdir()
    (folder / name).write_bytes(data)
    (folder / "good.png").write_bytes(encoded("PNG", (1024, 1024)))
    for stem in (Path(name).stem, "good"):
        (folder / f"{stem}.txt").write_text("mira, a woman in a red coat", encoding="utf-8")
    dataset = scan(folder)
    for known in dataset.entries:
        dataset.evidence[known.id] = list(examine(known.image, 208, None))[-1]
    examined = examine_dataset(dataset, load_vocabulary(), pictures=False)
    entry = next(e for e in dataset.entries if e.name == name)
    findings = {n: examined.lint.entry_findings(n) for n in dataset.present()}
    made = plan(dataset, findings, ExportOptions(tmp_path / "out", anyway=True))
    about_all = [f for f in examined.lint.dataset_findings() if entry.id in f.entries]
    rules = [finding.rule for finding in (*findings[entry.id], *about_all)]
    return entry, dataset.evidence_of(entry.id), rules, made


def assert_said_and_captionable(entry, evidence, rules, made):
    assert evidence.failure is not None
    assert "broken-picture" in rules
    assert [o.entries for o in made.blockers if entry.id in o.entries], "it would be exported"
    assert entry.editable
    stamp = write_caption(entry.caption_file, "new", entry.caption.form, entry.caption.stamp)
    assert read_caption(entry.caption_file).stamp == stamp


def test_an_empty_image(tmp_path):
    """Row 20."""
    entry, evidence, rules, made = broken(tmp_path, b"")
    assert str(evidence.failure) == "is an empty file"
    assert_said_and_captionable(entry, evidence, rules, made)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "BMP"])
def test_an_image_that_was_cut_off(tmp_path, kind):
    """Row 21."""
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False
    whole = encoded(kind)
    name = "a.jpg" if kind == "JPEG" else f"a.{kind.lower()}"
    entry, evidence, rules, made = broken(tmp_path, whole[: len(whole) * 2 // 3], name)
    assert_said_and_captionable(entry, evidence, rules, made)
    shutil.rmtree(tmp_path / "set")
    entry, evidence, rules, made = broken(tmp_path, whole, name)
    assert evidence.failure is None
    assert made.blockers == ()


PEAK = """
import resource, sys
from pathlib import Path
from app.images.reader import examine, preview
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]), int(sys.argv[2])))
print(list(examine(Path(sys.argv[1]), 208, None))[-1].failure)
print(preview(Path(sys.argv[1]), 1000, 1000))
"""


def in_little_memory(path, room):
    command = [sys.executable, "-W", "error", "-c", PEAK, str(path), str(room)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1000:]
    return done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_bomb_of_pixels_takes_no_memory(tmp_path):
    """Row 22."""
    path = tmp_path / "a.png"
    path.write_bytes(huge_png(50048, 50048))
    # Its pixels would take 7.5 GB; the libraries alone reserve most of what is allowed here.
    said = in_little_memory(path, 3 << 30)
    assert said.count("50048 × 50048 pixels, too large to preview") == 2
    entry, evidence, rules, made = broken(tmp_path, path.read_bytes())
    assert_said_and_captionable(entry, evidence, rules, made)


def test_a_large_photo_is_a_picture(tmp_path):
    """Row 23."""
    path = tmp_path / "a.jpg"
    Image.new("L", (12_000, 12_000), 90).save(path, "JPEG", quality=20)
    command = [sys.executable, "-W", "error", "-c", PEAK, str(path), str(4 << 30)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("None\nPixels("), done.stderr[-1000:]
    assert done.stderr == "", "not a mere warning"
    assert decode.MOST_PIXELS > 12_000 * 12_000


def test_a_photo_just_below_and_above_our_own_limit(tmp_path, monkeypatch):
    """Rows 22 and 23."""
    path = tmp_path / "a.png"
    path.write_bytes(encoded("PNG", (100, 50)))
    monkeypatch.setattr(decode, "MOST_PIXELS", 5000)
    assert load(path, 64).width == 100
    monkeypatch.setattr(decode, "MOST_PIXELS", 4999)
    with pytest.raises(ProofError, match="too large to preview"):
        load(path, 64)


@pytest.mark.parametrize("kind", [b"zTXt", b"iTXt"])
def test_bombs_of_text(tmp_path, kind):
    """Row 24."""
    head = b"k\0\0" if kind == b"zTXt" else b"k\0\1\0\0\0"
    bomb = chunk(kind, head + zlib.compress(bytes(30_000_000)))
    data = encoded("PNG")
    entry, evidence, rules, made = broken(tmp_path, data[:33] + bomb + data[33:])
    assert_said_and_captionable(entry, evidence, rules, made)


def test_much_exif_is_no_bomb_and_turns_the_view_only(tmp_path):
    """Row 24."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "x" * 60_000
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded("JPEG", exif=exif))
    before = path.read_bytes()
    evidence = list(examine(path, 208, None))[-1]
    assert evidence.failure is None
    assert evidence.upright_size == (240, 320)
    shown = preview(path, 500, 500)
    assert isinstance(shown, Pixels)
    assert (shown.width, shown.height) == (240, 320)
    assert path.read_bytes() == before


OTHERS = {
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "zip": b"PK\x03\x04" + bytes(200),
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    "heic": b"\0\0\0\x18ftypheic" + bytes(200),
    "pdf": b"%PDF-1.7\n",
    "psd": b"8BPS\0\1" + bytes(100),
    "ico": b"\0\0\1\0\1\0" + bytes(100),
    "jpeg 2000": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(100),
    "html": b"<!doctype html><title>404</title>",
}


@pytest.mark.parametrize("what", OTHERS)
def test_something_else_under_the_name_of_a_picture(tmp_path, what):
    """Row 25."""
    entry, evidence, rules, made = broken(tmp_path, OTHERS[what])
    assert_said_and_captionable(entry, evidence, rules, made)
    assert isinstance(preview(entry.image, 100, 100), Message)


@pytest.mark.parametrize("kind", ["JPEG", "AVIF", "GIF"])
def test_another_kind_of_picture_under_the_name_of_png(tmp_path, kind):
    """Row 25."""
    _, evidence, rules, _ = broken(tmp_path, encoded(kind))
    assert evidence.failure is None
    assert evidence.format == kind
    assert "odd-image-file" in rules or "untrainable-image" in rules, rules


FRAMES = [Image.new("RGB", (64, 64), colour) for colour in ("red", "lime")]
ODD = {
    "a.gif": lambda path: FRAMES[0].save(path, save_all=True, append_images=FRAMES[1:]),
    "a.webp": lambda path: FRAMES[0].save(path, save_all=True, append_images=FRAMES[1:]),
    "apng.png": lambda path: FRAMES[0].save(path, save_all=True, append_images=FRAMES[1:]),
    "16.png": lambda path: Image.new("I;16", (64, 64), 40_000).save(path),
    "cmyk.jpg": lambda path: Image.new("CMYK", (64, 64), (9, 80, 70, 0)).save(path),
    "palette.png": lambda path: Image.new("RGBA", (64, 64), (9, 9, 9, 80)).quantize().save(path),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_picture_is_shown_sanely_and_said(tmp_path, name):
    """Row 26."""
    ODD[name](tmp_path / name)
    data = (tmp_path / name).read_bytes()
    entry, evidence, rules, _ = broken(tmp_path, data, name)
    assert evidence.failure is None
    shown = preview(entry.image, 64, 64)
    assert isinstance(shown, Pixels)
    assert (shown.width, shown.height) == (64, 64)
    said = {"odd-image-file", "untrainable-image", "transparent-picture"} & set(rules)
    assert said, rules


def test_nothing_but_the_pictures_that_are_shown_is_decoded():
    """Row 25, in a fresh interpreter: no decoder beyond those is even registered."""
    code = (
        "import app.images.reader\nfrom PIL import Image\n"
        "print(sorted(Image.OPEN))\nprint(sorted(app.images.decode.DECODED))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    registered, allowed = map(ast.literal_eval, done.stdout.splitlines())
    assert set(allowed) == {"AVIF", "BMP", "GIF", "JPEG", "PNG", "TIFF", "WEBP"}
    # Comes with BMP and cannot be asked for.
    assert set(registered) - {"DIB"} == set(allowed)


def test_a_device_is_never_read(tmp_path):
    """Row 29."""
    (tmp_path / "a.png").symlink_to(os.devnull)
    with pytest.raises(ProofError, match="not a regular file"):
        load(tmp_path / "a.png", 64)
