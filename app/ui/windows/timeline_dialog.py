"""The timeline of one entry: every state its caption had, and the way back to each."""

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, QTimeZone
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.dataset.journal import Record, Subject
from app.ui.difference import words_changed
from app.ui.text import tr
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.windows.dialogs import Dialog, compared


def cause_text(cause: str) -> str:
    """What changed a caption, in words."""
    return {
        "typing": tr("typed"),
        "fix": tr("fixed"),
        "replace": tr("replaced"),
        "unify": tr("unified"),
        "restore": tr("brought back"),
        "outside": tr("changed by another program"),
        "converted": tr("converted to UTF-8"),
    }.get(cause, cause)


class TimelineDialog(Dialog):
    """Newest first; the chosen state can be brought back, as one step of undo."""

    def __init__(
        self, name: str, records: tuple[Record, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("History of {name}", name=name), parent, width=720)
        self.resize(720, 520)
        self._records = [
            record
            for record in reversed(records)
            if record.subject is Subject.CAPTION and isinstance(record.after, str)
        ]
        self.column.addWidget(Label(Type.HEADING, tr("History of {name}", name=name), self))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("History"))
        for record in self._records:
            item = QListWidgetItem(f"{_when(record)}   {cause_text(record.cause)}")
            self.list.addItem(item)
        self.column.addWidget(self.list, 1)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self.back = KeyedButton(tr("Bring this text back"), "Ctrl+Return", self, filled=True)
        self.back.setShortcut("Ctrl+Return")
        close = KeyedButton(tr("Close"), "Esc", self)
        self.back.clicked.connect(self.accept)
        close.clicked.connect(self.reject)
        self.add_buttons(close, self.back)
        self.list.currentRowChanged.connect(self._show)
        if not self._records:
            nothing = tr("Nothing was changed here since Proofsheet keeps a history.")
            self._place.addWidget(Label(Type.QUIET, nothing, self, wrap=True))
        self.back.setEnabled(bool(self._records))
        self.list.setCurrentRow(0)

    def text(self) -> str | None:
        """The chosen state."""
        row = self.list.currentRow()
        after = self._records[row].after if 0 <= row < len(self._records) else None
        return after if isinstance(after, str) else None

    def _show(self, row: int) -> None:
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if 0 <= row < len(self._records):
            record = self._records[row]
            before = record.before if isinstance(record.before, str) else ""
            after = record.after if isinstance(record.after, str) else ""
            pieces = words_changed(before, after)
            self._place.addWidget(compared(pieces, after, added=True, removed=True))


def _when(record: Record) -> str:
    """Local time in the desktop's own short form."""
    if record.time is None:
        return ""
    utc = record.time
    moment = QDateTime(
        QDate(utc.year, utc.month, utc.day),
        QTime(utc.hour, utc.minute, utc.second),
        QTimeZone(QTimeZone.Initialization.UTC),
    )
    return QLocale.system().toString(moment.toLocalTime(), QLocale.FormatType.ShortFormat)
