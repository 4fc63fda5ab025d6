"""How bars are painted: tabs, menus, tool buttons, headers, scroll bars, sliders and progress."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QStyle,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionTab,
    QStyleOptionToolButton,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.ui.icons import paint_icon
from app.ui.scheme import Scheme, interface_font, scaled, type_key
from app.ui.style_parts import Paint, between, fill, has, rect_of, rounded

_State = QStyle.StateFlag
_Control = QStyle.ControlElement
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
COUNT_MARK = "  "
"""Two blanks in the words of a tab: what follows is a count, and is painted smaller."""
FOLDED = "folded"
"""A tab bar with this property shows no page below it."""


def _paint_tab(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    room, chosen = rect_of(option), has(option, _State.State_Selected)
    shown = chosen and not _is_folded(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if has(option, _State.State_MouseOver) and not shown:
        painter.fillRect(room, QColor(between(scheme.bar, scheme.text, 0.04)))
    if shown:
        bottom = room.top() + room.height() - 2
        painter.fillRect(room.left(), bottom, room.width(), 2, QColor(scheme.accent))
    if chosen and isinstance(widget, QTabBar) and widget.hasFocus():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, room.adjusted(2, 3, -2, -4), None, scheme.accent)


def _is_folded(bar: QWidget | None) -> bool:
    """Its pages are folded away, so that none of its tabs is the one that is seen."""
    return bar is not None and bool(bar.property(FOLDED))


def _paint_tab_label(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    if not isinstance(option, QStyleOptionTab):
        return
    text: str = option.text  # pyright: ignore[reportAttributeAccessIssue]
    words, _, count = text.partition(COUNT_MARK)
    chosen = has(option, _State.State_Selected) and not _is_folded(widget)
    place = rect_of(option).adjusted(scaled(12), 0, 0, 0)
    painter.setFont(interface_font(weight=600 if chosen else 400))
    painter.setPen(QColor(scheme.text if chosen else scheme.text2))
    painter.drawText(place, int(_MIDDLE | Qt.TextFlag.TextShowMnemonic), words)
    if count:
        place.adjust(painter.fontMetrics().horizontalAdvance(words) + scaled(8), 0, 0, 0)
        painter.setFont(interface_font(size=11, numbers=True))
        painter.setPen(QColor(scheme.text2))
        painter.drawText(place, _MIDDLE, count)


def tab_size(option: QStyleOption) -> QSize:
    """As wide as the chosen form of the words, so that choosing a tab moves no other."""
    text: str = option.text if isinstance(option, QStyleOptionTab) else ""  # pyright: ignore[reportAttributeAccessIssue]
    return QSize(_tab_width(text, type_key()), scaled(32))


@lru_cache(maxsize=64)
def _tab_width(text: str, letters: tuple[str, int]) -> int:
    del letters  # part of the key only
    words, _, count = text.partition(COUNT_MARK)
    width = 2 * scaled(12) + QFontMetrics(interface_font(weight=600)).horizontalAdvance(words)
    if count:
        numbers = QFontMetrics(interface_font(size=11, numbers=True))
        width += scaled(8) + numbers.horizontalAdvance(count)
    return width


def _paint_menu_title(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    if not isinstance(option, QStyleOptionMenuItem):
        return
    room = rect_of(option)
    painter.fillRect(room, QColor(scheme.bar))
    if has(option, _State.State_Selected):
        rounded(painter, room.adjusted(0, 2, 0, -2), between(scheme.bar, scheme.text, 0.08), None)
    painter.setFont(interface_font())
    ink = scheme.text if has(option, _State.State_Selected) else scheme.text2
    painter.setPen(QColor(ink if has(option, _State.State_Enabled) else scheme.text3))
    mnemonic = Qt.TextFlag.TextShowMnemonic
    if not has(option, _State.State_Selected):
        mnemonic = Qt.TextFlag.TextHideMnemonic
    text: str = option.text  # pyright: ignore[reportAttributeAccessIssue]
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | mnemonic), text)


def _paint_header(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    room = rect_of(option)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(room, QColor(scheme.window))
    bottom = room.top() + room.height() - 1
    painter.fillRect(room.left(), bottom, room.width(), 1, QColor(scheme.line))


def _paint_header_label(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    if isinstance(option, QStyleOptionHeader):
        painter.setFont(interface_font(size=12))
        painter.setPen(QColor(scheme.text2))
        room = rect_of(option).adjusted(scaled(4), 0, -scaled(4), 0)
        alignment = option.textAlignment  # pyright: ignore[reportAttributeAccessIssue]
        text: str = option.text  # pyright: ignore[reportAttributeAccessIssue]
        painter.drawText(room, int(alignment | Qt.AlignmentFlag.AlignVCenter), text)


class _Tool:
    """What a tool button shows, from its option."""

    def __init__(self, option: QStyleOptionToolButton) -> None:
        style = option.toolButtonStyle  # pyright: ignore[reportAttributeAccessIssue]
        features = option.features  # pyright: ignore[reportAttributeAccessIssue]
        icon: QIcon = option.icon  # pyright: ignore[reportAttributeAccessIssue]
        text: str = option.text  # pyright: ignore[reportAttributeAccessIssue]
        self.font: QFont = option.font  # pyright: ignore[reportAttributeAccessIssue]
        self.icon_size: QSize = option.iconSize  # pyright: ignore[reportAttributeAccessIssue]
        self.icon = QIcon() if style == Qt.ToolButtonStyle.ToolButtonTextOnly else icon
        words_only = style == Qt.ToolButtonStyle.ToolButtonTextOnly or self.icon.isNull()
        self.text = text
        if style == Qt.ToolButtonStyle.ToolButtonIconOnly and not words_only:
            self.text = ""
        self.has_menu = bool(features & QStyleOptionToolButton.ToolButtonFeature.HasMenu)

    def width(self) -> int:
        """Padding, icon, words and the arrow of a menu."""
        parts = []
        if not self.icon.isNull():
            parts.append(self.icon_size.width())
        if self.text:
            metrics = QFontMetrics(self.font)
            parts.append(metrics.size(Qt.TextFlag.TextShowMnemonic, self.text).width())
        if self.has_menu:
            parts.append(scaled(12))
        padding = scaled(8 if self.text else 6)
        return sum(parts) + scaled(6) * max(len(parts) - 1, 0) + 2 * padding


def tool_size(option: QStyleOption) -> QSize:
    """28 high, and as wide as its parts."""
    if not isinstance(option, QStyleOptionToolButton):
        return QSize()
    return QSize(max(_Tool(option).width(), scaled(28)), scaled(28))


def paint_tool(option: QStyleOptionToolButton, painter: QPainter, scheme: Scheme) -> None:
    """Icon, words and arrow of a tool button, side by side; its ground is painted before."""
    tool, room = _Tool(option), rect_of(option)
    enabled = has(option, _State.State_Enabled)
    x = room.left() + max((room.width() - tool.width()) // 2, 0)
    x += scaled(8 if tool.text else 6)
    if not tool.icon.isNull():
        size = tool.icon_size
        top = room.top() + (room.height() - size.height()) // 2
        mode = QIcon.Mode.Normal if enabled else QIcon.Mode.Disabled
        tool.icon.paint(painter, QRect(QPoint(x, top), size), Qt.AlignmentFlag.AlignCenter, mode)
        x += size.width() + scaled(6)
    if tool.text:
        painter.setFont(tool.font)
        painter.setPen(QColor(scheme.text if enabled else scheme.text3))
        flags = Qt.TextFlag.TextHideMnemonic
        width = painter.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, tool.text).width()
        place = QRect(x, room.top(), width + 1, room.height())
        painter.drawText(place, int(_MIDDLE | flags), tool.text)
        x += width + scaled(6)
    if tool.has_menu:
        size = scaled(12)
        top = room.top() + (room.height() - size) // 2
        paint_icon(painter, "chevron-down", scheme.text2, x, top, size)


def _paint_groove(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    rounded(painter, rect_of(option), scheme.track, None)


def _paint_progress(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    if not isinstance(option, QStyleOptionProgressBar):
        return
    span = option.maximum - option.minimum  # pyright: ignore[reportAttributeAccessIssue]
    done = option.progress - option.minimum  # pyright: ignore[reportAttributeAccessIssue]
    room = QRect(rect_of(option))
    # Without an end in sight Qt asks for a moving stripe; a still one says the same.
    room.setWidth(round(room.width() * (done / span if span > 0 else 0.3)))
    rounded(painter, room, scheme.accent, None)


def paint_scroll_bar(
    option: QStyleOptionSlider,
    painter: QPainter,
    handle: QRect,
    widget: QWidget | None,
    scheme: Scheme,
) -> None:
    """A handle on the ground of its view; darker under the pointer."""
    holder = widget.parentWidget() if widget is not None else None
    area = holder.parentWidget() if holder is not None else None
    if isinstance(area, QAbstractItemView):
        painter.fillRect(rect_of(option), QColor(scheme.base))
    elif isinstance(area, QPlainTextEdit | QTextEdit):
        painter.fillRect(rect_of(option), area.palette().base())
    idle = option.maximum <= option.minimum  # pyright: ignore[reportAttributeAccessIssue]
    if idle or not has(option, _State.State_Enabled) or handle.isEmpty():
        return
    strong = has(option, _State.State_MouseOver) or has(option, _State.State_Sunken)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.control if strong else scheme.line2))
    upright = has(option, _State.State_Horizontal) is False
    inset = (0, 2) if not upright else (2, 0)
    place = QRectF(handle).adjusted(inset[0] + 1, inset[1] + 1, -inset[0] - 1, -inset[1] - 1)
    radius = min(place.width(), place.height()) / 2
    painter.drawRoundedRect(place, min(radius, 3), min(radius, 3))


def paint_slider(
    option: QStyleOptionSlider, painter: QPainter, groove: QRect, handle: QRect, scheme: Scheme
) -> None:
    """A line and a round handle; the accent when it has the focus."""
    line = QRectF(groove)
    if has(option, _State.State_Horizontal):
        line = QRectF(groove.left(), groove.center().y(), groove.width(), 2)
    else:
        line = QRectF(groove.center().x(), groove.top(), 2, groove.height())
    painter.fillRect(line, QColor(scheme.line2))
    focused = has(option, _State.State_HasFocus)
    enabled = has(option, _State.State_Enabled)
    colour = scheme.accent if focused else scheme.text2 if enabled else scheme.line2
    painter.setPen(QPen(QColor(colour), 2 if focused else 1))
    painter.setBrush(QColor(scheme.raised))
    size = min(handle.width(), handle.height()) - 1
    place = QRectF(0, 0, size, size)
    place.moveCenter(QRectF(handle).center())
    painter.drawEllipse(place)


def scroll_bar_part(
    option: QStyleOptionSlider, part: QStyle.SubControl, least: int
) -> QRect | None:
    """Where a part of a scroll bar without arrow buttons stands; None: ask Qt."""
    room = rect_of(option)
    upright = not has(option, _State.State_Horizontal)
    length = room.height() if upright else room.width()
    low, high = option.minimum, option.maximum  # pyright: ignore[reportAttributeAccessIssue]
    page, at = option.pageStep, option.sliderPosition  # pyright: ignore[reportAttributeAccessIssue]
    span = max(high - low, 0)
    size = length
    if span:
        size = min(max(round(length * page / (span + page)), least), length)
    start = QStyle.sliderPositionFromValue(low, high, at, length - size) if span else 0

    def stretch(begin: int, end: int) -> QRect:
        if upright:
            return QRect(room.left(), room.top() + begin, room.width(), end - begin)
        return QRect(room.left() + begin, room.top(), end - begin, room.height())

    return {
        QStyle.SubControl.SC_ScrollBarGroove: stretch(0, length),
        QStyle.SubControl.SC_ScrollBarSlider: stretch(start, start + size),
        QStyle.SubControl.SC_ScrollBarSubPage: stretch(0, start),
        QStyle.SubControl.SC_ScrollBarAddPage: stretch(start + size, length),
        QStyle.SubControl.SC_ScrollBarAddLine: QRect(),
        QStyle.SubControl.SC_ScrollBarSubLine: QRect(),
    }.get(part)


CONTROLS: dict[QStyle.ControlElement, Paint] = {
    _Control.CE_Splitter: fill("line"),
    _Control.CE_TabBarTabShape: _paint_tab,
    _Control.CE_TabBarTabLabel: _paint_tab_label,
    _Control.CE_MenuBarItem: _paint_menu_title,
    _Control.CE_HeaderSection: _paint_header,
    _Control.CE_HeaderEmptyArea: _paint_header,
    _Control.CE_HeaderLabel: _paint_header_label,
    _Control.CE_MenuBarEmptyArea: fill("bar"),
    _Control.CE_ToolBar: fill("bar"),
    _Control.CE_ProgressBarGroove: _paint_groove,
    _Control.CE_ProgressBarContents: _paint_progress,
}
