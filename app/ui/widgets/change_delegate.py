"""Paints one caption that would change: tick and name, a doubt if there is one, the difference."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from app.ui.models.caption_changes import CaptionChange, ChangeRole
from app.ui.scheme import current_scheme, interface_font, scaled
from app.ui.widgets.caption_layout import SHEET_TYPE
from app.ui.widgets.heights import UNLIMITED
from app.ui.widgets.marked_text import (
    ShownChange,
    difference_height,
    paint_difference,
    shown_change,
)
from app.ui.widgets.ticking import TickingDelegate
from app.ui.widgets.words import paint_words

Index = QModelIndex | QPersistentModelIndex
BOX, GAP, BESIDE, ABOVE = 14, 4, 8, 6
"""Pixels: the tick's side, between the parts of a line, and around it."""
_WRAPPED = Qt.TextFlag.TextWordWrap


class ChangeDelegate(TickingDelegate):
    """Space, or a click anywhere on the line, flips the tick."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._shown: dict[int, ShownChange] = {}
        self._heights: dict[tuple[int, int], int] = {}

    def forget(self) -> None:
        """Letters or words are of another size: heights are measured again."""
        self._heights.clear()

    def height(self, change: CaptionChange, width: int) -> int:
        """What a line needs that is so wide."""
        width -= 2 * scaled(BESIDE)
        known = self._heights.get((change.entry, width))
        if known is None:
            shown = self._difference_of(change)
            known = scaled(BOX) + scaled(GAP) + difference_height(shown, SHEET_TYPE, width)
            known += _doubt_height(change.doubt, width) + 2 * scaled(ABOVE)
            self._heights[change.entry, width] = known
        return known

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """As wide as the list, as high as the words need."""
        width = self._view.viewport().width()
        return QSize(width, self.height(index.data(ChangeRole.CHANGE), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        change: CaptionChange = index.data(ChangeRole.CHANGE)
        scheme, beside, above = current_scheme(), scaled(BESIDE), scaled(ABOVE)
        room = QRect(option.rect).adjusted(beside, above, -beside, -above)
        size = scaled(BOX)
        box = QStyleOptionButton()
        box.rect = QRect(room.left(), room.top() + scaled(GAP) // 2, size, size)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        on = QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        box.state = QStyle.StateFlag.State_Enabled | on
        style = self._view.style()
        painter.save()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, self._view)
        name = QRect(box.rect.right() + scaled(8), room.top(), room.width(), size + scaled(GAP))
        name.setRight(room.right())
        paint_words(painter, index.data(), name, scheme.text, 12)
        top = room.top() + size + scaled(GAP)
        words = QRect(room.left(), top, room.width(), _doubt_height(change.doubt, room.width()))
        painter.setFont(interface_font(size=12))
        painter.setPen(scheme.colour("warning"))
        painter.drawText(words, _WRAPPED, change.doubt)
        words.translate(0, words.height())
        paint_difference(painter, self._difference_of(change), SHEET_TYPE, words)
        if option.state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QColor(scheme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(option.rect).adjusted(0, 0, -1, -1))
        painter.restore()

    def _difference_of(self, change: CaptionChange) -> ShownChange:
        shown = self._shown.get(change.entry)
        if shown is None:
            shown = self._shown[change.entry] = shown_change(change.before, change.after)
        return shown


def _doubt_height(doubt: str, width: int) -> int:
    if not doubt:
        return 0
    room = QRect(0, 0, width, UNLIMITED)
    needed = QFontMetrics(interface_font(size=12)).boundingRect(room, _WRAPPED, doubt)
    return needed.height() + scaled(GAP)
