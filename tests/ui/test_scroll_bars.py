"""Scroll bars that know their size have the one that Qt would give them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar

from app.ui.scheme import BASE_SIZE, set_base_size
from app.ui.widgets.scrolled import QuietBar


@pytest.mark.parametrize("way", [Qt.Orientation.Vertical, Qt.Orientation.Horizontal])
def test_a_bar_is_as_large_as_any_other_at_every_text_size(qtbot, way):
    quiet, plain = QuietBar(way), QScrollBar(way)
    qtbot.addWidget(quiet)
    qtbot.addWidget(plain)
    try:
        for size in (BASE_SIZE, BASE_SIZE + 6):
            set_base_size(size)
            assert [quiet.sizeHint() for _ in range(2)] == [plain.sizeHint()] * 2
    finally:
        set_base_size(BASE_SIZE)
