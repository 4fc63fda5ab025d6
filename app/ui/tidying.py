"""Python's search for circular garbage, at times and in amounts that nobody notices."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 500
MOST_NEW = 20_000
"""New objects searched at once, 2 ms. More of them are a dataset being read, and stay."""
CALM_MS = 3_000
"""After letting a dataset go; then everything is searched."""


class Tidying(QObject):
    """Searches from a timer instead of in the middle of a key: with a large dataset open, one
    whole search stops the window for a quarter of a second.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._often = QTimer(self, interval=EVERY_MS)
        self._often.timeout.connect(self._search_new)
        self._often.start()
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._search_all)

    def dataset_opened(self) -> None:
        """Its many objects are no garbage."""
        self._calm.stop()

    def dataset_closed(self) -> None:
        """What it left is searched when the window has been calm for a while."""
        self._calm.start()

    def _search_new(self) -> None:
        if gc.get_count()[0] <= MOST_NEW:
            gc.collect(0)
        # What outlived one search, or came in such numbers, is not looked at again.
        gc.freeze()

    def _search_all(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
