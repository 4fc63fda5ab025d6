"""The workbench: sheet, desk and light table side by side, and the walk from entry to entry."""

from PySide6.QtCore import QPoint, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.lint.rule import Finding
from app.messages import msg
from app.review.finding_walk import next_place
from app.review.order import Order, next_there
from app.review.query import Query, QueryError, parse
from app.ui.aspects import Aspect, Changed
from app.ui.finding_text import rule_title
from app.ui.models.entries import EntryModel
from app.ui.models.roles import ChipAction
from app.ui.models.row_search import RowSearch
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import say, tr
from app.ui.widgets.contact_sheet import ContactSheet
from app.ui.widgets.desk import Desk
from app.ui.widgets.header import STEPS, Header
from app.ui.widgets.keyed_splitter import KeyedSplitter
from app.ui.widgets.light_table import LightTable
from app.ui.widgets.nothing_here import NothingHere

FILTER_MS = 150
LOW = 680
"""Below this height the desk folds to its tabs, until the person opens it."""
NARROW = 900
"""Below this width the light table is a tab of the desk."""


class Workbench(QWidget):
    """Composes the places and keeps them on one current entry."""

    menu_wanted = Signal(int, QPoint)
    conflict_wanted = Signal(int)
    folder_wanted = Signal(int)
    """Show the entry's file in the desktop's file manager."""
    dismissal_wanted = Signal(object)
    why_wanted = Signal(str)
    safe_fixes_wanted = Signal()

    def __init__(self, session: Session, datasets: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._query: Query = parse("")
        self._order = Order.FOLDER
        self._wanted: Finding | None = None
        self._left: list[int] = []
        """Entries that the person went on from: what was typed there is written."""
        self._left_at: QWidget | None = None  # the keyboard, when the desk was opened up
        self._low = False
        self._folded = False
        """How the person left the desk while there was height for it."""
        self.entries = EntryModel(session, self)
        self.header = Header(datasets, self)
        self.sheet = ContactSheet(self)
        self.sheet.setModel(self.entries)
        self.nothing = NothingHere(self.sheet)
        self.light_table = LightTable(session, self)
        self.desk = Desk(session, self)
        self.search = RowSearch(session, self)
        self.search.found.connect(self._show_rows)
        self._refilter = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._refilter.timeout.connect(self.refilter)
        self._lay_out()
        self._connect()
        self.retranslate()

    # Layout --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.left = KeyedSplitter(Qt.Orientation.Vertical, self)
        self.left.addWidget(self.sheet)
        self.left.addWidget(self.desk)
        self.left.setChildrenCollapsible(False)
        self.split = KeyedSplitter(Qt.Orientation.Horizontal, self)
        self.split.addWidget(self.left)
        self.split.addWidget(self.light_table)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 5)
        self.split.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.split, 1)
        self.reset_layout()

    def reset_layout(self) -> None:
        """The sizes of the design."""
        self.split.setSizes([905, 535])
        self.left.setSizes([600, 202])
        self.light_table.split.setSizes([320, 480])
        self._folded = False
        self.desk.set_folded(self._low)
        self.sheet.set_step(2)

    def keep_layout(self, store: QSettings) -> None:
        """Remember sizes, tab, order and thumbnail step."""
        for name, splitter in self._splitters().items():
            store.setValue(f"layout/{name}", splitter.saveState())
        store.setValue("layout/tab", self.desk.currentIndex())
        store.setValue("layout/step", self.sheet.step)
        store.setValue("layout/folded", self._folded if self._low else self.desk.folded)
        self.light_table.place.keep_layout(store)

    def restore_layout(self, store: QSettings) -> None:
        """As it was left."""
        for name, splitter in self._splitters().items():
            state = store.value(f"layout/{name}")
            if state is not None:
                splitter.restoreState(state)
        self.desk.setCurrentIndex(int(str(store.value("layout/tab", 0))))
        self.sheet.set_step(int(str(store.value("layout/step", 2))))
        self._folded = str(store.value("layout/folded", "false")) == "true"
        self.desk.set_folded(self._folded or self._low)
        self.light_table.place.restore_layout(store)

    def _splitters(self) -> dict[str, QSplitter]:
        return {"main": self.split, "left": self.left, "table": self.light_table.split}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make do with the room there is."""
        super().resizeEvent(event)
        if self.isVisible():
            self._fit_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Before it is shown its size is not the window's: it is judged only now."""
        super().showEvent(event)
        self._fit_room()

    def _fit_room(self) -> None:
        """A low window folds the desk; a narrow one lays the light table into it."""
        low, narrow = self.height() < scaled(LOW), self.width() < scaled(NARROW)
        if low != self._low:
            self._folded = self._folded if self._low else self.desk.folded
            self._low = low
            self.desk.set_folded(low or self._folded)
        if narrow != self.desk.holds(self.light_table):
            self._move_light_table(into_desk=narrow)

    def _move_light_table(self, *, into_desk: bool) -> None:
        if into_desk:
            self.desk.take_in(self.light_table)
            self.desk.set_folded(False)
            self.left.setSizes([self.height() // 2, self.height() // 2])
            return
        self.desk.give_back(self.light_table)
        self.split.insertWidget(1, self.light_table)
        self.light_table.show()
        self.split.setSizes([905, 535])

    def set_desk_opened_up(self, opened: bool) -> None:
        """The desk takes the place of sheet and light table and the keyboard, or gives it back."""
        here = self.focusWidget()
        beside = _inside(here, self.sheet, self.light_table)
        self.sheet.setVisible(not opened)
        self.light_table.setVisible(not opened)
        self.desk.set_opened_up(opened)
        self.header.let_another_lead(leads=opened)
        if opened:
            self._left_at = here if beside else None
            if beside:
                self.desk.place().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._left_at is not None and _inside(here, self.desk):
            back = self._left_at if isValid(self._left_at) else self.sheet
            back.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._opened)
        # All was written by then, and the next dataset gives the same numbers to others.
        session.closed.connect(lambda: self._left.clear())
        session.rows_changed.connect(self.refilter)
        session.changed.connect(self._changed)
        session.touched.connect(self.go_to)
        session.dataset_findings_changed.connect(self._refilter_later)
        self.header.filter_changed.connect(lambda _: self._refilter.start())
        self.nothing.clear_wanted.connect(self.header.filter.clear)
        self.header.order_changed.connect(self._set_order)
        self.header.step_changed.connect(self.sheet.set_step)
        self.sheet.step_changed.connect(self._step_changed)
        self.sheet.current_entry_changed.connect(self._current_changed)
        self.sheet.visible_rows_changed.connect(self._visible_rows)
        self.sheet.menu_wanted.connect(self.menu_wanted)
        self.sheet.delegate.chip_activated.connect(self._chip)
        self.sheet.delegate.chip_action.connect(self._chip_action)
        self.light_table.dismissal_wanted.connect(self.dismissal_wanted)
        self.light_table.why_wanted.connect(self.why_wanted)
        self.desk.findings.finding_chosen.connect(self.show_finding)
        self.desk.findings.why_wanted.connect(self.why_wanted)
        self.desk.findings.dismissal_wanted.connect(self.dismissal_wanted)
        self.desk.findings.safe_fixes_wanted.connect(self.safe_fixes_wanted)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.header.retranslate()
        self.entries.retranslate()
        self.nothing.retranslate()
        self.desk.retranslate()
        self.light_table.retranslate()
        self.sheet.setAccessibleName(tr("Contact sheet"))

    def restyle(self) -> None:
        """Take the colours of the scheme that is on."""
        self.header.restyle()
        self.light_table.restyle()
        self.desk.restyle()

    # Which rows, and which is current ------------------------------------------------------

    @property
    def current(self) -> int | None:
        """The current entry."""
        return self.light_table.entry

    def _opened(self) -> None:
        dataset = self._session.dataset
        assert dataset is not None
        self.refilter()
        self._step_changed(self.sheet.step)
        if self.entries.visible:
            self.go_to(self.entries.visible[0])

    def refilter(self) -> None:
        """Work out which rows there are; the row being edited is held until the person moves on."""
        dataset = self._session.dataset
        if dataset is None or self.sheet.is_editing:
            return
        text = self.header.filter.text()
        try:
            self._query = parse(text)
            self.header.show_problem("")
        except QueryError as error:
            self.header.show_problem(say(error.title))
            return
        held = self.current if self._typing() else None
        self.search.begin(text, self._query, self._order, held)

    def _show_rows(self, entries: list[int]) -> None:
        dataset = self._session.dataset
        if dataset is None or self.sheet.is_editing:
            return  # who is in a row keeps it; leaving it filters again
        current, before = self.current, self.entries.visible
        self.entries.show(entries)
        self.nothing.tell(empty=not entries, filtered=bool(self.header.filter.text().strip()))
        self.header.show_counts(len(dataset.concepts), len(dataset.present()), len(entries))
        if entries and current is not None:
            self.go_to(next_there(current, before, entries))
        elif entries:
            self.go_to(entries[0])

    def _typing(self) -> bool:
        return self.light_table.editor.hasFocus() or self.sheet.is_editing

    def _refilter_later(self) -> None:
        if self.header.filter.text().strip() or self._order is not Order.FOLDER:
            self._refilter.start()

    def _set_order(self, order: Order) -> None:
        self._order = order
        self.refilter()

    def go_to(self, entry: int) -> None:
        """Make an entry current, if it is among the rows."""
        index = self.entries.index_of(entry)
        if index.isValid() and self.sheet.currentIndex() != index:
            self.sheet.setCurrentIndex(index)
            self.sheet.scrollTo(index)

    def step(self, by: int) -> None:
        """Next or previous entry; the focus stays where it is."""
        index = self.sheet.currentIndex()
        row = min(max(index.row() + by, 0), self.entries.rowCount() - 1)
        editing = self.sheet.is_editing
        if row >= 0 and row != index.row():
            self.sheet.setCurrentIndex(self.entries.index(row))
            if editing:
                self.sheet.edit_current()

    def _current_changed(self, entry: int | None) -> None:
        before, later = self.light_table.entry, self.light_table.later
        self.light_table.show_entry(entry)
        if before is not None and before != entry and self._session.dataset is not None:
            self._left.append(before)
            if entry is not None:
                later.put(self._write_left)  # after the caption that the person goes to
            else:
                self._write_left()

    def _write_left(self) -> None:
        left, self._left = self._left, []
        if self._session.dataset is not None:
            self._session.saving.flush(left)

    def _visible_rows(self, *_: int) -> None:
        self._session.prefer(self.entries.visible[row] for row in self.sheet.ahead.seen_first())

    def _step_changed(self, step: int) -> None:
        self.header.slider.setValue(step)
        self.entries.set_thumbnails(STEPS[step], self.devicePixelRatioF())

    def _changed(self, change: Changed) -> None:
        if change.aspects & {Aspect.TEXT, Aspect.NOTES, Aspect.EVIDENCE}:
            self._refilter_later()

    # Findings ------------------------------------------------------------------------------

    def show_finding(self, finding: Finding) -> None:
        """Go to the entry of a finding and to its words."""
        entry = finding.entry
        if entry is None:
            entry = finding.entries[0] if finding.entries else None
        if entry is None:
            return
        if not self.entries.index_of(entry).isValid():
            self.header.filter.clear()
            self.refilter()
        self.go_to(entry)
        if finding.entry is not None and self._session.lint is not None:
            found = self._session.lint.entry_findings(entry)
            if finding in found:
                self.light_table.findings.choose(found.index(finding))

    def next_finding(self, by: int) -> None:
        """The next or previous finding that stands, of this entry or of another one."""
        lint, readings = self._session.lint, self._session.readings
        if lint is None:
            return
        here = (max(self.sheet.currentIndex().row(), 0), self.light_table.findings.number)
        found = next_place(
            self.entries.visible,
            lambda entry: lint.entry_findings(entry) if entry in readings else (),
            here,
            by,
        )
        if found is not None:
            self.go_to(found[0])
            self.light_table.findings.choose(found[1])

    def fix(self, number: int) -> None:
        """Apply a fix of the current finding."""
        finding = self.light_table.findings.current
        if finding is not None and number < len(finding.fixes):
            self.light_table.apply_fix(finding, number)
        elif finding is not None:
            title = rule_title(self._session, finding.rule)
            self._session.told.emit(
                msg(
                    "{finding}: no such fix here. Edit the caption, or let it stand.", finding=title
                )
            )

    def _chip(self, entry: int, number: int) -> None:
        self.go_to(entry)
        self.light_table.findings.choose(number)

    def _chip_action(self, entry: int, action: ChipAction) -> None:
        if action is ChipAction.COMPARE:
            self.conflict_wanted.emit(entry)
        elif action is ChipAction.SAVE_ANYWAY:
            self._session.saving.write_all_the_same(entry)
        elif action is ChipAction.SHOW_IN_FOLDER:
            self.folder_wanted.emit(entry)
        elif action is ChipAction.SHOW_PARTNER:
            self.go_to(self._session.entry(entry).shares_with[0])

    # Keyboard ------------------------------------------------------------------------------

    def next_place(self) -> None:
        """Walk sheet, caption, picture, desk."""
        places: list[QWidget] = [self.sheet, self.light_table.editor, self.light_table.picture]
        if not self.desk.folded:
            places.append(self.desk.place())
        focus = QApplication.focusWidget()
        here = next(
            (
                number
                for number, place in enumerate(places)
                if focus is not None and (focus is place or place.isAncestorOf(focus))
            ),
            -1,
        )
        following = places[(here + 1) % len(places)]
        if self.light_table.isAncestorOf(following) and self.desk.holds(self.light_table):
            self.desk.setCurrentWidget(self.light_table)
        following.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Small enough for 1024 x 700 with its bars."""
        return QSize(760, 480)


def _inside(widget: QWidget | None, *places: QWidget) -> bool:
    return widget is not None and any(p is widget or p.isAncestorOf(widget) for p in places)
