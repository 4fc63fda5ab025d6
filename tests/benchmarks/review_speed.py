"""Review: from the key to the next picture painted, at 12 megapixels and 1440 x 900.

`python tests/benchmarks/review_speed.py [entries]` makes the pictures, approves each after a look
of so many milliseconds as a person takes, and prints a small table. "own" is the time that the
window's own thread worked from key to picture, which other programs cannot lengthen.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
home = tempfile.mkdtemp(prefix="review-speed-")
for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[variable] = str(Path(home) / variable)

import numpy as np  # noqa: E402
from PIL import Image  # noqa: E402
from PySide6.QtCore import QEvent, QObject, QSettings, Qt  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from app.settings import STANDARD  # noqa: E402
from app.ui.background import Background  # noqa: E402
from app.ui.start import application, dress, speak  # noqa: E402
from app.ui.windows.main_window import MainWindow  # noqa: E402

SIZE = (4000, 3000)
LOOKS_MS = (1500, 600, 250)
"""How long a person looks at a picture before the key."""


class Painted(QObject):
    """When the large picture was painted last, and whether it was the full preview."""

    def __init__(self, picture):
        super().__init__(picture)
        self.picture = picture
        self.at = self.worked = 0.0
        picture.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            width = self.picture._image.width()
            if width > 400:  # not the thumbnail that stands in
                watched.paintEvent(event)
                if not self.at:
                    self.at, self.worked = time.perf_counter(), time.thread_time()
                return True
        return False


def pictures(folder, count):
    noise = np.random.default_rng(1)
    for number in range(count):
        small = noise.integers(0, 255, (30, 40, 3), dtype=np.uint8)
        image = Image.fromarray(small).resize(SIZE, Image.Resampling.BICUBIC)
        image.save(folder / f"{number:03}.jpg", quality=90)
        text = f"a woman in a red coat stands beside thing {number}"
        (folder / f"{number:03}.txt").write_text(text, "utf-8")


def wait(app, condition, seconds=60.0):
    end = time.perf_counter() + seconds
    while not condition() and time.perf_counter() < end:
        app.processEvents()


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    folder = Path(home) / "set"
    folder.mkdir()
    pictures(folder, count)
    app = application()
    speak(app, "en")
    dress(app, STANDARD, "light")
    background = Background(processes=1)
    layout = QSettings(str(Path(home) / "w.ini"), QSettings.Format.IniFormat)
    window = MainWindow(background, STANDARD, layout)
    window.resize(1440, 900)
    window.show()
    window.open_folder(folder)
    wait(app, lambda: window.session.dataset is not None)
    wait(app, lambda: window.session.settled)
    review = window.reviewing
    painted = Painted(review.page.pictures.picture)
    print(f"{count} pictures of {SIZE[0]} x {SIZE[1]}, key to picture painted, ms")
    print("looked at for | median | slowest | longest blocked | own, median")
    for pass_number in (1, 2):
        review.enter(pass_number)
        for look in LOOKS_MS:
            times, stalls, own = [], [], []
            for _ in range(count // len(LOOKS_MS) - 1):
                end = time.perf_counter() + look / 1000
                while time.perf_counter() < end:
                    app.processEvents()
                    time.sleep(0.001)
                begin, worked, painted.at = time.perf_counter(), time.thread_time(), 0.0
                QTest.keyClick(review.page, Qt.Key.Key_A)
                stalls.append(time.perf_counter() - begin)
                wait(app, lambda: painted.at > 0, 10)
                times.append(painted.at - begin)
                own.append(painted.worked - worked)
            median, slowest = statistics.median(times) * 1000, max(times) * 1000
            print(
                f"pass {pass_number}, {look:4} ms | {median:6.1f} | {slowest:7.1f} | "
                f"{max(stalls) * 1000:6.1f} | {statistics.median(own) * 1000:6.1f}"
            )
        review.leave()
    window.close()


if __name__ == "__main__":
    main()
