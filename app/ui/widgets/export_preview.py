"""What an export makes of one pair, above the data.toml that goes with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.export.planned import ConfigFile, PlannedPair
from app.export.toml_difference import difference
from app.messages import Message
from app.ui.models.picture_over import over_of_pair
from app.ui.models.plan import pair_text
from app.ui.scheme import scaled
from app.ui.text import say, tr, trn
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.picture import Picture
from app.ui.widgets.toml_panel import TomlText

SIDE = 16
CAPTION_LINES = 3


class ExportPreview(QWidget):
    """Shows one planned pair; the picture itself comes when its owner has been asked for it."""

    picture_wanted = Signal(int, int)
    """Entry, longest side in device pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: PlannedPair | None = None
        self.picture = Picture(self)
        self.picture.setFixedHeight(scaled(236))
        self._name = Label(Type.NAME, parent=self)
        self._done = FewLines(Type.QUIET, self)
        self._caption = FewLines(Type.SMALL, self, most=CAPTION_LINES)
        self._config_name = Label(Type.HEADING, parent=self)
        self._config_lines = Label(Type.QUIET, parent=self)
        self.copy = KeyedButton(tr("Copy"), "", self, flat=True)
        self.copy.clicked.connect(self._copy)
        self.config = TomlText(self)
        self._lay_out()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(scaled(12))
        line.addWidget(self._name)
        line.addWidget(self._done, 1)
        about = QVBoxLayout()
        about.setContentsMargins(SIDE, 8, SIDE, 10)
        about.setSpacing(scaled(4))
        about.addLayout(line)
        about.addWidget(self._caption)
        heading = QHBoxLayout()
        heading.setContentsMargins(SIDE, 2, 8, 2)
        heading.setSpacing(scaled(12))
        heading.addWidget(self._config_name)
        heading.addWidget(self._config_lines)
        heading.addStretch(1)
        heading.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture)
        column.addLayout(about)
        column.addWidget(Line(self))
        column.addLayout(heading)
        column.addWidget(Line(self))
        column.addWidget(self.config, 1)

    def show_pair(self, pair: PlannedPair) -> None:
        """Show a pair; its picture is asked for where another one stands here."""
        another = self._pair is None or self._pair.entry != pair.entry
        self._pair = pair
        if another:
            self.picture.clear()
            self.picture_wanted.emit(pair.entry, round(480 * self.devicePixelRatioF()))
        self.picture.show_over(over_of_pair(pair))
        width, height = pair.source_size
        self._name.setText(pair.target.replace("/", " / "))
        self._done.set_text(f"{width} × {height} → {pair_text(pair)}")
        self._caption.set_text(pair.caption)

    def show_picture(self, entry: int, image: object) -> None:
        """A picture that was asked for: QImage, or Message where there is none."""
        if self._pair is None or entry != self._pair.entry:
            return
        if isinstance(image, QImage):
            self.picture.show_image(image, *self._pair.source_size)
        elif isinstance(image, Message):
            self.picture.show_reason(say(image))

    def show_config(self, config: ConfigFile) -> None:
        """Show the file for the trainer."""
        self._config_name.setText(config.name)
        self._config_lines.setText(
            trn("%n lines, as they would be written", len(config.text.splitlines()))
        )
        self.config.show_lines(difference(config.text, config.text))
        self.config.setAccessibleName(config.name)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.config.toPlainText())
