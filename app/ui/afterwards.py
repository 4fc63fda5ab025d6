"""What can wait until the window has painted and listened: one piece for each turn of its loop."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from app.ui.in_turn import InTurn, Rank

_LEVELS = 6
"""Of parents that are laid out anew when a part of the light table changes its size."""

Piece = Callable[[], bool | None]
"""Work for one turn; True where there is more of it, for the next turn."""


class Afterwards(QObject):
    """Pieces of work, each done once, in the order in which they were put.

    A piece shows what is so by the time it runs. So putting it again while it waits adds nothing,
    and a key that is held down piles up nothing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Piece, None] = {}
        self._done = False
        """A piece is done, and what it changed has not found its place yet."""
        self._turn = InTurn(self, Rank.SEEN)
        self._turn.timeout.connect(self._next)

    def put(self, *pieces: Piece) -> None:
        """Do these after what waits already; what waits keeps its place."""
        self._waiting.update(dict.fromkeys(pieces))
        if self._waiting:
            self._turn.start()

    @property
    def busy(self) -> bool:
        """Something waits."""
        return self._turn.isActive()

    def forget(self) -> None:
        """Nothing waits any more."""
        self._waiting.clear()
        self._done = False
        self._turn.stop()

    def _next(self) -> None:
        if self._done:  # a turn of its own, before the next piece and before it is painted
            self._done = False
            lay_out()
        else:
            piece = next(iter(self._waiting))
            del self._waiting[piece]
            self._done = True
            if piece():
                self._waiting = {piece: None} | self._waiting
                self._turn.start()
        if not (self._waiting or self._done):
            self._turn.stop()


def lay_out() -> None:
    """Lay out at once what asked for it.

    Qt tells one level of parents in each turn of its loop, and would paint in between what has not
    found its place yet: each change of the cards was painted three times.
    """
    for _ in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
