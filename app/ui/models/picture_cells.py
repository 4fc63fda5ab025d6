"""Entries in rows of so many pictures, for a table that paints only those that can be seen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from app.ui.commas import listed
from app.ui.text import tr

Index = QModelIndex | QPersistentModelIndex


class CellMark(Enum):
    """What is to happen to an entry."""

    ADDS = "adds"
    TAKES_OUT = "takes out"
    REFUSED = "refused"


class CellRole(IntEnum):
    """What a cell answers beyond its text."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    """int: the entry's id."""
    MARK = Qt.ItemDataRole.UserRole + 2
    """CellMark, or None."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark and, where it has one, its reason."""

    mark: CellMark
    reason: str = ""


class PictureCells(QAbstractTableModel):
    """The place of an entry is its row times the columns, plus its column."""

    def __init__(self, name: Callable[[int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._entries: list[int] = []
        self._marks: Mapping[int, Marked] = {}
        self._columns = 1

    @property
    def entries(self) -> Sequence[int]:
        """In the order of the cells."""
        return self._entries

    @property
    def columns(self) -> int:
        """Pictures in one row."""
        return self._columns

    def show_entries(self, entries: Sequence[int], columns: int) -> None:
        """Show other entries, or as many in a row."""
        self.beginResetModel()
        self._entries, self._columns = list(entries), max(columns, 1)
        self.endResetModel()

    def show_marks(self, marks: Mapping[int, Marked]) -> None:
        """Show what is to happen to whom."""
        self._marks = marks
        if self._entries:
            last = self.index(self.rowCount() - 1, self._columns - 1)
            self.dataChanged.emit(self.index(0, 0), last, [CellRole.MARK])

    def place_of(self, index: Index) -> int:
        """The place among the entries; -1 where no picture is."""
        place = index.row() * self._columns + index.column() if index.isValid() else -1
        return place if place < len(self._entries) else -1

    def index_at(self, place: int) -> QModelIndex:
        """The cell of a place."""
        return self.index(*divmod(place, self._columns))

    # QAbstractTableModel -------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        """The last row may be short."""
        if parent is not None and parent.isValid():
            return 0
        return -(-len(self._entries) // self._columns)

    def columnCount(self, parent: Index | None = None) -> int:
        """As many as have room."""
        return 0 if parent is not None and parent.isValid() else self._columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The empty cells at the end cannot be chosen."""
        return super().flags(index) if self.place_of(index) >= 0 else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Name, entry and mark."""
        place = self.place_of(index)
        if place < 0:
            return None
        entry = self._entries[place]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._name(entry)
        if role == CellRole.ENTRY:
            return entry
        marked = self._marks.get(entry)
        if role == CellRole.MARK:
            return marked.mark if marked is not None else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return marked.reason if marked is not None else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed(part for part in (self._name(entry), _said(marked)) if part)
        return None


def _said(marked: Marked | None) -> str:
    if marked is None:
        return ""
    if marked.mark is CellMark.REFUSED:
        return marked.reason
    return tr("will say it") if marked.mark is CellMark.ADDS else tr("will no longer say it")
