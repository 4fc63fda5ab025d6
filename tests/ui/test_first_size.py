"""A window that was never opened before stands on the screen as a whole, frame and all."""

import pytest
from PySide6.QtCore import QSize

from app.ui.windows.first_size import DRAWN, FRAME, first_size


@pytest.mark.parametrize(("wide", "high"), [(1440, 900), (1366, 768), (1280, 1024), (1920, 900)])
def test_it_is_never_larger_than_the_screen(wide, high):
    size = first_size(QSize(wide, high)) + FRAME
    assert size.width() <= wide
    assert size.height() <= high


def test_where_there_is_room_it_is_as_drawn():
    assert first_size(QSize(2560, 1440)) == DRAWN
