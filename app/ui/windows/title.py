"""What the window and its bar call the folder that is open, wherever it is now."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.ui.session import Session
from app.ui.widgets.header import Header

NAME = "Proofsheet"


class WindowTitle(QObject):
    """Follows the session: a folder that was found again elsewhere has another name."""

    def __init__(self, session: Session, header: Header, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._header = header
        self._window = window
        for signal in (session.opened, session.closed, session.rows_changed):
            signal.connect(self._show)
        self._show()

    def _show(self) -> None:
        dataset = self._session.dataset
        if dataset is None:
            self._window.setWindowTitle(NAME)
        else:
            self._window.setWindowTitle(f"{dataset.root.name} – {NAME}")
            self._header.show_dataset(dataset.root.name)
