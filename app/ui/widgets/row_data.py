"""What a row shows, asked of its model."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from app.ui.models.roles import ChipData, Role, RowData


def read_row(index: QModelIndex | QPersistentModelIndex) -> RowData:
    """All that a row shows; the index must be a valid one.

    The model itself is asked: the way through Qt would cost more than the answer, and would make
    lists of tuples.
    """
    return index.model().data(index, Role.ROW)


def read_chips(index: QModelIndex | QPersistentModelIndex) -> tuple[ChipData, ...]:
    """The chips alone, for the editor's foot and for the pointer."""
    return tuple(index.data(Role.CHIPS) or ())


def is_editable(index: QModelIndex | QPersistentModelIndex) -> bool:
    """Whether the caption may be edited in the row."""
    return bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
