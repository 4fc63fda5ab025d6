"""Notices: one quiet line above the page that says what happened, until it is read."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.errors import ProofError
from app.messages import Message
from app.ui.icons import icon
from app.ui.text import say, tr
from app.ui.widgets.labels import Label, Type

SHOWN_MS = 8_000
"""What was done is told for so long; what a person must know stays until they close it."""
MOST = 3


class NoticeBar(QWidget):
    """The latest notice, with those before it in the same line's tool tip."""

    given_up = Signal()
    """The person closed what said how far something is: it is not to go on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[str, bool] = {}
        """The oldest first, each with whether it stays."""
        self._followed = ""
        """How far something is."""
        self._label = Label(Type.SMALL, parent=self, wrap=True)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self._close_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._label, 1)
        row.addWidget(self._close)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Highlight)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._forget)
        self.hide()

    def tell(self, message: Message) -> None:
        """Show for a while what was done."""
        self._show(say(message), stays=False)
        self._timer.start()

    def say(self, message: Message) -> None:
        """Show what a person must know, until it is closed."""
        self._show(say(message), stays=True)

    def follow(self, message: Message | None) -> None:
        """Show how far something is in place of how far it was; None: it is done."""
        if self._followed:
            self._texts.pop(self._followed, None)
            self._followed = ""
        if message is not None:
            self._followed = say(message)
            self._show(self._followed, stays=True)
        else:
            self._show_texts()

    def say_problem(self, error: ProofError) -> None:
        """Show what went wrong and the way out, until it is closed."""
        parts = (say(error.title), say(error.detail))
        self._show(" ".join(part for part in parts if part), stays=True)

    def text(self) -> str:
        """What is shown now."""
        return "\n".join(self._texts)

    def clear(self) -> None:
        """Nothing to say."""
        self._texts.clear()
        self._followed = ""
        self.hide()

    def _close_clicked(self) -> None:
        if self._follows:
            self.follow(None)  # what else is said was not meant
            self.given_up.emit()
        else:
            self.clear()

    @property
    def _follows(self) -> bool:
        return self._followed in self._texts

    def _forget(self) -> None:
        self._texts = {text: stays for text, stays in self._texts.items() if stays}
        self._show_texts()

    def _show_texts(self) -> None:
        self._label.setText(self.text())
        words = tr("Cancel") if self._follows else tr("Close")
        self._close.setToolTip(words)
        self._close.setAccessibleName(words)
        self.setVisible(bool(self._texts))

    def _show(self, text: str, *, stays: bool) -> None:
        self._texts.pop(text, None)
        self._texts = dict([*self._texts.items(), (text, stays)][-MOST:])
        self._close.setIcon(icon("close"))
        self.setAccessibleName(text)
        self._show_texts()
