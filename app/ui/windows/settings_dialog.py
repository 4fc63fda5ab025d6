"""The settings dialog, made from the table of settings: one row there is one row here."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.settings import ROWS, Group, Setting, Settings
from app.ui.text import say, tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.windows.dialogs import Dialog


def group_title(group: Group) -> str:
    """A heading of the dialog."""
    return {
        Group.LOOK: tr("Look"),
        Group.FILES: tr("Files"),
        Group.PICTURES: tr("Pictures"),
        Group.WORDS: tr("Words"),
    }[group]


class SettingsDialog(Dialog):
    """Shows the settings and gives back what they became."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(tr("Settings"), parent, width=560)
        self._before = settings
        self._read: dict[str, Callable[[], object]] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        group: Group | None = None
        for row in ROWS:
            if row.group is not group:
                group = row.group
                form.addRow(Label(Type.HEADING, group_title(group), self))
            field = self._field(row, getattr(settings, row.field))
            label = Label(Type.BODY, say(row.label), self)
            label.setBuddy(field)
            field.setAccessibleName(say(row.label))
            form.addRow(label, field)
            if row.note is not None:
                form.addRow("", Label(Type.TINY, say(row.note), self, wrap=True))
        self.column.addLayout(form)
        cancel = KeyedButton(tr("Cancel"), "Esc", self)
        keep = KeyedButton(tr("Keep"), "Return", self, filled=True)
        keep.setDefault(True)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self.accept)
        self.add_buttons(cancel, keep)

    def settings(self) -> Settings:
        """What the controls say now."""
        return replace(self._before, **{name: read() for name, read in self._read.items()})  # type: ignore[arg-type]

    def _field(self, row: Setting, value: object) -> QWidget:
        if isinstance(value, bool):
            box = QCheckBox(self)
            box.setChecked(value)
            self._read[row.field] = box.isChecked
            return box
        if isinstance(value, Enum):
            choice = Choice(self)
            members = zip(type(value), row.choices, strict=True)
            choice.set_options([(member, say(text)) for member, text in members])
            choice.set_value(value)
            self._read[row.field] = lambda: choice.value
            return choice
        if isinstance(value, int):
            spin = QSpinBox(self, minimum=row.low, maximum=row.high)
            spin.setValue(value)
            self._read[row.field] = spin.value
            return spin
        line = QLineEdit(str(value or ""), self)
        self._read[row.field] = lambda: Path(line.text()).expanduser() if line.text() else None
        return line
