"""Captions before and after, one below the other, each with a box that the person may untick."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.scheme import scaled
from app.ui.widgets.caption_layout import SHEET_TYPE
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.marked_text import ChangeView, shown_change

MOST_SHOWN = 500
"""Differences on one page: nobody reads more at once, and the others wait for the next time."""


class ChangeList(QScrollArea):
    """What is not shown here was not looked at, and is never chosen."""

    def __init__(
        self,
        changes: Mapping[int, tuple[str, str]],
        name: Callable[[int], str],
        parent: QWidget | None = None,
        *,
        doubts: Mapping[int, str] | None = None,
    ) -> None:
        """`doubts` says why some are not ticked from the start."""
        super().__init__(parent)
        inner = QWidget(self)
        rows = self._rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, scaled(8), 0)
        rows.setSpacing(scaled(4))
        self.boxes: dict[int, QCheckBox] = {}
        for number, (before, after) in list(changes.items())[:MOST_SHOWN]:
            box = QCheckBox(name(number), inner)
            doubt = (doubts or {}).get(number, "")
            box.setChecked(not doubt)
            self.boxes[number] = box
            rows.addWidget(box)
            if doubt:
                rows.addWidget(Label(Type.WARNING, doubt, inner, wrap=True))
            view = ChangeView(SHEET_TYPE, inner)
            view.show_change(shown_change(before, after))
            rows.addWidget(view)
            rows.addSpacing(scaled(8))
        rows.addStretch()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def height_of_all(self, width: int) -> int:
        """What all captions need at that width, so that nothing scrolls."""
        return self._rows.totalHeightForWidth(width)

    def chosen(self) -> list[int]:
        """Those that were left ticked."""
        return [number for number, box in self.boxes.items() if box.isChecked()]
