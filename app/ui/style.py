"""The style of the window: Fusion made flat, in lines of one pixel and surfaces of four greys."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionToolButton,
    QTextEdit,
    QWidget,
)

from app.ui.icons import icon
from app.ui.scheme import current_scheme, scaled
from app.ui.style_bars import (
    CONTROLS,
    paint_scroll_bar,
    paint_slider,
    paint_tool,
    scroll_bar_part,
    tab_size,
    tool_size,
)
from app.ui.style_fields import combo_part, paint_editable_combo, paint_spin_box, spin_box_part
from app.ui.style_parts import PRIMITIVES, is_filled, paint_combo

_Metric = QStyle.PixelMetric
_Control = QStyle.ControlElement
_Complex = QStyle.ComplexControl
_Hint = QStyle.StyleHint
_Contents = QStyle.ContentsType

_METRICS = {
    _Metric.PM_SplitterWidth: 1,
    _Metric.PM_ToolBarFrameWidth: 0,
    _Metric.PM_ToolBarItemMargin: 0,
    _Metric.PM_ToolBarItemSpacing: 8,
    _Metric.PM_ToolBarHandleExtent: 0,
    _Metric.PM_MenuBarPanelWidth: 0,
    _Metric.PM_MenuBarHMargin: 6,
    _Metric.PM_DockWidgetSeparatorExtent: 1,
    _Metric.PM_DockWidgetFrameWidth: 0,
    _Metric.PM_ScrollBarExtent: 10,
    _Metric.PM_ScrollBarSliderMin: 32,
    _Metric.PM_TabBarTabHSpace: 24,
    _Metric.PM_TabBarTabVSpace: 12,
    _Metric.PM_TabBarTabShiftVertical: 0,
    _Metric.PM_TabBarBaseHeight: 0,
    _Metric.PM_TabBarBaseOverlap: 0,
    _Metric.PM_ButtonMargin: 12,
    _Metric.PM_ButtonShiftHorizontal: 0,
    _Metric.PM_ButtonShiftVertical: 0,
    _Metric.PM_IndicatorWidth: 14,
    _Metric.PM_IndicatorHeight: 14,
    _Metric.PM_ExclusiveIndicatorWidth: 14,
    _Metric.PM_ExclusiveIndicatorHeight: 14,
    _Metric.PM_SmallIconSize: 16,
    _Metric.PM_ButtonIconSize: 16,
    _Metric.PM_ToolBarIconSize: 16,
    _Metric.PM_TreeViewIndentation: 20,
    _Metric.PM_SliderThickness: 20,
    _Metric.PM_SliderLength: 12,
    _Metric.PM_SliderControlThickness: 12,
    _Metric.PM_DefaultFrameWidth: 1,
}
"""Pixels at the base size."""
_UNSCALED = frozenset(
    {
        _Metric.PM_SplitterWidth,
        _Metric.PM_DockWidgetSeparatorExtent,
        _Metric.PM_DefaultFrameWidth,
    }
)
"""Lines stay one pixel at every text size."""
_LEAST = {
    _Contents.CT_PushButton: 28,
    _Contents.CT_LineEdit: 28,
    _Contents.CT_ComboBox: 28,
    _Contents.CT_SpinBox: 28,
    _Contents.CT_ItemViewItem: 24,
    _Contents.CT_HeaderSection: 24,
    _Contents.CT_MenuBarItem: 28,
    _Contents.CT_MenuItem: 26,
}
"""Heights at the base size. Made once: layouts ask some hundred times whenever a page is shown."""
_HINTS = {
    _Hint.SH_TabBar_Alignment: int(Qt.AlignmentFlag.AlignLeft.value),
    _Hint.SH_ScrollBar_LeftClickAbsolutePosition: 0,
    _Hint.SH_EtchDisabledText: 0,
    _Hint.SH_DitherDisabledText: 0,
    _Hint.SH_ToolTipLabel_Opacity: 255,
    _Hint.SH_Widget_Animation_Duration: 0,
    _Hint.SH_ItemView_ShowDecorationSelected: 1,
    _Hint.SH_DockWidget_ButtonsHaveFrame: 0,
    _Hint.SH_UnderlineShortcut: 0,
}


_MESSAGES = {
    QStyle.StandardPixmap.SP_MessageBoxInformation: ("hint", "hint"),
    QStyle.StandardPixmap.SP_MessageBoxWarning: ("warning", "warning"),
    QStyle.StandardPixmap.SP_MessageBoxCritical: ("error", "error"),
    QStyle.StandardPixmap.SP_MessageBoxQuestion: ("help", "text2"),
}
"""The icon of a message, and the token of its colour."""


class ProofsheetStyle(QProxyStyle):
    """Fusion with flat tabs, tool buttons, fields and scroll bars, and one frame for the focus.

    A QPushButton with the property `filled` is the one thing to do next and has the accent.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")
        self.setObjectName("proofsheet")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """The measures of the design at the person's text size."""
        known = _METRICS.get(metric)
        if metric is _Metric.PM_DefaultFrameWidth and isinstance(
            widget, QPlainTextEdit | QTextEdit
        ):
            return 2  # room for the frame of the focus
        if known is None:
            return super().pixelMetric(metric, option, widget)
        return known if metric in _UNSCALED else scaled(known)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        """No animation, tabs at the left, nothing etched."""
        known = _HINTS.get(hint)
        return super().styleHint(hint, option, widget, returnData) if known is None else known

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        contents: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Buttons and fields are 28 high, tabs 32, menu lines 28."""
        if kind is _Contents.CT_TabBarTab:
            return tab_size(option)
        if kind is _Contents.CT_ToolButton and isinstance(option, QStyleOptionToolButton):
            return tool_size(option)
        # The stubs of PySide know no None here; Qt itself passes it.
        size = super().sizeFromContents(kind, option, contents, widget)  # pyright: ignore[reportArgumentType]
        least = _LEAST.get(kind)
        if least is None:
            return size
        if kind is _Contents.CT_ComboBox:
            size.setWidth(size.width() + scaled(10))  # as far from the frame as in other fields
        if kind is not _Contents.CT_MenuItem or size.height() >= scaled(16):
            size.setHeight(max(size.height(), scaled(least)))
        if kind is _Contents.CT_SpinBox:
            size.setHeight(scaled(28))  # Fusion asks for two more than for the other fields
        return size

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Frames, grounds and check marks."""
        paint = PRIMITIVES.get(element)
        if paint is None:
            super().drawPrimitive(element, option, painter, widget)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(option, painter, widget, current_scheme())
        painter.restore()

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Tabs, splitters, bars, and the words on a filled button."""
        paint = CONTROLS.get(element)
        if paint is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(option, painter, widget, current_scheme())
            painter.restore()
            return
        if (
            element is _Control.CE_PushButtonLabel
            and is_filled(widget)
            and isinstance(option, QStyleOptionButton)
        ):
            option = QStyleOptionButton(option)
            palette = QPalette(option.palette)  # pyright: ignore[reportAttributeAccessIssue]
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
                ink = QColor(current_scheme().on_accent)
                palette.setColor(group, QPalette.ColorRole.ButtonText, ink)
            option.palette = palette  # pyright: ignore[reportAttributeAccessIssue]
        super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """A quiet scroll bar and a quiet slider; the rest is Fusion's."""
        if isinstance(option, QStyleOptionSlider) and control in (
            _Complex.CC_ScrollBar,
            _Complex.CC_Slider,
        ):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if control is _Complex.CC_ScrollBar:
                handle = self.subControlRect(
                    control, option, QStyle.SubControl.SC_ScrollBarSlider, widget
                )
                paint_scroll_bar(option, painter, handle, widget, current_scheme())
            else:
                groove = self.subControlRect(
                    control, option, QStyle.SubControl.SC_SliderGroove, widget
                )
                handle = self.subControlRect(
                    control, option, QStyle.SubControl.SC_SliderHandle, widget
                )
                paint_slider(option, painter, groove, handle, current_scheme())
            painter.restore()
            return
        if control in (_Complex.CC_ComboBox, _Complex.CC_SpinBox):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_field(option, painter, widget)
            painter.restore()
            return
        if control is _Complex.CC_ToolButton and isinstance(option, QStyleOptionToolButton):
            self.drawPrimitive(QStyle.PrimitiveElement.PE_PanelButtonTool, option, painter, widget)
            paint_tool(option, painter, current_scheme())
            return
        super().drawComplexControl(control, option, painter, widget)

    def _draw_field(
        self, option: QStyleOptionComplex, painter: QPainter, widget: QWidget | None
    ) -> None:
        scheme = current_scheme()
        if isinstance(option, QStyleOptionSpinBox):
            parts = (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown)
            up, down = (
                self.subControlRect(_Complex.CC_SpinBox, option, part, widget) for part in parts
            )
            paint_spin_box(option, painter, (up, down), widget, scheme)
        elif isinstance(option, QStyleOptionComboBox) and (
            isinstance(widget, QComboBox) and widget.isEditable()
        ):
            paint_editable_combo(option, painter, widget, scheme)
        else:
            paint_combo(option, painter, widget, scheme)

    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,  # noqa: N803 - Qt's name
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        """Messages have the icons of the design."""
        known = _MESSAGES.get(standardIcon)
        if known is not None:
            return icon(*known)
        return super().standardIcon(standardIcon, option, widget)

    def subElementRect(
        self,
        element: QStyle.SubElement,
        option: QStyleOption,
        widget: QWidget | None = None,
    ) -> QRect:
        """Words in a field keep away from its frame; acts beside tabs stand on their line."""
        # As above: None is Qt's own default.
        place = super().subElementRect(element, option, widget)  # pyright: ignore[reportArgumentType]
        if element is QStyle.SubElement.SE_TabWidgetRightCorner:
            place.moveTop(0)  # Fusion hangs it over the line below the tabs
        if element is QStyle.SubElement.SE_LineEditContents and _stands_alone(widget):
            place.adjust(scaled(5), 0, -scaled(5), 0)
        return place

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """A scroll bar without arrow buttons: groove and handle take its whole length."""
        if control is _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            place = scroll_bar_part(option, part, scaled(_METRICS[_Metric.PM_ScrollBarSliderMin]))
            if place is not None:
                return place
        if control in (_Complex.CC_SpinBox, _Complex.CC_ComboBox):
            parts = spin_box_part if control is _Complex.CC_SpinBox else combo_part
            place = parts(option, part)
            if place is not None:
                return place
        # As above: None is Qt's own default.
        return super().subControlRect(control, option, part, widget)  # pyright: ignore[reportArgumentType]


def _stands_alone(widget: QWidget | None) -> bool:
    """Whether this line edit is no part of a combo or spin box, which keep their own distance."""
    parent = widget.parentWidget() if isinstance(widget, QLineEdit) else None
    return parent is not None and not isinstance(parent, QComboBox | QAbstractSpinBox)
