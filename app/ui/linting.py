"""Linting the open dataset: at once what was typed, in slices much at once, the rest elsewhere."""

from collections import deque
from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QObject, Signal

from app.dataset.entry import Dataset
from app.lint.cards import Card
from app.lint.engine import Lint
from app.lint.reading import Reading, read_entry, warming
from app.lint.vocabulary import Vocabulary
from app.ui.background import Background
from app.ui.in_turn import InTurn, Rank
from app.ui.reading import BulkReading
from app.ui.slices import turns

AT_ONCE = 8
"""Captions linted inside the call that changed them; more are linted in slices."""
SIDE_BY_SIDE = 16
"""Entries that are worked on between two looks at the clock."""


class Linting(QObject):
    """Holds the Lint of the open dataset and its readings, and says whose findings changed."""

    changed = Signal(object)
    """frozenset of entry ids whose findings may differ now."""
    settled = Signal()
    """The findings of all entries are worked out: `Lint.counts` answers at once."""

    def __init__(
        self,
        background: Background,
        vocabulary: Vocabulary,
        cards: dict[str, Card],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self.vocabulary = vocabulary
        self.cards = cards
        self.lint: Lint | None = None
        self.readings: dict[int, Reading] = {}
        self._bulk = BulkReading(background, self)
        self._bulk.read.connect(self._bulk_read)
        self._bulk.unread.connect(self._read_here)
        self._pending: deque[int] = deque()
        self._again: dict[int, None] = {}
        """To be linted with the reading that they have."""
        self._arrived: deque[Reading] = deque()
        self._taking_in = InTurn(self)
        self._taking_in.timeout.connect(self._take_in_a_slice)
        self._slice = InTurn(self)
        self._slice.timeout.connect(self._lint_a_slice)
        self._settling = InTurn(self)
        self._settling.timeout.connect(self._settle_a_slice)
        self.changed.connect(self._unsettled)
        # Captions are read in other processes, but for the one that is typed in: its first letter
        # would wait for the tables that every worker has.
        self._to_warm = deque(warming())
        self._warming = InTurn(self, Rank.UNSEEN)
        self._warming.timeout.connect(self._warm_up_a_step)
        self._warming.start()

    @property
    def busy(self) -> bool:
        """Captions wait for their slice."""
        return bool(self._pending or self._again or self._arrived or self._bulk.busy)

    @property
    def settling(self) -> bool:
        """Findings are still being worked out; asking for counts now would do it at once."""
        return self.busy or self._settling.isActive()

    def open(self, dataset: Dataset | None) -> None:
        """Begin with a dataset, or end with None; background work has been forgotten."""
        self._slice.stop()
        self._settling.stop()
        self._taking_in.stop()
        self._pending.clear()
        self._again.clear()
        self._arrived.clear()
        self.readings.clear()
        self._bulk.stop()
        self._dataset = dataset
        self.lint = None
        if dataset is not None:
            self.lint = Lint(self.vocabulary, self.cards, dataset.choices, dataset.concepts)
            self._bulk.start(dataset.present(), dataset, self.vocabulary)

    def _warm_up_a_step(self) -> None:
        if self._to_warm:
            self._to_warm.popleft()()
        else:
            self._warming.stop()

    def judge_anew(self) -> None:
        """Every entry is judged by other choices now."""
        if self._dataset is not None:
            self.changed.emit(frozenset(self._dataset.present()))

    def use(self, vocabulary: Vocabulary) -> None:
        """Read every caption again with other words, in slices."""
        self.vocabulary = vocabulary
        if self._dataset is not None and self.lint is not None:
            self.lint.vocabulary = vocabulary
            self._bulk.stop()
            self._arrived.clear()
            self._read_here(self._dataset.present())

    def prefer(self, entries: Iterable[int]) -> None:
        """Read these first."""
        self._bulk.prefer(entries)

    def texts_changed(self, entries: list[int]) -> None:
        """Read and lint these captions again."""
        if len(entries) <= AT_ONCE:
            self.changed.emit(frozenset().union(*map(self._read_one, entries)))
        else:
            self._read_here(entries)

    def put(self, entries: Iterable[int]) -> None:
        """Lint again with new evidence, notes or files; the captions are as they were."""
        which = list(entries)
        if len(which) > AT_ONCE:
            self._again.update(dict.fromkeys(which))
            self._slice.start()
            return
        self.changed.emit(self._put(which))

    def drop(self, entries: Iterable[int]) -> None:
        """Forget entries that are gone."""
        affected: set[int] = set()
        for number in entries:
            self.readings.pop(number, None)
            if self.lint is not None:
                affected |= self.lint.drop(number)
        self.changed.emit(frozenset(affected))

    def _read_here(self, entries: list[int]) -> None:
        self._pending.extend(entries)
        self._slice.start()

    def _read_one(self, number: int) -> frozenset[int]:
        if self._dataset is None:
            return frozenset()
        self.readings[number] = read_entry(self._dataset.entries[number], self.vocabulary)
        return self._put((number,))

    def _lint_a_slice(self) -> None:
        affected: set[int] = set()
        for _ in turns():
            if self._pending:
                affected |= self._read_one(self._pending.popleft())
            elif self._again:
                which = tuple(islice(self._again, SIDE_BY_SIDE))
                for number in which:
                    del self._again[number]
                affected |= self._put(which)
            else:
                break
        self.changed.emit(frozenset(affected))
        if not (self._pending or self._again):
            self._slice.stop()

    def _unsettled(self) -> None:
        # One verdict about all pictures can concern ten thousand entries; no key waits for them.
        if self.lint is not None and not self.busy:
            self._settling.start()

    def _settle_a_slice(self) -> None:
        if self.busy:
            self._settling.stop()  # what is taken in now would unsettle it; the last of it goes on
            return
        for _ in turns():
            if self.lint is None or self.lint.settle(SIDE_BY_SIDE):
                self._settling.stop()
                self.settled.emit()
                return

    def _bulk_read(self, readings: tuple[Reading, ...]) -> None:
        self._arrived.extend(readings)
        self._taking_in.start()

    def _take_in_a_slice(self) -> None:
        affected: set[int] = set()
        for _ in turns():
            if not self._arrived:
                break
            come = [self._arrived.popleft() for _ in range(min(SIDE_BY_SIDE, len(self._arrived)))]
            # What was typed meanwhile is newer.
            new = {one.entry: one for one in come if one.entry not in self.readings}
            self.readings.update(new)
            affected |= self._put(new)
        if not self._arrived:
            self._taking_in.stop()
        self.changed.emit(frozenset(affected))

    def _put(self, entries: Iterable[int]) -> frozenset[int]:
        dataset = self._dataset
        if dataset is None or self.lint is None:
            return frozenset()
        return self.lint.put_several(
            (dataset.entries[n], self.readings[n], dataset.evidence_of(n), dataset.notes_of(n))
            for n in entries
            if n in self.readings and n not in dataset.gone
        )
