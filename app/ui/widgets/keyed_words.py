"""A sentence with key caps in it, broken into lines like any other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, QTextBoundaryFinder
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.scheme import current_scheme, scaled
from app.ui.text_marks import code_point_offset
from app.ui.widgets.key_caps import key_text, key_width, paint_key
from app.ui.widgets.labels import Type
from app.ui.widgets.words import paint_words, words_width

PITCH = 20
_FIRST = 0xE000
"""Of the letters for private use: they stand for the caps while a sentence is translated."""


def cap(number: int) -> str:
    """What stands in a sentence where the cap of that number shall be."""
    return chr(_FIRST + number)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or a key, in a line."""

    text: str
    is_key: bool
    left: int
    width: int
    line: int


class KeyedWords(QWidget):
    """Quiet words; the keys that they speak of are drawn as caps."""

    def __init__(self, kind: Type, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, _, self._token = kind.value
        self._text = ""
        self._keys: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, text: str, keys: Sequence[str] = ()) -> None:
        """Show a sentence; `cap(0)`, `cap(1)` in it are where the first and second key stand."""
        self._text = text
        self._keys = tuple(key_text(QKeySequence(key)) for key in keys)
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The sentence with its keys, for readers of screens."""
        said = self._text
        for number, key in enumerate(self._keys):
            said = said.replace(cap(number), key)
        return said

    def pieces(self, width: int) -> tuple[Piece, ...]:
        """Words and caps, each with its line and place."""
        found: list[Piece] = []
        line = left = 0
        run = ""  # the words behind `left`, to be measured as a whole
        for part, is_key in self._parts():
            if is_key and run:
                gap = 4 if run.endswith(" ") else 2
                left, run = left + words_width(run.rstrip(" "), self._size) + scaled(gap), ""
            words = part if is_key else (run + part).rstrip(" ")
            wide = key_width(words) if is_key else words_width(words, self._size)
            if (left or run) and left + wide > width:
                line, left, run = line + 1, 0, ""
                words = part if is_key else part.rstrip(" ")
                wide = key_width(words) if is_key else words_width(words, self._size)
            if run:
                found.pop()
            found.append(Piece(words, is_key, left, wide, line))
            run = "" if is_key else run + part
            if is_key:
                left += wide + scaled(4)
        return tuple(found)

    def _parts(self) -> list[tuple[str, bool]]:
        """What stays together: caps, and words up to where a line may end."""
        found: list[tuple[str, bool]] = []
        run = ""
        for letter in self._text:
            number = ord(letter) - _FIRST
            if 0 <= number < len(self._keys):
                found += [(part, False) for part in _breakable(run)]
                found.append((self._keys[number], True))
                run = ""
            else:
                run += letter
        return found + [(part, False) for part in _breakable(run)]

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of the lines at that width."""
        found = self.pieces(width)
        return scaled(PITCH) * (found[-1].line + 1 if found else 1)

    def sizeHint(self) -> QSize:
        """All of it on one line."""
        found = self.pieces(1_000_000)
        return QSize(found[-1].left + found[-1].width if found else 0, scaled(PITCH))

    def minimumSizeHint(self) -> QSize:
        """It can be narrow."""
        return QSize(0, scaled(PITCH))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size is another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """In the colours of the scheme that is on."""
        del event
        painter, scheme = QPainter(self), current_scheme()
        found = self.pieces(self.width())
        lines = found[-1].line + 1 if found else 0
        top = max((self.height() - lines * scaled(PITCH)) // 2, 0)
        for one in found:
            room = QRect(one.left, top + one.line * scaled(PITCH), one.width, scaled(PITCH))
            if one.is_key:
                paint_key(painter, one.text, one.left, room, scheme)
            else:
                ink = getattr(scheme, self._token)
                paint_words(painter, one.text, room, ink, self._size)
        painter.end()


def _breakable(words: str) -> list[str]:
    """Cut where a line may end; blanks at the start go with the cap before them."""
    words = words.lstrip(" ")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, words)
    found: list[str] = []
    start = 0
    while (end := finder.toNextBoundary()) >= 0:
        place = code_point_offset(words, end)
        found.append(words[start:place])
        start = place
    return [part for part in found if part]
