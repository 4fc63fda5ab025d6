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
    QTextEdit,
    QWidget,
)

from app.ui.icons import paint_icon
from app.ui.scheme import Scheme, scaled

Paint = Callable[[QStyleOption, QPainter, QWidget | None, Scheme], None]

_State = QStyle.StateFlag
_Primitive = QStyle.PrimitiveElement


def is_filled(widget: QWidget | None) -> bool:
    """Whether this is the one thing to do next: a button with the property `filled`."""
    return isinstance(widget, QPushButton) and bool(widget.property("filled"))


def rect_of(option: QStyleOption) -> QRect:
    """The place of the part; here, because PySide's stubs do not list the fields of options."""
    return option.rect  # pyright: ignore[reportAttributeAccessIssue]


def has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    """Whether the part is in this state."""
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


def paint_field(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    """The ground of what can be typed into, and its outline."""
    enabled, focused = has(option, _State.State_Enabled), has(option, _State.State_HasFocus)
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        focused = widget.hasFocus()
    rounded(
        painter,
        rect_of(option),
        scheme.field if enabled else scheme.window,
        scheme.accent if focused else scheme.line2,
        width=2 if focused else 1,
    )


def _paint_frame(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        paint_field(option, painter, widget, scheme)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QColor(scheme.line))
    if isinstance(widget, QAbstractItemView | QAbstractScrollArea) and widget.hasFocus():
        painter.setPen(QColor(scheme.accent))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect_of(option).adjusted(0, 0, -1, -1))


def _paint_menu_frame(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QColor(scheme.line2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect_of(option).adjusted(0, 0, -1, -1))


def _paint_menu_ground(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    painter.fillRect(rect_of(option), QColor(scheme.raised))
    _paint_menu_frame(option, painter, widget, scheme)


def _paint_focus(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    """One pixel of accent and one of ground inside it: seen on every surface."""
    if isinstance(widget, QPushButton | QComboBox | QAbstractItemView):
        return  # their own outline says it
    room = rect_of(option)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(scheme.accent), 1))
    painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
    painter.setPen(QPen(QColor(scheme.base), 1))
    painter.drawRoundedRect(QRectF(room).adjusted(1.5, 1.5, -1.5, -1.5), 1, 1)


def _paint_push_button(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    room, enabled = rect_of(option), has(option, _State.State_Enabled)
    pressed = has(option, _State.State_Sunken) or has(option, _State.State_On)
    hovered = has(option, _State.State_MouseOver) and enabled
    focused = has(option, _State.State_HasFocus)
    flat = isinstance(widget, QPushButton) and widget.isFlat()
    outline: str | None
    if is_filled(widget) and enabled:
        ground, outline = scheme.accent, scheme.accent
        if pressed or hovered:
            ground = between(scheme.accent, scheme.text, 0.18 if pressed else 0.09)
    elif flat and not pressed and not hovered:
        ground, outline = None, None
    else:
        ground, outline = scheme.raised if enabled else scheme.window, scheme.line2
        if pressed:
            ground = scheme.accent_wash
        elif hovered:
            ground = between(scheme.raised, scheme.text, 0.05)
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
    enabled = has(option, _State.State_Enabled)
    ground = None
    if has(option, _State.State_On):
        ground = scheme.accent_wash
    elif enabled and has(option, _State.State_Sunken):
        ground = between(scheme.bar, scheme.text, 0.14)
    elif enabled and has(option, _State.State_MouseOver):
        ground = between(scheme.bar, scheme.text, 0.07)
    if ground:
        rounded(painter, rect_of(option), ground, None)
    if has(option, _State.State_HasFocus) and has(option, _State.State_KeyboardFocusChange):
        rounded(painter, rect_of(option), None, scheme.accent, width=2)


def paint_combo(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    """The ground and the arrow of a drop-down; one with the property `flat` has no outline."""
    room, enabled = rect_of(option), has(option, _State.State_Enabled)
    flat = widget is not None and bool(widget.property("flat"))
    hovered = enabled and has(option, _State.State_MouseOver)
    ground = None if flat else scheme.raised if enabled else scheme.window
    if hovered:
        ground = between(scheme.bar if flat else scheme.raised, scheme.text, 0.05)
    outline = None if flat else scheme.line2 if enabled else scheme.line
    rounded(painter, room, ground, outline)
    if has(option, _State.State_HasFocus):
        rounded(painter, room, None, scheme.accent, width=2)
    size = scaled(12)
    colour = scheme.text2 if enabled else scheme.text3
    left = room.right() + 1 - size - scaled(8)
    top = room.top() + (room.height() - size) // 2
    paint_icon(painter, "chevron-down", colour, left, top, size)


def _paint_check(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    room = QRectF(rect_of(option)).adjusted(0.5, 0.5, -0.5, -0.5)
    enabled = has(option, _State.State_Enabled)
    on, partly = has(option, _State.State_On), has(option, _State.State_NoChange)
    colour = scheme.accent if (on or partly) and enabled else scheme.control
    painter.setPen(QPen(QColor(colour), 1))
    painter.setBrush(QColor(colour if on or partly else scheme.field))
    painter.drawRoundedRect(room, scaled(3), scaled(3))
    size = rect_of(option).height() - 4
    if on:
        left, top = rect_of(option).left() + 2, rect_of(option).top() + 2
        paint_icon(painter, "tick", scheme.on_accent, left, top, size)
    elif partly:
        painter.fillRect(room.adjusted(3, 5.5, -3, -5.5), QColor(scheme.on_accent))
    if has(option, _State.State_HasFocus):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(scheme.accent), 1))
        painter.drawRoundedRect(room.adjusted(-2, -2, 2, 2), scaled(4), scaled(4))


def _paint_radio(
    option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    del widget
    room = QRectF(rect_of(option)).adjusted(0.5, 0.5, -0.5, -0.5)
    on = has(option, _State.State_On)
    enabled = has(option, _State.State_Enabled)
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
    if not has(option, _State.State_Children):
        return
    size = scaled(12)
    centre = rect_of(option).center()
    name = "chevron-down" if has(option, _State.State_Open) else "chevron-right"
    left, top = centre.x() - size // 2 + 1, centre.y() - size // 2 + 1
    paint_icon(painter, name, scheme.text2, left, top, size)


def fill(token: str) -> Paint:
    """Paints nothing but a ground."""

    def paint(
        option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
    ) -> None:
        del widget
        painter.fillRect(rect_of(option), QColor(getattr(scheme, token)))

    return paint


def _paint_arrow(name: str) -> Paint:
    def paint(
        option: QStyleOption, painter: QPainter, widget: QWidget | None, scheme: Scheme
    ) -> None:
        del widget
        size = scaled(12)
        centre = rect_of(option).center()
        colour = scheme.text2 if has(option, _State.State_Enabled) else scheme.text3
        left, top = centre.x() - size // 2 + 1, centre.y() - size // 2 + 1
        paint_icon(painter, name, colour, left, top, size)

    return paint


def between(ground: str, ink: str, part: float) -> str:
    """A colour on the way from ground to ink, for a pointer or a press."""
    one, other = QColor(ground), QColor(ink)
    mixed = [
        round(a + (b - a) * part)
        for a, b in zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*mixed).name()


PRIMITIVES: dict[QStyle.PrimitiveElement, Paint] = {
    _Primitive.PE_Frame: _paint_frame,
    _Primitive.PE_FrameLineEdit: paint_field,
    _Primitive.PE_FrameMenu: _paint_menu_frame,
    _Primitive.PE_PanelMenu: _paint_menu_ground,
    _Primitive.PE_PanelTipLabel: _paint_menu_ground,
    _Primitive.PE_FrameFocusRect: _paint_focus,
    _Primitive.PE_FrameStatusBarItem: _paint_nothing,
    _Primitive.PE_FrameTabWidget: _paint_nothing,
    _Primitive.PE_FrameTabBarBase: _paint_nothing,
    _Primitive.PE_FrameDockWidget: _paint_nothing,
    _Primitive.PE_FrameDefaultButton: _paint_nothing,
    _Primitive.PE_PanelScrollAreaCorner: fill("window"),
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
    _Primitive.PE_IndicatorDockWidgetResizeHandle: fill("line"),
    _Primitive.PE_PanelStatusBar: fill("bar"),
}
