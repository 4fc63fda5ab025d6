"""Names and values side by side, painted by one widget: as two labels each, they took as long to
lay out and to paint as all the rest of an entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.images.facts import Fact
from app.ui.scheme import current_scheme, interface_font, scaled, type_key
from app.ui.text import say
from app.ui.widgets.labels import Type
from app.ui.widgets.stamps import Stamps, stamp

BETWEEN = 12
"""From the widest name to the values."""
APART = 4
LEAST = 16
"""Height of a line, whatever its face."""
_TALL = 2000
_LEFT, _MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter
_WRAP = Qt.TextFlag.TextWordWrap
_FLAGS = _LEFT | _WRAP


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact as it is said."""

    name: str
    value: str
    kind: Type
    grounds: str


class FactLines(QWidget):
    """A value that needs more lines than one has them; on what grounds it is said is its tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: tuple[FactLine, ...] = ()
        self._by_width: dict[tuple[int, tuple[str, int]], list[int]] = {}
        """Heights of the lines that are shown: a layout asks a dozen times while it places them."""
        self._stamps = Stamps(2)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these, in this order."""
        shown = tuple(map(_line, facts))
        if shown == self.shown:
            return
        before = self._room()
        self.shown = shown
        self._by_width.clear()
        # Those who cannot see it hear it in one piece.
        self.setAccessibleName("\n".join(f"{one.name}: {one.value}" for one in shown))
        self.setAccessibleDescription("\n".join(one.grounds for one in shown if one.grounds))
        if self._room() != before:
            self.updateGeometry()
        self.update()

    def _room(self) -> tuple[int, int]:
        return self._names(), self.heightForWidth(self.width())

    def _names(self) -> int:
        return max((_width(one.name, type_key()) for one in self.shown), default=0)

    def _heights(self, width: int) -> list[int]:
        key = type_key()
        known = self._by_width.get((width, key))
        if known is None:
            room = width - self._names() - BETWEEN
            known = self._by_width[width, key] = [
                max(_name_height(one.name, key), _height(one.value, one.kind, room, key))
                for one in self.shown
            ]
        return known

    def value_places(self) -> list[QRect]:
        """Where each value stands."""
        left, top, places = self._names() + BETWEEN, 0, list[QRect]()
        for height in self._heights(self.width()):
            places.append(QRect(left, top, self.width() - left, height))
            top += height + scaled(APART)
        return places

    def hasHeightForWidth(self) -> bool:
        """In a narrow place values take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of all lines at that width."""
        heights = self._heights(width)
        return sum(heights) + scaled(APART) * max(len(heights) - 1, 0)

    def sizeHint(self) -> QSize:
        """The names; values take what is left."""
        width = self._names() + BETWEEN
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Names are never cut."""
        lines = max(len(self.shown), 1)
        height = lines * scaled(LEAST) + (lines - 1) * scaled(APART)
        return QSize(self._names() + BETWEEN, height)

    def changeEvent(self, event: QEvent) -> None:
        """Another text size is another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Each value has a tool tip of its own."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for one, place in zip(self.shown, self.value_places(), strict=True):
                if place.contains(event.pos()) and one.grounds:
                    QToolTip.showText(event.globalPos(), one.grounds, self, place)
                    return True
            QToolTip.hideText()
            event.ignore()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stamped: whenever a place above grows or shrinks, all of them are painted again."""
        del event
        painter, scheme = QPainter(self), current_scheme()
        holder = self.parentWidget() or self
        ground = self.palette().color(holder.backgroundRole()).name()
        look = "facts", self.shown
        stamp(painter, self.rect(), scheme, ground, look, self._paint_lines, self._stamps)
        painter.end()

    def _paint_lines(self, painter: QPainter, room: QRect) -> None:
        """Names quiet, values in the colour of what they say."""
        del room
        key = type_key()
        for one, place in zip(self.shown, self.value_places(), strict=True):
            height = _name_height(one.name, key)
            name = QRect(QPoint(0, place.top()), QSize(place.left() - BETWEEN, height))
            _paint(one.name, Type.QUIET, _LEFT | _MIDDLE, painter, name)
            _paint(one.value, one.kind, _LEFT | _MIDDLE | _WRAP, painter, place)


def _paint(text: str, kind: Type, flags: int, painter: QPainter, room: QRect) -> None:
    painter.setFont(_font(kind, type_key()))
    painter.setPen(current_scheme().colour(kind.value[2]))
    painter.drawText(room, flags, text)


def _line(fact: Fact) -> FactLine:
    return FactLine(
        say(fact.label),
        # A number and its sign stay on one line.
        say(fact.text).replace(" %", "\N{NO-BREAK SPACE}%"),
        Type.SMALL if fact.known else Type.QUIET,
        say(fact.grounds) if fact.grounds is not None else "",
    )


@lru_cache(maxsize=16)
def _font(kind: Type, key: tuple[str, int]) -> QFont:
    del key  # of the cache only
    size, weight, _ = kind.value
    return interface_font(size=size, weight=weight, numbers=True)


def _name_height(name: str, key: tuple[str, int]) -> int:
    return max(_height(name, Type.QUIET, _TALL, key), scaled(LEAST))


@lru_cache(maxsize=64)
def _width(text: str, key: tuple[str, int]) -> int:
    metrics = QFontMetrics(_font(Type.QUIET, key))
    return metrics.boundingRect(0, 0, _TALL, _TALL, _LEFT, text).width()


@lru_cache(maxsize=512)
def _height(text: str, kind: Type, width: int, key: tuple[str, int]) -> int:
    """Remembered: a layout asks for the same ones again and again, at two or three widths."""
    metrics = QFontMetrics(_font(kind, key))
    return metrics.boundingRect(0, 0, max(width, 1), _TALL, _FLAGS, text).height()
