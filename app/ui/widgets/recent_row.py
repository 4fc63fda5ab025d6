"""One folder of the first page: three of its pictures, its name, and how much is in it."""

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from app.images.glance import PICTURES, Glance
from app.ui.icons import paint_icon
from app.ui.pictures import as_image
from app.ui.scheme import Scheme, current_scheme, scaled
from app.ui.text import tr, trn
from app.ui.widgets.words import paint_words

PICTURE_SIDE = 56
_GAP = 2
_SIDE = 16


class RecentRow(QPushButton):
    """A button as wide as its card. What is not known yet stays empty; nothing moves later."""

    def __init__(
        self, folder: Path, title: str, parent: QWidget, *, there: bool = True, note: str = ""
    ) -> None:
        super().__init__(parent)
        self._note = note
        self.folder = folder
        self._title = title
        self._glance = Glance(there=there)
        self._pictures: list[QImage] = []
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(str(folder))
        self._name()

    @property
    def there(self) -> bool:
        """The folder can be opened, as far as is known."""
        return self._glance.there

    def show_glance(self, glance: Glance) -> None:
        """What was seen of the folder."""
        self._glance = glance
        self._pictures = [as_image(pixels) for pixels in glance.pictures]
        self._name()
        self.update()

    def _lines(self) -> tuple[str, str]:
        if not self._glance.there:
            return tr("The folder is not there now."), tr("Find it…")
        counts = ""
        if self._glance.images:
            counts = tr(
                "{concepts}, {images}",
                concepts=trn("%n concepts", self._glance.concepts),
                images=trn("%n images", self._glance.images),
            )
        return counts, self._note or str(self.folder.parent)

    def _name(self) -> None:
        self.setAccessibleName(", ".join(part for part in (self._title, *self._lines()) if part))

    def sizeHint(self) -> QSize:
        """The pictures with their margins."""
        return QSize(scaled(400), scaled(PICTURE_SIDE + 2 * _SIDE))

    def minimumSizeHint(self) -> QSize:
        """Words are cut before pictures are."""
        return QSize(scaled(280), scaled(PICTURE_SIDE + 2 * _SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures at the left; name, counts and place beside them."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter, scheme = QPainter(self), current_scheme()
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        side, gap = scaled(PICTURE_SIDE), scaled(_GAP)
        strip = QRect(scaled(_SIDE), scaled(_SIDE), PICTURES * side + (PICTURES - 1) * gap, side)
        if self._glance.there:
            for number in range(PICTURES):
                place = QRect(strip.left() + number * (side + gap), strip.top(), side, side)
                self._paint_picture(painter, place, number, scheme)
        else:
            _paint_lost(painter, strip, scheme)
        left = strip.right() + 1 + scaled(_SIDE)
        width = self.width() - left - scaled(_SIDE)
        counts, place = self._lines()
        ink = scheme.text if self._glance.there else scheme.text2
        top = strip.top() + (0 if place else scaled(8))
        for words, size, weight, colour in (
            (self._title, 13, 600, ink),
            (counts, 12, 400, scheme.text2),
            (place, 12, 400, scheme.text2),
        ):
            room = QRect(left, top, width, scaled(20))
            cut = Qt.TextElideMode.ElideMiddle
            paint_words(painter, words, room, colour, size, weight, cut=cut)
            top += scaled(20 if size == 13 else 18)
        painter.end()

    def _paint_picture(self, painter: QPainter, place: QRect, number: int, scheme: Scheme) -> None:
        painter.fillRect(place, QColor(scheme.mat))
        if number >= len(self._pictures):
            return
        image = self._pictures[number]
        size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(place.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)


def _paint_lost(painter: QPainter, room: QRect, scheme: Scheme) -> None:
    """A dashed place where the pictures would be."""
    painter.setPen(QPen(QColor(scheme.line2), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5))
    size = scaled(16)
    x = room.left() + (room.width() - size) / 2
    paint_icon(painter, "folder", scheme.text2, x, room.top() + (room.height() - size) / 2, size)
