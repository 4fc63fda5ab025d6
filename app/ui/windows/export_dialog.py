"""Export: the plan as a tree, what stops it first, then whole or not at all."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.dataset.choices import DatasetChoices, PathForm
from app.errors import ProofError
from app.export.asked import recalled, remembered
from app.export.changes import Changes
from app.export.options import ExportOptions, Sizes
from app.export.planned import ExportPlan, PlannedPair
from app.export.seen import seen
from app.export.writer import Written
from app.messages import Message
from app.ui.export_job import ExportJob
from app.ui.export_planning import ExportPlanning
from app.ui.finding_text import rule_title
from app.ui.first_training import FirstTraining
from app.ui.models.plan import KEYS, PlanModel, PlanRole, plan_nodes
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.changes_panel import ChangesPanel
from app.ui.widgets.export_asked import ExportAsked
from app.ui.widgets.export_config import ExportConfig
from app.ui.widgets.export_done import ExportDone
from app.ui.widgets.export_foot import ExportFoot
from app.ui.widgets.export_more import ExportMore
from app.ui.widgets.export_preview import ExportPreview
from app.ui.widgets.keyed_splitter import KeyedSplitter
from app.ui.widgets.labels import Line
from app.ui.widgets.mix_panel import MixPanel
from app.ui.widgets.plan_delegate import PlanTree

SIZE = (1180, 820)
SOON_MS = 20
MANY = 24
"""Above so many entries the folders of the plan begin folded."""


class ExportDialog(QDialog):
    """Shows what would be written before anything is, then its progress, then what stands there."""

    entry_wanted = Signal(int)
    """Go to the entry behind a blocker; the dialog closes."""
    exported = Signal(object)
    """Written."""

    def __init__(self, session: Session, layout: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert session.dataset is not None
        self._session = session
        self._layout = layout
        self._root = session.dataset.root
        self._plan: ExportPlan | None = None
        self.job = ExportJob(session.background, self)
        self.planning = ExportPlanning(session, session.background, self)
        self.first = FirstTraining(session, session.background, self)
        self.asked = ExportAsked(self)
        self.target, self.sizes = self.asked.target, self.asked.sizes
        self.model = PlanModel(self)
        self.tree = PlanTree(self)
        self.preview = ExportPreview(self)
        self.config = ExportConfig(self)
        self.more = ExportMore(self)
        self.mix = MixPanel(self)
        self.changes = ChangesPanel(self)
        self.tabs = QTabWidget(self)
        self.foot = ExportFoot(self)
        self.leave_out, self.anyway = self.foot.leave_out, self.foot.anyway
        self.cancel, self.export = self.foot.cancel, self.foot.export
        # Enter in a field takes what was typed: without this it pressed the nearest button.
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.done_page = ExportDone(self)
        self.pages = QStackedWidget(self)
        self.setWindowTitle(tr("Export {name}", name=self._root.name))
        self._lay_out()
        self._fill(session.dataset.choices)
        self._connect()
        session.closed.connect(self.reject)
        self.first.follow(session.dataset.choices.old_folder)
        self.refresh()

    # Layout --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setAccessibleName(tr("Plan"))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.config, "")
        self.tabs.addTab(self.more, tr("More"))
        self.tabs.addTab(self.mix, tr("Old and new"))
        self.tabs.addTab(self.changes, tr("Since last time"))
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.preview, 9)
        column.addWidget(Line(self))
        column.addWidget(self.tabs, 10)
        split = KeyedSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.tree)
        split.addWidget(right)
        split.setSizes([620, 560])
        split.setChildrenCollapsible(False)
        planned = QWidget(self)
        whole = QVBoxLayout(planned)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.asked)
        whole.addWidget(Line(self))
        whole.addWidget(split, 1)
        self.pages.addWidget(planned)
        self.pages.addWidget(self.done_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages, 1)
        layout.addWidget(Line(self))
        layout.addWidget(self.foot)
        window = self.parentWidget()
        room = self.screen().availableSize() if window is None else window.size()
        self.resize(min(SIZE[0], room.width() - 24), min(SIZE[1], room.height() - 24))

    def _fill(self, choices: DatasetChoices) -> None:
        usual = self._root.with_name(f"{self._root.name}-train")
        before = recalled(str(self._layout.value(f"export/{self._root}", "", str)), usual)
        self.asked.fill(before)
        self.more.fill(before, choices)
        self.mix.fill(choices)

    def _connect(self) -> None:
        for button in self.findChildren(QPushButton):
            # Enter in a field would press one of them; exporting and leaving have keys.
            button.setAutoDefault(False)
        self.asked.changed.connect(self.refresh)
        self.more.changed.connect(self.refresh)
        self.more.sizes_wanted.connect(self._take_sizes)
        self.more.train_path_chosen.connect(self._choose_path)
        self.mix.chosen.connect(self._choose_mix)
        self.changes.entry_wanted.connect(self._go_to_changed)
        self.foot.changed.connect(self.refresh)
        self.cancel.clicked.connect(self.reject)
        self.export.clicked.connect(self._start)
        self.preview.picture_wanted.connect(
            lambda entry, side: self._session.pictures.ask_preview(entry, side, side)
        )
        for number in range(1, KEYS + 1):
            go = QShortcut(f"Ctrl+{number}", self)
            go.activated.connect(partial(self._go_to_blocker, number - 1))
        self.tree.activated.connect(self._activated)
        self.tree.selectionModel().currentChanged.connect(self._show_line)
        self._session.pictures.preview_ready.connect(self.preview.show_picture)
        self.planning.planned.connect(self._show_plan)
        self.planning.compared.connect(self._show_changes)
        self.planning.refused.connect(self._show_refusal)
        self.planning.read.connect(self.refresh)
        self.first.changed.connect(self.refresh)
        self.job.progressed.connect(self.foot.show_progress)
        self.job.finished.connect(self._finished)
        self.job.failed.connect(self._show_failure)
        self.job.cancelled.connect(self._show_cancelled)
        self.finished.connect(self._let_go)

    def _let_go(self) -> None:
        self.planning.close()
        self.first.close()

    # The plan ------------------------------------------------------------------------------

    def options(self) -> ExportOptions:
        """What the controls ask for."""
        return self.more.added_to(
            ExportOptions(
                target=self.asked.folder,
                sizes=self.asked.sizes.value,
                names=self.asked.names.value,
                picture=self.asked.format.value,
                trainer=self.asked.trainer.value,
                leave_out_blocked=self.leave_out.isChecked(),
                anyway=self.anyway.isChecked(),
            )
        )

    @property
    def shown_plan(self) -> ExportPlan | None:
        """What is shown, or was written."""
        return self._plan

    def refresh(self) -> None:
        """Plan again: every change of a control does it."""
        if not self.job.running and self.pages.currentWidget() is not self.done_page:
            self.planning.ask(self.options(), self.first.found)
            if self.planning.busy:
                self.foot.show_planning()

    def _show_refusal(self, error: object) -> None:
        self._plan = None
        self.export.setEnabled(False)
        if isinstance(error, ProofError):
            self.foot.show_failure(error.title, error.detail)

    def _show_plan(self, new: ExportPlan) -> None:
        self._plan = new
        dataset = self._session.dataset
        assert dataset is not None
        names = {entry.id: dataset.title(entry.id) for entry in dataset.entries}
        titles = {rule: rule_title(self._session, rule) for rule in self._session.cards}
        line = self._current_pair()
        self.model.show(plan_nodes(new, names, titles))
        self.tree.join_columns()
        self.tree.unfold(folders=len(dataset.entries) <= MANY)
        self.tree.fit_names()
        self.config.show_config(new.config)
        self.tabs.setTabText(0, new.config.name)
        self.mix.show_plan(new, self.first.progress if self.first.busy else None)
        self.foot.show_plan(new)
        pairs = {pair.known_as: pair for pair in new.pairs()}
        shown = pairs.get(line.known_as) if line is not None else None
        self._show_pair(shown or next(iter(pairs.values()), None))

    def _show_changes(self, found: Changes | None) -> None:
        self.changes.show_changes(found)
        count = self.changes.count
        words = tr("Since last time")
        self.tabs.setTabText(3, f"{words}  {count}" if count else words)

    def _current_pair(self) -> PlannedPair | None:
        pair = self.tree.currentIndex().data(PlanRole.CROP)
        return pair if isinstance(pair, PlannedPair) else None

    def _show_line(self, index: QModelIndex) -> None:
        pair = index.data(PlanRole.CROP)
        if isinstance(pair, PlannedPair):
            self._show_pair(pair)

    def _show_pair(self, pair: PlannedPair | None) -> None:
        if self._plan is None or pair is None:
            return
        concept = next(c for c in self._plan.concepts if pair in c.pairs)
        self.preview.show_pair(pair, seen(self._plan, concept, pair))

    def _go_to_blocker(self, number: int) -> None:
        blockers = self._plan.blockers if self._plan is not None else ()
        if number < len(blockers) and blockers[number].entries:
            self._go_to(blockers[number].entries[0])

    def _activated(self, index: QModelIndex) -> None:
        entry = index.data(PlanRole.ENTRY)
        if entry is not None and str(index.parent().data(PlanRole.HEAD)).endswith("_wash"):
            self._go_to(entry)

    def _go_to_changed(self, name: str) -> None:
        dataset = self._session.dataset
        assert dataset is not None
        for number in dataset.present():
            if dataset.relative(dataset.entries[number].image) == name:
                self._go_to(number)
                return

    def _go_to(self, entry: int) -> None:
        self.entry_wanted.emit(entry)
        self.reject()

    # Choices for the dataset ---------------------------------------------------------------

    def _choices(self) -> DatasetChoices:
        assert self._session.dataset is not None
        return self._session.dataset.choices

    def _choose_path(self, path: str, form: PathForm) -> None:
        after = replace(self._choices(), train_path=path, path_form=form)
        self._session.choose(after, tr("train path"))
        self.refresh()

    def _choose_mix(self, folder: str, share: float) -> None:
        after = replace(self._choices(), old_folder=folder, old_share=share)
        self._session.choose(after, tr("share of old pictures"))
        self.first.follow(self._choices().old_folder)
        self.refresh()

    def _take_sizes(self, sizes: Sizes) -> None:
        self.asked.offer(sizes)
        self.refresh()

    # Writing -------------------------------------------------------------------------------

    def _start(self) -> None:
        if not self.planning.known:
            QTimer.singleShot(SOON_MS, self, self._start)
            return
        self.refresh()
        if self._plan is None or self._plan.forbidden or self.job.running or self.planning.busy:
            return
        self._layout.setValue(f"export/{self._root}", remembered(self._plan.options))
        self._session.saving.flush()
        self.foot.show_writing()
        self.job.start(self._plan)

    def _finished(self, written: Written) -> None:
        assert self._plan is not None
        self.done_page.show_written(written, self._plan)
        self.pages.setCurrentWidget(self.done_page)
        self.foot.show_done()
        self.exported.emit(written)

    def _show_failure(self, title: Message, detail: Message) -> None:
        self.foot.end_progress()
        self.refresh()
        self.foot.show_failure(title, detail)

    def _show_cancelled(self) -> None:
        self.foot.end_progress()
        self.refresh()
        self.foot.say(tr("Cancelled; nothing was left behind."))

    def reject(self) -> None:
        """Esc cancels what is being written, and closes the dialog otherwise."""
        if self.job.running:
            self.job.cancel()
        elif self.pages.currentWidget() is self.done_page:
            self.accept()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A running export is cancelled first; the dialog stays until it has answered."""
        if self.job.running:
            self.job.cancel()
            event.ignore()
        else:
            super().closeEvent(event)
