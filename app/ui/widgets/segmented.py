"""A group of segments of which one is chosen; a last one, "?", may mean that nothing was said."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.scheme import current_scheme, interface_font, scaled
from app.ui.text import tr
from app.ui.widgets.stamps import stamp


class Segmented(QWidget):
    """One choice out of a few: 1, 2 and so on choose, 0 takes back, arrow keys move it.

    Tab passes by in one step.
    """

    chosen = Signal(object)
    """The value that the person chose; None for "?"."""

    def __init__(
        self, parent: QWidget | None = None, *, per_row: int = 99, unsaid: bool = True
    ) -> None:
        super().__init__(parent)
        self._unsaid = unsaid
        self._per_row = per_row
        self._values: list[object] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))
        self._group.idToggled.connect(self._move_tab_stop)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(scaled(4))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these values with their words, and "?" behind them, which is chosen then.

        Without a "?" the first one is chosen.
        """
        values = [value for value, _ in options]
        words = [words for _, words in options]
        if self._unsaid:
            values.append(None)
            words.append("?")
        if values != self._values:
            self._put_segments(values)
        # In another language segments that stay keep their place in the tab order.
        for number, (value, text) in enumerate(zip(values, words, strict=True)):
            button = self._group.button(number)
            button.setText(text)
            button.updateGeometry()
            button.setToolTip(f"{text}  ({number + 1})")
            if value is None:
                button.setAccessibleName(tr("not said"))
                button.setToolTip(f"{tr('not said')}  (0)")
        self.set_value(values[-1] if self._unsaid else values[0])

    def _put_segments(self, values: list[object]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.deleteLater()
        while (old := self._rows.takeAt(0)) is not None:
            old.deleteLater()  # pyright: ignore[reportAttributeAccessIssue]
        self._values = values
        last = len(values) - 1
        row = QHBoxLayout()
        for number in range(len(values)):
            place = number % self._per_row
            if place == 0:
                row = QHBoxLayout()
                row.setSpacing(0)
                self._rows.addLayout(row)
            ends = number == last or place == self._per_row - 1
            button = _Segment("", self, first=place == 0, last=ends)
            self._group.addButton(button, number)
            row.addWidget(button)
            if ends:
                row.addStretch()

    def set_value(self, value: object) -> None:
        """Show a value as the chosen one without announcing it; ValueError if it is no option."""
        if self._values:
            self._group.button(self._values.index(value)).setChecked(True)

    @property
    def value(self) -> object:
        """The chosen value, or None."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each segment, by its number; 0 is "?"."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = event.key() - Qt.Key.Key_1
        most = len(self._values) - (1 if self._unsaid else 0)
        if event.key() == Qt.Key.Key_0 and self._unsaid:
            number = most
        elif number >= most:
            number = -1
        if held != Qt.KeyboardModifier.NoModifier or number < 0:
            super().keyPressEvent(event)
        elif (button := self._group.button(number)) is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()

    def _move_tab_stop(self, number: int, checked: bool) -> None:
        """Tab comes to the chosen segment only."""
        policies = Qt.FocusPolicy
        policy = policies.StrongFocus if checked else policies.ClickFocus
        self._group.button(number).setFocusPolicy(policy)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the chosen segment.

        A focus proxy would do so too, but Tab would go on behind the proxy and pass by all that
        lies between.
        """
        super().focusInEvent(event)
        chosen = self._group.checkedButton()
        if chosen is not None:
            chosen.setFocus(event.reason())


class _Segment(QAbstractButton):
    """One segment; it shares its outline with its neighbours."""

    def __init__(self, words: str, parent: QWidget, *, first: bool, last: bool) -> None:
        super().__init__(parent)
        self._first = first
        self._last = last
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As wide as the bold words, so that choosing moves nothing."""
        words = QFontMetrics(interface_font(size=12, weight=600)).horizontalAdvance(self.text())
        return QSize(max(words + 2 * scaled(8), scaled(26)), scaled(24))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stamped: whenever the place above grows, some thirty of them are painted again."""
        del event
        scheme = current_scheme()
        state = self.isChecked(), self.underMouse(), self.isEnabled(), self.hasFocus()
        look = "segment", self.text(), self._first, self._last, *state
        place = self.parentWidget() or self
        ground = self.palette().color(place.backgroundRole()).name()
        painter = QPainter(self)
        stamp(painter, self.rect(), scheme, ground, look, self._paint)
        painter.end()

    def _paint(self, painter: QPainter, room: QRect) -> None:
        """The wash for the chosen one; an accent frame inside for the focus."""
        scheme = current_scheme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = self._outline()
        ground = scheme.raised
        if self.isChecked():
            ground = scheme.accent_wash
        elif self.underMouse() and self.isEnabled():
            ground = scheme.window
        painter.fillPath(outline, QColor(ground))
        painter.setPen(QPen(QColor(scheme.line2), 1))
        painter.drawPath(outline)
        painter.setFont(interface_font(size=12, weight=600 if self.isChecked() else 400))
        painter.setPen(QColor(scheme.text if self.isEnabled() else scheme.text3))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRoundedRect(QRectF(room).adjusted(2, 2, -2, -2), 2, 2)

    def _outline(self) -> QPainterPath:
        """Round where the group ends; the left neighbour draws the line between two."""
        room = QRect(self.rect())
        if not self._first:
            room.adjust(-1, 0, 0, 0)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        place = QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = scaled(4)
        if self._first or self._last:
            path.addRoundedRect(place, radius, radius)
            square = QRectF(place)
            if not self._first:
                square.setRight(place.center().x())
                path.addRect(square)
            elif not self._last:
                square.setLeft(place.center().x())
                path.addRect(square)
            return path.simplified()
        path.addRect(place)
        return path
