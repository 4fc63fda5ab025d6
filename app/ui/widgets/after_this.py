"""What follows from a change, before it is made: a heading and one line for each consequence."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.labels import Label, Type

Consequence = tuple[str, str]
"""What it concerns, and what becomes of it."""


class AfterThis(QWidget):
    """Shows nothing where nothing follows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label(Type.HEADING, parent=self)
        self._lines: list[tuple[Label, Label]] = []
        self._shown: tuple[Consequence, ...] = ()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(12))
        self._grid.setVerticalSpacing(scaled(4))
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self._title)
        column.addLayout(self._grid)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self._title.setText(tr("After this"))

    def set_compact(self, *, compact: bool) -> None:
        """Without the heading where there is little room."""
        self._title.setVisible(not compact)

    def show_consequences(self, consequences: Sequence[Consequence]) -> None:
        """Show these."""
        self._shown = tuple(consequences)
        while len(self._lines) < len(self._shown):
            pair = Label(Type.QUIET, parent=self), Label(Type.SMALL, parent=self, wrap=True)
            for column, label in enumerate(pair):
                self._grid.addWidget(label, len(self._lines), column, Qt.AlignmentFlag.AlignTop)
            self._lines.append(pair)
        for number, (name, value) in enumerate(self._lines):
            there = number < len(self._shown)
            name.setVisible(there)
            value.setVisible(there)
            if there:
                name.setText(self._shown[number][0])
                value.setText(self._shown[number][1])
        self.setVisible(bool(self._shown))

    def text(self) -> str:
        """All that is said."""
        return "\n".join(f"{name}: {value}" for name, value in self._shown)
