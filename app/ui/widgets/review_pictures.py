"""The picture under review, with a neighbour beside it if wanted; the next ones are read ahead."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.messages import Message
from app.ui.models.picture_over import Overlay, over_of
from app.ui.pictures import SIDE
from app.ui.session import Session
from app.ui.text import say
from app.ui.widgets.picture import Picture

MAT = 24
"""Pixels of mat about a picture: nothing else is looked at meanwhile."""
RESIZE_MS = 120


class ReviewPictures(QWidget):
    """As large as there is room; the small picture stands in until the large one is read."""

    def __init__(
        self,
        session: Session,
        ahead: Callable[[], Iterable[int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ahead = ahead
        self._shown: int | None = None
        self._other: int | None = None
        self._resized = QTimer(self, singleShot=True, interval=RESIZE_MS)
        self._resized.timeout.connect(self._ask)
        self.picture, self.beside = Picture(self, margin=MAT), Picture(self, margin=MAT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for picture in (self.picture, self.beside):
            picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            picture.set_shown(frozenset())
            row.addWidget(picture, 1)
        self.beside.hide()
        self.picture.needs_pixels.connect(self._ask_full_picture)
        session.pictures.preview_ready.connect(self._show_preview)
        session.choices_changed.connect(self.refresh_over)

    def show_entry(self, number: int) -> None:
        """Show an entry's picture, at once where it was looked ahead."""
        self._shown = number
        self.put_beside(None)
        self.picture.clear()
        self.refresh_over()
        self._show_small(self.picture, number)
        self._ask()

    def put_beside(self, number: int | None) -> None:
        """Show another entry's picture beside, or none."""
        if number == self._other:
            return
        self._other = number
        self.beside.clear()
        self.beside.setVisible(number is not None)
        if number is not None:
            self._show_small(self.beside, number)
        self._resized.start()

    def measured(self) -> None:
        """The picture's size is known now."""
        self.refresh_over()
        self._ask()

    def toggle_zoom(self) -> None:
        """Between the whole picture and 100 %."""
        if abs(self.picture.scale() - 1) < 1e-6:
            self.picture.fit()
        else:
            self.picture.actual_size()

    def toggle_crop(self) -> None:
        """Draw what the trainer keeps, or not."""
        self.picture.toggle(Overlay.CUT)

    def refresh_over(self) -> None:
        """What is known now lies over the picture."""
        dataset = self._session.dataset
        if dataset is not None and self._shown is not None:
            evidence = dataset.evidence_of(self._shown)
            self.picture.show_over(over_of(evidence, dataset.choices))

    def sizeHint(self) -> QSize:
        """It takes what it gets."""
        return QSize(640, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size wants other pixels."""
        super().resizeEvent(event)
        self._resized.start()

    def _box(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        width, height = self.picture.width() - 2 * MAT, self.picture.height() - 2 * MAT
        return max(round(width * ratio), 1), max(round(height * ratio), 1)

    def _size_of(self, number: int) -> tuple[int, int] | None:
        dataset = self._session.dataset
        return None if dataset is None else dataset.evidence_of(number).upright_size

    def _show_small(self, picture: Picture, number: int) -> None:
        small = self._session.pictures.thumbnail(number, SIDE, self.devicePixelRatioF())
        size = self._size_of(number)
        if small is not None and size is not None:
            picture.show_image(small.toImage(), *size)

    def _ask(self) -> None:
        if self._shown is None or self._session.dataset is None or not self.isVisible():
            return
        self._session.pictures.ask_preview(self._shown, *self._box())
        if self._other is not None:
            self._session.pictures.ask_preview(self._other, *self._box())

    def _show_preview(self, number: int, answer: object) -> None:
        if number not in (self._shown, self._other) or not self.isVisible():
            return
        picture = self.picture if number == self._shown else self.beside
        if isinstance(answer, QImage):
            width, height = self._size_of(number) or (answer.width(), answer.height())
            picture.show_image(answer, width, height)
        elif isinstance(answer, Message):
            picture.show_reason(say(answer))
        if number == self._shown:
            self._session.pictures.look_ahead(self._ahead(), *self._box())

    def _ask_full_picture(self) -> None:
        if self._shown is None or not self.isVisible() or self.picture.sharp:
            return
        size = self._size_of(self._shown)
        if size is not None and self.picture.scale() * size[0] > self._box()[0] + 1:
            self.picture.sharp = True
            self._session.pictures.ask_preview(self._shown, *size)
