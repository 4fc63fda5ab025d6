"""Unify: what to say instead of the ticked words, what would change, and the one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.dataset.entry import Cause
from app.lint.terms import Kind
from app.lint.wording import Family, Phrase, phrase_key, suggested
from app.review.verdicts import standing_decision
from app.ui.commas import listed
from app.ui.models.family_names import family_name
from app.ui.models.forecast import Forecast
from app.ui.models.proposals import ProposalModel, Question, against_by_entry
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.widgets.after_this import AfterThis, Consequence
from app.ui.widgets.heights import UNLIMITED
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.keyed_words import KeyedWords, cap
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.proposal_delegate import HEIGHT, ProposalDelegate
from app.ui.widgets.small_pictures import SmallPictures

NAMED = 3
"""Names listed of the entries that need no change."""

Chosen = tuple[tuple[Family, Phrase], ...]


class UnifyPanel(QWidget):
    """Everything that leads to one step of undo."""

    unified = Signal()

    def __init__(
        self, session: Session, pictures: SmallPictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._kind = Kind.LIGHTING
        self._chosen: Chosen = ()
        self._own_words = False
        self.setAutoFillBackground(True)
        self.model = ProposalModel(session, self)
        self.model.changed.connect(self._say_what_follows)
        self._forecast = Forecast(session, self)
        self._forecast.known.connect(self._say_what_follows)
        session.dataset_findings_changed.connect(self._forecast.ask_again)
        self._title = Label(Type.HEADING, parent=self)
        self._title.setMinimumHeight(scaled(20))
        self._count = Label(Type.QUIET, parent=self)
        self._label = Label(Type.QUIET, parent=self)
        self.say_instead = QComboBox(self)
        self.say_instead.setEditable(True)
        self.say_instead.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.say_instead.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line = self.say_instead.lineEdit()
        assert line is not None, "an editable box has a line to edit"
        line.textEdited.connect(self._typed)
        self.say_instead.activated.connect(self._picked)
        self._label.setBuddy(self.say_instead)
        self._hint = KeyedWords(Type.QUIET, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(ProposalDelegate(session, pictures, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        pictures.arrived.connect(self.list.viewport().update)
        self._already = Label(Type.QUIET, parent=self, wrap=True)
        self.after = AfterThis(self)
        self.button = KeyedButton("", "Ctrl+Enter", self, filled=True)
        self.button.clicked.connect(self.apply)
        self._step = KeyedWords(Type.QUIET, self)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(16, 8, 16, 8)
        self._top.setSpacing(4)
        self._top.addLayout(head)
        self._top.addWidget(self._label)
        self._top.addWidget(self.say_instead)
        self._top.addWidget(self._hint)
        below = self._below = QVBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._already)
        below.addWidget(self.after)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(16, 8, 8, 8)
        self._foot.setSpacing(8)
        self._foot.addWidget(self.button)
        self._foot.addWidget(self._step, 1)
        self._lines = (Line(self), Line(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._lines[0])
        column.addWidget(self.list, 1000)
        column.addLayout(below)
        self._stretch = QWidget(self)
        column.addWidget(self._stretch, 1)
        column.addWidget(self._lines[1])
        column.addLayout(self._foot)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self._title.setText(tr("Unify"))
        self._label.setText(tr("Say instead"))
        self.say_instead.setAccessibleName(tr("Say instead"))
        line = self.say_instead.lineEdit()
        assert line is not None, "an editable box has a line to edit"
        line.setPlaceholderText(tr("one wording for the ticked words"))
        self.list.setAccessibleName(tr("Captions that would change"))
        self._step.show_words(tr("One step. {key} takes it back.", key=cap(0)), ("Ctrl+Z",))
        self.after.retranslate()
        self._say_what_follows()

    def set_compact(self, *, compact: bool, wide: bool) -> None:
        """In the small desk there is room for the words, the preview and the button only."""
        for widget in (self._label, self._hint, *self._lines):
            widget.setVisible(not compact)
        self._step.setVisible(wide and not compact)
        self.after.set_compact(compact=compact)
        # Opened up, its heading stands on one line with that of the families beside it.
        self._top.setContentsMargins(16, 8 if compact else 12, 16, 8)
        self._compact = compact
        self._say_what_follows()

    def _show_preview(self) -> None:
        """Nothing is unified unseen; without a tick the small desk leaves its place empty."""
        self.list.setVisible(bool(self._chosen))
        # What follows stands below the last caption, as long as there is room for all of them.
        lines = max(self.model.rowCount(), 1) * scaled(HEIGHT)
        self.list.setMaximumHeight(UNLIMITED if self._compact else lines)
        fills = self._compact and bool(self._chosen)
        self._stretch.setSizePolicy(
            QSizePolicy.Policy.Preferred,
            QSizePolicy.Policy.Fixed if fills else QSizePolicy.Policy.Expanding,
        )
        # In the small desk the captions themselves go before what is counted of them.
        crowded = self._compact and bool(self.model.proposals)
        self.after.setVisible(bool(self.after.text()) and not crowded)
        self.button.setToolTip(self.after.text() if crowded else "")

    _compact = False

    def show_chosen(self, kind: Kind, chosen: Chosen) -> None:
        """Other words are ticked; what a person typed as the new wording stays."""
        if not chosen or kind is not self._kind:
            self._own_words = False
        self._kind, self._chosen = kind, chosen
        words = [phrase.text for _, phrase in chosen]
        typed = self.say_instead.currentText()
        self.say_instead.clear()
        self.say_instead.addItems(words)
        best = suggested([phrase for _, phrase in chosen])
        if self._own_words:
            self.say_instead.setEditText(typed)
        else:
            self.say_instead.setEditText(best.text if best is not None else "")
        self._ask()

    def apply(self) -> None:
        """Change the ticked captions as one step of undo."""
        texts = self.model.chosen()
        if not texts:
            return
        words = " ".join(self.say_instead.currentText().split())
        self._session.edit_many(texts, Cause.UNIFY, tr("unify to “{words}”", words=words))
        self.unified.emit()

    def _typed(self) -> None:
        self._own_words = True
        self._ask()

    def _picked(self) -> None:
        self._own_words = True
        self._ask()

    def _ask(self) -> None:
        wanted = phrase_key(self.say_instead.currentText())
        changing = [phrase for _, phrase in self._chosen if phrase.key != wanted]
        entries = sorted({entry for phrase in changing for entry in phrase.entries})
        against = against_by_entry([f for phrase in changing for f in phrase.contradicted])
        self.model.ask(
            Question(
                frozenset((self._kind, phrase.key) for phrase in changing),
                tuple(entries),
                self.say_instead.currentText(),
                against,
            )
        )

    # What follows --------------------------------------------------------------------------

    def _say_what_follows(self) -> None:
        chosen = self._chosen
        entries = {entry for _, phrase in chosen for entry in phrase.entries}
        self._count.setText(
            tr(
                "{words}, {entries}",
                words=trn("%n wordings", len(chosen)),
                entries=trn("%n entries", len(entries)),
            )
            if chosen
            else tr("no word is ticked")
        )
        self._show_hint()
        texts = self.model.chosen()
        self.button.setText(trn("Unify in %n entries", len(texts)) if texts else tr("Unify"))
        self.button.setEnabled(bool(texts))
        already = self._already_text()
        self._already.setText(already)
        self._already.setVisible(bool(already) and not self._compact)
        self._forecast.ask(texts)
        consequences = self._consequences(texts)
        self.after.show_consequences(consequences)
        room = 8 if consequences or not self._already.isHidden() else 0
        self._below.setContentsMargins(16, room, 16, room)
        self._show_preview()

    def _show_hint(self) -> None:
        if self._chosen:
            said = tr("One wording for one thing. Trigger words are never touched.")
            self._hint.show_words(said)
            return
        said = tr(
            "Tick the words that mean one thing: {space} ticks, {enter} shows their entries.",
            space=cap(0),
            enter=cap(1),
        )
        self._hint.show_words(said, ("Space", "Return"))

    def _already_text(self) -> str:
        wanted = phrase_key(self.say_instead.currentText())
        saying = sorted({e for _, p in self._chosen if p.key == wanted for e in p.entries})
        if not saying:
            return ""
        named = saying if len(saying) <= NAMED + 1 else saying[:NAMED]  # not one name is hidden
        names = listed(self._session.entry(one).image.stem for one in named)
        if len(saying) > len(named):
            names += " …"
        return trn("%n entries say it already: {names}", len(saying), names=names)

    def _consequences(self, texts: dict[int, str]) -> list[Consequence]:
        if not self._chosen or self.model.under_way:
            return []
        names = listed(dict.fromkeys(family_name(family.name) for family, _ in self._chosen))
        if not self.model.proposals and not self.model.staying:
            return [(names, tr("Nothing would change."))]
        wanted = phrase_key(self.say_instead.currentText())
        saying = {entry for _, p in self._chosen if p.key == wanted for entry in p.entries}
        parts = [trn("1 wording in %n entries", len(saying | set(texts)))]
        left_out = len(self.model.proposals) - len(texts)
        if left_out:
            parts.append(trn("%n entries are left out", left_out))
        if self.model.staying:
            parts.append(trn("%n entries stay: it would not read there", self.model.staying))
        found = [(names, listed(parts))]
        if texts:
            found.append((tr("Findings"), self._foreseen_text()))
            lapsing = sum(self._has_verdict(entry) for entry in texts)
            if lapsing:
                dropping = trn("%n verdicts drop back: their captions change", lapsing)
                found.append((tr("Verdicts"), dropping))
        return found

    def _foreseen_text(self) -> str:
        foreseen = self._forecast.foreseen
        if foreseen is None:
            waiting = self._forecast.under_way
            return tr("being counted…") if waiting else tr("counted after the change")
        if foreseen.after == foreseen.before:
            return tr("{count}, as before", count=foreseen.before)
        return tr("{before} become {after}", before=foreseen.before, after=foreseen.after)

    def _has_verdict(self, number: int) -> bool:
        dataset = self._session.dataset
        if dataset is None:
            return False
        notes, text = dataset.notes_of(number), dataset.entries[number].text
        digest = dataset.evidence_of(number).digest
        return any(
            standing_decision(verdict, text, digest) is not None
            for verdict in (notes.first, notes.second)
        )
