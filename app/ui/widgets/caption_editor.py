"""The editor of a caption: live underlines, one line height, and an undo that is the window's."""

import sys
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.painting import paint_now
from app.ui.text import tr
from app.ui.text_marks import UnderlinedSpan, code_point_offset, utf16_offset
from app.ui.widgets.caption_layout import LIGHT_TABLE_TYPE, CaptionType
from app.ui.widgets.caption_text import changed_part, merge_edit, one_line
from app.ui.widgets.marked_editor import MarkedEditor

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
LONGEST_SAID = 60
"""Characters of a phrase that a menu names."""
_STILL_HERE = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


class CaptionEditor(MarkedEditor):
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
    meaning_wanted = Signal(str)
    """The person wants to say what these words mean."""
    focus_left = Signal()
    """The person went to another place of the window."""

    def __init__(
        self, caption_type: CaptionType = LIGHT_TABLE_TYPE, parent: QWidget | None = None
    ) -> None:
        super().__init__(caption_type, parent)
        self._entry: int | None = None
        self._caption: str | None = None
        self._reason = ""
        self._replacing = False
        self._composing = False
        self._waiting: tuple[int | None, str | None] | None = None
        self.setAccessibleName(tr("Caption"))
        self.cursorPositionChanged.connect(self._say_cursor)
        # After the layout, so that a listener may answer with another text; `_say_edit` compares
        # texts, because this is also emitted for a new look of the same words.
        self.document().contentsChanged.connect(self._take_change)

    # What the owner says

    def set_caption(
        self,
        entry: int | None,
        caption: str | None,
        placeholder: str = "",
        *,
        terms: Iterable[UnderlinedSpan] | None = None,
    ) -> None:
        """Show a caption; the cursor stays where it is while the entry does.

        During a composition it waits until that ends; what the composition wrote comes first.
        `terms` are another caption's underlines, where they are known already.
        """
        self.setPlaceholderText(placeholder or tr("no caption"))
        if self._composing:
            self._waiting = entry, caption
            return
        self._waiting = None
        other = entry != self._entry
        self._entry = entry
        if other:
            self._spans = tuple(terms or ())
        if caption != self._caption or other:
            self._caption = caption
            self._replace(caption or "", keep_cursor=not other)
            self._refresh_marks()

    def set_read_only(self, reason: str) -> None:
        """Refuse edits and say why; "" allows them again."""
        if reason == self._reason:
            return
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

    # What the person does

    def _take_change(self) -> None:
        if not self._replacing and not self._composing:
            self._say_edit()

    def _say_edit(self) -> bool:
        shown = self.toPlainText()
        if shown == self._shown:
            return False
        self._caption = merge_edit(self._caption or "", self._shown, shown)
        before, self._shown = self._shown, shown
        self._follow(before)
        if not self._composing:
            # The letter is seen before anybody works out what it means.
            paint_now(self.viewport())
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
        words = self.words_at(place)
        if words:
            menu.addSeparator()
            asking = menu.addAction(tr("What “{words}” means…", words=words))
            asking.setObjectName("meaning")
            asking.triggered.connect(lambda: self.meaning_wanted.emit(words))
        return menu

    def words_at(self, place: QPoint) -> str:
        """What is selected, else the underlined phrase or the word at a point of the viewport."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor = self.cursorForPosition(place)
            at = code_point_offset(self._shown, cursor.position())
            for span in self._spans:
                if span.start <= at < span.end and span.kind is not None:
                    return self._shown[span.start : span.end]
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words = " ".join(cursor.selectedText().split()).strip(",.;:!?\"'()[]{}、。")
        return words if len(words) <= LONGEST_SAID else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy and paste."""
        menu = self.own_menu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the person went elsewhere; a menu or another window is not elsewhere."""
        super().focusOutEvent(event)
        if event.reason() not in _STILL_HERE:
            self.focus_left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(tr("Caption"))

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
