"""Grabs the sheet with made-up rows into a folder: `python tests/ui/sheet_demo.py FOLDER`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from made_up_rows import MadeUpModel, rows_in_english, rows_in_japanese
from PySide6.QtWidgets import QApplication

from app.ui.scheme import SchemeChoice, apply_scheme, interface_font, set_language
from app.ui.style import ProofsheetStyle
from app.ui.widgets.contact_sheet import ContactSheet


def grab(app, model, target, *, size, current=None, edit=False, step=2, top=0):
    sheet = ContactSheet()
    sheet.setModel(model)
    sheet.set_step(step)
    sheet.resize(*size)
    sheet.show()
    app.processEvents()
    sheet.verticalScrollBar().setValue(top * sheet.rowHeight(0))
    if current is not None:
        sheet.setCurrentIndex(model.index(current, 0))
    if edit:
        sheet.edit_current()
    app.processEvents()
    sheet.grab().save(str(target))
    sheet.close()


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setStyle(ProofsheetStyle())
    ratio = os.environ.get("QT_SCALE_FACTOR", "1")
    for choice in (SchemeChoice.LIGHT, SchemeChoice.DARK):
        apply_scheme(app, choice)
        tag = f"{choice}-{ratio}x.png"
        english = MadeUpModel(rows_in_english())
        app.setFont(interface_font())
        grab(app, english, folder / f"sheet-{tag}", size=(905, 600), current=2)
        grab(app, english, folder / f"states-{tag}", size=(905, 860), current=10, top=5)
        grab(app, english, folder / f"narrow-{tag}", size=(648, 620), current=2)
        grab(app, english, folder / f"edit-{tag}", size=(905, 360), current=0, edit=True, top=3)
        for step in range(5):
            name = f"step{step}-{tag}"
            grab(app, english, folder / name, size=(905, 480), current=2, step=step)
        set_language("ja")
        app.setFont(interface_font())
        japanese = MadeUpModel(rows_in_japanese())
        grab(app, japanese, folder / f"japanese-{tag}", size=(905, 600), current=2)
        set_language("en")


if __name__ == "__main__":
    main()
