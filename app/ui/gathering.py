"""Looking through all entries, a slice in each turn: a window of thousands answers meanwhile."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.messages import Message, msg
from app.ui.aspects import Aspect, Changed
from app.ui.in_turn import InTurn
from app.ui.session import Session
from app.ui.slices import turns

SILENT_SECONDS = 0.5
"""What takes longer says how far it is, as often as that."""
_LOOKED_AT = frozenset({Aspect.TEXT, Aspect.NOTES, Aspect.FINDINGS, Aspect.EVIDENCE})


class Gathering(QObject):
    """Asks a question of one entry after the other, and hands over what was found of any.

    A small dataset is looked through at once. An entry that changes meanwhile is asked again, so
    that all answers are of the texts as they are at the end.
    """

    gathered = Signal(object)
    """{entry: what was found of it}, in the order of the dataset."""
    going_on = Signal(object)
    """Message that says how far it is; None: it goes on no longer."""

    def __init__(
        self, session: Session, ask: Callable[[int], object | None], parent: QObject
    ) -> None:
        """`ask` answers None where there is nothing to be found."""
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._rest: dict[int, None] = {}
        self._found: dict[int, object] = {}
        self._said_at = 0.0
        self._turn = InTurn(self)
        self._turn.timeout.connect(self._go_on)
        session.changed.connect(self._look_again)
        session.closed.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Entries wait to be asked."""
        return self._turn.isActive()

    def begin(self) -> None:
        """Look through the open dataset; once is enough while it is being looked through."""
        dataset = self._session.dataset
        if dataset is None or self.busy:
            return
        self._rest = dict.fromkeys(dataset.present())
        self._found = {}
        self._said_at = time.monotonic()
        self._turn.start()
        self._go_on()

    def stop(self) -> None:
        """Find nothing any more."""
        if self.busy:
            self._turn.stop()
            self._rest, self._found = {}, {}
            self.going_on.emit(None)

    def _look_again(self, change: Changed) -> None:
        if self.busy and change.aspects & _LOOKED_AT:
            self._rest.update(dict.fromkeys(change.entries))

    def _go_on(self) -> None:
        dataset = self._session.dataset
        assert dataset is not None, "it stops where one closes"
        for _ in turns():
            if not self._rest:
                found, there = self._found, dataset.present()
                self.stop()
                self.gathered.emit({one: found[one] for one in there if one in found})
                return
            number = next(iter(self._rest))
            del self._rest[number]
            answer = self._ask(number) if number not in dataset.gone else None
            self._found.pop(number, None)
            if answer is not None:
                self._found[number] = answer
        if time.monotonic() - self._said_at >= SILENT_SECONDS:
            self._said_at = time.monotonic()
            self.going_on.emit(self._how_far(len(dataset.present())))

    def _how_far(self, count: int) -> Message:
        done = max(count - len(self._rest), 0)
        return msg("Looking through the captions: {done} of {count}", done=done, count=count)
