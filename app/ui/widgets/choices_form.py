"""The Dataset tab's choices: what rules and the export need to know and only the person can say."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.captions.style import Style
from app.dataset.choices import ConceptChoices, DatasetChoices, PathForm, Preset, Purpose
from app.dataset.marks import Medium
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.labels import Label, Type

SIZES = ((768, 1152), (768, 1024), (1024, 1024), (1152, 768), (1024, 768))


class ChoicesForm(QWidget):
    """Every control writes through the session at once, as one step of undo."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filling = False
        self.purpose, self.medium = Choice(self), Choice(self)
        self.preset, self.target_size = Choice(self), Choice(self)
        self.resolution = QLineEdit(self)
        self.batch = QSpinBox(self, minimum=1, maximum=64)
        self.no_upscale = QCheckBox(self)
        self.train_path = QLineEdit(self)
        self.path_form = Choice(self)
        self.concept = Choice(self)
        self.trigger, self.class_tokens = QLineEdit(self), QLineEdit(self)
        self.style_choice = Choice(self)
        self.repeats = QSpinBox(self, minimum=0, maximum=1000)
        self.shuffle = QCheckBox(self)
        self._labels: list[tuple[Label, Callable[[], str]]] = []
        self._lay_out()
        self._connect()
        self.retranslate()

    # Layout --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        columns = QHBoxLayout(self)
        columns.setContentsMargins(16, 12, 16, 12)
        columns.setSpacing(32)
        path = QHBoxLayout()
        path.addWidget(self.train_path, 1)
        path.addWidget(self.path_form)
        self._add_column(
            columns,
            (lambda: tr("Dataset"), None),
            (lambda: tr("Purpose"), self.purpose),
            (lambda: tr("Medium"), self.medium),
            (lambda: tr("Size of the images"), self.target_size),
        )
        self._add_column(
            columns,
            (lambda: tr("Training"), None),
            (lambda: tr("Model"), self.preset),
            (lambda: tr("Resolution"), self.resolution),
            (lambda: tr("Batch size"), self.batch),
            (lambda: "", self.no_upscale),
            (lambda: tr("Train path"), path),
        )
        self._add_column(
            columns,
            (lambda: tr("Concept"), self.concept),
            (lambda: tr("Trigger"), self.trigger),
            (lambda: tr("Caption style"), self.style_choice),
            (lambda: tr("Repeats"), self.repeats),
            (lambda: tr("Class tokens"), self.class_tokens),
            (lambda: "", self.shuffle),
        )

    def _add_column(
        self,
        columns: QHBoxLayout,
        *rows: tuple[Callable[[], str], QWidget | QHBoxLayout | None],
    ) -> None:
        column = QVBoxLayout()
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, field in rows:
            label = Label(Type.HEADING if field is None else Type.QUIET, parent=self)
            self._labels.append((label, text))
            if field is None:
                form.addRow(label)
                continue
            form.addRow(label, field)
            label.setBuddy(self.train_path if isinstance(field, QHBoxLayout) else field)
        column.addLayout(form)
        column.addStretch()
        columns.addLayout(column, 1)

    def _connect(self) -> None:
        for combo in (self.purpose, self.medium, self.preset, self.target_size, self.path_form):
            combo.chosen.connect(self._store_dataset)
        for line in (self.resolution, self.train_path):
            line.editingFinished.connect(self._store_dataset)
        self.batch.valueChanged.connect(self._store_dataset)
        self.no_upscale.toggled.connect(self._store_dataset)
        self.concept.currentIndexChanged.connect(self._fill_concept)
        self.style_choice.chosen.connect(self._store_concept)
        for line in (self.trigger, self.class_tokens):
            line.editingFinished.connect(self._store_concept)
        self.repeats.valueChanged.connect(self._store_concept)
        self.shuffle.toggled.connect(self._store_concept)
        self._session.opened.connect(self.fill)
        self._session.closed.connect(self.fill)
        self._session.choices_changed.connect(self.fill)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        for label, text in self._labels:
            label.setText(text())
            field = label.buddy()
            if field is not None and text():
                field.setAccessibleName(text())
        self._filling = True
        self.purpose.set_options(
            [
                (Purpose.NONE, tr("not decided")),
                (Purpose.PERSON, tr("Person")),
                (Purpose.FASHION, tr("Fashion")),
                (Purpose.STYLE, tr("Style")),
            ]
        )
        self.medium.set_options(
            [
                (None, tr("not decided")),
                (Medium.PHOTO, tr("Photo")),
                (Medium.ANIME, tr("Anime")),
                (Medium.ILLUSTRATION, tr("Illustration")),
                (Medium.RENDER, tr("3D")),
            ]
        )
        self.preset.set_options(
            [
                (Preset.FLUX, "Flux"),
                (Preset.SDXL, "SDXL"),
                (Preset.SD15, "SD 1.5"),
            ]
        )
        self.target_size.set_options(
            [
                (None, tr("as most of them are")),
                *((size, f"{size[0]} × {size[1]}") for size in SIZES),
            ]
        )
        self.path_form.set_options([(PathForm.POSIX, "/"), (PathForm.WINDOWS, "\\")])
        self.style_choice.set_options(
            [
                (None, tr("as it is found")),
                (Style.TAGS, tr("Tags")),
                (Style.SENTENCE, tr("Sentences")),
            ]
        )
        self.no_upscale.setText(tr("Never enlarge small images"))
        self.shuffle.setText(tr("Let the trainer shuffle tags"))
        self.repeats.setSpecialValueText(tr("as the folder says"))
        self.train_path.setPlaceholderText(tr("where the folder is now"))
        self.path_form.setToolTip(tr("How the training machine writes paths"))
        self.path_form.setAccessibleName(tr("How the training machine writes paths"))
        self.train_path.setToolTip(tr("The folder as the training machine will see it"))
        self.class_tokens.setToolTip(
            tr("Trained only for images without a caption file: where a .txt exists, it wins.")
        )
        self.trigger.setToolTip(tr("The word that names the concept, in every caption"))
        self._filling = False
        self.fill()

    # Showing and storing -------------------------------------------------------------------

    def fill(self) -> None:
        """Show the choices of the open dataset."""
        dataset = self._session.dataset
        self.setEnabled(dataset is not None)
        if dataset is None or self._filling:
            return
        self._filling = True
        choices = dataset.choices
        self.purpose.set_value(choices.purpose)
        self.medium.set_value(choices.medium)
        self.preset.set_value(choices.preset)
        if choices.target_size is not None and not self.target_size.offers(choices.target_size):
            width, height = choices.target_size
            self.target_size.add_option(choices.target_size, f"{width} × {height}")
        self.target_size.set_value(choices.target_size)
        width, height = choices.resolution
        self.resolution.setText(str(width) if width == height else f"{width}x{height}")
        self.batch.setValue(choices.batch_size)
        self.no_upscale.setChecked(choices.bucket_no_upscale)
        self.train_path.setText(choices.train_path)
        self.path_form.set_value(choices.path_form)
        names = [concept.name for concept in dataset.concepts]
        if [self.concept.itemText(i) for i in range(self.concept.count())] != names:
            self.concept.clear()
            self.concept.addItems(names)
        self._filling = False
        self._fill_concept()

    def _fill_concept(self) -> None:
        dataset, name = self._session.dataset, self.concept.currentText()
        if dataset is None or not name:
            return
        self._filling = True
        chosen = dataset.choices.concept(name)
        self.trigger.setText(chosen.trigger)
        self.class_tokens.setText(chosen.class_tokens)
        self.style_choice.set_value(chosen.style)
        self.repeats.setValue(chosen.repeats or 0)
        self.shuffle.setChecked(chosen.shuffle_tags)
        self._filling = False

    def _store_dataset(self) -> None:
        dataset = self._session.dataset
        if self._filling or dataset is None:
            return
        after = replace(
            dataset.choices,
            purpose=self.purpose.value,
            medium=self.medium.value,
            preset=self.preset.value,
            target_size=self.target_size.value,
            resolution=size_from(self.resolution.text()) or dataset.choices.resolution,
            batch_size=self.batch.value(),
            bucket_no_upscale=self.no_upscale.isChecked(),
            train_path=self.train_path.text().strip(),
            path_form=self.path_form.value,
        )
        self._choose(after)
        self.fill()

    def _store_concept(self) -> None:
        dataset, name = self._session.dataset, self.concept.currentText()
        if self._filling or dataset is None or not name:
            return
        before = dataset.choices.concept(name)
        after: ConceptChoices = replace(
            before,
            trigger=self.trigger.text().strip(),
            style=self.style_choice.value,
            repeats=self.repeats.value() or None,
            class_tokens=self.class_tokens.text().strip(),
            shuffle_tags=self.shuffle.isChecked(),
        )
        self._choose(replace(dataset.choices, concepts={**dataset.choices.concepts, name: after}))
        self._fill_concept()

    def _choose(self, choices: DatasetChoices) -> None:
        self._session.choose(choices, tr("choice for the dataset"))


def size_from(text: str) -> tuple[int, int] | None:
    """A resolution such as "1024" or "832x1216"; None where it is not one."""
    parts = text.lower().replace("×", "x").replace(" ", "").split("x")
    if len(parts) > 2 or not all(part.isdigit() and int(part) > 0 for part in parts):
        return None
    return int(parts[0]), int(parts[-1])
