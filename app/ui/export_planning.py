"""Planning an export beside the window, and what it would change in the folder it replaces."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.dataset.choices import DatasetChoices
from app.dataset.entry import Dataset
from app.errors import ProofError
from app.export import receipt
from app.export.by_hand import NOTHING, ByHand, read_by_hand
from app.export.changes import Changes, changes_since
from app.export.old_training import OldTraining
from app.export.options import ExportOptions
from app.export.plan import plan
from app.export.planned import ExportPlan
from app.lint.rule import Finding
from app.ui.background import Background, Lane
from app.ui.session import Session

AT_ONCE = 200
"""Entries that are planned in less than the eye notices; more are planned in a thread."""


@dataclass(frozen=True, slots=True)
class _Asked:
    dataset: Dataset
    findings: Mapping[int, tuple[Finding, ...]]
    about_all: tuple[Finding, ...]
    options: ExportOptions
    old: OldTraining | None
    by_hand: ByHand


class ExportPlanning(QObject):
    """Plans what is asked; of several questions only the last one is answered."""

    planned = Signal(object)
    """ExportPlan."""
    compared = Signal(object)
    """Changes since the export that stands there, or None where none does."""
    refused = Signal(object)
    """ProofError: there is no plan."""
    read = Signal()
    """The dataset's own data.toml is known now: what was planned without it is out of date."""

    def __init__(
        self, session: Session, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._round = 0
        self._busy = False
        self._by_hand: ByHand | None = None
        """None: the file is being read."""
        if session.dataset is not None:
            background.in_thread(
                Lane.SAVES,
                partial(read_by_hand, session.dataset.snapshot()),
                then=self._know,
                failed=partial(self._know, NOTHING),
            )

    @property
    def known(self) -> bool:
        """The dataset's own data.toml has been read."""
        return self._by_hand is not None

    @property
    def busy(self) -> bool:
        """A plan is being made."""
        return self._busy

    def ask(
        self,
        options: ExportOptions,
        old: OldTraining | None = None,
        choices: DatasetChoices | None = None,
    ) -> None:
        """Plan; answers by `planned` or `refused`, at once for small datasets, and by `compared`.

        `choices` stand in for those of the dataset, while a person is still choosing.
        """
        dataset, lint = self._session.dataset, self._session.lint
        if dataset is None or lint is None:
            return
        self._round += 1
        seen = dataset.snapshot()
        asked = _Asked(
            dataset=replace(seen, choices=choices or seen.choices),
            findings={
                entry: tuple(lint.entry_findings(entry))
                for entry in dataset.present()
                if entry in self._session.readings
            },
            about_all=tuple(lint.dataset_findings()),
            options=options,
            old=old,
            by_hand=self._by_hand or NOTHING,
        )
        if len(dataset.entries) <= AT_ONCE:
            try:
                made = _plan(asked)
            except ProofError as error:
                self._refuse(self._round, error)
            else:
                self._answer(self._round, made)
            return
        self._busy = True
        self._background.in_thread(
            Lane.BULK,
            partial(_plan, asked),
            then=partial(self._answer, self._round),
            failed=partial(self._refuse, self._round),
        )

    def close(self) -> None:
        """Nobody listens any more."""
        self._round += 1

    def _know(self, found: object, _: object = None) -> None:
        assert isinstance(found, ByHand)
        self._by_hand = found
        if found != NOTHING:
            self.read.emit()

    def _answer(self, number: int, made: object) -> None:
        if number != self._round:
            return
        assert isinstance(made, ExportPlan)
        self._busy = False
        self.planned.emit(made)
        self._background.in_thread(
            Lane.BULK,
            partial(_changes, made),
            then=partial(self._compare, number),
            failed=partial(self._compare, number),
        )

    def _compare(self, number: int, found: object) -> None:
        if number == self._round:
            self.compared.emit(found if isinstance(found, Changes) else None)

    def _refuse(self, number: int, error: Exception) -> None:
        if number == self._round:
            self._busy = False
            self.refused.emit(error)


def _plan(asked: _Asked) -> ExportPlan:
    return plan(
        asked.dataset, asked.findings, asked.options, asked.about_all, asked.old, asked.by_hand
    )


def _changes(made: ExportPlan) -> Changes | None:
    older = receipt.read(made.options.target)
    return None if older is None else changes_since(older, made)
