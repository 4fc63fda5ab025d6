"""Stalls of the window with a large dataset, act by act, and its memory.

`python tests/benchmarks/window_paths.py [rows ...] [--keep FOLDER] [--where] [--only WORD]`: 10,000
and 100,000 rows unless told otherwise. An act that a key does has a row for one key to painted
window; every act has the longest time that the GUI thread did not come back to its events.
`--where` names the functions of each act's longest stall.
"""

import argparse
import itertools
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from made_folder import make_folder
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_clock import (
    Stacks,
    closed,
    dressed,
    memory,
    opened,
    pace,
    painted,
    seconds,
    shown_window,
    spin,
    until,
    watched,
)

from app.dataset.choices import Purpose
from app.dataset.entry import Cause
from app.dataset.marks import Expression
from app.review.order import Order
from app.ui.windows.export_dialog import ExportDialog

SIDE = 64
REST_MS = 25
"""Between two keys."""
CTRL = Qt.KeyboardModifier.ControlModifier


class Bench:
    """One open window, and a printed line for each act."""

    def __init__(self, place, folder, count, options):
        self.window = shown_window(place)
        self.bench = self.window.workbench
        self.session = self.window.session
        self.folder, self.count = folder, count
        self.stacks = Stacks()
        self.only = options.only
        if options.where:
            self.stacks.begin()

    @contextmanager
    def act(self, name, done: Callable[[], bool] | None = None, rest=400):
        """What is done inside, until `done` and a rest: its stalls."""
        self.stacks.clear()
        begun = time.perf_counter()
        with watched() as gaps:
            yield
            if done is not None:
                until(done)
            ended = time.perf_counter()
            spin(rest)
        self._print(name, gaps, (f"{ended - begun:8.2f} s", ""))

    def keys(self, name, press, times=40):
        """One key, and again: from the key to the painted window, and the stalls meanwhile."""
        self.stacks.clear()
        wall, own = [], []
        with watched() as gaps:
            for _ in range(times):
                begun = time.perf_counter(), time.thread_time()
                press()
                painted(self.window)
                wall.append(1000 * (time.perf_counter() - begun[0]))
                own.append(1000 * (time.thread_time() - begun[1]))
                spin(REST_MS)
            spin(400)
        middle = sorted(own)[len(own) // 2], sorted(wall)[len(wall) // 2]
        self._print(name, gaps, (f"{middle[0]:6.1f} ms", f"{middle[1]:6.1f} ms"))

    def _print(self, name, gaps, taken):
        own, wall = max(gaps.own), max(gaps.wall)
        print(f"{name:<46}{taken[0]:>11}{taken[1]:>11}{own:9.1f}{wall:9.1f}", flush=True)
        where = self.stacks.during(gaps)
        if where and own > 8:
            print(f"      {where}", flush=True)

    @property
    def calm(self):
        session = self.session
        at_work = session.linting.settling or self.bench.search.busy
        return session.settled and not at_work

    def wanted(self, name):
        return not self.only or any(word in name for word in self.only)


def opening(b):
    with b.act("opened, rows and first page", rest=0):
        rows, page = opened(b.window, b.folder, b.count)
    with b.act("the rest read and linted", lambda: not b.session.linting.settling, rest=0):
        pass
    print(f"{'':<46}{memory():>8} MB once all is linted")
    with b.act("the rest measured", lambda: b.calm):
        pass
    seconds("   rows", rows)
    seconds("   first page of thumbnails", page)


def memory_now(b):
    spin(1000)
    print(f"{'':<46}{memory():>8} MB")


def scrolling(b):
    sheet = b.bench.sheet
    sheet.setFocus()
    b.keys("a page down", lambda: QTest.keyClick(sheet, Qt.Key.Key_PageDown), 100)
    b.keys("a row down", lambda: QTest.keyClick(sheet, Qt.Key.Key_Down))
    b.keys("to the end, to the beginning", partial(_ends, sheet, iter(range(1_000))), 10)
    bar = sheet.verticalScrollBar()
    b.keys("the bar dragged", lambda: bar.setValue((bar.value() * 7 + 40_007) % bar.maximum()))
    bar.setValue(0)
    memory_now(b)


def _ends(sheet, number):
    QTest.keyClick(sheet, Qt.Key.Key_End if next(number) % 2 == 0 else Qt.Key.Key_Home, CTRL)


def filtering(b):
    field = b.bench.header.filter
    for query in ("red", "light:night -red", "has:finding", "chars:>200 or bicycle", ""):
        with b.act(f"filter: {query or 'none'}", lambda: _found(b)):
            field.setFocus()
            field.selectAll()
            QTest.keyClick(field, Qt.Key.Key_Delete)
            QTest.keyClicks(field, query)
            spin(200)
    letters = iter("a woman in a red coat beside a wooden door " * 2)
    b.keys("a letter in the filter", lambda: QTest.keyClicks(field, next(letters)), 40)
    until(lambda: _found(b))
    field.clear()
    spin(300)


def _found(b):
    return not b.bench.search.busy and not b.bench._refilter.isActive()


def sorting(b):
    for order in (*Order, Order.FOLDER):
        with b.act(f"sorted by {order}", lambda: _found(b)):
            b.bench.header.order.set_value(order)
            b.bench.header.order_changed.emit(order)


def typing(b):
    editor, field = b.bench.light_table.editor, b.bench.header.filter
    b.bench.go_to(b.bench.entries.visible[0])
    editor.setFocus()
    editor.go_to(40)
    words = "soft cinematic lighting, a very beautiful smile at night, melancholic "

    def typed(name, into=None, times=60):
        letters = iter(words * 3)
        b.keys(name, lambda: QTest.keyClicks(into or editor, next(letters)), times)

    for tab in range(4):
        b.bench.desk.setCurrentIndex(tab)
        spin(1500)
        typed(f"a letter, desk at {b.bench.desk.tabText(tab).split('  ')[0]}")
    b.bench.desk.setCurrentIndex(0)
    b.keys("undo of typing", b.session.undo, 10)
    b.keys("redo of typing", b.session.redo, 10)
    field.setText("has:finding")
    until(lambda: _found(b))
    spin(500)
    editor.setFocus()
    typed("a letter, rows filtered by has:finding")
    field.clear()
    b.bench.header.order_changed.emit(Order.FINDINGS)
    spin(500)
    until(lambda: _found(b))
    editor.setFocus()
    typed("a letter, rows sorted by findings")
    b.bench.header.order_changed.emit(Order.FOLDER)
    spin(500)
    b.bench.sheet.setFocus()
    QTest.keyClick(b.bench.sheet, Qt.Key.Key_F2)
    typed("a letter in the row", QApplication.focusWidget())
    b.bench.light_table.editor.setFocus()
    step = b.window.actions_["next"]
    b.keys("to the next entry", step.trigger)
    b.keys("to the next finding", b.window.actions_["next_finding"].trigger)
    until(lambda: b.calm)


def marking(b):
    notes = b.session.dataset.notes_of(b.bench.current)
    moods = itertools.cycle((Expression.SMILING, Expression.NEUTRAL))

    def mark():
        marks = replace(notes.marks, expression=next(moods))
        b.session.note(b.bench.current, replace(notes, marks=marks), "mark")

    b.keys("a mark", mark, 8)
    b.keys("undo of a mark", b.session.undo, 8)
    until(lambda: b.calm)


def desk(b):
    for tab in (0, 1, 2, 3, 0):
        name = b.bench.desk.tabText(tab).split("  ")[0]
        with b.act(f"desk: {name}", rest=1500):
            b.window.actions_[f"tab_{tab + 1}"].trigger()
    with b.act("desk: opened up", rest=800):
        b.window.actions_["desk_open"].trigger()
    b.bench.desk.setCurrentIndex(0)
    tree = b.bench.desk.findings.tree
    with b.act("findings: all groups opened", rest=800):
        tree.expandAll()
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(0, 0))
    b.keys("findings: a page down", lambda: QTest.keyClick(tree, Qt.Key.Key_PageDown))
    with b.act("desk opened up: the chart", rest=4000):
        b.bench.desk.setCurrentIndex(2)
    with b.act("desk opened up: Wording", rest=2000):
        b.bench.desk.setCurrentIndex(1)
    b.bench.desk.setCurrentIndex(0)
    with b.act("desk: given back", rest=800):
        b.window.actions_["desk_open"].trigger()
    memory_now(b)


def reviewing(b):
    with b.act("review: entered", rest=1500):
        b.window.actions_["review"].trigger()
    page = b.window.reviewing.page
    b.keys("review: approved, next picture", lambda: QTest.keyClick(page, Qt.Key.Key_A), 40)
    b.keys("review: undo", b.session.undo, 5)
    with b.act("review: pass 2 entered", rest=3000):
        b.window.reviewing.round.begin(2)
    b.keys("review: approved in pass 2", lambda: QTest.keyClick(page, Qt.Key.Key_A), 10)
    with b.act("review: left"):
        b.window.actions_["review"].trigger()
    until(lambda: b.calm)


def choosing(b):
    choices = b.session.dataset.choices
    other = next(one for one in Purpose if one is not choices.purpose)
    for name, wanted in (("another purpose", replace(choices, purpose=other)), ("back", choices)):
        with b.act(f"choices: {name}", lambda: b.calm):
            b.session.choose(wanted, "purpose")


def removing(b):
    with b.act("one picture taken out", lambda: b.calm):
        b.session.take_out([b.bench.current])
    with b.act("and brought back by undo", lambda: b.calm):
        b.session.undo()


def replacing(b):
    dataset = b.session.dataset
    texts = {one.id: (one.text or "").replace("mira", "lena") for one in dataset.entries}
    for name, act in (
        ("replaced in all captions", partial(b.session.edit_many, texts, Cause.REPLACE, "replace")),
        ("and its undo", b.session.undo),
    ):
        with b.act(f"{name}, call", rest=0):
            act()
        with b.act(f"{name}, written and linted", lambda: b.calm):
            pass
    memory_now(b)


def exporting(b):
    with b.act("export: the plan", rest=0):
        dialog = ExportDialog(b.session, b.window.layout_store, b.window)
        dialog.show()
        spin(50)
        until(lambda: not dialog.planning.busy)
        spin(1000)
    with b.act("export: closed"):
        dialog.close()
        dialog.deleteLater()


def closing(b):
    with b.act("closed", rest=3500):
        b.window.close_dataset()
    memory_now(b)


ACTS = (
    scrolling,
    filtering,
    sorting,
    typing,
    marking,
    desk,
    reviewing,
    choosing,
    removing,
    replacing,
    exporting,
    closing,
)


def measure(place, count, options):
    folder = make_folder(place / f"set{count}x{SIDE}", count, SIDE)
    b = Bench(place, folder, count, options)
    print(f"\n{count:,} rows, load {os.getloadavg()[0]:.1f}, pace {pace():.0f} ms")
    print(f"{'':<46}{'own/until':>11}{'wall':>11}{'stall own':>9}{'wall':>9}")
    opening(b)
    for act in ACTS:
        if b.wanted(act.__name__):
            act(b)
    b.stacks.end()
    closed(b.window)


def main():
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("rows", nargs="*", type=int, default=[10_000, 100_000])
    reader.add_argument("--keep", type=Path, help="keep the folders and caches here")
    reader.add_argument("--where", action="store_true", help="name the work behind stalls")
    reader.add_argument("--only", nargs="*", default=(), help=", ".join(a.__name__ for a in ACTS))
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = options.keep or Path(name)
        place.mkdir(parents=True, exist_ok=True)
        app = dressed(place)
        for count in options.rows:
            measure(place, count, options)
        app.processEvents()


if __name__ == "__main__":
    main()
