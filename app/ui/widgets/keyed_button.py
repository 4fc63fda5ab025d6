"""A push button that shows its key where it stands; filled for the one thing to do next."""

from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from app.ui.scheme import current_scheme, interface_font, scaled
from app.ui.widgets.key_caps import key_text, key_width, paint_key
from app.ui.widgets.stamps import stamp


@dataclass(frozen=True, slots=True)
class _Measures:
    """In pixels at the base size."""

    height: int
    padding: int
    gap: int
    """Between icon, words and key."""
    words: int
    """Size of the letters."""


class Build(Enum):
    """How much room a button has: in a list, in a bar or dialog, or as the main act of a page."""

    LOW = _Measures(24, 9, 8, 12)
    CONTROL = _Measures(28, 12, 8, 13)
    MAIN = _Measures(36, 18, 12, 13)


FLAT_PADDING = 6
ALONE_PADDING = 9
"""Beside an icon without words."""
LEAST = 96
"""Width of a button whose words may be cut."""


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
        build: Build = Build.CONTROL,
    ) -> None:
        super().__init__(text, parent)
        self._key = ""
        self._shrinks = False
        self._flush = False
        self._ground = ""
        self._measures = build.value
        self.setProperty("filled", filled)
        self.setFlat(flat)
        self.setFont(interface_font(size=self._measures.words, weight=500 if filled else 400))
        self.setAccessibleName(text)
        self.set_words(text, key)

    def let_shrink(self) -> None:
        """In a narrow place the words are cut; they are in the tool tip then."""
        self._shrinks = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def begin_flush(self) -> None:
        """Words without an outline begin where the lines above them do."""
        self._flush = True
        self.updateGeometry()

    def stand_on(self, token: str) -> None:
        """Say what one colour lies behind it: then it is painted once, and stamped from then on."""
        if token != self._ground:
            self._ground = token
            self.update()

    def set_words(self, text: str, key: str = "") -> None:
        """Say something else, or show another key."""
        key_words = key_text(QKeySequence(key))
        if (text, key_words) == (self.text(), self._key):
            return
        self._key = key_words
        self.setText(text)
        self.setAccessibleName(f"{text} ({self._key})" if self._key else text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as words, icon and key need."""
        padding = FLAT_PADDING if self.isFlat() else self._measures.padding
        width = self._content_width(self._key)
        if not self.text() and not self._key:
            padding = ALONE_PADDING
        sides = 1 if self._flush else 2
        return QSize(width + sides * scaled(padding), scaled(self._measures.height))

    def minimumSizeHint(self) -> QSize:
        """No narrower: words are cut only where that was allowed."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), scaled(LEAST)), hint.height()) if self._shrinks else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is cut is in the tool tip."""
        super().resizeEvent(event)
        if self._shrinks:
            self.setToolTip(self.text() if self.width() < self.sizeHint().width() else "")

    def _shown_key(self) -> str:
        """No key is shown that does nothing now; its room stays."""
        return self._key if self.isEnabled() else ""

    def _content_width(self, key: str) -> int:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        icon = 0 if self.icon().isNull() else self.iconSize().width()
        cap = key_width(key) if key else 0
        parts = [part for part in (icon, words, cap) if part]
        return sum(parts) + scaled(self._measures.gap) * max(len(parts) - 1, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style's bevel, then icon, words and key side by side, in the middle."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter, scheme = QPainter(self), current_scheme()
        if self._ground:
            # The stubs of PySide know none of the fields of an option.
            state, features = option.state, option.features  # pyright: ignore[reportAttributeAccessIssue]
            words = self.text(), self._shown_key(), self.font().key(), self._flush
            icon = self.icon().cacheKey()
            look = (
                "button",
                *words,
                icon,
                bool(self.property("filled")),
                state.value,
                features.value,
            )
            ground = getattr(scheme, self._ground)
            paint = partial(self._paint, option)
            stamp(painter, self.rect(), scheme, ground, look, paint)
        else:
            self._paint(option, painter, self.rect())
        painter.end()

    def _paint(self, option: QStyleOptionButton, painter: QPainter, room: QRect) -> None:
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        scheme = current_scheme()
        filled = bool(self.property("filled")) and self.isEnabled()
        ink = scheme.on_accent if filled else scheme.text2 if self.isFlat() else scheme.text
        if not self.isEnabled():
            ink = scheme.text3
        key = self._shown_key()
        around = 0 if self._flush else 2 * scaled(4)
        cut = max(self._content_width(key) + around - self.width(), 0)
        left = 0 if self._flush else (self.width() - self._content_width(key) + cut) // 2
        if not self.icon().isNull():
            size = self.iconSize()
            top = (self.height() - size.height()) // 2
            self.icon().paint(painter, QRect(left, top, size.width(), size.height()))
            left += size.width() + scaled(self._measures.gap)
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text())
        words = self.text()
        if cut:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - cut)
            width -= cut
        centre = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, 0, width + 2, self.height()), centre, words)
        if key:
            left += width + scaled(self._measures.gap) if width else 0
            paint_key(painter, key, left, room, scheme, filled=filled)
