"""What the benchmarks of the window share: the program's own window, and clocks for its thread."""

import collections
import os
import signal
import statistics
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.settings import STANDARD
from app.ui.models.roles import Role
from app.ui.start import application, dress, made_window, speak

WARM_MS = 3_000
"""The workers load their libraries meanwhile, as they do while a person chooses a folder."""

BEAT_MS = 1
"""A key that comes waits for the piece of work under way. A beat of five milliseconds added up to
so much to a piece: what was done just before, by turns of the loop that had ended.
"""
PIECE = 100_000
"""Steps of the work that `pieces` does: some five milliseconds, as much as a key."""


@dataclass
class Gaps:
    """Time between the beats of a timer: what the GUI thread did without coming back."""

    wall: list[float] = field(default_factory=list)
    own: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)
    _last: tuple[float, float] | None = None

    def beat(self):
        now = time.perf_counter(), time.thread_time()
        if self._last is not None:
            self.wall.append(1000 * (now[0] - self._last[0]))
            self.own.append(1000 * (now[1] - self._last[1]))
            self.ends.append(now[1])
        self._last = now


class Stacks:
    """Where the GUI thread was, a thousand times a second: names the work behind a stall."""

    def __init__(self):
        self.taken = []
        self.on = False

    def begin(self):
        signal.signal(signal.SIGPROF, self._take)
        signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
        self.on = True

    def _take(self, _, frame):
        codes = set()
        while frame is not None:
            codes.add(frame.f_code)
            frame = frame.f_back
        self.taken.append((time.thread_time(), codes))

    def during(self, gaps, most=9):
        """The functions of the longest gap, with the milliseconds they were seen in."""
        if not self.on or not gaps.own:
            return ""
        number = max(range(len(gaps.own)), key=gaps.own.__getitem__)
        end, begin = gaps.ends[number], gaps.ends[number] - gaps.own[number] / 1000
        counted = collections.Counter(
            f"{Path(code.co_filename).name}:{code.co_name}"
            for at, codes in self.taken
            if begin <= at <= end
            for code in codes
        )
        skipped = ("window_clock.py", "window_speed.py", "window_paths.py", "contextlib.py")
        seen = [f"{n} {c}" for n, c in counted.most_common(40) if not n.startswith(skipped)]
        return ", ".join(seen[:most])

    def clear(self):
        self.taken.clear()

    def end(self):
        signal.setitimer(signal.ITIMER_PROF, 0)
        self.on = False


def spin(milliseconds=0):
    """Run an event loop for so long; `processEvents` would leave widgets that are to go."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def until(done, most=1800.0):
    """Let the program run until something is so; the seconds it took."""
    begun = time.perf_counter()
    while not done():
        spin(1)
        if time.perf_counter() - begun > most:
            raise TimeoutError
    return time.perf_counter() - begun


def painted(window):
    """Let the program run until what a key or click changed was painted, to the last piece."""
    later, painting = window.workbench.light_table.later, window.painting
    for _ in range(2):  # what the last piece changed, Qt asks to paint a turn later
        spin()
        until(lambda: not (later.busy or painting.busy))


@contextmanager
def watched():
    """Gaps of what is done inside, and of what it leaves to the next moment."""
    gaps = Gaps()
    timer = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(gaps.beat)
    timer.start()
    spin(12)
    try:
        yield gaps
    finally:
        spin(30)
        timer.stop()


def dressed(place):
    """The application, with a home of its own for settings, history and cache."""
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        os.environ[variable] = str(place / variable)
    app = application()
    assert isinstance(app, QApplication)
    speak(app, "en")
    dress(app, STANDARD, "light")
    return app


def shown_window(place):
    """The window as the program makes it, with its workers awake."""
    layout = QSettings(str(place / "window.ini"), QSettings.Format.IniFormat)
    window = made_window(STANDARD, layout)
    window.resize(1440, 900)
    window.show()
    QTest.qWaitForWindowExposed(window)
    spin(WARM_MS)
    return window


def opened(window, folder, count):
    """Seconds to the rows, and to the first page of thumbnails."""
    bench = window.workbench
    window.open_folder(folder)

    def rows():
        sheet = bench.sheet
        shown = sheet.viewport().isVisible() and sheet.rows_in_sight() is not None
        return shown and bench.entries.rowCount() == count

    def page():
        first, last = bench.sheet.rows_in_sight()
        index = bench.entries.index
        return all(index(row).data(Role.THUMBNAIL) is not None for row in range(first, last + 1))

    to_rows = until(rows)
    return to_rows, to_rows + until(page)


def closed(window):
    window.close()
    window.deleteLater()
    spin(20)


def memory(process="self"):
    """Megabytes in memory of this process, or of another one."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) // 1024


def pace(steps=300_000):
    """Milliseconds of own time for a fixed piece of work: how fast this machine is just now."""
    begun = time.thread_time()
    sum(number % 7 for number in range(steps))
    return 1000 * (time.thread_time() - begun)


def pieces(done):
    """Milliseconds of own time for a piece of work that is always the same, many times.

    They differ by what the machine does: the host of a virtual one takes its processor away, and
    not all of that is left out of the thread's own time; and other work empties the caches.
    """
    times = []
    while not done():
        times.append(pace(PIECE))
        time.sleep(0.004)
    return times


def at_work(times):
    """Of the times between beats those in which something was done."""
    return [one for one in times if one >= BEAT_MS] or [0.0]


def kept_back():
    """Seconds of all processors that the host has kept for others, as far as it owns up to it."""
    stat = Path("/proc/stat")
    fields = stat.read_text().split("\n", 1)[0].split() if stat.exists() else []
    return int(fields[8]) / os.sysconf("SC_CLK_TCK") if len(fields) > 8 else 0.0


def seconds(name, value):
    print(f"{name:<58}{value:9.2f} s", flush=True)


def heading(name=""):
    print(f"{name:<58}{'median':>9}{'p99':>9}{'max':>9}", flush=True)


def line(name, times):
    ordered = sorted(times)
    late = ordered[round(0.99 * (len(ordered) - 1))]
    values = statistics.median(times), late, ordered[-1]
    print(f"{name:<58}" + "".join(f"{value:9.1f}" for value in values) + " ms", flush=True)
