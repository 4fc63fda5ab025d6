"""Export: the plan as a tree, what stops it first, then whole or not at all."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.errors import ProofError
from app.export.options import ExportOptions, Naming, PictureFormat, Sizes, Trainer
from app.export.plan import plan
from app.export.planned import ExportPlan, PlannedPair
from app.export.writer import Written
from app.messages import Message
from app.ui.export_job import ExportJob
from app.ui.finding_text import rule_title
from app.ui.models.plan import KEYS, PlanModel, PlanRole, plan_nodes
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import say, tr, trn
from app.ui.widgets.choice import Choice
from app.ui.widgets.export_preview import ExportPreview
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Ground, Label, Line, Pictogram, Type
from app.ui.widgets.plan_delegate import PlanTree

SIZES = ((1024, 1024), (768, 1152), (768, 1024))


class ExportDialog(QDialog):
    """Shows what would be written before anything is, and then its progress."""

    entry_wanted = Signal(int)
    """Go to the entry behind a blocker; the dialog closes."""
    exported = Signal(object)
    """Written."""

    def __init__(self, session: Session, layout: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._layout = layout
        self._plan: ExportPlan | None = None
        self.job = ExportJob(session.background, self)
        self.target = QLineEdit(self)
        self.browse = KeyedButton("…", "", self)
        self.trainer, self.sizes = Choice(self), Choice(self)
        self.names, self.format = Choice(self), Choice(self)
        self.model = PlanModel(self)
        self.tree = PlanTree(self)
        self.preview = ExportPreview(self)
        self._mark = Pictogram("error", "error", self)
        self.leave_out = QCheckBox(self)
        self.anyway = QCheckBox(self)
        self._status = FewLines(Type.BODY, self, most=2)
        self._progress = QProgressBar(self)
        self.cancel = KeyedButton("", "Esc", self)
        self.export = KeyedButton("", "Ctrl+Return", self, filled=True)
        name = session.dataset.root.name if session.dataset is not None else ""
        self.setWindowTitle(tr("Export {name}", name=name))
        self.resize(1150, 786)
        self._lay_out()
        self._fill_choices()
        self._connect()
        self.refresh()

    # Layout --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        top = QGridLayout()
        top.setContentsMargins(16, 16, 16, 16)
        top.setHorizontalSpacing(12)
        top.setVerticalSpacing(6)
        target = QHBoxLayout()
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
            top.addWidget(label, 0, column)
            if isinstance(field, QWidget):
                top.addWidget(field, 1, column)
            else:
                top.addLayout(field, 1, column)
            top.setColumnStretch(column, 3 if column == 0 else 1)
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(tr("Plan"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setColumnWidth(0, scaled(232))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.tree)
        split.addWidget(self.preview)
        split.setSizes([620, 530])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(Line(self))
        layout.addWidget(split, 1)
        layout.addWidget(Line(self))
        layout.addWidget(self._foot())

    def _foot(self) -> QWidget:
        """What may be waved through at the left, what stands against it beside the act."""
        foot = Ground("bar", self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(scaled(12))
        boxes = QVBoxLayout()
        boxes.addWidget(self.leave_out)
        boxes.addWidget(self.anyway)
        row.addLayout(boxes)
        row.addStretch(1)
        row.addWidget(self._mark)
        row.addWidget(self._status)
        row.addWidget(self._progress)
        row.addWidget(self.cancel)
        row.addWidget(self.export)
        self._progress.hide()
        self._progress.setFixedWidth(scaled(160))
        for button in (self.cancel, self.export):
            button.setMinimumHeight(scaled(32))
        return foot

    def _fill_choices(self) -> None:
        for trainer, text in (
            (Trainer.KOHYA, "kohya sd-scripts"),
            (Trainer.MUSUBI, "musubi-tuner"),
            (Trainer.DIFFUSION_PIPE, "diffusion-pipe"),
            (Trainer.AI_TOOLKIT, "ai-toolkit"),
            (Trainer.ONETRAINER, "OneTrainer"),
        ):
            self.trainer.add_option(trainer, text)
        self.sizes.add_option(Sizes(), tr("As they are"))
        for width, height in SIZES:
            text = tr("One size, {size}", size=f"{width} × {height}")
            self.sizes.add_option(Sizes(((width, height),)), text)
        self.sizes.add_option(Sizes(SIZES), tr("Nearest of the three"))
        self.names.add_option(Naming.NUMBERED, "00001.png, 00001.txt")
        self.names.add_option(Naming.KEEP, tr("As they are"))
        self.format.add_option(PictureFormat.KEEP, tr("As they are"))
        self.format.add_option(PictureFormat.PNG, "PNG")
        self.format.add_option(PictureFormat.JPEG, "JPEG")
        self.format.add_option(PictureFormat.WEBP, "WebP")
        dataset = self._session.dataset
        assert dataset is not None
        before = self._layout.value(f"export/{dataset.root}", "", str)
        self.target.setText(str(before or dataset.root.with_name(f"{dataset.root.name}-train")))
        self.leave_out.setText(tr("Leave out what stops it"))
        self.anyway.setText(tr("Export anyway, with open points"))
        self.cancel.setText(tr("Cancel"))
        self.browse.setAccessibleName(tr("Choose the folder to make"))

    def _connect(self) -> None:
        self.target.editingFinished.connect(self.refresh)
        self.browse.clicked.connect(self._browse)
        for combo in (self.trainer, self.sizes, self.names, self.format):
            combo.chosen.connect(self.refresh)
        self.leave_out.toggled.connect(self.refresh)
        self.anyway.toggled.connect(self.refresh)
        self.cancel.clicked.connect(self.reject)
        self.export.clicked.connect(self._start)
        self.export.setShortcut("Ctrl+Return")
        self.preview.picture_wanted.connect(self._ask_picture)
        for number in range(1, KEYS + 1):
            go = QShortcut(f"Ctrl+{number}", self)
            go.activated.connect(partial(self._go_to_blocker, number - 1))
        self.tree.activated.connect(self._activated)
        self.tree.selectionModel().currentChanged.connect(self._show_pair)
        self._session.pictures.preview_ready.connect(self.preview.show_picture)
        self.job.progressed.connect(self._show_progress)
        self.job.finished.connect(self._finished)
        self.job.failed.connect(self._show_failure)
        self.job.cancelled.connect(self._show_cancelled)

    # The plan ------------------------------------------------------------------------------

    def options(self) -> ExportOptions:
        """What the controls ask for."""
        return ExportOptions(
            target=Path(self.target.text()).expanduser(),
            sizes=self.sizes.value,
            names=self.names.value,
            picture=self.format.value,
            trainer=self.trainer.value,
            leave_out_blocked=self.leave_out.isChecked(),
            anyway=self.anyway.isChecked(),
        )

    def refresh(self) -> None:
        """Plan again; pure and quick, so every change of a control does it."""
        dataset, lint = self._session.dataset, self._session.lint
        if dataset is None or lint is None or self.job.running:
            return
        findings = {
            entry: lint.entry_findings(entry)
            for entry in dataset.present()
            if entry in self._session.readings
        }
        try:
            self._plan = plan(dataset, findings, self.options(), lint.dataset_findings())
        except ProofError as error:
            self._plan = None
            self._say(error.title, error.detail, bad=True)
            self.export.setEnabled(False)
            return
        self._show_plan(self._plan)

    def _show_plan(self, new: ExportPlan) -> None:
        dataset = self._session.dataset
        assert dataset is not None
        names = {entry.id: entry.name for entry in dataset.entries}
        titles = {rule: rule_title(self._session, rule) for rule in self._session.cards}
        self.model.show(plan_nodes(new, names, titles))
        self.tree.join_columns()
        self.tree.expandToDepth(0 if len(dataset.entries) > 60 else 1)
        self.preview.show_config(new.config)
        count = sum(1 for _ in new.pairs())
        self.export.setText(trn("Export %n pairs", count))
        self.export.updateGeometry()
        self.export.setEnabled(not new.forbidden and count > 0)
        self.leave_out.setVisible(bool(new.blockers) or self.leave_out.isChecked())
        self.anyway.setVisible(bool(new.open_points))
        if new.blockers:
            self._show_mark("error", Type.BODY)
            self._status.set_text(trn("%n things stop it. Whole or not at all.", len(new.blockers)))
        elif new.forbidden:
            self._show_mark("warning", Type.BODY)
            self._status.set_text(
                trn("%n points are open. Look at them, or say so.", len(new.open_points))
            )
        else:
            self._show_mark("", Type.QUIET)
            self._status.set_text(say(new.notes[0]) if new.notes else tr("Whole or not at all."))
        first = next(new.pairs(), None)
        if first is not None:
            self.preview.show_pair(first)

    def _show_mark(self, name: str, kind: Type) -> None:
        """The sign beside the words at the foot, and how they look."""
        self._mark.setVisible(bool(name))
        if name:
            self._mark.show_icon(name, name)
        self._status.set_kind(kind)

    def _go_to_blocker(self, number: int) -> None:
        blockers = self._plan.blockers if self._plan is not None else ()
        if number < len(blockers) and blockers[number].entries:
            self.entry_wanted.emit(blockers[number].entries[0])
            self.reject()

    def _show_pair(self, index: QModelIndex) -> None:
        pair = index.data(PlanRole.CROP)
        if isinstance(pair, PlannedPair):
            self.preview.show_pair(pair)

    def _ask_picture(self, entry: int, side: int) -> None:
        self._session.pictures.ask_preview(entry, side, side)

    def _activated(self, index: QModelIndex) -> None:
        entry = index.data(PlanRole.ENTRY)
        if entry is not None and index.parent().data(PlanRole.HEAD) == "error_wash":
            self.entry_wanted.emit(entry)
            self.reject()

    # Writing -------------------------------------------------------------------------------

    def _browse(self) -> None:
        before = str(Path(self.target.text()).parent)
        chosen = QFileDialog.getExistingDirectory(self, tr("Where the folder is made"), before)
        if chosen:
            self.target.setText(str(Path(chosen) / Path(self.target.text()).name))
            self.refresh()

    def _start(self) -> None:
        self.refresh()
        if self._plan is None or self._plan.forbidden or self.job.running:
            return
        assert self._session.dataset is not None
        self._layout.setValue(f"export/{self._session.dataset.root}", self.target.text())
        self._session.saving.flush()
        self.export.setEnabled(False)
        self._progress.show()
        self._show_mark("", Type.QUIET)
        self._status.set_text(tr("Writing"))
        self.job.start(replace(self._plan))

    def _show_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, max(1, total))
        self._progress.setValue(done)
        self._status.set_text(tr("Writing {done} of {total}", done=done, total=total))

    def _finished(self, written: Written) -> None:
        self._progress.hide()
        self.exported.emit(written)
        self.accept()

    def _show_failure(self, title: Message, detail: Message) -> None:
        self._progress.hide()
        self.refresh()
        self._say(title, detail, bad=True)

    def _show_cancelled(self) -> None:
        self._progress.hide()
        self.refresh()
        self._status.set_text(tr("Cancelled; nothing was left behind."))

    def _say(self, title: Message, detail: Message, *, bad: bool) -> None:
        self._show_mark("error" if bad else "", Type.BODY if bad else Type.QUIET)
        self._status.set_text(" ".join(part for part in (say(title), say(detail)) if part))

    def reject(self) -> None:
        """Esc cancels what is being written, and closes the dialog otherwise."""
        if self.job.running:
            self.job.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A running export is cancelled first; the dialog stays until it has answered."""
        if self.job.running:
            self.job.cancel()
            event.ignore()
        else:
            super().closeEvent(event)
