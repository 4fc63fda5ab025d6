"""Lines of a trainer's file: a gutter for number and sign, washes, and each line explained."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip, QVBoxLayout, QWidget

from app.export.toml_difference import Line as TomlLine
from app.export.toml_difference import Sign
from app.export.toml_hint import Hint, hint
from app.ui.scheme import current_scheme, mono_font, scaled
from app.ui.text import say, tr
from app.ui.widgets.caption_layout import CaptionType
from app.ui.widgets.even_lines import EvenLines
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.labels import Type

LINES = CaptionType(12, 20)
ABOVE = 6
"""Pixels above the words of a hint."""


class TomlText(QPlainTextEdit):
    """Read-only lines with a gutter for number and sign, and a wash on what differs.

    The keyboard walks through the lines; `explained` says what the one under the cursor means.
    """

    explained = Signal(object)
    """Hint | None, for the line that the cursor came to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[TomlLine, ...] = ()
        self._gutter = _Gutter(self)
        self._use_even_lines()
        self._tones = TomlTones(self.document())
        self._explains = True
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.updateRequest.connect(self._scroll_gutter)
        self.cursorPositionChanged.connect(self._come_to_line)
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)

    def _use_even_lines(self) -> None:
        document = QTextDocument(self)
        # Kept here: the document owns it, but PySide would free it with its last Python name.
        self._even = EvenLines(document, LINES)
        document.setDocumentLayout(self._even)
        document.setDocumentMargin(0)
        document.setDefaultFont(mono_font())
        self.setFont(mono_font())
        self.setDocument(document)

    def show_lines(self, lines: tuple[TomlLine, ...], *, explains: bool = True) -> None:
        """Show these; the same lines again change nothing, and the cursor stays in its line.

        `explains`: they are a data.toml, whose keys are known.
        """
        if lines == self._lines and explains == self._explains:
            return
        number = self.textCursor().blockNumber()
        self._lines = lines
        self._explains = explains
        self.setPlainText("\n".join(line.text for line in lines))
        self.go_to_line(number)
        self._come_to_line()

    def go_to_line(self, number: int) -> None:
        """Put the cursor into the line of that number, from 0."""
        cursor = self.textCursor()
        cursor.setPosition(self.document().findBlockByNumber(number).position())
        if number < self.document().blockCount():
            self.setTextCursor(cursor)

    def hint_of(self, number: int) -> Hint | None:
        """What the line of that number, from 0, means."""
        if not self._explains or not 0 <= number < len(self._lines):
            return None
        return hint(self._lines[number].text)

    def _come_to_line(self) -> None:
        self.explained.emit(self.hint_of(self.textCursor().blockNumber()))
        self.restyle()

    def event(self, event: QEvent) -> bool:
        """The key under the mouse says what it means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.viewport().mapFrom(self, event.pos())
            found = self.hint_of(self.cursorForPosition(place).blockNumber())
            QToolTip.showText(event.globalPos(), hint_text(found) if found else "", self)
            return True
        return super().event(event)

    def restyle(self) -> None:
        """Wash what differs in the colours of the scheme that is on."""
        selections: list[QTextEdit.ExtraSelection] = []
        for number, line in enumerate(self._lines):
            if line.sign is not Sign.REMOVED:
                continue
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document().findBlockByNumber(number))
            selection.cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            selection.format.setFontStrikeOut(True)
            selections.append(selection)
        self.setExtraSelections(selections)
        self._tones.rehighlight()
        self.viewport().update()
        self._gutter.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Washes over the whole width and height of a line; Qt's own would be as low as a font."""
        painter = QPainter(self.viewport())
        for number, room in self._in_sight(event.rect(), self.viewport().width()):
            self._wash(painter, number, room)
        painter.end()
        super().paintEvent(event)

    def _wash(self, painter: QPainter, number: int, room: QRect) -> None:
        scheme = current_scheme()
        washes = {Sign.ADDED: scheme.added, Sign.REMOVED: scheme.removed}
        colour = washes.get(self._lines[number].sign)
        if colour is None and self._is_current(number):
            colour = scheme.selected
        if colour is not None:
            painter.fillRect(room, QColor(colour))

    def _is_current(self, number: int) -> bool:
        """The line is the one that is explained below."""
        here = number == self.textCursor().blockNumber()
        return here and self.hint_of(number) is not None

    def _in_sight(self, area: QRect, width: int) -> Iterator[tuple[int, QRect]]:
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top < area.bottom() and block.blockNumber() < len(self._lines):
            height = self.blockBoundingRect(block).height()
            yield block.blockNumber(), QRect(0, round(top), width, round(height))
            top += height
            block = block.next()

    def changeEvent(self, event: QEvent) -> None:
        """Take the washes and tones of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()

    def gutter_width(self) -> int:
        """Logical pixels for number and sign."""
        return scaled(60)

    def paint_gutter(self, painter: QPainter, area: QRect) -> None:
        """Numbers and signs of the lines in sight."""
        scheme = current_scheme()
        painter.fillRect(area, QColor(scheme.field))
        painter.setFont(self.font())
        middle = Qt.AlignmentFlag.AlignVCenter
        for at, room in self._in_sight(area, self.gutter_width()):
            line = self._lines[at]
            self._wash(painter, at, room)
            if self._is_current(at):
                bar = QRect(0, room.top(), scaled(3), room.height())
                painter.fillRect(bar, QColor(scheme.accent))
            number = "" if line.sign is Sign.REMOVED else str(line.number)
            painter.setPen(QColor(scheme.text2))
            box = QRect(0, room.top(), scaled(34), room.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, number)
            painter.setPen(QColor(scheme.text))
            box = QRect(scaled(40), room.top(), scaled(14), room.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | middle, line.sign.value)

    def _scroll_gutter(self, _: QRect, pixels: int) -> None:
        if pixels:
            self._gutter.scroll(0, pixels)
        self._gutter.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter as high as the text."""
        super().resizeEvent(event)
        box = self.contentsRect()
        self._gutter.setGeometry(box.left(), box.top(), self.gutter_width(), box.height())


class TomlTones(QSyntaxHighlighter):
    """Values in the accent, remarks quiet, keys as they are."""

    def highlightBlock(self, text: str) -> None:
        """One line: what stands behind its first equals sign is the value."""
        scheme = current_scheme()
        remark = _remark_start(text)
        key = text.find("=", 0, remark)
        if key >= 0:
            self._tone(key, key + 1, scheme.text2)
            self._tone(key + 1, remark, scheme.accent)
        self._tone(remark, len(text), scheme.text2)

    def _tone(self, start: int, end: int, colour: str) -> None:
        tone = QTextCharFormat()
        tone.setForeground(QColor(colour))
        self.setFormat(start, end - start, tone)


def _remark_start(text: str) -> int:
    """Where the remark of a line begins; its length where there is none."""
    quote = ""
    for place, character in enumerate(text):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character == "#":
            return place
    return len(text)


class _Gutter(QWidget):
    """Paints what its text asks for; it has nothing of its own."""

    def __init__(self, text: TomlText) -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        return QSize(self._text.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_gutter(QPainter(self), event.rect())


class WholeLines(QWidget):
    """Holds the text as high as whole lines are; what is left over belongs to the hint below it."""

    def __init__(self, text: TomlText, hint: "HintBar", parent: QWidget) -> None:
        super().__init__(parent)
        self._text, self._hint = text, hint
        text.setParent(self)
        text.horizontalScrollBar().rangeChanged.connect(lambda *_: self._place())

    def _place(self) -> None:
        bar = self._text.horizontalScrollBar()
        wide = bar.maximum() > bar.minimum()
        across = bar.sizeHint().height() if wide else 0
        rest = (self.height() - across - 1) % LINES.pitch + 1
        self._text.setGeometry(0, 0, self.width(), self.height() - rest)
        self._hint.let_rise(rest - 1)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another number of lines."""
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        """What the text would like."""
        return self._text.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(self._text.minimumSizeHint().width(), LINES.pitch + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below the lines, and the ground of the hint."""
        del event
        scheme, painter = current_scheme(), QPainter(self)
        below = self.rect().adjusted(0, self._text.height(), 0, 0)
        painter.fillRect(below, QColor(scheme.window))
        painter.fillRect(QRect(0, below.top(), self.width(), 1), QColor(scheme.line))
        painter.end()


class HintBar(QWidget):
    """What a line means, its default and its trap; always of the same height.

    In a low desk it is one line, with all of it in the tool tip. The text above ends with a line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = FewLines(Type.SMALL, self, most=2)
        self._trap = FewLines(Type.QUIET, self, most=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = self._margins = QVBoxLayout()
        words.setContentsMargins(16, ABOVE, 16, 6)
        words.setSpacing(scaled(2))
        words.addWidget(self._what)
        words.addWidget(self._trap)
        words.addStretch(1)
        column.addLayout(words)
        self._found: Hint | None = None
        self.set_low(low=False)

    def let_rise(self, room: int) -> None:
        """So much of its ground lies above it: its words do not hang low."""
        self._margins.setContentsMargins(16, max(ABOVE - room // 2, 0), 16, 6)

    def set_low(self, *, low: bool, lines: int = 1) -> None:
        """All in so many lines where the text itself has little room."""
        self._low = low
        for words in (self._what, self._trap):
            words.set_most(lines if low else 2)
        self._trap.setVisible(not low)
        self.setFixedHeight(scaled(12 + 16 * lines if low else 79))
        self.show_hint(self._found)

    def show_hint(self, found: Hint | None) -> None:
        """Explain this line, or say how to have one explained."""
        self._found = found
        if found is None:
            what, trap = "", tr("Go to a line, or point at it: it explains itself here.")
        else:
            what = f"{found.name}: {_what(found)}"
            trap = say(found.trap) if found.trap is not None else ""
        if self._low:
            what, trap = " ".join(part for part in (what, trap) if part), ""
        self._what.set_text(what)
        self._trap.set_text(trap)

    def text(self) -> str:
        """All that is said."""
        return "\n".join(part for part in (self._what.text(), self._trap.text()) if part)


def hint_text(found: Hint) -> str:
    """The explanation as a tool tip has it."""
    parts = [found.name, _what(found)]
    if found.trap is not None:
        parts.append(say(found.trap))
    return "\n".join(parts)


def _what(found: Hint) -> str:
    if not found.default:
        return say(found.explains)
    default = tr("Default: {value}.", value=found.default)
    return f"{say(found.explains)} {default}"
