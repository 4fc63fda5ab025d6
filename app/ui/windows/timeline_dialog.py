"""The timeline of one entry: everything that happened to it, and the way back to each state."""

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.dataset.journal import Record, Subject
from app.dataset.marks import EntryNotes
from app.dataset.notes import note_from_text
from app.dataset.timeline import FIRST
from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.caption_layout import LIGHT_TABLE_TYPE
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.keyed_splitter import KeyedSplitter
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.marked_text import MarkedText, whole_change
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.two_lines import TwoLineList
from app.ui.windows.dialogs import Dialog
from app.ui.windows.moments import moment


def cause_text(cause: str) -> str:
    """What happened, in words."""
    return {
        FIRST: tr("as it was at first"),
        "typing": tr("typed"),
        "fix": tr("fixed"),
        "replace": tr("replaced"),
        "unify": tr("unified"),
        "restore": tr("brought back"),
        "merge": tr("put together from both"),
        "undo": tr("taken back"),
        "outside": tr("changed by another program"),
        "converted": tr("converted to UTF-8"),
        "mark": tr("marked"),
        "verdict": tr("verdict"),
        "dismissal": tr("finding let stand, or said again"),
        "crop": tr("crop chosen"),
        "removed": tr("taken out of the dataset"),
        "put_back": tr("put back into the dataset"),
        "renamed": tr("renamed"),
        "added": tr("added"),
        "gone": tr("taken away by another program"),
    }.get(cause, cause)


@dataclass(frozen=True, slots=True)
class State:
    """What a line of the timeline leads back to."""

    text: str | None = None
    notes: EntryNotes | None = None
    data: bytes | None = None
    """What is not text; it can only be put into the file as it was."""


class TimelineDialog(Dialog):
    """Newest first; the chosen state can be brought back, as one step of undo."""

    def __init__(
        self, name: str, records: tuple[Record, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("History of {name}", name=name), parent, width=760)
        self.resize(scaled(900), scaled(560))
        self._name = name
        self._records = records
        self.column.addWidget(Label(Type.HEADING, tr("History of {name}", name=name), self))
        self.list = TwoLineList(tr("History"), self)
        for record in self._records:
            self.list.add_line(cause_text(record.cause), _when(record))
        self.change = MarkedText(LIGHT_TABLE_TYPE, self)
        self._about = Label(Type.QUIET, parent=self, wrap=True)
        inner = QWidget(self)
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(16, 6, 16, 12)
        lines.addWidget(self._about)
        lines.addWidget(self.change)
        lines.addStretch()
        scroll = scrolled(inner, self)
        split = KeyedSplitter(self)
        split.addWidget(self.list)
        split.addWidget(scroll)
        split.setChildrenCollapsible(False)
        split.setSizes([scaled(280), scaled(580)])
        self.column.addWidget(split, 1)
        self.back = KeyedButton(tr("Bring this state back"), "Ctrl+Return", self, filled=True)
        self.back.setShortcut("Ctrl+Return")
        close = KeyedButton(tr("Close"), "Esc", self)
        for button in (self.back, close):
            button.setAutoDefault(False)
        self.back.clicked.connect(self.accept)
        close.clicked.connect(self.reject)
        self.add_buttons(close, self.back)
        self.list.currentRowChanged.connect(self._show)
        self._show(-1)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        if not records:  # one sentence needs no empty list beside it
            for widget in (self.list, self.back):
                widget.hide()
            self.setMinimumWidth(scaled(520))
            self.resize(scaled(520), scaled(200))

    def state(self) -> State:
        """What the chosen line leads back to."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._records):
            return State()
        record = self._records[row]
        if record.subject is Subject.NAME:
            return State()
        if isinstance(record.after, bytes):
            return State(data=record.after)
        if record.subject is Subject.NOTES:
            text = record.after or ""
            return State(notes=note_from_text(record.name, text.encode("utf-8")))
        return State(text=record.after or "")

    def _show(self, row: int) -> None:
        self.back.setEnabled(self.state() != State())
        if not self._records:
            nothing = tr("Nothing was changed here since Proofsheet keeps a history.")
            self._about.setText(nothing)
        if not 0 <= row < len(self._records):
            return
        record = self._records[row]
        text, marks = whole_change(_readable(record.before), _readable(record.after))
        self.change.show_text(text, changes=marks)
        words = tr("Struck out: what went. Underlined: what came.")
        if isinstance(record.after, bytes):
            words = tr("These bytes are not UTF-8. Brought back, they can be converted anew.")
        elif record.subject is Subject.NAME:
            words = tr("The name of the image, before and after.")
        elif record.subject is Subject.IMAGE:
            words = tr("The caption at that time:")
        elif record.cause == FIRST:
            words = tr("Before the first change that the history knows.")
        elif record.time is None:
            words = tr("Somebody changed the file while Proofsheet did not have it open.")
        if record.subject is Subject.CAPTION and not record.after:
            words += " " + tr("There was no caption.")
        self._about.setText(words)


def _when(record: Record) -> str:
    if record.time is None and record.cause != FIRST:
        return tr("nobody knows when")
    return moment(record.time)


def _readable(value: str | bytes | None) -> str:
    """A text, the part of a note that a person wrote, or bytes as far as they can be shown."""
    if isinstance(value, bytes):
        return value.decode("ascii", "backslashreplace")
    if value is None:
        return ""
    if value.startswith("format = "):
        return "\n".join(value.splitlines()[3:])
    return value
