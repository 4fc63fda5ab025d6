"""Paints rows before they come into sight, when nothing else is to be done."""

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QTableView

from app.ui.in_turn import InTurn, Rank
from app.ui.slices import turns
from app.ui.widgets.caption_delegate import CaptionDelegate
from app.ui.widgets.row_data import read_row
from app.ui.widgets.row_pictures import RowPictures
from app.ui.widgets.rows_in_sight import rows_in_sight

SOON = 10
"""Milliseconds after the view moved: what came into sight is painted first."""
REST = 50
"""Milliseconds of rest after a row changed: one that is typed in changes with every key."""


class RowsAhead(QObject):
    """Of a sheet: the next page each way, and the look that a row takes when it becomes current."""

    def __init__(self, view: QTableView, delegate: CaptionDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._delegate = delegate
        self._top = 0
        self._wanted: dict[tuple[int, bool], None] = {}
        """Row, and whether as the current one; the first is painted next."""
        self._changed: set[int] | None = None
        """Rows to look at again; None: all."""
        self._moved = QTimer(self, singleShot=True, interval=SOON)
        self._moved.timeout.connect(self._begin)
        self._rested = QTimer(self, singleShot=True, interval=REST)
        self._rested.timeout.connect(self._begin)
        self._turn = InTurn(self, Rank.UNSEEN)
        self._turn.timeout.connect(self._paint_some)

    @property
    def busy(self) -> bool:
        """Rows wait to be painted."""
        return any(one.isActive() for one in (self._moved, self._rested, self._turn))

    def look_around(self) -> None:
        """Other rows are in sight, or rows look otherwise now."""
        self._wanted.clear()
        self._changed = None
        if not self._moved.isActive():  # whoever scrolls on and on would never see it begin
            self._moved.start()

    def look_again(self, first: int, last: int) -> None:
        """These rows changed."""
        near = self._near()
        rows = range(max(first, near.start), min(last + 1, near.stop))
        if self._changed is not None:
            self._changed.update(rows)
        if rows:
            self._rested.start()

    def seen_first(self) -> list[int]:
        """The rows in sight from the top, those of the next page, those of the page before."""
        near, sight = self._near(), self.in_sight()
        return [*sight, *range(sight.stop, near.stop), *range(near.start, sight.start)]

    def in_sight(self) -> range:
        """The rows in sight; none of an empty sheet."""
        return rows_in_sight(self._view)

    def paint_now(self, row: int) -> None:
        """Paint a row as it stands: it is about to be seen."""
        model, current = self._view.model(), self._view.currentIndex().row()
        if model is not None and row < model.rowCount():
            data = read_row(model.index(row, 0))
            self._fit(row).paint_ahead(data, self._delegate.step, current=row == current)

    def _near(self) -> range:
        """The rows in sight and a page beyond them each way."""
        sight = self.in_sight()
        if not sight:
            return sight
        page, count = len(sight), self._view.model().rowCount()
        return range(max(sight.start - page, 0), min(sight.stop + page, count))

    def _begin(self) -> None:
        view, near = self._view, self._near()
        self._moved.stop()
        self._rested.stop()
        if not near or not view.viewport().isVisible():
            return
        pictures = self._fit(near.start)
        changed, self._changed = self._changed, set()
        wanted = [
            one
            for one in self._order(near)[: pictures.most]
            if changed is None or one[0] in changed or one in self._wanted
        ]
        self._wanted = dict.fromkeys(wanted)
        if wanted:
            self._turn.start()

    def _fit(self, row: int) -> RowPictures:
        view, pictures = self._view, self._delegate.pictures
        size = QSize(view.columnWidth(0), view.rowHeight(row))
        pictures.fit(size, view.viewport().devicePixelRatioF())
        return pictures

    def _order(self, near: range) -> list[tuple[int, bool]]:
        """What is likely to be seen next comes first."""
        sight = self.in_sight()
        below, above = range(sight.stop, near.stop), range(sight.start - 1, near.start - 1, -1)
        up, self._top = sight.start < self._top, sight.start
        here = self._view.currentIndex().row()
        steps = [row for row in (here + 1, here - 1) if here >= 0 and row in near]
        order = [(row, False) for row in (above if up else below)]
        order += [(row, True) for row in steps]
        order += [(here, False)] * (here in near)
        order += [(row, True) for row in sight]
        order += [(row, False) for row in (below if up else above)]
        order += [(row, False) for row in sight]
        return list(dict.fromkeys(order))

    def _paint_some(self) -> None:
        model, delegate = self._view.model(), self._delegate
        for _ in turns():
            if not self._wanted:
                self._turn.stop()
                return
            row, current = next(iter(self._wanted))
            del self._wanted[row, current]
            if row >= model.rowCount():
                continue
            data = read_row(model.index(row, 0))
            if delegate.pictures.paint_ahead(data, delegate.step, current=current):
                return
