"""The trainer's file as an export would write it, each line explained, and copied on request."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.export.data_toml import FILE_NAME
from app.export.planned import ConfigFile
from app.export.toml_difference import difference
from app.ui.scheme import scaled
from app.ui.text import tr, trn
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.toml_text import HintBar, TomlText, WholeLines


class ExportConfig(QWidget):
    """Read-only; the file itself comes with the export."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = Label(Type.QUIET, parent=self)
        self.copy = KeyedButton(tr("Copy"), "", self, flat=True)
        self.copy.clicked.connect(self._copy)
        self.text = TomlText(self)
        self.hint = HintBar(self)
        self.hint.set_low(low=True, lines=2)
        self.text.explained.connect(self.hint.show_hint)
        heading = QHBoxLayout()
        heading.setContentsMargins(16, 2, 8, 2)
        heading.setSpacing(scaled(12))
        heading.addWidget(self._lines)
        heading.addStretch(1)
        heading.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addWidget(Line(self))
        column.addWidget(WholeLines(self.text, self.hint, self), 1)
        column.addWidget(self.hint)

    def show_config(self, config: ConfigFile) -> None:
        """Show the file; only keys of data.toml explain themselves."""
        known = config.name == FILE_NAME
        self._lines.setText(
            trn("%n lines, as they would be written", len(config.text.splitlines()))
        )
        self.text.show_lines(difference(config.text, config.text), explains=known)
        self.text.setAccessibleName(config.name)
        self.hint.setVisible(known)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
