"""The desk's data.toml tab: the file as it would be written, beside what is on disk."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.export.toml_difference import Line as TomlLine
from app.export.toml_difference import Sign
from app.export.toml_read import Problem
from app.messages import Message
from app.ui.scheme import scaled
from app.ui.text import say, tr, trn
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.toml_text import HintBar, TomlText, WholeLines

LOW = 320
"""A desk lower than this is the small one."""


class TomlPanel(QWidget):
    """Text, difference, notes, launch line, and the button that writes."""

    write_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._launch = ""
        self._differs = 0
        self._exists = False
        self.text = TomlText(self)
        self.hint = HintBar(self)
        self.text.explained.connect(self.hint.show_hint)
        self._status = FewLines(Type.QUIET, self)
        self._notes = Label(Type.QUIET, parent=self, wrap=True)
        self._notes.setContentsMargins(16, 8, 16, 8)
        self.write = KeyedButton("", "Ctrl+Shift+T", self)
        self.write.clicked.connect(self.write_wanted)
        self.copy_launch = KeyedButton("", "", self)
        self.copy_launch.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._launch))
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(8)
        row.addWidget(self._status, 1)
        row.addWidget(self.copy_launch)
        row.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(Line(self))
        layout.addWidget(self._notes)
        layout.addWidget(WholeLines(self.text, self.hint, self), 1)
        layout.addWidget(self.hint)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.write.setText(tr("Write"))
        self.write.setAccessibleName(tr("Write data.toml"))
        self.copy_launch.setText(tr("Copy launch line"))
        self.text.setAccessibleName("data.toml")
        self.hint.show_hint(self.text.hint_of(self.text.textCursor().blockNumber()))
        self._show_status()

    def show_file(
        self,
        lines: tuple[TomlLine, ...],
        notes: tuple[Message, ...],
        launch: str,
        problems: tuple[Problem, ...] = (),
        *,
        exists: bool,
    ) -> None:
        """Show the file as it would be written, and how it differs from the one on disk.

        `problems` are those of the one on disk, `notes` what writing does about them.
        """
        self._launch = launch
        self._exists = exists
        self._differs = sum(1 for line in lines if line.sign is not Sign.SAME)
        self.text.show_lines(lines)
        # What becomes a comment is said once, with what is done about it.
        cured = {note.values.get("line") for note in notes} - {None}
        said = [problem_text(problem) for problem in problems if problem.line not in cured]
        said += [say(note) for note in notes]
        self._notes.setText("\n".join(said))
        self._notes.setVisible(bool(said))
        self.copy_launch.setToolTip(launch)
        self.write.setEnabled(self._differs > 0)
        self._show_status()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In the small desk the text comes first."""
        super().resizeEvent(event)
        self.hint.set_low(low=self.height() < scaled(LOW))

    def show_problem(self, problem: Message) -> None:
        """Say why there is nothing to write."""
        self.text.show_lines(())
        self._notes.setText(say(problem))
        self._notes.show()
        self.write.setEnabled(False)

    def minimumSizeHint(self) -> QSize:
        """The desk may be small."""
        return QSize(super().minimumSizeHint().width(), scaled(96))

    @property
    def differs(self) -> int:
        """Lines that differ from the file on disk."""
        return self._differs

    @property
    def written(self) -> bool:
        """There is a file on disk."""
        return self._exists

    def _show_status(self) -> None:
        if not self._exists:
            self._status.set_text(tr("No data.toml yet: it would say this"))
        elif self._differs:
            self._status.set_text(trn("%n lines differ from the file on disk", self._differs))
        else:
            self._status.set_text(tr("The file on disk says exactly this"))


def problem_text(problem: Problem) -> str:
    """A problem of the file on disk with its line."""
    if problem.line is None:
        return say(problem.message)
    return tr("Line {line}: {problem}", line=problem.line, problem=say(problem.message))
