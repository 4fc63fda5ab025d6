"""What the line at the bottom says of the open dataset, brought up to date once in a turn."""

from PySide6.QtCore import QObject

from app.ui.in_turn import InTurn
from app.ui.session import Session
from app.ui.text import say
from app.ui.widgets.status_line import StatusLine


class SessionStatus(QObject):
    """Tells the status line; a letter changes three things of it, which are said together."""

    def __init__(self, session: Session, status: StatusLine, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._status = status
        self._later = InTurn(self)
        self._later.timeout.connect(self._say)
        session.changed.connect(lambda _: self._later.start())
        session.dataset_findings_changed.connect(self._later.start)
        session.linting.settled.connect(self._later.start)
        session.undo_stack.undoTextChanged.connect(status.show_undo)

    def show(self) -> None:
        """Say everything now: another dataset, another language."""
        session = self._session
        if session.dataset is None or session.lint is None:
            return
        waiting = session.saving.waiting()
        reasons = (session.saving.read_only, *map(session.saving.problem, waiting))
        reason = next((one for one in reasons if one is not None), None)
        self._status.show_saving(len(waiting), say(reason) if reason is not None else "")
        there = len(session.dataset.entries) - len(session.dataset.gone)  # asked with every picture
        self._status.show_measuring(session.pictures.measured_count, there)
        if not session.linting.settling:
            self._status.show_counts(session.lint.counts())

    def _say(self) -> None:
        self._later.stop()
        self.show()
