"""A push button that shows its key where it stands; filled for the one thing to do next."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from app.ui.scheme import current_scheme, interface_font, scaled
from app.ui.widgets.key_caps import key_text, key_width, paint_key

_GAP = 8


class KeyedButton(QPushButton):
    """Text and, framed beside it, the key that does the same. The key itself is an action's."""

    def __init__(
        self,
        text: str,
        key: str = "",
        parent: QWidget | None = None,
        *,
        filled: bool = False,
        flat: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._key = ""
        self.setProperty("filled", filled)
        self.setFlat(flat)
        self.setFont(interface_font(size=12, weight=500 if filled else 400))
        self.set_words(text, key)

    def set_words(self, text: str, key: str = "") -> None:
        """Say something else, or show another key."""
        self._key = key_text(QKeySequence(key))
        self.setText(text)
        self.setAccessibleName(f"{text} ({self._key})" if self._key else text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as words, icon and key need."""
        return QSize(self._content_width() + 2 * scaled(6 if self.isFlat() else 11), scaled(26))

    def minimumSizeHint(self) -> QSize:
        """No narrower: words are never cut."""
        return self.sizeHint()

    def _content_width(self) -> int:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        icon = 0 if self.icon().isNull() else self.iconSize().width()
        key = key_width(self._key) if self._key else 0
        parts = [part for part in (icon, words, key) if part]
        return sum(parts) + scaled(_GAP) * max(len(parts) - 1, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's bevel, then icon, words and key side by side, in the middle."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        scheme = current_scheme()
        filled = bool(self.property("filled")) and self.isEnabled()
        ink = scheme.on_accent if filled else scheme.text2 if self.isFlat() else scheme.text
        if not self.isEnabled():
            ink = scheme.text3
        left = (self.width() - self._content_width()) // 2
        if not self.icon().isNull():
            size = self.iconSize()
            top = (self.height() - size.height()) // 2
            self.icon().paint(painter, QRect(left, top, size.width(), size.height()))
            left += size.width() + scaled(_GAP)
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, 0, width + 2, self.height()), centre, self.text())
        if self._key:
            left += width + scaled(_GAP) if width else 0
            paint_key(painter, self._key, left, self.rect(), scheme, filled=filled)
        painter.end()
