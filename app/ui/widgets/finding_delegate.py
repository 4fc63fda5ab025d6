"""How the findings tree looks: heads with count and reason, lines with words and their fix."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QColor, QKeySequence, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.lint.rule import Severity
from app.ui.icons import paint_icon
from app.ui.models.finding_words import Phrase
from app.ui.models.findings import FindingRole
from app.ui.scheme import SEVERITY_ICONS, Scheme, current_scheme, interface_font, scaled
from app.ui.text_marks import marks_of, paint_underlines, paint_washes
from app.ui.widgets.caption_layout import LayoutCache
from app.ui.widgets.key_caps import key_text, key_width, paint_key
from app.ui.widgets.small_pictures import SmallPictures
from app.ui.widgets.stamps import Stamps, stamp
from app.ui.widgets.words import RIGHT, paint_words, words_width

Index = QModelIndex | QPersistentModelIndex
NAME_WIDTH = 144
"""From the name of a line to its words, so that words stand below each other."""
THUMBNAIL = 20
FIX_KEY = "Alt+1"


@dataclass(frozen=True, slots=True)
class _Head:
    """What a head shows."""

    severity: Severity
    title: str
    count: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Line:
    """What a line shows beside its picture."""

    name: str
    phrase: Phrase | None
    message: str
    fix: str
    chosen: bool


class FindingDelegate(QStyledItemDelegate):
    """Paints a head (icon, title, count, reason) or a line (picture, name, words, message, fix)."""

    def __init__(self, pictures: SmallPictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._layouts = LayoutCache(128)
        self._stamps = Stamps(128)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line of the tree."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self.put(painter, option.rect, index, chosen=chosen)

    def put(self, painter: QPainter, place: QRect, index: Index, *, chosen: bool) -> None:
        """Stamp a line: most of the tree is the same after findings have changed."""
        scheme = current_scheme()
        entry = index.data(FindingRole.ENTRY)
        is_head = index.data(FindingRole.FINDING) is None
        shown = _head_of(index) if is_head else _line_of(index, chosen)
        look = "finding", shown, chosen
        paint = partial(self._paint, shown, chosen, scheme)
        ground = scheme.selected if chosen else scheme.base
        painter.save()
        stamp(painter, place, scheme, ground, look, paint, self._stamps)
        if isinstance(shown, _Line):
            self._paint_thumbnail(painter, _picture_in(_inside(place)), entry, scheme)
        painter.restore()

    def _paint(
        self, shown: _Head | _Line, chosen: bool, scheme: Scheme, painter: QPainter, place: QRect
    ) -> None:
        if chosen:
            painter.fillRect(place, QColor(scheme.selected))
        if isinstance(shown, _Head):
            _paint_head(painter, _inside(place), shown, scheme)
        else:
            self._paint_line(painter, _inside(place), shown, scheme)

    def _paint_line(self, painter: QPainter, room: QRect, line: _Line, scheme: Scheme) -> None:
        left = _picture_in(room).right() + 1 + scaled(8)
        width = min(scaled(NAME_WIDTH), room.width() // 3)
        name = QRect(left, room.top(), width - scaled(12), room.height())
        paint_words(painter, line.name, name, scheme.text, 12, 500)
        left += width
        right = self._paint_fix(painter, room, left, line, scheme)
        phrase = line.phrase
        if phrase is not None and phrase.text:
            most = min(right - left, max((right - left) // 2, scaled(80)))
            left += self._paint_phrase(painter, phrase, left, most, room, scheme) + scaled(12)
        rest = QRect(left, room.top(), right - left, room.height())
        if rest.width() > scaled(24):
            paint_words(painter, line.message, rest, scheme.text2, 12)

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
        self, painter: QPainter, room: QRect, left: int, line: _Line, scheme: Scheme
    ) -> int:
        """What the first fix does, and its key on the current line; where it begins."""
        right, words = room.right() + 1, line.fix
        if not words or room.width() < scaled(560):
            return right
        if line.chosen:
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


def _inside(place: QRect) -> QRect:
    return place.adjusted(scaled(4), 0, -scaled(16), 0)


def _picture_in(room: QRect) -> QRect:
    side = scaled(THUMBNAIL)
    return QRect(room.left(), room.top() + (room.height() - side) // 2, side, side)


def _head_of(index: Index) -> _Head:
    return _Head(
        index.data(FindingRole.SEVERITY),
        index.data(FindingRole.TITLE),
        str(index.data(FindingRole.COUNT)),
        index.data(FindingRole.DETAIL),
    )


def _line_of(index: Index, chosen: bool) -> _Line:
    phrase = index.data(FindingRole.PHRASE)
    return _Line(
        index.data(),
        phrase if isinstance(phrase, Phrase) else None,
        index.data(FindingRole.DETAIL).replace("\n", " "),
        index.data(FindingRole.FIX),
        chosen,
    )


def _paint_head(painter: QPainter, room: QRect, head: _Head, scheme: Scheme) -> None:
    name, token = SEVERITY_ICONS[head.severity]
    size = scaled(14)
    top = room.top() + (room.height() - size) // 2
    paint_icon(painter, name, getattr(scheme, token), room.left(), top, size)
    left = room.left() + size + scaled(8)
    for words, weight, colour, gap in (
        (head.title, 600, scheme.text, 8),
        (head.count, 400, scheme.text2, 12),
        (head.reason, 400, scheme.text2, 0),
    ):
        place = QRect(left, room.top(), room.right() + 1 - left, room.height())
        if place.width() < scaled(16):
            return
        left += paint_words(painter, words, place, colour, 12, weight) + scaled(gap)
