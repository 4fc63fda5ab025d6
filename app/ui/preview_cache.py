"""The previews looked at last and those about to be looked at, within a bound of memory."""

from collections import OrderedDict

from PySide6.QtGui import QImage

MOST_BYTES = 96 << 20
"""Of all together; a preview that takes more than a third of it is not kept."""


class PreviewCache:
    """By entry and by the box it was asked to fit into, in device pixels."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._most = most_bytes
        self._images: OrderedDict[tuple[int, int, int], QImage] = OrderedDict()
        self._bytes = 0

    def get(self, entry: int, width: int, height: int) -> QImage | None:
        """The preview, or None where it is not kept."""
        key = (entry, width, height)
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def put(self, entry: int, width: int, height: int, image: QImage) -> None:
        """Keep a preview; the oldest go."""
        size = image.sizeInBytes()
        if size > self._most // 3:
            return
        self._remove((entry, width, height))
        self._images[entry, width, height] = image
        self._bytes += size
        while self._bytes > self._most:
            self._remove(next(iter(self._images)))

    def drop(self, entry: int) -> None:
        """The file of the entry changed."""
        for key in [key for key in self._images if key[0] == entry]:
            self._remove(key)

    def clear(self) -> None:
        """Forget everything."""
        self._images.clear()
        self._bytes = 0

    def _remove(self, key: tuple[int, int, int]) -> None:
        image = self._images.pop(key, None)
        if image is not None:
            self._bytes -= image.sizeInBytes()
