"""Paints one proposed caption: tick, picture, and around the change as much text as fits."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from app.lint.rule import Finding
from app.ui.difference import Piece, words_changed
from app.ui.finding_text import finding_message
from app.ui.models.proposals import Proposal, ProposalRole
from app.ui.scheme import SEVERITY_ICONS, Scheme, current_scheme, interface_font, scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.text_marks import utf16_offset
from app.ui.widgets.caption_layout import caption_option, place_lines
from app.ui.widgets.small_pictures import SmallPictures
from app.ui.widgets.ticking import TickingDelegate
from app.ui.widgets.words import paint_words

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 48
BETWEEN = 1
"""Words that may stay in the middle of one change."""
CONTEXT = 26
"""Characters that are shown on each side of a change."""


class ProposalDelegate(TickingDelegate):
    """Space, or a click anywhere on the line, flips the tick."""

    def __init__(self, session: Session, pictures: SmallPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """All lines of one height."""
        return QSize(200, scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line of the preview."""
        proposal: Proposal = index.data(ProposalRole.PROPOSAL)
        scheme, room = current_scheme(), QRect(option.rect)
        painter.save()
        painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), QColor(scheme.line))
        button = QStyleOptionButton()
        size = scaled(14)
        top = room.top() + (room.height() - size) // 2
        button.rect = QRect(room.left() + scaled(16), top, size, size)
        on = QStyle.StateFlag.State_On if proposal.ticked else QStyle.StateFlag.State_Off
        button.state = QStyle.StateFlag.State_Enabled | on
        box = QStyle.PrimitiveElement.PE_IndicatorCheckBox
        option.widget.style().drawPrimitive(box, button, painter, option.widget)
        side = scaled(32)
        picture = QRect(
            button.rect.right() + scaled(12), room.top() + (room.height() - side) // 2, side, side
        )
        against = proposal.against
        frame = SEVERITY_ICONS[against.severity][1] if against is not None else ""
        self._pictures.paint_square(painter, proposal.entry, picture, scheme, frame)
        left = picture.right() + scaled(12)
        words = QRect(left, room.top(), room.right() - scaled(8) - left, room.height())
        if against is not None:
            half = scaled(18)
            reason = self._reason(against)
            if not proposal.ticked:
                reason = tr("Left out: {reason}", reason=reason)
            lower = QRect(left, room.top() + scaled(6) + half, words.width(), half)
            paint_words(painter, reason, lower, getattr(scheme, frame), 12)
            words = QRect(left, room.top() + scaled(6), words.width(), half)
        _paint_difference(painter, proposal, words, scheme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(scheme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(0, 0, -1, -2))
        painter.restore()

    def _reason(self, finding: Finding) -> str:
        """What was measured, in as few words as the line has room for."""
        dataset = self._session.dataset
        if dataset is None or finding.entry is None:
            return ""
        tone = dataset.evidence_of(finding.entry).tone
        if tone is None or finding.rule != "light-not-in-picture":
            return finding_message(self._session, finding)
        return tr("mean lightness {light} of 100", light=round(tone.lightness_mean))


def _paint_difference(painter: QPainter, proposal: Proposal, room: QRect, scheme: Scheme) -> None:
    text, formats = _marked(proposal, scheme)
    font = interface_font(size=12)
    pitch = scaled(18)
    most = max(room.height() // pitch, 1)
    layout = QTextLayout(text, font)
    layout.setTextOption(caption_option())
    layout.setFormats(formats)
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room.width())
    layout.endLayout()
    height = place_lines(layout, font, pitch)
    painter.setPen(QColor(scheme.text))
    layout.draw(painter, QPointF(room.left(), room.top() + (room.height() - height) // 2))


def _marked(proposal: Proposal, scheme: Scheme) -> tuple[str, list[QTextLayout.FormatRange]]:
    """The text around the changes, what goes struck out and what comes underlined."""
    pieces = _in_blocks(words_changed(proposal.before, proposal.after))
    text = ""
    formats: list[QTextLayout.FormatRange] = []

    def add(words: str, style: QTextCharFormat) -> None:
        nonlocal text
        part = QTextLayout.FormatRange()
        part.start = utf16_offset(text, len(text))
        text += words
        part.length = utf16_offset(text, len(text)) - part.start
        part.format = style
        formats.append(part)

    gone, new = QTextCharFormat(), QTextCharFormat()
    gone.setBackground(QColor(scheme.removed))
    gone.setForeground(QColor(scheme.text2))
    gone.setFontStrikeOut(True)
    new.setBackground(QColor(scheme.added))
    new.setFontUnderline(True)
    for number, piece in enumerate(pieces):
        if piece.before == piece.after:
            text += _shortened(piece.after, first=number == 0, last=number == len(pieces) - 1)
            continue
        if piece.before.strip():
            add(piece.before, gone)
            text += " " if piece.after and not piece.before.endswith(" ") else ""
        if piece.after:
            add(piece.after, new)
    return text.replace("\n", " "), formats


def _in_blocks(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Changes with hardly a word between them as one, so that whole phrases are compared."""
    blocks: list[Piece] = []
    for number, piece in enumerate(pieces):
        between = 0 < number < len(pieces) - 1 and len(piece.after.split()) <= BETWEEN
        changed = piece.before != piece.after
        if blocks and (changed or between) and blocks[-1].before != blocks[-1].after:
            last = blocks[-1]
            blocks[-1] = Piece(last.before + piece.before, last.after + piece.after)
        else:
            blocks.append(piece)
    return tuple(blocks)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    if first and last:
        return text
    if first:
        return text if len(text) <= CONTEXT else "…" + _end_of(text)
    if last:
        return text if len(text) <= CONTEXT else _start_of(text) + " …"
    if len(text) <= 2 * CONTEXT:
        return text
    return _start_of(text) + " … " + _end_of(text)


def _start_of(text: str) -> str:
    """Whole words; text without blanks, as Japanese is, is cut anywhere."""
    part = text[:CONTEXT]
    return part.rpartition(" ")[0] or part


def _end_of(text: str) -> str:
    part = text[-CONTEXT:]
    return part.partition(" ")[2] or part
