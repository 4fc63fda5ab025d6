"""Where a rectangle of the picture as stored lies in the upright picture that a person sees."""

Size = tuple[int, int]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""


def upright_box(box: Box, stored: Size, orientation: int | None) -> Box:
    """A box of a picture of `stored` width and height, after its EXIF orientation was followed."""
    one = _upright_point(box[0], box[1], stored, orientation)
    other = _upright_point(box[2], box[3], stored, orientation)
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[0], other[0]),
        max(one[1], other[1]),
    )


def _upright_point(
    x: float, y: float, stored: Size, orientation: int | None
) -> tuple[float, float]:
    width, height = stored
    if orientation in (2, 3):
        x = width - x
    if orientation in (3, 4):
        y = height - y
    if orientation in (6, 7):
        y = height - y
    if orientation in (7, 8):
        x = width - x
    return (y, x) if orientation in (5, 6, 7, 8) else (x, y)
