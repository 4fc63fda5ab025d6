"""Icons from `resources/icons`, drawn in a colour of the scheme that is on at that moment."""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resources
from app.ui.scheme import current_scheme

_STROKE = b"currentColor"
_GROUND = b"currentGround"
"""In our own files: what is cut out of a filled shape, such as the "!" of the octagon."""


def icon(name: str, role: str = "text2") -> QIcon:
    """The icon in a token of the scheme; it follows the scheme, and greys when disabled.

    FileNotFoundError where no such icon exists.
    """
    _source(name)
    return QIcon(_Engine(name, role))


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as `size` x `size` device-independent pixels in "#RRGGBB", for painters."""
    ground = current_scheme().on_accent if _has_ground(name) else ""
    return _pixmap(name, colour, ground, size, ratio)


def paint_icon(painter: QPainter, name: str, colour: str, x: float, y: float, size: int) -> None:
    """Paint the icon with its upper left corner at (x, y)."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), pixmap(name, colour, size, ratio))


class _Engine(QIconEngine):
    """Draws when asked, so that no icon has to be made again for another scheme or screen."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def _colour(self, mode: QIcon.Mode) -> str:
        role = "text3" if mode is QIcon.Mode.Disabled else self._role
        return getattr(current_scheme(), role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        size = min(rect.width(), rect.height())
        ratio = painter.device().devicePixelRatioF()
        at = rect.topLeft() + QPoint((rect.width() - size) // 2, (rect.height() - size) // 2)
        painter.drawPixmap(at, pixmap(self._name, self._colour(mode), size, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """`size` is in device pixels here, and the answer carries its ratio."""
        del state
        side = min(size.width(), size.height())
        return pixmap(self._name, self._colour(mode), round(side / scale), scale)

    def clone(self) -> QIconEngine:
        copied = _Engine(self._name, self._role)
        # PySide would free what a virtual method returns while Qt still uses it.
        _clones.append(copied)
        return copied


_clones: list[QIconEngine] = []


@cache
def _source(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()


@cache
def _has_ground(name: str) -> bool:
    return _GROUND in _source(name)


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, ground: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace(_STROKE, colour.encode()).replace(_GROUND, ground.encode())
    side = max(round(size * ratio), 1)
    result = QPixmap(side, side)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result
