"""A splitter whose handles the keyboard reaches: Tab comes to them, arrows move them."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMoveEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from app.ui.scheme import current_scheme, scaled
from app.ui.text import tr

STEP = 24
BAR = 3
"""Thickness of what shows the focus; the handle itself is one pixel."""
_MOVES = {
    Qt.Orientation.Horizontal: {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1},
    Qt.Orientation.Vertical: {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1},
}


class KeyedSplitter(QSplitter):
    """Qt's own, with handles that take part in the keyboard's walk."""

    _asked: tuple[object, ...] = ()
    """What its parts asked for when it was last laid out."""

    def event(self, event: QEvent) -> bool:
        """Lay the parts out anew where one of them asks for another size, and not for less.

        Qt tells every parent of every change: for another word in a tab all of the window would be
        laid out.
        """
        if event.type() is QEvent.Type.LayoutRequest:
            asked = tuple(_asked_by(self.widget(number)) for number in range(self.count()))
            if asked == self._asked:
                return True
            self._asked = asked
        return super().event(event)

    def createHandle(self) -> QSplitterHandle:
        """One that keys move."""
        return _Handle(self.orientation(), self)


def _asked_by(part: QWidget | None) -> tuple[object, ...]:
    if part is None:
        return ()
    return (
        part,
        part.isHidden(),
        part.sizeHint(),
        part.minimumSizeHint(),
        part.minimumSize(),
        part.maximumSize(),
        part.sizePolicy(),
    )


class _Handle(QSplitterHandle):
    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self._bar: _Bar | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Splitter: the arrow keys move it"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows across it move it a little."""
        by = _MOVES[self.orientation()].get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
            return
        across = self.orientation() is Qt.Orientation.Horizontal
        place = self.x() if across else self.y()
        self.moveSplitter(self.closestLegalPosition(place + by * scaled(STEP)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.setAccessibleName(tr("Splitter: the arrow keys move it"))  # the language may be new
        self._show_bar()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No longer."""
        super().focusOutEvent(event)
        if self._bar is not None:
            self._bar.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        """What shows the focus comes along."""
        super().moveEvent(event)
        if self.hasFocus():
            self._show_bar()

    def _show_bar(self) -> None:
        if self._bar is None:
            # Not a child of the splitter: it would become one of its parts.
            self._bar = _Bar(self.window())
        room, thick = QRect(self.mapTo(self.window(), QPoint()), self.size()), scaled(BAR)
        if self.orientation() is Qt.Orientation.Horizontal:
            room.setRect(room.x() - thick // 2, room.y(), thick, room.height())
        else:
            room.setRect(room.x(), room.y() - thick // 2, room.width(), thick)
        self._bar.setGeometry(room)
        self._bar.raise_()
        self._bar.show()


class _Bar(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the colour of where one is."""
        QPainter(self).fillRect(event.rect(), current_scheme().colour("accent"))
