"""The editor that lies over a row, and as far over the next one as its text needs."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from app.ui.icons import paint_icon
from app.ui.models.roles import ChipData
from app.ui.scheme import SEVERITY_ICONS, current_scheme, scaled
from app.ui.text import tr
from app.ui.widgets.caption_editor import CaptionEditor
from app.ui.widgets.caption_layout import SHEET_TYPE
from app.ui.widgets.key_caps import key_text, key_width, paint_key
from app.ui.widgets.words import paint_words, words_width

FIX_KEY = Qt.Modifier.ALT | Qt.Key.Key_1
NEXT_FINDING_KEY = Qt.Modifier.ALT | Qt.Key.Key_Down


class RowEditor(QWidget):
    """A caption editor in a frame, with a foot that names the worst finding and the keys."""

    height_changed = Signal()
    """The text took another line, or one less."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chips: tuple[ChipData, ...] = ()
        self._text_height = 0
        self.editor = CaptionEditor(SHEET_TYPE, self)
        self.editor.setFrameShape(QFrame.Shape.NoFrame)
        self.editor.setViewportMargins(0, 0, 0, 0)
        # `contentsChange` would come before the lines are laid out.
        self.editor.document().contentsChanged.connect(self._watch_height)
        self.setFocusProxy(self.editor)
        self.setAutoFillBackground(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_chips(self, chips: Sequence[ChipData]) -> None:
        """Name the worst of these findings in the foot."""
        self._chips = tuple(chip for chip in chips if chip.severity is not None)
        self.update()

    def lie_over(self, caption: QRect, viewport: QRect, least_lines: int) -> None:
        """Take the place of the caption that is painted at `caption`.

        The text stands on the same pixels. Where the viewport ends, the whole moves upward.
        """
        left, top = caption.left() - _side(), caption.top() - _head()
        width = caption.width() + 2 * _side()
        around = _head() + _foot()
        pitch = SHEET_TYPE.pitch
        wanted = max(self.editor.text_height(caption.width()), least_lines * pitch)
        most = max((viewport.height() - around) // pitch, 1) * pitch
        height = min(wanted, most) + around
        top = max(min(top, viewport.bottom() + 1 - height), viewport.top())
        self.setGeometry(left, top, width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text inside the frame."""
        super().resizeEvent(event)
        self._fit_editor()

    def _fit_editor(self) -> None:
        inside = self.rect().adjusted(_side(), _head(), -_side(), -_foot())
        # A scroll bar must not take room from the words, or they would break elsewhere.
        needs_bar = self.editor.text_height(inside.width()) > inside.height() > 0
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if needs_bar:
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
            inside.adjust(0, 0, self.editor.verticalScrollBar().sizeHint().width(), 0)
        self.editor.setVerticalScrollBarPolicy(policy)
        self.editor.setGeometry(inside)

    def _watch_height(self) -> None:
        height = self.editor.text_height(self.width() - 2 * _side())
        if height != self._text_height:
            self._text_height = height
            self.height_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and foot."""
        del event
        scheme = current_scheme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(scheme.field))
        painter.setPen(QPen(QColor(scheme.accent), 2))
        radius = scaled(4)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        foot = QRect(_side(), self.height() - scaled(29), self.width() - 2 * _side(), scaled(28))
        painter.fillRect(foot.left(), foot.top() - 1, foot.width(), 1, QColor(scheme.line))
        self._paint_foot(painter, foot)
        painter.end()

    def _paint_foot(self, painter: QPainter, foot: QRect) -> None:
        right = self._paint_keys(painter, foot)
        if not self._chips:
            return
        scheme = current_scheme()
        worst = self._chips[0]
        name, token = SEVERITY_ICONS[worst.severity] if worst.severity else ("hint", "hint")
        size = scaled(12)
        top = foot.top() + (foot.height() - size) // 2
        paint_icon(painter, name, getattr(scheme, token), foot.left(), top, size)
        left = foot.left() + size + scaled(6)
        left += _words(painter, worst.text, left, right - left, foot)
        if worst.fix:
            cap = key_text(FIX_KEY)
            left += scaled(12)
            if left + key_width(cap) + scaled(48) < right:
                left += paint_key(painter, cap, left, foot, scheme) + scaled(4)
                _words(painter, worst.fix, left, right - left, foot)

    def _paint_keys(self, painter: QPainter, foot: QRect) -> int:
        """Keys from the right, as many as leave room for the finding; where they begin."""
        scheme = current_scheme()
        keys = [
            (key_text(Qt.Key.Key_Escape), tr("put back")),
            (tr("Enter"), tr("next entry")),
        ]
        if self._chips:
            keys.insert(1, (key_text(NEXT_FINDING_KEY), tr("next finding")))
        x = foot.left() + foot.width()
        least = foot.left() + foot.width() // 3
        for cap, words in keys:
            width = key_width(cap) + scaled(4) + words_width(words, 11)
            if x - width < least:
                break
            x -= width
            after = x + paint_key(painter, cap, x, foot, scheme) + scaled(4)
            _words(painter, words, after, width, foot)
            x -= scaled(12)
        return x


def _words(painter: QPainter, text: str, x: int, most: int, foot: QRect) -> int:
    place = QRect(x, foot.top(), most, foot.height())
    return paint_words(painter, text, place, current_scheme().text2, 11)


def _side() -> int:
    """From the frame to the words, left and right."""
    return scaled(12)


def _head() -> int:
    """From the frame to the first line."""
    return scaled(4)


def _foot() -> int:
    """Below the last line: room for the wave, a line, the foot."""
    return scaled(8) + 1 + scaled(29)
