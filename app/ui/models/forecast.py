"""How many findings there would be after a change: a second judgement, worked out in slices."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from app.lint.engine import Lint
from app.lint.reading import read_entry
from app.ui.in_turn import InTurn
from app.ui.session import Session
from app.ui.slices import turns

SETTLE_MS = 200
"""Ticks come one after the other; nothing is worked out between two of them."""
MOST_ENTRIES = 3_000
"""Above so many a second judgement of all entries takes longer than a person looks at it."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Findings now and after the change, without those that the person let stand."""

    before: int
    after: int


class Forecast(QObject):
    """Judges the whole dataset with other texts, beside the judgement that is on screen."""

    known = Signal()
    """There is an answer now, or none any more."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._texts: Mapping[int, str] = {}
        self._steps: Iterator[None] = iter(())
        self.foreseen: Foreseen | None = None
        """None: not worked out, or too many entries."""
        self._begin = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._begin.timeout.connect(self._start)
        self._slice = InTurn(self)
        self._slice.timeout.connect(self._work)
        session.closed.connect(lambda: self.ask({}))

    @property
    def under_way(self) -> bool:
        """An answer will come."""
        return self._begin.isActive() or self._slice.isActive()

    def ask(self, texts: Mapping[int, str]) -> None:
        """What if these were the texts? Nothing is foreseen for no texts."""
        if texts == self._texts and (self.under_way or self.foreseen is not None):
            return
        self._texts = dict(texts)
        self._slice.stop()
        self._steps = iter(())
        self.foreseen = None
        dataset = self._session.dataset
        if not texts or dataset is None or len(dataset.entries) > MOST_ENTRIES:
            self._begin.stop()
            return
        self._begin.start()

    def ask_again(self) -> None:
        """The findings themselves are others now."""
        texts, self._texts = self._texts, {}
        self.ask(texts)

    def _start(self) -> None:
        if self._session.linting.settling:
            self._begin.start()
            return
        self._steps = self._judge()
        self._slice.start()

    def _work(self) -> None:
        for _ in turns():
            if next(self._steps, self) is self:
                self._slice.stop()
                self.known.emit()
                return

    def _judge(self) -> Iterator[None]:
        """One step for each entry, twice: taken in, and its findings worked out."""
        dataset, now = self._session.dataset, self._session.lint
        if dataset is None or now is None:
            return
        linting = self._session.linting
        other = Lint(linting.vocabulary, linting.cards, dataset.choices, dataset.concepts)
        for number in dataset.present():
            entry, reading = dataset.entries[number], linting.readings.get(number)
            if number in self._texts:
                entry = replace(entry, text=self._texts[number])
                reading = read_entry(entry, linting.vocabulary)
            if reading is not None:
                evidence, notes = dataset.evidence_of(number), dataset.notes_of(number)
                other.put(entry, reading, evidence, notes)
            yield
        while not other.settle(1):
            yield
        self.foreseen = Foreseen(sum(now.counts().values()), sum(other.counts().values()))
