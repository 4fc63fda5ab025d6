"""A caption that was changed here and on disk: both changes, and what they make together."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.captions.merge import merge
from app.dataset.autosave import overwritable
from app.dataset.entry import Caption, CaptionState
from app.ui.scheme import scaled
from app.ui.text import say, tr, trn
from app.ui.widgets.caption_layout import SHEET_TYPE
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Ground, Label, Type
from app.ui.widgets.marked_text import MarkedText, whole_change
from app.ui.widgets.merged_editor import MergedEditor
from app.ui.widgets.scrolled import scrolled
from app.ui.windows.dialogs import Dialog

WIDTH, MARGIN = 760, 24
MOST = 360
"""Height of the three versions, which scroll beyond it."""
MERGED = 160
"""Height of the text that holds both: what it is made of needs the room more."""


class Side(Enum):
    """How a conflict ends."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Versions:
    """One caption three times."""

    base: str
    """As both knew it."""
    mine: str
    theirs: Caption


class ConflictDialog(Dialog):
    """Shows what each side did to the caption, and a text that holds both, to be edited."""

    def __init__(self, name: str, versions: Versions, parent: QWidget | None = None) -> None:
        super().__init__(tr("Changed on disk"), parent, width=WIDTH)
        self.side: Side | None = None
        self.versions = versions
        self.column.addWidget(
            Label(
                Type.HEADING,
                tr("Another program changed the caption of {name}.", name=name),
                self,
                wrap=True,
            )
        )
        explained = tr("Nothing is overwritten until you say which text stays.")
        self.column.addWidget(Label(Type.QUIET, explained, self, wrap=True))
        self.column.addWidget(self._versions_shown(), 1)
        self.keep = KeyedButton(tr("Keep mine"), "Alt+1", self)
        self.take = KeyedButton(tr("Take theirs"), "Alt+2", self)
        self.keep.setEnabled(overwritable(versions.theirs))
        self._offer_both() if versions.theirs.text is not None else self._say_why_not()
        buttons = [self.keep, self.take]
        if versions.theirs.text is not None:
            self.both = KeyedButton(tr("Keep both, as above"), "Alt+3", self, filled=True)
            buttons.append(self.both)
        keys = ("Alt+1", "Alt+2", "Alt+3")
        for button, side, key in zip(buttons, Side, keys, strict=False):
            button.setAutoDefault(False)
            button.setShortcut(key)
            button.clicked.connect(lambda _=False, chosen=side: self._choose(chosen))
        later = KeyedButton(tr("Later"), "Esc", self)
        later.setAutoDefault(False)
        later.clicked.connect(self.reject)
        self.add_buttons(later, *buttons)

    def text(self) -> str:
        """What both make together, as the person left it."""
        return self.merged.text()

    def _versions_shown(self) -> QWidget:
        versions = self.versions
        ground = Ground("base", self)
        grid = QGridLayout(ground)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(1, 1)
        mine, mine_marks = whole_change(versions.base, versions.mine)
        theirs, their_marks = whole_change(versions.base, versions.theirs.text or "")
        if versions.theirs.text is None:
            theirs, their_marks = self._no_text(), ()
        rows = (
            (tr("Before"), versions.base or tr("no caption"), (), "text2"),
            (tr("Yours, on screen"), mine, mine_marks, "text"),
            (tr("Theirs, on disk"), theirs, their_marks, "text"),
        )
        for row, (title, text, marks, token) in enumerate(rows):
            label = Label(Type.QUIET, title, ground)
            label.setMinimumHeight(SHEET_TYPE.pitch)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            shown = MarkedText(SHEET_TYPE, ground, token=token)
            shown.show_text(text, changes=marks)
            grid.addWidget(shown, row, 1)
        grid.setRowStretch(len(rows), 1)
        scroll = scrolled(ground, self)
        # All three are compared: they are in sight together, as far as a screen has room.
        needed = grid.heightForWidth(WIDTH - 2 * MARGIN)
        scroll.setMinimumHeight(min(max(needed, scaled(132)), scaled(MOST)))
        return scroll

    def _no_text(self) -> str:
        theirs = self.versions.theirs
        if theirs.state is CaptionState.MISSING:
            return tr("the file is gone")
        return say(theirs.reason) if theirs.reason is not None else tr("it is no text")

    def _offer_both(self) -> None:
        versions = self.versions
        merged = merge(versions.base, versions.mine, versions.theirs.text or "")
        head = QHBoxLayout()
        head.addWidget(Label(Type.HEADING, tr("Both together"), self))
        head.addStretch()
        if merged.clashes:
            words = trn("%n places were changed by both: read them", merged.clashes)
            head.addWidget(Label(Type.WARNING, words, self))
            following = KeyedButton(tr("Next place"), "F8", self, flat=True)
            following.setAutoDefault(False)
            following.clicked.connect(lambda: self.merged.next_clash())
            QShortcut("F8", self, lambda: self.merged.next_clash())
            head.addWidget(following)
        else:
            head.addWidget(Label(Type.QUIET, tr("The changes do not touch each other."), self))
        self.column.addLayout(head)
        self.merged = MergedEditor(self)
        self.merged.setAccessibleName(tr("Both together"))
        self.merged.show_merge(merged)
        self.merged.setMaximumHeight(scaled(MERGED))
        self.column.addWidget(self.merged)
        self.merged.setFocus()

    def _say_why_not(self) -> None:
        theirs = self.versions.theirs
        if theirs.state is CaptionState.NOT_UTF8:
            words = tr(
                "If you keep yours, the bytes on disk go into the history. If you take theirs, you "
                "can convert them afterwards."
            )
        elif theirs.state is CaptionState.MISSING:
            words = tr("If you keep yours, the file is made again. The history keeps your text.")
        else:
            words = tr("It cannot be kept in the history, so it is not overwritten.")
        self.column.addWidget(Label(Type.QUIET, words, self, wrap=True))

    def _choose(self, side: Side) -> None:
        self.side = side
        self.accept()
