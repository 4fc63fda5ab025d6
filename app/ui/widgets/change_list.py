"""A list of captions before and after, each with a tick that the person may take away."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from app.ui.models.caption_changes import ChangeModel
from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.change_delegate import ChangeDelegate
from app.ui.widgets.rows_in_sight import rows_in_sight

LEAST = 120
"""Pixels that the list asks for."""
USUAL = 72
"""Pixels of a line that was never in sight: a name, and two lines of words."""
_HELD = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
"""They do nothing by themselves: who reads further down stays there."""


class ChangeList(QTableView):
    """However many there are, each can be reached and read before it is meant.

    A line is measured when it comes into sight: measuring thousands takes seconds, and a list view
    would lay out all of them for each that changes its height.
    """

    def __init__(
        self,
        changes: Mapping[int, tuple[str, str]],
        name: Callable[[int], str],
        parent: QWidget | None = None,
        *,
        doubts: Mapping[int, str] | None = None,
    ) -> None:
        """`doubts` says why some are not ticked from the start."""
        super().__init__(parent)
        self.setAccessibleName(tr("Captions that would change"))
        self._changes = ChangeModel(changes, name, doubts or {}, self)
        self._delegate = ChangeDelegate(self)
        self._measured: set[int] = set()
        """Rows that have the height that their words need."""
        self._measuring = False
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(USUAL))
        self.setModel(self._changes)  # its headers are hidden by now: they would measure 200 lines
        if changes:
            self.setCurrentIndex(self._changes.index(0, 0))

    def sizeHint(self) -> QSize:
        """Low: the dialog gives it what the captions need."""
        return QSize(scaled(320), scaled(LEAST))

    def height_of_all(self, width: int, most: int) -> int:
        """What all captions need at that width, or `most` and more where they need so much."""
        height = 0
        for row in range(self._changes.rowCount()):
            height += self._delegate.height(self._changes.change(row), width)
            if height >= most:
                break
        return height

    def chosen(self) -> list[int]:
        """Those that were left ticked."""
        return self._changes.chosen()

    # Heights

    def _forget_heights(self) -> None:
        """Lines are of another width, or letters of another size."""
        if not self._measured:
            return
        self._measured.clear()
        self.verticalHeader().setDefaultSectionSize(scaled(USUAL) + 1)
        self.verticalHeader().setDefaultSectionSize(scaled(USUAL))
        self._measure()

    def _measure(self) -> None:
        """Give the lines in sight the height that they need; what is read stays where it is."""
        if self._measuring or not self.viewport().isVisible():
            return
        self._measuring = True
        bar = self.verticalScrollBar()
        while unknown := [row for row in rows_in_sight(self) if row not in self._measured]:
            kept, ends = self._kept_in_place(), 0 < bar.value() == bar.maximum()
            before = self.rowViewportPosition(kept)
            self._give_height(unknown)
            self.updateGeometries()  # the bar has another end
            moved = self.rowViewportPosition(kept) - before
            bar.setValue(bar.maximum() if ends else bar.value() + moved)
        self._measuring = False

    def _give_height(self, rows: list[int]) -> None:
        header, width = self.verticalHeader(), self.viewport().width()
        for row in rows:
            header.resizeSection(row, self._delegate.height(self._changes.change(row), width))
        self._measured.update(rows)

    def _kept_in_place(self) -> int:
        """The row that the keys have come to, or else the first that was read before."""
        sight, current = rows_in_sight(self), self.currentIndex().row()
        if current in sight:
            return current
        return next((row for row in sight if row in self._measured), sight.start)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Other lines come into sight."""
        super().scrollContentsBy(dx, dy)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words take more lines where there is less room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._forget_heights()
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now lines are in sight."""
        super().showEvent(event)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+A ticks all of them, or none; Home and End lead to the first and the last."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._changes.tick_all_or_none()
            return
        last = self._changes.rowCount() - 1
        ends = {Qt.Key.Key_Home.value: 0, Qt.Key.Key_End.value: last}
        if event.key() in ends and last >= 0:
            self.setCurrentIndex(self._changes.index(ends[event.key()], 0))
        else:
            super().keyPressEvent(event)
        if event.key() not in _HELD:
            # What came into sight with it may have needed more room.
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Follow another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._delegate.forget()
            self._forget_heights()
