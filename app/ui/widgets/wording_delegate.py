"""Paints the families (name, bar, share) and their phrases (tick, words, count, thumbnails)."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QTextLayout
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)

from app.lint.terms import Kind
from app.lint.wording import Phrase
from app.ui.icons import paint_icon
from app.ui.models.wording import WordingModel, WordingRole
from app.ui.scheme import SEVERITY_ICONS, Scheme, current_scheme, interface_font, scaled
from app.ui.text import tr
from app.ui.text_marks import UnderlinedSpan, Weight, marks_of, paint_marks
from app.ui.widgets.caption_layout import place_lines
from app.ui.widgets.small_pictures import SmallPictures
from app.ui.widgets.words import RIGHT, paint_words, words_width

Index = QModelIndex | QPersistentModelIndex
HEAD = 32
ROOMY, COMPACT = 48, 32
"""Heights of a phrase's line in the desk opened up and in the small desk."""
_NAMES = 0.24
"""Part of the width that names and phrases get."""
_LEAST_NAMES, _MOST_NAMES = 168, 0.36
"""But at least so much, up to this part of a narrow desk."""


class WordingDelegate(QStyledItemDelegate):
    """Both kinds of lines; the tick is flipped by a click on it or on the words, and by Space."""

    def __init__(self, pictures: SmallPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.compact = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Heads are lower than lines."""
        is_line = index.parent().isValid()
        line = COMPACT if self.compact else ROOMY
        return QSize(200, scaled(line if is_line else min(HEAD, line)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line of the tree."""
        scheme = current_scheme()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        phrase = index.data(WordingRole.PHRASE)
        room = QRect(option.rect)
        silent = index.data(WordingRole.SILENT)
        if silent is not None:
            self._paint_silent(painter, room, index, silent, scheme)
        elif phrase is None:
            self._paint_head(painter, room, index, scheme)
        else:
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            if ticked:
                painter.fillRect(room, QColor(scheme.selected))
            self._paint_line(painter, option, index, phrase, scheme)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(scheme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_head(self, painter: QPainter, room: QRect, index: Index, scheme: Scheme) -> None:
        painter.fillRect(room, QColor(scheme.window))
        painter.fillRect(QRect(room.left(), room.top(), room.width(), 1), QColor(scheme.line))
        left = room.left() + scaled(4)
        names = _names_width(room.width())
        name = QRect(left, room.top(), names, room.height())
        paint_words(painter, index.data(), name, scheme.text, 13, 600)
        count, total = index.data(WordingRole.COUNT), max(index.data(WordingRole.TOTAL), 1)
        bar_left = left + names + scaled(8)
        bar = QRect(bar_left, 0, min(scaled(160), round(room.width() * 0.2)), scaled(4))
        bar.moveTop(room.top() + (room.height() - bar.height()) // 2)
        painter.fillRect(bar, QColor(scheme.track))
        filled = max(round(bar.width() * count / total), 2 if count else 0)
        painter.fillRect(QRect(bar.topLeft(), QSize(filled, bar.height())), QColor(scheme.accent))
        share = tr("{count} of {total}", count=count, total=total)
        left = bar.left() + bar.width() + scaled(8)
        numbers = QRect(left, room.top(), room.right() - left - scaled(16), room.height())
        width = paint_words(painter, share, numbers, scheme.text2, 12)
        self._paint_note(painter, numbers.adjusted(width + scaled(16), 0, 0, 0), index, scheme)

    def _paint_line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        phrase: Phrase,
        scheme: Scheme,
    ) -> None:
        room = QRect(option.rect)
        box = self._box(room)
        self._paint_box(painter, option, box, index)
        left = box.right() + scaled(10)
        names = room.left() + _names_width(room.width()) + scaled(24) - left
        model = index.model()
        kind = model.wording.kind if isinstance(model, WordingModel) else None
        words = QRect(left, room.top(), names, room.height())
        _paint_phrase(painter, phrase.text, kind, words, scheme)
        count = QRect(words.right() + scaled(8), room.top(), scaled(36), room.height())
        paint_words(painter, str(len(phrase.entries)), count, scheme.text, 12, 600, align=RIGHT)
        right = room.right() - scaled(16)
        note = index.data(WordingRole.NOTE)
        if note:
            width = words_width(note, 12) + scaled(24)
            self._paint_note(
                painter, QRect(right - width, room.top(), width, room.height()), index, scheme
            )
            right -= width + scaled(12)
        # A frame is as severe as what it stands for.
        frames = {
            f.entry: SEVERITY_ICONS[f.severity][1]
            for f in phrase.contradicted
            if f.entry is not None
        }
        # Those that show something else first: they are what a person has to look at.
        ordered = [*frames, *(entry for entry in phrase.entries if entry not in frames)]
        place = QRect(room)
        place.setLeft(count.right() + scaled(24))
        place.setRight(right)
        self._paint_pictures(painter, ordered, frames, place, scheme)

    def _paint_silent(
        self,
        painter: QPainter,
        room: QRect,
        index: Index,
        silent: Sequence[int],
        scheme: Scheme,
    ) -> None:
        """Pictures in the column of the pictures above; nothing to tick."""
        left = self._box(room).right() + scaled(10)
        right = room.left() + _names_width(room.width()) + scaled(24)
        words = QRect(left, room.top(), right - left, room.height())
        paint_words(painter, index.data(), words, scheme.text2, 13)
        count = QRect(words.right() + scaled(8), room.top(), scaled(36), room.height())
        paint_words(painter, str(len(silent)), count, scheme.text, 12, 600, align=RIGHT)
        place = room.adjusted(0, 0, -scaled(16), 0)
        place.setLeft(count.right() + scaled(24))
        self._paint_pictures(painter, silent, {}, place, scheme)

    def _paint_pictures(
        self,
        painter: QPainter,
        ordered: Sequence[int],
        frames: Mapping[int, str],
        room: QRect,
        scheme: Scheme,
    ) -> None:
        """As many as fit, and how many more there are."""
        side, gap = room.height() - scaled(8), scaled(4)
        left, right = room.left(), room.right()
        fits = max((right - left + gap) // (side + gap), 0)
        if len(ordered) > fits:
            fits = max((right - left - scaled(36) + gap) // (side + gap), 0)
        for entry in ordered[:fits]:
            place = QRect(left, room.top() + scaled(4), side, side)
            self._pictures.paint_square(painter, entry, place, scheme, frames.get(entry, ""))
            left += side + gap
        rest = len(ordered) - fits
        if rest > 0 and right - left > scaled(16):
            more = QRect(left + gap, room.top(), right - left, room.height())
            paint_words(painter, f"+{rest}", more, scheme.text2, 11)

    def _paint_note(self, painter: QPainter, room: QRect, index: Index, scheme: Scheme) -> None:
        note, severity = index.data(WordingRole.NOTE), index.data(WordingRole.SEVERITY)
        if not note or room.width() < scaled(24):
            return
        width = paint_words(painter, note, room, scheme.text2, 12, align=RIGHT)
        if severity is not None and width + scaled(20) <= room.width():
            name, token = SEVERITY_ICONS[severity]
            size = scaled(14)
            left = room.right() + 1 - width - size - scaled(6)
            top = room.top() + (room.height() - size) // 2
            paint_icon(painter, name, getattr(scheme, token), left, top, size)

    def _paint_box(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, index: Index
    ) -> None:
        button = QStyleOptionButton()
        button.rect = box
        button.state = QStyle.StateFlag.State_Enabled
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        button.state |= QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_IndicatorCheckBox, button, painter, option.widget
        )

    def _box(self, room: QRect) -> QRect:
        size = scaled(14)
        return QRect(room.left() + scaled(4), room.top() + (room.height() - size) // 2, size, size)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Flip the tick by Space, or by a click on the box or the words."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        if isinstance(event, QKeyEvent):
            hit = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
            hit = hit and event.type() == QEvent.Type.KeyPress
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            words = option.rect.left() + _names_width(option.rect.width()) + scaled(24)
            is_line = index.parent().isValid()
            hit = is_line and event.position().x() <= words
            hit = hit and event.button() == Qt.MouseButton.LeftButton
        else:
            return False
        if not hit:
            return False
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        after = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, after, Qt.ItemDataRole.CheckStateRole)


def _names_width(width: int) -> int:
    least = min(scaled(_LEAST_NAMES), round(width * _MOST_NAMES))
    return max(round(width * _NAMES), least)


def _paint_phrase(
    painter: QPainter, text: str, kind: Kind | None, room: QRect, scheme: Scheme
) -> None:
    """The words with the line of their kind under them, as on the sheet."""
    font = interface_font(size=13)
    painter.setFont(font)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    layout = QTextLayout(shown, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    place_lines(layout, font, room.height())
    painter.setPen(QColor(scheme.text))
    origin = QPointF(room.topLeft())
    layout.draw(painter, origin)
    span = UnderlinedSpan(0, len(shown), kind, Weight.KNOWN)
    paint_marks(painter, layout, origin, marks_of(shown, [span]), scheme)
