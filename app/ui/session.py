"""Session: the open dataset, the only writer, the owner of undo. It holds and announces."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from app.dataset.changes import (
    CaptionEdits,
    Change,
    ChoicesEdit,
    NotesEdit,
    NotesEdits,
    Removal,
    same_text,
)
from app.dataset.choices import DatasetChoices
from app.dataset.entry import Caption, Cause, Dataset, Edit, Entry
from app.dataset.marks import EntryNotes
from app.dataset.outside import Changes
from app.images.evidence import Evidence
from app.lint.cards import Card, load_cards
from app.lint.engine import Lint
from app.lint.reading import Reading
from app.lint.vocabulary import Vocabulary, load_vocabulary
from app.messages import Message, msg
from app.ui.aspects import Aspect, Changed
from app.ui.background import Background
from app.ui.commands import ChangeCommand
from app.ui.commas import listed
from app.ui.entry_files import EntryFiles
from app.ui.following import put_converted, take_in
from app.ui.history import History
from app.ui.keeping import Keeping
from app.ui.linting import Linting
from app.ui.pictures import Pictures
from app.ui.saving import Saving
from app.ui.snapshots import Snapshots
from app.ui.text import tr
from app.ui.token_meters import TokenMeters


class Session(QObject):
    """State of the window's one dataset. Every change a person makes goes through `_apply`."""

    opened = Signal()
    """A dataset is there: rows may be shown."""
    closed = Signal()
    rows_changed = Signal()
    """Entries came, went, or were renamed: ask again which there are."""
    changed = Signal(object)
    """Changed."""
    dataset_findings_changed = Signal()
    choices_changed = Signal()
    notice, told = Signal(object), Signal(object)
    """Messages: what a person must know, until they close it; what was done, for a moment."""
    touched = Signal(int)
    """Entry that undo or redo changed: the view goes there."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = background
        self.undo_stack = QUndoStack(self)
        self.dataset: Dataset | None = None
        self.cards: dict[str, Card] = dict(load_cards())
        self.linting = Linting(background, load_vocabulary(), self.cards, self)
        self.linting.changed.connect(self._findings_changed)
        self.saving = Saving(background, self)
        self.saving.changed.connect(self._save_states_changed)
        self.keeping = Keeping(background, self)
        self.keeping.failed.connect(self.notice)
        self.history = History(background, self)
        self.history.failed.connect(self.notice)
        self.snapshots = Snapshots(background, self)
        self.snapshots.failed.connect(self.notice)
        self.saving.conflict.connect(
            lambda number: self.history.overruled(number, self.saving.theirs(number))
        )
        self.tokens = TokenMeters(background, self)
        self.tokens.problem.connect(self.notice)
        self.pictures = Pictures(background, self)
        self.pictures.thumbnail_ready.connect(self._thumbnail_ready)
        self.pictures.measured.connect(self._measured)
        self.files = EntryFiles(background, self.keeping, self)
        self.files.failed.connect(self._not_moved)
        self._steering = False
        self.language = "en"

    # Opening and closing ------------------------------------------------------------------

    def open(
        self,
        dataset: Dataset,
        vocabulary: Vocabulary | None = None,
        *,
        read_only: Message | None = None,
    ) -> None:
        """Show a scanned dataset; reading, linting and measuring go on in the background.

        `vocabulary` holds the person's own words too; `read_only` says why nothing may be written.
        """
        self.close()
        if vocabulary is not None:
            self.linting.vocabulary = vocabulary
        self.dataset = dataset
        self.saving.read_only = read_only
        self.keeping.read_only = read_only is not None
        self.saving.open(dataset)
        self.keeping.open(dataset)
        self.history.open(dataset if read_only is None else None)
        self.snapshots.open(dataset if read_only is None else None)
        self.opened.emit()
        if read_only is not None:
            self.notice.emit(read_only)
        for notice in dataset.notices:
            self.notice.emit(notice)
        self.pictures.open(dataset)  # first: the thumbnails of a page go before all captions
        self.linting.open(dataset)

    def close(self) -> None:
        """Forget the dataset. The window has flushed and waited before."""
        if self.dataset is None:
            return
        self.background.forget()
        self.linting.open(None)
        self.pictures.open(None)
        self.saving.open(None)
        self.keeping.open(None)
        self.history.open(None)
        self.snapshots.open(None)
        self.undo_stack.clear()
        self.files.forget()
        self.dataset = None
        self.closed.emit()

    def prefer(self, entries: Iterable[int]) -> None:
        """These are visible, or will be: read and measure them before the others, in this order."""
        wanted = list(entries)
        self.linting.prefer(wanted)
        self.pictures.prefer(wanted)

    @property
    def settled(self) -> bool:
        """Everything is read, linted and measured, and nothing waits to be written."""
        at_work = self.background.busy or self.linting.busy or self.pictures.busy
        return not (at_work or self.saving.waiting())

    # What a person does --------------------------------------------------------------------

    def edit(self, entry: int, text: str, cause: Cause = Cause.TYPING, title: str = "") -> None:
        """Put a new text on screen, as one step of undo; typing merges into words."""
        self.edit_many({entry: text}, cause, title or tr("edit of {name}", name=self.name(entry)))

    def edit_many(self, texts: dict[int, str], cause: Cause, title: str) -> None:
        """Change several captions as one step of undo; those that cannot be edited are left out."""
        dataset = self._open_dataset()
        edits: dict[int, Edit] = {}
        for number, text in texts.items():
            entry = dataset.entries[number]
            if not entry.editable or same_text(entry.text, text):
                continue
            for one in (number, *entry.shares_with):
                edits[one] = Edit(one, dataset.entries[one].text, text, cause)
        if edits:
            self._push(CaptionEdits(tuple(edits.values())), title)

    def note(self, entry: int, notes: EntryNotes, title: str) -> None:
        """Change marks, verdicts or dismissals of one entry."""
        self.note_many({entry: notes}, title)

    def note_many(self, notes: dict[int, EntryNotes], title: str) -> None:
        """Change the notes of several entries as one step of undo."""
        dataset = self._open_dataset()
        edits = tuple(
            NotesEdit(number, dataset.notes_of(number), after)
            for number, after in notes.items()
            if dataset.notes_of(number) != after
        )
        if edits:
            self._push(NotesEdits(edits), title)

    def take_out(self, entries: Iterable[int]) -> None:
        """Move entries to the folder's own store; undo brings them back."""
        which = tuple(entries)
        self.saving.flush(which)
        self._push(Removal(which, out=True), tr("removal of {name}", name=self.name(which[0])))

    def choose(self, choices: DatasetChoices, title: str) -> None:
        """Change the choices for the dataset."""
        before = self._open_dataset().choices
        if before != choices:
            self._push(ChoicesEdit(before, choices), title)

    def undo(self) -> None:
        """Take back the last step, and show where it was."""
        self._steer(self.undo_stack.undo)

    def redo(self) -> None:
        """Do the last taken-back step again, and show where it is."""
        self._steer(self.undo_stack.redo)

    def _steer(self, step: Callable[[], None]) -> None:
        self._steering = True
        try:
            step()
        finally:
            self._steering = False

    def take_from_disk(self, entry: int) -> None:
        """Another program changed the file of a clean entry: follow it, and remember why."""
        entries = self._open_dataset().entries
        group = [entries[n] for n in (entry, *entries[entry].shares_with)]
        edits = tuple(
            Edit(one.id, one.text, one.caption.text, Cause.OUTSIDE) for one in group if one.unsaved
        )
        if edits:
            title = tr("change of {name} on disk", name=self.name(entry))
            self.undo_stack.push(ChangeCommand(CaptionEdits(edits), title, self._apply))

    @property
    def lint(self) -> Lint | None:
        """The findings of the open dataset."""
        return self.linting.lint

    @property
    def readings(self) -> Mapping[int, Reading]:
        """What lint keeps of the captions that it has read."""
        return self.linting.readings

    # What is known -------------------------------------------------------------------------

    def entry(self, number: int) -> Entry:
        """The entry as it stands."""
        return self._open_dataset().entries[number]

    def name(self, number: int) -> str:
        """What messages call an entry."""
        return self._open_dataset().title(number)

    # The only mutation ---------------------------------------------------------------------

    def _push(self, change: Change, title: str) -> None:
        if self.saving.read_only is not None:
            self.notice.emit(self.saving.read_only)
            return
        self.snapshots.before(change, title)
        self.undo_stack.push(ChangeCommand(change, title, self._apply))

    def _apply(self, change: Change) -> None:
        if isinstance(change, CaptionEdits):
            self._apply_captions(change)
        elif isinstance(change, NotesEdits):
            self._apply_notes(change)
        elif isinstance(change, Removal):
            self._apply_removal(change)
        else:
            self._apply_choices(change.after)

    def _apply_captions(self, change: CaptionEdits) -> None:
        dataset = self._open_dataset()
        skipped: list[int] = []
        done: list[int] = []
        for edit in change.edits:
            if same_text(dataset.entries[edit.entry].text, edit.before):
                dataset.apply(edit)
                done.append(edit.entry)
            else:
                skipped.append(edit.entry)
        self.history.captions_changed(change, done)
        self.saving.edited(done)
        self.changed.emit(Changed(frozenset(done), frozenset((Aspect.TEXT, Aspect.SAVE_STATE))))
        self.linting.texts_changed(done)
        if done and self._steering:
            self.touched.emit(done[0])
        if skipped:
            names = listed(self.name(number) for number in skipped[:3])
            self.notice.emit(
                msg(
                    "{count} captions were left as they are, because they changed meanwhile: "
                    "{names}.",
                    count=len(skipped),
                    names=names,
                )
            )

    def _apply_notes(self, change: NotesEdits) -> None:
        dataset = self._open_dataset()
        for edit in change.edits:
            dataset.notes[edit.entry] = edit.after
        touched = frozenset(edit.entry for edit in change.edits)
        self.keeping.notes_changed(touched)
        self.history.notes_changed(change)
        self.changed.emit(Changed(touched, frozenset((Aspect.NOTES,))))
        self.linting.put(touched)
        if self._steering:
            self.touched.emit(change.edits[0].entry)

    def _apply_removal(self, change: Removal) -> None:
        dataset = self._open_dataset()
        for number in change.entries:
            if change.out:
                self.files.take_out(dataset, number)
            else:
                self.files.put_back(number)
        self.history.moved(change.entries, out=change.out)
        self._set_gone(change.entries, gone=change.out)
        if self._steering and not change.out:
            self.touched.emit(change.entries[0])

    def _set_gone(self, entries: Iterable[int], *, gone: bool) -> None:
        dataset, which = self._open_dataset(), list(entries)
        if gone:
            dataset.gone.update(which)
            self.linting.drop(which)
        else:
            dataset.gone.difference_update(which)
            self.linting.texts_changed(which)
        self.rows_changed.emit()

    def _not_moved(self, number: int, out: bool, message: Message) -> None:
        self._set_gone((number,), gone=not out)
        self.notice.emit(message)

    def _apply_choices(self, choices: DatasetChoices) -> None:
        dataset = self._open_dataset()
        dataset.choices = choices
        assert self.lint is not None
        self.lint.set_choices(choices)
        self.keeping.choices_changed()
        self.choices_changed.emit()
        self.linting.judge_anew()

    def _measured(self, found: Mapping[int, Evidence]) -> None:
        self._open_dataset().evidence.update(found)
        self.changed.emit(Changed(frozenset(found), frozenset((Aspect.EVIDENCE,))))
        self.linting.put(found)

    # The world outside ---------------------------------------------------------------------

    def follow(self, changes: Changes) -> None:
        """Take in what other programs did to the folder. What a person typed is never replaced."""
        dataset = self._open_dataset()
        fresh, followed = take_in(dataset, self.saving, self.history, changes)
        for number in followed:
            self.take_from_disk(number)
        self.linting.drop(changes.removed)
        self.linting.texts_changed(fresh)
        self.pictures.add([*fresh, *(entry.id for entry in changes.images)])
        self.rows_changed.emit()
        self.changed.emit(Changed(frozenset(fresh), frozenset((Aspect.FILE, Aspect.TEXT))))

    def caption_converted(self, number: int, caption: Caption) -> None:
        """The caption's file was converted to UTF-8: it can be shown and edited now."""
        group = put_converted(self._open_dataset(), number, caption)
        aspects = frozenset((Aspect.TEXT, Aspect.SAVE_STATE, Aspect.FILE))
        self.changed.emit(Changed(frozenset(group), aspects))
        self.linting.texts_changed(list(group))

    # Announcing ----------------------------------------------------------------------------

    def _save_states_changed(self, entries: frozenset[int]) -> None:
        self.history.saved(entries)
        self.changed.emit(Changed(entries, frozenset((Aspect.SAVE_STATE,))))
        dataset = self._open_dataset()
        self.linting.put(n for n in entries if not dataset.entries[n].unsaved)

    def _findings_changed(self, entries: frozenset[int]) -> None:
        if entries:
            self.changed.emit(Changed(entries, frozenset((Aspect.FINDINGS,))))
        self.dataset_findings_changed.emit()

    def _thumbnail_ready(self, number: int) -> None:
        self.changed.emit(Changed(frozenset((number,)), frozenset((Aspect.THUMBNAIL,))))

    def _open_dataset(self) -> Dataset:
        assert self.dataset is not None, "no dataset is open"
        return self.dataset
