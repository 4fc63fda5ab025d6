"""Paints a row of the sheet and lends it an editor; asks nothing but roles."""

import html

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.ui.models.roles import ChipData, Role
from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.caption_layout import LayoutCache
from app.ui.widgets.chips import lay_chips
from app.ui.widgets.meters import meter_text
from app.ui.widgets.row_data import read_chips, read_row
from app.ui.widgets.row_editor import RowEditor
from app.ui.widgets.row_geometry import MIDDLE_STEP, STEPS, RowParts, row_parts
from app.ui.widgets.row_painter import paint_bare, paint_frame, paint_row
from app.ui.widgets.row_pictures import RowPictures
from app.ui.widgets.verdict_marks import verdict_places, verdict_text
from app.ui.widgets.window_end import window_end

Index = QModelIndex | QPersistentModelIndex
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value


class CaptionDelegate(QStyledItemDelegate):
    """One row: thumbnail, name line, caption, chips, verdicts and meters."""

    chip_activated = Signal(int, int)
    """(entry id, the finding's number)."""
    chip_action = Signal(int, object)
    """(entry id, ChipAction)."""
    meaning_wanted = Signal(str)
    """The person wants to say what these words of a row's editor mean."""
    next_wanted = Signal(object)
    """Enter in the editor of this QPersistentModelIndex."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._layouts = LayoutCache()
        self.pictures = RowPictures(self._layouts)
        self.waiting: dict[int, None] = {}
        """Rows that have another turn to be painted in: until then they are bare ground."""
        self._originals: dict[RowEditor, str | None] = {}
        self.step = STEPS[MIDDLE_STEP]

    def parts_at(self, rect: QRect) -> RowParts:
        """The places of the row that is painted in `rect`."""
        return row_parts(rect, self.step)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the whole row, or draw the picture that was painted ahead."""
        state = option.state.value  # pyright: ignore[reportAttributeAccessIssue]
        rect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        self._paint_in(painter, rect, index, current=bool(state & _SELECTED))
        if state & _FOCUSED:
            paint_frame(painter, rect)

    def _paint_in(self, painter: QPainter, rect: QRect, index: Index, *, current: bool) -> None:
        waits = index.row() in self.waiting
        if waits and not self.pictures.has(index.data(Role.ENTRY), current=current):
            paint_bare(painter, rect, current=current)  # not even read: that has its turn too
            return
        row, ratio = read_row(index), painter.device().devicePixelRatioF()
        picture = self.pictures.known(row, rect.size(), self.step, ratio, current=current)
        if picture is not None:
            painter.drawPixmap(rect.topLeft(), picture)
            self.waiting.pop(index.row(), None)
        elif waits:
            paint_bare(painter, rect, current=current)
        else:
            paint_row(painter, row, rect, self.step, self._layouts, current=current)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of the step, whatever the text."""
        del option, index
        return QSize(scaled(360), self.step.row)

    # The pointer

    def chip_at(self, rect: QRect, index: Index, point: QPoint) -> ChipData | None:
        """The chip under a point of the viewport."""
        if self.step.chip_icons:
            return None
        return lay_chips(read_chips(index), self.parts_at(rect).chips).at(point)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on a chip goes to its finding, or does what it says."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            rect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
            chip = self.chip_at(rect, index, event.position().toPoint())
            if chip is not None and event.type() == QEvent.Type.MouseButtonRelease:
                self._activate(read_row(index).entry, chip)
            if chip is not None:
                return True
        return super().editorEvent(event, model, option, index)

    def _activate(self, entry: int, chip: ChipData) -> None:
        if chip.action is not None:
            self.chip_action.emit(entry, chip.action)
        else:
            self.chip_activated.emit(entry, chip.number)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Say in words what stands under the pointer."""
        rect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        text = self.text_at(rect, index, event.pos())
        if not text:
            QToolTip.hideText()
            return False
        # Captions and names may hold "<": escaped, and as rich text, so that long ones wrap.
        QToolTip.showText(event.globalPos(), f"<p>{html.escape(text)}</p>", view)
        return True

    def text_at(self, rect: QRect, index: Index, point: QPoint) -> str:
        """The tool tip for a point of the viewport; "" where there is nothing to add."""
        row, parts = read_row(index), self.parts_at(rect)
        chip = self.chip_at(rect, index, point)
        if chip is not None:
            return f"{chip.text}. {chip.reason}" if chip.reason else chip.text
        if parts.chips.contains(point):
            return "; ".join(chip.text for chip in row.chips)
        for number, place in enumerate(verdict_places(parts.marks, digits=not parts.narrow)):
            if place.contains(point):
                return verdict_text(number + 1, row.verdicts[number])
        if parts.marks.contains(point) and row.meters:
            counts = "; ".join(f"{m.label} {meter_text(m)}" for m in row.meters)
            return tr("Tokens: {counts}", counts=counts)
        if parts.name.contains(point):
            return row.title
        if parts.thumbnail.contains(point):
            return row.trouble
        return ""

    # The editor

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """An editor over the row; what is typed reaches the model with every letter."""
        del option
        row = RowEditor(parent)
        here = QPersistentModelIndex(index)
        self._originals[row] = read_row(index).caption
        row.editor.edited.connect(lambda change: self._write(here, change[1]))
        row.editor.next_wanted.connect(lambda: self.next_wanted.emit(here))
        row.editor.meaning_wanted.connect(self.meaning_wanted)
        row.editor.put_back_wanted.connect(lambda: self._put_back(row, here))
        row.editor.focus_left.connect(lambda: self._leave(row, here))
        row.height_changed.connect(lambda: self._place(row, here))
        return row

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Bring text, underlines and findings to the editor."""
        if isinstance(editor, RowEditor):
            row = read_row(index)
            editor.editor.set_caption(row.entry, row.caption, row.placeholder)
            editor.editor.set_terms(row.terms)
            editor.editor.set_window_end(window_end(row.meters))
            editor.set_chips(row.chips)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing is left to write: every letter went to the model when it was typed."""
        del editor, model, index

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the editor over the caption, wherever its row has scrolled to."""
        del index
        if isinstance(editor, RowEditor):
            rect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
            viewport = self._view.viewport().rect()
            editor.lie_over(self.parts_at(rect).caption, viewport, self.step.lines)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget what Esc would have put back."""
        if isinstance(editor, RowEditor):
            self._originals.pop(editor, None)
        super().destroyEditor(editor, index)

    def _write(self, index: QPersistentModelIndex, caption: str) -> None:
        if index.isValid():
            self._view.model().setData(index, caption, Qt.ItemDataRole.EditRole)

    def _put_back(self, row: RowEditor, index: QPersistentModelIndex) -> None:
        original = self._originals.get(row)
        if index.isValid() and read_row(index).caption != original:
            model, role = self._view.model(), Qt.ItemDataRole.EditRole
            if not model.setData(index, original, role):
                model.setData(index, original or "", role)  # "no caption" cannot come back
        self.closeEditor.emit(row, QStyledItemDelegate.EndEditHint.NoHint)

    def _leave(self, row: RowEditor, index: QPersistentModelIndex) -> None:
        # Closing hides the editor, which takes its focus: then it is no longer the view's.
        if self._view.indexWidget(self._view.model().index(index.row(), 0)) is row:
            self.closeEditor.emit(row, QStyledItemDelegate.EndEditHint.NoHint)

    def _place(self, row: RowEditor, index: QPersistentModelIndex) -> None:
        if index.isValid():
            option = QStyleOptionViewItem()
            option.rect = self._view.visualRect(index)  # pyright: ignore[reportAttributeAccessIssue]
            self.updateEditorGeometry(row, option, index)
