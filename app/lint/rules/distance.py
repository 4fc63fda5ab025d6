"""From how far a picture was taken, as the person marked it or as its one face measures."""

from typing import Final

from app.dataset.marks import Distance
from app.lint.context import Row

_CLOSE: Final = 0.35
"""Height of the face against that of the picture: from here on it is a close-up."""
_HALF: Final = 0.14


def known_distance(row: Row) -> Distance | None:
    """The mark, or else what was measured."""
    return row.marks.distance or measured_distance(row)


def measured_distance(row: Row) -> Distance | None:
    """From the one sure face: several people, or none, say nothing about the camera."""
    faces = row.evidence.faces or ()
    size = row.evidence.upright_size
    if len(faces) != 1 or size is None:
        return None
    share = faces[0].height / size[1]
    if share >= _CLOSE:
        return Distance.CLOSE
    return Distance.HALF if share >= _HALF else Distance.FULL
