"""A list of captions before and after, each with a tick that the person may take away."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.ui.models.caption_changes import ChangeModel
from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.change_delegate import ChangeDelegate

LEAST = 120
"""Pixels that the list asks for."""


class ChangeList(QListView):
    """However many there are, each can be reached and read before it is meant.

    Lines join as the list is scrolled: their heights differ, and measuring thousands takes seconds.
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
        self.setModel(self._changes)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        if changes:
            self.setCurrentIndex(self._changes.index(0))

    def sizeHint(self) -> QSize:
        """Low: the dialog gives it what the captions need."""
        return QSize(scaled(320), scaled(LEAST))

    def height_of_all(self, width: int, most: int) -> int:
        """What all captions need at that width, or `most` and more where they need so much."""
        height = 0
        for change in self._changes.changes:
            height += self._delegate.height(change, width)
            if height >= most:
                break
        return height

    def chosen(self) -> list[int]:
        """Those that were left ticked."""
        return self._changes.chosen()

    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,  # noqa: N803 - Qt's name
        bottomRight: QModelIndex | QPersistentModelIndex,  # noqa: N803 - Qt's name
        roles: Sequence[int] = (),
    ) -> None:
        """Paint other ticks; a list would lay out again every line that it has shown."""
        if list(roles) == [Qt.ItemDataRole.CheckStateRole]:
            QAbstractItemView.dataChanged(self, topLeft, bottomRight, roles)
        else:
            super().dataChanged(topLeft, bottomRight, roles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+A ticks all of them, or none."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._changes.tick_all_or_none()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
