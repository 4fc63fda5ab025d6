"""The picture on the light table: fit, zoom at the pointer, pan, and frames drawn over it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
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

from app.ui.scheme import current_scheme
from app.ui.text import tr

MARGIN = 8
MOST_ZOOM = 16.0
STEP = 1.25


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in pixels of the upright picture, drawn over it."""

    left: float
    top: float
    width: float
    height: float


class Picture(QWidget):
    """Shows one image. Zoom 0 means fit; otherwise device pixels for each picture pixel."""

    zoom_changed = Signal(float)
    """The scale on screen: 1.0 is 100 %."""
    needs_pixels = Signal()
    """The image on screen is coarser than the zoom asks for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._full = QSizeF()
        self._reason = ""
        self._zoom = 0.0
        self._centre = QPointF(0.5, 0.5)
        self._drag: QPointF | None = None
        self._crop: Frame | None = None
        self._faces: tuple[Frame, ...] = ()
        self.show_crop = True
        self.sharp = False
        """The image on screen holds every pixel of the file, or it was asked for."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(160)
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
        self._crop = None
        self._faces = ()
        self.sharp = False
        self.update()

    def set_frames(self, crop: Frame | None, faces: tuple[Frame, ...] = ()) -> None:
        """What the trainer keeps, and where faces were found."""
        self._crop, self._faces = crop, faces
        self.update()

    def set_show_crop(self, on: bool) -> None:
        """Draw the trainer's crop, or not."""
        self.show_crop = on
        self.update()

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
        target = self._target()
        free_x = max(0.0, 1 - self.width() / target.width()) / 2 if target.width() else 0
        free_y = max(0.0, 1 - self.height() / target.height()) / 2 if target.height() else 0
        self._centre = QPointF(
            min(0.5 + free_x, max(0.5 - free_x, self._centre.x())),
            min(0.5 + free_y, max(0.5 - free_y, self._centre.y())),
        )
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._zoom else Qt.CursorShape.ArrowCursor)
        self.update()
        self.zoom_changed.emit(self.scale())
        if not self._image.isNull() and self.scale() * self._full.width() > self._image.width():
            self.needs_pixels.emit()

    def _fit_scale(self) -> float:
        if self._full.isEmpty():
            return 1.0
        ratio = self.devicePixelRatioF()
        room_x = max(1, self.width() - 2 * MARGIN) * ratio
        room_y = max(1, self.height() - 2 * MARGIN) * ratio
        return min(room_x / self._full.width(), room_y / self._full.height(), 8.0)

    def _target(self) -> QRectF:
        """Where the whole picture lies, in logical pixels of the widget."""
        scale = self.scale() / self.devicePixelRatioF()
        width, height = self._full.width() * scale, self._full.height() * scale
        left = self.width() / 2 - self._centre.x() * width
        top = self.height() / 2 - self._centre.y() * height
        return QRectF(left, top, width, height)

    def _to_picture(self, point: QPointF) -> QPointF:
        target = self._target()
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
        target = self._target()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale() < 2)
        painter.drawImage(target, self._image)
        if self._crop is not None and self.show_crop:
            self._paint_crop(painter, target, self._crop)
        for face in self._faces:
            self._outline(painter, self._place(target, face))
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_crop(self, painter: QPainter, target: QRectF, crop: Frame) -> None:
        kept = self._place(target, crop)
        if kept.adjusted(-0.5, -0.5, 0.5, 0.5).contains(target):
            return
        veil = QColor(current_scheme().mat)
        veil.setAlpha(150)
        for part in (
            QRectF(target.left(), target.top(), target.width(), kept.top() - target.top()),
            QRectF(target.left(), kept.bottom(), target.width(), target.bottom() - kept.bottom()),
            QRectF(target.left(), kept.top(), kept.left() - target.left(), kept.height()),
            QRectF(kept.right(), kept.top(), target.right() - kept.right(), kept.height()),
        ):
            painter.fillRect(part, veil)
        self._outline(painter, kept)

    def _outline(self, painter: QPainter, box: QRectF) -> None:
        """Black under white: seen on every picture."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("#000000"), 3))
        painter.drawRect(box)
        painter.setPen(QPen(QColor("#FFFFFF"), 1))
        painter.drawRect(box)

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
        """Begin to pan."""
        if event.button() is Qt.MouseButton.LeftButton and self._zoom:
            self._drag = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan."""
        if self._drag is None:
            return
        target = self._target()
        delta = event.position() - self._drag
        self._drag = event.position()
        self._centre -= QPointF(delta.x() / target.width(), delta.y() / target.height())
        self._moved()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002 - Qt's signature
        """End the pan."""
        self._drag = None
        self._moved()

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
        pan = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_0:
            self.fit()
        elif event.key() == Qt.Key.Key_1:
            self.actual_size()
        elif event.key() == Qt.Key.Key_C:
            self.set_show_crop(not self.show_crop)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(STEP)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom_by(1 / STEP)
        elif pan is not None and self._zoom:
            self._centre += QPointF(pan[0] * 0.05, pan[1] * 0.05)
            self._moved()
        else:
            super().keyPressEvent(event)
