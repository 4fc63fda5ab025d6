"""The page without a dataset: one sentence, one button, three steps, and the folders of before."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from app.images.glance import Glance
from app.paths import resources
from app.recent import Recent
from app.ui.icons import icon
from app.ui.scheme import current_scheme, scaled
from app.ui.text import tr
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.key_caps import KeyCap
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.recent_row import RecentRow

MARGIN = 24
"""From the window's edge to the frame for dropping."""
MOST_RECENT = 4
COLUMN = 440
"""Width of the text, and least width of the card."""


BETWEEN, BETWEEN_LEAST = 96, 32
"""From the text to the card, and where the window is narrow."""


class Card(QWidget):
    """A place for a few rows: the ground of lists, with an outline."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and outline in the scheme that is on."""
        del event
        painter, scheme = QPainter(self), current_scheme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(scheme.base))
        painter.setPen(QPen(QColor(scheme.line), 1))
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, scaled(4), scaled(4))
        painter.end()


class FirstStart(QWidget):
    """Teaches in one glance; a folder may be dropped anywhere on it."""

    open_wanted = Signal()
    sample_wanted = Signal()
    folder_wanted = Signal(object)
    """Path of a folder of before."""
    lost_folder = Signal(object)
    """Path that is not there any more."""
    glance_wanted = Signal(object)
    """Path of a folder whose pictures and counts the page would like to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent: Sequence[Recent] = ()
        self._rows: list[RecentRow] = []
        self._title = Label(Type.TITLE, parent=self, wrap=True)
        self._lead = FewLines(Type.LEAD, self, most=6, pitch=24)
        self.open = KeyedButton("", "Ctrl+O", self, filled=True)
        self.open.setIconSize(QSize(16, 16))
        self.sample = KeyedButton("", "", self)
        self._drop = Label(Type.QUIET, parent=self)
        self._steps = QGridLayout()
        self._steps.setHorizontalSpacing(24)
        self._steps.setVerticalSpacing(2)
        self._steps.setColumnStretch(1, 1)
        self._step_labels = [
            (
                Label(Type.STEP, str(number + 1), self),
                Label(Type.BODY, parent=self),
                Label(Type.QUIET, parent=self, wrap=True),
            )
            for number in range(3)
        ]
        for number, (digit, head, text) in enumerate(self._step_labels):
            self._steps.addWidget(digit, 3 * number, 0)
            self._steps.addWidget(head, 3 * number, 1)
            self._steps.addWidget(text, 3 * number + 1, 1)
            self._steps.setRowMinimumHeight(3 * number + 2, scaled(18))
        self._card = Card(self)
        self._card_rows = QVBoxLayout(self._card)
        self._card_rows.setContentsMargins(1, 1, 1, 1)
        self._card_rows.setSpacing(0)
        self._head = QWidget(self._card)
        self._recent_title = Label(Type.HEADING, parent=self._head)
        self._to = Label(Type.QUIET, parent=self._head)
        self._first_key = KeyCap("Ctrl+1", self._head)
        self._last_key = KeyCap("Ctrl+1", self._head)
        self._head.setMinimumHeight(scaled(48))
        head = QHBoxLayout(self._head)
        head.setContentsMargins(16, 14, 16, 14)
        head.setSpacing(scaled(6))
        head.addWidget(self._recent_title, 1)
        for widget in (self._first_key, self._to, self._last_key):
            head.addWidget(widget)
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
            button.setMinimumHeight(scaled(36))
        text = QWidget(self)
        left = QVBoxLayout(text)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(scaled(12))
        left.addWidget(self._title)
        left.addWidget(self._lead)
        left.addSpacing(scaled(8))
        left.addLayout(buttons)
        left.addWidget(self._drop)
        left.addSpacing(scaled(24))
        left.addWidget(Line(self))
        left.addSpacing(scaled(12))
        left.addLayout(self._steps)
        text.setMaximumWidth(scaled(COLUMN))
        self._card.setMaximumWidth(scaled(COLUMN + 80))
        columns = QHBoxLayout(self)
        columns.setContentsMargins(MARGIN + 32, MARGIN + 16, MARGIN + 32, MARGIN + 16)
        columns.addStretch(1)
        columns.addWidget(text, 20, Qt.AlignmentFlag.AlignVCenter)
        columns.addSpacing(scaled(BETWEEN_LEAST))
        between = QSizePolicy.Policy.Maximum
        columns.addItem(QSpacerItem(scaled(BETWEEN - BETWEEN_LEAST), 0, between))
        columns.addWidget(self._card, 20, Qt.AlignmentFlag.AlignVCenter)
        columns.addStretch(1)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self._title.setText(tr("Open the folder you train from."))
        self._lead.set_text(
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
                tr("Review twice"),
                tr("Once in folder order, once among look-alikes. Keys only."),
            ),
            (
                tr("Export"),
                tr("One naming, upright pictures, one-line captions and a fitting data.toml."),
            ),
        )
        for (_, head, text), (title, words) in zip(self._step_labels, texts, strict=True):
            head.setText(title)
            text.setText(words)
        self._to.setText(tr("to"))
        self.restyle()
        self.show_recent(self._recent)

    def restyle(self) -> None:
        """Take the icons of the scheme that is on."""
        self.open.setIcon(icon("folder", "on_accent"))
        self.update()

    def show_recent(self, folders: Sequence[Recent]) -> None:
        """Folders of before, newest first; the sample for none. A glance tells which are gone."""
        self._recent = folders
        for row in self._rows:
            row.hide()
            row.deleteLater()
        while (item := self._card_rows.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, Line):
                widget.deleteLater()
        self._card_rows.addWidget(self._head)
        shown = folders[:MOST_RECENT]
        self._recent_title.setText(tr("Recent") if folders else tr("To try it out"))
        for widget in (self._first_key, self._to, self._last_key):
            widget.setVisible(widget is self._first_key if len(shown) == 1 else len(shown) > 1)
        self._last_key.show_key(f"Ctrl+{len(shown)}")
        self._rows = [RecentRow(row, row.folder.name, self._card) for row in shown]
        self._rows = self._rows or [self._sample_row()]
        for number, row in enumerate(self._rows):
            self._card_rows.addWidget(Line(self._card))
            self._card_rows.addWidget(row)
            row.clicked.connect(lambda _=False, which=number: self.open_recent(which))
        self.ask_for_glances()

    def _sample_row(self) -> RecentRow:
        note = tr("Drawn pictures, with faults to find")
        return RecentRow(Recent(resources() / "sample"), tr("The sample"), self._card, note=note)

    def ask_for_glances(self) -> None:
        """Ask for pictures and counts of every row."""
        for row in self._rows:
            self.glance_wanted.emit(row.folder)

    def show_glance(self, folder: Path, glance: Glance) -> None:
        """What was seen of a folder; one that is not shown any more is passed by."""
        for row in self._rows:
            if row.folder == folder:
                row.show_glance(glance)

    def open_recent(self, number: int) -> None:
        """What Ctrl+1 to Ctrl+4 do here."""
        if not self._recent and number == 0:
            self.sample_wanted.emit()
        elif number < len(self._recent):
            there = number >= len(self._rows) or self._rows[number].there
            wanted = self.folder_wanted if there else self.lost_folder
            wanted.emit(self._recent[number].folder)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The frame that says a folder may be dropped here, and the card's outline."""
        painter = QPainter(self)
        scheme = current_scheme()
        painter.fillRect(self.rect(), QColor(scheme.bar))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scheme.line2), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(scheme.window))
        room = QRectF(self.rect()).adjusted(
            MARGIN + 0.5, MARGIN + 0.5, -MARGIN - 0.5, -MARGIN - 0.5
        )
        painter.drawRoundedRect(room, scaled(8), scaled(8))
        painter.end()
