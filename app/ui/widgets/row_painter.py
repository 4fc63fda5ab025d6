"""Paints one row of the sheet from its values."""

from functools import lru_cache, partial

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from app.ui.icons import paint_icon
from app.ui.models.roles import RowData
from app.ui.scheme import Scheme, colour_of, current_scheme, interface_font, scaled, type_key
from app.ui.text_marks import marks_of, paint_underlines, paint_washes
from app.ui.widgets.caption_layout import SHEET_TYPE, LayoutCache
from app.ui.widgets.chips import lay_chips, paint_chip_icons, paint_chip_row
from app.ui.widgets.meters import paint_meter_number, paint_meters
from app.ui.widgets.name_line import paint_name_line
from app.ui.widgets.row_geometry import RowParts, Step, row_parts
from app.ui.widgets.stamps import stamp
from app.ui.widgets.verdict_marks import paint_verdicts, verdict_places


def paint_row(
    painter: QPainter,
    row: RowData,
    rect: QRect,
    step: Step,
    layouts: LayoutCache,
    *,
    current: bool,
) -> None:
    """Paint a row into `rect`; `current` has the wash and the bar."""
    scheme = current_scheme()
    painter.save()
    # Every row has its own corner for the origin: its parts are worked out once for all rows.
    painter.translate(rect.topLeft())
    rect = QRect(0, 0, rect.width(), rect.height())
    parts = _parts(rect.width(), rect.height(), step, type_key())
    ground = scheme.selected if current else scheme.base
    _paint_ground(painter, rect, scheme, ground, current=current)
    _paint_thumbnail(painter, row, parts.thumbnail, scheme)
    paint_name_line(painter, row, parts.name, scheme)
    _paint_caption(painter, row, parts.caption, step, layouts, scheme)
    if step.chip_icons:
        paint_chip_icons(painter, row.chips, parts.chips, scheme)
    elif row.chips:
        laid = lay_chips(row.chips, parts.chips)
        paint_chip_row(painter, laid, scheme, ground, on_current=current)
    _paint_marks_column(painter, row, parts, scheme, ground)
    painter.restore()


@lru_cache(maxsize=32)
def _parts(width: int, height: int, step: Step, key: tuple[str, int]) -> RowParts:
    del key  # of the cache only
    return row_parts(QRect(0, 0, width, height), step)


def paint_bare(painter: QPainter, rect: QRect, *, current: bool) -> None:
    """The ground of a row on which nothing stands yet."""
    scheme = current_scheme()
    ground = scheme.selected if current else scheme.base
    _paint_ground(painter, rect, scheme, ground, current=current)


def paint_frame(painter: QPainter, rect: QRect) -> None:
    """Around a row that has the focus, after it was painted."""
    painter.save()
    painter.setPen(colour_of(current_scheme().accent))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.restore()


def _paint_ground(
    painter: QPainter, rect: QRect, scheme: Scheme, ground: str, *, current: bool
) -> None:
    if current:  # the others stand on the ground that the view has filled already
        painter.fillRect(rect, colour_of(ground))
    bottom = rect.top() + rect.height() - 1
    painter.fillRect(rect.left(), bottom, rect.width(), 1, colour_of(scheme.line))
    if current:
        painter.fillRect(
            rect.left(), rect.top(), scaled(3), rect.height(), colour_of(scheme.accent)
        )


def _paint_thumbnail(painter: QPainter, row: RowData, room: QRect, scheme: Scheme) -> None:
    painter.fillRect(room, colour_of(scheme.mat))
    if row.thumbnail is not None and not row.thumbnail.isNull():
        picture = _fitted(row.thumbnail, room, painter.device().devicePixelRatioF())
        size = picture.deviceIndependentSize()
        at = QPointF(
            room.left() + round((room.width() - size.width()) / 2),
            room.top() + round((room.height() - size.height()) / 2),
        )
        painter.drawPixmap(at, picture)
    elif row.trouble:
        paint = partial(_paint_trouble, words=row.trouble, scheme=scheme)
        stamp(painter, room, scheme, scheme.mat, ("trouble", row.trouble), paint)


def _paint_trouble(painter: QPainter, room: QRect, *, words: str, scheme: Scheme) -> None:
    size = scaled(20)
    low = room.height() < scaled(72)
    top = room.center().y() - (size // 2 if low else scaled(16))
    paint_icon(painter, "broken-image", scheme.text2, room.center().x() - size // 2, top, size)
    if not low:
        painter.setFont(interface_font(size=11))
        painter.setPen(colour_of(scheme.text2))
        below = QRect(room.left() + 2, top + size, room.width() - 4, room.bottom() - top - size)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, int(centre | Qt.TextFlag.TextWordWrap), words)


def _fitted(picture: QPixmap, room: QRect, ratio: float) -> QPixmap:
    """The picture scaled into the room once; scaling again in every frame would be seen."""
    width, height = round(room.width() * ratio), round(room.height() * ratio)
    if (
        picture.width() <= width
        and picture.height() <= height
        and (picture.width() == width or picture.height() == height)
    ):
        fitted = QPixmap(picture)
        fitted.setDevicePixelRatio(ratio)
        return fitted
    key = f"row-{picture.cacheKey()}-{width}-{ratio}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    fitted = picture.scaled(
        width,
        height,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    fitted.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, fitted)
    return fitted


def _paint_caption(
    painter: QPainter,
    row: RowData,
    room: QRect,
    step: Step,
    layouts: LayoutCache,
    scheme: Scheme,
) -> None:
    font, pitch = SHEET_TYPE.font(), SHEET_TYPE.pitch
    origin = QPointF(room.topLeft())
    if not row.caption:
        painter.setPen(colour_of(scheme.text2))
        laid = layouts.lay_out(row.placeholder, font, pitch, room.width(), 1)
        laid.draw(painter, origin)
        return
    laid = layouts.lay_out(row.caption, font, pitch, room.width(), step.lines)
    marked = laid.parts(marks_of(laid.text[: laid.shown], row.terms))
    paint_washes(painter, marked, origin, scheme)
    painter.setPen(colour_of(scheme.text))
    laid.draw(painter, origin)
    paint_underlines(painter, marked, origin, font.pixelSize(), scheme)


def _paint_marks_column(
    painter: QPainter, row: RowData, parts: RowParts, scheme: Scheme, ground: str
) -> None:
    paint_verdicts(painter, row.verdicts, parts.marks, scheme, ground, digits=not parts.narrow)
    if parts.narrow:
        if row.meters:
            _paint_short_meter(painter, row, parts.marks, scheme)
        return
    paint_meters(painter, row.meters, parts.marks.adjusted(0, scaled(32), 0, 0), scheme, ground)


def _paint_short_meter(painter: QPainter, row: RowData, room: QRect, scheme: Scheme) -> None:
    first, _ = verdict_places(room, digits=False)
    before = QRect(room.left(), room.top(), first.left() - scaled(16) - room.left(), room.height())
    paint_meter_number(painter, row.meters[0], before, scheme)
