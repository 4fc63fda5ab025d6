"""The editor of a caption: live underlines, one line height, and an undo that is the window's."""

import sys
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit, QWidget

from app.ui.scheme import current_scheme, scaled
from app.ui.text import tr
from app.ui.text_marks import (
    Mark,
    UnderlinedSpan,
    code_point_offset,
    marks_of,
    paint_marks,
    utf16_offset,
    wash_format,
)
from app.ui.widgets.caption_layout import (
    LIGHT_TABLE_TYPE,
    CaptionType,
    caption_option,
    count_lines,
)
from app.ui.widgets.caption_text import changed_part, merge_edit, one_line
from app.ui.widgets.even_lines import EvenLines, marks_in

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class CaptionEditor(QPlainTextEdit):
    """Shows one caption and says what a person made of it.

    It never decides what a caption is: `edited` carries the wish, `set_caption` brings the truth.
    """

    edited = Signal(object)
    """(entry id, new caption) after a change by the person; a composition counts when it ends."""
    cursor_at = Signal(int)
    """The code point at the cursor, when it moves."""
    next_wanted = Signal()
    """Enter was pressed."""
    put_back_wanted = Signal()
    """Esc was pressed."""
    refused = Signal(str)
    """The person typed into a caption that may not be edited; the reason."""
    focus_left = Signal()

    def __init__(
        self, caption_type: CaptionType = LIGHT_TABLE_TYPE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entry: int | None = None
        self._caption: str | None = None
        self._shown = ""
        self._spans: tuple[UnderlinedSpan, ...] = ()
        self._marks: list[Mark] = []
        self._reason = ""
        self._replacing = False
        self._composing = False
        self._waiting: tuple[int | None, str | None] | None = None
        self._type = caption_type
        self._use_document(caption_type)
        self.setTabChangesFocus(True)
        self.setViewportMargins(scaled(10), scaled(8), scaled(10), scaled(8))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(scaled(2))
        self.setAccessibleName(tr("Caption"))
        self.cursorPositionChanged.connect(self._say_cursor)

    def _use_document(self, caption_type: CaptionType) -> None:
        document = QTextDocument(self)
        self._lines = EvenLines(document, caption_type)
        document.setDocumentLayout(self._lines)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(caption_type.font())
        document.setDefaultTextOption(caption_option())
        self.setFont(caption_type.font())
        self.setDocument(document)
        self.setWordWrapMode(caption_option().wrapMode())
        # After the layout, so that a listener may answer with another text; `_say_edit` compares
        # texts, because this is also emitted for a new look of the same words.
        document.contentsChanged.connect(self._take_change)

    # What the owner says

    def set_caption(self, entry: int | None, caption: str | None, placeholder: str = "") -> None:
        """Show a caption; the cursor stays where it is while the entry does.

        During a composition it waits until that ends; what the composition wrote comes first.
        """
        self.setPlaceholderText(placeholder or tr("no caption"))
        if self._composing:
            self._waiting = entry, caption
            return
        self._waiting = None
        other = entry != self._entry
        self._entry = entry
        if other:
            self._spans = ()
        if caption != self._caption or other:
            self._caption = caption
            self._replace(caption or "", keep_cursor=not other)
            self._refresh_marks()

    def set_terms(self, spans: Iterable[UnderlinedSpan]) -> None:
        """Underline these spans of the caption."""
        spans = tuple(spans)
        if spans != self._spans:
            self._spans = spans
            self._refresh_marks()

    def set_read_only(self, reason: str) -> None:
        """Refuse edits and say why; "" allows them again."""
        self._reason = reason
        self.setReadOnly(bool(reason))
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
        # A caption that may not be edited can still be walked through and copied by keyboard.
        if reason:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    @property
    def entry(self) -> int | None:
        """The entry whose caption is shown."""
        return self._entry

    @property
    def caption(self) -> str | None:
        """The caption as it stands, an open composition left out."""
        return self._caption

    @property
    def composing(self) -> bool:
        """An input method has begun letters that are not decided yet."""
        return self._composing

    def go_to(self, position: int) -> None:
        """Put the cursor before the code point `position` and bring it into sight."""
        cursor = self.textCursor()
        cursor.setPosition(utf16_offset(self._shown, position))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def text_height(self, width: int) -> int:
        """The height of all lines at a width, letters being composed included, in pixels.

        Not asked of Qt, whose layout knows the width of an editor only once it was shown.
        """
        lines = 0
        block = self.document().begin()
        while block.isValid():
            composed_at, text = block.layout().preeditAreaPosition(), block.text()
            at = code_point_offset(text, max(composed_at, 0))
            text = text[:at] + block.layout().preeditAreaText() + text[at:]
            lines += count_lines(text, self.font(), width)
            block = block.next()
        return lines * self._type.pitch

    def sizeHint(self) -> QSize:
        """Room for three lines."""
        around = self.viewportMargins()
        frame = 2 * self.frameWidth()
        height = 3 * self._type.pitch + around.top() + around.bottom() + frame
        return QSize(scaled(360), height)

    # What the person does

    def _take_change(self) -> None:
        if not self._replacing and not self._composing:
            self._say_edit()

    def _say_edit(self) -> bool:
        shown = self.toPlainText()
        if shown == self._shown:
            return False
        self._caption = merge_edit(self._caption or "", self._shown, shown)
        self._shown = shown
        self.edited.emit((self._entry, self._caption))
        return True

    def _say_cursor(self) -> None:
        if not self._replacing:
            self.cursor_at.emit(code_point_offset(self._shown, self.textCursor().position()))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hold back what changes while letters are being composed, and say it at the end."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self._end_composition()

    def _end_composition(self) -> None:
        self._composing = False
        waiting, self._waiting = self._waiting, None
        entry = self._entry
        wrote = self._say_edit()
        if waiting is not None and not (wrote and waiting[0] == entry):
            self.set_caption(*waiting, placeholder=self.placeholderText())
        self._refresh_marks()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: Qt's editor takes the keys even with its own off."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _is_for_the_window(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc are the owner's; what has Alt, and Ctrl with up and down, the window's."""
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._composing:
            super().keyPressEvent(event)
        elif _is_for_the_window(event):
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A caption is one line: with a modifier, Enter is somebody else's key or nobody's.
            if plain == Qt.KeyboardModifier.NoModifier:
                self.next_wanted.emit()
            else:
                event.ignore()
        elif key == Qt.Key.Key_Escape:
            self.put_back_wanted.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()  # no caption has tabs, even where there is no next place to go to
        elif self._reason and _types(event):
            self.refused.emit(self._reason)
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only: files and pictures are dropped onto the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line."""
        if self.canInsertFromMimeData(source):
            self.textCursor().insertText(one_line(source.text()))
            self.ensureCursorVisible()

    def own_menu(self, place: QPoint) -> QMenu:
        """Qt's menu for a point of the viewport, without its undo, which knows no other entry."""
        menu = self.createStandardContextMenu(place)
        for action in menu.actions()[:3]:
            if action.objectName() in ("edit-undo", "edit-redo") or action.isSeparator():
                menu.removeAction(action)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy and paste."""
        menu = self.own_menu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame of the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away and say that the person went elsewhere."""
        super().focusOutEvent(event)
        self.update()
        self.focus_left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Between two lines, Qt would take a click for the end of the upper one."""
        super().mousePressEvent(self._on_a_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """As for a press."""
        super().mouseMoveEvent(self._on_a_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As for a press."""
        super().mouseReleaseEvent(self._on_a_line(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """As for a press."""
        super().mouseDoubleClickEvent(self._on_a_line(event))

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        pitch, place = self._type.pitch, event.position()
        top = self.contentOffset().y()
        middle = ((place.y() - top) // pitch) * pitch + pitch / 2 + top
        return QMouseEvent(
            event.type(),
            QPointF(place.x(), middle),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )

    # What is painted

    def changeEvent(self, event: QEvent) -> None:
        """Take the washes of the other scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._refresh_marks()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the underlines over the text."""
        super().paintEvent(event)
        if not self._marks:
            return
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > event.rect().bottom():
                break
            marks = marks_in(block, self._marks)
            paint_marks(painter, block.layout(), place.topLeft(), marks, current_scheme())
            block = block.next()
        painter.end()

    def _refresh_marks(self) -> None:
        self._marks = marks_of(self._shown, self._spans)
        selections = []
        for mark in self._marks:
            ground = wash_format(mark, current_scheme())
            if ground is not None:
                wash = QTextEdit.ExtraSelection()
                cursor = QTextCursor(self.document())
                cursor.setPosition(mark.start)
                cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
                # PySide's stubs do not list the two fields of this structure.
                wash.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
                wash.format = ground  # pyright: ignore[reportAttributeAccessIssue]
                selections.append(wash)
        self.setExtraSelections(selections)
        self.viewport().update()

    def _replace(self, caption: str, *, keep_cursor: bool) -> None:
        """Change no more than differs, so that cursor and scroll position hold."""
        self._replacing = True
        before = self.toPlainText()
        start, end, text = changed_part(before, caption)
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16_offset(before, start))
        cursor.setPosition(utf16_offset(before, end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self._shown = self.toPlainText()
        self._replacing = False
        if not keep_cursor:
            self.moveCursor(QTextCursor.MoveOperation.End)


def _types(event: QKeyEvent) -> bool:
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return not control and event.text() != "" and event.text().isprintable()


def _is_for_the_window(event: QKeyEvent) -> bool:
    """Undo, redo, Ctrl with up or down, and Alt with anything that types no letter here."""
    if any(event.matches(key) for key in _UNDO):
        return True
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    if held == control and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        return True
    # On macOS Option types letters; AltGr arrives as Ctrl and Alt on Windows.
    return held == alt and sys.platform != "darwin"
