"""A line of keys with what each does, painted: the lower right of the review."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.scheme import current_scheme, scaled
from app.ui.widgets.key_caps import key_width, paint_key
from app.ui.widgets.words import paint_words, words_width

_GAP = 16
Hint = tuple[tuple[str, ...], str]
"""Key caps, and what they do."""


class KeyLine(QWidget):
    """Hints from right to left; those that do not fit at the left are left out whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: Sequence[Hint] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Show these, the most important one last."""
        self._hints = hints
        self.setAccessibleName("; ".join(f"{' '.join(keys)}: {words}" for keys, words in hints))
        self.update()

    def sizeHint(self) -> QSize:
        """Of one hint; it takes what it gets."""
        return QSize(scaled(120), scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """As many whole hints as fit."""
        del event
        painter = QPainter(self)
        scheme = current_scheme()
        right = self.width()
        for keys, words in reversed(self._hints):
            wide = sum(key_width(key) + scaled(4) for key in keys) + words_width(words, 12)
            left = right - wide
            if left < 0:
                break
            x = left
            for key in keys:
                x += paint_key(painter, key, x, self.rect(), scheme) + scaled(4)
            room = QRect(x, 0, right - x, self.height())
            paint_words(painter, words, room, scheme.text2, 12)
            right = left - scaled(_GAP)
