"""Lines with a tick in a list: Space, or a click anywhere on the line, flips it."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem


class TickingDelegate(QStyledItemDelegate):
    """What a line looks like is said by those who inherit."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Flip the tick if the gesture asks for it; whether it did."""
        if isinstance(event, QKeyEvent):
            asked = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
        elif isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease
            asked = released and event.button() == Qt.MouseButton.LeftButton
        else:
            asked = False
        if not asked:
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        after = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, after, Qt.ItemDataRole.CheckStateRole)
