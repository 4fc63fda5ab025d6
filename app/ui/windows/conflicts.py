"""Captions changed here and on disk: told once, shown when asked for, ended as the person says."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.dataset.entry import Caption, Cause, Dataset
from app.messages import msg
from app.ui.session import Session
from app.ui.text import tr
from app.ui.windows.conflict_dialog import ConflictDialog, Side, Versions


class Conflicts(QObject):
    """One dialog at a time; every answer goes through the session."""

    said = Signal(object)
    """Message."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.dialog: ConflictDialog | None = None
        session.saving.conflict.connect(self._tell)

    def ask(self, entry: int | None) -> None:
        """Show what both did to the caption of an entry."""
        if entry is None:
            return
        theirs = self._session.saving.theirs(entry)
        if theirs is None:
            self.said.emit(msg("Nobody else changed this caption."))
            return
        known = self._session.entry(entry)
        versions = Versions(known.caption.text or "", known.text or "", theirs)
        dialog = ConflictDialog(known.name, versions, self._window)
        dialog.finished.connect(partial(self._answered, self._session.dataset, entry, dialog))
        self.dialog = dialog
        dialog.open()

    def _answered(
        self, dataset: Dataset | None, entry: int, dialog: ConflictDialog, _result: int
    ) -> None:
        self.dialog = None
        if dialog.side is None or self._session.dataset is not dataset:
            return
        theirs = self._session.saving.theirs(entry)
        if theirs is None:
            self.said.emit(msg("The disk says again what it said before: your text is saved."))
        elif not _same(theirs, dialog.versions.theirs):
            self.said.emit(msg("The caption changed on disk once more: look again."))
            self.ask(entry)
        else:
            self._settle(entry, dialog)

    def _settle(self, entry: int, dialog: ConflictDialog) -> None:
        session = self._session
        if dialog.side is Side.THEIRS:
            session.saving.settle(entry, None)
            session.take_from_disk(entry)
            return
        session.saving.settle(entry, session.entry(entry).text or "")
        if dialog.side is Side.BOTH:
            name = session.name(entry)
            session.edit(entry, dialog.text(), Cause.MERGE, tr("merge of {name}", name=name))

    def _tell(self, entry: int) -> None:
        self.said.emit(
            msg(
                "Another program changed the caption of {name}. Nothing was overwritten;"
                " Ctrl+Shift+M compares both.",
                name=self._session.name(entry),
            )
        )


def _same(one: Caption, two: Caption) -> bool:
    return (one.state, one.text, one.stamp and one.stamp.digest) == (
        two.state,
        two.text,
        two.stamp and two.stamp.digest,
    )
