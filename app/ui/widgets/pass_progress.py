"""How far a pass is: one tick an entry, taller where flagged and where you are; and the strip."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.review.passes import PassState, Progress, progress
from app.review.tick_row import Tick, ticks
from app.ui.icons import icon
from app.ui.scheme import Scheme, current_scheme, scaled
from app.ui.text import tr
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type

_PITCH = 5
"""Least width of a tick with its gap, in pixels at the base size."""
_GAP = 3
_LOW = 8


class PassTicks(QWidget):
    """A row of ticks, painted; it says in words what it shows."""

    def __init__(
        self, parent: QWidget | None = None, *, width: int, widest: int, tall: int
    ) -> None:
        super().__init__(parent)
        self._width, self._widest, self._tall = width, widest, tall
        self._order: Sequence[int] = ()
        self._states: Mapping[int, PassState] = {}
        self._current: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_pass(
        self, order: Sequence[int], states: Mapping[int, PassState], current: int | None
    ) -> None:
        """Show these entries in this order."""
        self._order, self._states, self._current = order, states, current
        self.setAccessibleName(progress_text(progress(states[n] for n in order)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """No wider than its ticks."""
        wide = len(self._order) * scaled(self._widest)
        return QSize(min(scaled(self._width), max(wide, scaled(60))), scaled(20))

    def minimumSizeHint(self) -> QSize:
        """A few stretches."""
        return QSize(scaled(40), scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Low ticks on one base line, tall ones above it: the words beside run through both."""
        row = ticks(self._order, self._states, self._current, self.width() // scaled(_PITCH))
        if not row:
            return
        painter = QPainter(self)
        scheme = current_scheme()
        low, tall = scaled(_LOW), scaled(self._tall)
        base = (self.height() + (low + tall) // 2) // 2
        gap = scaled(_GAP) if len(row) * scaled(_PITCH + 4) < self.width() else 1
        pitch = min(self.width() / len(row), scaled(self._widest))
        begin = self.width() - len(row) * pitch  # beside the number that follows
        for number, tick in enumerate(row):
            left, right = round(begin + number * pitch), round(begin + (number + 1) * pitch)
            stands_out = tick.here or tick.state is PassState.FLAGGED
            height = tall if stands_out else low
            place = QRect(left, base - height, max(right - left - gap, 1), height)
            _paint_tick(painter, tick, place, scheme)


def _paint_tick(painter: QPainter, tick: Tick, place: QRect, scheme: Scheme) -> None:
    colour = {
        PassState.NONE: scheme.track,
        PassState.APPROVED: scheme.accent,
        PassState.FLAGGED: scheme.warning,
        PassState.LAPSED: scheme.track,
    }[tick.state]
    painter.fillRect(place, QColor(scheme.text if tick.here else colour))
    if tick.state is PassState.LAPSED and not tick.here:
        # Open at the middle: told apart by shape, not by colour alone.
        painter.setPen(QPen(QColor(scheme.accent), 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))


def pass_title(pass_number: int) -> str:
    """Which of the two passes."""
    return tr("Pass {number} of 2", number=pass_number)


def progress_text(found: Progress) -> str:
    """How many of how many, in words for those who do not see the ticks."""
    return tr(
        "{done} of {total} done, {flagged} flagged, {again} to look at again",
        done=found.done,
        total=found.total,
        flagged=found.flagged,
        again=found.second_looks,
    )


class PassStrip(QWidget):
    """On the bar above the sheet: which pass, how far it is, and the way into it."""

    review_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._pass = 1
        self._title = Label(Type.QUIET, parent=self)
        self.ticks = PassTicks(self, width=128, widest=8, tall=12)
        self._count = Label(Type.NAME, parent=self)
        self.button = KeyedButton("", "F5", self)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.review_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self._title, self.ticks, self._count, self.button):
            row.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.button.set_words("" if self._narrow else tr("Review"), "" if self._narrow else "F5")
        self.button.setIcon(icon("review", "text"))
        self._name_pass()
        self.button.setAccessibleName(tr("Review (F5)"))
        self.button.setToolTip(tr("Look at every entry, twice (F5)"))
        self.button.updateGeometry()

    def show_pass(
        self, pass_number: int, order: Sequence[int], states: Mapping[int, PassState]
    ) -> None:
        """Show how far a pass is."""
        found = progress(states[n] for n in order)
        self._pass = pass_number
        self._name_pass()
        self._count.setText(tr("{done} of {total}", done=found.done, total=found.total))
        self._count.setToolTip(progress_text(found))
        self.ticks.show_pass(order, states, None)
        self.setEnabled(bool(order))

    def set_narrow(self, *, narrow: bool) -> None:
        """Where there is little room: a short title, and the button's icon alone."""
        self._narrow = narrow
        self.retranslate()

    def _name_pass(self) -> None:
        short = tr("Pass {number}", number=self._pass)
        self._title.setText(short if self._narrow else pass_title(self._pass))
