"""How the findings tree looks: heads with count and reason, lines with words and their fix."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.icons import paint_icon
from app.ui.models.finding_words import Phrase
from app.ui.models.findings import FindingRole
from app.ui.scheme import SEVERITY_ICONS, Scheme, current_scheme, interface_font, scaled
from app.ui.text_marks import marks_of, paint_underlines, paint_washes
from app.ui.widgets.caption_layout import LayoutCache
from app.ui.widgets.key_caps import key_text, key_width, paint_key
from app.ui.widgets.small_pictures import SmallPictures
from app.ui.widgets.words import RIGHT, paint_words, words_width

Index = QModelIndex | QPersistentModelIndex
NAME_WIDTH = 144
"""From the name of a line to its words, so that words stand below each other."""
THUMBNAIL = 20
FIX_KEY = "Alt+1"


class FindingDelegate(QStyledItemDelegate):
    """Paints a head (icon, title, count, reason) or a line (picture, name, words, message, fix)."""

    def __init__(self, pictures: SmallPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._layouts = LayoutCache(128)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line of the tree."""
        scheme = current_scheme()
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(scheme.selected))
        room = option.rect.adjusted(scaled(4), 0, -scaled(16), 0)
        if index.data(FindingRole.FINDING) is None:
            _paint_head(painter, room, index, scheme)
        else:
            self._paint_line(painter, room, index, scheme, chosen=chosen)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, room: QRect, index: Index, scheme: Scheme, *, chosen: bool
    ) -> None:
        side = scaled(THUMBNAIL)
        place = QRect(room.left(), room.top() + (room.height() - side) // 2, side, side)
        self._paint_thumbnail(painter, place, index.data(FindingRole.ENTRY), scheme)
        left = place.right() + 1 + scaled(8)
        width = min(scaled(NAME_WIDTH), room.width() // 3)
        name = QRect(left, room.top(), width - scaled(12), room.height())
        paint_words(painter, index.data(), name, scheme.text, 12, 500)
        left += width
        right = self._paint_fix(painter, room, left, index, scheme, chosen=chosen)
        phrase = index.data(FindingRole.PHRASE)
        if isinstance(phrase, Phrase) and phrase.text:
            most = min(right - left, max((right - left) // 2, scaled(80)))
            left += self._paint_phrase(painter, phrase, left, most, room, scheme) + scaled(12)
        rest = QRect(left, room.top(), right - left, room.height())
        if rest.width() > scaled(24):
            words = index.data(FindingRole.DETAIL).replace("\n", " ")
            paint_words(painter, words, rest, scheme.text2, 12)

    def _paint_thumbnail(
        self, painter: QPainter, place: QRect, entry: object, scheme: Scheme
    ) -> None:
        if not isinstance(entry, int):
            return
        painter.fillRect(place, QColor(scheme.mat))
        ratio = painter.device().devicePixelRatioF()
        picture = self._pictures.pixmap(entry, place.width(), ratio)
        if picture is not None and not picture.isNull():
            target = QRect(QPoint(), picture.deviceIndependentSize().toSize())
            target.moveCenter(place.center())
            painter.drawPixmap(target, picture)

    def _paint_phrase(
        self, painter: QPainter, phrase: Phrase, left: int, most: int, room: QRect, scheme: Scheme
    ) -> int:
        """The words under their own underline, as in the caption; the width they took."""
        font = interface_font(size=12)
        laid = self._layouts.lay_out(phrase.text, font, scaled(20), most, 1)
        marked = laid.parts(marks_of(phrase.text[: laid.shown], phrase.spans))
        origin = QPointF(left, room.top() + (room.height() - scaled(20)) // 2)
        paint_washes(painter, marked, origin, scheme)
        painter.setPen(QColor(scheme.text))
        laid.draw(painter, origin)
        paint_underlines(painter, marked, origin, font.pixelSize(), scheme)
        return round(laid.last_width())

    def _paint_fix(
        self,
        painter: QPainter,
        room: QRect,
        left: int,
        index: Index,
        scheme: Scheme,
        *,
        chosen: bool,
    ) -> int:
        """What the first fix does, and its key on the current line; where it begins."""
        right, words = room.right() + 1, index.data(FindingRole.FIX)
        if not words or room.width() < scaled(560):
            return right
        if chosen:
            cap = key_text(QKeySequence(FIX_KEY))
            right -= key_width(cap)
            paint_key(painter, cap, right, room, scheme)
            right -= scaled(6)
        width = min(words_width(words, 12), (right - left) // 2)
        place = QRect(right - width, room.top(), width, room.height())
        paint_words(painter, words, place, scheme.text2, 12, align=RIGHT)
        return right - width - scaled(16)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines of one height."""
        del option, index
        return QSize(scaled(200), scaled(24))


def _paint_head(painter: QPainter, room: QRect, index: Index, scheme: Scheme) -> None:
    name, token = SEVERITY_ICONS[index.data(FindingRole.SEVERITY)]
    size = scaled(14)
    top = room.top() + (room.height() - size) // 2
    paint_icon(painter, name, getattr(scheme, token), room.left(), top, size)
    left = room.left() + size + scaled(8)
    for words, weight, colour, gap in (
        (index.data(FindingRole.TITLE), 600, scheme.text, 8),
        (str(index.data(FindingRole.COUNT)), 400, scheme.text2, 12),
        (index.data(FindingRole.DETAIL), 400, scheme.text2, 0),
    ):
        place = QRect(left, room.top(), room.right() + 1 - left, room.height())
        if place.width() < scaled(16):
            return
        left += paint_words(painter, words, place, colour, 12, weight) + scaled(gap)
