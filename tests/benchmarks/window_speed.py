"""How fast the window is: `python tests/benchmarks/window_speed.py [images] [tiny images]`.

Makes its own folders. Wall times are what a person waits; processor times of the GUI thread say
what of it is the program's own, on a machine that is busy with other things too.
"""

import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from made_folder import make_folder
from PySide6.QtTest import QTest
from window_clock import (
    at_work,
    closed,
    dressed,
    heading,
    line,
    opened,
    painted,
    seconds,
    shown_window,
    spin,
    until,
    watched,
)

from app.ui.widgets.marked_editor import MarkedEditor

SIDE = 1225
"""Pixels of a side: 1.5 megapixels."""
LETTERS = 300
TYPED = ", soft cinematic lighting, a very beautiful gorgeous smile at night, sad and melancholic"


PAINTED = []
"""When the editor of the light table was painted."""


def watch_editors():
    """Note when an editor has painted itself; to be called before there is one."""
    paint = MarkedEditor.paintEvent

    def noted(editor, event):
        paint(editor, event)
        PAINTED.append(time.perf_counter())

    MarkedEditor.paintEvent = noted


def typed(window):
    """Milliseconds in 100 words: from a key to its letter on screen, and to all that follows."""
    bench = window.workbench
    bench.go_to(bench.entries.visible[0])
    editor = bench.light_table.editor
    editor.setFocus()
    editor.go_to(len(window.session.entry(0).text) // 2)
    spin()
    letters, wall, own = [], [], []
    for number in range(LETTERS):
        letter = TYPED[number % len(TYPED)]
        PAINTED.clear()
        begun = time.perf_counter(), time.thread_time()
        QTest.keyClicks(editor, letter)
        painted(window)
        wall.append(1000 * (time.perf_counter() - begun[0]))
        own.append(1000 * (time.thread_time() - begun[1]))
        letters.append(1000 * (PAINTED[0] - begun[0]))
        spin(20)
    return letters, wall, own


def measure(place, count, side):
    name = f"{count:,} images of {side * side / 1e6:.1f} megapixels"
    folder = make_folder(place / f"set{count}x{side}", count, side)
    for cache in ("cold", "cached"):
        window = shown_window(place)
        with watched() as gaps:
            rows, page = opened(window, folder, count)
            session = window.session
            whole = page + until(partial(getattr, session, "settled"))
        print(f"\n{name}, {cache}, load {os.getloadavg()[0]:.1f}")
        seconds("rows", rows)
        seconds("first page of thumbnails", page)
        seconds("all read, linted and measured", whole)
        heading()
        line("beat of a 1 ms timer meanwhile, wall", gaps.wall)
        line("what the GUI thread worked at a stretch", at_work(gaps.own))
        if cache == "cached":
            letters, wall, own = typed(window)
            line("key to its letter painted, caption of 100 words, wall", letters)
            line("key to all painted, caption of 100 words, wall", wall)
            line("key to all painted, processor time of the GUI thread", own)
        closed(window)


def main():
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    tiny = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        app = dressed(place)
        watch_editors()
        for count, side in ((many, SIDE), (tiny, 64)):
            if count:
                measure(place, count, side)
        app.processEvents()


if __name__ == "__main__":
    main()
