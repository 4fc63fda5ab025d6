"""The desk's first tab: all findings of the dataset by rule; a line leads to its entry."""

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QTreeView, QVBoxLayout, QWidget

from app.lint.dismissals import DISMISSALS, STALE, STANDING
from app.lint.rule import Finding
from app.ui.in_turn import InTurn, Rank
from app.ui.models.findings import FindingModel, FindingRole
from app.ui.scheme import scaled
from app.ui.slices import turns
from app.ui.text import tr, trn
from app.ui.widgets.finding_delegate import FindingDelegate
from app.ui.widgets.keyed_button import Build, KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.scrolled import quieten
from app.ui.widgets.small_pictures import SmallPictures


class FindingsPanel(QWidget):
    """The tree, and the one act that concerns all of it: the safe fixes."""

    finding_chosen = Signal(object)
    """Finding: go to its words."""
    safe_fixes_wanted = Signal()
    dismissal_wanted = Signal(object)
    removal_wanted = Signal(object)
    """tuple of Finding: dismissals that silence nothing."""
    why_wanted = Signal(str)

    def __init__(self, model: FindingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._open_rules: set[str] = set()
        self._touched = False
        """The person opened or closed a group: from then on nothing opens by itself."""
        self.tree = QTreeView(self)
        quieten(self.tree)
        self.tree.setModel(model)
        pictures = SmallPictures(model.session, self)
        self._delegate = FindingDelegate(pictures, self.tree)
        self.tree.setItemDelegate(self._delegate)
        self._to_stamp: QModelIndex | None = None
        """The next line that is painted before the tree is; None: the first one in sight."""
        self._all_stamped = False
        self._stamping = InTurn(self, Rank.SEEN)
        self._stamping.timeout.connect(self._stamp_some)
        self.tree.setHeaderHidden(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setIndentation(scaled(20))
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.activated.connect(self._activated)
        self.tree.clicked.connect(self._activated)
        self.tree.expanded.connect(lambda index: self._remember(index, opened=True))
        self.tree.collapsed.connect(lambda index: self._remember(index, opened=False))
        self.tree.customContextMenuRequested.connect(self._menu)
        self.tree.verticalScrollBar().valueChanged.connect(self._show_more)
        self.tree.installEventFilter(self)
        self.remove_stale = KeyedButton("", "", self, build=Build.LOW)
        """Beside the other act, where dismissals silence nothing."""
        self.remove_stale.clicked.connect(self._remove_all)
        self._nothing = Label(Type.QUIET, parent=self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fix_all = KeyedButton("", "", self, build=Build.LOW)
        """The desk shows it beside its tabs."""
        self.fix_all.clicked.connect(self.safe_fixes_wanted)
        self.stale_count = 0
        self.safe_count = 0
        """Findings with a fix that is safe."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self._nothing, 1)
        pictures.arrived.connect(self._paint_anew)
        model.modelReset.connect(self._refreshed)
        session = model.session
        session.opened.connect(partial(self._say_nothing, reading=True))
        session.linting.settled.connect(partial(self._say_nothing, reading=False))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.tree.setAccessibleName(tr("Findings"))
        self._say_nothing(reading=self._model.session.linting.settling)
        self._refreshed()

    def _say_nothing(self, *, reading: bool) -> None:
        quiet = tr("No findings. Every caption that was read is quiet.")
        self._nothing.setText(tr("The captions are being read.") if reading else quiet)

    def _refreshed(self) -> None:
        groups = self._model.groups
        for row, group in enumerate(groups):
            index = self._model.index(row, 0)
            if group.rule in self._open_rules or (row == 0 and not self._touched):
                self._open(index)
        self.tree.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        self.safe_count = sum(group.safe for group in groups)
        stale = next((group for group in groups if group.rule == STALE), None)
        self.stale_count = stale.count if stale else 0
        self.remove_stale.set_words(trn("Remove %n old dismissals", self.stale_count))
        self.fix_all.set_words(trn("Fix %n safely…", self.safe_count))
        self._paint_anew()

    def _paint_anew(self) -> None:
        """What was seen stays until all lines are ready: a page of them takes a while."""
        self._to_stamp, self._all_stamped = None, False
        if self._model.groups and self.tree.isVisible():
            self.tree.viewport().setUpdatesEnabled(False)
            self._stamping.start()

    def _stamp_some(self) -> None:
        tree, viewport = self.tree, self.tree.viewport()
        if self._all_stamped:  # a turn of its own: all of the tree is painted in it
            self._stamping.stop()
            viewport.setUpdatesEnabled(True)
            return
        paper = QPixmap(1, 1)
        paper.setDevicePixelRatio(tree.devicePixelRatioF())
        painter = QPainter(paper)
        for _ in turns():
            index = tree.indexAt(QPoint(0, 0)) if self._to_stamp is None else self._to_stamp
            place = tree.visualRect(index)
            if not index.isValid() or place.top() > viewport.height():
                self._all_stamped = True
                break
            chosen = tree.selectionModel().isSelected(index)
            self._delegate.put(painter, place, index, chosen=chosen)
            self._to_stamp = tree.indexBelow(index)
        painter.end()

    def _show_more(self) -> None:
        """Where a person has come to the last lines of a rule, or past them, the next ones come."""
        model, tree = self._model, self.tree
        for row in range(len(model.groups)):
            head = model.index(row, 0)
            last = model.index(model.rowCount(head) - 1, 0, head)
            if tree.isExpanded(head) and tree.visualRect(last).top() <= tree.viewport().height():
                model.show_more(head)

    def _open(self, index: QModelIndex) -> None:
        with QSignalBlocker(self.tree):  # what opens by itself is no wish of the person
            self.tree.expand(index)

    def _remember(self, index: QModelIndex, *, opened: bool) -> None:
        self._touched = True
        rule = index.data(FindingRole.RULE)
        if opened:
            self._open_rules.add(rule)
        else:
            self._open_rules.discard(rule)

    def _activated(self, index: QModelIndex) -> None:
        finding = index.data(FindingRole.FINDING)
        if isinstance(finding, Finding):
            self.finding_chosen.emit(finding)
        else:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete removes a dismissal that is listed, on their head all of them."""
        if (
            watched is self.tree
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Delete
            and self.tree.currentIndex().data(FindingRole.RULE) in DISMISSALS
        ):
            self._remove(self.tree.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def _remove_all(self) -> None:
        stale = next((group for group in self._model.groups if group.rule == STALE), None)
        if stale is not None:
            self.removal_wanted.emit(stale.findings)

    def _remove(self, index: QModelIndex) -> None:
        finding = index.data(FindingRole.FINDING)
        rule = index.data(FindingRole.RULE)
        group = next(group for group in self._model.groups if group.rule == rule)
        self.removal_wanted.emit((finding,) if isinstance(finding, Finding) else group.findings)

    def _menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self)
        rule = index.data(FindingRole.RULE)
        finding = index.data(FindingRole.FINDING)
        if rule in DISMISSALS:
            words = tr("Say it again") if rule == STANDING else tr("Remove")
            menu.addAction(words, lambda: self._remove(index))
            menu.exec(self.tree.viewport().mapToGlobal(place))
            return
        if isinstance(finding, Finding):
            menu.addAction(tr("Go there"), lambda: self.finding_chosen.emit(finding))
            menu.addAction(tr("Let it stand…"), lambda: self.dismissal_wanted.emit(finding))
        menu.addAction(tr("Why?"), lambda: self.why_wanted.emit(rule))
        menu.exec(self.tree.viewport().mapToGlobal(place))
