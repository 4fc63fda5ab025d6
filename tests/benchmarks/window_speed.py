"""How fast the window is: `python tests/benchmarks/window_speed.py [images] [tiny images]`.

Makes its own folders. Wall times are what a person waits; processor times of the GUI thread say
what of it is the program's own, on a machine that is busy with other things too.
"""

import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import STANDARD
from app.ui.background import Background
from app.ui.models.roles import Role
from app.ui.start import application, dress, speak
from app.ui.windows.main_window import MainWindow

SIDE = 1225
"""Pixels of a side: 1.5 megapixels."""
LETTERS = 300
TYPED = ", soft cinematic lighting, a very beautiful gorgeous smile at night, sad and melancholic"
SUBJECTS = ("a woman in a red coat", "a man with a grey beard", "a girl on a bicycle")
PLACES = ("beside a wooden door", "on a wet street", "in front of a brick wall", "at a table")
LIGHTS = ("in soft daylight", "at night under neon lights", "in warm golden light", "indoors")
MOODS = ("smiling softly", "looking at the camera", "with a calm face", "sad and melancholic")


@dataclass
class Gaps:
    """Time between the beats of a 5 ms timer: what the GUI thread did without coming back."""

    wall: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    _last: tuple[float, float] | None = None

    def beat(self):
        now = time.perf_counter(), time.thread_time()
        if self._last is not None:
            self.wall.append(1000 * (now[0] - self._last[0]))
            self.own.append(1000 * (now[1] - self._last[1]))
        self._last = now


def caption(chance, words):
    parts = ["mira"]
    while sum(len(part.split()) for part in parts) < words:
        parts += [chance.choice(kind) for kind in (SUBJECTS, PLACES, LIGHTS, MOODS)]
    return ", ".join(parts)


def make_folder(root, count, side):
    """Pictures that differ, with captions; the first one's has 100 words."""
    chance = random.Random(7)
    root.mkdir(exist_ok=True)
    base = Image.fromarray(
        np.random.default_rng(3).integers(0, 255, (max(side // 8, 8),) * 2 + (3,), np.uint8)
    ).resize((side, side), Image.Resampling.BICUBIC)
    for number in range(count):
        picture = base.copy()
        colour = tuple(chance.randrange(256) for _ in range(3))
        edge = chance.randrange(side // 2)
        picture.paste(colour, (edge, edge, edge + side // 3, edge + side // 3))
        stem = root / f"{number + 1:05}"
        picture.save(stem.with_suffix(".jpg"), quality=85)
        words = 100 if number == 0 else chance.choice((15, 30, 45))
        stem.with_suffix(".txt").write_text(caption(chance, words), encoding="utf-8")
    return root


def spin(milliseconds=0):
    """Run an event loop for so long; `processEvents` would leave widgets that are to go."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def until(done, most=600.0):
    """Let the program run until something is so; the seconds it took."""
    begun = time.perf_counter()
    while not done():
        spin(1)
        if time.perf_counter() - begun > most:
            raise TimeoutError
    return time.perf_counter() - begun


def window_of(settings):
    layout = QSettings(str(settings), QSettings.Format.IniFormat)
    window = MainWindow(Background(), STANDARD, layout)
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowExposed(window)
    spin()
    return window


def opened(settings, folder, count):
    """Seconds to rows, to the first page of thumbnails, to settled; and the gaps meanwhile."""
    window = window_of(settings)
    bench, gaps = window.workbench, Gaps()
    timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(gaps.beat)
    timer.start()
    window.open_folder(folder)
    rows = until(lambda: bench.entries.rowCount() == count and painted(bench))

    def page():
        first, last = bench.sheet.rows_in_sight()
        index = bench.entries.index
        return all(index(row).data(Role.THUMBNAIL) is not None for row in range(first, last + 1))

    thumbnails = rows + until(page)
    whole = thumbnails + until(lambda: window.session.settled)
    timer.stop()
    return window, (rows, thumbnails, whole), gaps


def painted(bench):
    return bench.sheet.viewport().isVisible() and bench.sheet.rows_in_sight() is not None


def typed(window):
    """Milliseconds from a key to the painted window, wall and processor, in 100 words."""
    bench = window.workbench
    bench.go_to(bench.entries.visible[0])
    editor = bench.light_table.editor
    editor.setFocus()
    editor.go_to(len(window.session.entry(0).text) // 2)
    spin()
    wall, own = [], []
    for number in range(LETTERS):
        letter = TYPED[number % len(TYPED)]
        begun = time.perf_counter(), time.thread_time()
        QTest.keyClicks(editor, letter)
        spin()
        wall.append(1000 * (time.perf_counter() - begun[0]))
        own.append(1000 * (time.thread_time() - begun[1]))
        spin(20)
    return wall, own


def seconds(name, value):
    print(f"{name:<58}{value:9.2f} s")


def line(name, times):
    ordered = sorted(times)
    late = ordered[round(0.99 * (len(ordered) - 1))]
    print(f"{name:<58}{statistics.median(times):9.1f}{late:9.1f}{ordered[-1]:9.1f} ms")


def measure(place, count, side):
    name = f"{count:,} images of {side * side / 1e6:.1f} megapixels"
    folder = make_folder(place / f"set{count}x{side}", count, side)
    for cache in ("cold", "cached"):
        window, (rows, page, whole), gaps = opened(place / "window.ini", folder, count)
        print(f"\n{name}, {cache}")
        seconds("rows", rows)
        seconds("first page of thumbnails", page)
        seconds("all read, linted and measured", whole)
        print(f"{'':<58}{'median':>9}{'p99':>9}{'max':>9}")
        line("beat of a 5 ms timer meanwhile, wall", gaps.wall)
        line("what the GUI thread worked between two beats", gaps.own)
        if cache == "cached":
            wall, own = typed(window)
            line("key to painted, caption of 100 words, wall", wall)
            line("key to painted, processor time of the GUI thread", own)
        window.close()
        window.deleteLater()


def main():
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    tiny = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = str(place / variable)
        app = application()
        assert isinstance(app, QApplication)
        speak(app, "en")
        dress(app, STANDARD, "light")
        if many:
            measure(place, many, SIDE)
        if tiny:
            measure(place, tiny, 64)


if __name__ == "__main__":
    main()
