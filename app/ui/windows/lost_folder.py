"""The opened folder was renamed or unmounted: writing stops, and the person can find it again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from app.dataset.entry import Dataset
from app.dataset.relocation import carry_state, check_found, ground_again, relocate
from app.disk import Ground, ground_of
from app.errors import ProofError
from app.messages import msg
from app.ui.background import Background, Lane
from app.ui.outside import Outside
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Pictogram, Type

CHECK_MS = 2_000
"""No watcher tells of a folder that is renamed itself."""


class LostBar(QWidget):
    """Says what happened, for as long as it is so."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = Label(Type.SMALL, parent=self, wrap=True)
        self.again = KeyedButton("", "", self, filled=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(Pictogram("warning", "warning", self, size=16))
        row.addWidget(self._label, 1)
        row.addWidget(self.again)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Highlight)
        self.hide()

    def say(self, folder: Path) -> None:
        """The folder is not where it was."""
        self._label.setText(
            tr(
                "{folder} is not there any more: renamed, moved or unmounted. Nothing is written. "
                "What you typed is kept.",
                folder=str(folder),
            )
        )
        self.again.set_words(tr("Find it again…"))
        self.setAccessibleName(self._label.text())
        self.show()


class LostFolder(QObject):
    """Looks every two seconds, in a thread, whether the folder is still the one that was opened."""

    problem = Signal(object)
    """ProofError."""
    said = Signal(object)
    """Message."""

    def __init__(
        self, session: Session, background: Background, outside: Outside, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._background = background
        self._outside = outside
        self._window = window
        self._asking = False
        self.lost = False
        self.bar = LostBar(window)
        self.bar.again.clicked.connect(self._ask)
        self._tick = QTimer(self, interval=CHECK_MS)
        self._tick.timeout.connect(self.check)
        session.opened.connect(self._opened)
        session.closed.connect(self._closed)
        outside.lost.connect(lambda _: self.check())

    def _opened(self) -> None:
        self._set_lost(lost=False)
        self._tick.start()

    def _closed(self) -> None:
        self._tick.stop()
        self._set_lost(lost=False)

    def check(self) -> None:
        """Look once."""
        dataset = self._session.dataset
        if dataset is None or self._asking:
            return
        self._asking = True
        self._background.in_thread(
            Lane.SAVES,
            partial(ground_again, dataset.snapshot()),
            then=partial(self._checked, dataset),
            failed=lambda _: self._checked(dataset, None),
        )

    def _checked(self, dataset: Dataset, ground: object) -> None:
        self._asking = False
        if self._session.dataset is not dataset or self.lost is (ground is None):
            return
        if isinstance(ground, Ground):
            dataset.ground = ground
        self._set_lost(lost=ground is None)
        if not self.lost:
            self._outside.look()

    def _set_lost(self, *, lost: bool) -> None:
        self.lost = lost
        dataset = self._session.dataset
        self._outside.paused = lost
        reason = msg("the folder is not there; your text is kept") if lost else None
        self._session.saving.pause(reason)
        self._session.keeping.paused = lost
        if lost and dataset is not None:
            self._session.history.flush()
            self.bar.say(dataset.root)
        else:
            self.bar.hide()

    def _ask(self) -> None:
        dataset = self._session.dataset
        if dataset is not None:
            start = str(dataset.root.parent)
            chosen = QFileDialog.getExistingDirectory(self._window, tr("Find it again…"), start)
            if chosen:
                self.found(Path(chosen))

    def found(self, root: Path) -> None:
        """The person says that the folder is here now."""
        dataset = self._session.dataset
        if dataset is not None:
            self._background.in_thread(
                Lane.SAVES,
                partial(_take_over, dataset.snapshot(), root),
                then=partial(self._attach, dataset, root),  # type: ignore[arg-type]
                failed=self._refused,
            )

    def _attach(self, dataset: Dataset, root: Path, ground: Ground | None) -> None:
        if self._session.dataset is not dataset:
            return
        relocate(dataset, root, ground)
        self._outside.watch()
        self._set_lost(lost=False)
        self._session.rows_changed.emit()
        self.said.emit(msg("Found again: {folder}.", folder=str(root)))
        self._outside.look()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, ProofError):
            error = ProofError(msg("{error}", error=str(error)))
        self.problem.emit(error)


def _take_over(dataset: Dataset, root: Path) -> Ground | None:
    check_found(dataset, root)
    carry_state(dataset, root)
    return ground_of(root)
