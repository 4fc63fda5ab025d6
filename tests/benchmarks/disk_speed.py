"""How long one durable save, a bulk save and the opening of a large folder take on this disk."""

import statistics
import sys
import tempfile
import time
from pathlib import Path

from app.dataset.entry import CaptionForm
from app.dataset.files import CaptionWrite, read_caption, write_caption, write_many
from app.dataset.marks import EntryNotes, Expression, Marks
from app.dataset.notes import load_notes, save_notes
from app.dataset.scan import rescan, scan

CAPTION = "a woman with long black hair, smiling, soft light, park bench, {number}"
SAVES = 100


def make(folder: Path, count: int) -> None:
    """`count` empty pictures with captions of an ordinary length."""
    for number in range(count):
        (folder / f"{number:05d}.png").touch()
        text = CAPTION.format(number=number)
        (folder / f"{number:05d}.txt").write_text(text, encoding="utf-8")


def best(count: int, work) -> float:
    """Seconds of the fastest of `count` runs."""
    times = []
    for _ in range(count):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def saves(path: Path) -> list[float]:
    """Milliseconds of durable single saves."""
    stamp, times = read_caption(path).stamp, []
    for number in range(SAVES):
        start = time.perf_counter()
        stamp = write_caption(path, CAPTION.format(number=number), CaptionForm(), stamp)
        times.append((time.perf_counter() - start) * 1000)
    return times


def report(title: str, value: float, unit: str) -> None:
    """One line of the table."""
    print(f"{title:<44} {value:>9.3f} {unit}")


def main() -> None:
    """Print the table; the argument is the number of pairs, 10,000 if left out."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as home:
        folder = Path(home) / "many"
        folder.mkdir()
        make(folder, count)
        report(f"open {count} pairs, warm", best(3, lambda: scan(folder)), "s")
        dataset = scan(folder)
        report("look again, nothing changed", best(3, lambda: rescan(dataset)), "s")
        writes = [
            CaptionWrite(e.caption_file, f"{e.text}, film grain", e.caption.form, e.caption.stamp)
            for e in dataset.entries
        ]
        report(f"replace in {count} captions, one sync", best(1, lambda: write_many(writes)), "s")
        times = saves(folder / "00000.txt")
        report("one durable save, median", statistics.median(times), "ms")
        report("one durable save, longest of 100", max(times), "ms")
        notes = {
            e.name: EntryNotes(marks=Marks(Expression.SMILING), image_digest="0" * 64)
            for e in dataset.entries
        }
        report(f"save {count} notes", best(1, lambda: save_notes(folder, notes)), "s")
        images = [e.image for e in dataset.entries]
        report(f"load {count} notes", best(2, lambda: load_notes(folder, images)), "s")


if __name__ == "__main__":
    main()
