"""The chip of a finding that was let stand: a dashed outline, a tick, and what it stands on."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.icons import paint_icon
from app.ui.scheme import colour_of, current_scheme, scaled
from app.ui.widgets.words import paint_words, words_width

HEIGHT, ICON = 20, 14
DASHES = (3, 2)


class StoodChip(QWidget):
    """As wide as its words, or cut where there is less room; all of them are in its tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str) -> None:
        """Say something else."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self._explain()
            self.update()

    def sizeHint(self) -> QSize:
        """All its words."""
        around = scaled(4) + scaled(ICON) + scaled(4) + scaled(8)
        return QSize(around + words_width(self._text, 12), scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It can be cut."""
        return QSize(min(self.sizeHint().width(), scaled(96)), scaled(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The tool tip is there exactly when something is cut."""
        super().resizeEvent(event)
        self._explain()

    def _explain(self) -> None:
        self.setToolTip(self._text if self.width() < self.sizeHint().width() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Outline, tick and words."""
        del event
        painter, scheme = QPainter(self), current_scheme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour_of(scheme.line2), 1)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, scaled(3), scaled(3))
        left, size = scaled(4), scaled(ICON)
        paint_icon(painter, "tick", scheme.text2, left, (self.height() - size) // 2, size)
        left += size + scaled(4)
        room = QRect(left, 0, self.width() - left - scaled(8), self.height())
        paint_words(painter, self._text, room, scheme.text, 12)
        painter.end()
