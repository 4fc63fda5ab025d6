"""The page without a dataset: one sentence, one button, three steps, and the folders of before."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import icon
from app.ui.scheme import current_scheme, scaled
from app.ui.text import tr
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type


class RecentRow(QPushButton):
    """One folder of before: name, place, and whether it is still there."""

    def __init__(self, folder: Path, key: str, *, there: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        name = Label(Type.HEADING, folder.name, self)
        place = Label(Type.QUIET, str(folder.parent), self)
        if not there:
            place.setText(tr("The folder is not there now. Find it…"))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(name)
        text.addWidget(place)
        row.addLayout(text, 1)
        row.addWidget(Label(Type.TINY, key, self))
        for label in self.findChildren(Label):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(f"{name.text()}, {place.text()}")
        self.setToolTip(str(folder))

    def sizeHint(self) -> QSize:
        """As high as its two lines."""
        return self._row.sizeHint()


class FirstStart(QWidget):
    """Teaches in one glance; a folder may be dropped anywhere on it."""

    open_wanted = Signal()
    sample_wanted = Signal()
    folder_wanted = Signal(object)
    """Path of a folder of before."""
    lost_folder = Signal(object)
    """Path that is not there any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent: list[tuple[Path, bool]] = []
        self._title = Label(Type.TITLE, parent=self, wrap=True)
        self._lead = Label(Type.LEAD, parent=self, wrap=True)
        self.open = KeyedButton("", "Ctrl+O", self, filled=True)
        self.open.setIconSize(QSize(16, 16))
        self.sample = KeyedButton("", "", self)
        self._drop = Label(Type.QUIET, parent=self)
        self._steps = QGridLayout()
        self._steps.setHorizontalSpacing(16)
        self._steps.setVerticalSpacing(4)
        self._steps.setColumnStretch(1, 1)
        self._step_labels = [
            (
                Label(Type.HEADING, str(number + 1), self),
                Label(Type.HEADING, parent=self),
                Label(Type.QUIET, parent=self, wrap=True),
            )
            for number in range(3)
        ]
        for number, (digit, head, text) in enumerate(self._step_labels):
            self._steps.addWidget(digit, 3 * number, 0)
            self._steps.addWidget(head, 3 * number, 1)
            self._steps.addWidget(text, 3 * number + 1, 1)
            self._steps.setRowMinimumHeight(3 * number + 2, 12)
        self._card = QWidget(self)
        self._card.setAutoFillBackground(True)
        self._card_rows = QVBoxLayout(self._card)
        self._card_rows.setContentsMargins(1, 1, 1, 1)
        self._card_rows.setSpacing(0)
        self._recent_title = Label(Type.HEADING, parent=self)
        self._recent_title.setContentsMargins(16, 12, 16, 12)
        self._lay_out()
        self.open.clicked.connect(self.open_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.open)
        buttons.addWidget(self.sample)
        buttons.addStretch()
        for button in (self.open, self.sample):
            button.setMinimumHeight(scaled(34))
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addStretch(3)
        left.addWidget(self._title)
        left.addWidget(self._lead)
        left.addSpacing(8)
        left.addLayout(buttons)
        left.addWidget(self._drop)
        left.addSpacing(24)
        left.addWidget(Line(self))
        left.addSpacing(16)
        left.addLayout(self._steps)
        left.addStretch(4)
        right = QVBoxLayout()
        right.addStretch(3)
        right.addWidget(self._card)
        right.addStretch(4)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(48, 24, 48, 24)
        columns.setSpacing(scaled(80))
        columns.addStretch(1)
        columns.addLayout(left, 6)
        columns.addLayout(right, 6)
        columns.addStretch(1)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self._title.setText(tr("Open the folder you train from."))
        self._lead.setText(
            tr(
                "Pictures and the .txt files beside them. Proofsheet reads them where they are, "
                "writes only the captions you change, and sends nothing anywhere."
            )
        )
        self.open.setText(tr("Open folder…"))
        self.sample.setText(tr("Look at the sample"))
        self._drop.setText(tr("or drop a folder anywhere on this window"))
        texts = (
            (
                tr("Curate"),
                tr(
                    "Write beside the picture. Words that pile up, wander or do not fit "
                    "are underlined."
                ),
            ),
            (
                tr("Check the set"),
                tr(
                    "Findings for the whole dataset, each with its reason, a fix and a way to let "
                    "it stand."
                ),
            ),
            (
                tr("Export"),
                tr("One naming, upright pictures, one-line captions, and the data.toml that fits."),
            ),
        )
        for (_, head, text), (title, words) in zip(self._step_labels, texts, strict=True):
            head.setText(title)
            text.setText(words)
        self._recent_title.setText(tr("Recent"))
        self.restyle()
        self.show_recent(self._recent)

    def restyle(self) -> None:
        """Take the icons of the scheme that is on."""
        self.open.setIcon(icon("folder", "on_accent"))
        self.update()

    def show_recent(self, folders: list[tuple[Path, bool]]) -> None:
        """Folders of before, newest first, each with whether it is there."""
        self._recent = folders
        while (item := self._card_rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._recent_title:
                widget.deleteLater()
        self._card_rows.addWidget(self._recent_title)
        self._card.setVisible(bool(folders))
        for number, (folder, there) in enumerate(folders[:4]):
            self._card_rows.addWidget(Line(self._card))
            row = RecentRow(folder, f"Ctrl+{number + 1}", there=there, parent=self._card)
            wanted = self.folder_wanted if there else self.lost_folder
            row.clicked.connect(lambda _=False, path=folder, signal=wanted: signal.emit(path))
            self._card_rows.addWidget(row)

    def open_recent(self, number: int) -> None:
        """What Ctrl+1 to Ctrl+4 do here."""
        if number < len(self._recent):
            folder, there = self._recent[number]
            (self.folder_wanted if there else self.lost_folder).emit(folder)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The frame that says a folder may be dropped here, and the card's outline."""
        painter = QPainter(self)
        scheme = current_scheme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scheme.line2), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(24, 24, -25, -25), 8, 8)
