"""The captions that unifying would change, each with a tick, worked out in slices."""

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.lint.rule import Finding
from app.lint.terms import Kind
from app.lint.unify import unify
from app.ui.finding_text import finding_message
from app.ui.in_turn import InTurn
from app.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
SLICE = 40
"""Captions worked out between two looks at mouse and keys."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One caption before and after; `against` is why it is left out unless the person wants it."""

    entry: int
    before: str
    after: str
    ticked: bool = True
    against: Finding | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What shall be said, instead of which phrases, in which entries."""

    phrases: frozenset[tuple[Kind, str]]
    entries: tuple[int, ...]
    say_instead: str
    against: Mapping[int, Finding]
    """By entry, findings that the picture shows something else than these phrases."""


class ProposalRole(IntEnum):
    """What a line answers beyond its text."""

    PROPOSAL = Qt.ItemDataRole.UserRole + 1


class ProposalModel(QAbstractListModel):
    """Those that a picture contradicts come last, and are not ticked at first."""

    changed = Signal()
    """Other proposals, or other ticks."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._question: Question | None = None
        self._waiting: deque[int] = deque()
        self._ticks: dict[int, bool] = {}
        """What the person ticked, or took a tick from, since this was first asked."""
        self._found: list[Proposal] = []
        self._proposals: list[Proposal] = []
        self._timer = InTurn(self)
        self._timer.timeout.connect(self._slice)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All lines."""
        return tuple(self._proposals)

    @property
    def under_way(self) -> bool:
        """Not everything is worked out yet."""
        return self._timer.isActive()

    @property
    def staying(self) -> int:
        """Entries that were asked about and stay as they are."""
        if self._question is None or self.under_way:
            return 0
        return len(self._question.entries) - len(self._proposals)

    def chosen(self) -> dict[int, str]:
        """The new texts of the ticked lines; nothing while they are being worked out."""
        if self.under_way:
            return {}
        return {one.entry: one.after for one in self._proposals if one.ticked}

    def ask(self, question: Question) -> None:
        """Work out what would change; ticks that a person set for the same words stay."""
        before = self._question
        if before is None or (before.phrases, before.say_instead) != (
            question.phrases,
            question.say_instead,
        ):
            self._ticks.clear()
        self._question = question
        self._waiting = deque(question.entries)
        self._found = []
        self._timer.start()
        self._slice()

    def _slice(self) -> None:
        dataset, question = self._session.dataset, self._question
        if dataset is None or question is None:
            self._waiting.clear()
            self._show([])
            return
        count = min(SLICE, len(self._waiting))
        entries = [self._waiting.popleft() for _ in range(count)]
        texts = {
            number: dataset.entries[number].text or ""
            for number in entries
            if dataset.entries[number].editable and number not in dataset.gone
        }
        after = unify(
            texts,
            question.phrases,
            question.say_instead,
            self._session.linting.vocabulary,
            {n: dataset.choices.concept(dataset.entries[n].concept).trigger for n in texts},
        )
        for number, text in after.items():
            against = question.against.get(number)
            ticked = self._ticks.get(number, against is None)
            self._found.append(Proposal(number, texts[number], text, ticked, against))
        if not self._waiting:
            self._show(sorted(self._found, key=lambda one: one.against is not None))

    def _show(self, proposals: list[Proposal]) -> None:
        self._timer.stop()
        self.beginResetModel()
        self._proposals = proposals
        self.endResetModel()
        self.changed.emit()

    # QAbstractListModel --------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """One line for each caption that would change."""
        return 0 if parent is not None and parent.isValid() else len(self._proposals)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every line has a tick."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The new text, the tick, and why a line is left out."""
        if not index.isValid():
            return None
        proposal = self._proposals[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return proposal.after
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if proposal.ticked else Qt.CheckState.Unchecked
        if role == ProposalRole.PROPOSAL:
            return proposal
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            name = self._session.name(proposal.entry)
            reason = finding_message(self._session, proposal.against) if proposal.against else ""
            return "\n".join(part for part in (f"{name}: {proposal.after}", reason) if part)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a line, or take its tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked  # pyright: ignore[reportArgumentType]
        proposal = replace(self._proposals[index.row()], ticked=ticked)
        self._proposals[index.row()] = proposal
        self._ticks[proposal.entry] = ticked
        self.dataChanged.emit(index, index, [role])
        self.changed.emit()
        return True


def against_by_entry(findings: Collection[Finding]) -> dict[int, Finding]:
    """The first finding of each entry."""
    found: dict[int, Finding] = {}
    for finding in findings:
        if finding.entry is not None:
            found.setdefault(finding.entry, finding)
    return found
