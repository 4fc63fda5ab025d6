"""Text to be read, not typed in: a caption with its underlines, and words that were changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.difference import words_changed
from app.ui.scheme import Scheme, current_scheme, type_key
from app.ui.text_marks import UnderlinedSpan, marks_of, paint_marks, utf16_offset, washes
from app.ui.widgets.caption_layout import (
    LINE_SEPARATOR,
    CaptionType,
    caption_option,
    place_lines,
)

_CONTEXT = 36
"""Letters beside a change that are worth reading again."""
ELLIPSIS = "… "


class Change(Enum):
    """What happened to a stretch of words."""

    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ChangedSpan:
    """Words at `text[start:end]` (code points) that were added or removed."""

    start: int
    end: int
    change: Change


class _WrappedWords(QWidget):
    """As wide as there is room, as high as its words then need."""

    def __init__(self, caption_type: CaptionType, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._type = caption_type
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow another text size or scheme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
            self.update()


class MarkedText(_WrappedWords):
    """Painted text in lines of one height; as high as its words need."""

    def __init__(
        self, caption_type: CaptionType, parent: QWidget | None = None, *, token: str = "text"
    ) -> None:
        super().__init__(caption_type, parent)
        self._token = token
        self._text = ""
        self._spans: tuple[UnderlinedSpan, ...] = ()
        self._changes: tuple[ChangedSpan, ...] = ()

    def show_text(
        self,
        text: str,
        spans: Iterable[UnderlinedSpan] = (),
        changes: Iterable[ChangedSpan] = (),
    ) -> None:
        """Show a text with its terms and changes."""
        self._text = text.replace("\n", LINE_SEPARATOR)
        self._spans = tuple(spans)
        self._changes = tuple(_without_blanks(text, change) for change in changes)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_caption_type(self, caption_type: CaptionType) -> None:
        """Show the text in another size."""
        if caption_type != self._type:
            self._type = caption_type
            self.updateGeometry()
            self.update()

    def heightForWidth(self, width: int) -> int:
        """All lines, and room for the wave below the last one."""
        return _height(self._text, self._type, width)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, self._type.pitch + 4)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Text and washes, then the underlines."""
        scheme = current_scheme()
        layout = _laid_out(self._text, self._type, self.width())
        place_lines(layout, self._type.font(), self._type.pitch)
        marks = marks_of(self._text, self._spans)
        painter = QPainter(self)
        painter.setPen(scheme.colour(self._token))
        formats = _formats(self._text, self._changes, scheme)
        layout.draw(painter, QPointF(0, 0), [*washes(marks, scheme), *formats])
        paint_marks(painter, layout, QPointF(0, 0), marks, scheme)


def _laid_out(text: str, caption_type: CaptionType, width: int) -> QTextLayout:
    layout = QTextLayout(text, caption_type.font())
    layout.setTextOption(caption_option())
    layout.setCacheEnabled(True)  # whoever keeps it draws the letters as they were shaped
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
    layout.endLayout()
    return layout


def _height(text: str, caption_type: CaptionType, width: int) -> int:
    """All lines, and room for the wave below the last one."""
    return _laid_out(text, caption_type, width).lineCount() * caption_type.pitch + 4


def _formats(
    text: str, changes: Iterable[ChangedSpan], scheme: Scheme
) -> list[QTextLayout.FormatRange]:
    formats: list[QTextLayout.FormatRange] = []
    for span in changes:
        look = QTextCharFormat()
        if span.change is Change.ADDED:
            look.setBackground(QColor(scheme.added))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(QColor(scheme.accent))
        else:
            look.setBackground(QColor(scheme.removed))
            look.setForeground(QColor(scheme.text2))
            look.setFontStrikeOut(True)
        one = QTextLayout.FormatRange()
        one.start = utf16_offset(text, span.start)
        one.length = utf16_offset(text, span.end) - one.start
        one.format = look
        formats.append(one)
    return formats


@dataclass(frozen=True, slots=True)
class ShownChange:
    """Two texts as they are put one above the other, shortened where they agree."""

    before: str
    after: str
    removed: tuple[ChangedSpan, ...]
    added: tuple[ChangedSpan, ...]
    places: int


GAP = "\N{THIN SPACE}"
"""Between what went and what came in its place: two words must not read as one."""


def whole_change(before: str, after: str) -> tuple[str, tuple[ChangedSpan, ...]]:
    """The later text whole, with what was taken out of the earlier one in its place."""
    text = ""
    spans: list[ChangedSpan] = []
    for piece in words_changed(before, after):
        if piece.before == piece.after:
            text += piece.after
            continue
        for words, change in ((piece.before, Change.REMOVED), (piece.after, Change.ADDED)):
            if words:
                if change is Change.ADDED and piece.before and not text[-1].isspace():
                    text += GAP
                spans.append(ChangedSpan(len(text), len(text) + len(words), change))
                text += words
    return text, tuple(spans)


def _without_blanks(text: str, change: ChangedSpan) -> ChangedSpan:
    """Words are struck out or underlined, not the blanks around them."""
    words = text[change.start : change.end]
    if not words.strip():
        return change
    start = change.start + len(words) - len(words.lstrip())
    return ChangedSpan(start, start + len(words.strip()), change.change)


def shown_change(before: str, after: str) -> ShownChange:
    """What differs between two captions, with a few words around each place."""
    pieces = words_changed(before, after)
    old, new = "", ""
    removed: list[ChangedSpan] = []
    added: list[ChangedSpan] = []
    places = 0
    for number, piece in enumerate(pieces):
        if piece.before == piece.after:
            short = _shortened(piece.after, first=not number, last=number == len(pieces) - 1)
            old, new = old + short, new + short
            continue
        places += 1
        if piece.before:
            removed.append(ChangedSpan(len(old), len(old) + len(piece.before), Change.REMOVED))
        if piece.after:
            added.append(ChangedSpan(len(new), len(new) + len(piece.after), Change.ADDED))
        old, new = old + piece.before, new + piece.after
    return ShownChange(old, new, tuple(removed), tuple(added), places)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    if len(text) <= (_CONTEXT if first or last else 2 * _CONTEXT):
        return text
    head = "" if first else text[:_CONTEXT].rsplit(" ", 1)[0]
    tail = "" if last else text[-_CONTEXT:].split(" ", 1)[-1]
    before = " " if head else ""
    return f"{head}{before}{ELLIPSIS}{tail}" if tail else f"{head}\u00a0…"  # never alone on a line


def difference_height(shown: ShownChange, caption_type: CaptionType, width: int) -> int:
    """What `paint_difference` needs at a width, in device-independent pixels."""
    inner = width - _indent(caption_type)
    sides = (_lines_of(text, caption_type, inner, type_key()) for text in _sides(shown))
    return sum(layout.lineCount() * caption_type.pitch + 4 for layout in sides)


def paint_difference(
    painter: QPainter, shown: ShownChange, caption_type: CaptionType, room: QRect
) -> None:
    """What was there, struck out, above what is there now; each with its sign.

    Which text is which is also said by the sign, never by colour alone.
    """
    scheme, indent, top = current_scheme(), _indent(caption_type), room.top()
    sides = (
        ("−", "text2", shown.before, shown.removed),
        ("+", "accent", shown.after, shown.added),
    )
    for words, (sign, token, text, changes) in zip(_sides(shown), sides, strict=True):
        painter.setFont(caption_type.font())
        painter.setPen(scheme.colour(token))
        line = QRect(room.left(), top, indent, caption_type.pitch)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, sign)
        layout = _lines_of(words, caption_type, room.width() - indent, type_key())
        painter.setPen(scheme.colour("text"))
        changed = [_without_blanks(text, change) for change in changes]
        layout.draw(painter, QPointF(room.left() + indent, top), _formats(words, changed, scheme))
        top += layout.lineCount() * caption_type.pitch + 4


def _sides(shown: ShownChange) -> tuple[str, str]:
    before, after = (one.replace("\n", LINE_SEPARATOR) for one in (shown.before, shown.after))
    return before, after


@lru_cache(maxsize=64)
def _lines_of(
    text: str, caption_type: CaptionType, width: int, letters: tuple[str, int]
) -> QTextLayout:
    """Measured when it comes into sight, painted then and with every tick and key after."""
    del letters  # part of the key only
    layout = _laid_out(text, caption_type, width)
    place_lines(layout, caption_type.font(), caption_type.pitch)
    return layout


def _indent(caption_type: CaptionType) -> int:
    return round(caption_type.pitch * 0.9)


class ChangeView(_WrappedWords):
    """One difference, as high as its words need."""

    def __init__(self, caption_type: CaptionType, parent: QWidget | None = None) -> None:
        super().__init__(caption_type, parent)
        self._shown = ShownChange("", "", (), (), 0)

    def show_change(self, shown: ShownChange) -> None:
        """Show a difference."""
        self._shown = shown
        self.setAccessibleName(f"− {shown.before}\n+ {shown.after}")
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Both texts."""
        return difference_height(self._shown, self._type, width)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(160, 2 * self._type.pitch)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Signs and words."""
        paint_difference(QPainter(self), self._shown, self._type, self.rect())
