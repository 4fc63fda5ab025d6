"""The contact sheet: every entry in one column of rows, all of one height."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
    QWidget,
)

from app.ui.in_turn import InTurn
from app.ui.models.roles import Role
from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.caption_delegate import CaptionDelegate, Index
from app.ui.widgets.row_data import is_editable
from app.ui.widgets.row_editor import RowEditor
from app.ui.widgets.row_geometry import LEAST, MIDDLE_STEP, STEPS
from app.ui.widgets.rows_ahead import RowsAhead
from app.ui.widgets.rows_waiting import RowsWaiting

SETTLE = 30
"""Milliseconds of rest before the rows in sight are announced."""
WHEEL_NOTCH = 120
_KEYS_THAT_EDIT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class ContactSheet(QTableView):
    """A table of one column, because a list view lays everything out again at every change."""

    visible_rows_changed = Signal(int, int)
    """First and last row in sight, a moment after they changed; nothing while there are none."""
    step_changed = Signal(int)
    """The place of the thumbnail size in `STEPS`."""
    current_entry_changed = Signal(object)
    """The current entry's id, or None."""
    menu_wanted = Signal(int, QPoint)
    """(entry id, global position): the context menu of an entry."""
    refused = Signal(str)
    """The person tried to edit a caption that may not be edited; the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = MIDDLE_STEP
        self._wheel = 0
        self._announced = (-1, -1)
        self._pressed_current = False
        self.delegate = CaptionDelegate(self)
        self.ahead = RowsAhead(self, self.delegate)
        self.setItemDelegate(self.delegate)
        self.delegate.next_wanted.connect(self._edit_next)
        self.setAccessibleName(tr("Contact sheet"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE)
        self._settle.timeout.connect(self._announce_rows)
        # Not `start` itself: it would take the value for the time to wait.
        self.verticalScrollBar().valueChanged.connect(lambda: self._settle.start())
        self.waiting = RowsWaiting(self, self.delegate, self.ahead)
        self._stale_rows: dict[int, None] = {}
        self._painting = InTurn(self)
        self._painting.timeout.connect(self._paint_next)
        # Not `_settle` alone: whoever scrolls on and on comes to rows that are painted.
        self.verticalScrollBar().valueChanged.connect(self.ahead.look_around)
        self.refresh_sizes()

    def dataChanged(
        self,
        topLeft: Index,  # noqa: N803 - Qt's name
        bottomRight: Index,  # noqa: N803 - Qt's name
        roles: Sequence[int] = (),
    ) -> None:
        """One row is painted in each turn: keys are heard in between.

        Of many rows Qt paints the whole view anew, however few of them are in sight; and the row
        of a caption that is typed beside it would be painted with each letter.
        """
        sight = self.rows_in_sight()
        first, last = topLeft.row(), bottomRight.row()
        self.ahead.look_again(first, last)
        if sight is None or self.is_editing:
            super().dataChanged(topLeft, bottomRight, roles)
            return
        rows = range(max(first, sight[0]), min(last, sight[1]) + 1)
        self._stale_rows.update(dict.fromkeys(rows))
        if self._stale_rows:
            self._painting.start()

    def _paint_next(self) -> None:
        row = next(iter(self._stale_rows), None)
        if row is None:
            self._painting.stop()
            return
        del self._stale_rows[row]
        self.update(self.model().index(row, 0))

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show this model; its first column is the sheet."""
        old = self.model()
        if old is not None:
            old.modelAboutToBeReset.disconnect(self.waiting.before_others)
            old.modelReset.disconnect(self._others_came)
            for signal in _signals_of_rows(old):
                signal.disconnect(self._rows_changed)
        super().setModel(model)
        if model is not None:
            for signal in _signals_of_rows(model):
                signal.connect(self._rows_changed)
            model.modelAboutToBeReset.connect(self.waiting.before_others)
            model.modelReset.connect(self._others_came)
        self._rows_changed()

    # Rows in sight

    def rows_in_sight(self) -> tuple[int, int] | None:
        """First and last row that can be seen, even in part; None on an empty sheet."""
        sight = self.ahead.in_sight()
        return (sight.start, sight.stop - 1) if sight else None

    def _rows_changed(self) -> None:
        self._stale_rows.clear()
        self.waiting.look()
        self._announced = (-1, -1)
        self._settle.start()
        self.ahead.look_around()

    def _others_came(self) -> None:
        self.executeDelayedItemsLayout()  # a list that is shorter now has another row at the top
        self.waiting.others()

    def _announce_rows(self) -> None:
        rows = self.rows_in_sight()
        if rows is not None and rows != self._announced:
            self._announced = rows
            self.visible_rows_changed.emit(*rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height shows other rows."""
        super().resizeEvent(event)
        self.waiting.look()
        self._settle.start()
        self.ahead.look_around()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """After a leap all rows are new."""
        super().scrollContentsBy(dx, dy)
        self.waiting.scrolled()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another text size and another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.refresh_sizes()
        elif event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(tr("Contact sheet"))
            self.viewport().update()
            self.ahead.look_around()
        elif event.type() == QEvent.Type.PaletteChange:
            self.ahead.look_around()

    def showEvent(self, event: QShowEvent) -> None:
        """What is not shown is not painted ahead."""
        super().showEvent(event)
        self.ahead.look_around()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Say whose row it is now."""
        super().currentChanged(current, previous)
        for row in {previous.row(), current.row(), current.row() + 1, current.row() - 1}:
            self.ahead.look_again(row, row)
        self.current_entry_changed.emit(current.data(Role.ENTRY) if current.isValid() else None)

    # Thumbnail size

    @property
    def step(self) -> int:
        """The place of the thumbnail size in `STEPS`."""
        return self._step

    def set_step(self, step: int) -> None:
        """Choose a thumbnail size; beyond the ends, the nearest. The current row stays in sight."""
        step = min(max(step, 0), len(STEPS) - 1)
        if step == self._step:
            return
        current = self.currentIndex()
        before = self.visualRect(current).top() if current.isValid() else 0
        was_in_sight = 0 <= before < self.viewport().height()
        self._step = step
        self.refresh_sizes()
        if was_in_sight:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(current).top() - before)
            self.waiting.look()
        self.step_changed.emit(step)

    def refresh_sizes(self) -> None:
        """Take the heights again, after another step or another text size."""
        self.delegate.step = STEPS[self._step]
        self.setMinimumWidth(scaled(LEAST))
        self.verticalHeader().setDefaultSectionSize(STEPS[self._step].row)
        self.updateGeometries()
        self._rows_changed()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel change the thumbnail size, one step a notch."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / WHEEL_NOTCH)
        self._wheel -= notches * WHEEL_NOTCH
        if notches:
            self.set_step(self._step + notches)
        event.accept()

    # Editing in place

    def edit_current(self, place: QPoint | None = None) -> bool:
        """Open the editor over the current row, the cursor at a point of the viewport if given.

        False, with the reason shown and announced, where the caption may not be edited.
        """
        index = self.currentIndex()
        if not index.isValid():
            return False
        if not is_editable(index):
            self._refuse(index)
            return False
        self.scrollTo(index)
        self.edit(index)
        row = self.editor_of(index)
        if row is not None and place is not None:
            inside = row.editor.viewport().mapFrom(self.viewport(), place)
            row.editor.setTextCursor(row.editor.cursorForPosition(inside))
        return row is not None

    def editor_of(self, index: Index) -> RowEditor | None:
        """The open editor over a row."""
        widget = self.indexWidget(index)
        return widget if isinstance(widget, RowEditor) else None

    @property
    def is_editing(self) -> bool:
        """A caption is being edited in its row."""
        return self.state() == QAbstractItemView.State.EditingState

    def _edit_next(self, here: QPersistentModelIndex) -> None:
        row = self.editor_of(here)
        if row is not None:
            self.closeEditor(row, QAbstractItemDelegate.EndEditHint.NoHint)
        following = here.row() + 1
        if not here.isValid() or following >= self.model().rowCount():
            return
        self.setCurrentIndex(self.model().index(following, 0))
        if is_editable(self.currentIndex()):
            self.edit_current()

    def _refuse(self, index: QModelIndex) -> None:
        reason = index.data(Role.READ_ONLY) or ""
        if reason:
            at = self.delegate.parts_at(self.visualRect(index)).caption.bottomLeft()
            QToolTip.showText(self.viewport().mapToGlobal(at), reason, self)
            self.refused.emit(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F2 and letters begin to edit; what the editor left alone is the window's."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        types = event.text().isprintable() and event.text().strip() != ""
        plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if self.is_editing:
            event.ignore()
        elif event.key() in _KEYS_THAT_EDIT and held == Qt.KeyboardModifier.NoModifier:
            self.edit_current()
        elif types and plain and self.currentIndex().isValid():
            if is_editable(self.currentIndex()):
                super().keyPressEvent(event)
            else:
                self._refuse(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            # Qt would open the editor and hand it the key: a letter gone that nobody looked at.
            event.ignore()
        elif held & ~Qt.KeyboardModifier.ShiftModifier and event.key() not in (
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over a chip, show that it can be clicked."""
        super().mouseMoveEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        chip = self.delegate.chip_at(self.visualRect(index), index, place) if index.isValid() else 0
        shape = Qt.CursorShape.PointingHandCursor if chip else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether the row was current before the click."""
        index = self.indexAt(event.position().toPoint())
        self._pressed_current = index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into the caption of the current row begins to edit there."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._pressed_current:
            self._edit_at(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click into any caption does the same."""
        super().mouseDoubleClickEvent(event)
        self._edit_at(event.position().toPoint())

    def _edit_at(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid() and index == self.currentIndex() and not self.is_editing:
            rect = self.visualRect(index)
            chip = self.delegate.chip_at(rect, index, place)
            if chip is None and self.delegate.parts_at(rect).caption.contains(place):
                self.edit_current(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse for the row under it, by keyboard for the current row."""
        index = self.currentIndex()
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        elif index.isValid():
            centre = self.delegate.parts_at(self.visualRect(index)).name.bottomLeft()
            place = self.viewport().mapToGlobal(centre)
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index.data(Role.ENTRY), place)


def _signals_of_rows(model: QAbstractItemModel) -> tuple:
    return model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged
