"""The desk's data.toml tab: the file as it would be written, beside what is on disk."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.export.toml_difference import Line as TomlLine
from app.export.toml_difference import Sign
from app.messages import Message
from app.ui.scheme import current_scheme, mono_font, scaled
from app.ui.text import say, tr, trn
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type


class TomlText(QPlainTextEdit):
    """Read-only lines with a gutter for number and sign, and a wash on what differs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[TomlLine, ...] = ()
        self._gutter = _Gutter(self)
        self._tones = TomlTones(self.document())
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
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)

    def show_lines(self, lines: tuple[TomlLine, ...]) -> None:
        """Show these; the same lines again change nothing."""
        if lines == self._lines:
            return
        self._lines = lines
        self.setPlainText("\n".join(line.text for line in lines))
        self.restyle()

    def restyle(self) -> None:
        """Wash what differs in the colours of the scheme that is on."""
        scheme = current_scheme()
        washes = {Sign.ADDED: scheme.added, Sign.REMOVED: scheme.removed}
        selections: list[QTextEdit.ExtraSelection] = []
        for number, line in enumerate(self._lines):
            if line.sign not in washes:
                continue
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document().findBlockByNumber(number))
            selection.format.setBackground(QColor(washes[line.sign]))
            whole_line = QTextFormat.Property.FullWidthSelection
            selection.format.setProperty(whole_line, True)  # noqa: FBT003 - a property value
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


class TomlPanel(QWidget):
    """Text, difference, notes, launch line, and the button that writes."""

    write_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._launch = ""
        self._differs = 0
        self._exists = False
        self.text = TomlText(self)
        self._status = Label(Type.QUIET, parent=self)
        self._notes = Label(Type.QUIET, parent=self, wrap=True)
        self._notes.setContentsMargins(16, 8, 16, 8)
        self.write = KeyedButton("", "Ctrl+Shift+T", self)
        self.write.clicked.connect(self.write_wanted)
        self.copy_launch = KeyedButton("", "", self)
        self.copy_launch.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._launch))
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self._status, 1)
        row.addWidget(self.copy_launch)
        row.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(Line(self))
        layout.addWidget(self._notes)
        layout.addWidget(self.text, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.write.setText(tr("Write"))
        self.write.setAccessibleName(tr("Write data.toml"))
        self.copy_launch.setText(tr("Copy launch line"))
        self.text.setAccessibleName("data.toml")
        self._show_status()

    def show_file(
        self,
        lines: tuple[TomlLine, ...],
        notes: tuple[Message, ...],
        launch: str,
        *,
        exists: bool,
    ) -> None:
        """Show the file as it would be written, and how it differs from the one on disk."""
        self._launch = launch
        self._exists = exists
        self._differs = sum(1 for line in lines if line.sign is not Sign.SAME)
        self.text.show_lines(lines)
        self._notes.setText("\n".join(say(note) for note in notes))
        self._notes.setVisible(bool(notes))
        self.copy_launch.setToolTip(launch)
        self.write.setEnabled(self._differs > 0)
        self._show_status()

    def show_problem(self, problem: Message) -> None:
        """Say why there is nothing to write."""
        self.text.show_lines(())
        self._notes.setText(say(problem))
        self._notes.show()
        self.write.setEnabled(False)

    @property
    def differs(self) -> int:
        """Lines that differ from the file on disk."""
        return self._differs

    def _show_status(self) -> None:
        if not self._exists:
            self._status.setText(tr("As it would be written; there is no data.toml yet"))
        elif self._differs:
            self._status.setText(trn("%n lines differ from the file on disk", self._differs))
        else:
            self._status.setText(tr("The file on disk says exactly this"))
