"""Marks: the person's own word about the picture, one segmented group for each question."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.dataset.marks import Distance, Expression, Light, Marks, Medium, Stay
from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.key_caps import KeyCap
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.segmented import Segmented


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a person can say of a picture."""

    field: str
    label: Callable[[], str]
    answers: tuple[tuple[StrEnum, Callable[[], str]], ...]


PER_ROW = 5
"""Segments side by side: more would make the light table wider than its least width."""

QUESTIONS = (
    Question(
        "expression",
        lambda: tr("Face"),
        (
            (Expression.SMILING, lambda: tr("Smile")),
            (Expression.NEUTRAL, lambda: tr("Neutral")),
            (Expression.SAD, lambda: tr("Sad")),
            (Expression.OTHER, lambda: tr("Other")),
        ),
    ),
    Question(
        "light",
        lambda: tr("Light"),
        (
            (Light.DAY, lambda: tr("Day")),
            (Light.NIGHT, lambda: tr("Night")),
            (Light.GOLDEN, lambda: tr("Golden")),
            (Light.BRIGHT, lambda: tr("Bright")),
            (Light.DARK, lambda: tr("Dark")),
            (Light.SOFT, lambda: tr("Soft")),
            (Light.STUDIO, lambda: tr("Studio")),
            (Light.OTHER, lambda: tr("Other")),
        ),
    ),
    Question(
        "distance",
        lambda: tr("Frame"),
        (
            (Distance.CLOSE, lambda: tr("Close-up")),
            (Distance.HALF, lambda: tr("Half body")),
            (Distance.FULL, lambda: tr("Full body")),
        ),
    ),
    Question(
        "medium",
        lambda: tr("Medium"),
        (
            (Medium.PHOTO, lambda: tr("Photo")),
            (Medium.ANIME, lambda: tr("Anime")),
            (Medium.ILLUSTRATION, lambda: tr("Illustration")),
            (Medium.RENDER, lambda: tr("3D")),
        ),
    ),
    Question(
        "stay",
        lambda: tr("Picture"),
        (
            (Stay.KEEP, lambda: tr("Keep")),
            (Stay.DROP, lambda: tr("Drop")),
        ),
    ),
)


def with_answer(marks: Marks, field: str, value: object) -> Marks:
    """The marks with another answer to one question."""
    return replace(marks, **{field: value})  # type: ignore[arg-type]


class MarksPanel(QWidget):
    """Shows the marks of one entry and says when the person changes one."""

    marked = Signal(object)
    """Marks, as the person wants them now."""
    drop_wanted = Signal()
    """The picture shall leave the dataset."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = Marks()
        self._groups: dict[str, Segmented] = {}
        self._labels: dict[str, Label] = {}
        self._title = Label(Type.HEADING, parent=self)
        self._hint = Label(Type.QUIET, parent=self, wrap=True)
        self._above: bool | None = None
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(12))
        for question in QUESTIONS:
            group = Segmented(self, per_row=PER_ROW)
            group.chosen.connect(lambda value, field=question.field: self._chosen(field, value))
            label = Label(Type.QUIET, parent=self)
            label.setBuddy(group)
            self._groups[question.field] = group
            self._labels[question.field] = label
        foot = QHBoxLayout()
        foot.setSpacing(scaled(8))
        foot.addWidget(self._hint, 1)
        foot.addWidget(KeyCap("Ctrl+M", self), 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self._title)
        layout.addLayout(self._grid)
        layout.addLayout(foot)
        layout.addStretch()
        self.put_labels(above=False)
        self.retranslate()

    def put_labels(self, *, above: bool) -> None:
        """The questions above their answers, for a slim column, or at their left."""
        if above == self._above:
            return
        self._above = above
        for row, question in enumerate(QUESTIONS):
            label, group = self._labels[question.field], self._groups[question.field]
            self._grid.removeWidget(label)
            self._grid.removeWidget(group)
            self._grid.addWidget(label, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            place = (2 * row + 1, 0) if above else (2 * row, 1)
            self._grid.addWidget(group, *place, Qt.AlignmentFlag.AlignLeft)
            label.setMinimumHeight(0 if above else scaled(24))
            self._grid.setRowMinimumHeight(2 * row, 0)
        self._grid.setVerticalSpacing(scaled(3 if above else 4))
        self._grid.setColumnStretch(1, 0 if above else 1)

    def slim_width(self) -> int:
        """What the widest answers take, with the questions above them."""
        return max(group.sizeHint().width() for group in self._groups.values())

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self._title.setText(tr("Marks"))
        self._hint.setText(tr("A mark outranks what was measured."))
        for question in QUESTIONS:
            label = question.label()
            self._labels[question.field].setText(label)
            group = self._groups[question.field]
            group.setAccessibleName(label)
            group.set_options([(value, text()) for value, text in question.answers])
            group.set_value(getattr(self._marks, question.field))

    def show_marks(self, marks: Marks) -> None:
        """Show these marks without announcing them."""
        self.take(marks)
        self.show_taken()

    def take(self, marks: Marks) -> None:
        """Let what a person chooses be added to these; they are not shown yet."""
        self._marks = marks

    def show_taken(self) -> None:
        """Show what was taken."""
        for field, group in self._groups.items():
            group.set_value(getattr(self._marks, field))

    def focus_first(self) -> None:
        """Go to the first question."""
        self._groups["expression"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self, field: str, value: object) -> None:
        if value is Stay.DROP:
            self._groups[field].set_value(getattr(self._marks, field))
            self.drop_wanted.emit()
            return
        marks = with_answer(self._marks, field, value)
        if marks != self._marks:
            self._marks = marks
            self.marked.emit(marks)
