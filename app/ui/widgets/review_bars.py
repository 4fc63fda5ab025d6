"""The bars of the review: above, where one is; below, what can be done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.dataset.choices import PassOrder
from app.review.passes import PassState, progress
from app.ui.icons import icon
from app.ui.scheme import current_scheme, scaled
from app.ui.text import tr
from app.ui.widgets.key_line import Hint, KeyLine
from app.ui.widgets.keyed_button import FLAT_PADDING, Build, KeyedButton
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.pass_progress import PassTicks, pass_title, progress_text

MARGIN = 32


class _Bar(QWidget):
    def __init__(self, height: int, parent: QWidget, *, line_above: bool) -> None:
        super().__init__(parent)
        self.setFixedHeight(scaled(height))
        self.row = QHBoxLayout()
        self.row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.row.setSpacing(scaled(16))
        self.setLayout(self.row)
        self._line = Line(self)
        self._line_above = line_above

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of bars."""
        QPainter(self).fillRect(event.rect(), current_scheme().colour("bar"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line, between the bar and the picture."""
        super().resizeEvent(event)
        self._line.setGeometry(0, 0 if self._line_above else self.height() - 1, self.width(), 1)


class _NoteField(QLineEdit):
    """One line; Esc leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc is not the page's while a note is written."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.returnPressed.emit()
        else:
            super().keyPressEvent(event)


class ReviewTop(_Bar):
    """Which pass, in which order, how far, and the way back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(56, parent, line_above=False)
        self._title = Label(Type.HEADING, parent=self)
        self._about = Label(Type.ASIDE, parent=self)
        self.order = KeyedButton("", "S", self, flat=True)
        self.ticks = PassTicks(self, width=480, widest=15, tall=16)
        self._count = Label(Type.HEADING, parent=self)
        self.leave = KeyedButton("", "Esc", self, flat=True)
        for button in (self.order, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.row.setContentsMargins(MARGIN, 0, MARGIN - FLAT_PADDING, 0)
        self.row.addWidget(self._title)
        self.row.addWidget(self._about)
        self.row.addWidget(self.order)
        self.row.addStretch(1)
        self.row.addWidget(self.ticks, 4)
        self.row.addWidget(self._count)
        self.row.addWidget(self.leave)

    def show_pass(
        self,
        pass_number: int,
        shown: list[int],
        states: dict[int, PassState],
        current: int | None,
        order: PassOrder,
    ) -> None:
        """Show where one is; `current` is None when the pass is finished."""
        found = progress(states[number] for number in shown if number in states)
        self._title.setText(pass_title(pass_number))
        second = pass_number == 2
        again = current is not None and states.get(current) is PassState.LAPSED
        if again:
            about = tr("Second look: changed since its verdict")
        elif second and order is PassOrder.LIKENESS:
            about = tr("Ordered by likeness: the same thing in the same words")
        elif second:
            about = tr("Shuffled: the same thing in the same words")
        else:
            about = tr("In folder order: picture first, then every word")
        self._about.setText(about)
        self.order.setVisible(second)
        self.order.setText(
            tr("Shuffle") if order is PassOrder.LIKENESS else tr("Order by likeness")
        )
        self.order.updateGeometry()
        self.leave.setText(tr("Back to the sheet"))
        self.leave.updateGeometry()
        self.ticks.show_pass(shown, states, current)
        self._count.setText(tr("{done} of {total}", done=found.done, total=found.total))
        self._count.setToolTip(progress_text(found))


class ReviewBottom(_Bar):
    """Approve, flag, edit; and the keys that need no button."""

    note_given = Signal(str)
    """Flag, with this note."""
    note_left = Signal()
    """No flag after all."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(64, parent, line_above=True)
        self.approve = KeyedButton("", "A", self, filled=True, build=Build.MAIN)
        self.flag = KeyedButton("", "F", self, build=Build.MAIN)
        self.edit = KeyedButton("", "E", self, build=Build.MAIN)
        self.note = _NoteField(self)
        self.note.hide()
        self.note.setMinimumWidth(scaled(320))
        self.hints = KeyLine(self)
        self.row.setSpacing(scaled(8))
        for button, name, role in (
            (self.approve, "tick", "on_accent"),
            (self.flag, "flag-outline", "text"),
            (self.edit, "pencil", "text"),
        ):
            button.setIcon(icon(name, role))
            button.setIconSize(QSize(16, 16))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.row.addWidget(button)
        self.row.addWidget(self.note)
        self.row.addSpacing(scaled(16))
        self.row.addWidget(self.hints, 1)
        self.note.returnPressed.connect(self._give_note)
        self.note.left.connect(self._leave_note)

    def show_state(
        self,
        *,
        finished: bool,
        second: bool,
        editing: bool,
        idle: frozenset[str] = frozenset(),
    ) -> None:
        """Offer what can be done now; an idle key would do nothing, and is not shown."""
        self.approve.setText(tr("Approve"))
        self.flag.setText(tr("Flag…"))
        self.edit.setText(tr("Edit caption"))
        for button in (self.approve, self.flag, self.edit):
            button.updateGeometry()
        self.approve.setVisible(not finished and not editing)
        self.flag.setVisible(not finished and not editing)
        self.edit.setVisible(not finished and not editing)
        self.note.hide()
        self.note.setPlaceholderText(tr("What is wrong? (may stay empty)"))
        self.note.setAccessibleName(tr("Note of the flag"))
        hints = _hints(finished=finished, second=second, editing=editing)
        self.hints.show_hints([hint for hint in hints if idle.isdisjoint(hint[0])])

    def ask_note(self) -> None:
        """Let the person write why, or nothing."""
        for button in (self.approve, self.flag, self.edit):
            button.hide()
        self.note.clear()
        self.note.show()
        self.note.setFocus()
        enter, leave = (("Enter",), tr("flag and go on")), (("Esc",), tr("no flag"))
        self.hints.show_hints((leave, enter))

    def _give_note(self) -> None:
        self.note.hide()
        self.note_given.emit(self.note.text().strip())

    def _leave_note(self) -> None:
        self.note.hide()
        self.note_left.emit()


def review_keys() -> list[Hint]:
    """All keys of the review with what they do, for the help."""
    decide: list[Hint] = [
        (("A",), tr("Approve")),
        (("F",), tr("Flag…")),
        (("E",), tr("Edit caption")),
        (("1", "2"), tr("First fix, second fix")),
        (("0",), tr("Let it stand…")),
    ]
    written = _hints(finished=False, second=False, editing=True)
    named = {
        words: (keys, words)
        for second in (False, True)
        for keys, words in _hints(finished=False, second=second, editing=False)
    }
    return [*decide, *named.values(), (("Esc",), tr("Back to the sheet")), *written]


def _hints(*, finished: bool, second: bool, editing: bool) -> list[Hint]:
    if editing:
        return [
            (("Esc",), tr("as it was")),
            (("Enter",), tr("done")),
            (("Ctrl", "Enter"), tr("approve and next")),
        ]
    if finished:
        return [(("Z",), tr("take back")), (("←",), tr("look around"))]
    hints: list[Hint] = [
        (("Space",), tr("100 %")),
        (("C",), tr("crop")),
        (("M",), tr("marks")),
        (("D",), tr("difference")),
    ]
    if second:
        hints.append((("G",), tr("one phrase, all pictures")))
        hints.append((("Tab",), tr("neighbour beside")))
    else:
        hints.append((("Tab",), tr("the one before beside")))
    return [
        *hints,
        (("Z",), tr("take back")),
        (("N",), tr("next without a verdict")),
        (("←", "→"), tr("look around")),
    ]
