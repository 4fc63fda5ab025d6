"""What else may be asked of an export: how pictures are written, and where training finds them."""

import re
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.dataset.choices import DatasetChoices, PathForm
from app.export.options import ExportOptions, Sizes
from app.ui.text import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.export_asked import sizes_from
from app.ui.widgets.labels import Label, Type

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")


class ExportMore(QScrollArea):
    """Fields that most exports leave as they are, each with its warning where it has one."""

    changed = Signal()
    sizes_wanted = Signal(object)
    """Sizes that are not among the usual ones."""
    train_path_chosen = Signal(str, object)
    """Path, PathForm: a choice for the dataset."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget(self)
        self._forms: list[QFormLayout] = []
        self.train_path, self.path_form = QLineEdit(self), Choice(self)
        self.relative = QCheckBox(tr("Relative paths"), self)
        self._relative_trap = self._trap(
            tr("Only works if the training is started inside the exported folder.")
        )
        self.sizes = QLineEdit(self)
        self.template = QLineEdit(self)
        self.quality = QSpinBox(self, minimum=1, maximum=100)
        self.background = QLineEdit(self)
        self.strip = QCheckBox(tr("Leave out camera data and comments"), self)
        self.links = QCheckBox(tr("Hard links instead of copies"), self)
        self._links_trap = self._trap(
            tr("One file under two names: editing a picture in place changes both folders.")
        )
        self._lay_out()
        self._connect()

    def _trap(self, text: str) -> Label:
        label = Label(Type.WARNING, text, self, wrap=True)
        label.hide()
        return label

    def _lay_out(self) -> None:
        self.path_form.set_options([(PathForm.POSIX, "/"), (PathForm.WINDOWS, "\\")])
        self.path_form.setAccessibleName(tr("How the training machine writes paths"))
        self.path_form.setToolTip(tr("How the training machine writes paths"))
        self.train_path.setPlaceholderText(tr("where the folder is made"))
        self.sizes.setPlaceholderText("832x1216, 1216x832")
        self.template.setToolTip(tr("Fields: {fields}", fields="{number:05} {name} {concept}"))
        path = QHBoxLayout()
        path.setSpacing(4)
        path.addWidget(self.train_path, 1)
        path.addWidget(self.path_form)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(Label(Type.HEADING, tr("The training machine"), self))
        column.addLayout(
            self._form(
                (tr("Finds the folder at"), path, self.train_path),
                ("", self.relative, self.relative),
                ("", self._relative_trap, self._relative_trap),
            )
        )
        column.addSpacing(8)
        column.addWidget(Label(Type.HEADING, tr("Pictures and names"), self))
        column.addLayout(
            self._form(
                (tr("Other sizes"), self.sizes, self.sizes),
                (tr("Template for names"), self.template, self.template),
                (tr("Quality of JPEG and WebP"), self.quality, self.quality),
                (tr("Behind transparent parts"), self.background, self.background),
                ("", self.strip, self.strip),
                ("", self.links, self.links),
                ("", self._links_trap, self._links_trap),
            )
        )
        column.addStretch(1)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _form(self, *rows: tuple[str, QWidget | QHBoxLayout, QWidget]) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field, buddy in rows:
            label = Label(Type.QUIET, text, self)
            label.setBuddy(buddy)
            if text:
                buddy.setAccessibleName(text)
            form.addRow(label, field)
        self._forms.append(form)
        return form

    def _connect(self) -> None:
        for line in (self.template, self.background):
            line.editingFinished.connect(self.changed)
        for box in (self.relative, self.strip, self.links):
            box.toggled.connect(self._tell)
        self.quality.valueChanged.connect(self.changed)
        self.sizes.editingFinished.connect(self._ask_sizes)
        self.train_path.editingFinished.connect(self._choose_path)
        self.path_form.chosen.connect(self._choose_path)

    def fill(self, options: ExportOptions, choices: DatasetChoices) -> None:
        """Show these without announcing it."""
        for field in (self.template, self.background, self.sizes, self.train_path):
            field.blockSignals(True)  # noqa: FBT003 - Qt's signature
        for box in (self.relative, self.strip, self.links, self.quality):
            box.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.train_path.setText(choices.train_path)
        self.path_form.set_value(choices.path_form)
        self.relative.setChecked(options.relative_paths)
        self.template.setText(options.name_template)
        self.quality.setValue(options.quality)
        self.background.setText("#" + "".join(f"{value:02X}" for value in options.background))
        self.strip.setChecked(options.strip_metadata)
        self.links.setChecked(options.hard_links)
        for field in (self.template, self.background, self.sizes, self.train_path):
            field.blockSignals(False)  # noqa: FBT003 - Qt's signature
        for box in (self.relative, self.strip, self.links, self.quality):
            box.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._show_traps()

    def added_to(self, options: ExportOptions) -> ExportOptions:
        """The options with what is asked here."""
        found = _COLOUR.fullmatch(self.background.text().strip())
        red, green, blue = bytes.fromhex(found.group(1)) if found else options.background
        return replace(
            options,
            relative_paths=self.relative.isChecked(),
            name_template=self.template.text() or ExportOptions.name_template,
            quality=self.quality.value(),
            background=(red, green, blue),
            strip_metadata=self.strip.isChecked(),
            hard_links=self.links.isChecked(),
        )

    def _tell(self) -> None:
        self._show_traps()
        self.changed.emit()

    def _show_traps(self) -> None:
        self._relative_trap.setVisible(self.relative.isChecked())
        self._links_trap.setVisible(self.links.isChecked())
        for form in self._forms:
            for trap in (self._relative_trap, self._links_trap):
                if form.indexOf(trap) >= 0:
                    form.setRowVisible(trap, not trap.isHidden())
        self.train_path.setEnabled(not self.relative.isChecked())

    def _ask_sizes(self) -> None:
        found = sizes_from(self.sizes.text())
        if found is not None and found != Sizes():
            self.sizes_wanted.emit(found)

    def _choose_path(self) -> None:
        self.train_path_chosen.emit(self.train_path.text().strip(), self.path_form.value)
