"""What words mean, in the person's own view: asked in a small dialog, kept, and used at once."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.dataset.entry import Dataset
from app.errors import ProofError
from app.lint.own_words import (
    LONGEST,
    MOODS,
    OwnWord,
    WordsRead,
    keep_word,
    phrase_of,
    words_for,
)
from app.lint.senses import Kind
from app.messages import msg
from app.ui.background import Lane
from app.ui.models.family_names import family_name
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.caption_editor import CaptionEditor
from app.ui.widgets.choice import Choice
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.windows.dialogs import Dialog
from app.ui.windows.opening import Opening
from app.ui.windows.reviewing import Reviewing
from app.ui.windows.workbench import Workbench

LIGHTS = (
    *("natural", "soft", "hard", "studio", "artificial", "backlit", "bright", "dark"),
    *("dramatic", "volumetric", "golden", "night", "overcast", "other"),
)


class MeaningDialog(Dialog):
    """The words, what they mean, and where that holds."""

    def __init__(self, phrase: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("What these words mean"), parent, width=440)
        self.phrase = QLineEdit(phrase, self)
        self.meaning = Choice(self)
        self.meaning.set_options(
            [
                (Kind.MODIFIER, tr("Modifier")),
                (Kind.LIGHTING, tr("Light")),
                (Kind.MOOD, tr("Mood")),
                (None, tr("Not a term")),
            ]
        )
        self.family = Choice(self)
        self.everywhere = Choice(self)
        self.everywhere.set_options(
            [(False, tr("In this dataset")), (True, tr("In every dataset"))]
        )
        self.meaning.setCurrentIndex(0)
        self.everywhere.setCurrentIndex(0)
        self._form = QFormLayout()
        self._form.setSpacing(10)
        rows = (
            (tr("Words"), self.phrase),
            (tr("They are"), self.meaning),
            (tr("Family"), self.family),
            (tr("It holds"), self.everywhere),
        )
        for label, field in rows:
            self._form.addRow(label, field)
            field.setAccessibleName(label)
        self.column.addLayout(self._form)
        self.hint = Label(Type.QUIET, "", self, wrap=True)
        self.column.addWidget(self.hint)
        cancel = KeyedButton(tr("Cancel"), "Esc", self)
        self.keep = KeyedButton(tr("Save"), "Return", self, filled=True)
        self.keep.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self.accept)
        self.add_buttons(cancel, self.keep)
        self.meaning.currentIndexChanged.connect(self._offer_families)
        self.phrase.textChanged.connect(self._judge)
        self._offer_families()
        self._judge()

    @property
    def word(self) -> OwnWord:
        """What the person says."""
        family = self.family.value if self.meaning.value in (Kind.LIGHTING, Kind.MOOD) else ""
        return OwnWord(phrase_of(self.phrase.text()), self.meaning.value, family)

    def _offer_families(self) -> None:
        families = {Kind.LIGHTING: LIGHTS, Kind.MOOD: tuple(MOODS)}.get(self.meaning.value, ())
        if families:
            self.family.set_options([(name, family_name(name)) for name in families])
        self._form.setRowVisible(self.family, bool(families))

    def _judge(self) -> None:
        fits = bool(phrase_of(self.phrase.text()))
        self.keep.setEnabled(fits)
        self.hint.setText(
            tr("All captions are read again with it.")
            if fits
            else tr("Up to {count} words, without punctuation.", count=LONGEST)
        )


class OwnMeanings(QObject):
    """Asks what words mean where an editor's menu wants it, and lets the dataset be read anew."""

    def __init__(
        self, session: Session, opening: Opening, bench: Workbench, reviewing: Reviewing
    ) -> None:
        super().__init__(bench.window())
        self._session = session
        self._opening = opening
        self._window = bench.window()
        self.dialog: MeaningDialog | None = None
        bench.sheet.delegate.meaning_wanted.connect(self.ask)
        editors: tuple[CaptionEditor, ...] = (bench.light_table.editor, reviewing.page.text.editor)
        for editor in editors:
            editor.meaning_wanted.connect(self.ask)

    def ask(self, phrase: str) -> None:
        """Show the dialog with these words."""
        dataset = self._session.dataset
        if dataset is None or self.dialog is not None:
            return
        dialog = self.dialog = MeaningDialog(phrase, self._window)
        dialog.accepted.connect(lambda: self._keep(dataset, dialog.word, dialog.everywhere.value))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _keep(self, dataset: Dataset, word: OwnWord, everywhere: bool) -> None:
        reason = self._session.saving.read_only
        if reason is not None and not everywhere:
            self._session.notice.emit(reason)
            return
        named = self._opening.word_list

        def job() -> object:
            keep_word(word, None if everywhere else dataset.root, named)
            return words_for(dataset.root, named)

        self._session.background.in_thread(
            Lane.SAVES, job, then=partial(self._kept, dataset, word), failed=self._failed
        )

    def _kept(self, dataset: Dataset, word: OwnWord, answer: object) -> None:
        assert isinstance(answer, WordsRead)
        if self._session.dataset is dataset:
            self._opening.use(answer)
        self._session.told.emit(msg("“{words}” is understood as you said.", words=word.phrase))

    def _failed(self, error: Exception) -> None:
        title = error.title if isinstance(error, ProofError) else msg("{reason}", reason=str(error))
        self._session.notice.emit(title)
