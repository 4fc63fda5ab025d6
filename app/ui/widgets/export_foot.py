"""The foot of the export: what may be waved through, what stands against it, and the act."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.export.planned import ExportPlan
from app.messages import Message
from app.ui.scheme import scaled
from app.ui.text import say, tr, trn
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Ground, Pictogram, Type


class ExportFoot(Ground):
    """Says in one place why the button is not enabled, and how far the writing is."""

    changed = Signal()
    """Something was waved through, or no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bar", parent)
        self._mark = Pictogram("error", "error", self)
        self.leave_out = QCheckBox(tr("Leave out what stops it"), self)
        self.anyway = QCheckBox(tr("Export anyway, with open points"), self)
        self._status = FewLines(Type.BODY, self, most=2)
        self._progress = QProgressBar(self)
        self.cancel = KeyedButton(tr("Cancel"), "Esc", self)
        self.export = KeyedButton("", "Ctrl+Return", self, filled=True)
        # A button forgets its own shortcut whenever its words change.
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(key, self).activated.connect(self.export.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(scaled(12))
        boxes = QVBoxLayout()
        boxes.addWidget(self.leave_out)
        boxes.addWidget(self.anyway)
        row.addLayout(boxes)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.addWidget(self._status)
        row.addWidget(self._progress)
        row.addWidget(self.cancel)
        row.addWidget(self.export)
        self._progress.hide()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(scaled(160))
        for button in (self.cancel, self.export):
            button.setMinimumHeight(scaled(32))
        self.leave_out.toggled.connect(self.changed)
        self.anyway.toggled.connect(self.changed)

    def status(self) -> str:
        """What stands against it, or how far it is."""
        return self._status.text()

    def show_plan(self, plan: ExportPlan) -> None:
        """What the plan allows."""
        count = sum(1 for _ in plan.pairs())
        self.export.setText(trn("Export %n pairs", count))
        self.export.updateGeometry()
        self.export.setEnabled(not plan.forbidden and count > 0)
        self.leave_out.setVisible(bool(plan.blockers) or self.leave_out.isChecked())
        self.anyway.setVisible(bool(plan.open_points))
        if plan.blockers:
            words = trn("%n things stop it. Whole or not at all.", len(plan.blockers))
            self.say(words, "error")
        elif plan.forbidden:
            words = trn("%n points are open. Look at them, or say so.", len(plan.open_points))
            self.say(words, "warning")
        else:
            self.say(say(plan.notes[0]) if plan.notes else tr("Whole or not at all."))

    def show_planning(self) -> None:
        """The plan is being made."""
        self.export.setEnabled(False)
        self.say(tr("Planning"))

    def show_writing(self) -> None:
        """It has begun."""
        self.export.setEnabled(False)
        self._progress.show()
        self.say(tr("Writing"))

    def show_progress(self, done: int, total: int) -> None:
        """How far it is."""
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self.say(tr("Writing {done} of {total}", done=done, total=total))

    def end_progress(self) -> None:
        """Nothing is being written any more."""
        self._progress.hide()

    def show_failure(self, title: Message, detail: Message) -> None:
        """Why it cannot be, or did not work."""
        self.say(" ".join(part for part in (say(title), say(detail)) if part), "error")

    def show_done(self) -> None:
        """The last page: there is nothing left to do but to close."""
        self._progress.hide()
        for widget in (self.leave_out, self.anyway, self.export, self._mark, self._status):
            widget.hide()
        self.cancel.set_words(tr("Close"), "Esc")
        self.cancel.setDefault(True)
        self.cancel.setFocus()

    def say(self, words: str, mark: str = "") -> None:
        """Words beside the act, with the sign of their severity."""
        self._mark.setVisible(bool(mark))
        if mark:
            self._mark.show_icon(mark, mark)
        self._status.set_kind(Type.BODY if mark else Type.QUIET)
        self._status.set_text(words)
