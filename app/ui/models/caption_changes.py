"""Captions before and after, each with a tick that the person may take away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class CaptionChange:
    """One caption before and after; `doubt` says why it is not ticked from the start."""

    entry: int
    before: str
    after: str
    doubt: str = ""


class ChangeRole(IntEnum):
    """What a line answers beyond its name."""

    CHANGE = Qt.ItemDataRole.UserRole + 1


class ChangeModel(QAbstractListModel):
    """The changes in their order; all of them can be reached, so every ticked one is meant."""

    def __init__(
        self,
        changes: Mapping[int, tuple[str, str]],
        name: Callable[[int], str],
        doubts: Mapping[int, str],
        parent: QObject | None = None,
    ) -> None:
        """`changes` are texts before and after by entry; `name` says how an entry is called."""
        super().__init__(parent)
        self._name = name
        self._texts = changes
        self._doubts = doubts
        self._entries = tuple(changes)
        self._ticked = set(self._entries).difference(doubts)

    def chosen(self) -> list[int]:
        """The entries that are ticked."""
        return [entry for entry in self._entries if entry in self._ticked]

    def change(self, row: int) -> CaptionChange:
        """What stands in a line; made when it is asked for, there may be thousands."""
        entry = self._entries[row]
        return CaptionChange(entry, *self._texts[entry], self._doubts.get(entry, ""))

    def tick_all_or_none(self) -> None:
        """Tick what is without doubt, or else all; where that is ticked already, nothing."""
        sure = set(self._entries).difference(self._doubts) or set(self._entries)
        self._ticked = set() if sure <= self._ticked else sure | self._ticked
        if self._entries:
            role = Qt.ItemDataRole.CheckStateRole
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1), [role])

    # QAbstractListModel --------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """One line for each change."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every line has a tick."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the tick, and both texts."""
        if not index.isValid():
            return None
        change = self.change(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(change.entry)
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = change.entry in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == ChangeRole.CHANGE:
            return change
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (self._name(change.entry), change.doubt, change.before, change.after)
            return "\n".join(part for part in said if part)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a line, or take its tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        entry = self._entries[index.row()]
        if Qt.CheckState(value) is Qt.CheckState.Checked:  # pyright: ignore[reportArgumentType]
            self._ticked.add(entry)
        else:
            self._ticked.discard(entry)
        self.dataChanged.emit(index, index, [role])
        return True
