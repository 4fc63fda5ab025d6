"""Our view beside the mock-up, for each view that has one: `python tests/ui/mockups.py OUT`.

Run by hand and looked at. Without ../shared there is nothing to compare with, and it says so.
"""

import subprocess
import sys
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


VIEWS = (
    View("01-main-light", "purplecurly", ("--entry", "008.png")),
    View("02-main-dark", "cities", ("--scheme", "dark", "--view", "toml", "--entry", "054.jpg")),
    View("03-main-japanese", "cities", ("--language", "ja", "--entry", "243.jpg")),
    View("04-review-pass-1", "purplecurly", ("--view", "review")),
    View("05-review-pass-2", "purplecurly", ("--view", "review2")),
    View("06-wording-desk", "cities", ("--view", "wording")),
    View("07-export", "drone", ("--view", "export")),
    View("08-dataset-tab", "cities", ("--view", "dataset", "--scheme", "dark")),
    View("09-first-start", "cities", ("--view", "start")),
    View("10-narrow", "drone", ("--size", "1024x700", "--entry", "drone_014.jpg")),
)


def main(out: Path) -> int:
    """Write a picture for each view; 0, or 1 where one could not be taken."""
    if not SHARED.is_dir():
        sys.stdout.write("../shared is not here: nothing to compare with\n")
        return 0
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for view in VIEWS:
        ours = out / f"{view.mockup}-ours.png"
        folder = SHARED / "data" / "folders" / view.folder
        command = [sys.executable, "-m", "app", "--screenshot", str(ours), *view.arguments]
        taken = subprocess.run([*command, str(folder)], cwd=ROOT, check=False)
        if taken.returncode or not ours.exists():
            sys.stdout.write(f"{view.mockup}: no picture\n")
            failed = 1
            continue
        beside(SHARED / "design" / "mockups" / f"{view.mockup}.png", ours, out)
    return failed


def beside(mockup: Path, ours: Path, out: Path) -> None:
    """Both side by side, ours at the right."""
    with Image.open(mockup) as left, Image.open(ours) as right:
        size = left.width + GAP + right.width, max(left.height, right.height)
        sheet = Image.new("RGB", size, GROUND)
        sheet.paste(left.convert("RGB"), (0, 0))
        sheet.paste(right.convert("RGB"), (left.width + GAP, 0))
        sheet.save(out / mockup.name)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "mockups-compared")))
