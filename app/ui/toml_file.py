"""data.toml of the open dataset: read in a thread, compared, written when the person says so."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.dataset.entry import Dataset
from app.disk import FileChanged, Stamp, read_regular, stamp_of
from app.durable import write_bytes
from app.errors import ProofError
from app.export.data_toml import FILE_NAME, difference, explain, launch_line, merge, render
from app.export.toml_difference import Line
from app.export.toml_read import Problem
from app.export.toml_remarks import remarks
from app.export.train_path import below, form_of, here
from app.messages import Message, msg
from app.ui.background import Background, Lane
from app.ui.session import Session

LARGEST = 1 << 20
SETTLE_MS = 250


class TomlFile(QObject):
    """What would be written, what is there, and the difference."""

    shown = Signal()
    """`lines`, `notes`, `launch`, `problem` and `problems` are new."""
    written = Signal()
    failed = Signal(object)
    """Message: it could not be written."""

    def __init__(
        self, session: Session, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._root: Path | None = None
        """The dataset that `_text` was made for."""
        self._text = ""
        self._stamp: Stamp | None = None
        self.exists = False
        self.lines: tuple[Line, ...] = ()
        self.notes: tuple[Message, ...] = ()
        self.launch = ""
        self.problem: Message | None = None
        """Why there is nothing to write."""
        self.problems: tuple[Problem, ...] = ()
        """Why the trainer would refuse the file on disk, or misread it."""
        self._timer = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._timer.timeout.connect(self.refresh)
        session.opened.connect(self._timer.start)
        session.choices_changed.connect(self._timer.start)
        session.rows_changed.connect(self._timer.start)

    def refresh(self) -> None:
        """Read the file again and compare."""
        dataset = self._session.dataset
        if dataset is None:
            return
        path = dataset.root / FILE_NAME
        self._background.in_thread(
            Lane.SAVES,
            partial(_compared, path, dataset.snapshot()),
            then=partial(self._show, dataset),
            failed=self._unreadable,
        )

    def write(self) -> None:
        """Write what is shown; refused where the file changed since it was read."""
        dataset = self._session.dataset
        if dataset is None or self.problem is not None or self._root != dataset.root:
            return
        job = partial(
            write_bytes,
            dataset.root / FILE_NAME,
            self._text.encode("utf-8"),
            expected=self._stamp,
            ground=dataset.ground,
        )
        self._background.in_thread(
            Lane.SAVES, job, then=self._was_written, failed=self._not_written
        )

    def _show(self, dataset: Dataset, answer: object) -> None:
        if self._session.dataset is not dataset:
            return
        assert isinstance(answer, _Compared)
        self._root = dataset.root
        self._text, self._stamp = answer.text, answer.stamp
        self.exists = answer.stamp is not None
        self.problem, self.problems = None, answer.problems
        self.lines, self.notes, self.launch = answer.lines, answer.notes, answer.launch
        self.shown.emit()

    def _unreadable(self, error: Exception) -> None:
        self.problem = (
            error.title
            if isinstance(error, ProofError)
            else msg("data.toml cannot be read: {reason}", reason=str(error))
        )
        self.shown.emit()

    def _was_written(self, _: object) -> None:
        self.written.emit()
        self.refresh()

    def _not_written(self, error: Exception) -> None:
        if isinstance(error, FileChanged):
            self.failed.emit(
                msg("data.toml was changed by another program. The panel shows it as it is now.")
            )
            self.refresh()
            return
        reason = str(error)
        self.failed.emit(msg("data.toml was not written: {reason}", reason=reason))


@dataclass(frozen=True, slots=True)
class _Compared:
    text: str
    stamp: Stamp | None
    lines: tuple[Line, ...]
    notes: tuple[Message, ...]
    problems: tuple[Problem, ...]
    launch: str


def _compared(path: Path, dataset: Dataset) -> _Compared:
    """Everything the panel shows. Raises ProofError where there is nothing to write."""
    choices = dataset.choices
    old, stamp = _read(path)
    problems: tuple[Problem, ...] = ()
    notes: tuple[Message, ...] = ()
    if stamp is None:
        text = render(dataset, choices)
    else:
        merged = merge(old, dataset, choices)
        text, notes, problems = merged.text, merged.notes, explain(old)
    root = choices.train_path or here(dataset.root)
    launch = launch_line(choices, below(root, (FILE_NAME,), form_of(root, choices.path_form)))
    return _Compared(
        text=text,
        stamp=stamp,
        lines=difference(old, text),
        notes=(*notes, *remarks(dataset)),
        problems=problems,
        launch=launch,
    )


def _read(path: Path) -> tuple[str, Stamp | None]:
    """The text with its stamp; no stamp where there is no file."""
    try:
        data, info = read_regular(path, LARGEST)
    except FileNotFoundError:
        return "", None
    try:
        return data.decode("utf-8"), stamp_of(data, info)
    except UnicodeDecodeError as error:
        raise ProofError(
            msg("data.toml is not UTF-8, and the trainer would refuse it. Save it as UTF-8.")
        ) from error
