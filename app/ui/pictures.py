"""Thumbnails and evidence: asked of worker processes, visible rows first, kept within bounds."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from app.dataset.entry import Dataset
from app.images.evidence import Evidence
from app.images.faces import why_unavailable
from app.images.pixels import Pixels
from app.images.reader import preview, tiles_of
from app.messages import Message
from app.ui.background import Background
from app.ui.in_turn import InTurn
from app.ui.measuring import Measuring
from app.ui.preview_cache import PreviewCache
from app.ui.second_opinions import SecondOpinions
from app.ui.slices import turns
from app.ui.thumbnails import Thumbnails

SIDE = 208
"""Longest side of the largest thumbnail step, in pixels at 1x."""
TOLD_TOGETHER = 8
"""Entries whose evidence is handed on in one signal."""
GATHERED_MS = 300
"""What is measured in this time is handed on together: each time findings are worked out, rows are
painted and counts shown anew, and workers finish twenty pictures in a second.
"""


class Pictures(QObject):
    """The pictures of the open dataset, as the GUI thread has them."""

    thumbnail_ready = Signal(int)
    measured = Signal(object)
    """Evidence by entry id: a few entries at a time."""
    preview_ready = Signal(int, object)
    """Entry id, QImage or Message (why there is none)."""
    hindered = Signal(object)
    """Message: why faces cannot be looked for. Said once."""
    tiles_ready = Signal(int, object)
    """Entry id, the sharpness of its Tiles or Message (why there is none)."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._dataset: Dataset | None = None
        self._thumbnails = Thumbnails()
        self._measuring = Measuring(background, self._show, self._learn)
        self._measured: set[int] = set()
        self._fresh: dict[int, Evidence] = {}
        self._gathering = QTimer(self, singleShot=True, interval=GATHERED_MS)
        self._tell = InTurn(self)
        self._gathering.timeout.connect(self._tell.start)
        self._tell.timeout.connect(self._tell_some)
        self._previews = PreviewCache()
        self.opinions = SecondOpinions(background, self)
        self._reading: dict[tuple[str, int, int, int], bool] = {}
        """Previews under way, and whether somebody waits for them."""
        self._asked_why = False
        self._faces_wanted = True

    def look_for_faces(self, wanted: bool) -> None:
        """Off: nothing is said of faces, whatever the cache knows, and at once."""
        if wanted != self._faces_wanted:
            self._faces_wanted = wanted
            self._measuring.recall_again()

    @property
    def busy(self) -> bool:
        """Pictures wait, or evidence is there that nobody was told of yet."""
        return bool(self._fresh) or self._measuring.busy

    @property
    def measured_count(self) -> int:
        """Entries that are there and whose evidence is known, or known to be unreadable."""
        gone = self._dataset.gone if self._dataset is not None else frozenset[int]()
        return len(self._measured) - sum(number in self._measured for number in gone)

    def open(self, dataset: Dataset | None) -> None:
        """Begin with a dataset (its earlier work has been forgotten), or end with None."""
        self._dataset = dataset
        self._thumbnails.clear()
        self._measured.clear()
        self._fresh.clear()
        self._gathering.stop()
        self._tell.stop()
        self._previews.clear()
        self._reading.clear()
        ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1)
        self._measuring.open(dataset, round(SIDE * ratio))

    def add(self, entries: Iterable[int]) -> None:
        """Entries that are new or whose image changed."""
        which = list(entries)
        for entry in which:
            self._thumbnails.drop(entry)
            self._previews.drop(entry)
            self._measured.discard(entry)
        self._measuring.want(which)
        self._measuring.measure(which)

    def prefer(self, entries: Iterable[int]) -> None:
        """These can be seen: do them first, and show those whose thumbnail is not at hand."""
        self._measuring.want(entry for entry in entries if entry not in self._thumbnails)

    def thumbnail(self, entry: int, side: int, ratio: float) -> QPixmap | None:
        """The picture fitting in side x side logical pixels; None until it has been read."""
        return self._thumbnails.get(entry, side, ratio)

    def ask_preview(self, entry: int, width: int, height: int) -> None:
        """Read the picture itself, fitting in width x height device pixels; at once where known."""
        known = self._previews.get(entry, width, height)
        if known is not None:
            self.preview_ready.emit(entry, known)
        else:
            self._read_preview(entry, width, height, loud=True)

    def ask_tiles(self, entry: int) -> None:
        """Measure the sharpness of each tile of an entry's picture."""
        if self._dataset is None:
            return
        self._background.in_process(
            ("tiles", entry),
            tiles_of,
            self._dataset.entries[entry].image,
            then=partial(self.tiles_ready.emit, entry),
            failed=partial(self.tiles_ready.emit, entry),
            first=True,
        )

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

    def _show(self, entry: int, pixels: Pixels) -> None:
        self._thumbnails.put(entry, as_image(pixels))
        self.thumbnail_ready.emit(entry)

    def _learn(self, entry: int, evidence: Evidence) -> None:
        if not self._faces_wanted:
            evidence = replace(evidence, faces=None)
        elif evidence.faces is None and evidence.tone is not None and not self._asked_why:
            self._asked_why = True
            self._background.in_process(
                "why no faces", why_unavailable, then=self._tell_why, failed=self.hindered.emit
            )
        known = None if self._dataset is None else self._dataset.evidence.get(entry)
        if entry not in self._measured or evidence != known:
            # Answers come in heaps; a whole one would be judged before the next key is heard.
            self._measured.add(entry)
            self._fresh[entry] = evidence
            if not (self._gathering.isActive() or self._tell.isActive()):
                self._gathering.start()

    def _tell_why(self, reason: object) -> None:
        if isinstance(reason, Message):
            self.hindered.emit(reason)

    def _tell_some(self) -> None:
        for _ in turns():
            some = list(islice(self._fresh, TOLD_TOGETHER))
            if not some:
                self._tell.stop()
                return
            self.measured.emit({entry: self._fresh.pop(entry) for entry in some})

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
