"""The document of a caption editor: lines of one height, and which marks fall into a block."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from app.ui.text_marks import Mark, utf16_offset
from app.ui.widgets.caption_layout import CaptionType, put_lines


class EvenLines(QPlainTextDocumentLayout):
    """Lines of one height, whatever faces their letters come from."""

    def __init__(self, document: QTextDocument, caption_type: CaptionType) -> None:
        super().__init__(document)
        self.caption_type = caption_type

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The block's room; Qt asks for it before it shows or measures any line of the block."""
        room = super().blockBoundingRect(block)
        if block.isValid() and block.isVisible():
            look = self.caption_type
            room.setHeight(put_lines(block.layout(), look.baseline, look.pitch))
        return room


def marks_in(block: QTextBlock, marks: Iterable[Mark]) -> list[Mark]:
    """The marks of one block, moved behind letters that are being composed before them."""
    begin, end = block.position(), block.position() + block.length() - 1
    composed_at = block.layout().preeditAreaPosition()
    composed = utf16_offset(text := block.layout().preeditAreaText(), len(text))

    def local(position: int) -> int:
        place = min(max(position, begin), end) - begin
        return place + composed if composed and place > composed_at else place

    return [
        Mark(local(mark.start), local(mark.end), mark.kind, mark.weight)
        for mark in marks
        if mark.start < end and mark.end > begin
    ]
