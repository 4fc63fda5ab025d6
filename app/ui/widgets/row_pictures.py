"""Rows painted before they are asked for: each is drawn only while it would look the same."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

from app.ui.kept import Kept
from app.ui.models.roles import RowData
from app.ui.scheme import Scheme, colour_of, current_scheme, type_key
from app.ui.widgets.caption_layout import LayoutCache
from app.ui.widgets.row_geometry import Step
from app.ui.widgets.row_painter import paint_row

MOST_BYTES = 24_000_000
"""Of all pictures of a sheet: four pages of a usual window, or one where pixels are twice as many.
"""


@dataclass(frozen=True, slots=True)
class _Look:
    """All that is seen of a row."""

    row: RowData
    current: bool
    step: Step
    scheme: Scheme
    type: tuple[str, int]


class RowPictures:
    """By entry, and whether it is the current one; all of one size."""

    def __init__(self, layouts: LayoutCache) -> None:
        self._layouts = layouts
        self._size = QSize()
        self._ratio = 0.0
        self._known = Kept[tuple[int, bool], tuple[_Look, QPixmap]](1)
        self.most = 0
        """How many rows can be kept."""

    def fit(self, size: QSize, ratio: float) -> None:
        """Say how large a row is; pictures of another size are let go."""
        if (size, ratio) == (self._size, self._ratio):
            return
        self._size, self._ratio = QSize(size), ratio
        each = 4 * round(size.width() * ratio) * round(size.height() * ratio)
        # Where a row begins between two pixels its picture would be blurred.
        self.most = MOST_BYTES // each if each and ratio.is_integer() else 0
        self._known = Kept[tuple[int, bool], tuple[_Look, QPixmap]](max(self.most, 1))

    def has(self, entry: int, *, current: bool) -> bool:
        """There is a picture of the entry; it may be of an older look."""
        return self._known.get((entry, current)) is not None

    def known(
        self, row: RowData, size: QSize, step: Step, ratio: float, *, current: bool
    ) -> QPixmap | None:
        """The row's picture; None where it was not painted ahead, or would look otherwise now."""
        if (size, ratio) != (self._size, self._ratio):
            return None
        kept = self._known.get((row.entry, current))
        if kept is None or kept[0] != _look(row, step, current=current):
            return None
        return kept[1]

    def paint_ahead(self, row: RowData, step: Step, *, current: bool) -> bool:
        """Paint the row's picture; False where it is there already."""
        look = _look(row, step, current=current)
        kept = self._known.get((row.entry, current))
        if not self.most or (kept is not None and kept[0] == look):
            return False
        width, height = self._size.width(), self._size.height()
        picture = QPixmap(round(width * self._ratio), round(height * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(colour_of(look.scheme.base))
        painter = QPainter(picture)
        paint_row(painter, row, QRect(0, 0, width, height), step, self._layouts, current=current)
        painter.end()
        self._known.keep((row.entry, current), (look, picture))
        return True


def _look(row: RowData, step: Step, *, current: bool) -> _Look:
    return _Look(row, current, step, current_scheme(), type_key())
