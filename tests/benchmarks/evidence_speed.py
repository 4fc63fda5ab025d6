"""How long each fact of a picture takes, and how soon many pictures are read by worker processes.

    python tests/benchmarks/evidence_speed.py [--data ../shared/data] [--images 200] [--workers 2]

The picture is a JPEG of 1500 x 1000 pixels, made from the largest photo at hand. Times of single
facts are processor time of one core (the median of several runs), so that other work on the machine
counts little; those of many pictures are wall time, first with an empty cache, then from the cache.
Last, a window opens as many, and until all are measured somebody scrolls, clicks, walks by keys and
types: how long the GUI thread worked at a stretch (pieces of a millisecond and more; a key's work
and the painting of it are two), and how long a key or click took to be painted. And what the same
clock says of work that is always the same: of that order is what the machine adds to a stretch.
"""

import argparse
import itertools
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

from made_folder import caption
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_clock import (
    Gaps,
    at_work,
    closed,
    dressed,
    heading,
    kept_back,
    line,
    painted,
    pieces,
    seconds,
    shown_window,
    spin,
    until,
    watched,
)

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Caption, CaptionState, Entry
from app.dataset.marks import NO_NOTES
from app.images.decode import fit, load
from app.images.evidence import Evidence, Fingerprint
from app.images.fingerprint import fingerprint, near_groups
from app.images.known import READY, warm_up
from app.images.measure import measure_sharpness, measure_tone
from app.images.pixels import Pixels, pixels_of
from app.images.reader import FACTS_SIDE, digest_of, examine, find_faces_in
from app.images.tone import TONE_SIDE
from app.lint.context import Row
from app.lint.reading import read_entry
from app.lint.rules.duplicates import Duplicates
from app.lint.vocabulary import load_vocabulary
from app.ui.windows.main_window import MainWindow
from app.workers import Answer, Done, Failed, Part, Task, Workers

SIZE = (1500, 1000)
THUMBNAIL = 256
PAGE = 20
RUNS = 15
REST_MS = 100
"""Between two gestures: together with what they take, eight to ten a second, as somebody types."""
MOST_BESIDE = 400
"""Pictures read meanwhile: the thread works then about as long as the window's did for 1,000."""
VOCABULARY = load_vocabulary()


def photos(data: Path) -> list[Path]:
    """The JPEGs of the folders, largest file first."""
    paths = data.joinpath("folders").rglob("*.jpg")
    return sorted(paths, key=lambda path: path.stat().st_size, reverse=True)


def source(path: Path) -> Image.Image:
    """A photo at the size of the benchmark."""
    with Image.open(path) as image:
        return image.convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)


def cut_out(paths: list[Path], folder: Path, count: int) -> list[Path]:
    """As many different pictures of that size: parts of the photos, no two alike."""
    folder.mkdir()
    chance, made = random.Random(7), list[Path]()
    for path in paths[: min(count, len(paths))]:
        with Image.open(path) as opened:
            image = opened.convert("RGB")
        for number in range(len(made), count * (paths.index(path) + 1) // min(count, len(paths))):
            share = chance.uniform(0.35, 0.75)
            width, height = (round(side * share) for side in image.size)
            left = chance.randrange(image.width - width)
            top = chance.randrange(image.height - height)
            part = image.resize(
                SIZE, Image.Resampling.BICUBIC, (left, top, left + width, top + height)
            )
            made.append(folder / f"{number:05d}.jpg")
            part.save(made[-1], quality=92)
    return made


def milliseconds(work: Callable[[], object]) -> float:
    """Median processor time of one core."""
    work()
    times: list[float] = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def single(path: Path) -> None:
    warm_up()  # as every worker does
    decoded = load(path, FACTS_SIDE)
    small = fit(decoded.image, TONE_SIDE, TONE_SIDE)
    parts: list[tuple[str, Callable[[], object]]] = [
        ("digest", lambda: digest_of(path)),
        ("decode", lambda: load(path, FACTS_SIDE)),
        ("scaled down for tone", lambda: fit(decoded.image, TONE_SIDE, TONE_SIDE)),
        ("tone", lambda: measure_tone(small)),
        ("sharpness", lambda: measure_sharpness(decoded.image)),
        ("fingerprint", lambda: fingerprint(small)),
        ("pixels for the window", lambda: pixels_of(small)),
        ("faces", lambda: find_faces_in(decoded)),
    ]
    print(f"One JPEG of {SIZE[0]} x {SIZE[1]}, {path.stat().st_size // 1000} kB: ms of one core")
    for name, work in parts:
        print(f"  {name:26}{milliseconds(work):8.1f}")
    whole = milliseconds(lambda: list(examine(path, THUMBNAIL, None)))
    # A mock would hold on to every picture that it was given.
    with patch("app.images.reader._faces", lambda *_: ()):
        rest = milliseconds(lambda: list(examine(path, THUMBNAIL, None)))
    first = milliseconds(lambda: next(examine(path, THUMBNAIL, None)))
    print(f"  {'until the thumbnail':26}{first:8.1f}")
    print(f"  {'everything without faces':26}{rest:8.1f}   target 25")
    print(f"  {'everything':26}{whole:8.1f}   target 120")
    with tempfile.TemporaryDirectory() as folder:
        again = milliseconds(lambda: list(examine(path, THUMBNAIL, Path(folder))))
    print(f"  {'everything from the cache':26}{again:8.1f}")


def duplicates(count: int) -> None:
    """The two searches for near duplicates, among made-up fingerprints."""
    made = random.Random(1)
    prints = [Fingerprint(made.getrandbits(128), made.getrandbits(128)) for _ in range(count)]
    print(f"\nNear duplicates among {count:,} fingerprints: processor time")
    start = time.process_time()
    near_groups(prints)
    print(f"  groups for the desk, in a thread {time.process_time() - start:8.2f} s")
    known, rows = Duplicates(DatasetChoices()), [row(*one) for one in enumerate(prints)]
    start = time.process_time()
    known.change_many((None, one) for one in rows)
    whole = time.process_time() - start
    print(f"  all of them made known to lint   {whole:8.2f} s, {whole / count * 1e6:.0f} us each")
    other = row(0, Fingerprint(made.getrandbits(128), made.getrandbits(128)))
    begun = time.process_time()
    known.change(rows[0], other)
    print(f"  one of them changed              {(time.process_time() - begun) * 1000:8.2f} ms")


def row(number: int, print_: Fingerprint) -> Row:
    """A picture of which only the fingerprint is known."""
    image = Path(f"{number}.jpg")
    missing = Caption(CaptionState.MISSING, "")
    entry = Entry(number, "", image, image.with_suffix(".txt"), missing, "")
    return Row(entry, read_entry(entry, VOCABULARY), Evidence(fingerprint=print_), NO_NOTES)


def many(paths: list[Path], cache: Path, workers: int) -> None:
    """Read the files as the window does, twice."""
    count = len(paths)
    print(f"\n{count} different pictures of that size, {workers} worker processes: seconds")
    for name in ("cold", "from the cache"):
        page, everything, busy = read_all(paths, cache, workers)
        print(
            f"  {name:16} first {PAGE} thumbnails {page:6.2f}   all {everything:7.2f}"
            f" ({everything / count * 1000:.0f} for 1,000; target 80)"
            f"   processor {busy / count * 1000:.0f} ms each"
        )


def timed(path: Path, side: int, cache: Path) -> Iterator[object]:
    """What `examine` yields, and then the seconds of processor time that it took."""
    begun = time.process_time()
    yield from examine(path, side, cache)
    yield time.process_time() - begun


def read_all(paths: list[Path], cache: Path, workers: int) -> tuple[float, float, float]:
    """Seconds to the first page of thumbnails, to the last fact, and of processor time.

    Starting the workers is included.
    """
    start = time.perf_counter()
    busy: list[float] = []
    page: list[float] = []
    facts: list[Evidence] = []
    finished = threading.Semaphore(0)

    def deliver(answer: Answer) -> None:
        match answer:
            case Part(value=Pixels()):
                page.append(time.perf_counter() - start)
            case Part(value=Evidence() as evidence):
                facts.append(evidence)
            case Part(value=float() as taken):
                busy.append(taken)
            case Done() | Failed():
                finished.release()
            case _:
                pass

    pool = Workers(workers, deliver, READY)
    for path in paths:
        pool.submit(Task(path, timed, (path, THUMBNAIL, cache)))
    for _ in paths:
        finished.acquire()
    whole = time.perf_counter() - start
    pool.close()
    assert len(facts) == len(paths)
    return page[min(PAGE, len(page)) - 1], whole, sum(busy)


def lived_in(paths: list[Path], folder: Path) -> None:
    """Open the pictures with captions in a window that is used all the while."""
    folder.mkdir()
    kept, files, count = dressed(folder), paths[0].parent, len(paths)
    chance = random.Random(7)
    for path in paths:
        path.with_suffix(".txt").write_text(caption(chance, 30), encoding="utf-8")
    window = shown_window(folder)
    answers = Gaps()
    start, kept_before = time.perf_counter(), kept_back()
    with watched() as gaps:
        window.open_folder(files)
        until(lambda: window.workbench.entries.rowCount() == count)
        spin(50)  # a piece of work is counted at the beat that ends it: the first painting too
        rows = len(gaps.own)
        deeds = itertools.cycle(deeds_in(window))
        while window.session.pictures.measured_count < count:
            gaps.beat()  # the loop has come back, and comes back before the key's work is painted
            begun = time.perf_counter(), time.thread_time()
            next(deeds)()
            gaps.beat()
            painted(window)
            answers.wall.append(1000 * (time.perf_counter() - begun[0]))
            answers.own.append(1000 * (time.thread_time() - begun[1]))
            spin(REST_MS)
    print(f"\nA window on these {count} pictures, used {len(answers.wall)} times meanwhile")
    seconds("all measured, target 80 for 1,000", time.perf_counter() - start)
    seconds("that the machine's host kept back meanwhile", kept_back() - kept_before)
    seconds("that the GUI thread worked", sum(gaps.own) / 1000)
    heading()
    line("what the GUI thread worked at a stretch until rows stood", at_work(gaps.own[:rows]))
    line("the same from then on, target 16", at_work(gaps.own[rows:]))
    line("beat of a timer from then on, wall", gaps.wall[rows:])
    line("key, click or wheel to painted, processor time", answers.own)
    line("key, click or wheel to painted, wall", answers.wall)
    until(lambda: window.session.settled)
    closed(window)
    kept.processEvents()


def beside_the_same(paths: list[Path], cache: Path, workers: int) -> None:
    """What the clock of the window's thread says of work that is always the same, beside workers
    that measure pictures.
    """
    left = itertools.count(len(paths) - 1, -1)
    done = threading.Event()

    def deliver(answer: Answer) -> None:
        if isinstance(answer, Done | Failed) and next(left) == 0:
            done.set()

    pool = Workers(workers, deliver, READY)
    for path in paths:
        pool.submit(Task(path, timed, (path, THUMBNAIL, cache)))
    times = pieces(done.is_set)
    pool.close()
    print()
    seconds("the same piece of work again and again, beside workers", sum(times) / 1000)
    line("one piece", times)


def deeds_in(window: MainWindow) -> list[Callable[[], object]]:
    """Gestures of a person who looks around."""
    bench = window.workbench
    sheet, editor = bench.sheet, bench.light_table.editor
    middle = QPoint(sheet.width() // 2, sheet.height() // 2)

    def scroll() -> None:
        place = QPointF(middle)
        event = QWheelEvent(
            place,
            QPointF(sheet.mapToGlobal(middle)),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(sheet.viewport(), event)

    return [
        scroll,
        lambda: QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=middle),
        lambda: QTest.keyClick(sheet, Qt.Key.Key_Down),
        lambda: QTest.keyClicks(editor, "a"),
        lambda: QTest.keyClicks(editor, " "),
        lambda: QTest.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description="Milliseconds per fact, seconds per folder.")
    data = Path(__file__).resolve().parents[3] / "shared" / "data"
    parser.add_argument("--data", type=Path, default=data)
    parser.add_argument("--images", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "picture.jpg"
        found = photos(options.data)
        source(found[0]).save(picture, quality=92)
        single(picture)
        duplicates(10_000)
        paths = cut_out(found, Path(folder) / "set", options.images)
        many(paths, Path(folder) / "cache", options.workers)
        lived_in(paths, Path(folder) / "window")
        beside_the_same(paths[:MOST_BESIDE], Path(folder) / "other cache", options.workers)


if __name__ == "__main__":
    main()
