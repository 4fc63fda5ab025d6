"""Lines of a trainer's file: a gutter for number and sign, washes, and each line explained."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QToolTip, QVBoxLayout, QWidget

from app.export.toml_difference import Line as TomlLine
from app.export.toml_difference import Sign
from app.export.toml_hint import Hint, hint
from app.ui.scheme import current_scheme, mono_font, scaled
from app.ui.text import say, tr
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.labels import Line, Type


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
        self.setFont(mono_font())
        self.updateRequest.connect(self._scroll_gutter)
        self.cursorPositionChanged.connect(self._come_to_line)
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)

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
        self.restyle()
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
        scheme = current_scheme()
        washes = {Sign.ADDED: scheme.added, Sign.REMOVED: scheme.removed}
        selections: list[QTextEdit.ExtraSelection] = []
        current = self.textCursor().blockNumber()
        if self.hint_of(current) is not None:
            selections.append(_whole_line(QTextCursor(self.textCursor()), scheme.selected))
        for number, line in enumerate(self._lines):
            if line.sign not in washes:
                continue
            cursor = QTextCursor(self.document().findBlockByNumber(number))
            selection = _whole_line(cursor, washes[line.sign])
            if line.sign is Sign.REMOVED:
                selection.cursor.movePosition(
                    QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
                )
                selection.format.setFontStrikeOut(True)
            selections.append(selection)
        self.setExtraSelections(selections)
        self._tones.rehighlight()
        self._gutter.update()

    def changeEvent(self, event: QEvent) -> None:
        """Take the washes and tones of another scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()

    def gutter_width(self) -> int:
        """Logical pixels for number and sign."""
        return scaled(56)

    def paint_gutter(self, painter: QPainter, area: QRect) -> None:
        """Numbers and signs of the lines in sight."""
        scheme = current_scheme()
        painter.fillRect(area, QColor(scheme.field))
        washes = {Sign.ADDED: scheme.added, Sign.REMOVED: scheme.removed}
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top < area.bottom() and block.blockNumber() < len(self._lines):
            line = self._lines[block.blockNumber()]
            height = self.blockBoundingRect(block).height()
            if line.sign in washes:
                room = QRect(0, round(top), self.gutter_width(), round(height))
                painter.fillRect(room, QColor(washes[line.sign]))
            number = "" if line.sign is Sign.REMOVED else str(line.number)
            painter.setPen(QColor(scheme.text2))
            box = QRect(0, round(top), scaled(34), round(height))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight, number)
            painter.setPen(QColor(scheme.text))
            box = QRect(scaled(40), round(top), scaled(14), round(height))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, line.sign.value)
            top += height
            block = block.next()

    def _scroll_gutter(self, _: QRect, pixels: int) -> None:
        if pixels:
            self._gutter.scroll(0, pixels)
        self._gutter.update()

    def resizeEvent(self, event: object) -> None:
        """Keep the gutter as high as the text."""
        super().resizeEvent(event)  # type: ignore[arg-type]
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


class HintBar(QWidget):
    """What a line means, its default and its trap; always of the same height."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = FewLines(Type.SMALL, self, most=2)
        self._trap = FewLines(Type.QUIET, self, most=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Line(self))
        words = QVBoxLayout()
        words.setContentsMargins(16, 6, 16, 6)
        words.setSpacing(scaled(2))
        words.addWidget(self._what)
        words.addWidget(self._trap)
        words.addStretch(1)
        column.addLayout(words)
        self.set_low(low=False)
        self.show_hint(None)

    def set_low(self, *, low: bool) -> None:
        """One line each where the text itself has little room."""
        for words in (self._what, self._trap):
            words.set_most(1 if low else 2)
        self.setFixedHeight(scaled(48 if low else 80))

    def show_hint(self, found: Hint | None) -> None:
        """Explain this line, or say how to have one explained."""
        if found is None:
            self._what.set_text("")
            self._trap.set_text(tr("Go to a line, or point at it: it explains itself here."))
            return
        self._what.set_text(f"{found.name}: {_what(found)}")
        self._trap.set_text(say(found.trap) if found.trap is not None else "")

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


def _whole_line(cursor: QTextCursor, colour: str) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor.clearSelection()
    selection.cursor = cursor
    selection.format.setBackground(QColor(colour))
    whole_line = QTextFormat.Property.FullWidthSelection
    selection.format.setProperty(whole_line, True)  # noqa: FBT003 - a property value
    return selection
