"""Rows that come into sight many at once, and are painted a few in each turn of the loop."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTableView

from app.ui.in_turn import InTurn, Rank
from app.ui.models.roles import Role
from app.ui.slices import turns
from app.ui.widgets.caption_delegate import CaptionDelegate
from app.ui.widgets.rows_ahead import RowsAhead

AT_ONCE = 2
"""New rows that are painted as they come; more of them are too long for a key to wait."""


class RowsWaiting(QObject):
    """Of a sheet after a leap or a filter. Until its turn a row is bare ground, for a moment.

    Only rows that were not in sight wait: what a person looks at never vanishes. One that was
    painted ahead is drawn although it waits.
    """

    def __init__(self, view: QTableView, delegate: CaptionDelegate, ahead: RowsAhead) -> None:
        super().__init__(view)
        self._view = view
        self._ahead = ahead
        self._rows = delegate.waiting
        self._sight = range(0)
        """The rows that were in sight when this looked last."""
        self._entries: frozenset[object] = frozenset()
        """Those that were in sight before all rows changed."""
        self._turn = InTurn(self, Rank.SEEN)  # beside the parts of the light table, not after
        self._turn.timeout.connect(self._paint_some)

    @property
    def busy(self) -> bool:
        """A row waits."""
        return self._turn.isActive()

    def look(self) -> None:
        """Rows are where they are: none waits."""
        self._rows.clear()
        self._turn.stop()
        self._sight = self._ahead.in_sight()

    def scrolled(self) -> None:
        """Other rows may have come into sight."""
        before, self._sight = self._sight, self._ahead.in_sight()
        for row in [row for row in self._rows if row not in self._sight]:
            del self._rows[row]
        self._let_wait([row for row in self._sight if row not in before])

    def before_others(self) -> None:
        """All rows are about to change."""
        self._entries = frozenset(self._entry_of(row) for row in self._ahead.in_sight())

    def others(self) -> None:
        """All rows changed; their entries may be among them."""
        self.look()
        self._let_wait([row for row in self._sight if self._entry_of(row) not in self._entries])

    def _entry_of(self, row: int) -> object:
        return self._view.model().index(row, 0).data(Role.ENTRY)

    def _let_wait(self, new: list[int]) -> None:
        if not self._view.viewport().isVisible():
            return
        here = self._view.currentIndex().row()
        new.sort(key=lambda row: row != here)  # the row that the person goes to comes first
        if len(new) > AT_ONCE:
            self._rows.update(dict.fromkeys(new[1:]))
            self._turn.start()

    def _paint_some(self) -> None:
        for _ in turns():
            row = next(iter(self._rows), None)
            if row is None:
                self._turn.stop()
                return
            del self._rows[row]
            self._ahead.paint_now(row)
            self._view.update(self._view.model().index(row, 0))
