"""One question about the picture on one line, of its face or its light, and the key to all."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.dataset.marks import Marks
from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.flow import Flow
from app.ui.widgets.key_caps import KeyCap
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.marks_panel import PER_ROW, QUESTIONS, with_answer
from app.ui.widgets.segmented import Segmented

FACE, LIGHT = "expression", "light"


class MarkLine(QWidget):
    """Asks of a face how it looks, and of any other picture which light it has."""

    marked = Signal(object)
    """Marks, as the person wants them now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = Marks()
        self._field = ""
        self._label = Label(Type.QUIET, parent=self)
        self._group = Segmented(self, per_row=PER_ROW)
        self._group.chosen.connect(self._chosen)
        self._label.setBuddy(self._group)
        self._label.setMinimumHeight(scaled(24))
        key = KeyCap("M", self)
        key.setMinimumHeight(scaled(24))
        row = Flow(gap=scaled(8))
        for widget in (self._label, self._group, key):
            row.addWidget(widget)
        self.setLayout(row)

    def show_marks(self, marks: Marks, *, face: bool) -> None:
        """Show what was said of a picture with a face, or of one without."""
        self._marks = marks
        self._field = FACE if face else LIGHT
        question = next(one for one in QUESTIONS if one.field == self._field)
        self._label.setText(tr("The picture shows") if face else question.label())
        self._group.setAccessibleName(question.label())
        self._group.set_options([(value, text()) for value, text in question.answers])
        self._group.set_value(getattr(marks, self._field))
        for segment in self._group.findChildren(QAbstractButton):
            segment.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # letters and digits are the page's

    def _chosen(self, value: object) -> None:
        marks = with_answer(self._marks, self._field, value)
        if marks != self._marks:
            self._marks = marks
            self.marked.emit(marks)
