"""Heights: of a dialog of words, which Qt counts by a width that they never have, and none set."""

from PySide6.QtWidgets import QDialog, QLayout

UNLIMITED = 16_777_215
"""Qt's own largest height: of a widget that may be as high as it likes."""


def fit_height(dialog: QDialog, column: QLayout, width: int) -> None:
    """As wide as `width` and as high as the words need there, which is the least height too."""
    column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    height = column.totalHeightForWidth(width)
    dialog.setMinimumHeight(height)
    dialog.resize(width, height)
