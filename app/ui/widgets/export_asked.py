"""The head of the export: where to, for which trainer, which sizes, names and format."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from app.export.options import ExportOptions, Naming, PictureFormat, Sizes, Trainer
from app.ui.commas import listed
from app.ui.text import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type

SIZES = ((1024, 1024), (768, 1152), (768, 1024))
TRAINERS = (
    (Trainer.KOHYA, "kohya sd-scripts"),
    (Trainer.MUSUBI, "musubi-tuner"),
    (Trainer.DIFFUSION_PIPE, "diffusion-pipe"),
    (Trainer.AI_TOOLKIT, "ai-toolkit"),
    (Trainer.ONETRAINER, "OneTrainer"),
)


class ExportAsked(QWidget):
    """Five questions in one line."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.target = QLineEdit(self)
        self.browse = KeyedButton("…", "", self)
        self.trainer, self.sizes = Choice(self), Choice(self)
        self.names, self.format = Choice(self), Choice(self)
        self._lay_out()
        self._fill()
        self.target.editingFinished.connect(self.changed)
        self.browse.clicked.connect(self._browse)
        for combo in (self.trainer, self.sizes, self.names, self.format):
            combo.chosen.connect(self.changed)

    def _lay_out(self) -> None:
        top = QGridLayout(self)
        top.setContentsMargins(16, 12, 16, 12)
        top.setHorizontalSpacing(12)
        top.setVerticalSpacing(6)
        target = QHBoxLayout()
        target.setSpacing(4)
        target.addWidget(self.target, 1)
        target.addWidget(self.browse)
        fields: tuple[tuple[str, QWidget | QHBoxLayout, QWidget], ...] = (
            (tr("Folder to make"), target, self.target),
            (tr("Trainer"), self.trainer, self.trainer),
            (tr("Sizes"), self.sizes, self.sizes),
            (tr("Names"), self.names, self.names),
            (tr("Pictures"), self.format, self.format),
        )
        for column, (text, field, buddy) in enumerate(fields):
            label = Label(Type.QUIET, text, self)
            label.setBuddy(buddy)
            buddy.setAccessibleName(text)
            top.addWidget(label, 0, column)
            if isinstance(field, QWidget):
                top.addWidget(field, 1, column)
            else:
                top.addLayout(field, 1, column)
            top.setColumnStretch(column, 3 if column == 0 else 1)

    def _fill(self) -> None:
        for trainer, text in TRAINERS:
            self.trainer.add_option(trainer, text)
        self.sizes.add_option(Sizes(), tr("As they are"))
        for size in SIZES:
            self.sizes.add_option(Sizes((size,)), sizes_text(Sizes((size,))))
        self.sizes.add_option(Sizes(SIZES), tr("Nearest of the three"))
        self.names.add_option(Naming.NUMBERED, tr("Numbers: 00001, 00002 …"))
        self.names.add_option(Naming.KEEP, tr("As they are"))
        self.names.add_option(Naming.TEMPLATE, tr("By a template"))
        self.format.add_option(PictureFormat.KEEP, tr("As they are"))
        self.format.add_option(PictureFormat.PNG, "PNG")
        self.format.add_option(PictureFormat.JPEG, "JPEG")
        self.format.add_option(PictureFormat.WEBP, "WebP")
        self.browse.setAccessibleName(tr("Choose the folder to make"))

    def fill(self, options: ExportOptions) -> None:
        """Show these."""
        self.target.setText(str(options.target))
        self.trainer.set_value(options.trainer)
        self.offer(options.sizes)
        self.names.set_value(options.names)
        self.format.set_value(options.picture)

    def offer(self, sizes: Sizes) -> None:
        """Choose these sizes, which need not be among the usual ones."""
        if not self.sizes.offers(sizes):
            self.sizes.add_option(sizes, sizes_text(sizes))
        self.sizes.set_value(sizes)

    @property
    def folder(self) -> Path:
        """The folder to make."""
        return Path(self.target.text()).expanduser()

    def _browse(self) -> None:
        before = str(Path(self.target.text()).parent)
        chosen = QFileDialog.getExistingDirectory(self, tr("Where the folder is made"), before)
        if chosen:
            self.target.setText(str(Path(chosen) / Path(self.target.text()).name))
            self.changed.emit()


def sizes_text(sizes: Sizes) -> str:
    """Sizes in words."""
    named = [f"{width} × {height}" for width, height in sizes.targets]
    if not named:
        return tr("As they are")
    if len(named) == 1:
        return tr("One size, {size}", size=named[0])
    return tr("Nearest of {sizes}", sizes=listed(named))


def sizes_from(text: str) -> Sizes | None:
    """Sizes such as "832x1216, 1024"; None where one of them is none."""
    targets: list[tuple[int, int]] = []
    for part in text.replace(";", ",").split(","):
        sides = part.lower().replace("×", "x").replace(" ", "").split("x")
        if not part.strip():
            continue
        if len(sides) > 2 or not all(side.isdecimal() and int(side) > 0 for side in sides):
            return None
        targets.append((int(sides[0]), int(sides[-1])))
    return Sizes(tuple(dict.fromkeys(targets)))
