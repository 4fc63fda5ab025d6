"""All findings of the dataset as a tree: a group for each rule, its findings below."""

import time
from enum import IntEnum

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    Qt,
    QTimer,
)

from app.lint.dismissals import STANDING, as_finding
from app.lint.rule import Finding
from app.ui.aspects import Aspect, Changed
from app.ui.finding_text import finding_message, fix_text, rule_title, rule_why
from app.ui.in_turn import InTurn
from app.ui.models.finding_tally import FindingTally, Group
from app.ui.models.finding_words import phrase_of
from app.ui.models.two_levels import Index, TwoLevelModel
from app.ui.session import Session
from app.ui.slices import turns

SETTLE_MS = 120
"""Findings arrive in bursts; the tree follows so long after the first of them, at least."""
REST = 20
"""How many times longer than a refresh took the next one waits."""
LINES_AT_ONCE = 200
"""Of a rule; a tree asks several things of each line whenever it is laid out."""


class FindingRole(IntEnum):
    """What a line of the tree answers beyond its text."""

    FINDING = Qt.ItemDataRole.UserRole + 1
    """Finding, or None on a group's head."""
    SEVERITY = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3
    """int: findings in the group."""
    DETAIL = Qt.ItemDataRole.UserRole + 4
    """str: the first sentence of the reason on a head, the message on a line."""
    PHRASE = Qt.ItemDataRole.UserRole + 5
    """Phrase: the matched words with their underlines."""
    RULE = Qt.ItemDataRole.UserRole + 6
    """str: the rule's name."""
    TITLE = Qt.ItemDataRole.UserRole + 7
    """str: the rule's name for people."""
    FIX = Qt.ItemDataRole.UserRole + 8
    """str: what the first fix does; "" where there is none."""
    ENTRY = Qt.ItemDataRole.UserRole + 9
    """int: the entry whose picture the line shows; None where it is about several."""


def first_sentence(text: str) -> str:
    """What a paragraph says first."""
    ends = [at + 1 for mark in (". ", "。") if (at := text.find(mark)) >= 0]
    return text[: min(ends)] if ends else text


class FindingModel(TwoLevelModel):
    """Two levels: heads are rules, lines are findings. Rebuilt when findings have settled.

    A rule that finds much has its first lines only, until `show_more` is asked for others.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._groups: tuple[Group, ...] = ()
        self._lines: dict[str, int] = {}
        """Rule to how many lines it may have, where those are more than at first."""
        self._tally = FindingTally()
        self._stale: dict[int, None] = {}
        """Entries whose findings may differ from those that are counted."""
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._slice = InTurn(self)
        self._slice.timeout.connect(self._refresh_if_settled)
        self._timer.timeout.connect(self._slice.start)
        session.changed.connect(self._changed)
        session.dataset_findings_changed.connect(self._refresh_soon)
        session.opened.connect(self._begin)
        session.closed.connect(self._begin)

    @property
    def session(self) -> Session:
        """Whose findings these are."""
        return self._session

    @property
    def settled(self) -> bool:
        """The tree shows what is known."""
        return not (self._timer.isActive() or self._slice.isActive() or self._stale)

    @property
    def groups(self) -> tuple[Group, ...]:
        """What the tree shows now."""
        return self._groups

    def _begin(self) -> None:
        self._lines.clear()
        self._stale.clear()
        self._tally.clear()
        self._show()

    def _changed(self, change: Changed) -> None:
        if Aspect.FINDINGS in change.aspects:
            self._stale.update(dict.fromkeys(change.entries))

    def _refresh_soon(self) -> None:
        # Not begun anew by each answer: a long burst would leave the tree behind for its length.
        if not (self._timer.isActive() or self._slice.isActive()):
            self._timer.start()

    def _refresh_if_settled(self) -> None:
        # To ask now would work out at once what is being worked out a little at a time.
        if self._session.linting.settling:
            self._slice.stop()
            self._timer.start()
            return
        begun = time.thread_time()
        for _ in turns():
            if not self._stale:
                break
            self._count(next(iter(self._stale)))
        if self._stale:
            return
        self._show()
        # A large dataset takes long to list: it may have a twentieth of the time, no more.
        cost = round(1000 * (time.thread_time() - begun))
        self._timer.setInterval(max(SETTLE_MS, REST * cost))

    def refresh(self) -> None:
        """Ask the session again, at once."""
        for entry in list(self._stale):
            self._count(entry)
        self._show()

    def _count(self, entry: int) -> None:
        self._stale.pop(entry, None)
        lint = self._session.lint
        if lint is not None:
            stale = map(as_finding, lint.stale_of_entry(entry))
            self._tally.put(entry, (*lint.entry_findings(entry), *stale))

    def _show(self) -> None:
        """A tree that would look the same is left alone."""
        self._timer.stop()
        self._slice.stop()
        lint = self._session.lint
        if lint is not None:
            standing, stale = lint.let_stand_in_dataset()
            listed = (*(as_finding(one, STANDING) for one in standing), *map(as_finding, stale))
            self._tally.put(None, (*lint.dataset_findings(), *listed))
        groups = self._tally.groups()
        if groups != self._groups:
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()

    # QAbstractItemModel --------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """Groups, or the findings in one."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        return self._line_count(self._groups[parent.row()]) if parent.internalId() == 0 else 0

    def _line_count(self, group: Group) -> int:
        return min(len(group.findings), self._lines.get(group.rule, LINES_AT_ONCE))

    def show_more(self, head: QModelIndex) -> None:
        """Let a head have more lines, if there are more."""
        group = self._groups[head.row()]
        here = self._line_count(group)
        more = min(len(group.findings) - here, LINES_AT_ONCE)
        if more:
            self.beginInsertRows(head, here, here + more - 1)
            self._lines[group.rule] = here + more
            self.endInsertRows()

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
        if role == FindingRole.TITLE:
            return rule_title(self._session, group.rule)
        if role == FindingRole.DETAIL:
            return first_sentence(rule_why(self._session, group.rule))
        if role == Qt.ItemDataRole.ToolTipRole:
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
            return phrase_of(self._session, finding)
        if role == FindingRole.FIX:
            return fix_text(self._session, finding, finding.fixes[0]) if finding.fixes else ""
        return finding.entry if role == FindingRole.ENTRY else None

    def _name(self, finding: Finding) -> str:
        if finding.entry is not None:
            return self._session.name(finding.entry)
        dataset = self._session.dataset
        return finding.concept or (dataset.root.name if dataset is not None else "")
