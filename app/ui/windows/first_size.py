"""How large a window is the first time: as it was drawn, or as the screen has room for."""

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

DRAWN = QSize(1440, 900)
FRAME = QSize(8, 44)
"""What the desktop puts around a window; it is only known once the window is shown."""


def first_size(room: QSize) -> QSize:
    """The size inside the frame on a screen with this much room."""
    return DRAWN.boundedTo(room - FRAME)


def place_window(window: QWidget, geometry: object) -> None:
    """Where it was left, or, without a geometry that was kept, no larger than the screen."""
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    else:
        room = QGuiApplication.primaryScreen().availableGeometry().size()
        window.resize(first_size(room))
