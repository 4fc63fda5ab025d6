"""The marks of the two passes: told apart by silhouette, always with their digit or tool tip."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.ui.icons import paint_icon
from app.ui.models.roles import VerdictState
from app.ui.scheme import Scheme, scaled
from app.ui.text import tr
from app.ui.widgets.stamps import stamp
from app.ui.widgets.words import CENTRE, paint_words

VERDICT_ICONS = {
    VerdictState.NONE: ("ring", "control"),
    VerdictState.APPROVED: ("tick-disc", "accent"),
    VerdictState.FLAGGED: ("flag", "warning"),
    VerdictState.DROPPED_BACK: ("ring-return", "text2"),
}
"""The icon's name and its token."""


def verdict_text(number: int, state: VerdictState) -> str:
    """What a mark says in words; `number` is 1 or 2."""
    words = {
        VerdictState.NONE: tr("no verdict yet"),
        VerdictState.APPROVED: tr("approved"),
        VerdictState.FLAGGED: tr("flagged"),
        VerdictState.DROPPED_BACK: tr("dropped back: changed since its verdict"),
    }[state]
    return tr("Pass {number}: {verdict}", number=number, verdict=words)


def verdict_places(room: QRect, *, digits: bool) -> tuple[QRect, QRect]:
    """Where the two marks stand, right-aligned in `room`; with digits each has one before it."""
    size = scaled(16 if digits else 14)
    gap = scaled(26 if digits else 10)
    top = room.top() + (scaled(20 if digits else 16) - size) // 2
    right = room.left() + room.width()
    second = QRect(right - size, top, size, size)
    return second.translated(-size - gap, 0), second


def paint_verdicts(
    painter: QPainter,
    verdicts: tuple[VerdictState, VerdictState],
    room: QRect,
    scheme: Scheme,
    ground: str,
    *,
    digits: bool,
) -> None:
    """Paint both marks, pass 1 left and pass 2 right, on a row of that ground."""
    places = verdict_places(room, digits=digits)
    both = places[0].united(places[1])
    if digits:
        both.adjust(-scaled(14), 0, 0, 0)

    def paint(painter: QPainter, room: QRect) -> None:
        shift = room.topLeft() - both.topLeft()
        moved = [place.translated(shift) for place in places]
        _paint_marks(painter, verdicts, moved, scheme, digits=digits)

    stamp(painter, both, scheme, ground, ("verdicts", verdicts, digits), paint)


def _paint_marks(
    painter: QPainter,
    verdicts: tuple[VerdictState, VerdictState],
    places: Sequence[QRect],
    scheme: Scheme,
    *,
    digits: bool,
) -> None:
    for number, (state, place) in enumerate(zip(verdicts, places, strict=True), start=1):
        name, token = VERDICT_ICONS[state]
        paint_icon(painter, name, getattr(scheme, token), place.x(), place.y(), place.width())
        if digits:
            before = QRect(place.left() - scaled(14), place.top(), scaled(8), place.height())
            paint_words(painter, str(number), before, scheme.text2, 11, align=CENTRE)
