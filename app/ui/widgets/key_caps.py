"""Key caps: the key of an action, where the action stands."""

from functools import lru_cache

from PySide6.QtCore import QKeyCombination, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.scheme import Scheme, current_scheme, scaled, type_key
from app.ui.widgets.words import CENTRE, paint_words, words_width

_ARROWS = {
    Qt.Key.Key_Up: "↑",
    Qt.Key.Key_Down: "↓",
    Qt.Key.Key_Left: "←",
    Qt.Key.Key_Right: "→",
}


def key_text(keys: QKeySequence | QKeySequence.StandardKey | QKeyCombination | Qt.Key) -> str:
    """A shortcut in the words of this desktop, with blanks for plus signs: "Ctrl Shift D"."""
    sequence = QKeySequence(keys)
    if sequence.isEmpty():
        return ""
    text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    if text.endswith(_native(Qt.Key.Key_Return)):  # one key to a person, two to Qt
        text = text.removesuffix(_native(Qt.Key.Key_Return)) + _native(Qt.Key.Key_Enter)
    for key, arrow in _ARROWS.items():
        name = _native(key)
        if text == name or text.endswith("+" + name):
            text = text.removesuffix(name) + arrow
    return text if text.endswith("+") else text.replace("+", " ")


def _native(key: Qt.Key) -> str:
    return _native_in(key, type_key()[0])


@lru_cache(maxsize=32)
def _native_in(key: Qt.Key, language: str) -> str:
    """Each cap that is painted asks for six; their names are Qt's own in each language."""
    del language  # part of the key only
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def key_width(text: str) -> int:
    """What a cap takes."""
    return max(words_width(text, 11) + scaled(10), scaled(16))


def paint_key(
    painter: QPainter, text: str, x: int, room: QRect, scheme: Scheme, *, filled: bool = False
) -> int:
    """Paint a cap at x, in the middle of the height of `room`; its width. `filled`: on accent."""
    ink, outline = (scheme.on_accent,) * 2 if filled else (scheme.text2, scheme.line2)
    width, height = key_width(text), scaled(16)
    place = QRect(x, room.top() + (room.height() - height) // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(outline), 1))
    edge = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(edge, scaled(3), scaled(3))
    painter.restore()
    paint_words(painter, text, place, ink, 11, align=CENTRE)
    return width


class KeyCap(QWidget):
    """A cap that stands by itself, beside words that say what the key does."""

    def __init__(self, key: str | QKeySequence.StandardKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_key(key)

    def show_key(self, key: str | QKeySequence.StandardKey) -> None:
        """Show another key."""
        self._text = key_text(QKeySequence(key))
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """What the cap takes."""
        return QSize(key_width(self._text), scaled(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cap in the colours of the scheme that is on."""
        del event
        painter = QPainter(self)
        paint_key(painter, self._text, 0, self.rect(), current_scheme())
        painter.end()
