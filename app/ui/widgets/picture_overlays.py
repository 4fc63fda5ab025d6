"""Painting over a picture: veil and frame of the trainer's cut, named faces, tiles of sharpness.

Every line lies on a broader one, so that it is seen on any picture, and each overlay has a shape of
its own beside its colour.
"""

from collections.abc import Callable, Collection

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from app.images.measure import SOFT_RATIO
from app.images.sharpness import TILES, Tiles
from app.ui.icons import paint_icon
from app.ui.models.picture_over import Frame, Named, Over, Overlay
from app.ui.scheme import Scheme, current_scheme, scaled
from app.ui.widgets.words import CENTRE, paint_words, words_width

LEAST_TILE = 40
"""Tiles that are narrower carry no figures."""
VEIL, SHADE = 165, 150
"""How far what is cut away fades, and how dark the shade of a hairline is, of 255."""
Place = Callable[[Frame], QRectF]


def paint_overlays(
    painter: QPainter, over: Over, shown: Collection[Overlay], target: QRectF, place: Place
) -> None:
    """Paint those that are wanted; `place` says where a rectangle of the picture lies."""
    scheme = current_scheme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if Overlay.TILES in shown and over.tiles is not None:
        _paint_tiles(painter, over.tiles, target, scheme)
    if Overlay.CUT in shown and over.kept is not None:
        kept = place(over.kept.frame)
        if not kept.adjusted(-0.5, -0.5, 0.5, 0.5).contains(target):
            paint_veil(painter, target, kept)
            hairline(painter, kept)
    if Overlay.FACES in shown:
        for face in over.faces or ():
            _paint_face(painter, face, place(face.frame), target, scheme)


def paint_veil(painter: QPainter, target: QRectF, kept: QRectF) -> None:
    """Fade what lies outside."""
    veil = QColor(current_scheme().mat)
    veil.setAlpha(VEIL)
    for part in (
        QRectF(target.left(), target.top(), target.width(), kept.top() - target.top()),
        QRectF(target.left(), kept.bottom(), target.width(), target.bottom() - kept.bottom()),
        QRectF(target.left(), kept.top(), kept.left() - target.left(), kept.height()),
        QRectF(kept.right(), kept.top(), target.right() - kept.right(), kept.height()),
    ):
        painter.fillRect(part, veil)


def outline(
    painter: QPainter,
    box: QRectF,
    ink: str,
    ground: str,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """A line on a broader one, on whole pixels of the screen."""
    snapped = on_pixels(painter, box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width, pen_style in ((ground, 4, Qt.PenStyle.SolidLine), (ink, 2, style)):
        pen = QPen(QColor(colour), width, pen_style)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(snapped)


def hairline(painter: QPainter, box: QRectF, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> None:
    """One light line with a shade at its outside: thin, and seen on any picture."""
    scheme = current_scheme()
    light, dark = sorted((scheme.base, scheme.text), key=lambda one: -QColor(one).lightness())
    shade = QColor(dark)
    shade.setAlpha(SHADE)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    snapped = on_pixels(painter, box)
    for colour, around, pen_style in (
        (shade, 1, Qt.PenStyle.SolidLine),
        (QColor(light), 0, style),
    ):
        pen = QPen(colour, 1, pen_style)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(snapped.adjusted(-around, -around, around, around))


def paint_grips(painter: QPainter, box: QRectF) -> None:
    """Squares at the corners, by which a frame can be drawn larger and smaller."""
    scheme, snapped = current_scheme(), on_pixels(painter, box)
    side = scaled(8)
    for corner in (
        snapped.topLeft(),
        snapped.topRight(),
        snapped.bottomLeft(),
        snapped.bottomRight(),
    ):
        grip = QRectF(corner.x() - side / 2, corner.y() - side / 2, side, side)
        painter.fillRect(grip, QColor(scheme.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(scheme.base), 1))
        painter.drawRect(grip)


def on_pixels(painter: QPainter, box: QRectF) -> QRectF:
    """The box with its edges on pixels of the device, so that its lines are crisp at any scale."""
    ratio = painter.device().devicePixelRatioF()

    def snap(value: float) -> float:
        return round(value * ratio) / ratio

    left, top = snap(box.left()), snap(box.top())
    return QRectF(left, top, snap(box.right()) - left, snap(box.bottom()) - top)


def paint_label(
    painter: QPainter, words: str, corner: QPointF, inside: QRectF, scheme: Scheme, icon: str = ""
) -> None:
    """Words on a plate, its lower left at `corner`, moved to stay inside."""
    size = scaled(12) if icon else 0
    gap = scaled(4) if icon else 0
    width = words_width(words, 11) + size + gap + 2 * scaled(5)
    height = scaled(18)
    left = min(max(corner.x(), inside.left()), inside.right() - width)
    top = min(max(corner.y() - height, inside.top()), inside.bottom() - height)
    plate = QRect(round(left), round(top), width, height)
    painter.fillRect(plate, QColor(scheme.base))
    painter.setPen(QPen(QColor(scheme.line2), 1))
    painter.drawRect(plate.adjusted(0, 0, -1, -1))
    x = plate.left() + scaled(5)
    if icon:
        paint_icon(painter, icon, scheme.text2, x, plate.top() + (height - size) // 2, size)
    room = QRect(x + size + gap, plate.top(), plate.right() - x - size - gap, height)
    paint_words(painter, words, room, scheme.text, 11)


def _paint_face(
    painter: QPainter, face: Named, box: QRectF, target: QRectF, scheme: Scheme
) -> None:
    outline(painter, box, scheme.mood, scheme.base)
    bounds = target.intersected(QRectF(painter.viewport()))
    above = QPointF(box.left() - 2, box.top() - scaled(4))
    if above.y() - scaled(18) < bounds.top():
        above = QPointF(box.left() - 2, box.bottom() + scaled(22))
    paint_label(painter, face.words, above, bounds, scheme, "face")


def _paint_tiles(painter: QPainter, tiles: Tiles, target: QRectF, scheme: Scheme) -> None:
    """Hatched: soft. Framed: speaks for the picture. A dash: too little texture to say."""
    width, height = target.width() / TILES, target.height() / TILES
    rooms = [
        on_pixels(
            painter,
            QRectF(
                target.left() + number % TILES * width,
                target.top() + number // TILES * height,
                width,
                height,
            ),
        )
        for number in range(TILES * TILES)
    ]
    hatch, grid = QColor(scheme.base), QColor(scheme.base)
    hatch.setAlpha(150)
    grid.setAlpha(120)
    for room, ratio in zip(rooms, tiles.ratios, strict=True):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(grid, 1))
        painter.drawRect(room)
        if ratio is not None and ratio < SOFT_RATIO:
            painter.fillRect(room, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    for number in sorted(tiles.best):
        outline(painter, rooms[number].adjusted(1, 1, -1, -1), scheme.text, scheme.base)
    for room, ratio in zip(rooms, tiles.ratios, strict=True):
        plate = QRect(0, 0, scaled(26), scaled(14))
        plate.moveCenter(room.center().toPoint())
        if ratio is None:
            dash = QRect(0, 0, scaled(8), 3)
            dash.moveCenter(plate.center())
            painter.fillRect(dash.adjusted(-1, -1, 1, 1), QColor(scheme.base))
            painter.fillRect(dash, QColor(scheme.text2))
        elif width >= scaled(LEAST_TILE) and height >= scaled(20):
            painter.fillRect(plate, QColor(scheme.base))
            paint_words(painter, f"{ratio:.1f}", plate, scheme.text, 11, align=CENTRE)
