"""One phrase against all pictures: those that say it, those that do not, and what a flip writes."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.review.phrase import Sought
from app.ui.models.phrase_parts import PhraseParts
from app.ui.models.picture_cells import CellMark, Marked, PictureCells
from app.ui.models.wording_survey import WordingSurvey
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import say, tr, trn
from app.ui.widgets.caption_layout import CaptionType
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.marked_text import ChangeView, MarkedText, shown_change
from app.ui.widgets.phrase_list import PhraseList
from app.ui.widgets.picture_table import MIDDLE, SIDES, PictureTable
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.small_pictures import SmallPictures

PREVIEW_TYPE = CaptionType(14, 22)
PREVIEW = 128
"""Height of the strip below, whatever stands in it: nothing moves while one reads."""
LIST = 232


class PhraseGrid(QWidget):
    """Flips are kept here until they are applied together."""

    flips_changed = Signal()
    entry_wanted = Signal(int)

    def __init__(
        self, session: Session, survey: WordingSurvey, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._survey = survey
        self._size = MIDDLE
        self.parts = PhraseParts(session, self)
        pictures = SmallPictures(session, self)
        self.phrases = PhraseList(self)
        self.saying = PictureTable(PictureCells(session.name, self), pictures, self)
        self.silent = PictureTable(PictureCells(session.name, self), pictures, self)
        self.here = self.saying
        self._heads = (Label(Type.HEADING, parent=self), Label(Type.HEADING, parent=self))
        self._nothing = (Label(Type.QUIET, parent=self), Label(Type.QUIET, parent=self))
        self._name = Label(Type.HEADING, parent=self)
        self._act = Label(Type.QUIET, parent=self)
        self._change = ChangeView(PREVIEW_TYPE, self)
        self._caption = MarkedText(PREVIEW_TYPE, self)
        self._lay_out()
        self.phrases.sought.connect(self._seek)
        self.phrases.pictures_wanted.connect(self.look_at_pictures)
        self.parts.parted.connect(self._show_parts)
        self.parts.flips_changed.connect(self._show_flips)
        survey.changed.connect(self._show_wording)
        for table in (self.saying, self.silent):
            table.flip_wanted.connect(self.flip)
            table.entered.connect(partial(self._entered, table))
            table.current_changed.connect(self._show_preview)
            table.entry_wanted.connect(self.entry_wanted)
            table.size_wanted.connect(self._resize_pictures)
        self._show_wording()
        self.retranslate()

    def _lay_out(self) -> None:
        self.phrases.setFixedWidth(scaled(LIST))
        row = QHBoxLayout()
        row.setSpacing(scaled(16))
        row.addWidget(self.phrases)
        for table, head, nothing in zip(
            (self.saying, self.silent), self._heads, self._nothing, strict=True
        ):
            row.addWidget(Line(self, vertical=True))
            column = QVBoxLayout()
            column.setSpacing(scaled(8))
            line = QHBoxLayout()
            line.setSpacing(scaled(12))
            line.addWidget(head)
            line.addWidget(nothing, 1)
            column.addLayout(line)
            column.addWidget(table, 1)
            row.addLayout(column, 1)
        words = QWidget(self)
        told = QVBoxLayout(words)
        told.setContentsMargins(0, 0, 0, 0)
        told.addWidget(self._change)
        told.addWidget(self._caption)
        told.addStretch()
        strip = scrolled(words, self)
        strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        strip.setFixedHeight(scaled(PREVIEW) - scaled(28))
        head = QHBoxLayout()
        head.setSpacing(scaled(12))
        head.addWidget(self._name)
        head.addWidget(self._act, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addLayout(row, 1)
        column.addWidget(Line(self))
        column.addLayout(head)
        column.addWidget(strip)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.phrases.retranslate()
        self.saying.setAccessibleName(tr("Pictures whose captions say it"))
        self.silent.setAccessibleName(tr("Pictures whose captions do not say it"))
        self._show_wording()
        self._show_parts()

    def seek(self, sought: Sought) -> None:
        """Look for a phrase or family."""
        self.phrases.choose(sought)

    def _seek(self, sought: Sought) -> None:
        for table in (self.saying, self.silent):
            table.forget()
        self.parts.seek(sought)

    def flip(self) -> None:
        """Flip what is chosen, or take that back."""
        self.parts.toggle(self.here.chosen)

    def look_at_pictures(self) -> None:
        """Go among the pictures: where one was, or else where there are any."""
        tables = (self.here, self.saying, self.silent)
        table = next((one for one in tables if one.cells.entries), self.here)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self, table: PictureTable) -> None:
        if table is not self.here:
            self.here.clearSelection()
            self.here = table
        self._show_preview()

    def _resize_pictures(self, by: int) -> None:
        self._size = min(max(self._size + by, 0), len(SIDES) - 1)
        for table in (self.saying, self.silent):
            table.set_size(self._size)

    # Showing -------------------------------------------------------------------------------

    def _show_wording(self) -> None:
        self.phrases.show_wording(self._survey.wording)

    def _show_parts(self) -> None:
        parts = self.parts
        titles = (tr("Say it"), tr("Do not say it"))
        found = (parts.saying, parts.silent)
        for table, entries in zip((self.saying, self.silent), found, strict=True):
            table.show_entries(entries)
        empty = (tr("No caption says it."), tr("Every caption says it."))
        for number in (0, 1):
            self._heads[number].setText(f"{titles[number]}  {len(found[number])}")
            said = empty[number] if parts.sought is not None and not found[number] else ""
            self._nothing[number].setText(said)
        if not self.here.cells.entries and self.here.hasFocus():
            self.look_at_pictures()
        self._show_flips()

    def _show_flips(self) -> None:
        marks = {n: Marked(CellMark.REFUSED, say(why)) for n, why in self.parts.refused.items()}
        for table, mark in ((self.saying, CellMark.TAKES_OUT), (self.silent, CellMark.ADDS)):
            flips = {n: Marked(mark) for n in self.parts.flips}
            table.cells.show_marks({**marks, **flips})
        self._show_preview()
        self.flips_changed.emit()

    def _show_preview(self) -> None:
        entry = self.here.current
        flip = self.parts.preview(entry) if entry is not None else None
        shown = flip is not None and entry is not None
        self._name.setText(self._session.name(entry) if shown and entry is not None else "")
        self._change.setVisible(flip is not None and flip.refusal is None)
        self._caption.setVisible(flip is not None and flip.refusal is not None)
        if flip is None or entry is None:
            self._act.setText("")
            return
        if flip.refusal is not None:
            self._caption.show_text(flip.before or tr("no caption"))
            self._act.setText(say(flip.refusal))
            return
        self._change.show_change(shown_change(flip.before, flip.after))
        adds = self.here is self.silent
        if entry in self.parts.flips:
            act = tr("will say it: Space takes that back")
            if not adds:
                act = tr("will no longer say it: Space takes that back")
        else:
            act = tr("Space: say it too") if adds else tr("Space: say it no longer")
        chosen = len(self.here.chosen)
        if chosen > 1:
            act = f"{act}  ({trn('%n pictures chosen', chosen)})"
        self._act.setText(act)

    def changeEvent(self, event: QEvent) -> None:
        """Follow another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
