"""The Dataset tab's choices: what rules and the export need to know and only the person can say."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

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
from app.export.presets import propose
from app.export.toml_keys import KEYS
from app.ui.session import Session
from app.ui.text import say, tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.export_asked import sizes_from
from app.ui.widgets.flow import Flow
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.preset_sheet import PresetSheet

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
        self.validation = QSpinBox(self, minimum=0, maximum=50, suffix=tr(" %"))
        self.train_path = QLineEdit(self)
        self.path_form = Choice(self)
        self.concept = Choice(self)
        self.trigger, self.class_tokens = QLineEdit(self), QLineEdit(self)
        self.style_choice = Choice(self)
        self.repeats = QSpinBox(self, minimum=0, maximum=1000)
        self.shuffle = QCheckBox(self)
        self.keep_tokens = QSpinBox(self, minimum=0, maximum=255)
        self.prefix, self.suffix = QLineEdit(self), QLineEdit(self)
        self.dropout = QSpinBox(self, minimum=0, maximum=100, suffix=tr(" %"))
        self.wildcard, self.regularisation = QCheckBox(self), QCheckBox(self)
        self.sheet: PresetSheet | None = None
        """What the chosen model needs, while it is asked about."""
        self._labels: list[tuple[Label, Callable[[], str]]] = []
        self._lay_out()
        self._connect()
        self.retranslate()

    # Layout --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        around = QVBoxLayout(self)
        around.setContentsMargins(16, 12, 16, 12)
        columns = Flow(gap=32)
        around.addLayout(columns)
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
            (lambda: tr("For validation"), self.validation),
            (lambda: "", self.no_upscale),
            (lambda: tr("Train path"), path),
        )
        self._add_column(
            columns,
            (lambda: tr("Concept"), None),
            (lambda: tr("Folder"), self.concept),
            (lambda: tr("Trigger"), self.trigger),
            (lambda: tr("Caption style"), self.style_choice),
            (lambda: tr("Repeats"), self.repeats),
            (lambda: tr("Class tokens"), self.class_tokens),
            (lambda: "", self.regularisation),
        )
        self._add_column(
            columns,
            (lambda: tr("Captions in training"), None),
            (lambda: tr("Prefix"), self.prefix),
            (lambda: tr("Suffix"), self.suffix),
            (lambda: tr("Without caption"), self.dropout),
            (lambda: "", self.shuffle),
            (lambda: tr("First tags that stay"), self.keep_tokens),
            (lambda: "", self.wildcard),
        )

    def _add_column(
        self,
        columns: Flow,
        *rows: tuple[Callable[[], str], QWidget | QHBoxLayout | None],
    ) -> None:
        column = QWidget(self)
        form = QFormLayout(column)
        form.setContentsMargins(0, 0, 0, 0)
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
        columns.addWidget(column)

    def _connect(self) -> None:
        for combo in (self.purpose, self.medium, self.target_size, self.path_form):
            combo.chosen.connect(self._store_dataset)
        self.preset.chosen.connect(self._ask_preset)
        for line in (self.resolution, self.train_path):
            line.editingFinished.connect(self._store_dataset)
        for number in (self.batch, self.validation):
            number.valueChanged.connect(self._store_dataset)
        self.no_upscale.toggled.connect(self._store_dataset)
        self.concept.currentIndexChanged.connect(self._fill_concept)
        self.style_choice.chosen.connect(self._store_concept)
        for line in (self.trigger, self.class_tokens, self.prefix, self.suffix):
            line.editingFinished.connect(self._store_concept)
        for number in (self.repeats, self.keep_tokens, self.dropout):
            number.valueChanged.connect(self._store_concept)
        for box in (self.shuffle, self.wildcard, self.regularisation):
            box.toggled.connect(self._store_concept)
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
        self.concept.setAccessibleName(tr("Concept"))
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
        self.wildcard.setText(tr("Draw one of {options}", options="{a|b}"))
        self.regularisation.setText(tr("Regularisation folder"))
        for field, key in self._explained():
            field.setToolTip(_tool_tip(key))
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
        self.resolution.setText(resolutions_text(choices))
        self.validation.setValue(round(100 * choices.validation_split))
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
        self.keep_tokens.setValue(chosen.keep_tokens)
        self.prefix.setText(chosen.caption_prefix)
        self.suffix.setText(chosen.caption_suffix)
        self.dropout.setValue(round(100 * chosen.caption_dropout_rate))
        self.wildcard.setChecked(chosen.enable_wildcard)
        self.regularisation.setChecked(chosen.regularisation)
        self._filling = False

    def _store_dataset(self) -> None:
        dataset = self._session.dataset
        if self._filling or dataset is None:
            return
        choices = dataset.choices
        sizes = sizes_from(self.resolution.text())
        first, *others = sizes.targets if sizes else (choices.resolution, *choices.more_resolutions)
        after = replace(
            choices,
            purpose=self.purpose.value,
            medium=self.medium.value,
            target_size=self.target_size.value,
            resolution=first,
            more_resolutions=tuple(others),
            validation_split=_share(self.validation.value(), choices.validation_split),
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
            keep_tokens=self.keep_tokens.value(),
            caption_prefix=self.prefix.text().strip(),
            caption_suffix=self.suffix.text().strip(),
            caption_dropout_rate=_share(self.dropout.value(), before.caption_dropout_rate),
            enable_wildcard=self.wildcard.isChecked(),
            regularisation=self.regularisation.isChecked(),
        )
        self._choose(replace(dataset.choices, concepts={**dataset.choices.concepts, name: after}))
        self._fill_concept()

    def _explained(self) -> tuple[tuple[QWidget, str], ...]:
        """Fields that stand for one key of data.toml."""
        return (
            (self.resolution, "resolution"),
            (self.batch, "batch_size"),
            (self.no_upscale, "bucket_no_upscale"),
            (self.validation, "validation_split"),
            (self.repeats, "num_repeats"),
            (self.regularisation, "is_reg"),
            (self.prefix, "caption_prefix"),
            (self.suffix, "caption_suffix"),
            (self.dropout, "caption_dropout_rate"),
            (self.shuffle, "shuffle_caption"),
            (self.keep_tokens, "keep_tokens"),
            (self.wildcard, "enable_wildcard"),
        )

    def _ask_preset(self) -> None:
        """Show what the model needs first, if it needs anything."""
        dataset = self._session.dataset
        if self._filling or dataset is None:
            return
        proposal = propose(dataset.choices, self.preset.value)
        if not (proposal.demands or proposal.remarks):
            self._choose(proposal.choices)
            return
        self.sheet = PresetSheet(self.preset.currentText(), proposal, self)
        self.sheet.accepted.connect(partial(self._choose, proposal.choices))
        self.sheet.finished.connect(self._sheet_closed)
        self.sheet.open()

    def _sheet_closed(self) -> None:
        self.sheet = None
        self.fill()

    def _choose(self, choices: DatasetChoices) -> None:
        self._session.choose(choices, tr("choice for the dataset"))


def resolutions_text(choices: DatasetChoices) -> str:
    """The resolutions as a person writes them: "1024, 832x1216"."""
    sizes = (choices.resolution, *choices.more_resolutions)
    return ", ".join(str(w) if w == h else f"{w}x{h}" for w, h in sizes)


def _share(percent: int, before: float) -> float:
    """A share of whole percents; what a file states more exactly stays as long as nobody turns."""
    return before if round(100 * before) == percent else percent / 100


def _tool_tip(key: str) -> str:
    known = KEYS[key]
    trap = "" if known.trap is None else f"\n{say(known.trap)}"
    return f"{key}: {say(known.explains)}{trap}"
