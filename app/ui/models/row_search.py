"""Which entries are rows, and in which order: found at once in a small dataset, else in slices."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from app.dataset.entry import Dataset
from app.review.order import Key, Order, sort_key
from app.review.query import Query, Subject
from app.review.verdicts import standing_decision
from app.ui.in_turn import InTurn
from app.ui.session import Session
from app.ui.slices import turns

AT_ONCE = 0.003
"""Seconds for which the window waits; some hundred entries are done by then."""
SLICE = 0.004
STEP = 20
"""Entries looked at between two looks at the clock."""


class RowSearch(QObject):
    """Asks a query of one entry after the other; a new search ends the one under way."""

    found = Signal(object)
    """list of entry ids, in their order."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._rest: Iterator[int] = iter(())
        self._found: list[tuple[Key, int]] = []
        self._asked: tuple[str, Order] | None = None
        self._again = False
        self._slice = InTurn(self)
        self._slice.timeout.connect(lambda: self._go_on(SLICE))
        session.closed.connect(self.stop)

    @property
    def busy(self) -> bool:
        """A search is under way."""
        return self._slice.isActive()

    def stop(self) -> None:
        """Find nothing any more."""
        self._slice.stop()
        self._again = False

    def begin(self, text: str, query: Query, order: Order, held: int | None) -> None:
        """Search all entries; `held` is found whatever it is. The same search is not begun anew
        while it is under way, but follows itself.
        """
        if self.busy and self._asked == (text, order):
            self._again = True
            return
        self._asked = text, order
        self._query, self._order, self._held = query, order, held
        self._start()

    def _start(self) -> None:
        self.stop()
        dataset = self._session.dataset
        if dataset is None:
            return
        assert self._asked is not None
        self._filtered = bool(self._asked[0].strip())
        self._key = sort_key(self._order)
        if not self._filtered and self._key is None:
            self.found.emit(dataset.present())
            return
        self._found = []
        self._rest = iter(dataset.present())
        self._slice.start()
        self._go_on(AT_ONCE)

    def _go_on(self, seconds: float) -> None:
        dataset = self._session.dataset
        if dataset is None:
            return
        looked = False
        for _ in turns(seconds):
            for _ in range(STEP):
                number = next(self._rest, None)
                if number is None:
                    if not looked or seconds == AT_ONCE:
                        self._end()
                    return  # else at the next turn: to show the rows is work enough for one
                looked = True
                self._look_at(dataset, number)

    def _look_at(self, dataset: Dataset, number: int) -> None:
        subject = subject_of(self._session, dataset, number)
        if self._filtered and number != self._held and not self._query(subject):
            return
        self._found.append(((0, "") if self._key is None else self._key(subject), number))

    def _end(self) -> None:
        self._slice.stop()
        if self._key is not None:
            self._found.sort(key=lambda one: one[0])  # stable: ties keep folder order
        entries = [number for _, number in self._found]
        self._found = []
        again, self._again = self._again, False
        self.found.emit(entries)
        if again:
            self._start()


def subject_of(session: Session, dataset: Dataset, number: int) -> Subject:
    """What a query may ask about an entry of the open dataset."""
    entry = dataset.entries[number]
    notes, evidence = dataset.notes_of(number), dataset.evidence_of(number)
    reading = session.readings.get(number)
    known = session.lint is not None and reading is not None
    return Subject(
        entry,
        reading,
        session.lint.entry_findings(number) if known and session.lint is not None else (),
        notes,
        evidence,
        (
            standing_decision(notes.first, entry.text, evidence.digest),
            standing_decision(notes.second, entry.text, evidence.digest),
        ),
    )
