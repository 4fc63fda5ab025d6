"""What stands in the sheet's place when it has no rows: why, and the way out."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QVBoxLayout, QWidget

from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type


class NothingHere(QWidget):
    """Lies over an empty view; hidden as long as the view has rows."""

    clear_wanted = Signal()
    """Take the filter away."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._viewport = view.viewport()
        self._filtered = False
        self._title = Label(Type.HEADING, parent=self)
        self._text = Label(Type.QUIET, parent=self)
        self.clear = KeyedButton("", "", self)
        self.clear.clicked.connect(self.clear_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(scaled(8))
        column.addStretch(2)
        for widget in (self._title, self._text, self.clear):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._viewport.installEventFilter(self)
        self.hide()

    def tell(self, *, empty: bool, filtered: bool) -> None:
        """Say whether there are rows, and whether a filter stands in their way."""
        self._filtered = filtered
        self.retranslate()
        self.clear.setVisible(filtered)
        self.setVisible(empty)
        self._cover()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        if self._filtered:
            self._title.setText(tr("No entry fits the filter"))
            self._text.setText(tr("Nothing is gone: the filter only hides what does not fit."))
        else:
            self._title.setText(tr("No pictures in this folder"))
            self._text.setText(tr("Drop pictures here; a .txt of the same name is the caption."))
        self.clear.set_words(tr("Clear the filter"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the view."""
        # The type first: at the end of the window the view is gone before we are.
        if event.type() is QEvent.Type.Resize and watched is self._viewport:
            self._cover()
        return super().eventFilter(watched, event)

    def _cover(self) -> None:
        self.setGeometry(self._viewport.geometry())
        self.raise_()
