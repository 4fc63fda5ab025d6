"""Chips: findings in a few words, painted, laid out and found again under the pointer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout

from app.ui.icons import paint_icon
from app.ui.models.roles import ChipAction, ChipData
from app.ui.scheme import SEVERITY_ICONS, Scheme, colour_of, interface_font, scaled
from app.ui.text_marks import marks_of, paint_marks
from app.ui.widgets.caption_layout import place_lines
from app.ui.widgets.stamps import stamp
from app.ui.widgets.words import CENTRE, paint_words, words_width

ACTION_ICONS = {
    ChipAction.COMPARE: "",
    ChipAction.SAVE_ANYWAY: "",
    ChipAction.SHOW_IN_FOLDER: "folder",
    ChipAction.SHOW_PARTNER: "link",
}


@dataclass(frozen=True, slots=True)
class ChipPlace:
    """A chip and the room it got; its words are cut with an ellipsis where that is less."""

    chip: ChipData
    room: QRect


@dataclass(frozen=True, slots=True)
class ChipRow:
    """The chips that fit, and how many did not."""

    places: tuple[ChipPlace, ...]
    hidden: int
    more: QRect
    """Where "+2" stands; empty if nothing is hidden."""

    def at(self, point: QPoint) -> ChipData | None:
        """The chip under a point."""
        for place in self.places:
            if place.room.contains(point):
                return place.chip
        return None


def chip_width(chip: ChipData) -> int:
    """What a chip takes with all its words."""
    words = words_width(chip.text, 12, _weight(chip))
    if _is_button(chip):
        return words + 2 * scaled(10)
    return scaled(4 + 14 + 4) + words + scaled(8)


def lay_chips(chips: Sequence[ChipData], room: QRect) -> ChipRow:
    """Put the chips side by side, worst first; what does not fit becomes "+2".

    The first chip is always shown, cut if it must be: a finding is never only a number.
    """
    gap, right = scaled(8), room.left() + room.width()
    places: list[ChipPlace] = []
    x = room.left()
    for number, chip in enumerate(chips):
        width = chip_width(chip)
        rest = len(chips) - number - 1
        limit = right - (_more_width(rest) + gap if rest else 0)
        if x + width > limit and places:
            break
        width = min(width, max(limit - x, scaled(22)))
        places.append(ChipPlace(chip, QRect(x, room.top(), width, room.height())))
        x += width + gap
    hidden = len(chips) - len(places)
    more = QRect(x, room.top(), _more_width(hidden), room.height()) if hidden else QRect()
    return ChipRow(tuple(places), hidden, more)


def _paint_chip(
    painter: QPainter, room: QRect, *, chip: ChipData, scheme: Scheme, on_current: bool
) -> None:
    button = _is_button(chip)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = scheme.raised if on_current or button else scheme.window
    painter.setBrush(colour_of(ground))
    radius = scaled(4 if button else 3)
    if button:
        painter.setPen(QPen(colour_of(scheme.line2), 1))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    elif on_current:
        painter.setPen(QPen(colour_of(scheme.chip_edge), 1))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(room), radius, radius)
    painter.restore()
    left = room.left() + scaled(10 if button else 4)
    if not button:
        name, token = _icon(chip)
        size = scaled(14)
        top = room.top() + (room.height() - size) // 2
        paint_icon(painter, name, getattr(scheme, token), left, top, size)
        left += size + scaled(4)
    width = room.left() + room.width() - scaled(10 if button else 8) - left
    _paint_words(painter, chip, QRect(left, room.top(), width + 1, room.height()), scheme)


def paint_chip_row(
    painter: QPainter, row: ChipRow, scheme: Scheme, ground: str, *, on_current: bool
) -> None:
    """Paint all chips of an entry on a row of that ground; only their icons are coloured."""
    for place in row.places:
        chip = place.chip
        look = ("chip", chip.text, chip.spans, chip.severity, chip.action, on_current)
        paint = partial(_paint_chip, chip=chip, scheme=scheme, on_current=on_current)
        stamp(painter, place.room, scheme, ground, look, paint)
    if row.hidden:
        paint_words(painter, f"+{row.hidden}", row.more, scheme.text2, 12, align=CENTRE)


def paint_chip_icons(
    painter: QPainter, chips: Sequence[ChipData], room: QRect, scheme: Scheme
) -> None:
    """The short form for the lowest rows: the icons of all findings, worst first."""
    size = min(scaled(12), room.height())
    x = room.left()
    for chip in chips:
        if chip.severity is None or x + size > room.left() + room.width():
            return
        name, token = _icon(chip)
        paint_icon(painter, name, getattr(scheme, token), x, room.top(), size)
        x += size + scaled(4)


def _paint_words(painter: QPainter, chip: ChipData, room: QRect, scheme: Scheme) -> None:
    weight = _weight(chip)
    if not chip.spans:
        paint_words(painter, chip.text, room, scheme.text, 12, weight)
        return
    text, shown = chip.text, len(chip.text)
    if words_width(text, 12, weight) > room.width():
        metrics = QFontMetricsF(_font(weight))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        shown = len(text) - 1
    layout = _one_line(text, scaled(12), weight, room.height())
    painter.setPen(colour_of(scheme.text))
    origin = QPointF(room.topLeft())
    layout.draw(painter, origin)
    spans = [replace(s, end=min(s.end, shown)) for s in chip.spans if s.start < shown]
    paint_marks(painter, layout, origin, marks_of(text, spans), scheme)


def _icon(chip: ChipData) -> tuple[str, str]:
    if chip.severity is not None:
        return SEVERITY_ICONS[chip.severity]
    return (ACTION_ICONS[chip.action] if chip.action else "dot") or "dot", "text2"


def _is_button(chip: ChipData) -> bool:
    return chip.action in (ChipAction.COMPARE, ChipAction.SAVE_ANYWAY)


def _weight(chip: ChipData) -> int:
    return 500 if _is_button(chip) else 400


def _more_width(hidden: int) -> int:
    return scaled(16) + 8 * len(str(hidden)) if hidden else 0


def _font(weight: int) -> QFont:
    return interface_font(size=12, weight=weight, numbers=True)


@lru_cache(maxsize=512)
def _one_line(text: str, pixels: int, weight: int, height: int) -> QTextLayout:
    del pixels  # part of the key only: it follows the person's text size
    font = _font(weight)
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    place_lines(layout, font, height)
    return layout
