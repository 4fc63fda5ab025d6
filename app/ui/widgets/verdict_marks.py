"""The marks of the two passes: told apart by silhouette, always with their digit or tool tip."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from app.ui.icons import paint_icon
from app.ui.models.roles import VerdictState
from app.ui.scheme import Scheme, scaled
from app.ui.text import tr
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
    *,
    digits: bool,
) -> None:
    """Paint both marks, pass 1 left and pass 2 right."""
    for number, (state, place) in enumerate(
        zip(verdicts, verdict_places(room, digits=digits), strict=True), start=1
    ):
        name, token = VERDICT_ICONS[state]
        paint_icon(painter, name, getattr(scheme, token), place.x(), place.y(), place.width())
        if digits:
            before = QRect(place.left() - scaled(14), place.top(), scaled(8), place.height())
            paint_words(painter, str(number), before, scheme.text2, 11, align=CENTRE)
