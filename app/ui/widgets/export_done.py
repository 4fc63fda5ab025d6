"""The last page of an export: what stands where, and the line that starts the training."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.export.planned import ExportPlan
from app.export.writer import Written
from app.ui.scheme import mono_font, scaled
from app.ui.text import say, tr, trn
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Pictogram, Type

MEGABYTE = 1_000_000


class ExportDone(QWidget):
    """Shown once everything is on the disk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._title = Label(Type.LEAD, parent=self, wrap=True)
        self._facts = Label(Type.QUIET, parent=self, wrap=True)
        self._launch_label = Label(Type.HEADING, tr("Start the training with"), self)
        self.launch = QLineEdit(self)
        self.launch.setReadOnly(True)
        self.launch.setFont(mono_font())
        self.launch.setAccessibleName(tr("Start the training with"))
        self._launch_label.setBuddy(self.launch)
        self.copy = KeyedButton(tr("Copy"), "Ctrl+Shift+C", self)
        QShortcut("Ctrl+Shift+C", self).activated.connect(self.copy.click)
        self._notes = Label(Type.QUIET, parent=self, wrap=True)
        self.show_folder = KeyedButton(tr("Open the folder"), "", self)
        self.copy.clicked.connect(self._copy)
        self.show_folder.clicked.connect(self._open)
        head = QHBoxLayout()
        head.setSpacing(scaled(12))
        head.addWidget(Pictogram("tick-disc", "accent", self, size=20))
        head.addWidget(self._title, 1)
        line = QHBoxLayout()
        line.setSpacing(scaled(8))
        line.addWidget(self.launch, 1)
        line.addWidget(self.copy)
        row = QHBoxLayout()
        row.addWidget(self.show_folder)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 24)
        column.setSpacing(scaled(12))
        column.addLayout(head)
        column.addWidget(self._facts)
        column.addLayout(row)
        column.addSpacing(scaled(24))
        column.addWidget(self._launch_label)
        column.addLayout(line)
        column.addWidget(self._notes)
        column.addStretch(1)

    def show_written(self, written: Written, plan: ExportPlan) -> None:
        """Say what stands there now."""
        self._folder = written.target
        self._title.setText(tr("The export stands in {folder}", folder=str(written.target)))
        facts = [
            trn("%n pairs", written.pairs),
            f"{written.bytes / MEGABYTE:.1f} MB",
        ]
        if written.replaced:
            facts.append(tr("in place of the earlier export"))
        if plan.steps_per_epoch is not None:
            facts.append(trn("%n steps an epoch", plan.steps_per_epoch))
        self._facts.setText(" · ".join(facts))
        for part in (self._launch_label, self.launch, self.copy):
            part.setVisible(bool(plan.launch))
        self.launch.setText(plan.launch)
        self.launch.setCursorPosition(0)
        self._notes.setText("\n".join(say(note) for note in (*plan.config.notes, *plan.notes)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.launch.text())

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
