"""Motion: one short fade, and none where the desktop asks for none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

FADE_MS = 120
"""How long something takes to vanish."""


def motion_wanted() -> bool:
    """Whether the desktop lets windows move at all."""
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
