"""A table of pictures: whole, never cut; several can be chosen, and one key flips them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.icons import paint_icon
from app.ui.models.picture_cells import CellMark, CellRole, PictureCells
from app.ui.scheme import Scheme, current_scheme, scaled
from app.ui.widgets.small_pictures import SmallPictures
from app.ui.widgets.words import CENTRE, paint_words

Index = QModelIndex | QPersistentModelIndex
SIDES = (104, 152, 208)
"""Of the pictures, in logical pixels at the base size."""
MIDDLE = 1
PAD = 8
NAME = 18
_SIGNS = {CellMark.ADDS: "+", CellMark.TAKES_OUT: "−"}
_NOTCH = 120


class PictureTable(QTableView):
    """A table, because a list view lays all of ten thousand pictures out at each change.

    Choosing goes along the reading order, from the end of one row to the beginning of the next.
    """

    flip_wanted = Signal()
    """For what is chosen."""
    entry_wanted = Signal(int)
    current_changed = Signal()
    entered = Signal()
    size_wanted = Signal(int)
    """Larger (1) or smaller (-1) pictures."""

    def __init__(
        self, cells: PictureCells, pictures: SmallPictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.cells = cells
        self._size = MIDDLE
        self._anchor = 0
        self._wheel = 0
        self.setModel(cells)
        self.setItemDelegate(_Painter(pictures, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setTabKeyNavigation(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.activated.connect(self._activated)
        pictures.arrived.connect(self.viewport().update)
        self._take_sizes()

    @property
    def current(self) -> int | None:
        """The entry that the arrows stand on."""
        place = self.cells.place_of(self.currentIndex())
        return self.cells.entries[place] if place >= 0 else None

    @property
    def chosen(self) -> list[int]:
        """The chosen entries, in their order; the current one where none is chosen."""
        places = sorted(self.cells.place_of(index) for index in self.selectedIndexes())
        found = [self.cells.entries[place] for place in places if place >= 0]
        return found or ([self.current] if self.current is not None else [])

    def show_entries(self, entries: Sequence[int]) -> None:
        """Show others; where one is, and what is chosen, stay as far as they are there."""
        self._arrange(entries, self._fitting())

    def forget(self) -> None:
        """Other pictures will come: where one was means nothing among them."""
        self._anchor = 0
        self.cells.show_entries([], self.cells.columns)

    def set_size(self, size: int) -> None:
        """The place of the picture size in `SIDES`."""
        if size != self._size and 0 <= size < len(SIDES):
            self._size = size
            self._take_sizes()
            self._arrange(self.cells.entries, self._fitting())

    def _take_sizes(self) -> None:
        """The pictures grow or shrink a little so that their rows are full."""
        width = self.viewport().width() // self._fitting()
        self.horizontalHeader().setDefaultSectionSize(width)
        self.verticalHeader().setDefaultSectionSize(width + scaled(NAME))
        self.setMinimumWidth(scaled(SIDES[0] + 2 * PAD) + self.verticalScrollBar().width())

    def _fitting(self) -> int:
        wanted = scaled(SIDES[self._size] + 2 * PAD)
        return max(round(self.viewport().width() / wanted), 1)

    def _arrange(self, entries: Sequence[int], columns: int) -> None:
        if list(entries) == list(self.cells.entries) and columns == self.cells.columns:
            return
        current, chosen = self.current, set(self.chosen if self.selectedIndexes() else ())
        place_before = self.cells.place_of(self.currentIndex())
        self.cells.show_entries(entries, columns)
        if not entries:
            return
        places = {entry: place for place, entry in enumerate(entries)}
        place = min(max(place_before, 0), len(entries) - 1)
        place = places.get(current, place) if current is not None else place
        index, none = self.cells.index_at(place), QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, none)
        self._anchor = place
        kept = QItemSelection()
        for entry in chosen & places.keys():
            one = self.cells.index_at(places[entry])
            kept.select(one, one)
        self.selectionModel().select(kept, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    # Choosing ------------------------------------------------------------------------------

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """From where it began to the current cell in reading order, not a rectangle."""
        del rect
        here = self.cells.place_of(self.currentIndex())
        if here < 0:
            return
        if not command & QItemSelectionModel.SelectionFlag.Current:
            self._anchor = here
        first, last = sorted((self._anchor, here))
        selection, columns = QItemSelection(), self.cells.columns
        for row in range(first // columns, last // columns + 1):
            left = max(first, row * columns)
            right = min(last, row * columns + columns - 1)
            selection.select(self.cells.index_at(left), self.cells.index_at(right))
        self.selectionModel().select(selection, command)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Left and right go round the ends of the rows; Home and End go to the first and last."""
        last = len(self.cells.entries) - 1
        here = self.cells.place_of(self.currentIndex())
        if last < 0 or here < 0:
            return self.cells.index_at(0) if last >= 0 else QModelIndex()
        act, columns = QAbstractItemView.CursorAction, self.cells.columns
        page = max(self.viewport().height() // self.verticalHeader().defaultSectionSize(), 1)
        steps = {
            act.MoveLeft: -1,
            act.MovePrevious: -1,
            act.MoveRight: 1,
            act.MoveNext: 1,
            act.MoveUp: -columns,
            act.MoveDown: columns,
            act.MovePageUp: -columns * page,
            act.MovePageDown: columns * page,
            act.MoveHome: -here,
            act.MoveEnd: last - here,
        }
        del held
        step = steps.get(action, 0)
        if abs(step) == columns and not 0 <= here + step <= last:
            onto_short_row = step > 0 and here // columns < last // columns
            step = last - here if onto_short_row else 0
        return self.cells.index_at(min(max(here + step, 0), last))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space flips; what has Ctrl and is not for choosing is the dialog's."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Space and plain == Qt.KeyboardModifier.NoModifier:
            self.flip_wanted.emit()
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.size_wanted.emit(1 if event.key() == Qt.Key.Key_Plus else -1)
        elif event.key() == Qt.Key.Key_Escape or (
            event.text().isalnum() and not plain & Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Space speaks to this part from now on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cells.entries:
            self.setCurrentIndex(self.cells.index_at(0))
        self.entered.emit()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Tell where one is."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def _activated(self, index: QModelIndex) -> None:
        entry = index.data(CellRole.ENTRY)
        if isinstance(entry, int):
            self.entry_wanted.emit(entry)

    # Sizes ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many pictures in a row as there is room for."""
        super().resizeEvent(event)
        self._take_sizes()
        if self._fitting() != self.cells.columns:
            self._arrange(self.cells.entries, self._fitting())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel change the size of the pictures."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _NOTCH)
        self._wheel -= notches * _NOTCH
        if notches:
            self.size_wanted.emit(notches)
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_sizes()


class _Painter(QStyledItemDelegate):
    """Picture on its mat, name below, and what is to happen as a sign in a corner."""

    def __init__(self, pictures: SmallPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """The sections of the table decide."""
        return QSize(scaled(SIDES[0]), scaled(SIDES[0]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One picture."""
        entry = index.data(CellRole.ENTRY)
        if not isinstance(entry, int):
            return
        scheme, room, pad = current_scheme(), QRect(option.rect), scaled(PAD)
        painter.save()
        cell = room.adjusted(2, 2, -2, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, scheme.colour("accent_wash"))
        side = room.width() - 2 * pad
        mat = QRect(room.left() + pad, room.top() + pad, side, side)
        painter.fillRect(mat, scheme.colour("mat"))
        pixmap = self._pictures.pixmap(entry, side, painter.device().devicePixelRatioF())
        picture = QRect(mat)
        if pixmap is not None:
            size = pixmap.deviceIndependentSize().toSize()
            size = size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
            picture = QRect(0, 0, size.width(), size.height())
            picture.moveCenter(mat.center())
            painter.drawPixmap(picture, pixmap)
        words = QRect(mat.left(), mat.bottom() + scaled(3), side, scaled(NAME))
        cut = Qt.TextElideMode.ElideMiddle
        paint_words(painter, index.data(), words, scheme.text2, 11, align=CENTRE, cut=cut)
        mark = index.data(CellRole.MARK)
        if isinstance(mark, CellMark):
            _paint_mark(painter, mark, mat, scheme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(scheme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
        painter.restore()


def _paint_mark(painter: QPainter, mark: CellMark, mat: QRect, scheme: Scheme) -> None:
    size = scaled(24)
    corner = QRect(mat.right() + 1 - size, mat.top(), size, size)
    if mark is CellMark.REFUSED:
        painter.fillRect(corner, scheme.colour("raised"))
        inset = scaled(5)
        at = corner.topLeft()
        icon = size - 2 * inset
        paint_icon(painter, "lock", scheme.text2, at.x() + inset, at.y() + inset, icon)
        return
    painter.setPen(QPen(scheme.colour("accent"), 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(mat.adjusted(1, 1, -2, -2))
    painter.fillRect(corner, scheme.colour("accent"))
    paint_words(painter, _SIGNS[mark], corner, scheme.on_accent, 16, 600, align=CENTRE)
