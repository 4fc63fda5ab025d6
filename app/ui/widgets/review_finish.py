"""The end of a pass: what was found, and what comes next."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.review.passes import Progress
from app.ui.scheme import scaled
from app.ui.text import tr, trn
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type


class ReviewFinish(QWidget):
    """Says that every entry has a verdict, and offers the next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._title = Label(Type.TITLE, parent=self)
        self._told = Label(Type.LEAD, parent=self)
        self.second_pass = KeyedButton("", "A", self, filled=True)
        self.flagged = KeyedButton("", "N", self)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(16))
        column.addStretch(2)
        column.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._told, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(scaled(8))
        for button in (self.second_pass, self.flagged):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setMinimumHeight(scaled(36))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_end(self, pass_number: int, first: Progress, second: Progress, twice: int) -> None:
        """Show the end of a pass; `twice` entries are approved in both."""
        found = first if pass_number == 1 else second
        flagged = first.flagged + second.flagged
        total = found.total
        if twice == total and total:
            self._title.setText(tr("Reviewed twice"))
            self._told.setText(trn("%n entries, each approved in both passes.", total))
        else:
            self._title.setText(tr("Pass {number} is done", number=pass_number))
            self._told.setText(
                tr(
                    "{approved} approved, {flagged} flagged.",
                    approved=found.approved,
                    flagged=found.flagged,
                )
            )
        self.second_pass.setText(tr("Begin pass 2"))
        self.second_pass.updateGeometry()
        self.second_pass.setVisible(pass_number == 1 and second.done < total)
        self.flagged.setText(trn("Look at %n flagged", flagged))
        self.flagged.updateGeometry()
        self.flagged.setVisible(flagged > 0)
        self.setAccessibleName(f"{self._title.text()}: {self._told.text()}")
