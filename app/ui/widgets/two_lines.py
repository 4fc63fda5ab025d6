"""Lists whose lines have a name and, below it and smaller, what else there is to know."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.scheme import current_scheme, interface_font, scaled

_BELOW = Qt.ItemDataRole.UserRole


class TwoLineList(QListWidget):
    """A list to walk through by arrows; each line is read out whole."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_TwoLines(self))

    def add_line(self, name: str, below: str) -> None:
        """Add one at the end."""
        self.insert_line(self.count(), name, below)

    def insert_line(self, row: int, name: str, below: str) -> None:
        """Add one at a place."""
        self.insertItem(row, QListWidgetItem(name))
        self.set_below(row, below)

    def set_below(self, row: int, below: str) -> None:
        """Say something else in the second line."""
        item = self.item(row)
        item.setData(_BELOW, below)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {below}")


class _TwoLines(QStyledItemDelegate):
    """Paints a line."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The same for all."""
        del option, index
        return QSize(scaled(120), scaled(44))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, name, and what stands below."""
        scheme = current_scheme()
        room: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(room, QColor(scheme.selected))
            bar = QRect(room.left(), room.top(), scaled(3), room.height())
            painter.fillRect(bar, QColor(scheme.accent))
        inner = room.adjusted(scaled(12), scaled(4), -scaled(8), -scaled(4))
        half = inner.height() // 2
        lines = (
            (index.data(Qt.ItemDataRole.DisplayRole), 13, 500, scheme.text, inner.top()),
            (index.data(_BELOW), 11, 400, scheme.text2, inner.top() + half),
        )
        for words, size, weight, colour, top in lines:
            font = interface_font(size=size, weight=weight, numbers=True)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            end = Qt.TextElideMode.ElideRight
            text = QFontMetrics(font).elidedText(str(words or ""), end, inner.width())
            place = QRect(inner.left(), top, inner.width(), half)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
