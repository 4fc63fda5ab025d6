"""An export under way: its thread, its progress as a number to look at, and its cancel."""

import threading
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import ProofError
from app.export.pictures import ExportCancelledError
from app.export.planned import ExportPlan
from app.export.writer import Written, write
from app.messages import Message, msg
from app.ui.background import Background, Lane

LOOK_MS = 80


class ExportJob(QObject):
    """Runs one `write`. Progress crosses the thread as two numbers that a timer reads."""

    progressed = Signal(int, int)
    """Done, of how many."""
    finished = Signal(object)
    """Written."""
    failed = Signal(object, object)
    """Message, Message: what happened, and why with the way out."""
    cancelled = Signal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._stop = threading.Event()
        self._done = (0, 1)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._tell)

    def start(self, plan: ExportPlan) -> None:
        """Write the plan; answers by one of the signals."""
        self._stop.clear()
        self._look.start()
        job = partial(write, plan, self._note, self._stop.is_set)
        self._background.in_thread(Lane.BULK, job, then=self._ended, failed=self._failed)

    def cancel(self) -> None:
        """Stop at the next file; what was begun is taken back."""
        self._stop.set()

    @property
    def running(self) -> bool:
        """It has not answered yet."""
        return self._look.isActive()

    def _note(self, done: int, total: int) -> None:
        self._done = (done, total)

    def _tell(self) -> None:
        self.progressed.emit(*self._done)

    def _ended(self, answer: object) -> None:
        assert isinstance(answer, Written)
        self._look.stop()
        self.finished.emit(answer)

    def _failed(self, error: Exception) -> None:
        self._look.stop()
        if isinstance(error, ExportCancelledError):
            self.cancelled.emit()
        elif isinstance(error, ProofError):
            self.failed.emit(error.title, error.detail)
        else:
            detail: Message = msg("{error}", error=str(error))
            self.failed.emit(msg("The export was not written."), detail)
