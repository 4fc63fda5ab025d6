"""The editor of a merged caption, with marks where both sides changed it."""

from PySide6.QtCore import QEvent, QMimeData
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.captions.merge import Merge, Origin
from app.ui.scheme import current_scheme, scaled
from app.ui.text_marks import utf16_offset
from app.ui.widgets.caption_layout import LIGHT_TABLE_TYPE, caption_option
from app.ui.widgets.caption_text import merge_edit, one_line


class MergedEditor(QPlainTextEdit):
    """A proposal that the person may change; marks stay on their words while others are typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clashes: list[QTextCursor] = []
        self._proposed = self._shown = ""
        self.setFont(LIGHT_TABLE_TYPE.font())
        self.setWordWrapMode(caption_option().wrapMode())
        self.setTabChangesFocus(True)
        self.setMinimumHeight(3 * LIGHT_TABLE_TYPE.pitch + scaled(16))

    def show_merge(self, merge: Merge) -> None:
        """Propose a text; the cursor stands at the first place to be looked at."""
        self._proposed = merge.text
        self.setPlainText(merge.text)
        self._shown = self.toPlainText()
        self._clashes.clear()
        place = 0
        for stretch in merge.stretches:
            end = place + len(stretch.text)
            if stretch.origin is Origin.CLASH:
                cursor = QTextCursor(self.document())
                cursor.setPosition(utf16_offset(merge.text, place))
                cursor.setPosition(utf16_offset(merge.text, end), QTextCursor.MoveMode.KeepAnchor)
                self._clashes.append(cursor)
            place = end
        self._mark()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.next_clash()

    def text(self) -> str:
        """The caption as it stands."""
        return merge_edit(self._proposed, self._shown, self.toPlainText())

    def next_clash(self) -> None:
        """Select the words of the next place that both changed, round and round."""
        here = self.textCursor().position()
        places = sorted(self._clashes, key=lambda cursor: cursor.selectionStart())
        after = [cursor for cursor in places if cursor.selectionEnd() > here]
        if places:
            self.setTextCursor(QTextCursor((after or places)[0]))
            self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A caption is one line: Enter types nothing."""
        if event.text() not in ("\r", "\n"):
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line."""
        if source.hasText():
            self.textCursor().insertText(one_line(source.text()))

    def changeEvent(self, event: QEvent) -> None:
        """Take the washes of the other scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def _mark(self) -> None:
        scheme = current_scheme()
        marks: list[QTextEdit.ExtraSelection] = []
        for cursor in self._clashes:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            look = QTextCharFormat()
            look.setBackground(QColor(scheme.warning_wash))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(QColor(scheme.warning))
            mark.format = look
            marks.append(mark)
        self.setExtraSelections(marks)
