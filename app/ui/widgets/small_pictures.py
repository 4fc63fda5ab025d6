"""Small pictures in lists: painted square or whole, and asked for only where they can be seen."""

from PySide6.QtCore import QObject, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from app.ui.aspects import Aspect, Changed
from app.ui.scheme import Scheme
from app.ui.session import Session

ASK_MS = 30
WIDER = 1.5
"""A square is cut out of a thumbnail that is so much longer, so that it stays sharp."""


class SmallPictures(QObject):
    """Gives thumbnails while painting; what is missing is asked for together, visible first."""

    arrived = Signal()
    """Some of those that were painted are there now, or look otherwise."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._missing: dict[int, None] = {}
        self._asked: set[int] = set()
        self._painted: set[int] = set()
        """Those that were wanted since they last came."""
        self._ask = QTimer(self, singleShot=True, interval=ASK_MS)
        self._ask.timeout.connect(self._ask_now)
        self._tell = QTimer(self, singleShot=True, interval=ASK_MS)
        self._tell.timeout.connect(self.arrived)
        session.changed.connect(self._changed)
        session.closed.connect(self._forget)

    def pixmap(self, entry: int, side: int, ratio: float) -> QPixmap | None:
        """The picture fitting in side x side; None until it has been read."""
        self._painted.add(entry)
        found = self._session.pictures.thumbnail(entry, side, ratio)
        if found is None and entry not in self._asked:
            self._missing[entry] = None
            self._ask.start()
        return found

    def paint_square(
        self, painter: QPainter, entry: int, room: QRect, scheme: Scheme, frame: str = ""
    ) -> None:
        """The middle of the picture in a square, with a frame in a token of the scheme."""
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.pixmap(entry, round(room.width() * WIDER), ratio)
        if pixmap is None:
            painter.fillRect(room, QColor(scheme.mat))
        else:
            side = min(pixmap.width(), pixmap.height())
            left, top = (pixmap.width() - side) // 2, (pixmap.height() - side) // 2
            painter.drawPixmap(room, pixmap, QRect(left, top, side, side))
        if frame:
            painter.setPen(QPen(scheme.colour(frame), 2))
            painter.drawRect(QRectF(room).adjusted(1, 1, -1, -1))

    def _ask_now(self) -> None:
        if self._session.dataset is None:
            return
        self._asked.update(self._missing)
        self._session.prefer(list(self._missing))
        self._missing.clear()

    def _changed(self, change: Changed) -> None:
        if Aspect.THUMBNAIL in change.aspects:
            # It may be dropped again from memory, and is then asked for again.
            self._asked -= change.entries
            if not self._painted.isdisjoint(change.entries):
                self._painted -= change.entries
                self._tell.start()

    def _forget(self) -> None:
        self._missing.clear()
        self._asked.clear()
        self._painted.clear()
