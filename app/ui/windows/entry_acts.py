"""What a person does to an entry's files: add, paste, rename, take out, compare, show."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)

from app.dataset.additions import add_pasted, add_pictures, rename_entry
from app.errors import ProofError
from app.messages import Message, msg
from app.ui.background import Background, Lane
from app.ui.outside import Outside
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.windows.actions import Actions
from app.ui.windows.conflicts import Conflicts
from app.ui.windows.conversion import Conversion


class EntryActs(QObject):
    """Acts on the current entry, or on the one it is told."""

    said = Signal(object)
    """Message for the notices."""
    problem = Signal(object)
    """ProofError for the notices."""

    def __init__(
        self, session: Session, background: Background, outside: Outside, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._outside = outside
        self._window = window
        self.current: int | None = None
        self._to_consent: list[int] = []
        """Entries whose captions are links out of the dataset; the first one is being asked."""
        self.conversion = Conversion(session, background, window)
        self.conversion.problem.connect(self.problem)
        self.conflicts = Conflicts(session, window)
        self.conflicts.said.connect(self.said)
        session.saving.consent_wanted.connect(self._ask_consent)
        session.closed.connect(self._to_consent.clear)

    def set_current(self, entry: int | None) -> None:
        """The entry that the light table shows."""
        self.current = entry
        self._outside.watch_caption(entry)

    def menu(self, actions: Actions, entry: int, place: QPoint) -> None:
        """The context menu of an entry."""
        menu = QMenu(self._window)
        for name in ("edit_row", "rename", "remove", "show_in_folder"):
            menu.addAction(actions[name])
        if self.conversion.offers(entry):
            menu.addAction(tr("Convert to UTF-8…"), partial(self.conversion.ask, entry))
        if self._session.saving.theirs(entry) is not None:
            menu.addAction(tr("Compare with the disk…"), partial(self.conflicts.ask, entry))
        if self._session.saving.is_protected(entry):
            act = partial(self._session.saving.write_all_the_same, entry)
            menu.addAction(tr("Save all the same"), act)
        menu.exec(place)

    # Adding --------------------------------------------------------------------------------

    def choose_pictures(self) -> None:
        """Ask for pictures and copy them into the current concept."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, tr("Add pictures"))
        if chosen:
            self.add([Path(name) for name in chosen])

    def add(self, paths: list[Path]) -> None:
        """Copy pictures into the current concept under free names."""
        folder = self._folder()
        if folder is not None:
            self._session.snapshots.before_act(tr("adding pictures"))
            job = partial(add_pictures, paths, folder)
            self._background.in_thread(Lane.BULK, job, then=self._added, failed=self._failed)

    def paste(self) -> None:
        """Write the picture on the clipboard into the current concept, or copy the files on it."""
        folder = self._folder()
        content = QGuiApplication.clipboard().mimeData()
        if folder is None or content is None:
            return
        paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
        if paths:
            self.add(paths)
        elif content.hasImage():
            buffer = QBuffer(self)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            QGuiApplication.clipboard().image().save(buffer, "PNG")  # type: ignore[call-overload]
            data = bytes(buffer.data().data())
            self._background.in_thread(
                Lane.BULK,
                partial(add_pasted, data, folder),
                then=lambda _: self._outside.look(),
                failed=self._failed,
            )

    def _folder(self) -> Path | None:
        dataset = self._session.dataset
        if dataset is None or self._only_looking():
            return None
        if self.current is None:
            return dataset.concepts[0].folder
        return self._session.entry(self.current).image.parent

    def _only_looking(self) -> bool:
        """Another window writes here; says so."""
        reason = self._session.saving.read_only
        if reason is not None:
            self.said.emit(reason)
        return reason is not None

    def _added(self, answer: object) -> None:
        added, problems = answer  # type: ignore[misc]
        for problem in problems[:3]:
            self.problem.emit(problem)
        if added:
            self.said.emit(msg("Pictures copied in: {count}.", count=len(added)))
        self._outside.look()

    # The files of one entry ----------------------------------------------------------------

    def rename(self) -> None:
        """Ask for a new name and give it to image and caption together."""
        if self.current is None or self._only_looking():
            return
        entry = self._session.entry(self.current)
        dialog = QInputDialog(self._window)
        self._session.closed.connect(dialog.reject)
        dialog.setWindowTitle(tr("Rename"))
        dialog.setLabelText(tr("New name, without its ending:"))
        dialog.setTextValue(entry.image.stem)
        for line in dialog.findChildren(QLineEdit):
            line.setMinimumWidth(scaled(320))  # the dialog itself is as small as its parts allow
        done, stem = dialog.exec(), dialog.textValue()
        dialog.deleteLater()
        if done and stem.strip() and stem.strip() != entry.image.stem:
            self.rename_to(self.current, stem.strip())

    def rename_to(self, number: int, stem: str) -> None:
        """Rename image and caption; what was typed is written first."""
        self._session.saving.flush([number])
        self._background.in_thread(
            Lane.SAVES,
            partial(rename_entry, self._session.entry(number), stem),
            then=lambda _: self._outside.look(),
            failed=self._failed,
        )

    def take_out(self) -> None:
        """Move image and caption to the folder's own store."""
        if self.current is not None:
            self._session.take_out([self.current])

    def show_in_folder(self, entry: int | None = None) -> None:
        """Open the desktop's file manager where the image is."""
        number = self.current if entry is None else entry
        if number is not None:
            folder = self._session.entry(number).image.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    # Links out of the dataset ---------------------------------------------------------------

    def _ask_consent(self, number: int) -> None:
        self._to_consent.append(number)
        if len(self._to_consent) == 1:
            self._ask_next_consent()

    def _ask_next_consent(self) -> None:
        """One box at a time, however many captions of a bulk change are links."""
        if not self._to_consent:
            return
        number = self._to_consent[0]
        entry = self._session.entry(number)
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("The caption of {name} is a link out of the dataset.", name=entry.name))
        box.setInformativeText(tr("Write to {file}?", file=str(entry.leads_to)))
        box.addButton(tr("Do not write"), QMessageBox.ButtonRole.RejectRole)
        yes = box.addButton(tr("Write there"), QMessageBox.ButtonRole.AcceptRole)
        box.finished.connect(lambda _: self._consent_said(number, box, yes))
        box.open()

    def _consent_said(self, number: int, box: QMessageBox, yes: QAbstractButton) -> None:
        box.deleteLater()
        if self._to_consent[:1] != [number]:
            return  # the folder was closed meanwhile
        del self._to_consent[0]
        if box.clickedButton() is yes:
            self._session.saving.consent(number)
        self._ask_next_consent()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, ProofError):
            self.problem.emit(error)
            return
        message: Message = msg("{error}", error=str(error))
        self.said.emit(message)
