"""The line at the bottom: saving, measuring, and how many findings of each severity there are."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.lint.rule import Severity
from app.ui.scheme import SEVERITY_ICONS, current_scheme, scaled
from app.ui.text import tr, trn
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.key_caps import key_text
from app.ui.widgets.labels import Pictogram, Type
from app.ui.widgets.steady import Steady


class StatusLine(Steady):
    """Words and numbers only; nothing here is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(scaled(25))
        self._mark = Pictogram("tick", "accent", self, size=12)
        self._saving = FewLines(Type.TINY, self)
        self._measuring = FewLines(Type.TINY, self)
        self._undo = FewLines(Type.TINY, self)
        self._keys = FewLines(Type.TINY, self)
        self._counts: dict[Severity, FewLines] = {}
        self._signs: dict[Severity, Pictogram] = {}
        inner = QWidget(self)
        row = QHBoxLayout(inner)
        row.setContentsMargins(16, 2, 16, 0)
        row.setSpacing(scaled(6))
        row.addWidget(self._mark)
        for label in (self._saving, self._measuring, self._undo):
            row.addWidget(label)
            row.addSpacing(scaled(12))
        row.addStretch(1)
        row.addWidget(self._keys)
        self._findings = QWidget(self)
        counts = QHBoxLayout(self._findings)
        counts.setContentsMargins(0, 0, 0, 0)
        counts.setSpacing(scaled(6))
        for severity in Severity:
            name, token = SEVERITY_ICONS[severity]
            picture, words = Pictogram(name, token, self, size=12), FewLines(Type.TINY, self)
            counts.addSpacing(scaled(10))
            counts.addWidget(picture)
            counts.addWidget(words)
            self._counts[severity] = words
            self._signs[severity] = picture
        row.addWidget(self._findings)
        self.hold(inner)
        self.clear()

    def restyle(self) -> None:
        """Paint in the colours of the scheme that is on."""
        self.update()

    def clear(self) -> None:
        """No dataset is open."""
        self._mark.hide()
        helps = tr("{key} help", key=key_text(QKeySequence("F1")))
        settings = tr("{key} settings", key=key_text(QKeySequence("Ctrl+,")))
        self._keys.set_text(f"{helps}\N{EM SPACE}{settings}")
        self._keys.show()
        self._saving.set_text(tr("No dataset open"))
        self._measuring.set_text("")
        self._undo.set_text("")
        self._findings.hide()

    def show_saving(self, waiting: int, problem: str) -> None:
        """How many captions are not on disk, and why; with none the reason why none may be."""
        if problem and not waiting:
            self._saving.set_kind(Type.WARNING)
            text = problem
        elif problem:
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
        if problem:
            self._mark.show_icon(*(("error", "error") if waiting else ("lock", "warning")))
        else:
            self._mark.show_icon("dot" if waiting else "tick", "accent")
        self._mark.show()
        self._keys.hide()
        self._saving.set_text(text)

    def saving_text(self) -> str:
        """What it says of saving now."""
        return self._saving.text()

    def show_measuring(self, measured: int, entries: int) -> None:
        """How many pictures have been measured."""
        self._measuring.set_text(
            tr("Measured {measured} of {entries}", measured=measured, entries=entries)
        )

    def show_undo(self, text: str) -> None:
        """What undo would take back."""
        self._undo.set_text(tr("Undo: {step}", step=text) if text else "")

    def show_counts(self, counts: Mapping[Severity, int]) -> None:
        """Findings that stand, by severity."""
        texts = {
            Severity.ERROR: trn("%n errors", counts.get(Severity.ERROR, 0)),
            Severity.WARNING: trn("%n warnings", counts.get(Severity.WARNING, 0)),
            Severity.HINT: trn("%n hints", counts.get(Severity.HINT, 0)),
        }
        for severity, words in self._counts.items():
            words.set_text(texts[severity])
            name, token = SEVERITY_ICONS[severity]
            # What there is none of is quiet.
            self._signs[severity].show_icon(name, token if counts.get(severity) else "text3")
        self._findings.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of bars, and a line above."""
        del event
        painter, scheme = QPainter(self), current_scheme()
        painter.fillRect(self.rect(), QColor(scheme.bar))
        painter.fillRect(0, 0, self.width(), 1, QColor(scheme.line))
        painter.end()
