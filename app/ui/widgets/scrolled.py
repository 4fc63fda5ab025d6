"""A scroll area as this program has them: no frame, and its content as wide as the area."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget

from app.ui.scheme import scaled


class QuietBar(QScrollBar):
    """A scroll bar that knows its size.

    Each layout around a view asks for it some dozen times, and Qt asks the style six questions for
    each answer.
    """

    _known: tuple[int, QSize] | None = None

    def sizeHint(self) -> QSize:
        """What Qt works out from the same two measures."""
        key = scaled(100)  # another text size is another width
        if self._known is None or self._known[0] != key:
            self._known = key, super().sizeHint()
        return self._known[1]


def quieten(area: QAbstractScrollArea) -> None:
    """Let an area have bars that are quick to lay out."""
    area.setVerticalScrollBar(QuietBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(QuietBar(Qt.Orientation.Horizontal, area))


def scrolled(inner: QWidget, parent: QWidget) -> QScrollArea:
    """What is larger than its place, with scroll bars where they are needed."""
    area = QScrollArea(parent)
    quieten(area)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
