"""A push button that shows its key where it stands; filled for the one thing to do next."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from app.ui.scheme import current_scheme, interface_font, scaled
from app.ui.widgets.key_caps import key_text


class KeyedButton(QPushButton):
    """Text and, framed beside it, the key that does the same. The key itself is an action's."""

    def __init__(
        self, text: str, key: str = "", parent: QWidget | None = None, *, filled: bool = False
    ) -> None:
        super().__init__(text, parent)
        self._key = key_text(QKeySequence(key))
        self.setProperty("filled", filled)
        self.setFont(interface_font(size=12, weight=500 if filled else 400))
        self.setAccessibleName(f"{text} ({self._key})" if self._key else text)

    def sizeHint(self) -> QSize:
        """As wide as words and key need."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        icon = self.iconSize().width() + 6 if not self.icon().isNull() else 0
        key = self._key_width() + scaled(8) if self._key else 0
        return QSize(words + key + icon + scaled(22), scaled(26))

    def minimumSizeHint(self) -> QSize:
        """No narrower: words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The style's bevel, then words and key side by side."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        scheme = current_scheme()
        filled = bool(self.property("filled")) and self.isEnabled()
        words_colour = scheme.on_accent if filled else scheme.text
        if not self.isEnabled():
            words_colour = scheme.text3
        left = scaled(11)
        if not self.icon().isNull():
            size = self.iconSize()
            top = (self.height() - size.height()) // 2
            self.icon().paint(painter, QRect(left, top, size.width(), size.height()))
            left += size.width() + 6
        painter.setFont(self.font())
        painter.setPen(QColor(words_colour))
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, 0, width + 2, self.height()), centre, self.text())
        if self._key:
            self._paint_key(painter, left + width + scaled(8), filled=filled)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(scheme.text if filled else scheme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -3, -3), 3, 3)

    def _paint_key(self, painter: QPainter, left: int, *, filled: bool) -> None:
        scheme = current_scheme()
        height = scaled(16)
        box = QRect(left, (self.height() - height) // 2, self._key_width(), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scheme.on_accent if filled else scheme.line2), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(scheme.on_accent if filled else scheme.text2))
        painter.setFont(interface_font(size=11))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def _key_width(self) -> int:
        return QFontMetrics(interface_font(size=11)).horizontalAdvance(self._key) + scaled(10)
