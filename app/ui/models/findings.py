"""All findings of the dataset as a tree: a group for each rule, its findings below."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from app.lint.rule import Finding, Severity
from app.ui.finding_text import finding_message, finding_phrase, rule_title, rule_why
from app.ui.session import Session

Index = QModelIndex | QPersistentModelIndex
SETTLE_MS = 120
"""Findings arrive in bursts; the tree follows when a burst has passed."""
MOST_PER_GROUP = 2_000
"""Findings listed in one group; the count in its head says how many there are."""

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


class FindingRole(IntEnum):
    """What a line of the tree answers beyond its text."""

    FINDING = Qt.ItemDataRole.UserRole + 1
    """Finding, or None on a group's head."""
    SEVERITY = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3
    """int: findings in the group."""
    DETAIL = Qt.ItemDataRole.UserRole + 4
    """str: the reason on a head, the message on a line."""
    PHRASE = Qt.ItemDataRole.UserRole + 5
    """str: the matched words."""
    RULE = Qt.ItemDataRole.UserRole + 6
    """str: the rule's name."""


@dataclass(frozen=True, slots=True)
class Group:
    """One rule with its findings."""

    rule: str
    severity: Severity
    findings: tuple[Finding, ...]
    count: int


def group_findings(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Findings that stand (not dismissed) by rule: most severe first, then most frequent."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        if not finding.dismissed:
            by_rule.setdefault(finding.rule, []).append(finding)
    groups = [
        Group(
            rule,
            min((f.severity for f in found), key=_ORDER.__getitem__),
            tuple(found[:MOST_PER_GROUP]),
            len(found),
        )
        for rule, found in by_rule.items()
    ]
    return tuple(sorted(groups, key=lambda g: (_ORDER[g.severity], -g.count, g.rule)))


class FindingModel(QAbstractItemModel):
    """Two levels: heads are rules, lines are findings. Rebuilt when findings have settled."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._groups: tuple[Group, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.refresh)
        session.dataset_findings_changed.connect(self._timer.start)
        session.opened.connect(self.refresh)
        session.closed.connect(self.refresh)

    @property
    def groups(self) -> tuple[Group, ...]:
        """What the tree shows now."""
        return self._groups

    def refresh(self) -> None:
        """Ask the session again; a tree that would look the same is left alone."""
        self._timer.stop()
        groups = group_findings(self._all())
        if groups != self._groups:
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()

    def retranslate(self) -> None:
        """Say everything in another language."""
        self.beginResetModel()
        self.endResetModel()

    def _all(self) -> Iterable[Finding]:
        lint, dataset = self._session.lint, self._session.dataset
        if lint is None or dataset is None:
            return
        yield from lint.dataset_findings()
        for entry in dataset.present():
            if entry in self._session.readings:
                yield from lint.entry_findings(entry)

    # QAbstractItemModel --------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Heads carry the internal id 0, lines the number of their group plus 1."""
        if not self.hasIndex(row, column, parent or QModelIndex()):
            return QModelIndex()
        if parent is None or not parent.isValid():
            return self.createIndex(row, column, 0)
        return self.createIndex(row, column, parent.row() + 1)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """The head of a line; heads have none."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        """Groups, or the findings in one."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].findings) if parent.internalId() == 0 else 0

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt's signature
        """One column; a delegate lays the line out."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text and the roles of FindingRole."""
        if not index.isValid():
            return None
        if index.internalId() == 0:
            return self._head(self._groups[index.row()], role)
        group = self._groups[int(index.internalId()) - 1]
        return self._line(group.findings[index.row()], role)

    def _head(self, group: Group, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{rule_title(self._session, group.rule)}  {group.count}"
        if role == FindingRole.SEVERITY:
            return group.severity
        if role == FindingRole.COUNT:
            return group.count
        if role == FindingRole.RULE:
            return group.rule
        if role in (FindingRole.DETAIL, Qt.ItemDataRole.ToolTipRole):
            return rule_why(self._session, group.rule)
        return None

    def _line(self, finding: Finding, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(finding)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._name(finding)}: {finding_message(self._session, finding)}"
        if role == FindingRole.FINDING:
            return finding
        if role == FindingRole.SEVERITY:
            return finding.severity
        if role == FindingRole.RULE:
            return finding.rule
        if role in (FindingRole.DETAIL, Qt.ItemDataRole.ToolTipRole):
            return finding_message(self._session, finding)
        if role == FindingRole.PHRASE:
            return finding_phrase(self._session, finding)
        return None

    def _name(self, finding: Finding) -> str:
        if finding.entry is not None:
            return self._session.name(finding.entry)
        dataset = self._session.dataset
        return finding.concept or (dataset.root.name if dataset is not None else "")
