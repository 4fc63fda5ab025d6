"""The settings dialog, made from the table of settings: one row there is one row here."""

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.settings import ROWS, Group, Setting, Settings
from app.ui.scheme import scaled
from app.ui.text import say, tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.scrolled import scrolled
from app.ui.windows.dialogs import Dialog

FIELD_WIDE = 340
"""Room for a field with its note, in pixels at the base size."""


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
        super().__init__(tr("Settings"), parent, width=scaled(640))
        self._before = settings
        self._read: dict[str, Callable[[], object]] = {}
        inner = QWidget(self)
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, scaled(16), 0)
        self._grid.setHorizontalSpacing(scaled(16))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(1, scaled(FIELD_WIDE))
        group: Group | None = None
        for row in ROWS:
            if row.group is not group:
                self._add_heading(row.group, first=group is None)
                group = row.group
            self._add_row(row, getattr(settings, row.field))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        inner.setMinimumHeight(1)  # Qt's own would count every note as two lines
        scroll = scrolled(inner, self)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(Line(self))
        cancel = KeyedButton(tr("Cancel"), "Esc", self)
        keep = KeyedButton(tr("Save"), "Return", self, filled=True)
        keep.setDefault(True)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self.accept)
        self.add_buttons(cancel, keep)
        # All of it is seen at once where the window has the room.
        room = scaled(760) if parent is None else max(parent.height() - scaled(24), scaled(480))
        wanted = self._grid.totalHeightForWidth(scaled(592)) + scaled(112)
        self.resize(self.minimumWidth(), min(wanted, room))

    def settings(self) -> Settings:
        """What the controls say now."""
        return replace(self._before, **{name: read() for name, read in self._read.items()})  # type: ignore[arg-type]

    def _add_heading(self, group: Group, *, first: bool) -> None:
        row = self._grid.rowCount()
        if not first:
            self._grid.setRowMinimumHeight(row, scaled(16))
            row += 1
        self._grid.addWidget(Label(Type.HEADING, group_title(group), self), row, 0, 1, 2)
        self._grid.addWidget(Line(self), row + 1, 0, 1, 2)
        self._grid.setRowMinimumHeight(row + 1, scaled(9))

    def _add_row(self, setting: Setting, value: object) -> None:
        """Label and field on one line; what it means quietly below the field."""
        row = self._grid.rowCount()
        place, field = self._field(setting, value)
        label = Label(Type.BODY, say(setting.label), self, wrap=True)
        label.setBuddy(field)
        field.setAccessibleName(say(setting.label))
        middle = Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(label, row, 0, middle)
        self._grid.addWidget(place, row, 1, middle)
        self._grid.setRowMinimumHeight(row, scaled(36))
        if setting.note is not None:
            note = Label(Type.QUIET, say(setting.note), self, wrap=True)
            field.setAccessibleDescription(say(setting.note))
            self._grid.addWidget(note, row + 1, 1)
            self._grid.setRowMinimumHeight(row + 2, scaled(6))

    def _field(self, row: Setting, value: object) -> tuple[QWidget, QWidget]:
        """What stands in the grid, and the control in it."""
        if isinstance(value, bool):
            box = QCheckBox(self)
            box.setChecked(value)
            self._read[row.field] = box.isChecked
            return box, box
        if row.choices:
            members = type(value) if isinstance(value, Enum) else range(row.low, row.high + 1)
            choice = Choice(self)
            named = zip(members, row.choices, strict=True)
            choice.set_options([(member, say(text)) for member, text in named])
            choice.set_value(value)
            self._read[row.field] = lambda: choice.value
            return choice, choice
        if isinstance(value, int):
            spin = QSpinBox(self, minimum=row.low, maximum=row.high)
            spin.setSuffix(f" {row.unit}" if row.unit else "")
            spin.setSpecialValueText(say(row.at_low) if row.at_low is not None else "")
            spin.setValue(value)
            self._read[row.field] = spin.value
            return spin, spin
        return self._path_field(row, str(value or ""))

    def _path_field(self, row: Setting, path: str) -> tuple[QWidget, QWidget]:
        """A line to type into, and a button that opens the desktop's own dialog."""
        both = QWidget(self)
        line = QLineEdit(path, both)
        line.setClearButtonEnabled(True)
        self._read[row.field] = lambda: Path(line.text()).expanduser() if line.text() else None
        browse = KeyedButton(tr("Choose…"), "", both)
        browse.setAutoDefault(False)
        browse.setAccessibleName(tr("Choose: {setting}", setting=say(row.label)))
        browse.clicked.connect(lambda: self._choose_file(line, say(row.label)))
        inside = QHBoxLayout(both)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(8))
        inside.addWidget(line, 1)
        inside.addWidget(browse)
        return both, line

    def _choose_file(self, line: QLineEdit, title: str) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, title, line.text())
        if chosen:
            line.setText(chosen)
