"""Work that waits for its turn: of all that wait, one has each turn of the window's loop."""

from collections import deque
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from shiboken6 import isValid

PATIENCE = 12
"""Turns that pass before one has its turn that lets the others go before."""


class Rank(IntEnum):
    """Who goes before whom."""

    PAINTING = 0
    """What Qt has asked to paint is painted before other work has its turn."""
    SEEN = 1
    """Somebody looks at the place that it fills."""
    PLAIN = 2
    UNSEEN = 3
    """Nobody looks yet."""


class InTurn(QObject):
    """Like a timer without an interval: `timeout` comes again and again until it is stopped.

    Timers would all have the same turn of the loop, and a key that comes meanwhile would wait for
    the sum of what they do.
    """

    timeout = Signal()

    def __init__(self, parent: QObject | None = None, rank: Rank = Rank.PLAIN) -> None:
        super().__init__(parent)
        self.rank = rank
        self._waits = False

    def start(self) -> None:
        """Wait for a turn, and after it for the next one."""
        if not self._waits:
            self._waits = True
            _queue_of_application().put(self)

    def stop(self) -> None:
        """Wait no longer."""
        self._waits = False

    def isActive(self) -> bool:
        """Whether it waits; what is gone with its parent does not."""
        return self._waits and isValid(self)


class _Queue(QObject):
    """Those that wait, in the order in which they have their turns."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        self._waiting: deque[InTurn] = deque()
        self._passed_over = 0
        """Turns in a row that others had while one waited that nobody sees."""
        # Started again before each turn: one that never ends (it opens a dialog) holds up nobody.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._give_turn)

    def put(self, one: InTurn) -> None:
        """Let it wait."""
        if one not in self._waiting:
            self._waiting.append(one)
        if one.rank is Rank.PAINTING or not self._timer.isActive():
            # Begun anew, other timers that are due come first: it is said after a key's work.
            self._timer.start()

    def _give_turn(self) -> None:
        self._waiting = deque(one for one in self._waiting if one.isActive())
        if not self._waiting:
            self._passed_over = 0
            return
        self._timer.start()
        place = self._next_place()
        one = self._waiting[place]
        if one.rank is not Rank.PAINTING:
            passes = one.rank is not Rank.UNSEEN and self._has_unseen()
            self._passed_over = self._passed_over + 1 if passes else 0
        del self._waiting[place]
        self._waiting.append(one)
        one.timeout.emit()
        # Not due since before that turn: what other timers waited for meanwhile comes first.
        self._timer.start()

    def _has_unseen(self) -> bool:
        return any(one.rank is Rank.UNSEEN for one in self._waiting)

    def _next_place(self) -> int:
        """Who has the turn: of those with one rank the one that waits longest."""
        ranks = [one.rank for one in self._waiting]
        first = min(ranks)
        if self._passed_over >= PATIENCE and Rank.UNSEEN in ranks and first is not Rank.PAINTING:
            first = Rank.UNSEEN
        return ranks.index(first)


_queues: list[_Queue] = []


def _queue_of_application() -> _Queue:
    application = QCoreApplication.instance()
    assert application is not None, "there is no loop to wait for"
    if not _queues or _queues[0].parent() is not application:
        _queues[:] = [_Queue(application)]
    return _queues[0]
