"""Second opinions on the picture that is looked at, where the person named a model for them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.images.zero_shot import SecondOpinion
from app.messages import Message
from app.review.second_opinion import EncoderFiles, second_opinions
from app.settings import Settings
from app.ui.background import Background
from app.ui.kept import Kept

KEPT = 500
SECONDS = 60.0
"""A large model takes its time to be read."""

Answer = tuple[SecondOpinion, ...] | Message


class SecondOpinions(QObject):
    """Asked one picture at a time, and remembered while the pictures and the model stay."""

    ready = Signal(int, object)
    """Entry id, and what the model says or why it says nothing."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._files: EncoderFiles | None = None
        self._known = Kept[tuple[Path, str | None], Answer](KEPT)

    def heed(self, settings: Settings) -> None:
        """Another model, or none."""
        files = EncoderFiles.of(settings)
        if files != self._files:
            self._files = files
            self._known.clear()

    def ask(self, entry: int, image: Path, digest: str | None) -> None:
        """Ask about the picture with these bytes; silent where no model is named."""
        if self._files is None:
            return
        key = (image, digest)
        known = self._known.get(key)
        if known is not None:
            self.ready.emit(entry, known)
            return
        answered = partial(self._answered, entry, key, self._files)
        self._background.in_process(
            "second opinion",  # walking on, the picture left behind is not waited for
            second_opinions,
            image,
            self._files,
            then=answered,
            failed=answered,
            seconds=SECONDS,
            first=True,
        )

    def _answered(
        self, entry: int, key: tuple[Path, str | None], files: EncoderFiles, answer: object
    ) -> None:
        if files != self._files or not isinstance(answer, tuple | Message):
            return
        self._known.keep(key, answer)
        self.ready.emit(entry, answer)
