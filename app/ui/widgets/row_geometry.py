"""Where the parts of a row stand: every measure of the sheet, as a pure function of its size."""

from dataclasses import dataclass

from PySide6.QtCore import QRect

from app.ui.scheme import scaled

LEAST = 420
"""Below this width a sheet cannot be used."""
NARROW = 720
"""Below this width of the sheet the marks move to the end of the name line."""


@dataclass(frozen=True, slots=True)
class Step:
    """One place of the thumbnail slider; sizes in pixels at the base size."""

    thumbnail: int
    lines: int
    """Caption lines."""
    chip_icons: bool = False
    """Too low for chips with words: their icons alone."""

    @property
    def row(self) -> int:
        """The height of every row, in device-independent pixels."""
        # At some text sizes the parts, each rounded, add up to a pixel more than the picture.
        words = scaled(16) + scaled(4) + self.lines * scaled(20) + scaled(self.chips)
        return max(scaled(self.thumbnail), words) + 2 * scaled(8)

    @property
    def chips(self) -> int:
        """The height of a chip, in pixels at the base size."""
        return 12 if self.chip_icons else 20


STEPS = (
    Step(56, 1, chip_icons=True),
    Step(80, 2),
    Step(104, 3),
    Step(152, 5),
    Step(208, 8),
)
MIDDLE_STEP = 2


@dataclass(frozen=True, slots=True)
class RowParts:
    """The places of a row, in the coordinates of the rectangle that was asked for."""

    thumbnail: QRect
    name: QRect
    """The name line, up to the marks in the narrow form."""
    caption: QRect
    """As high as its lines and the wave below them."""
    chips: QRect
    marks: QRect
    """Verdicts and meters: a column, or in the narrow form the end of the name line."""
    narrow: bool


def row_parts(row: QRect, step: Step) -> RowParts:
    """The parts of a row of that size."""
    edge, gap = scaled(16), scaled(8)
    thumbnail = scaled(step.thumbnail)
    narrow = row.width() < scaled(NARROW)
    picture = QRect(row.left() + edge, row.top() + gap, thumbnail, thumbnail)
    left = picture.left() + thumbnail + edge
    right = row.left() + row.width() - edge
    name_height = scaled(16)
    if narrow:
        marks = QRect(right - scaled(104), row.top() + gap, scaled(104), name_height)
        text_right, name_right = right, marks.left() - gap
    else:
        column = scaled(120)
        marks = QRect(right - column, row.top() + gap, column, thumbnail)
        text_right = name_right = marks.left() - edge
    width = max(text_right - left, 1)
    name = QRect(left, row.top() + gap, max(name_right - left, 1), name_height)
    caption_top = name.top() + name_height + scaled(4)
    caption = QRect(left, caption_top, width, step.lines * scaled(20) + scaled(4))
    chips_height = scaled(step.chips)
    bottom = row.top() + row.height() - gap
    chips = QRect(left, bottom - chips_height, width, chips_height)
    return RowParts(picture, name, caption, chips, marks, narrow)
