"""The window: opens and closes datasets, connects the actions, and speaks to the person."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.export.writer import Written
from app.lint.rule import Finding
from app.messages import msg
from app.recent import recent, recent_folders
from app.settings import Settings
from app.ui.background import Background
from app.ui.in_turn import InTurn
from app.ui.outside import Outside
from app.ui.painting import Painting
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.first_start import FirstStart
from app.ui.widgets.notices import NoticeBar
from app.ui.widgets.status_line import StatusLine
from app.ui.windows.actions import Actions
from app.ui.windows.desk_links import DeskLinks
from app.ui.windows.dialogs import DismissalDialog, WhyDialog
from app.ui.windows.entry_acts import EntryActs
from app.ui.windows.export_dialog import ExportDialog
from app.ui.windows.first_size import DRAWN, place_window
from app.ui.windows.keys_dialog import KeysDialog
from app.ui.windows.letting_go import may_leave
from app.ui.windows.looking_back import LookingBack
from app.ui.windows.lost_folder import LostFolder
from app.ui.windows.meaning_dialog import OwnMeanings
from app.ui.windows.opening import Opening
from app.ui.windows.phrase_dialog import PhraseDoor
from app.ui.windows.recall import Recall
from app.ui.windows.reporting import Reporting
from app.ui.windows.reveal import Reveal
from app.ui.windows.reviewing import Reviewing
from app.ui.windows.safe_fixes import SafeFixes
from app.ui.windows.session_status import SessionStatus
from app.ui.windows.standings import keep_standing
from app.ui.windows.taken_out import TakenOut
from app.ui.windows.title import WindowTitle
from app.ui.windows.workbench import Workbench


class MainWindow(QMainWindow):
    """One dataset at a time. Everything that touches captions is the session's."""

    sample_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, background: Background, settings: Settings, layout: QSettings) -> None:
        super().__init__()
        self.background = background
        self._settings = settings
        self.painting = Painting(self)
        self.layout_store = layout
        self.session = Session(background, self)
        self.outside = Outside(self.session, background, self)
        self.opening = Opening(self.session, background, self.outside, self)
        self.recall = Recall(self.session, background, self)
        self.looking_back = LookingBack(self.session, background, self)
        self.taken_out = TakenOut(self.session, background, self.outside, self)
        self.acts = EntryActs(self.session, background, self.outside, self)
        self._recent_menu = QMenu(self)
        self._recent_menu.aboutToShow.connect(self._fill_recent)
        self.workbench = Workbench(self.session, self._recent_menu, self)
        self.first_start = FirstStart(self)
        self.notices = NoticeBar(self)
        self.status = StatusLine(self)
        self.session_status = SessionStatus(self.session, self.status, self)
        self.pages = QStackedWidget(self)
        self.actions_ = Actions(self, self.menuBar())
        self.title = WindowTitle(self.session, self.workbench.header, self)
        self.desk_links = DeskLinks(self.workbench, self.actions_["desk_open"])
        self.lost_folder = LostFolder(self.session, background, self.outside, self)
        self._lay_out()
        self.reveal = Reveal(self.pages, self.workbench, self)
        self.reporting = Reporting(self.session, background, self)
        around = (self.menuBar(), self.status)
        self.reviewing = Reviewing(self.session, self.workbench, self.pages, self.actions_, around)
        self.phrase_door = PhraseDoor(self.session, self.workbench, self.reviewing)
        self.meanings = OwnMeanings(self.session, self.opening, self.workbench, self.reviewing)
        self.safe_fixes = SafeFixes(self.session, self)
        self._connect()
        self._connect_actions()
        self._show_first_start()

    def _lay_out(self) -> None:
        self.pages.addWidget(self.first_start)
        self.pages.addWidget(self.workbench)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lost_folder.bar)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)
        self.setAcceptDrops(True)
        self.resize(DRAWN)

    def _connect(self) -> None:
        session, bench = self.session, self.workbench
        session.opened.connect(self._opened)
        session.notice.connect(self.notices.say)
        session.told.connect(self.notices.tell)
        session.closed.connect(self.notices.clear)
        session.pictures.hindered.connect(self.notices.say)
        for gathering in (self.safe_fixes.gathering, self.reviewing.reapproval.gathering):
            gathering.going_on.connect(self.notices.follow)
            self.notices.given_up.connect(gathering.stop)
        speakers = (self.acts, self.reporting, self.looking_back, self.taken_out, self.lost_folder)
        for speaker in speakers:
            speaker.said.connect(self.notices.tell)
            speaker.problem.connect(self.notices.say_problem)
        bench.sheet.current_entry_changed.connect(self.acts.set_current)
        bench.menu_wanted.connect(partial(self.acts.menu, self.actions_))
        bench.conflict_wanted.connect(self.acts.conflicts.ask)
        bench.folder_wanted.connect(self.acts.show_in_folder)
        bench.dismissal_wanted.connect(self._dismiss)
        bench.why_wanted.connect(self._why)
        bench.safe_fixes_wanted.connect(self.safe_fixes.ask)
        bench.header.export_wanted.connect(self.export)
        bench.desk.toml_file.failed.connect(self.notices.say)
        toml_written = partial(self.notices.tell, msg("data.toml was written."))
        bench.desk.toml_file.written.connect(toml_written)
        self.opening.began.connect(partial(self.setCursor, Qt.CursorShape.BusyCursor))
        self.opening.ended.connect(self.unsetCursor)
        self.opening.failed.connect(self.notices.say_problem)
        self.opening.drafts_found.connect(self.recall.offer_drafts)
        self.recall.problem.connect(self.notices.say_problem)
        self.outside.lost.connect(self.notices.say)
        self.first_start.open_wanted.connect(self.choose_folder)
        self.first_start.sample_wanted.connect(self.sample_wanted)
        self.first_start.folder_wanted.connect(self.open_folder)
        self.first_start.lost_folder.connect(lambda _: self.choose_folder())

    def _connect_actions(self) -> None:
        bench, session, acts = self.workbench, self.session, self.acts
        findings = bench.light_table.findings
        self.actions_.connect(
            {
                "open": self.choose_folder,
                "sample": self.sample_wanted.emit,
                "add": acts.choose_pictures,
                "paste": acts.paste,
                "rename": acts.rename,
                "remove": acts.take_out,
                "show_in_folder": acts.show_in_folder,
                "compare": lambda: acts.conflicts.ask(acts.current),
                "take_snapshot": self.looking_back.take,
                "snapshots": self.looking_back.show,
                "removed": self.taken_out.show,
                "history": lambda: self.recall.show_timeline(acts.current),
                "save_now": self._save_now,
                "export": self.export,
                "report": self.reporting.ask,
                "close": self.close_dataset,
                "settings": self.settings_wanted.emit,
                "quit": self.close,
                "undo": session.undo,
                "redo": session.redo,
                "edit_row": bench.sheet.edit_current,
                "previous": partial(bench.step, -1),
                "next": partial(bench.step, 1),
                "filter": partial(bench.header.filter.setFocus, Qt.FocusReason.ShortcutFocusReason),
                "next_finding": partial(bench.next_finding, 1),
                "previous_finding": partial(bench.next_finding, -1),
                "finding_down": partial(findings.step, 1),
                "finding_up": partial(findings.step, -1),
                "fix_1": partial(bench.fix, 0),
                "fix_2": partial(bench.fix, 1),
                "fix_3": partial(bench.fix, 2),
                "dismiss": self._dismiss_current,
                "safe_fixes": self.safe_fixes.ask,
                "next_place": bench.next_place,
                "mark": bench.light_table.go_to_marks,
                "larger": lambda: bench.sheet.set_step(bench.sheet.step + 1),
                "smaller": lambda: bench.sheet.set_step(bench.sheet.step - 1),
                "desk": bench.desk.toggle,
                "desk_open": lambda: bench.set_desk_opened_up(
                    self.actions_["desk_open"].isChecked()
                ),
                "tab_1": partial(self._show_tab, 0),
                "tab_2": partial(self._show_tab, 1),
                "tab_3": partial(self._show_tab, 2),
                "tab_4": partial(self._show_tab, 3),
                "full_screen": self._toggle_full_screen,
                "reset_layout": bench.reset_layout,
                "write_toml": bench.desk.toml_file.write,
                "review": self.reviewing.toggle,
                "phrase": self.phrase_door.open,
                "approve_again": self.reviewing.reapproval.ask,
                "look_again": self.outside.look,
                "help": self._show_keys,
                "about": self._about,
            }
        )
        stack = session.undo_stack
        for name, changed in (("undo", stack.canUndoChanged), ("redo", stack.canRedoChanged)):
            changed.connect(self.actions_[name].setEnabled)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.actions_.retranslate()
        self.workbench.retranslate()
        self.first_start.retranslate()
        self.session_status.show()

    def changeEvent(self, event: QEvent) -> None:
        """Look at the folder again when the person comes back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.outside.look()

    # Opening and closing -------------------------------------------------------------------

    def choose_folder(self) -> None:
        """Ask for a folder and open it."""
        start = str(self.session.dataset.root.parent) if self.session.dataset else ""
        chosen = QFileDialog.getExistingDirectory(self, tr("Open folder"), start)
        if chosen:
            self.open_folder(Path(chosen))

    def open_folder(self, path: Path) -> None:
        """Open a folder, or the folder of an image, once what is open is safe."""
        if not self._let_go():
            return
        self.opening.open(path)

    def _opened(self) -> None:
        assert self.session.dataset is not None
        self.reveal.begin()
        self.actions_.set_dataset_open(True)
        self.session_status.show()

    def close_dataset(self) -> None:
        """Back to the first page."""
        if self._let_go():
            self.session.close()
            self._show_first_start()

    def _show_first_start(self) -> None:
        self.actions_.set_dataset_open(False)
        self.reveal.end()
        self.status.clear()
        self.first_start.show_recent(recent())
        self.pages.setCurrentWidget(self.first_start)

    def _let_go(self) -> bool:
        """Everything is on disk, or the person knows what is not; False where they want to stay."""
        if self.session.dataset is not None:
            self._finish_typing()
            keep_standing(self.session, self.reviewing.round, self.background)
        return may_leave(self.session, self.background, self)

    def _finish_typing(self) -> None:
        """A composition and an open row editor hand over what they hold."""
        self.workbench.sheet.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing a person typed is lost by closing the window."""
        if not self._let_go():
            event.ignore()
            return
        self.layout_store.setValue("layout/window", self.saveGeometry())
        self.workbench.keep_layout(self.layout_store)
        self.layout_store.sync()
        self.session.close()
        self.background.close()
        # The window's painting too: it is never shown again.
        for timer in (*self.findChildren(QTimer), *self.findChildren(InTurn)):
            timer.stop()
        super().closeEvent(event)

    def restore_layout(self) -> None:
        """As the window was left."""
        place_window(self, self.layout_store.value("layout/window"))
        self.workbench.restore_layout(self.layout_store)

    # Drag and drop -------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder opens; pictures go into the open concept."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the folder, or add the pictures."""
        paths = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        event.acceptProposedAction()
        self.take_dropped(paths)

    def take_dropped(self, paths: list[Path]) -> None:
        """A folder opens, and so does an image where nothing is open; else images are added."""
        folders = [path for path in paths if path.is_dir()]
        if folders:
            self.open_folder(folders[0])
        elif paths and self.session.dataset is None:
            self.open_folder(paths[0])
        elif paths:
            self.acts.add(paths)

    # Findings ------------------------------------------------------------------------------

    def _dismiss_current(self) -> None:
        finding = self.workbench.light_table.findings.current
        if finding is not None:
            self._dismiss(finding)

    def _dismiss(self, finding: Finding) -> None:
        dialog = DismissalDialog(self.session, finding, self)
        if dialog.exec():
            dialog.apply()

    def _why(self, rule: str) -> None:
        WhyDialog(self.session, rule, self).exec()

    # Whole dataset -------------------------------------------------------------------------

    def export(self) -> None:
        """Show the plan of an export."""
        if self.session.dataset is None:
            return
        self._finish_typing()
        self.session.saving.flush()
        dialog = ExportDialog(self.session, self.layout_store, self)
        dialog.entry_wanted.connect(self.workbench.go_to)
        dialog.exported.connect(self._exported)
        dialog.exec()
        dialog.deleteLater()

    def _exported(self, written: Written) -> None:
        self.notices.tell(
            msg(
                "Exported to {folder}. Pairs: {count}.",
                count=written.pairs,
                folder=str(written.target),
            )
        )

    def _save_now(self) -> None:
        self.session.saving.flush()
        self.session.keeping.flush()

    def _show_tab(self, number: int) -> None:
        if self.session.dataset is None:
            self.first_start.open_recent(number)
        else:
            self.workbench.desk.go_to(number)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _fill_recent(self) -> None:
        self._recent_menu.clear()
        for folder in recent_folders()[:9]:
            self._recent_menu.addAction(str(folder), partial(self.open_folder, folder))
        self._recent_menu.addSeparator()
        self._recent_menu.addActions([self.actions_["open"], self.actions_["close"]])

    def _show_keys(self) -> None:
        dialog = KeysDialog(self.session, self.actions_, self)
        dialog.exec()
        dialog.deleteLater()

    def _about(self) -> None:
        text = tr(
            "Proofsheet {version}: the captions of a training set, proofread.\n\nMIT licence. "
            "It sends nothing anywhere.",
            version=__version__,
        )
        QMessageBox.information(self, tr("About Proofsheet"), text)
