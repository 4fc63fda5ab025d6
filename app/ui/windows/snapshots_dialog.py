"""Snapshots: what was kept and when, how it differs from another state, and the way back."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from app.dataset.snapshots import Difference, Snapshot
from app.ui.scheme import scaled
from app.ui.text import tr, trn
from app.ui.widgets.caption_layout import LIGHT_TABLE_TYPE
from app.ui.widgets.choice import Choice
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.keyed_splitter import KeyedSplitter
from app.ui.widgets.keyed_words import KeyedWords, cap
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.marked_text import MarkedText, whole_change
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.two_lines import TwoLineList
from app.ui.windows.dialogs import Dialog
from app.ui.windows.moments import moment


class NameDialog(Dialog):
    """The name of a snapshot that is taken by hand."""

    def __init__(self, proposal: str, parent: QWidget) -> None:
        super().__init__(tr("Take a snapshot"), parent)
        self.column.addWidget(Label(Type.HEADING, tr("Keep all captions as they are now"), self))
        self.name = QLineEdit(proposal, self)
        self.name.setAccessibleName(tr("Name of the snapshot"))
        self.name.setPlaceholderText(tr("Name, for example: before pass 2"))
        self.name.selectAll()
        self.column.addWidget(self.name)
        words = tr("It is kept outside the folder. Nothing in the folder changes.")
        self.column.addWidget(Label(Type.QUIET, words, self, wrap=True))
        cancel = KeyedButton(tr("Cancel"), "Esc", self)
        keep = KeyedButton(tr("Save"), "Return", self, filled=True)
        keep.setDefault(True)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self.accept)
        self.add_buttons(cancel, keep)


class SnapshotsDialog(Dialog):
    """Shows states that others worked out; asks for every comparison and every way back."""

    comparison_wanted = Signal(object, object)
    """Snapshot, and the Snapshot to compare it with, or None for the present state."""
    texts_wanted = Signal(object, str)
    """{entry: text} to bring back, and the snapshot's title."""

    def __init__(self, kept: Sequence[Snapshot], parent: QWidget | None = None) -> None:
        super().__init__(tr("Snapshots"), parent, width=900)
        self.resize(scaled(1040), scaled(640))
        self._kept = tuple(reversed(kept))
        self._found: tuple[Difference, ...] = ()
        self.list = TwoLineList(tr("Snapshots"), self)
        for snapshot in self._kept:
            self.list.add_line(snapshot.title or tr("without a name"), _below(snapshot, None))
        self.other = Choice(self)
        self.other.setAccessibleName(tr("Compared with"))
        self.count = Label(Type.HEADING, parent=self)
        self._names = QStringListModel(self)
        self.names = QListView(self)
        self.names.setAccessibleName(tr("Captions that differ"))
        self.names.setModel(self._names)
        self.names.setUniformItemSizes(True)
        self.change = MarkedText(LIGHT_TABLE_TYPE, self)
        self._where = Label(Type.QUIET, parent=self, wrap=True)
        self._lay_out()
        self.one = KeyedButton(tr("Bring this caption back"), "Ctrl+Return", self, filled=True)
        self.one.setShortcut("Ctrl+Return")
        self.all = KeyedButton(tr("Bring all back"), "Ctrl+Shift+Return", self)
        self.all.setShortcut("Ctrl+Shift+Return")
        close = KeyedButton(tr("Close"), "Esc", self)
        for button in (self.one, self.all, close):
            button.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.one.clicked.connect(self._bring_one)
        self.all.clicked.connect(self._bring_all)
        self.add_buttons(close, self.all, self.one)
        self.list.currentRowChanged.connect(self._chosen)
        self.other.chosen.connect(self.compare)
        self.names.selectionModel().currentChanged.connect(lambda *_: self._show_change())
        self.show_differences(())
        self.list.setCurrentRow(0)
        self.list.setFocus()
        if not self._kept:
            self._say_how()

    def _say_how(self) -> None:
        """Two sentences need no empty lists below them."""
        for widget in (self._whole, self.all, self.one):
            widget.hide()
        how = tr(
            "A snapshot keeps all captions as they are, to be compared and brought back: {key}",
            key=cap(0),
        )
        words = KeyedWords(Type.QUIET, self)
        words.show_words(how, ("Ctrl+Shift+S",))
        self.column.insertWidget(0, Label(Type.HEADING, tr("No snapshot was taken yet."), self))
        self.column.insertWidget(1, words)
        self.column.insertStretch(2)
        self.setMinimumWidth(scaled(520))
        self.resize(scaled(520), scaled(180))

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.count)
        head.addStretch()
        head.addWidget(Label(Type.QUIET, tr("Compared with"), self))
        head.addWidget(self.other)
        column.addLayout(head)
        inner = QWidget(self)
        lines = QVBoxLayout(inner)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.addWidget(self._where)
        lines.addWidget(self.change)
        lines.addStretch()
        scroll = scrolled(inner, self)
        split = KeyedSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.names)
        split.addWidget(scroll)
        split.setChildrenCollapsible(False)
        split.setSizes([scaled(180), scaled(480)])
        column.addWidget(split, 1)
        whole = self._whole = KeyedSplitter(Qt.Orientation.Horizontal, self)
        whole.addWidget(self.list)
        whole.addWidget(right)
        whole.setChildrenCollapsible(False)
        whole.setSizes([scaled(300), scaled(680)])
        self.column.addWidget(whole, 1)

    @property
    def chosen(self) -> Snapshot | None:
        """The snapshot that is looked at."""
        row = self.list.currentRow()
        return self._kept[row] if 0 <= row < len(self._kept) else None

    def compare(self) -> None:
        """Ask for the differences again."""
        if self.chosen is not None:
            self.count.setText(tr("Comparing"))
            self.comparison_wanted.emit(self.chosen, self.other.value)

    def show_count(self, snapshot: Snapshot, differing: int) -> None:
        """So many captions of a snapshot are not what they are now."""
        self.list.set_below(self._kept.index(snapshot), _below(snapshot, differing))

    def show_differences(self, found: tuple[Difference, ...]) -> None:
        """The answer to the last comparison."""
        self._found = found
        if not self._kept:
            self.count.setText(tr("No snapshot was taken yet."))
        else:
            self.count.setText(trn("%n captions differ", len(found)))
        self._names.setStringList([one.name for one in found])
        self.all.setEnabled(any(one.entry is not None for one in found))
        if found:
            self.names.setCurrentIndex(self._names.index(0))
        self._show_change()

    def _chosen(self) -> None:
        others = [one for one in self._kept if one is not self.chosen]
        options: list[tuple[object, str]] = [(None, tr("now"))]
        options += [(one, f"{one.title} ({moment(one.time)})") for one in others]
        self.other.set_options(options)
        self.compare()

    def _current(self) -> Difference | None:
        row = self.names.currentIndex().row()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _show_change(self) -> None:
        one = self._current()
        self.one.setEnabled(one is not None and one.entry is not None)
        if one is None:
            self.change.show_text("")
            self._where.setText("" if not self._kept else tr("Nothing differs."))
            return
        text, marks = whole_change(one.before or "", one.after or "")
        self.change.show_text(text, changes=marks)
        words = tr("Struck out: in the snapshot. Underlined: in what it is compared with.")
        if one.entry is None:
            words = tr("No image has this name now.")
        self._where.setText(words)

    def _bring_one(self) -> None:
        one = self._current()
        if one is not None and one.entry is not None and self.chosen is not None:
            self.texts_wanted.emit({one.entry: one.before or ""}, self.chosen.title)

    def _bring_all(self) -> None:
        texts = {one.entry: one.before or "" for one in self._found if one.entry is not None}
        if texts and self.chosen is not None:
            self.texts_wanted.emit(texts, self.chosen.title)


def _below(snapshot: Snapshot, differing: int | None) -> str:
    cause = tr("by hand") if snapshot.by_hand else tr("before it")
    parts = [moment(snapshot.time), cause]
    if differing is not None:
        parts.append(trn("%n captions differ", differing) if differing else tr("as it is now"))
    return " · ".join(parts)
