"""The command line at its edges: no screen, and a reader that stops reading."""

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image


def run(*arguments, **more):
    environment = {k: v for k, v in os.environ.items() if not k.startswith("QT_")}
    environment.pop("DISPLAY", None)
    environment.pop("WAYLAND_DISPLAY", None)
    return subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        capture_output=True, text=True, check=False, env=environment, timeout=120, **more,
    )  # fmt: skip


def test_without_a_screen_one_line_says_so(tmp_path):
    """Row 46."""
    result = run(tmp_path)
    assert result.returncode == 2
    assert "no screen" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_reader_that_stops_reading_is_no_fault(tmp_path):
    for number in range(40):
        Image.new("RGB", (8, 8)).save(tmp_path / f"{number}.png")
    script = f'"{sys.executable}" -m app check --captions-only "{tmp_path}" | head -n 1'
    result = subprocess.run(
        ["sh", "-c", script], capture_output=True, text=True, check=False, timeout=120
    )
    assert result.stdout.count("\n") == 1
    assert "Traceback" not in result.stderr
    assert "BrokenPipe" not in result.stderr


def test_the_version_is_said():
    result = run("--version")
    assert result.returncode == 0
    assert result.stdout.startswith("proofsheet ")


def test_a_large_crash_log_begins_anew(tmp_path):
    """Without a screen nothing opens, but the logs are made."""
    state = Path(os.environ["XDG_STATE_HOME"]) / "proofsheet"
    state.mkdir(parents=True)
    old = "Segmentation fault\n" * 30_000
    (state / "crash.log").write_text(old, encoding="utf-8")
    run(tmp_path)
    assert (state / "crash.log").read_text(encoding="utf-8") == ""
    assert (state / "crash.log.1").read_text(encoding="utf-8") == old
