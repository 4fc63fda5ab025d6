"""The thumbnails seen last, scaled to what is shown, within a bound of memory."""

from collections import OrderedDict

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

KEPT = 300
"""Several screens; the others come back from the disk cache."""


class Thumbnails:
    """By entry: the picture as it was read, and the pixmap that a view painted of it last."""

    def __init__(self) -> None:
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._scaled: dict[int, dict[int, QPixmap]] = {}

    def __contains__(self, entry: int) -> bool:
        return entry in self._images

    def put(self, entry: int, image: QImage) -> None:
        """Keep a picture; the one not looked at for the longest time goes."""
        self.drop(entry)
        self._images[entry] = image
        if len(self._images) > KEPT:
            self.drop(next(iter(self._images)))

    def get(self, entry: int, side: int, ratio: float) -> QPixmap | None:
        """The picture fitting in side x side logical pixels; None where it is not kept."""
        image = self._images.get(entry)
        if image is None:
            return None
        self._images.move_to_end(entry)
        pixels = round(side * ratio)
        made = self._scaled.setdefault(entry, {})
        pixmap = made.get(pixels)
        if pixmap is None:
            pixmap = made[pixels] = _fitting(image, pixels)
            pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def drop(self, entry: int) -> None:
        """The file of the entry changed."""
        self._images.pop(entry, None)
        self._scaled.pop(entry, None)

    def clear(self) -> None:
        """Forget everything."""
        self._images.clear()
        self._scaled.clear()


def _fitting(image: QImage, pixels: int) -> QPixmap:
    if max(image.width(), image.height()) > pixels:
        keep = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(QSize(pixels, pixels), keep, smooth)
    return QPixmap.fromImage(image)
