"""Fields with arrows, drawn as other fields: spin boxes, and drop-downs to type into."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QWidget,
)

from app.ui.icons import paint_icon
from app.ui.scheme import Scheme, scaled
from app.ui.style_parts import between, has, paint_field

ARROWS_WIDE = 24
"""Room for the arrows at the right, in pixels at the base size."""

_State = QStyle.StateFlag
_Part = QStyle.SubControl
_Step = QAbstractSpinBox.StepEnabledFlag


def paint_spin_box(
    option: QStyleOptionSpinBox,
    painter: QPainter,
    parts: tuple[QRect, QRect],
    widget: QWidget | None,
    scheme: Scheme,
) -> None:
    """The frame, and an arrow up and one down in their `parts`."""
    paint_field(option, painter, widget, scheme)
    steps = option.stepEnabled  # pyright: ignore[reportAttributeAccessIssue]
    pressed = option.activeSubControls  # pyright: ignore[reportAttributeAccessIssue]
    for name, room, part, step in (
        ("chevron-up", parts[0], _Part.SC_SpinBoxUp, _Step.StepUpEnabled),
        ("chevron-down", parts[1], _Part.SC_SpinBoxDown, _Step.StepDownEnabled),
    ):
        can = has(option, _State.State_Enabled) and bool(steps & step)
        if can and pressed == part and has(option, _State.State_MouseOver):
            painter.fillRect(room, QColor(between(scheme.field, scheme.text, 0.07)))
        _paint_arrow(painter, name, room, scheme.text2 if can else scheme.line2)


def paint_editable_combo(
    option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None, scheme: Scheme
) -> None:
    """The frame, and one arrow."""
    paint_field(option, painter, widget, scheme)
    room = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
    room.setLeft(room.right() + 1 - scaled(ARROWS_WIDE))
    _paint_arrow(painter, "chevron-down", room, scheme.text2)


def spin_box_part(option: QStyleOption, part: QStyle.SubControl) -> QRect | None:
    """Where the words and the arrows of a spin box are; None for any other part."""
    room = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
    inside = room.adjusted(2, 2, -2, -2)
    left = inside.right() + 1 - scaled(ARROWS_WIDE)
    upper = inside.height() // 2
    match part:
        case _Part.SC_SpinBoxEditField:
            return QRect(
                inside.left() + scaled(4),
                inside.top(),
                left - inside.left() - scaled(4),
                inside.height(),
            )
        case _Part.SC_SpinBoxUp:
            return QRect(left, inside.top(), scaled(ARROWS_WIDE), upper)
        case _Part.SC_SpinBoxDown:
            return QRect(left, inside.top() + upper, scaled(ARROWS_WIDE), inside.height() - upper)
        case _Part.SC_SpinBoxFrame:
            return room
        case _:
            return None


def combo_part(option: QStyleOption, part: QStyle.SubControl) -> QRect | None:
    """Where the words of a drop-down are: as far from the frame as those of a line; else None.

    One without a frame on screen keeps Qt's own place.
    """
    if part is not _Part.SC_ComboBoxEditField or not isinstance(option, QStyleOptionComboBox):
        return None
    if not option.frame or option.direction == Qt.LayoutDirection.RightToLeft:  # pyright: ignore[reportAttributeAccessIssue]
        return None
    room = QRect(option.rect)  # pyright: ignore[reportAttributeAccessIssue]
    own = 2 if option.editable else 1  # pyright: ignore[reportAttributeAccessIssue] - of line or label
    left = scaled(8) - own
    return QRect(
        room.left() + left,
        room.top() + 2,
        room.width() - left - scaled(ARROWS_WIDE),
        room.height() - 4,
    )


def _paint_arrow(painter: QPainter, name: str, room: QRect, colour: str) -> None:
    size = scaled(12)
    left = room.left() + (room.width() - size) // 2
    paint_icon(painter, name, colour, left, room.top() + (room.height() - size) // 2, size)
