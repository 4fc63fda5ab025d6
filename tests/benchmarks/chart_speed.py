"""Milliseconds of the GUI thread for the chart of light of 10,000 pictures: run it as a script."""

import os
import random
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.lint.rule import Severity
from app.settings import STANDARD
from app.ui.background import Background
from app.ui.models.light_points import Across, LightPoint
from app.ui.scheme import current_scheme
from app.ui.session import Session
from app.ui.start import application, dress, speak
from app.ui.widgets.light_marks import lay_out
from app.ui.widgets.light_view import LightView

COUNT = 10_000
RUNS = 20


def timed(act):
    """Median and longest wall time, and the median of the process's own time, of some runs."""
    walls, owns = [], []
    for _ in range(RUNS):
        wall, own = time.perf_counter(), time.process_time()
        act()
        walls.append((time.perf_counter() - wall) * 1000)
        owns.append((time.process_time() - own) * 1000)
    return statistics.median(walls), max(walls), statistics.median(owns)


def main():
    """Print the table."""
    app = application()
    speak(app, "en")
    dress(app, STANDARD, "light")
    background = Background(processes=1)
    view = LightView(Session(background))
    view.resize(860, 560)
    chance = random.Random(1)
    points = tuple(
        LightPoint(
            number,
            chance.gauss(0, 10),
            abs(chance.gauss(30, 15)),
            min(max(chance.gauss(50, 20), 0), 100),
            0.1,
            1.0,
            Severity.HINT if number % 50 == 0 else None,
        )
        for number in range(COUNT)
    )
    view.show_points(points, Across.WARMTH)
    plot = view.plot()
    ends, look = (-40, 40), (current_scheme(), 1.0)
    found = lay_out(points, Across.WARMTH, ends, plot.size(), ((8, 8),), look)
    view._range = ends
    view._asked = 1
    view._laid_out(1, view._points, look, found)
    view.show()
    view.grab()
    middle = QPointF(plot.center())

    print(f"{COUNT} points, load {os.getloadavg()[0]:.1f}; median, longest, own time in ms")
    for name, act in (
        ("points handed over", lambda: view.show_points(points, Across.WARMTH)),
        (
            "laid out (in a thread)",
            lambda: lay_out(points, Across.WARMTH, ends, plot.size(), ((8, 8),), look),
        ),
        ("painted", view.grab),
        ("mark under the pointer", lambda: view.at(middle)),
        ("arrow right", lambda: QTest.keyClick(view, Qt.Key.Key_Right)),
        ("arrow up", lambda: QTest.keyClick(view, Qt.Key.Key_Up)),
    ):
        middle_wall, longest, own = timed(act)
        print(f"{name:26}{middle_wall:8.2f}{longest:8.2f}{own:8.2f}")
    background.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
