"""How a line with a tick is ticked in a list: Space, or a click anywhere on the line."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent


def flip_tick(
    event: QEvent, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
) -> bool:
    """Flip the line's tick if the gesture asks for it; whether it did."""
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
