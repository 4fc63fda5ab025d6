"""The points of readiness: at once for a small dataset, else gathered in slices, in a thread."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.dataset.entry import Dataset
from app.export.steps import epoch_of
from app.lint.engine import Lint
from app.lint.rule import Finding
from app.review.readiness import Point, TomlState, readiness
from app.ui.background import Lane
from app.ui.in_turn import InTurn
from app.ui.session import Session
from app.ui.slices import turns

AT_ONCE = 500
"""Entries that are looked at in less than a frame; a hundred thousand take a second."""
STEP = 20
"""Entries gathered between two looks at the clock."""

Findings = dict[int, tuple[Finding, ...]]


class ReadinessPoints(QObject):
    """Works the points out; what is asked later takes the place of what is under way."""

    worked_out = Signal(object)
    """tuple of Point."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asked = 0
        self._toml: TomlState | None = None
        self._findings: Findings = {}
        self._work: Iterator[None] = iter(())
        self._slice = InTurn(self)
        self._slice.timeout.connect(self._gather)
        session.closed.connect(self._stop)

    def ask(self, toml: TomlState) -> None:
        """Work the points out as everything is now; `toml` is how data.toml stands."""
        self._stop()
        dataset, lint = self._session.dataset, self._session.lint
        if dataset is None or lint is None:
            self.worked_out.emit(())
            return
        self._toml = toml
        self._findings = {}
        self._work = self._steps(dataset, lint)
        if len(dataset.entries) <= AT_ONCE:
            for _ in self._work:
                pass
            made = _points(dataset, self._findings, lint.dataset_findings(), toml)
            self.worked_out.emit(made)
        else:
            self._slice.start()

    def _stop(self) -> None:
        self._asked += 1
        self._slice.stop()

    def _steps(self, dataset: Dataset, lint: Lint) -> Iterator[None]:
        for place, number in enumerate(dataset.present()):
            if number in self._session.readings:
                self._findings[number] = lint.entry_findings(number)
            if place % STEP == 0:
                yield

    def _gather(self) -> None:
        for _ in turns():
            if next(self._work, self) is self:
                self._slice.stop()
                self._hand_over()
                return

    def _hand_over(self) -> None:
        dataset, lint = self._session.dataset, self._session.lint
        if dataset is None or lint is None or self._toml is None:
            return
        about_all = lint.dataset_findings()
        self._session.background.in_thread(
            Lane.BULK,
            partial(_points, dataset.snapshot(), self._findings, about_all, self._toml),
            then=partial(self._answer, self._asked),
            failed=lambda _: None,
        )

    def _answer(self, asked: int, points: object) -> None:
        if asked == self._asked:
            self.worked_out.emit(points)


def _points(
    dataset: Dataset, findings: Findings, about_all: tuple[Finding, ...], toml: TomlState
) -> tuple[Point, ...]:
    return readiness(dataset, findings, about_all, toml, epoch_of(dataset))
