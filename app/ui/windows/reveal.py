"""The workbench comes into sight part by part: all of it at once is too long for a key to wait."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from app.ui.afterwards import Afterwards
from app.ui.in_turn import InTurn
from app.ui.slices import turns
from app.ui.windows.workbench import Workbench


class Reveal(QObject):
    """Rows first, then desk, picture and words, one in each turn of the loop.

    Each part has its size from the beginning, so that nothing moves when the next one comes. To lay
    a part out and to paint it are turns of their own.
    """

    def __init__(self, pages: QStackedWidget, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._pages = pages
        self._bench = bench
        self._before: QWidget | None = None
        """The page that was shown when a dataset opened."""
        self._rows: list[int] | None = None
        """Of the sheet, still to be painted before it is seen; None: not known yet."""
        self._unpainted: list[QWidget] = []
        """What is laid out, or will be, and waits for its turn to be painted."""
        self._later = Afterwards(self)
        room = bench.header.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # the sheet begins below it before it is there
        bench.header.setSizePolicy(room)
        self._to_prepare: list[QWidget] = bench.findChildren(QWidget)
        self._preparing = InTurn(self)
        self._preparing.timeout.connect(self._prepare_some)
        self._preparing.start()

    @property
    def busy(self) -> bool:
        """Parts wait to come into sight."""
        return self._later.busy

    def begin(self) -> None:
        """A dataset is open: bring the workbench into sight, if it is not."""
        if self._later.busy:
            self.end()  # of a dataset that opened just before
        bench = self._bench
        self._before = self._pages.currentWidget()
        bench.sheet.setFocus()
        if self._before is bench:
            return
        parts = self._parts()
        for part in parts:
            part.hide()
        first, inside = (bench, bench.sheet, bench.header), {one: _pieces(one) for one in parts[1:]}
        self._hold_back(*first, *(piece for pieces in inside.values() for piece in pieces))
        self._rows = None
        self._later.put(self._show_page, bench.header.show, self._paint_row)
        self._later.put(*(partial(self._paint, part) for part in first))
        for part, pieces in inside.items():
            self._later.put(part.show, *(partial(self._paint, piece) for piece in pieces))

    def end(self) -> None:
        """Whatever was begun is whole now."""
        self._later.forget()
        for part in self._parts():
            part.show()
        for part in tuple(self._unpainted):
            self._paint(part)

    def _parts(self) -> tuple[QWidget, ...]:
        bench = self._bench
        return bench.header, bench.desk.inside, *bench.light_table.insides

    def _hold_back(self, *parts: QWidget) -> None:
        self._unpainted += [part for part in parts if part.updatesEnabled()]
        for part in parts:
            part.setUpdatesEnabled(False)

    def _paint(self, part: QWidget) -> None:
        if part in self._unpainted:
            self._unpainted.remove(part)
            if isValid(part):
                part.setUpdatesEnabled(True)

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

    def _prepare_some(self) -> None:
        """Fonts, colours and sizes of what will come into sight, while a person chooses a folder.

        What is inside comes before what is around it, which asks it for its size.
        """
        for _ in turns():
            if not self._to_prepare:
                self._preparing.stop()
                return
            part = self._to_prepare.pop()
            if isValid(part):
                part.ensurePolished()
                part.sizeHint()


def _pieces(part: QWidget) -> list[QWidget]:
    """A part's ground and, two levels deep, what stands on it."""
    pieces = [part]
    for child in _children(part):
        pieces += [child, *_children(child)]
    return pieces


def _children(part: QWidget) -> list[QWidget]:
    children = part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if not child.isHidden()]
