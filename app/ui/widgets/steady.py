"""A place whose parents are laid out anew only where it needs more room, or less, than before."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget


class Steady(QWidget):
    """Is filled by one widget. Qt tells every parent of every change: with each word that is
    replaced the whole window would be laid out.
    """

    _inner: QWidget | None = None
    _least = QSize()

    def hold(self, inner: QWidget) -> None:
        """Be filled by this widget, which is a child already."""
        self._inner = inner
        inner.setGeometry(self.rect())

    def sizeHint(self) -> QSize:
        """What fills it."""
        return super().sizeHint() if self._inner is None else self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What fills it."""
        if self._inner is None:
            return super().minimumSizeHint()
        return self._inner.minimumSizeHint().expandedTo(self._inner.minimumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All of it is filled."""
        super().resizeEvent(event)
        if self._inner is not None:
            self._inner.resize(self.size())

    def showEvent(self, event: QShowEvent) -> None:
        """While it is hidden it hears nothing of what changes."""
        super().showEvent(event)
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Something in it asks for another size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._tell()
        return super().event(event)

    def _tell(self) -> None:
        given, least = self.minimumSize(), self.minimumSizeHint()
        least = QSize(given.width() or least.width(), given.height() or least.height())
        if least != self._least:
            self._least = least
            self.updateGeometry()
