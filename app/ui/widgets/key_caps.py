"""Key caps: the key of an action, where the action stands."""

from PySide6.QtCore import QKeyCombination, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPen

from app.ui.scheme import Scheme, scaled
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
    for key, arrow in _ARROWS.items():
        name = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        if text == name or text.endswith("+" + name):
            text = text.removesuffix(name) + arrow
    return text if text.endswith("+") else text.replace("+", " ")


def key_width(text: str) -> int:
    """What a cap takes."""
    return max(words_width(text, 11) + scaled(10), scaled(16))


def paint_key(painter: QPainter, text: str, x: int, room: QRect, scheme: Scheme) -> int:
    """Paint a cap at x, in the middle of the height of `room`; its width."""
    width, height = key_width(text), scaled(16)
    place = QRect(x, room.top() + (room.height() - height) // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(scheme.line2), 1))
    outline = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(outline, scaled(3), scaled(3))
    painter.restore()
    paint_words(painter, text, place, scheme.text2, 11, align=CENTRE)
    return width
