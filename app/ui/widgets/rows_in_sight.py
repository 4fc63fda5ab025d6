"""Which rows of a table can be seen."""

from PySide6.QtWidgets import QTableView


def rows_in_sight(view: QTableView) -> range:
    """From the first to the last that can be seen, even in part; none of an empty table."""
    model = view.model()
    count = model.rowCount() if model is not None else 0
    if not count:
        return range(0)
    last = view.rowAt(view.viewport().height() - 1)
    return range(max(view.rowAt(0), 0), (last if last >= 0 else count - 1) + 1)
