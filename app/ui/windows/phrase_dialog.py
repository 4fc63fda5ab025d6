"""One phrase against all pictures as a dialog, and the doors that lead to it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.lint.wording import KINDS
from app.review.phrase import Sought
from app.ui.models.wording_survey import WordingSurvey
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.widgets.key_line import KeyLine
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.keyed_words import KeyedWords, cap
from app.ui.widgets.labels import Type
from app.ui.widgets.phrase_grid import PhraseGrid
from app.ui.windows.dialogs import Dialog
from app.ui.windows.reviewing import Reviewing
from app.ui.windows.workbench import Workbench

SHARE = 0.94
"""Of the window."""


class PhraseDialog(Dialog):
    """Stays open after a change, for the next phrase; Ctrl+Z works in it."""

    entry_wanted = Signal(int)

    def __init__(self, session: Session, survey: WordingSurvey, parent: QWidget) -> None:
        super().__init__(tr("One phrase against all pictures"), parent, width=820)
        self.resize(parent.size() * SHARE)
        self._warned = False
        self.grid = PhraseGrid(session, survey, self)
        self.column.addWidget(self.grid, 1)
        self._told = KeyedWords(Type.QUIET, self)
        self._told.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._keys = KeyLine(self)
        self.cancel = KeyedButton("", "Esc", self)
        self.change = KeyedButton("", "Ctrl+Return", self, filled=True)
        foot = QHBoxLayout()
        foot.setSpacing(scaled(8))
        foot.addWidget(self._told)
        foot.addWidget(self._keys, 1)
        foot.addSpacing(scaled(8))
        for button in (self.cancel, self.change):
            button.setMinimumHeight(scaled(30))
            button.setAutoDefault(False)
            foot.addWidget(button)
        self.column.addLayout(foot)
        self.cancel.clicked.connect(self.reject)
        self.change.clicked.connect(self.apply)
        self.grid.flips_changed.connect(self._flips_changed)
        self.grid.entry_wanted.connect(self._leave_for)
        session.closed.connect(self.close)
        for key, act in (
            ("Ctrl+Return", self.apply),
            ("Ctrl+Enter", self.apply),
            (QKeySequence.StandardKey.Undo, session.undo),
            (QKeySequence.StandardKey.Redo, session.redo),
            (QKeySequence.StandardKey.Find, self.grid.phrases.look_for),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._say_keys()
        self._flips_changed()

    def apply(self) -> None:
        """Change the captions as one step of undo."""
        count = self.grid.parts.apply()
        if count:
            self._tell(trn("%n captions changed. {key} takes it back.", count, key=cap(0)))

    def _tell(self, words: str) -> None:
        self._told.show_words(words, ("Ctrl+Z",))

    def reject(self) -> None:
        """Flips that are not applied are not dropped at the first Esc."""
        if self._may_go():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the pictures and the list, never to a button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _may_go(self) -> bool:
        if not self.grid.parts.flips or self._warned:
            return True
        self._warned = True
        self._tell(tr("Nothing is changed yet. Once more drops what you flipped."))
        return False

    def _leave_for(self, entry: int) -> None:
        if self._may_go():
            self.entry_wanted.emit(entry)
            super().accept()

    def _flips_changed(self) -> None:
        parts = self.grid.parts
        count = len(parts.flips)
        self._warned = False
        self.cancel.set_words(tr("Close") if not count else tr("Cancel"), "Esc")
        self.change.set_words(trn("Change %n captions", count), "Ctrl+Return")
        self.change.setEnabled(bool(count) and not parts.under_way)
        told: list[str] = []
        if count:
            lapsing = parts.lapsing()
            told.append(tr("One step. {key} takes it back.", key=cap(0)))
            if lapsing:
                told.append(trn("%n verdicts drop back: their captions change", lapsing))
        if parts.refused:
            told.append(trn("%n entries stay: it would not read there", len(parts.refused)))
        if told:
            self._tell("  ".join(told))

    def _say_keys(self) -> None:
        self._keys.show_hints(
            [
                (("+", "−"), tr("size")),
                (("Enter",), tr("go to the entry")),
                (("Tab",), tr("other part")),
                (("Ctrl", "A"), tr("choose all")),
                (("Space",), tr("flip")),
            ]
        )


class PhraseDoor(QObject):
    """Opens the dialog from wherever one is, with the phrase that is at hand there."""

    def __init__(self, session: Session, bench: Workbench, reviewing: Reviewing) -> None:
        super().__init__(reviewing)
        self._session = session
        self._bench = bench
        self._reviewing = reviewing
        self.dialog: PhraseDialog | None = None
        bench.desk.wording.all_pictures_wanted.connect(self.open)
        reviewing.page.phrase_wanted.connect(self.open)

    def open(self) -> None:
        """Show the dialog, and go on where one was."""
        if self._session.dataset is None:
            return
        dialog = self.made()
        dialog.exec()
        self.dialog = None
        dialog.deleteLater()

    def made(self) -> PhraseDialog:
        """The dialog with the phrase at hand; not shown yet."""
        window = self._bench.window()
        wording = self._bench.desk.wording
        dialog = self.dialog = PhraseDialog(self._session, wording.survey, window)
        dialog.entry_wanted.connect(self._go_to)
        sought = self.at_hand()
        if sought is not None:
            dialog.grid.seek(sought)
        dialog.grid.phrases.list.setFocus()
        return dialog

    def at_hand(self) -> Sought | None:
        """What is chosen on the Wording desk, selected in the editor, or said by the entry."""
        bench, reviewing = self._bench, self._reviewing
        if not reviewing.on:
            selected = bench.light_table.editor.textCursor().selectedText().strip()
            if selected and bench.light_table.editor.hasFocus():
                return Sought(" ".join(selected.split()))
            found = bench.desk.wording.sought
            if found is not None:
                return found
        entry = reviewing.round.current if reviewing.on else bench.current
        lint = self._session.lint
        terms = lint.terms(entry) if lint is not None and entry is not None else ()
        by_kind = sorted(
            (term for term in terms if term.kind in KINDS), key=lambda t: KINDS.index(t.kind)
        )
        return Sought(by_kind[0].text, by_kind[0].kind) if by_kind else None

    def _go_to(self, entry: int) -> None:
        if self._reviewing.on:
            self._reviewing.round.go(entry)
        else:
            self._bench.go_to(entry)
            self._bench.sheet.setFocus()
