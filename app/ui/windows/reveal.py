"""The workbench comes into sight part by part: all of it at once is too long for a key to wait."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from app.ui.afterwards import Afterwards
from app.ui.in_turn import InTurn
from app.ui.slices import turns
from app.ui.windows.workbench import Workbench


class Reveal(QObject):
    """Rows first, then desk, picture and words, one in each turn of the loop.

    Each part has its size from the beginning, so that nothing moves when the next one comes.
    """

    def __init__(self, pages: QStackedWidget, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._bench = bench
        self._before: QWidget | None = None
        """The page that was shown when a dataset opened."""
        self._rows: list[int] | None = None
        """Of the sheet, still to be painted before it is seen; None: not known yet."""
        self._later = Afterwards(self)
        self._to_polish: list[QWidget] = bench.findChildren(QWidget)
        self._polishing = InTurn(self)
        self._polishing.timeout.connect(self._polish_some)
        self._polishing.start()

    def begin(self) -> None:
        """A dataset is open: bring the workbench into sight, if it is not."""
        bench = self._bench
        self._before = self._pages.currentWidget()
        bench.sheet.setFocus()
        if self._before is bench:
            return
        parts = (bench.desk.inside, *bench.light_table.insides)
        for part in parts:
            part.hide()
        painted = (bench.sheet, bench.header)
        for part in painted:
            part.setUpdatesEnabled(False)
        self._rows = None
        paint = (partial(_paint, part) for part in painted)
        self._later.put(self._show_page, self._paint_row, *paint, *(part.show for part in parts))

    def end(self) -> None:
        """Whatever was begun is whole now."""
        self._later.forget()
        for part in (self._bench.sheet, self._bench.header):
            part.setUpdatesEnabled(True)
        for part in (self._bench.desk.inside, *self._bench.light_table.insides):
            part.show()

    def _show_page(self) -> None:
        if self._pages.currentWidget() is not self._before:
            return  # a key that waited has gone to another page, as review
        wanted = self._bench.focusWidget() or self._bench.sheet
        self._pages.setCurrentWidget(self._bench)
        wanted.setFocus()

    def _paint_row(self) -> bool:
        """All rows at once, in one painting of the sheet, are too long."""
        sheet = self._bench.sheet
        if self._rows is None:
            sight = sheet.rows_in_sight() if sheet.isVisible() else None
            self._rows = list(range(sight[0], sight[1] + 1)) if sight is not None else []
        if self._rows:
            sheet.ahead.paint_now(self._rows.pop(0))
        return bool(self._rows)

    def _polish_some(self) -> None:
        """Fonts and colours of what will come into sight, while a person chooses a folder."""
        for _ in turns():
            if not self._to_polish:
                self._polishing.stop()
                return
            part = self._to_polish.pop()
            if isValid(part):
                part.ensurePolished()


def _paint(part: QWidget) -> None:
    part.setUpdatesEnabled(True)
