"""The desk's Wording tab: kinds, their families of words, and how to say one thing in one way."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from app.lint.terms import Kind
from app.lint.wording import Family, FamilyOrder, Phrase, in_order, suggested
from app.review.phrase import Sought
from app.ui.models.family_names import family_name
from app.ui.models.wording import WordingModel, WordingRole, kind_name, silent_name
from app.ui.models.wording_survey import WordingSurvey
from app.ui.scheme import current_scheme, scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.choice import SnugChoice
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.small_pictures import SmallPictures
from app.ui.widgets.unify_panel import UnifyPanel
from app.ui.widgets.wording_delegate import WordingDelegate
from app.ui.widgets.wording_kinds import WordingKinds

Index = QModelIndex | QPersistentModelIndex
COMPACT_BELOW = 360
"""A desk lower than this is the small one."""


class WordingPanel(QWidget):
    """Kinds at the left, families in the middle, Unify at the right."""

    phrase_wanted = Signal(str, int)
    """Words and the first entry that uses them: show them on the sheet."""
    all_pictures_wanted = Signal()
    """One phrase against all pictures, beginning with the current line."""
    counted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = Kind.LIGHTING
        self._silent = silent_name(self._kind)
        self._closed = {self._silent}
        """Names of the families that are folded: at first the one of those that name nothing."""
        self.survey = WordingSurvey(session, self)
        self.model = WordingModel(session, self)
        pictures = SmallPictures(session, self)
        self.kinds = WordingKinds(self)
        self._title = Label(Type.HEADING, parent=self)
        self._share = Label(Type.QUIET, parent=self)
        self.order = SnugChoice(self)
        self.order.chosen.connect(self._refresh)
        self.all_pictures = KeyedButton("", "Ctrl+G", self, flat=True)
        self.all_pictures.clicked.connect(self.all_pictures_wanted)
        self.tree = _Families(self)
        self._delegate = WordingDelegate(pictures, self.tree)
        self._dress_tree()
        self.nothing = Label(Type.QUIET, parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.unify = UnifyPanel(session, pictures, self)
        self._lay_out()
        self.kinds.chosen.connect(self.show_kind)
        self.survey.changed.connect(self._refresh)
        self.model.chosen_changed.connect(self._ticked)
        self.unify.unified.connect(self.model.choose_none)
        self.tree.activated.connect(self._activated)
        self.tree.collapsed.connect(lambda index: self._remember(index, closed=True))
        self.tree.expanded.connect(lambda index: self._remember(index, closed=False))
        pictures.arrived.connect(self.tree.viewport().update)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.unify.apply)
        self.retranslate()

    def _dress_tree(self) -> None:
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setHeaderHidden(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setIndentation(scaled(20))
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.setSelectionMode(QTreeView.SelectionMode.NoSelection)
        self.tree.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 16, 8)
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._share)
        head.addStretch(1)
        head.addWidget(self.order)
        head.addWidget(self.all_pictures)
        pages = QWidget(self)
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.nothing)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(head)
        middle.addWidget(pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.kinds)
        row.addWidget(Line(self, vertical=True))
        row.addLayout(middle, 1)
        row.addWidget(Line(self, vertical=True))
        row.addWidget(self.unify)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.kinds.retranslate()
        if self._silent in self._closed:
            self._closed -= {self._silent}
            self._closed |= {silent_name(self._kind)}
        self._silent = silent_name(self._kind)
        self.tree.setAccessibleName(tr("Wording"))
        self.order.set_options(
            [
                (FamilyOrder.COUNT, tr("By count")),
                (FamilyOrder.WORDINGS, tr("Most wordings first")),
                (FamilyOrder.NAME, tr("By name")),
            ]
        )
        self.order.setAccessibleName(tr("Order of the families"))
        self.all_pictures.set_words(tr("Against all pictures…"), "Ctrl+G")
        self.model.retranslate()
        self.unify.retranslate()
        self._refresh()

    @property
    def families(self) -> int | None:
        """Families of light that the captions name, for the tab; None before the first count."""
        lighting = self.survey.wording[Kind.LIGHTING]
        return len(lighting.families) if lighting.total else None

    @property
    def sought(self) -> Sought | None:
        """The phrase or family of the current line, while the tab is to be seen."""
        index = self.tree.currentIndex()
        if not self.isVisible() or not index.isValid():
            return None
        phrase, family = index.data(WordingRole.PHRASE), index.data(WordingRole.FAMILY)
        if isinstance(phrase, Phrase):
            return Sought(phrase.text, self._kind)
        best = suggested(family.phrases) if isinstance(family, Family) else None
        return Sought(best.text, self._kind, family.name) if best is not None else None

    def show_kind(self, kind: Kind) -> None:
        """Light, mood, camera or medium."""
        self._kind = kind
        self._fold_silent()
        self._refresh()

    def choose_most_words(self) -> None:
        """Tick the family that says one thing in the most words; before all others one with
        words that a picture contradicts.
        """

        def telling(row: int) -> tuple[bool, int]:
            phrases = self.model.wording.families[row].phrases
            against = any(phrase.contradicted for phrase in phrases)
            return against and len(phrases) > 1, len(phrases)

        most = max(range(len(self.model.wording.families)), key=telling, default=None)
        if most is not None:
            head = self.model.index(most, 0)
            self.model.setData(head, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)

    def _fold_silent(self) -> None:
        """All families are open at first, and the entries that name nothing are not."""
        self._silent = silent_name(self._kind)
        self._closed = {self._silent}

    def _refresh(self) -> None:
        order = self.order.value or FamilyOrder.COUNT
        wording = in_order(self.survey.wording[self._kind], order, family_name)
        current = self.tree.currentIndex().data(WordingRole.PHRASE)
        self.kinds.show_counts(self.survey.wording, self._kind)
        self.model.show_wording(wording)
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            self.tree.setExpanded(index, index.data() not in self._closed)
        if isinstance(current, Phrase):
            self.tree.setCurrentIndex(self.model.index_of(current.key))
        if not self.tree.currentIndex().isValid():
            self.tree.setCurrentIndex(self.model.index(0, 0))
        self._title.setText(kind_name(self._kind))
        named, silent = wording.named, len(wording.silent)
        self._share.setText(
            tr("{named} of {total} entries name one", named=named, total=named + silent)
            if wording.total
            else ""
        )
        self._fit_head()
        self._pages.setCurrentIndex(0 if wording.families else 1)
        self.nothing.setText(tr("No caption names one."))
        self.counted.emit()

    def _fit_head(self) -> None:
        """What has no room goes whole, the count first: the act is in the menu too."""
        around = 2 * 16 + 3 * 12
        room = self.width() - self.kinds.width() - self.unify.width() - around
        needed = sum(one.sizeHint().width() for one in (self._title, self.order, self.all_pictures))
        self._share.setVisible(room >= needed + self._share.sizeHint().width())
        self.all_pictures.setVisible(room >= needed)

    def _ticked(self) -> None:
        self.unify.show_chosen(self._kind, self.model.chosen)

    def _activated(self, index: QModelIndex) -> None:
        phrase = index.data(WordingRole.PHRASE)
        if isinstance(phrase, Phrase):
            self.phrase_wanted.emit(phrase.text, phrase.entries[0])

    def _remember(self, index: QModelIndex, *, closed: bool) -> None:
        if closed:
            self._closed.add(index.data())
        else:
            self._closed.discard(index.data())

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks."""
        self.survey.watch(watched=True)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self.survey.watch(watched=False)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between the small desk and the desk opened up."""
        super().resizeEvent(event)
        compact = self.height() < scaled(COMPACT_BELOW)
        wide = self.width() >= scaled(1100)
        words = self.unify.button.sizeHint().width() + 2 * 16
        self.unify.setFixedWidth(max(scaled(408 if wide else 260), words))
        self.kinds.setFixedWidth(scaled(208 if wide else 152))
        self.kinds.set_compact(compact=compact)
        self.unify.set_compact(compact=compact, wide=wide)
        self._fit_head()
        if compact != self._delegate.compact:
            self._delegate.compact = compact
            self.tree.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        """The desk may be small."""
        return QSize(scaled(480), scaled(96))


class _Families(QTreeView):
    """A tree whose heads are bands over its whole width."""

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The band first, then branch and line."""
        scheme, band = current_scheme(), QRect(option.rect)
        band.setLeft(0)
        if index.parent().isValid():
            if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked:
                painter.fillRect(band, QColor(scheme.selected))
        else:
            painter.fillRect(band, QColor(scheme.window))
            painter.fillRect(0, band.top(), band.width(), 1, QColor(scheme.line))
        super().drawRow(painter, option, index)
