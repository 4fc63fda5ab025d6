"""When the window paints: in a turn of its loop of its own, after the keys that came meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from app.ui.afterwards import lay_out
from app.ui.in_turn import InTurn, Rank


class Painting(QObject):
    """Puts off what a window paints until its loop has listened once.

    Qt paints what a key changed in the turn of the loop in which it was pressed: the next key, or
    the end of a click, waits for the sum of both. From when Qt asks to paint, no other work that
    waits in turn goes before. What a window system uncovers or resizes is painted at once, as ever;
    `repaint()` is put off too; `paint_now` is not.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._listened = False
        self._paints = False
        self._turn = InTurn(self, Rank.PAINTING)
        self._turn.timeout.connect(self._take_turn)
        window.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Something is to be painted."""
        return self._turn.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back Qt's wish to paint."""
        if self._paints or event.type() is not QEvent.Type.UpdateRequest:
            return super().eventFilter(watched, event)
        if not self._turn.isActive():
            self._listened = False
            self._turn.start()
        return True

    def _take_turn(self) -> None:
        if not self._listened:
            self._listened = True  # this may be the turn of the key itself
            lay_out()
            return
        self._turn.stop()
        lay_out()  # what a key changed since
        with self.let_through():
            QCoreApplication.sendEvent(self._window, QEvent(QEvent.Type.UpdateRequest))

    @contextmanager
    def let_through(self) -> Iterator[None]:
        """What Qt wants to paint meanwhile is painted at once."""
        self._paints = True
        try:
            yield
        finally:
            self._paints = False  # a fault in painting is reported, and the next one paints again


def paint_now(widget: QWidget) -> None:
    """Paint a widget, and what else waits to be painted, before anything else is done."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    painting = widget.window().findChild(Painting, options=direct)
    if not isinstance(painting, Painting):
        widget.repaint()
        return
    with painting.let_through():
        widget.repaint()
