"""Where a text encoder stops reading a caption: a quiet mark between two letters."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from app.ui.scheme import Scheme, scaled
from app.ui.text import tr


class Filled(Protocol):
    """How full a window is, as the meters say it."""

    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def window(self) -> int: ...  # noqa: D102
    @property
    def exact(self) -> bool: ...  # noqa: D102
    @property
    def end(self) -> int | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class WindowEnd:
    """The mark before the code point `position`, and what it means."""

    position: int
    words: str


def window_end(meters: Iterable[Filled]) -> WindowEnd | None:
    """The mark for the first window that a caption overruns, None where all of it is read."""
    for meter in meters:
        if meter.end is not None:
            tokens = f"{'' if meter.exact else '≈'}{meter.window}"
            words = tr(
                "{encoder} reads as far as this, {tokens} tokens. What follows is not learned.",
                encoder=meter.label,
                tokens=tokens,
            )
            return WindowEnd(meter.end, words)
    return None


def paint_window_end(
    painter: QPainter, block: QTextBlock, top_left: QPointF, units: int, scheme: Scheme
) -> QRectF:
    """Paint the mark before the UTF-16 unit `units` of a block; where it stands."""
    line = block.layout().lineForTextPosition(units)
    # Beside x, PySide gives the position back.
    x, _ = cast("tuple[float, int]", line.cursorToX(units))
    left = round(top_left.x() + x) + 0.5
    top, bottom = top_left.y() + line.y(), top_left.y() + line.y() + line.height()
    painter.save()
    painter.setPen(QPen(QColor(scheme.warning), 1.0))
    painter.drawLine(QPointF(left, top), QPointF(left, bottom))
    # A foot to the left: so far, and no further. It tells the mark from a cursor.
    painter.drawLine(QPointF(left - scaled(4), bottom), QPointF(left, bottom))
    painter.drawLine(QPointF(left - scaled(4), top), QPointF(left, top))
    painter.restore()
    around = scaled(6)
    return QRectF(left - around, top, 2 * around, bottom - top)
