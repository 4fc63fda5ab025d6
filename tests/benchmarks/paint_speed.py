"""How long a page of the sheet takes to paint: `python tests/benchmarks/paint_speed.py`."""

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "ui"))

from made_up_rows import MadeUpModel, many_rows  # pyright: ignore[reportMissingImports]
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.scheme import SchemeChoice, apply_scheme, interface_font
from app.ui.style import ProofsheetStyle
from app.ui.widgets.contact_sheet import ContactSheet

ROWS = 10_000
SIZE = 905, 960
"""Eight rows of 120."""


def milliseconds(action):
    """Of processor time, so that a busy machine changes little."""
    begun = time.process_time()
    action()
    return 1000 * (time.process_time() - begun)


def line(name, times):
    ordered = sorted(times)
    worst = ordered[round(0.99 * (len(ordered) - 1))]
    print(f"{name:<44}{statistics.median(times):8.2f}{worst:10.2f}")


def main():
    app = QApplication([])
    app.setStyle(ProofsheetStyle())
    app.setFont(interface_font())
    apply_scheme(app, SchemeChoice.LIGHT)
    sheet = ContactSheet()
    sheet.resize(*SIZE)
    model = MadeUpModel(many_rows(ROWS))
    shown = milliseconds(lambda: (sheet.setModel(model), sheet.show(), app.processEvents()))
    image = QImage(sheet.viewport().size(), QImage.Format.Format_RGB32)
    bar = sheet.verticalScrollBar()

    def leap(number):
        bar.setValue(number * SIZE[1])
        return milliseconds(lambda: sheet.viewport().render(image))

    def page(number):
        bar.setValue(number * SIZE[1])
        sheet.waiting.look()  # all rows in one painting
        return milliseconds(lambda: sheet.viewport().render(image))

    print(f"{'milliseconds':<44}{'median':>8}{'99th':>10}")
    line(f"model of {ROWS:,} rows shown", [shown])
    line("a page never seen before, painted", [page(number) for number in range(1, 101)])
    line("a leap to such a page: painted at once", [leap(number) for number in range(401, 501)])
    line("a page seen before, painted", [page(100) for _ in range(100)])

    def page_ahead(number):
        bar.setValue((number - 1) * SIZE[1])
        while sheet.ahead.busy or sheet.waiting.busy:
            app.processEvents()
        return page(number)

    line("a page painted ahead, drawn", [page_ahead(number) for number in range(201, 301)])

    bar.setValue(100 * SIZE[1])
    index = model.index(804, 0)
    sheet.setCurrentIndex(index)
    sheet.edit_current()
    row = sheet.editor_of(index)
    assert row is not None

    def key():
        QTest.keyClick(row.editor, Qt.Key.Key_A)
        app.processEvents()

    line("a letter typed in a row, and painted", [milliseconds(key) for _ in range(100)])
    line(
        "one row changed, and painted",
        [
            milliseconds(
                lambda: (
                    model.dataChanged.emit(model.index(805, 0), model.index(805, 0), []),
                    app.processEvents(),
                )
            )
            for _ in range(100)
        ],
    )
    sheet.close()


if __name__ == "__main__":
    main()
