"""The way back: drafts of a session that ended badly, and the timeline of an entry."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.dataset.autosave import job_of, put_bytes_back
from app.dataset.drafts import Draft, Standing, drop_draft, standing
from app.dataset.entry import Caption, Cause, Dataset
from app.dataset.journal import Record
from app.dataset.timeline import story, timeline
from app.errors import ProofError
from app.messages import msg
from app.ui.background import Background, Lane
from app.ui.session import Session
from app.ui.text import tr
from app.ui.windows.draft_dialog import DraftDialog
from app.ui.windows.timeline_dialog import TimelineDialog


class Recall(QObject):
    """Offers texts that were; every one goes through the session as an edit."""

    problem = Signal(object)
    """ProofError."""

    def __init__(self, session: Session, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._window = window
        self.dialog: DraftDialog | TimelineDialog | None = None
        """The one that is open."""

    def offer_drafts(self, drafts: "Drafts") -> None:
        """Show drafts that are worth it; those that say what the disk says are dropped."""
        dataset = self._session.dataset
        if dataset is None:
            return
        offered = drafts_worth_offering(dataset, drafts)
        if offered:
            dialog = DraftDialog(self._session, offered, self._window)
            dialog.accepted.connect(partial(self._take_drafts, dialog, offered))
            self._open(dialog)

    def _take_drafts(self, dialog: DraftDialog, offered: dict[int, Draft]) -> None:
        if not dialog.discarded:
            texts = dialog.chosen()
            self._session.edit_many(texts, Cause.RESTORE, tr("drafts"))
            self._session.history.drafts_taken(texts)
            return  # what was not ticked is offered again: nobody said that it may go
        for number in offered:
            entry = self._session.entry(number)
            job = partial(drop_draft, entry.image.parent, entry.name)
            self._background.in_thread(Lane.SAVES, job, then=lambda _: None, failed=lambda _: None)

    def show_timeline(self, number: int | None) -> None:
        """Read the history of an entry in a thread, then show it."""
        if number is None:
            return
        self._session.history.flush()
        entry = self._session.entry(number)
        self._background.in_thread(
            Lane.SAVES,
            partial(story, entry.image.parent, entry.name),
            then=partial(self._show_records, number),
            failed=lambda _: self._show_records(number, ()),
        )

    def _show_records(self, number: int, records: object) -> None:
        session = self._session
        if session.dataset is None:
            return
        assert isinstance(records, tuple)
        known: tuple[Record, ...] = timeline(records, session.entry(number).text)
        dialog = TimelineDialog(session.name(number), known, self._window)
        dialog.accepted.connect(partial(self._bring_back, number, dialog))
        self._open(dialog)

    def _bring_back(self, number: int, dialog: TimelineDialog) -> None:
        session, state = self._session, dialog.state()
        if session.dataset is None:
            return
        title = tr("earlier state of {name}", name=session.name(number))
        if state.text is not None:
            session.edit(number, state.text, Cause.RESTORE, title)
        elif state.notes is not None:
            session.note(number, state.notes, title)
        elif state.data is not None and session.saving.read_only is None:
            self._bring_bytes_back(number, session.dataset, state.data)

    def _bring_bytes_back(self, number: int, dataset: Dataset, data: bytes) -> None:
        """They cannot be shown, so they go into the file; then the entry offers to convert them."""
        session = self._session
        session.saving.flush([number])
        session.snapshots.before_act(tr("earlier state of {name}", name=session.name(number)))

        def put(caption: object) -> None:
            assert isinstance(caption, Caption)
            if session.dataset is dataset:
                session.caption_converted(number, caption)

        job = partial(put_bytes_back, job_of(session.entry(number), dataset.ground), data)
        self._background.in_thread(Lane.SAVES, job, then=put, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, ProofError):
            error = ProofError(msg("{error}", error=str(error)))
        self.problem.emit(error)

    def _open(self, dialog: DraftDialog | TimelineDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        self._session.closed.connect(dialog.reject)
        dialog.open()

    def _closed(self, _: int) -> None:
        self.dialog = None


Drafts = tuple[tuple[Path, Draft], ...]
"""Each with the image folder that it belongs to."""


def drafts_worth_offering(dataset: Dataset, drafts: Drafts) -> dict[int, Draft]:
    """By entry id: drafts whose entry is there, can be edited, and says something else."""
    by_place = {(folder, draft.name): draft for folder, draft in drafts}
    names = {draft.name for _, draft in drafts}  # few: a folder is asked for by those only
    return {
        number: draft
        for number in dataset.present()
        for entry in (dataset.entries[number],)
        if entry.name in names
        for draft in (by_place.get((entry.image.parent, entry.name)),)
        if draft is not None
        and entry.editable
        and standing(draft, entry.caption) is not Standing.SAVED
    }
