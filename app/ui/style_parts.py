"""How each part of the window is painted: flat functions of option, painter, widget and scheme."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOption,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.ui.icons import paint_icon
from app.ui.scheme import Scheme, scaled

Paint = Callable[[QStyleOption, QPainter, QWidget | None, Scheme], None]

_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement


def is_filled(widget: QWidget | None) -> bool:
    """Whether this is the one thing to do next: a button with the property `filled`."""
    return isinstance(widget, QPushButton) and bool(widget.property("filled"))


def _rect(option: QStyleOption) -> QRect:
    return option.rect  # pyright: ignore[reportAttributeAccessIssue]


def _has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)  # pyright: ignore[reportAttributeAccessIssue]


def rounded(
    painter: QPainter, room: QRect, ground: str | None, outline: str | None, *, width: int = 1
) -> None:
    """A rectangle with corners of 4, its outline inside `room`."""
    inset = width / 2 if outline else 0.0
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(outline), width) if outline else Qt.PenStyle.NoPen)
    place = QRectF(room).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(place, scaled(4), scaled(4))


def _paint_nothing(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del option, painter, widget, scheme


def _paint_field(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    enabled, focused = _has(option, _State.State_Enabled), _has(option, _State.State_HasFocus)
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        focused = widget.hasFocus()
    rounded(
        painter,
        _rect(option),
        scheme.field if enabled else scheme.window,
        scheme.accent if focused else scheme.line2,
        width=2 if focused else 1,
    )


def _paint_frame(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        _paint_field(option, painter, widget, scheme)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QColor(scheme.line))
    if isinstance(widget, QAbstractItemView | QAbstractScrollArea) and widget.hasFocus():
        painter.setPen(QColor(scheme.accent))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_rect(option).adjusted(0, 0, -1, -1))


def _paint_menu_frame(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QColor(scheme.line2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(_rect(option).adjusted(0, 0, -1, -1))


def _paint_menu_ground(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    painter.fillRect(_rect(option), QColor(scheme.raised))
    _paint_menu_frame(option, painter, widget, scheme)


def _paint_focus(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    """One pixel of accent and one of ground inside it: seen on every surface."""
    if isinstance(widget, QPushButton | QComboBox | QAbstractItemView):
        return  # their own outline says it
    room = _rect(option)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(scheme.accent), 1))
    painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.setPen(QPen(QColor(scheme.base), 1))
    painter.drawRoundedRect(QRectF(room).adjusted(1.5, 1.5, -1.5, -1.5), 1, 1)


def _paint_push_button(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    room, enabled = _rect(option), _has(option, _State.State_Enabled)
    pressed = _has(option, _State.State_Sunken) or _has(option, _State.State_On)
    hovered = _has(option, _State.State_MouseOver) and enabled
    focused = _has(option, _State.State_HasFocus)
    flat = isinstance(widget, QPushButton) and widget.isFlat()
    outline: str | None
    if is_filled(widget) and enabled:
        ground, outline = scheme.accent, scheme.accent
        if pressed or hovered:
            ground = _between(scheme.accent, scheme.text, 0.18 if pressed else 0.09)
    elif flat and not pressed and not hovered:
        ground, outline = None, None
    else:
        ground, outline = scheme.raised if enabled else scheme.window, scheme.line2
        if pressed:
            ground = scheme.accent_wash
        elif hovered:
            ground = _between(scheme.raised, scheme.text, 0.05)
        if flat:
            outline = None
        elif not enabled:
            outline = scheme.line
    rounded(painter, room, ground, outline)
    if focused:
        if is_filled(widget) and enabled:
            inner = QRectF(room).adjusted(2.5, 2.5, -2.5, -2.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.on_accent), 1))
            painter.drawRoundedRect(inner, 2, 2)
        else:
            rounded(painter, room, None, scheme.accent, width=2)


def _paint_tool_button(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    enabled = _has(option, _State.State_Enabled)
    ground = None
    if _has(option, _State.State_On):
        ground = scheme.accent_wash
    elif enabled and _has(option, _State.State_Sunken):
        ground = _between(scheme.bar, scheme.text, 0.14)
    elif enabled and _has(option, _State.State_MouseOver):
        ground = _between(scheme.bar, scheme.text, 0.07)
    if ground:
        rounded(painter, _rect(option), ground, None)
    if _has(option, _State.State_HasFocus) and _has(option, _State.State_KeyboardFocusChange):
        rounded(painter, _rect(option), None, scheme.accent, width=2)


def _paint_check(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    room = QRectF(_rect(option)).adjusted(0.5, 0.5, -0.5, -0.5)
    enabled = _has(option, _State.State_Enabled)
    on, partly = _has(option, _State.State_On), _has(option, _State.State_NoChange)
    colour = scheme.accent if (on or partly) and enabled else scheme.control
    painter.setPen(QPen(QColor(colour), 1))
    painter.setBrush(QColor(colour if on or partly else scheme.field))
    painter.drawRoundedRect(room, scaled(3), scaled(3))
    size = _rect(option).height() - 4
    if on:
        left, top = _rect(option).left() + 2, _rect(option).top() + 2
        paint_icon(painter, "tick", scheme.on_accent, left, top, size)
    elif partly:
        painter.fillRect(room.adjusted(3, 5.5, -3, -5.5), QColor(scheme.on_accent))
    if _has(option, _State.State_HasFocus):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(scheme.accent), 1))
        painter.drawRoundedRect(room.adjusted(-2, -2, 2, 2), scaled(4), scaled(4))


def _paint_radio(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    room = QRectF(_rect(option)).adjusted(0.5, 0.5, -0.5, -0.5)
    on = _has(option, _State.State_On)
    enabled = _has(option, _State.State_Enabled)
    colour = scheme.accent if on and enabled else scheme.control
    painter.setPen(QPen(QColor(colour), 1))
    painter.setBrush(QColor(scheme.field))
    painter.drawEllipse(room)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(room.adjusted(3, 3, -3, -3))


def _paint_branch(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    if not _has(option, _State.State_Children):
        return
    size = scaled(12)
    centre = _rect(option).center()
    name = "chevron-down" if _has(option, _State.State_Open) else "chevron-right"
    left, top = centre.x() - size // 2 + 1, centre.y() - size // 2 + 1
    paint_icon(painter, name, scheme.text2, left, top, size)


def _paint_arrow(name: str) -> Paint:
    def paint(
        option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
    ) -> None:
        del widget
        size = scaled(12)
        centre = _rect(option).center()
        colour = scheme.text2 if _has(option, _State.State_Enabled) else scheme.text3
        left, top = centre.x() - size // 2 + 1, centre.y() - size // 2 + 1
        paint_icon(painter, name, colour, left, top, size)

    return paint


def _paint_tab(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    room, chosen = _rect(option), _has(option, _State.State_Selected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if _has(option, _State.State_MouseOver) and not chosen:
        painter.fillRect(room, QColor(_between(scheme.bar, scheme.text, 0.04)))
    if chosen:
        bottom = room.top() + room.height() - 2
        painter.fillRect(room.left(), bottom, room.width(), 2, QColor(scheme.accent))
    if chosen and isinstance(widget, QTabBar) and widget.hasFocus():
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rounded(painter, room.adjusted(2, 3, -2, -4), None, scheme.accent)


def _fill(token: str) -> Paint:
    def paint(
        option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
    ) -> None:
        del widget
        painter.fillRect(_rect(option), QColor(getattr(scheme, token)))

    return paint


def _paint_groove(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    rounded(painter, _rect(option), scheme.track, None)


def _paint_progress(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    if not isinstance(option, QStyleOptionProgressBar):
        return
    span = option.maximum - option.minimum  # pyright: ignore[reportAttributeAccessIssue]
    done = option.progress - option.minimum  # pyright: ignore[reportAttributeAccessIssue]
    room = QRect(_rect(option))
    # Without an end in sight Qt asks for a moving stripe; a still one says the same.
    room.setWidth(round(room.width() * (done / span if span > 0 else 0.3)))
    rounded(painter, room, scheme.accent, None)


def paint_scroll_bar(
    option: QStyleOptionSlider, painter: QPainter, handle: QRect, scheme: Scheme
) -> None:
    """A handle on nothing; darker under the pointer."""
    if not _has(option, _State.State_Enabled) or handle.isEmpty():
        return
    strong = _has(option, _State.State_MouseOver) or _has(option, _State.State_Sunken)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.control if strong else scheme.line2))
    upright = _has(option, _State.State_Horizontal) is False
    inset = (0, 2) if not upright else (2, 0)
    place = QRectF(handle).adjusted(inset[0] + 1, inset[1] + 1, -inset[0] - 1, -inset[1] - 1)
    radius = min(place.width(), place.height()) / 2
    painter.drawRoundedRect(place, min(radius, 3), min(radius, 3))


def paint_slider(
    option: QStyleOptionSlider, painter: QPainter, groove: QRect, handle: QRect, scheme: Scheme
) -> None:
    """A line and a round handle; the accent when it has the focus."""
    line = QRectF(groove)
    if _has(option, _State.State_Horizontal):
        line = QRectF(groove.left(), groove.center().y(), groove.width(), 2)
    else:
        line = QRectF(groove.center().x(), groove.top(), 2, groove.height())
    painter.fillRect(line, QColor(scheme.line2))
    focused = _has(option, _State.State_HasFocus)
    enabled = _has(option, _State.State_Enabled)
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
    room = _rect(option)
    upright = not _has(option, _State.State_Horizontal)
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


def _between(ground: str, ink: str, part: float) -> str:
    """A colour on the way from ground to ink, for a pointer or a press."""
    one, other = QColor(ground), QColor(ink)
    mixed = [
        round(a + (b - a) * part)
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*mixed).name()


PRIMITIVES: dict[QStyle.PrimitiveElement, Paint] = {
    _Primitive.PE_Frame: _paint_frame,
    _Primitive.PE_FrameLineEdit: _paint_field,
    _Primitive.PE_FrameMenu: _paint_menu_frame,
    _Primitive.PE_PanelMenu: _paint_menu_ground,
    _Primitive.PE_PanelTipLabel: _paint_menu_ground,
    _Primitive.PE_FrameFocusRect: _paint_focus,
    _Primitive.PE_FrameStatusBarItem: _paint_nothing,
    _Primitive.PE_FrameTabWidget: _paint_nothing,
    _Primitive.PE_FrameTabBarBase: _paint_nothing,
    _Primitive.PE_FrameDockWidget: _paint_nothing,
    _Primitive.PE_FrameDefaultButton: _paint_nothing,
    _Primitive.PE_PanelButtonCommand: _paint_push_button,
    _Primitive.PE_PanelButtonTool: _paint_tool_button,
    _Primitive.PE_IndicatorCheckBox: _paint_check,
    _Primitive.PE_IndicatorItemViewItemCheck: _paint_check,
    _Primitive.PE_IndicatorRadioButton: _paint_radio,
    _Primitive.PE_IndicatorBranch: _paint_branch,
    _Primitive.PE_IndicatorArrowDown: _paint_arrow("chevron-down"),
    _Primitive.PE_IndicatorArrowUp: _paint_arrow("chevron-up"),
    _Primitive.PE_IndicatorArrowLeft: _paint_arrow("chevron-left"),
    _Primitive.PE_IndicatorArrowRight: _paint_arrow("chevron-right"),
    _Primitive.PE_IndicatorDockWidgetResizeHandle: _fill("line"),
}
CONTROLS: dict[QStyle.ControlElement, Paint] = {
    _Control.CE_Splitter: _fill("line"),
    _Control.CE_TabBarTabShape: _paint_tab,
    _Control.CE_MenuBarEmptyArea: _fill("bar"),
    _Control.CE_ToolBar: _fill("bar"),
    _Control.CE_ProgressBarGroove: _paint_groove,
    _Control.CE_ProgressBarContents: _paint_progress,
}
