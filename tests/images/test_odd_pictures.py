"""Every odd and broken picture at hand gets a verdict, in bounded memory and time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.needs_shared

SCRIPT = """
import json, sys, time
from pathlib import Path
from app.images.evidence import Evidence
from app.images.known import warm_up
from app.images.pixels import Pixels
from app.images.reader import examine
def most_kilobytes():
    # Not ru_maxrss: a child inherits that of the process it was forked from.
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1])
warm_up()
for folder in sys.argv[1:]:
    for path in sorted(Path(folder).iterdir()):
        start = time.process_time()
        parts = list(examine(path, 256, None))
        again = list(examine(path, 256, None))
        evidence = parts[-1]
        print(json.dumps({
            "name": path.name,
            "kinds": [type(part).__name__ for part in parts],
            "failure": None if evidence.failure is None else str(evidence.failure),
            "size": [evidence.width, evidence.height],
            "upright": evidence.upright_size,
            "bits": evidence.fingerprint and evidence.fingerprint.bits,
            "measured": None not in (evidence.tone, evidence.sharpness, evidence.fingerprint),
            "same": parts == again,
            "seconds": time.process_time() - start,
            "kilobytes": most_kilobytes(),
        }))
"""
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def verdicts(shared):
    folders = [str(shared / "images" / name) for name in ("odd", "exif")]
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCRIPT, *folders],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr[-2000:]
    return {verdict["name"]: verdict for verdict in map(json.loads, result.stdout.splitlines())}


def test_every_file_has_a_verdict(verdicts):
    assert len(verdicts) == 196 + 18
    for name, verdict in verdicts.items():
        broken = verdict["failure"] is not None
        assert verdict["kinds"] == (["Evidence"] if broken else ["Pixels", "Evidence"]), name
        assert verdict["measured"] is not broken, name


def test_the_same_file_gives_the_same_answer(verdicts):
    assert [name for name, verdict in verdicts.items() if not verdict["same"]] == []


def test_time_and_memory_are_bounded(verdicts):
    assert max(verdict["seconds"] for verdict in verdicts.values()) < 10  # two readings
    assert max(verdict["kilobytes"] for verdict in verdicts.values()) < 256 * 1024


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Bad_reallybig.bmp", "too large to preview"),
        ("decompression_bomb.gif", "more pixels than can be previewed"),
        ("truncated_jpeg.jpg", "ends too early"),
        ("Bad_shortfile.bmp", "ends after"),
        ("badrle.bmp", None),
        ("hopper_bad_exif.jpg", None),
        ("exif_typeerror.jpg", None),
        ("16bit.s.tif", None),
        ("tiff_strip_cmyk_16l_jpeg.tif", None),
        ("anim_frame1.webp", None),
    ],
)
def test_known_verdicts(verdicts, name, words):
    failure = verdicts[name]["failure"]
    assert failure is None if words is None else words in failure


def test_every_orientation_is_upright(verdicts):
    for shape, size in (("Landscape", [1800, 1200]), ("Portrait", [1200, 1800])):
        for number in range(9):
            verdict = verdicts[f"{shape}_{number}.jpg"]
            assert verdict["upright"] == size
            apart = verdict["bits"] ^ verdicts[f"{shape}_1.jpg"]["bits"]
            assert apart.bit_count() <= 6, verdict["name"]
