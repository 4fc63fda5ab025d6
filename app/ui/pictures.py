"""Thumbnails and evidence: asked of worker processes, visible rows first, kept within bounds."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from app.dataset.entry import Dataset
from app.images.evidence import Evidence
from app.images.reader import Pixels, examine, preview
from app.messages import Message
from app.paths import cache_folder
from app.ui.background import Background
from app.ui.preview_cache import PreviewCache

SIDE = 208
"""Longest side of the largest thumbnail step, in pixels at 1x."""
KEPT = 400
"""Thumbnails in memory: several screens; the others come back from the disk cache."""
TOLD_AT_ONCE = 4
"""Entries whose evidence is handed on between two events."""


class Pictures(QObject):
    """The pictures of the open dataset, as the GUI thread has them."""

    thumbnail_ready = Signal(int)
    measured = Signal(object)
    """Evidence by entry id: a few entries at a time."""
    preview_ready = Signal(int, object)
    """Entry id, QImage or Message (why there is none)."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._dataset: Dataset | None = None
        self._images: OrderedDict[int, QImage] = OrderedDict()
        self._scaled: dict[tuple[int, int], QPixmap] = {}
        self._asked: set[int] = set()
        self._measured: set[int] = set()
        self._fresh: dict[int, Evidence] = {}
        self._tell = QTimer(self, interval=0)
        self._tell.timeout.connect(self._tell_some)
        self._previews = PreviewCache()
        self._reading: dict[tuple[str, int, int, int], bool] = {}
        """Previews under way, and whether somebody waits for them."""
        self._side = SIDE
        self.look_for_faces = True
        """Off: nothing is said of faces, whatever the cache knows."""

    @property
    def busy(self) -> bool:
        """Evidence is there that nobody was told of yet."""
        return bool(self._fresh)

    @property
    def measured_count(self) -> int:
        """Entries whose evidence is known, or known to be unreadable."""
        return len(self._measured)

    def open(self, dataset: Dataset | None) -> None:
        """Begin with a dataset (its earlier work has been forgotten), or end with None."""
        self._dataset = dataset
        self._images.clear()
        self._scaled.clear()
        self._asked.clear()
        self._measured.clear()
        self._fresh.clear()
        self._tell.stop()
        self._previews.clear()
        self._reading.clear()
        if dataset is None:
            return
        ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1)
        self._side = round(SIDE * ratio)
        for entry in dataset.present():
            self._ask(entry)

    def add(self, entries: Iterable[int]) -> None:
        """Entries that are new or whose image changed."""
        for entry in entries:
            self._images.pop(entry, None)
            self._previews.drop(entry)
            self._measured.discard(entry)
            self._asked.discard(entry)
            self._ask(entry, first=True)

    def prefer(self, entries: Iterable[int]) -> None:
        """Do these first; ask again for those whose thumbnail was dropped."""
        wanted = list(entries)
        for entry in wanted:
            if entry not in self._images and entry in self._measured:
                self._ask(entry, first=True)
        self._background.prefer(("examine", entry) for entry in wanted)

    def thumbnail(self, entry: int, side: int, ratio: float) -> QPixmap | None:
        """The picture fitting in side x side logical pixels; None until it has been read."""
        image = self._images.get(entry)
        if image is None:
            return None
        self._images.move_to_end(entry)
        key = (entry, round(side * ratio))
        pixmap = self._scaled.get(key)
        if pixmap is None:
            size = QSize(key[1], key[1])
            keep, smooth = (
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            fits = image.width() <= key[1] and image.height() <= key[1]
            pixmap = QPixmap.fromImage(image if fits else image.scaled(size, keep, smooth))
            pixmap.setDevicePixelRatio(ratio)
            if len(self._scaled) > KEPT:
                self._scaled.clear()
            self._scaled[key] = pixmap
        return pixmap

    def ask_preview(self, entry: int, width: int, height: int) -> None:
        """Read the picture itself, fitting in width x height device pixels; at once where known."""
        known = self._previews.get(entry, width, height)
        if known is not None:
            self.preview_ready.emit(entry, known)
        else:
            self._read_preview(entry, width, height, loud=True)

    def look_ahead(self, entries: Iterable[int], width: int, height: int) -> None:
        """Read these pictures quietly, so that `ask_preview` has them at once."""
        for entry in reversed(list(entries)):  # the last one asked for is read first
            if self._previews.get(entry, width, height) is None:
                self._read_preview(entry, width, height, loud=False)

    def _read_preview(self, entry: int, width: int, height: int, *, loud: bool) -> None:
        key = ("preview", entry, width, height)
        if self._dataset is None:
            return
        if key in self._reading:
            self._reading[key] |= loud
            self._background.prefer([key])
            return
        self._reading[key] = loud
        self._background.in_process(
            key,
            preview,
            self._dataset.entries[entry].image,
            width,
            height,
            then=partial(self._preview_read, key),
            failed=partial(self._preview_read, key),
            first=True,
        )

    def _ask(self, entry: int, *, first: bool = False) -> None:
        if entry in self._asked or self._dataset is None:
            return
        self._asked.add(entry)
        self._background.in_process(
            ("examine", entry),
            examine,
            self._dataset.entries[entry].image,
            self._side,
            cache_folder(),
            then=partial(self._examined, entry),
            failed=partial(self._failed, entry),
            first=first,
        )

    def _examined(self, entry: int, value: object) -> None:
        if isinstance(value, Pixels):
            self._images[entry] = as_image(value)
            self._scaled = {key: p for key, p in self._scaled.items() if key[0] != entry}
            while len(self._images) > KEPT:
                self._images.popitem(last=False)
            self.thumbnail_ready.emit(entry)
        elif isinstance(value, Evidence):
            self._asked.discard(entry)
            if not self.look_for_faces:
                value = replace(value, faces=None)
            known = None if self._dataset is None else self._dataset.evidence.get(entry)
            if entry not in self._measured or value != known:
                self._measured.add(entry)
                self._keep(entry, value)

    def _failed(self, entry: int, reason: Message) -> None:
        self._asked.discard(entry)
        self._measured.add(entry)
        self._keep(entry, Evidence(failure=reason))

    def _keep(self, entry: int, evidence: Evidence) -> None:
        # Answers come in heaps, and all of a heap would be judged before the next key is heard.
        self._fresh[entry] = evidence
        self._tell.start()

    def _tell_some(self) -> None:
        some = {entry: self._fresh.pop(entry) for entry in list(self._fresh)[:TOLD_AT_ONCE]}
        if not self._fresh:
            self._tell.stop()
        self.measured.emit(some)

    def _preview_read(self, key: tuple[str, int, int, int], value: object) -> None:
        _, entry, width, height = key
        image = as_image(value) if isinstance(value, Pixels) else value
        if isinstance(image, QImage):
            self._previews.put(entry, width, height, image)
        if self._reading.pop(key, False):
            self.preview_ready.emit(entry, image)


def as_image(pixels: Pixels) -> QImage:
    """A QImage with its own copy of the pixels: the bytes may go."""
    stride = pixels.width * 4
    image = QImage(pixels.data, pixels.width, pixels.height, stride, QImage.Format.Format_RGB32)
    return image.copy()
