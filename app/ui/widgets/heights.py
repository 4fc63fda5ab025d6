"""How high a dialog of words is: Qt counts words that wrap by a width that they never have."""

from PySide6.QtWidgets import QDialog, QLayout


def fit_height(dialog: QDialog, column: QLayout, width: int) -> None:
    """As wide as `width` and as high as the words need there, which is the least height too."""
    column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    height = column.totalHeightForWidth(width)
    dialog.setMinimumHeight(height)
    dialog.resize(width, height)
