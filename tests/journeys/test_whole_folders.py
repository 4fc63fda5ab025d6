"""Real folders and a nasty one: opened in the window, checked, exported, and read back."""

import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from conftest import draw

from app import cli

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "export"))

import checker  # pyright: ignore[reportMissingImports]

FOLDERS = ("10_darius kawasaki person", "cities", "drone", "pink-slippers", "purplecurly")
TRAIN = "/workspace/train"


@pytest.fixture
def through(driver, tmp_path, capsys):
    """Open, check and export a folder; the JSON, the parsed data.toml and the pairs."""

    def go(root, trained_from):
        driver.open(root)
        assert driver.session.dataset.present()
        driver.window.close()
        assert cli.run(["check", str(root), "--format", "json"]) in (0, 1)
        content = json.loads(capsys.readouterr().out)
        target = tmp_path / "exported"
        words = ["export", str(root), str(target), "--anyway", "--train-path", TRAIN]
        assert cli.run(words) == 0, capsys.readouterr().err
        parsed = checker.parse((target / "data.toml").read_text(encoding="utf-8"))
        pairs = checker.read_pairs(target)
        folders = [s["image_dir"] for d in parsed["datasets"] for s in d["subsets"]]
        assert sorted(folders) == sorted({f"{TRAIN}/{pair.folder}" for pair in pairs})
        receipt = json.loads((target / "proofsheet-receipt.json").read_text(encoding="utf-8"))
        for pair in pairs:
            name = next(
                source["from"]
                for place, source in receipt["pictures"].items()
                if place.rpartition(".")[0] == f"{pair.folder}/{pair.stem}"
            )
            if name in trained_from:
                assert pair.caption == trained_from[name]
        return content, pairs

    return go


def one_line(path):
    lines = path.read_bytes().decode("utf-8-sig").splitlines()
    return " ".join(line.strip() for line in lines if line.strip())


def captions(root):
    """What every picture's caption should be as one line, by the picture's place."""
    return {
        path.relative_to(root).as_posix(): one_line(path.with_suffix(".txt"))
        for path in root.rglob("*")
        if path.suffix.lower() in {".jpg", ".jpeg", ".png", ".webp"}
    }


@pytest.mark.parametrize("name", FOLDERS)
def test_a_real_folder(through, copied, name):
    root = copied(name)
    expected = captions(root)
    content, pairs = through(root, expected)
    assert len(content["entries"]) == len(expected) == len(pairs)


def test_five_real_folders_as_one_dataset(through, tmp_path, shared):
    root = tmp_path / "five"
    for name in FOLDERS:
        shutil.copytree(shared / "folders" / name, root / name)
    expected = captions(root)
    content, pairs = through(root, expected)
    assert len(content["entries"]) == len(expected) == len(pairs)
    assert len({pair.folder for pair in pairs}) == len(FOLDERS)


GOOD = {
    "bom.png": b"\xef\xbb\xbfmira, with a mark",
    "crlf.png": b"mira, with another end\r\n",
    "two lines.png": b"mira, in one line\nand in another",
    "new\nline.png": b"mira, a name of two lines",
    "\u202egnp.png": b"mira, a name written backwards",
    "\N{GRINNING FACE}.png": b"mira, a name that smiles",
    "quote'\"%s{0}&lt;.png": b"mira, a name with signs",
    "a b.png": "mira, ünïcödé, 日本語 \N{FIRE}".encode(),
}
BAD = {
    "empty.png": b"",
    "missing.png": None,
    "japanese.png": "赤いコート".encode("shift_jis"),
    "zeros.png": b"m\0i\0r\0a\0",
}


@pytest.fixture
def nasty(tmp_path):
    """Everything that people and programs leave in folders."""
    root = tmp_path / "nasty"
    root.mkdir()
    for number, (name, data) in enumerate({**GOOD, **BAD}.items()):
        draw(root / name, (9 * number, 90, 200 - 9 * number))
        if data is not None:
            (root / f"{name.rpartition('.')[0]}.txt").write_bytes(data)
    draw(root / "twin.png", "red")
    draw(root / "twin.webp", "blue")
    (root / "twin.txt").write_bytes(b"mira, one caption for two")
    draw(root / "a_b_c_d_e.png", "green")
    (root / "a.txt").write_bytes(b"mira, found by the underscore rule")
    (root / "broken.png").write_bytes((root / "bom.png").read_bytes()[:900])
    (root / "broken.txt").write_bytes(b"mira, half a picture")
    odd = os.fsencode(root) + b"/n\xffame"
    draw(root / "plain.png", "grey")
    (root / "plain.png").rename(os.fsdecode(odd + b".png"))
    Path(os.fsdecode(odd + b".txt")).write_bytes(b"mira, a name that is no text")
    os.mkfifo(root / "pipe.png")
    (root / "orphan.txt").write_bytes(b"nobody's caption")
    (root / "caption.npz").write_bytes(b"cache")
    return root


def test_a_nasty_folder(through, nasty):
    expected = {
        name: one_line((nasty / name).with_name(f"{name.rpartition('.')[0]}.txt")) for name in GOOD
    }
    before = checker.fingerprint(nasty)
    content, pairs = through(nasty, expected)
    assert checker.fingerprint(nasty) == before
    exported = {pair.caption for pair in pairs}
    assert set(expected.values()) <= exported
    assert "mira, half a picture" not in exported
    assert "" not in exported
    by_image = {Path(entry["image"]).name: entry for entry in content["entries"]}
    assert by_image["japanese.png"]["caption"] is None
    for name, rule in (
        ("japanese.png", "not-utf8"),
        ("empty.png", "empty-caption"),
        ("missing.png", "missing-caption"),
        ("two lines.png", "multi-line-caption"),
        ("twin.png", "shared-caption"),
        ("broken.png", "broken-picture"),
        ("a_b_c_d_e.png", "underscore-fallback"),
        ("bom.png", "byte-order-mark"),
    ):
        assert rule in [finding["rule"] for finding in by_image[name]["findings"]], name
