"""Our view beside the mock-up, for each view that has one: `python tests/ui/mockups.py OUT`.

Run by hand and looked at. Without ../shared there is nothing to compare with, and it says so.
`--all` takes every view in both schemes, both languages, at 1x and 2x, on a real folder and on the
sample: well over a hundred pictures. `--only TEXT` takes the views whose name holds it; `--size
WxH` takes them at another size.
"""

import argparse
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
GAP = 24
GROUND = "#808080"


@dataclass(frozen=True, slots=True)
class View:
    """A mock-up, and the arguments that show the same here."""

    mockup: str
    folder: str
    arguments: tuple[str, ...] = ()
    """Without scheme, language and scale."""
    scheme: str = "light"
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Variant:
    """In which colours, words and size a view is shown, and of which dataset."""

    scheme: str
    language: str
    scale: int
    sample: bool

    @property
    def name(self) -> str:
        """For the file."""
        place = "sample" if self.sample else "real"
        return f"{self.scheme}-{self.language}-{self.scale}x-{place}"


OTHERS = ("cities", "drone")
GONE = "slippers-v2"


def standing(entries: int, number: int, *counts: int) -> dict[str, int]:
    """How a folder was left: the pass that is due, approved, flagged, errors, warnings."""
    names = ("approved", "flagged", "errors", "warnings")
    return {"entries": entries, "pass_number": number, **dict(zip(names, counts, strict=True))}


LEFT = (
    ("2026-11-20", standing(32, 1, 11, 3, 0, 22)),
    ("2026-11-18", standing(32, 1, 0, 0, 3, 12)),
    ("2026-11-02", standing(24, 2, 24, 0, 0, 0)),
)
"""The days and standings of the mock-up."""
VIEWS = (
    View("01-main-light", "purplecurly", ("--entry", "008.png")),
    View("02-main-dark", "cities", ("--view", "toml", "--entry", "054.jpg"), scheme="dark"),
    View("03-main-japanese", "cities", ("--entry", "243.jpg"), language="ja"),
    View("04-review-pass-1", "purplecurly", ("--view", "review")),
    View("05-review-pass-2", "purplecurly", ("--view", "review2")),
    View("06-wording-desk", "cities", ("--view", "wording-chosen")),
    View("07-export", "drone", ("--view", "export")),
    View("08-dataset-tab", "cities", ("--view", "dataset-open"), scheme="dark"),
    View("09-first-start", "purplecurly", ("--view", "start")),
    View("10-narrow", "drone", ("--size", "1024x700", "--entry", "drone_014.jpg")),
)


def main(out: Path, only: str, size: str, *, every: bool) -> int:
    """Write a picture for each view; 0, or 1 where one could not be taken."""
    if not SHARED.is_dir():
        sys.stdout.write("../shared is not here: nothing to compare with\n")
        return 0
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for view in VIEWS:
        if only not in view.mockup:
            continue
        for variant in variants(view, every=every):
            ours = out / f"{view.mockup}-{variant.name}-ours.png"
            if not taken(view, variant, ours, size):
                sys.stdout.write(f"{view.mockup} {variant.name}: no picture\n")
                failed = 1
                continue
            mockup = SHARED / "design" / "mockups" / f"{view.mockup}.png"
            beside(mockup, ours, out / f"{view.mockup}-{variant.name}.png")
    return failed


def variants(view: View, *, every: bool) -> list[Variant]:
    """The one that the mock-up shows, or all."""
    if not every:
        return [Variant(view.scheme, view.language, 1, sample=False)]
    kinds = itertools.product(("light", "dark"), ("en", "ja"), (1, 2), (False, True))
    return [Variant(scheme, language, scale, sample) for scheme, language, scale, sample in kinds]


def taken(view: View, variant: Variant, ours: Path, size: str) -> bool:
    """Open the folder unseen and write a picture of it, on a copy that nothing else uses."""
    source = SHARED / "data" / "folders" / view.folder
    arguments = [*view.arguments, *(["--size", size] if size else [])]
    if variant.sample:
        source = ROOT / "resources" / "sample"
        if "--entry" in arguments:
            place = arguments.index("--entry")
            del arguments[place : place + 2]
    with tempfile.TemporaryDirectory() as kept:
        home = Path(kept)
        folder = home / "data" / source.name
        shutil.copytree(source, folder)
        if "start" in view.arguments:
            for place in remember_recent(home, folder):
                # The page shows the pictures of folders that were open before.
                picture(home, place, home / "before.png", "--scale", str(variant.scale))
            remember_recent(home, folder)
        arguments += ["--scheme", variant.scheme, "--language", variant.language]
        return picture(home, folder, ours, "--scale", str(variant.scale), *arguments)


def picture(home: Path, folder: Path, out: Path, *arguments: str) -> bool:
    """Run the program; the person's own recent folders and window are neither shown nor changed."""
    command = [sys.executable, "-m", "app", "--screenshot", str(out), *arguments, str(folder)]
    own = {"XDG_STATE_HOME": f"{home}/state", "XDG_CONFIG_HOME": f"{home}/config"}
    ended = subprocess.run(command, cwd=ROOT, env={**os.environ, **own}, check=False)
    return not ended.returncode and out.exists()


def remember_recent(home: Path, folder: Path) -> list[Path]:
    """Three folders that are there, each as it may have been left, and one that is gone; those
    that are there.
    """
    others = [SHARED / "data" / "folders" / name for name in OTHERS if name != folder.name]
    rows: list[dict[str, object]] = []
    for source, (left, standing) in zip((folder, *others), LEFT, strict=False):
        place = home / "data" / source.name
        if not place.exists():
            shutil.copytree(source, place)
        rows.append({"folder": str(place), "left": left, "standing": standing})
    rows.append({"folder": str(home / "data" / GONE)})
    state = home / "state" / "proofsheet"
    state.mkdir(parents=True, exist_ok=True)
    (state / "recent.json").write_text(json.dumps(rows), encoding="utf-8")
    return [Path(str(row["folder"])) for row in rows[:-1]]


def beside(mockup: Path, ours: Path, both: Path) -> None:
    """Both side by side, ours at the right."""
    with Image.open(mockup) as left, Image.open(ours) as right:
        scale = max(round(right.height / left.height), 1)
        drawn = left.convert("RGB").resize((left.width * scale, left.height * scale))
        size = drawn.width + GAP + right.width, max(drawn.height, right.height)
        sheet = Image.new("RGB", size, GROUND)
        sheet.paste(drawn, (0, 0))
        sheet.paste(right.convert("RGB"), (drawn.width + GAP, 0))
        sheet.save(both)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Our views beside the mock-ups.")
    parser.add_argument("out", type=Path, nargs="?", default=Path("mockups-compared"))
    parser.add_argument("--all", action="store_true", dest="every")
    parser.add_argument("--only", default="")
    parser.add_argument("--size", default="", help="another size than the mock-up's, as 2560x1440")
    options = parser.parse_args()
    sys.exit(main(options.out, options.only, options.size, every=options.every))
