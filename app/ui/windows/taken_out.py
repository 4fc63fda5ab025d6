"""Images that were taken out, also in earlier sessions, and their way back into the dataset."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.dataset.entry import Dataset
from app.dataset.journal import Act, Record, Subject, append
from app.dataset.marks import NO_NOTES, EntryNotes
from app.dataset.removal import Removed, put_back, removed_from
from app.errors import ProofError
from app.messages import msg
from app.ui.background import Background, Lane
from app.ui.outside import Outside
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.two_lines import TwoLineList
from app.ui.windows.dialogs import Dialog


class TakenOutDialog(Dialog):
    """What lies in the folders' own stores."""

    def __init__(self, removed: tuple[Removed, ...], root: Path, parent: QWidget) -> None:
        super().__init__(tr("Images taken out"), parent, width=560)
        self._removed = removed
        self.column.addWidget(Label(Type.HEADING, tr("Images taken out"), self))
        words = tr("They lie in .proofsheet/removed, with caption and marks; nothing was deleted.")
        if not removed:
            words = tr("Nothing was taken out here, or it is in the desktop's trash.")
        self.column.addWidget(Label(Type.QUIET, words, self, wrap=True))
        self.list = TwoLineList(tr("Images taken out"), self)
        for one in removed:
            below = one.image.parent.name
            if one.image.parent.is_relative_to(root):
                below = one.image.parent.relative_to(root.parent).as_posix()
            below += " · " + (tr("with its caption") if len(one.moved) > 1 else tr("no caption"))
            self.list.add_line(one.image.name, below)
        self.column.addWidget(self.list, 1)
        self.back = KeyedButton(tr("Put back"), "Ctrl+Return", self, filled=True)
        self.back.setShortcut("Ctrl+Return")
        self.back.setEnabled(bool(removed))
        close = KeyedButton(tr("Close"), "Esc", self)
        self.back.clicked.connect(self.accept)
        close.clicked.connect(self.reject)
        self.add_buttons(close, self.back)
        if removed:
            self.resize(scaled(560), scaled(480))
            self.list.setCurrentRow(0)
            self.list.setFocus()
            return
        # A sentence needs no empty list below it.
        for widget in (self.list, self.back):
            widget.hide()
        self.column.insertStretch(2)

    def chosen(self) -> Removed | None:
        """The one to be put back."""
        row = self.list.currentRow()
        return self._removed[row] if 0 <= row < len(self._removed) else None


class TakenOut(QObject):
    """Lists in a thread, puts back in the saves lane, and lets the folder be looked at again."""

    said = Signal(object)
    """Message."""
    problem = Signal(object)
    """ProofError."""

    def __init__(
        self, session: Session, background: Background, outside: Outside, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._outside = outside
        self._window = window
        self._notes: dict[Path, EntryNotes] = {}
        """Of images on their way back, until they are entries again."""
        self.dialog: TakenOutDialog | None = None
        session.rows_changed.connect(self._attach_notes)
        session.closed.connect(self._notes.clear)

    def show(self) -> None:
        """Look into the stores, then show them."""
        dataset = self._session.dataset
        if dataset is not None:
            folders = tuple(concept.folder for concept in dataset.concepts)
            self._background.in_thread(
                Lane.SAVES,
                partial(_all_removed, folders),
                then=partial(self._show, dataset),
                failed=self._failed,
            )

    def _show(self, dataset: Dataset, answer: object) -> None:
        if self._session.dataset is not dataset or self.dialog is not None:
            return
        assert isinstance(answer, tuple)
        dialog = TakenOutDialog(answer, dataset.root, self._window)
        dialog.finished.connect(partial(self._closed, dialog))
        self.dialog = dialog
        dialog.open()

    def _closed(self, dialog: TakenOutDialog, result: int) -> None:
        self.dialog = None
        removed = dialog.chosen()
        if not result or removed is None:
            return
        reason = self._session.saving.read_only
        if reason is not None:
            self.said.emit(reason)
            return
        self._background.in_thread(
            Lane.SAVES,
            partial(_put_back, removed),
            then=partial(self._is_back, removed),
            failed=self._failed,
        )

    def _is_back(self, removed: Removed, _: object) -> None:
        if removed.notes != NO_NOTES:
            self._notes[removed.image] = removed.notes
        self.said.emit(msg("{name} is back.", name=removed.image.name))
        self._outside.look()

    def _attach_notes(self) -> None:
        dataset = self._session.dataset
        if dataset is None or not self._notes:
            return
        for number in dataset.present():
            notes = self._notes.pop(dataset.entries[number].image, None)
            if notes is not None and dataset.notes_of(number) == NO_NOTES:
                name = self._session.name(number)
                self._session.note(number, notes, tr("marks of {name}", name=name))
            elif notes is not None:
                self._session.keeping.has_back(number)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, ProofError):
            error = ProofError(msg("{error}", error=str(error)))
        self.problem.emit(error)


def _all_removed(folders: tuple[Path, ...]) -> tuple[Removed, ...]:
    return tuple(one for folder in folders for one in removed_from(folder))


def _put_back(removed: Removed) -> None:
    put_back(removed)
    record = Record(removed.image.name, Act.PUT_BACK.value, None, None, Subject.IMAGE)
    append(removed.image.parent, [record])
