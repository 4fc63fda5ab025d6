"""A tree of heads with lines below them, and nothing deeper."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex


class TwoLevelModel(QAbstractItemModel):
    """Heads carry the internal id 0, lines the number of their head plus 1.

    What is shown is the business of the model that is made from it.
    """

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """A head, or a line of the head `parent`."""
        # Asked of each line whenever a tree is laid out: `hasIndex` would ask three things more.
        here = parent or QModelIndex()
        if not 0 <= row < self.rowCount(here) or not 0 <= column < self.columnCount(here):
            return QModelIndex()
        if parent is None or not parent.isValid():
            return self.createIndex(row, column, 0)
        return self.createIndex(row, column, parent.row() + 1)

    def hasChildren(self, parent: Index | None = None) -> bool:
        """No line has any; asked of each of them too."""
        if parent is not None and parent.isValid() and parent.internalId() != 0:
            return False
        return self.rowCount(parent or QModelIndex()) > 0

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """The head of a line; heads have none."""
        if not index.isValid() or index.internalId() == 0:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, 0)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 - Qt's signature
        """One column; a delegate lays the line out."""
        return 1

    def retranslate(self) -> None:
        """Say everything in another language."""
        self.beginResetModel()
        self.endResetModel()
