"""The name line of a row: who it is, how large, and whether its words are safe on disk."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from app.ui.icons import paint_icon
from app.ui.models.roles import Notice, SaveState
from app.ui.scheme import Scheme, interface_font, scaled
from app.ui.text import tr
from app.ui.widgets.row_data import RowData

STATE_ICONS: dict[SaveState | Notice, tuple[str, str]] = {
    SaveState.JUST_SAVED: ("tick", "text2"),
    SaveState.EDITED: ("dot", "accent"),
    SaveState.SAVING: ("arc", "accent"),
    SaveState.FAILED: ("error", "error"),
    SaveState.CONFLICT: ("changed", "error"),
    Notice.UNREADABLE_IMAGE: ("error", "error"),
    Notice.UNREADABLE_CAPTION: ("error", "error"),
    Notice.SHARED_CAPTION: ("link", "warning"),
    Notice.READ_ONLY: ("lock", "text2"),
}
"""The icon's name and the token of icon and words."""


def state_text(state: SaveState | Notice) -> str:
    """The state in one or two words; "" for a saved row, which is quiet."""
    return {
        SaveState.SAVED: "",
        SaveState.JUST_SAVED: tr("saved"),
        SaveState.EDITED: tr("edited"),
        SaveState.SAVING: tr("saving"),
        SaveState.FAILED: tr("not saved"),
        SaveState.CONFLICT: tr("changed on disk"),
        Notice.UNREADABLE_IMAGE: tr("unreadable image"),
        Notice.UNREADABLE_CAPTION: tr("unreadable caption"),
        Notice.SHARED_CAPTION: tr("shared caption"),
        Notice.READ_ONLY: tr("read only"),
    }[state]


def paint_name_line(painter: QPainter, row: RowData, room: QRect, scheme: Scheme) -> None:
    """Title, size and states from the left; the size gives way first, then the title is cut."""
    states = [s for s in (row.save_state, *row.notices) if s is not SaveState.SAVED]
    needed = sum(_state_width(state) + scaled(12) for state in states)
    title_width = _advance(row.title, 12, 500)
    size_width = scaled(8) + _advance(row.size, 11, 400) if row.size else 0
    if title_width + size_width + needed > room.width():
        size_width = 0
    title_width = min(title_width, max(room.width() - size_width - needed, scaled(40)))

    x = room.left()
    painter.setFont(interface_font(size=12, weight=500))
    painter.setPen(QColor(scheme.text))
    x += _draw(painter, row.title, x, title_width, room, 12, 500)
    if size_width:
        painter.setFont(interface_font(size=11, numbers=True))
        painter.setPen(QColor(scheme.text2))
        x += scaled(8)
        x += _draw(painter, row.size, x, size_width, room, 11, 400)
    for state in states:
        x += scaled(12)
        if x + scaled(14) > room.left() + room.width():
            return
        x += _paint_state(painter, state, x, room, scheme)


def _paint_state(
    painter: QPainter, state: SaveState | Notice, x: int, room: QRect, scheme: Scheme
) -> int:
    name, token = STATE_ICONS[state]
    colour = getattr(scheme, token)
    size = scaled(12)
    paint_icon(painter, name, colour, x, room.top() + (room.height() - size) // 2, size)
    painter.setFont(interface_font(size=11))
    painter.setPen(QColor(colour))
    words_left = x + size + scaled(4)
    room_left = room.left() + room.width() - words_left
    _draw(painter, state_text(state), words_left, room_left, room, 11, 400)
    return _state_width(state)


def _state_width(state: SaveState | Notice) -> int:
    return scaled(12) + scaled(4) + _advance(state_text(state), 11, 400)


def _draw(
    painter: QPainter, text: str, x: int, width: int, room: QRect, size: int, weight: int
) -> int:
    if _advance(text, size, weight) > width:
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, width)
    place = QRect(x, room.top(), max(width, 0) + 1, room.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return min(width, _advance(text, size, weight))


def _advance(text: str, size: int, weight: int) -> int:
    return _measured(text, scaled(size), size, weight)


@lru_cache(maxsize=2048)
def _measured(text: str, pixels: int, size: int, weight: int) -> int:
    del pixels  # part of the key only: it follows the person's text size
    font = interface_font(size=size, weight=weight, numbers=size == 11)
    return round(QFontMetricsF(font).horizontalAdvance(text)) + 1
