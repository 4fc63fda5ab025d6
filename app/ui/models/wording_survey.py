"""Counts the wordings of the open dataset in slices, and again when words or findings change."""

from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

from app.lint.wording import KINDS, Survey, Wording
from app.ui.in_turn import InTurn
from app.ui.session import Session
from app.ui.slices import turns

SOON_MS = 150
LATER_MS = 1_500
"""While nobody looks, for the number on the tab."""


class WordingSurvey(QObject):
    """Holds the last full count; a burst of changes leads to one new count."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._survey = Survey()
        self._waiting: deque[int] = deque()
        self._watched = False
        self.wording: Wording = Survey().result()
        self._begin = QTimer(self, singleShot=True)
        self._begin.timeout.connect(self._start)
        self._slice = InTurn(self)
        self._slice.timeout.connect(self._count_a_slice)
        session.opened.connect(self._forget)
        session.closed.connect(self._forget)
        session.dataset_findings_changed.connect(self._later)
        session.rows_changed.connect(self._later)

    @property
    def under_way(self) -> bool:
        """What is shown is about to be replaced."""
        return self._begin.isActive() or self._slice.isActive()

    def watch(self, *, watched: bool) -> None:
        """Somebody looks (or no longer looks) at the wordings: keep them fresh."""
        self._watched = watched
        if watched and self._begin.isActive():
            self._begin.start(SOON_MS)

    def _later(self) -> None:
        # While somebody looks, a long stream of changes must not put the count off for ever.
        if not (self._watched and self._begin.isActive()):
            soon = self._watched or not self.wording[KINDS[0]].total
            self._begin.start(SOON_MS if soon else LATER_MS)

    def _forget(self) -> None:
        self._begin.stop()
        self._slice.stop()
        self._waiting.clear()
        self._tell(Survey().result())

    def _start(self) -> None:
        dataset = self._session.dataset
        if dataset is None:
            return
        self._survey = Survey()
        self._waiting = deque(dataset.present())
        self._slice.start()

    def _count_a_slice(self) -> None:
        if not self._waiting:  # a turn of its own: to show all that was counted takes as long
            self._slice.stop()
            self._tell(self._survey.result())
            return
        for _ in turns():
            if not self._waiting:
                break
            self._count(self._waiting.popleft())

    def _count(self, number: int) -> None:
        lint, reading = self._session.lint, self._session.readings.get(number)
        if reading is not None and lint is not None:
            self._survey.add(reading, lint.entry_findings(number) if reading.terms else ())

    def _tell(self, wording: Wording) -> None:
        if wording != self.wording:
            self.wording = wording
            self.changed.emit()
