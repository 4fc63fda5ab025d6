"""The name line of a row: who it is, how large, and whether its words are safe on disk."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from app.ui.icons import paint_icon
from app.ui.models.roles import Notice, RowData, SaveState
from app.ui.scheme import Scheme, scaled
from app.ui.text import tr
from app.ui.widgets.words import paint_words, words_width

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
    match state:
        case SaveState.SAVED:
            return ""
        case SaveState.JUST_SAVED:
            return tr("saved")
        case SaveState.EDITED:
            return tr("edited")
        case SaveState.SAVING:
            return tr("saving")
        case SaveState.FAILED:
            return tr("not saved")
        case SaveState.CONFLICT:
            return tr("changed on disk")
        case Notice.UNREADABLE_IMAGE:
            return tr("unreadable image")
        case Notice.UNREADABLE_CAPTION:
            return tr("unreadable caption")
        case Notice.SHARED_CAPTION:
            return tr("shared caption")
        case Notice.READ_ONLY:
            return tr("read only")


def paint_name_line(painter: QPainter, row: RowData, room: QRect, scheme: Scheme) -> None:
    """Title, size and states from the left; the size gives way first, then the title is cut."""
    states = [s for s in (row.save_state, *row.notices) if s is not SaveState.SAVED]
    needed = sum(_state_width(state) + scaled(12) for state in states)
    title_width = words_width(row.title, 12, 500)
    size_width = scaled(8) + words_width(row.size, 11) if row.size else 0
    if title_width + size_width + needed > room.width():
        size_width = 0
    title_width = min(title_width, max(room.width() - size_width - needed, scaled(40)))

    place = QRect(room.left(), room.top(), title_width, room.height())
    middle = Qt.TextElideMode.ElideMiddle
    x = room.left() + paint_words(painter, row.title, place, scheme.text, 12, 500, cut=middle)
    if size_width:
        place = QRect(x + scaled(8), room.top(), size_width, room.height())
        x += scaled(8) + paint_words(painter, row.size, place, scheme.text2, 11)
    for state in states:
        x += scaled(12)
        if x + scaled(14) > room.left() + room.width():
            return
        painter.setOpacity(1 - row.fade if state is SaveState.JUST_SAVED else 1)
        x += _paint_state(painter, state, x, room, scheme)
        painter.setOpacity(1)


def _paint_state(
    painter: QPainter, state: SaveState | Notice, x: int, room: QRect, scheme: Scheme
) -> int:
    name, token = STATE_ICONS[state]
    colour = getattr(scheme, token)
    size = scaled(12)
    paint_icon(painter, name, colour, x, room.top() + (room.height() - size) // 2, size)
    left = x + size + scaled(4)
    place = QRect(left, room.top(), room.left() + room.width() - left, room.height())
    paint_words(painter, state_text(state), place, colour, 11)
    return _state_width(state)


def _state_width(state: SaveState | Notice) -> int:
    return scaled(12) + scaled(4) + words_width(state_text(state), 11)
