"""The picture on the light table: fit, zoom at the pointer, pan, and what is drawn over it."""

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.models.picture_over import (
    NOTHING_OVER,
    OVERLAY_LETTERS,
    Frame,
    Over,
    Overlay,
    frame_of,
)
from app.ui.scheme import current_scheme
from app.ui.text import tr
from app.ui.widgets.crop_frame import CropFrame
from app.ui.widgets.picture_overlays import hairline, paint_grips, paint_overlays, paint_veil

MARGIN = 8
MOST_ZOOM = 16.0
STEP = 1.25
REACH = 10
"""So near to a corner of the frame the mouse takes hold of it, in pixels of the window."""
_OVERLAYS = {ord(letter): overlay for overlay, letter in OVERLAY_LETTERS.items()}
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Picture(QWidget):
    """Shows one image. Zoom 0 means fit; otherwise device pixels for each picture pixel."""

    zoom_changed = Signal(float)
    """The scale on screen: 1.0 is 100 %."""
    needs_pixels = Signal()
    """The image on screen is coarser than the zoom asks for."""
    shown_changed = Signal()
    """Other overlays are drawn."""
    frame_wanted = Signal()
    """The key of the crop frame was pressed."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = MARGIN) -> None:
        super().__init__(parent)
        self.margin = margin
        """Of mat about the whole picture, in pixels."""
        self._image = QImage()
        self._full = QSizeF()
        self._reason = ""
        self._zoom = 0.0
        self._centre = QPointF(0.5, 0.5)
        self._drag: QPointF | None = None
        self._over = NOTHING_OVER
        self._shown: frozenset[Overlay] = frozenset({Overlay.CUT})
        self._frame: CropFrame | None = None
        self.sharp = False
        """The image on screen holds every pixel of the file, or it was asked for."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(160)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Picture"))

    # What is shown -------------------------------------------------------------------------

    def show_image(self, image: QImage, full_width: int, full_height: int) -> None:
        """Show an image that stands for a picture of the full size; keeps zoom and place."""
        self._image = image
        self._full = QSizeF(full_width, full_height)
        self._reason = ""
        self.update()
        self.zoom_changed.emit(self.scale())

    def show_reason(self, reason: str) -> None:
        """Show why there is no picture."""
        self._image = QImage()
        self._reason = reason
        self.update()

    def clear(self) -> None:
        """Show nothing, and fit the next picture."""
        self._image = QImage()
        self._reason = ""
        self._zoom = 0.0
        self._centre = QPointF(0.5, 0.5)
        self.show_over(NOTHING_OVER)
        self.sharp = False
        self.update()

    def show_over(self, over: Over) -> None:
        """What may be drawn over this picture."""
        self._over = over
        self._describe()
        self.update()

    @property
    def shown(self) -> frozenset[Overlay]:
        """The overlays that are drawn."""
        return self._shown

    def set_shown(self, shown: frozenset[Overlay]) -> None:
        """Draw these overlays and no others."""
        if shown != self._shown:
            self._shown = shown
            self._describe()
            self.update()
            self.shown_changed.emit()

    def toggle(self, overlay: Overlay) -> None:
        """Draw an overlay, or no longer."""
        self.set_shown(self._shown ^ {overlay})

    def hold_frame(self, frame: CropFrame | None) -> None:
        """Let a crop frame be moved here, or no longer."""
        old = self._frame
        if frame is old:
            return
        self._frame = frame
        if old is not None:
            old.changed.disconnect(self._frame_moved)
        if frame is not None:
            frame.changed.connect(self._frame_moved)
        self._frame_moved()

    def _frame_moved(self) -> None:
        self._describe()
        self.update()

    def _describe(self) -> None:
        parts = [self._over.words(one) for one in Overlay if one in self._shown]
        if self._frame is not None:
            crop = self._frame.crop
            words = tr(
                "frame of {size} at {left}, {top}",
                size=f"{crop.width} × {crop.height}",
                left=crop.left,
                top=crop.top,
            )
            parts.insert(0, words)
        self.setAccessibleDescription("; ".join(part for part in parts if part))

    # Zoom ----------------------------------------------------------------------------------

    def fit(self) -> None:
        """The whole picture."""
        self._set_zoom(0.0)

    def actual_size(self) -> None:
        """One picture pixel for one device pixel."""
        self._set_zoom(1.0)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a point of the widget (its centre where none is given)."""
        if self._full.isEmpty():
            return
        old = self.scale()
        new = min(MOST_ZOOM, max(old * factor, self._fit_scale() * 0.999))
        if new <= self._fit_scale():
            self.fit()
            return
        point = at or QPointF(self.width() / 2, self.height() / 2)
        before = self._to_picture(point)
        self._zoom = new
        after = self._to_picture(point)
        self._centre += QPointF(
            (before.x() - after.x()) / self._full.width(),
            (before.y() - after.y()) / self._full.height(),
        )
        self._moved()

    def scale(self) -> float:
        """Device pixels for each picture pixel, as shown."""
        return self._zoom or self._fit_scale()

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = zoom
        if not zoom:
            self._centre = QPointF(0.5, 0.5)
        self._moved()

    def _moved(self) -> None:
        target = self.target()
        free_x = max(0.0, 1 - self.width() / target.width()) / 2 if target.width() else 0
        free_y = max(0.0, 1 - self.height() / target.height()) / 2 if target.height() else 0
        self._centre = QPointF(
            min(0.5 + free_x, max(0.5 - free_x, self._centre.x())),
            min(0.5 + free_y, max(0.5 - free_y, self._centre.y())),
        )
        self.setCursor(self._resting_cursor())
        self.update()
        self.zoom_changed.emit(self.scale())
        if not self._image.isNull() and self.scale() * self._full.width() > self._image.width():
            self.needs_pixels.emit()

    def _fit_scale(self) -> float:
        if self._full.isEmpty():
            return 1.0
        ratio = self.devicePixelRatioF()
        room_x = max(1, self.width() - 2 * self.margin) * ratio
        room_y = max(1, self.height() - 2 * self.margin) * ratio
        return min(room_x / self._full.width(), room_y / self._full.height(), 8.0)

    def target(self) -> QRectF:
        """Where the whole picture lies, in logical pixels of the widget."""
        scale = self.scale() / self.devicePixelRatioF()
        width, height = self._full.width() * scale, self._full.height() * scale
        left = self.width() / 2 - self._centre.x() * width
        top = self.height() / 2 - self._centre.y() * height
        return QRectF(left, top, width, height)

    def _to_picture(self, point: QPointF) -> QPointF:
        target = self.target()
        x = (point.x() - target.left()) / target.width() * self._full.width()
        y = (point.y() - target.top()) / target.height() * self._full.height()
        return QPointF(x, y)

    # Events --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Mat, picture, frames; or the reason why there is no picture."""
        painter = QPainter(self)
        scheme = current_scheme()
        painter.fillRect(self.rect(), QColor(scheme.mat))
        if self._image.isNull():
            painter.setPen(QColor(scheme.text2))
            box = self.rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, flags, self._reason)
            return
        target = self.target()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale() < 2)
        painter.drawImage(target, self._image)
        self._paint_over(painter, target)
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_over(self, painter: QPainter, target: QRectF) -> None:
        shown = self._shown
        if self._frame is not None:
            shown -= {Overlay.CUT}  # two frames at once are none

        def place(frame: Frame) -> QRectF:
            return self._place(target, frame)

        paint_overlays(painter, self._over, shown, target, place)
        if self._frame is not None:
            box = place(frame_of(self._frame.crop))
            paint_veil(painter, target, box)
            line = Qt.PenStyle.SolidLine if self._frame.chosen else Qt.PenStyle.DashLine
            hairline(painter, box, line)
            paint_grips(painter, box)

    def _place(self, target: QRectF, frame: Frame) -> QRectF:
        sx, sy = target.width() / self._full.width(), target.height() / self._full.height()
        return QRectF(
            target.left() + frame.left * sx,
            target.top() + frame.top * sy,
            frame.width * sx,
            frame.height * sy,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted picture stays fitted."""
        super().resizeEvent(event)
        self._moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        steps = event.angleDelta().y() / 120
        if steps:
            self.zoom_by(STEP**steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the crop frame where it is, else begin to pan."""
        if event.button() is not Qt.MouseButton.LeftButton or self._image.isNull():
            return
        place = self._to_picture(event.position())
        if self._frame is not None and self._frame.press(place, self._reach()):
            return
        if self._zoom:
            self._drag = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the frame, or pan."""
        if self._frame is not None and self._drag is None and not self._full.isEmpty():
            place = self._to_picture(event.position())
            if self._frame.held:
                self._frame.drag(place)
                return
            shape = self._frame.shape_at(place, self._reach())
            self.setCursor(shape if shape is not None else self._resting_cursor())
        if self._drag is None:
            return
        target = self.target()
        delta = event.position() - self._drag
        self._drag = event.position()
        self._centre -= QPointF(delta.x() / target.width(), delta.y() / target.height())
        self._moved()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Let go."""
        if self._frame is not None and self._frame.held:
            self._frame.release()
            return
        self._drag = None
        self._moved()

    def _reach(self) -> float:
        return REACH * self.devicePixelRatioF() / self.scale()

    def _resting_cursor(self) -> Qt.CursorShape:
        return Qt.CursorShape.OpenHandCursor if self._zoom else Qt.CursorShape.ArrowCursor

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Between the whole picture and 100 % at the pointer."""
        if self._zoom:
            self.fit()
        else:
            self.zoom_by(1 / self.scale(), event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single letters belong to the picture while it has the focus."""
        if event.modifiers() not in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        if self._frame is not None and self._frame.press_key(event):
            return
        if key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.actual_size()
        elif key in _OVERLAYS:
            self.toggle(_OVERLAYS[key])
        elif key == Qt.Key.Key_R:
            self.frame_wanted.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif key in _ARROWS and self._zoom:
            across, down = _ARROWS[key]
            self._centre += QPointF(across * 0.05, down * 0.05)
            self._moved()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key that was held moved the frame in one go."""
        if self._frame is not None and not event.isAutoRepeat():
            self._frame.settle()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The release of a key may go elsewhere now."""
        if self._frame is not None:
            self._frame.settle()
        super().focusOutEvent(event)
