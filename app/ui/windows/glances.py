"""Glances at the folders of the first page: taken in worker processes, shown when they arrive."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.images.glance import Glance, glance
from app.messages import Message
from app.paths import cache_folder, resources
from app.ui.background import Background
from app.ui.pictures import SIDE
from app.ui.widgets.first_start import FirstStart
from app.ui.widgets.recent_row import PICTURE_SIDE

MOST_SECONDS = 8.0
"""A folder on a sleeping network drive is not waited for any longer."""


class Glances(QObject):
    """Answers what the first page asks. Only the sample's own pictures are ever decoded."""

    def __init__(self, background: Background, page: FirstStart) -> None:
        super().__init__(page)
        self._background = background
        self._page = page
        page.glance_wanted.connect(self._ask)
        page.ask_for_glances()

    def _ask(self, folder: Path) -> None:
        ratio = self._page.devicePixelRatioF()
        self._background.in_process(
            ("glance", folder),
            partial(glance, decode=folder == resources() / "sample"),
            folder,
            (round(SIDE * ratio), round(PICTURE_SIDE * ratio)),
            cache_folder(),
            then=partial(self._seen, folder),
            failed=partial(self._not_seen, folder),
            seconds=MOST_SECONDS,
        )

    def _seen(self, folder: Path, value: object) -> None:
        if isinstance(value, Glance):
            self._page.show_glance(folder, value)

    def _not_seen(self, folder: Path, reason: Message) -> None:
        del reason  # the row says what it knows without a glance
        self._page.show_glance(folder, Glance(there=True))
