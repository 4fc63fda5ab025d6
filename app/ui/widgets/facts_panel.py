"""What was measured in the picture, one line for each fact."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.images.evidence import NOTHING_MEASURED, Evidence
from app.images.facts import Fact, facts
from app.messages import msg
from app.ui.scheme import scaled
from app.ui.text import say, tr
from app.ui.widgets.labels import Label, Type


class FactsPanel(QWidget):
    """Labels and numbers; says so where nothing has been measured yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = NOTHING_MEASURED
        self._opinions: tuple[Fact, ...] = ()
        self._title = Label(Type.HEADING, parent=self)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(scaled(4))
        self._grid.setColumnStretch(1, 1)
        self._cells: list[tuple[Label, Label]] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addLayout(self._grid)
        layout.addStretch()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self._title.setText(tr("Measured in the picture"))
        self._show()

    def show_evidence(self, evidence: Evidence) -> None:
        """Show the facts of one picture; on what grounds each is said is in its tool tip."""
        self._evidence = evidence
        self._opinions = ()
        self._show()

    def show_opinions(self, opinions: tuple[Fact, ...]) -> None:
        """Say below the facts what another model says of the same picture."""
        self._opinions = opinions
        self._show()

    def _show(self) -> None:
        nothing = Fact(msg("Picture"), msg("not measured yet"), known=False)
        found = (*(facts(self._evidence) or (nothing,)), *self._opinions)
        while len(self._cells) < len(found):
            self._add_cell()
        for number, (name, value) in enumerate(self._cells):
            shown = number < len(found)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                fact = found[number]
                name.setText(say(fact.label))
                # A number and its sign stay on one line.
                value.setText(say(fact.text).replace(" %", "\N{NO-BREAK SPACE}%"))
                value.set_kind(Type.SMALL if fact.known else Type.QUIET)
                grounds = say(fact.grounds) if fact.grounds is not None else ""
                value.setToolTip(grounds)
                value.setAccessibleDescription(grounds)

    def _add_cell(self) -> None:
        name, value = Label(Type.QUIET, parent=self), Label(Type.SMALL, parent=self, wrap=True)
        for label in (name, value):
            label.setMinimumHeight(scaled(16))
        row = len(self._cells)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        self._cells.append((name, value))
