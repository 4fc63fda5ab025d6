"""A thousand damaged pictures, a thousand heaps of bytes for every file that is read: no crash."""

import io
import json
import os
import random
import resource
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from long_run import TIMES
from PIL import Image, ImageDraw

from app.dataset.choices import DatasetChoices
from app.dataset.choices_file import load_choices
from app.dataset.drafts import keep_draft, load_drafts
from app.dataset.files import encode, guess_decodings, parse, read_caption
from app.dataset.journal import Record, append, history
from app.dataset.marks import EntryNotes, Expression, Marks
from app.dataset.notes import load_notes, save_notes
from app.dataset.own_files import beside, state_of
from app.dataset.scan import scan
from app.dataset.snapshots import snapshot_texts, snapshots, take_snapshot
from app.errors import ProofError
from app.export.data_toml import merge
from app.images.cache import FILE_NAME, Stamp, recall, remember
from app.images.evidence import Evidence
from app.recent import recent_folders, remember_folder, unfinished_opening
from app.settings import Settings, load_settings, save_settings, settings_file

ROOT = Path(__file__).resolve().parents[2]
PICTURES = 1000 * TIMES
HEAPS = 1000 * TIMES
LONGEST_SECONDS = 5.0
MOST_GROWTH = 300 << 20
"""Bytes that the process may grow by over all of it."""


def originals():
    """Small pictures in every format that is read, and in some of their dialects."""
    image = Image.effect_mandelbrot((48, 40), (-2, -1.5, 1, 1.5), 60).convert("RGB")
    ImageDraw.Draw(image).rectangle((5, 5, 20, 20), fill="red")
    exif = Image.Exif()
    exif[0x0112] = 6
    kinds = [
        ("PNG", {"exif": exif}),
        ("PNG", {"save_all": True, "append_images": [image.rotate(90)]}),
        ("JPEG", {"exif": exif, "progressive": True}),
        ("JPEG", {}),
        ("WEBP", {"exif": exif}),
        ("WEBP", {"lossless": True}),
        ("BMP", {}),
        ("GIF", {"save_all": True, "append_images": [image.rotate(90)]}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("TIFF", {"compression": "tiff_adobe_deflate"}),
        ("AVIF", {}),
    ]
    for kind, options in kinds:
        stream = io.BytesIO()
        image.save(stream, kind, **options)
        yield stream.getvalue()
    for mode, kind in (("CMYK", "JPEG"), ("P", "GIF"), ("I;16", "PNG"), ("1", "TIFF")):
        stream = io.BytesIO()
        other = Image.new("I;16", (48, 40), 9000) if mode == "I;16" else image.convert(mode)
        other.save(stream, kind)
        yield stream.getvalue()


def damaged(data, chance):
    """Cut off, bits flipped, numbers in the head that lie, pieces doubled or lost."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(data))
        match chance.randrange(5):
            case 0:
                del data[max(1, place) :]
            case 1:
                data[place] ^= 1 << chance.randrange(8)
            case 2:
                at = chance.randrange(min(len(data), 64))
                lie = chance.choice([b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", bytes(4), b"\1\0"])
                data[at : at + len(lie)] = lie
            case 3:
                data[place:place] = data[place : place + chance.randrange(1, 40)]
            case 4:
                del data[place : place + chance.randrange(1, 40)]
        if not data:
            data = bytearray(b"\0")
    return bytes(data)


CHILD = """
import json, resource, sys, time
from pathlib import Path
from app.images.evidence import Evidence
from app.images.reader import examine, preview
room = 3 << 30
resource.setrlimit(resource.RLIMIT_AS, (room, room))
def peak():
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) << 10
longest, pictures, reasons, before = 0.0, 0, 0, peak()
for path in sorted(Path(sys.argv[1]).iterdir()):
    start = time.process_time()
    parts = list(examine(path, 64, None))
    preview(path, 100, 100)
    longest = max(longest, time.process_time() - start)
    assert isinstance(parts[-1], Evidence), path
    assert (parts[-1].failure is None) is (parts[-1].tone is not None), path
    pictures += parts[-1].failure is None
    reasons += parts[-1].failure is not None
print(json.dumps([longest, pictures, reasons, peak() - before]))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="measures memory by /proc")
def test_a_thousand_damaged_pictures(tmp_path):
    """Rows 20, 21, 22 and 24."""
    chance = random.Random(1)
    whole = list(originals())
    for number in range(PICTURES):
        data = damaged(whole[number % len(whole)], chance)
        (tmp_path / f"{number}.png").write_bytes(data)
    command = [sys.executable, "-W", "error", "-c", CHILD, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    longest, pictures, reasons, growth = json.loads(done.stdout)
    assert pictures + reasons == PICTURES
    assert reasons > PICTURES // 4, "the damage is too slight to mean anything"
    assert pictures > PICTURES // 20
    assert longest < LONGEST_SECONDS
    assert growth < MOST_GROWTH
    print(f"{pictures} shown, {reasons} refused, longest {longest:.2f} s, {growth >> 20} MB more")


def heaps(seed, *samples):
    """Random bytes, random text, and damaged files of the kind that is expected."""
    chance = random.Random(seed)
    letters = "[]{}()=\"',.:#\\\n\t ab01é赤\u202e\ufeff\0"
    for number in range(HEAPS):
        match number % 4:
            case 0:
                yield chance.randbytes(chance.randrange(200))
            case 1:
                text = "".join(chance.choices(letters, k=chance.randrange(120)))
                yield text.encode()
            case _:
                yield damaged(chance.choice(samples), chance)
    yield b"[" * 200_000
    yield b"a = " + b"[" * 5000
    yield b"a = " + b"9" * 5000
    yield b"\xef\xbb\xbf"
    yield b'{"a":' * 50_000


@pytest.fixture(autouse=True)
def bounded():
    """Neither time nor memory runs away while a test is at work."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MOST_GROWTH >> 10


def at_most(work):
    start = time.process_time()
    answer = work()
    assert time.process_time() - start < LONGEST_SECONDS
    return answer


def test_bytes_as_captions(tmp_path):
    """Rows 34, 35 and 36."""
    path = tmp_path / "a.txt"
    samples = [b"mira, a woman", "赤い\r\nコート\n".encode("utf-16"), "é".encode("cp1252")]
    for data in heaps(2, *samples):
        path.write_bytes(data)
        caption = at_most(lambda: read_caption(path))
        if caption.text is not None:
            assert encode(caption.text, caption.form) == data
        else:
            assert caption.reason is not None
        at_most(partial(guess_decodings, data))
        assert parse(data).text == (caption.text if len(data) < 256 << 10 else parse(data).text)


def test_bytes_as_notes_and_choices(tmp_path):
    """Rows 38 and 45."""
    image = tmp_path / "a.png"
    image.write_bytes(b"picture")
    save_notes(tmp_path, {"a.png": EntryNotes("d", Marks(Expression.SMILING))})
    path = beside(tmp_path, "notes.toml")
    sample = path.read_bytes()
    for data in heaps(3, sample):
        for kept in path.parent.iterdir():
            kept.unlink()
        path.write_bytes(data)
        beside(tmp_path, "dataset.toml").write_bytes(data)
        notes, _ = at_most(lambda: load_notes(tmp_path, [image]))
        assert all(isinstance(note, EntryNotes) for note in notes.values())
        assert isinstance(at_most(lambda: load_choices(tmp_path))[0], DatasetChoices)
        kept = [other.read_bytes() for other in path.parent.iterdir()]
        assert kept == [data, data], "the damaged file is kept, under whatever name"


def test_bytes_as_settings():
    """Rows 38 and 45."""
    save_settings(Settings(font_size=12))
    path = settings_file()
    sample = path.read_bytes()
    for data in heaps(4, sample):
        for kept in path.parent.iterdir():
            kept.unlink()
        path.write_bytes(data)
        assert isinstance(at_most(load_settings)[0], Settings)
        assert [other.read_bytes() for other in path.parent.iterdir()] == [data]


TOML = b"""[general]
shuffle_caption = true
[[datasets]]
resolution = [1024, 1024]
batch_size = 2
[[datasets.subsets]]
image_dir = "/a/b"
num_repeats = 10
"""


def test_bytes_as_data_toml(tmp_path):
    """Row 38."""
    (tmp_path / "a.png").write_bytes(b"x")
    (tmp_path / "a.txt").write_text("mira", encoding="utf-8")
    dataset = scan(tmp_path)
    for data in heaps(5, TOML):
        text = data.decode("utf-8", "ignore")
        try:
            merged = at_most(lambda text=text: merge(text, dataset, dataset.choices))
        except ProofError:
            continue
        assert "image_dir" in merged.text


def test_bytes_as_journal_drafts_and_snapshots(tmp_path):
    """Row 45."""
    append(tmp_path, [Record("a.png", "typing", "before", b"\xff")])
    keep_draft(tmp_path, "a.png", "typed", None)
    take_snapshot(tmp_path, "one", {"a.png": "text", "b.png": None}, by_hand=True)
    state = state_of(tmp_path)
    journal = state / "journal.jsonl"
    (draft,) = (state / "drafts").iterdir()
    (snapshot,) = (state / "snapshots").iterdir()
    samples = [path.read_bytes() for path in (journal, draft, snapshot)]
    for data in heaps(6, *samples):
        for path in (journal, draft, snapshot):
            path.write_bytes(data)
        assert all(isinstance(record, Record) for record in at_most(lambda: history(tmp_path)))
        append(tmp_path, [Record("z.png", "typing", None, "mine")])
        assert history(tmp_path, "z.png")[-1].after == "mine"
        drafts, notices = at_most(lambda: load_drafts(tmp_path))
        assert len(drafts) + len(notices) <= 1
        for one in at_most(lambda: snapshots(tmp_path)):
            at_most(lambda one=one: snapshot_texts(one))
        for kept in (state / "drafts").iterdir():
            kept.unlink()


def test_bytes_as_cache_and_recent_folders(tmp_path, own_home):
    """Row 45."""
    folder = tmp_path / "cache"
    image = tmp_path / "a.png"
    image.write_bytes(b"x")
    stamp = Stamp.of(image.stat())
    remember(folder, image, stamp, Evidence(digest="d"), side=64, thumbnail=b"jpeg")
    sample = (folder / FILE_NAME).read_bytes()
    remember_folder(tmp_path)
    (recent,) = own_home.rglob("recent.json")
    marker = recent.with_name("opening.marker")
    few = [*heaps(7, recent.read_bytes())]
    for data in few:
        recent.write_bytes(data)
        marker.write_bytes(data)
        assert all(isinstance(path, Path) for path in at_most(recent_folders))
        unfinished_opening()
    for number, data in enumerate(heaps(8, sample)):
        if number % 10 and TIMES == 1:
            continue  # each opens a database
        for kept in folder.iterdir():
            kept.unlink()
        (folder / FILE_NAME).write_bytes(data)
        known = at_most(lambda: recall(folder, image, stamp, 64))
        assert known.evidence in (None, Evidence(digest="d"))
        assert known.thumbnail in (None, b"jpeg")


def test_the_damage_is_the_same_every_time():
    one, two = ([damaged(b"x" * 90, random.Random(n)) for n in range(50)] for _ in range(2))
    assert one == two
    assert len(set(one)) > 30
    assert os.environ.get("PROOFSHEET_LONG", "1") == str(TIMES)
