"""What was measured in the picture, one line for each fact."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.images.evidence import NOTHING_MEASURED, Evidence
from app.images.facts import Fact, facts
from app.messages import msg
from app.ui.text import tr
from app.ui.widgets.fact_lines import FactLines
from app.ui.widgets.labels import Label, Type


class FactsPanel(QWidget):
    """Labels and numbers; says so where nothing has been measured yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = NOTHING_MEASURED
        self._opinions: tuple[Fact, ...] = ()
        self._title = Label(Type.HEADING, parent=self)
        self.lines = FactLines(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self.lines)
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
        self.lines.show_facts((*(facts(self._evidence) or (nothing,)), *self._opinions))
