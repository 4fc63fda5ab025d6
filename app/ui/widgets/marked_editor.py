"""A text editor that shows captions: even lines, underlines under the words, clicks on lines."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from app.ui.scheme import current_scheme, scaled
from app.ui.text_marks import (
    Mark,
    UnderlinedSpan,
    Weight,
    code_point_offset,
    marks_of,
    moved_spans,
    paint_marks,
    utf16_offset,
    wash_format,
)
from app.ui.widgets.caption_layout import CaptionType, caption_option, count_lines
from app.ui.widgets.caption_text import changed_part
from app.ui.widgets.even_lines import EvenLines, marks_in
from app.ui.widgets.scrolled import quieten
from app.ui.widgets.window_end import WindowEnd, paint_window_end

CARET = 2
"""Width of the caret."""
NO_CARET = -1
"""What Qt says for its place while it blinks off, or has the focus elsewhere."""


class MarkedEditor(QPlainTextEdit):
    """How captions look while they can be typed in; what typing means is left to the heir."""

    def __init__(self, caption_type: CaptionType, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        quieten(self)
        self._spans: tuple[UnderlinedSpan, ...] = ()
        self._marks: list[Mark] = []
        self._window_end: WindowEnd | None = None
        self._end_place = QRectF()
        self._shown = ""
        self._type = caption_type
        self._use_document(caption_type)
        self.setTabChangesFocus(True)
        self.setViewportMargins(scaled(10), scaled(8), scaled(10), scaled(8))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(0)  # Qt's caret inverts what lies below; ours has the accent

    def _use_document(self, caption_type: CaptionType) -> None:
        document = QTextDocument(self)
        # Kept here: the document owns it, but PySide would free it with its last Python name.
        self._lines = EvenLines(document, caption_type)
        document.setDocumentLayout(self._lines)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(caption_type.font())
        document.setDefaultTextOption(caption_option())
        self.setFont(caption_type.font())
        self.setDocument(document)
        self.setWordWrapMode(caption_option().wrapMode())

    def set_caption_type(self, caption_type: CaptionType) -> None:
        """Show the caption in another size."""
        self._type = self._lines.caption_type = caption_type
        self.document().setDefaultFont(caption_type.font())
        self.setFont(caption_type.font())
        self.updateGeometry()

    def set_terms(self, spans: Iterable[UnderlinedSpan]) -> None:
        """Underline these spans of the caption."""
        spans = tuple(spans)
        if spans != self._spans:
            self._spans = spans
            self._refresh_marks()

    def _follow(self, before: str) -> None:
        """Move the underlines with the words that typing moved, until they are told anew."""
        start, end, text = changed_part(before, self._shown)
        touched = any(
            span.start <= end and span.end >= start and span.weight is Weight.WARNING
            for span in self._spans
        )
        self._spans = tuple(moved_spans(self._spans, start, end, len(text)))
        stop = self._window_end
        if stop is not None and stop.position > start:
            moved = max(stop.position + len(text) - (end - start), start)
            self._window_end = replace(stop, position=moved)
        if touched:
            self._refresh_marks()  # a ground would grow with what is typed at its end
        else:
            self._marks = marks_of(self._shown, self._spans)

    def set_window_end(self, end: WindowEnd | None) -> None:
        """Mark where an encoder stops reading; None: it reads all of the caption."""
        if end != self._window_end:
            self._window_end = end
            self.viewport().update()

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

    def event(self, event: QEvent) -> bool:
        """Follow another text size; an editor with a font of its own hears of it only here."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self.set_caption_type(self._type)
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the washes of the other scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._refresh_marks()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame of the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.update()

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

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the end of the window means where the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            end = self._window_end
            if end is not None and self._end_place.contains(QPointF(event.pos())):
                QToolTip.showText(event.globalPos(), end.words, self)
                return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the underlines over the text, where the window ends, and the caret over all."""
        super().paintEvent(event)
        self._paint_marks(event)
        if self.getPaintContext().cursorPosition != NO_CARET:
            caret = self.cursorRect()
            painter = QPainter(self.viewport())
            painter.fillRect(
                caret.x(),
                caret.y(),
                scaled(CARET),
                caret.height(),
                current_scheme().colour("accent"),
            )
            painter.end()

    def _paint_marks(self, event: QPaintEvent) -> None:
        end = self._window_end
        if not self._marks and end is None:
            return
        units = utf16_offset(self._shown, end.position) if end is not None else -1
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        block, offset = self.firstVisibleBlock(), self.contentOffset()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(offset)
            if place.top() > event.rect().bottom():
                break
            marks = marks_in(block, self._marks)
            paint_marks(painter, block.layout(), place.topLeft(), marks, current_scheme())
            if 0 <= units - block.position() < block.length():
                self._end_place = paint_window_end(
                    painter, block, place.topLeft(), units - block.position(), current_scheme()
                )
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
