"""The line at the bottom: saving, measuring, and how many findings of each severity there are."""

from collections.abc import Mapping

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.lint.rule import Severity
from app.ui.icons import pixmap
from app.ui.scheme import SEVERITY_ICONS, current_scheme, scaled
from app.ui.text import tr, trn
from app.ui.widgets.labels import Label, Line, Type


class StatusLine(QWidget):
    """Words and numbers only; nothing here is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(scaled(25))
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self._saving = Label(Type.TINY, parent=self)
        self._measuring = Label(Type.TINY, parent=self)
        self._undo = Label(Type.TINY, parent=self)
        self._counts: dict[Severity, tuple[QLabel, Label]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(20)
        for label in (self._saving, self._measuring, self._undo):
            row.addWidget(label)
        row.addStretch()
        for severity in Severity:
            picture, words = QLabel(self), Label(Type.TINY, parent=self)
            picture.setFixedWidth(scaled(12))
            row.addWidget(picture)
            row.addSpacing(-14)
            row.addWidget(words)
            self._counts[severity] = (picture, words)
        self._line = Line(self)
        self.restyle()
        self.clear()

    def restyle(self) -> None:
        """Take the icons of the scheme that is on."""
        for severity, (picture, _) in self._counts.items():
            name, token = SEVERITY_ICONS[severity]
            colour = getattr(current_scheme(), token)
            picture.setPixmap(pixmap(name, colour, 12, self.devicePixelRatioF()))

    def clear(self) -> None:
        """No dataset is open."""
        self._saving.setText(tr("No dataset open"))
        self._measuring.setText("")
        self._undo.setText("")
        for picture, words in self._counts.values():
            picture.hide()
            words.hide()

    def show_saving(self, waiting: int, problem: str) -> None:
        """How many captions are not on disk, and why."""
        if problem:
            self._saving.set_kind(Type.ERROR)
            text = tr(
                "{captions} not saved: {reason}",
                captions=trn("%n captions", waiting),
                reason=problem,
            )
        else:
            self._saving.set_kind(Type.TINY)
            text = (
                trn("%n captions waiting to be saved", waiting)
                if waiting
                else tr("All captions saved")
            )
        self._saving.setText(text)

    def show_measuring(self, measured: int, entries: int) -> None:
        """How many pictures have been measured."""
        self._measuring.setText(
            tr("Measured {measured} of {entries}", measured=measured, entries=entries)
        )

    def show_undo(self, text: str) -> None:
        """What undo would take back."""
        self._undo.setText(tr("Undo: {step}", step=text) if text else "")

    def show_counts(self, counts: Mapping[Severity, int]) -> None:
        """Findings that stand, by severity."""
        texts = {
            Severity.ERROR: trn("%n errors", counts.get(Severity.ERROR, 0)),
            Severity.WARNING: trn("%n warnings", counts.get(Severity.WARNING, 0)),
            Severity.HINT: trn("%n hints", counts.get(Severity.HINT, 0)),
        }
        for severity, (picture, words) in self._counts.items():
            words.setText(texts[severity])
            picture.show()
            words.show()

    def resizeEvent(self, event: object) -> None:
        """The line above stays as wide as the window."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._line.setGeometry(0, 0, self.width(), 1)
