"""How the export plan looks: washed heads, sentences over all columns, files in three columns."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QScrollBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionSlider,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from app.export.planned import PlannedPair
from app.ui.icons import paint_icon
from app.ui.models.plan import PlanRole
from app.ui.scheme import Scheme, current_scheme, scaled
from app.ui.style_parts import between
from app.ui.widgets.key_caps import key_text, key_width, paint_key
from app.ui.widgets.words import LEFT, RIGHT, paint_words, words_width

Index = QModelIndex | QPersistentModelIndex
_COLOURED = {"error": "error", "warning": "warning", "tick": "accent"}
_HEAD = 0.07
"""How far the ground of a head without a wash of its own is on the way from base to text."""
_ICON = 14
HEAD, SENTENCE, LINE = 32, 28, 24
"""Heights of a group's head, of a point that a person decides about, and of a file."""
NAMES = 208
"""Least width of the names, at the base size."""


class PlanTree(QTreeView):
    """Fills whole lines, the place of the branches included, and joins columns of sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(PlanDelegate(self))
        self.setHeaderHidden(True)
        self._bar = _BandedBar(self)
        self.setVerticalScrollBar(self._bar)
        for moved in (self.expanded, self.collapsed):
            moved.connect(lambda _: self._bar.update())
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setIndentation(scaled(20))

    def join_columns(self, parent: QModelIndex | None = None) -> None:
        """Let heads and sentences run over all columns; call it after a new plan."""
        above = parent or QModelIndex()
        for row in range(self.model().rowCount(above)):
            index = self.model().index(row, 0, above)
            if index.data(PlanRole.WIDE):
                self.setFirstColumnSpanned(row, above, True)  # noqa: FBT003 - Qt's signature
                self.join_columns(index)

    def unfold(self, *, folders: bool) -> None:
        """Show what is in the groups, and in the folders too; lines for many stay folded."""
        self.expandToDepth(1 if folders else 0)
        for group in range(self.model().rowCount()):
            head = self.model().index(group, 0)
            for row in range(self.model().rowCount(head)):
                index = self.model().index(row, 0, head)
                if index.data(PlanRole.MORE):
                    self.collapse(index)

    def fit_names(self) -> None:
        """As much of the names as half of the tree has room for."""
        names = max(self.sizeHintForColumn(0), scaled(NAMES))
        self.setColumnWidth(0, min(names, max(self.viewport().width() // 2, scaled(NAMES))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another half."""
        super().resizeEvent(event)
        self.fit_names()

    def heads_in_sight(self) -> Iterator[tuple[QRect, QColor]]:
        """Where groups begin, from edge to edge, and what they are washed with."""
        index = self.indexAt(QPoint(0, 0))
        while index.isValid():
            room = self.visualRect(index)
            if room.top() > self.viewport().height():
                return
            ground = _head_ground(index)
            if ground is not None:
                yield QRect(0, room.top(), self.viewport().width(), room.height()), ground
            index = self.indexBelow(index)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground first, from edge to edge."""
        ground = _head_ground(index)
        if ground is not None:
            room = QRect(option.rect)
            room.setLeft(0)
            room.setRight(self.viewport().width())
            painter.fillRect(room, ground)
        super().drawRow(painter, option, index)


class _BandedBar(QScrollBar):
    """The bands of the heads run on below it, to the edge of the tree."""

    def __init__(self, tree: PlanTree) -> None:
        super().__init__(Qt.Orientation.Vertical, tree)
        self._tree = tree

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and bands, then only the handle of the style."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current_scheme().base))
        for room, ground in self._tree.heads_in_sight():
            painter.fillRect(QRect(0, room.top(), self.width(), room.height()), ground)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        # Without a widget: the style would paint the ground of a view over the bands.
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ScrollBar, option, painter)
        painter.end()


def _head_ground(index: Index) -> QColor | None:
    head = index.data(PlanRole.HEAD)
    if not head:
        return None
    scheme = current_scheme()
    plain = between(scheme.base, scheme.text, _HEAD)
    return QColor(plain if head == "line" else getattr(scheme, head))


class PlanDelegate(QStyledItemDelegate):
    """Paints the cells of PlanModel; words run on where nothing stands at their right."""

    def __init__(self, view: QTreeView | None = None) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell, or the whole line of a sentence."""
        scheme = current_scheme()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected and not index.data(PlanRole.HEAD):
            painter.fillRect(option.rect, QColor(scheme.selected))
        room = option.rect.adjusted(scaled(4), 0, 0, 0)
        if index.data(PlanRole.WIDE):
            _paint_sentence(painter, room.adjusted(0, 0, -scaled(16), 0), index, scheme)
        elif index.column() == 0:
            _paint_name(painter, room, index, scheme)
        elif index.column() == 1:
            if self._view is not None:
                number = index.sibling(index.row(), 2).data()
                taken = words_width(number, 12) + scaled(40) if number else 0
                room.setRight(self._view.viewport().width() - scaled(16) - taken)
            paint_words(painter, index.data() or "", room, scheme.text2, 12)
        else:
            _paint_number(painter, room.adjusted(0, 0, -scaled(16), 0), index, scheme)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heads are higher than points, points than files; as wide as the words."""
        del option
        wide = index.data(PlanRole.WIDE)
        words = 0 if wide else words_width(index.data() or "", 12)
        height = HEAD if index.data(PlanRole.HEAD) else SENTENCE if wide else LINE
        return QSize(words + scaled(48), scaled(height))


def _paint_icon(painter: QPainter, room: QRect, index: Index, scheme: Scheme) -> int:
    name = index.data(PlanRole.ICON)
    if not name:
        return room.left()
    size = scaled(_ICON)
    top = room.top() + (room.height() - size) // 2
    colour = getattr(scheme, _COLOURED.get(name, "text2"))
    paint_icon(painter, name, colour, room.left(), top, size)
    return room.left() + size + scaled(8)


def _paint_name(painter: QPainter, room: QRect, index: Index, scheme: Scheme) -> None:
    left = _paint_icon(painter, room, index, scheme)
    place = QRect(left, room.top(), room.right() - scaled(8) - left, room.height())
    paint_words(painter, index.data() or "", place, scheme.text, 12)


def _paint_number(painter: QPainter, room: QRect, index: Index, scheme: Scheme) -> None:
    words = index.data() or ""
    paint_words(painter, words, room, scheme.text, 12, align=RIGHT)
    pair = index.data(PlanRole.CROP)
    if isinstance(pair, PlannedPair) and pair.treatment.enlarged:
        size = scaled(12)
        left = room.right() - words_width(words, 12) - size - scaled(6)
        top = room.top() + (room.height() - size) // 2
        paint_icon(painter, "warning", scheme.warning, max(left, room.left()), top, size)


def _paint_sentence(painter: QPainter, room: QRect, index: Index, scheme: Scheme) -> None:
    """Name and text run on as one sentence; at the right where it leads, and by which key."""
    left, right = _paint_icon(painter, room, index, scheme), room.right() + 1
    cap = key_text(QKeySequence(index.data(PlanRole.KEY)))
    if cap:
        right -= key_width(cap)
        paint_key(painter, cap, right, room, scheme)
        right -= scaled(6)
    number = index.sibling(index.row(), 2).data()
    if number:
        width = words_width(number, 12)
        place = QRect(right - width, room.top(), width, room.height())
        paint_words(painter, number, place, scheme.text2, 12, align=RIGHT)
        right -= width + scaled(16)
    for words, weight, colour in (
        (index.data(), 600 if index.data(PlanRole.HEAD) or cap else 400, scheme.text),
        (index.sibling(index.row(), 1).data(), 400, scheme.text2),
    ):
        place = QRect(left, room.top(), right - left, room.height())
        if words and place.width() > scaled(16):
            left += paint_words(painter, words, place, colour, 12, weight, align=LEFT) + scaled(8)
