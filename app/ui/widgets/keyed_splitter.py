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
_OTHER_PARTS = frozenset(
    {
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ChildAdded,
        QEvent.Type.ChildRemoved,
        QEvent.Type.StyleChange,
    }
)
"""What Qt lays the parts out for without a request."""


class KeyedSplitter(QSplitter):
    """Qt's own, with handles that take part in the keyboard's walk."""

    _laid_out: tuple[object, ...] = ()
    """What its parts asked for and what they were given, when it was last laid out; () where it is
    to be laid out whatever they ask for.
    """

    def event(self, event: QEvent) -> bool:
        """Lay the parts out anew only where one of them asks for another size.

        Qt tells every parent of every change: for another word in a tab all of the window would be
        laid out.
        """
        if event.type() is not QEvent.Type.LayoutRequest:
            if event.type() in _OTHER_PARTS:
                self._laid_out = ()
            return super().event(event)
        if self._laid_out and self._laid_out == self._parts():
            return True
        handled = super().event(event)
        self._laid_out = self._parts()
        return handled

    def _parts(self) -> tuple[object, ...]:
        parts = ((self.widget(number), self.handle(number)) for number in range(self.count()))
        return tuple(_asked_and_given(*one) for one in parts)

    def createHandle(self) -> QSplitterHandle:
        """One that keys move."""
        return _Handle(self.orientation(), self)


def _asked_and_given(part: QWidget | None, handle: QSplitterHandle | None) -> tuple[object, ...]:
    if part is None or handle is None:
        return ()
    asked = part.sizeHint(), part.minimumSizeHint(), part.sizePolicy()
    limits = part.minimumSize(), part.maximumSize()
    return part, part.isHidden(), handle.isHidden(), asked, limits, part.size()


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
