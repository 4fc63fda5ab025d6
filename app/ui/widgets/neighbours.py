"""The three nearest entries beside the one under review: what they say that not all say."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.review.likeness import Clause, Neighbour
from app.ui.icons import pixmap
from app.ui.models.roles import VerdictState
from app.ui.scheme import current_scheme, scaled
from app.ui.text import tr, trn
from app.ui.widgets.caption_layout import CaptionType
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.marked_text import Change, ChangedSpan, MarkedText
from app.ui.widgets.verdict_marks import VERDICT_ICONS, verdict_text

SIDE = 128
"""Of the thumbnails, in logical pixels."""
LEAST_HEIGHT, WHOLE_HEIGHT = 480, 600
"""Of three rows, and of all; where there is less the sentence below them goes."""
NEIGHBOUR_TYPE = CaptionType(12, 17)


@dataclass(frozen=True, slots=True)
class NeighbourRow:
    """Everything that is shown of one neighbour."""

    neighbour: Neighbour
    name: str
    clauses: tuple[Clause, ...]
    state: VerdictState
    thumbnail: QPixmap | None


class _Row(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = QLabel(self)
        self._picture.setFixedSize(QSize(SIDE, SIDE))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._name = Label(Type.SMALL, parent=self)
        self._state = QLabel(self)
        self._words = MarkedText(NEIGHBOUR_TYPE, self)
        self._measure = Label(Type.TINY, parent=self)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._state)
        column = QVBoxLayout()
        column.setSpacing(scaled(4))
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._measure)
        column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_row(self, shown: NeighbourRow, *, beside: bool) -> None:
        self._picture.setPixmap(shown.thumbnail or QPixmap())
        self._name.setText(tr("{name} (beside)", name=shown.name) if beside else shown.name)
        icon, token = VERDICT_ICONS[shown.state]
        colour = getattr(current_scheme(), token)
        self._state.setPixmap(pixmap(icon, colour, 16, self.devicePixelRatioF()))
        self._state.setToolTip(verdict_text(2, shown.state))
        self._state.setAccessibleName(verdict_text(2, shown.state))
        text, marked = "", []
        for clause in shown.clauses:
            text += ", " if text else ""
            marked += [
                ChangedSpan(len(text) + start, len(text) + end, Change.ADDED)
                for start, end in clause.marked
            ]
            text += clause.text
        self._words.show_text(text or tr("says the same"), changes=marked)
        near = shown.neighbour
        measured = tr("words {words:.2f} alike", words=near.words)
        if near.light is not None:
            measured = tr(
                "words {words:.2f} alike, light {light} apart",
                words=near.words,
                light=round(near.light),
            )
        self._measure.setText(measured)


class Neighbours(QWidget):
    """Three rows; one of them may lie beside the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._title = Label(Type.HEADING, parent=self)
        self._hint = Label(Type.QUIET, parent=self)
        self._rows = [_Row(self) for _ in range(3)]
        self._line = Line(self)
        self._together = Label(Type.QUIET, parent=self, wrap=True)
        head = QHBoxLayout()
        head.setSpacing(scaled(10))
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(32), scaled(28), scaled(24), scaled(24))
        column.setSpacing(scaled(24))
        column.addLayout(head)
        for row in self._rows:
            column.addWidget(row)
        column.addWidget(self._line)
        column.addWidget(self._together)
        column.addStretch(1)
        self._retranslate()

    def show_rows(self, rows: Sequence[NeighbourRow], beside: int | None) -> None:
        """Show these; `beside` is the number of the one whose picture lies beside."""
        for number, widget in enumerate(self._rows):
            widget.setVisible(number < len(rows))
            if number < len(rows):
                widget.show_row(rows[number], beside=number == beside)
        self._hint.setVisible(bool(rows))
        if rows:
            least = f"{min(row.neighbour.words for row in rows):.2f}"
            count = len(rows) + 1
            text = trn("These %n share at least {share} of their words.", count, share=least)
            self._together.setText(text)
        else:
            self._together.setText("")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """A low window has no room for the sentence below the rows."""
        return QSize(super().minimumSizeHint().width(), scaled(LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The sentence is shown where it has room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = bool(self._together.text()) and self.height() >= scaled(WHOLE_HEIGHT)
        self._line.setVisible(shown)
        self._together.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(tr("Neighbours"))
        self._hint.setText(tr("words that all share are left out"))
