"""The commands without a window, run as a person runs them: in a process of their own."""

import json
import os
import subprocess
import sys
import tomllib

import pytest
from PIL import Image, ImageDraw

ENTRY = {"image", "caption_file", "caption", "style", "terms", "findings", "evidence"}
TERM = {"kind", "start", "end", "text", "family", "polarity"}
FINDING = {"rule", "severity", "start", "end", "message", "evidence", "fix", "dismissed"}


@pytest.fixture
def run(tmp_path):
    """A command with its own home; its code, output and errors."""

    def start(*arguments, flags=()):
        return subprocess.run(
            [sys.executable, *flags, "-m", "app", *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
            env={**os.environ, "QT_QPA_PLATFORM": "none-such"},
        )

    return start


@pytest.fixture
def folder(tmp_path):
    """Two concepts; one caption piles up praise, and one picture has none."""
    root = tmp_path / "set"
    texts = {
        "mira/1.png": "mira, a \N{GRINNING FACE} beautiful gorgeous lovely woman at night",
        "mira/2.png": "mira, a woman in a red coat",
        "10_door/1.png": None,
    }
    for number, (name, text) in enumerate(texts.items()):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        image = Image.new("RGB", (1024, 1024), (90 * number, 80, 120))
        ImageDraw.Draw(image).rectangle((90, 90, 400 + 90 * number, 500), fill="white")
        image.save(path)
        if text is not None:
            path.with_suffix(".txt").write_text(text, encoding="utf-8")
    return root


def test_check_as_json_holds_to_the_schema(run, folder):
    done = run("check", folder, "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    content = json.loads(done.stdout)
    assert set(content) == {"proofsheet", "folder", "entries", "findings", "summary"}
    assert (content["proofsheet"], content["folder"]) == (1, str(folder))
    assert set(content["summary"]) == {"entries", "errors", "warnings", "hints"}
    entries = {entry["image"]: entry for entry in content["entries"]}
    assert set(entries) == {"mira/1.png", "mira/2.png", "10_door/1.png"}
    for entry in entries.values():
        assert set(entry) == ENTRY
        assert entry["style"] in {"tags", "sentence", "mixed", "empty"}
        assert entry["evidence"]["width"] == 1024
        for term in entry["terms"]:
            assert set(term) == TERM
            assert entry["caption"][term["start"] : term["end"]] == term["text"]
        for finding in entry["findings"]:
            assert set(finding) == FINDING
            assert finding["severity"] in {"error", "warning", "hint"}
    for finding in content["findings"]:
        assert set(finding) == FINDING | {"images"}
    bare = entries["10_door/1.png"]
    assert (bare["caption_file"], bare["caption"]) == (None, None)
    assert bare["findings"][0]["rule"] == "missing-caption"
    piled = [f for f in entries["mira/1.png"]["findings"] if f["rule"] == "piled-up-modifiers"]
    assert piled[0]["severity"] == "warning"
    assert content["summary"]["entries"] == 3
    every = [f for e in entries.values() for f in e["findings"]] + content["findings"]
    for severity in ("error", "warning", "hint"):
        standing = [f for f in every if f["severity"] == severity and not f["dismissed"]]
        assert content["summary"][f"{severity}s"] == len(standing)


def test_check_as_text_names_place_and_rule(run, folder):
    done = run("check", folder)
    assert done.returncode == 1
    assert "10_door/1.png: error:" in done.stdout
    assert "[piled-up-modifiers]" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("3 entries, ")


def test_without_errors_the_code_is_0(run, folder):
    (folder / "10_door/1.txt").write_text("mira, a woman beside a door", encoding="utf-8")
    assert run("check", folder, "--captions-only").returncode == 0


def test_captions_only_measures_nothing(run, folder):
    done = run("check", folder, "--captions-only", "--format", "json")
    evidence = json.loads(done.stdout)["entries"][0]["evidence"]
    assert evidence["width"] is None


def test_no_command_imports_qt(run, folder):
    """Row 46."""
    done = run("check", folder, "--captions-only", flags=("-X", "importtime"))
    assert "app.cli" in done.stderr
    assert "PySide6" not in done.stderr


def test_toml_prints_and_writes(run, folder):
    printed = run("toml", folder, "--train-path", "/train/set")
    assert printed.returncode == 0
    parsed = tomllib.loads(printed.stdout)
    folders = [s["image_dir"] for d in parsed["datasets"] for s in d["subsets"]]
    assert folders == ["/train/set/10_door", "/train/set/mira"]
    assert not (folder / "data.toml").exists()
    (folder / "data.toml").write_text("# mine\n" + printed.stdout, encoding="utf-8")
    assert run("toml", folder, "--write", "--train-path", "/elsewhere").returncode == 0
    written = (folder / "data.toml").read_text(encoding="utf-8")
    assert written.startswith("# mine\n")
    assert "/elsewhere/mira" in written


def test_an_export_that_is_forbidden_writes_nothing(run, folder, tmp_path):
    target = tmp_path / "out"
    done = run("export", folder, target)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "stops the export" in done.stderr
    assert not target.exists()


def test_an_export_anyway_leaves_out_what_stops_it(run, folder, tmp_path):
    target = tmp_path / "out"
    done = run("export", folder, target, "--anyway", "--train-path", "D:/train")
    assert done.returncode == 0, done.stderr
    assert "2 pairs" in done.stdout
    assert sorted(path.name for path in (target / "mira").iterdir()) == [
        "00001.png",
        "00001.txt",
        "00002.png",
        "00002.txt",
    ]
    again = run("export", folder, folder / "inside", "--anyway")
    assert (again.returncode, again.stdout) == (2, "")
    assert "Traceback" not in again.stderr
    assert not (folder / "inside").exists()


@pytest.mark.parametrize("command", [("check",), ("toml",), ("export",)])
def test_what_cannot_be_read_is_one_line_and_code_2(run, folder, tmp_path, command):
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "missing", tmp_path / "empty"):
        rest = (tmp_path / "out",) if command == ("export",) else ()
        done = run(*command, place, *rest)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.startswith("proofsheet: ")
        assert len(done.stderr.strip().splitlines()) == 1
        assert place.name in done.stderr


def test_wrong_usage_is_code_2(run):
    assert run("check").returncode == 2
    assert run("export", "a", "b", "--size", "large").returncode == 2
    assert run("--version").stdout.startswith("proofsheet ")
