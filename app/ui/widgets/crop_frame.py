"""The movable frame: what an export to one size keeps, moved and drawn by mouse and by keys."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.dataset.marks import Crop
from app.export.framing import Size, grown, moved, stretched

FINE, COARSE = 1 / 256, 10 / 256
"""A step of the arrow keys, and one with Shift, as a share of the picture's longer side."""
GROWTH = 1.05
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class CropFrame(QObject):
    """Holds the frame while it is moved; what the person settled on is told once it rests."""

    changed = Signal()
    """It lies elsewhere."""
    settled = Signal(object)
    """Crop: the person let go of it."""
    proposal_wanted = Signal()
    left = Signal()
    """The person is done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.crop = Crop(0, 0, 1, 1)
        self.chosen = False
        """The person put it there; otherwise it is proposed."""
        self._size: Size = (1, 1)
        self._target: Size = (1, 1)
        self._grip: QPointF | None = None
        """Where it was taken hold of, relative to its upper left corner."""
        self._anchor: tuple[float, float] | None = None
        """The corner that stays while the opposite one is drawn."""
        self._stirred = False

    def show_crop(self, crop: Crop, size: Size, target: Size, *, chosen: bool) -> None:
        """Show a frame in a picture of `size`, in the shape of `target`."""
        if self.held or self._stirred:
            return
        self.crop, self._size, self._target, self.chosen = crop, size, target, chosen
        self.changed.emit()

    @property
    def target(self) -> Size:
        """The size that the frame will be written at."""
        return self._target

    @property
    def held(self) -> bool:
        """The mouse has hold of it."""
        return self._grip is not None or self._anchor is not None

    # Mouse, in pixels of the picture ---------------------------------------------------------

    def shape_at(self, place: QPointF, reach: float) -> Qt.CursorShape | None:
        """The pointer that tells what would happen here; None outside."""
        corner = self._corner(place, reach)
        if corner is not None:
            falling = corner in (0, 3)
            return Qt.CursorShape.SizeFDiagCursor if falling else Qt.CursorShape.SizeBDiagCursor
        return Qt.CursorShape.SizeAllCursor if self._inside(place) else None

    def press(self, place: QPointF, reach: float) -> bool:
        """Take hold of the frame or of a corner; False where there is neither."""
        corner = self._corner(place, reach)
        if corner is not None:
            opposite = self._corners()[3 - corner]
            self._anchor = opposite.x(), opposite.y()
            return True
        if self._inside(place):
            self._grip = place - QPointF(self.crop.left, self.crop.top)
            return True
        return False

    def drag(self, place: QPointF) -> None:
        """Follow the mouse."""
        if self._anchor is not None:
            self._put(stretched(self._anchor, (place.x(), place.y()), self._target, self._size))
        elif self._grip is not None:
            corner = place - self._grip
            across, down = round(corner.x()) - self.crop.left, round(corner.y()) - self.crop.top
            self._put(moved(self.crop, across, down, self._size))

    def release(self) -> None:
        """Let go: where it lies now is what the person wants."""
        self._grip = self._anchor = None
        self.settle()

    # Keys ----------------------------------------------------------------------------------

    def press_key(self, event: QKeyEvent) -> bool:
        """Arrows move, Page Up and Page Down change the size; False for keys of no meaning here."""
        key = Qt.Key(event.key())
        coarse = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _ARROWS:
            step = max(1, round(max(self._size) * (COARSE if coarse else FINE)))
            across, down = _ARROWS[key]
            self._put(moved(self.crop, across * step, down * step, self._size))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            factor = GROWTH**4 if coarse else GROWTH
            factor = factor if key == Qt.Key.Key_PageUp else 1 / factor
            self._put(grown(self.crop, factor, self._target, self._size))
        elif key == Qt.Key.Key_Home:
            self.proposal_wanted.emit()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            return False
        return True

    def settle(self) -> None:
        """Tell where it was put, if it was moved since it was last told."""
        if self._stirred:
            self._stirred = False
            self.settled.emit(self.crop)

    def _put(self, crop: Crop) -> None:
        if crop != self.crop:
            self.crop, self.chosen, self._stirred = crop, True, True
            self.changed.emit()

    def _corners(self) -> tuple[QPointF, QPointF, QPointF, QPointF]:
        crop = self.crop
        right, bottom = crop.left + crop.width, crop.top + crop.height
        return (
            QPointF(crop.left, crop.top),
            QPointF(right, crop.top),
            QPointF(crop.left, bottom),
            QPointF(right, bottom),
        )

    def _corner(self, place: QPointF, reach: float) -> int | None:
        for number, corner in enumerate(self._corners()):
            off = place - corner
            if max(abs(off.x()), abs(off.y())) <= reach:
                return number
        return None

    def _inside(self, place: QPointF) -> bool:
        crop = self.crop
        return (
            crop.left <= place.x() <= crop.left + crop.width
            and crop.top <= place.y() <= crop.top + crop.height
        )
