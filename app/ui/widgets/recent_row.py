"""One folder of the first page: three pictures, its name, how much is in it, how it stood."""

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from app.images.glance import PICTURES, Glance
from app.lint.rule import Severity
from app.recent import Recent, Standing
from app.ui.commas import listed
from app.ui.icons import paint_icon
from app.ui.pictures import as_image
from app.ui.scheme import SEVERITY_ICONS, Scheme, current_scheme, scaled, type_key
from app.ui.text import tr, trn
from app.ui.widgets.words import paint_words

PICTURE_SIDE = 56
_GAP = 2
_SIDE = 16
_TICKS = 30
"""Of the pass that is due, whatever the number of entries."""
_WEEKDAY = re.compile(r"[\s,]*dddd[\s,]*")


class RecentRow(QPushButton):
    """A button as wide as its card. What is not known yet stays empty; nothing moves later."""

    def __init__(self, recent: Recent, title: str, parent: QWidget, *, note: str = "") -> None:
        super().__init__(parent)
        self._note = note
        self._recent = recent
        self.folder = recent.folder
        self._title = title
        self._glance = Glance(there=True)
        self._pictures: list[QImage] = []
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(str(recent.folder))
        self._name()

    @property
    def there(self) -> bool:
        """The folder can be opened, as far as is known."""
        return self._glance.there

    def show_glance(self, glance: Glance) -> None:
        """What was seen of the folder."""
        self._glance = glance
        self._pictures = [as_image(pixels) for pixels in glance.pictures]
        self._name()
        self.update()

    def _lines(self) -> tuple[str, str]:
        if not self._glance.there:
            return tr("The folder is not there now."), tr("Find it…")
        counts = ""
        if self._glance.images:
            counts = tr(
                "{concepts}, {images}",
                concepts=trn("%n concepts", self._glance.concepts),
                images=trn("%n images", self._glance.images),
            )
        if counts and self._recent.left is not None:
            counts = tr("{counts}, {day}", counts=counts, day=_day(self._recent.left))
        standing = self._recent.standing
        return counts, self._note or (
            _standing_words(standing) if standing else str(self.folder.parent)
        )

    def _name(self) -> None:
        self.setAccessibleName(listed(part for part in (self._title, *self._lines()) if part))

    def sizeHint(self) -> QSize:
        """The pictures with their margins."""
        return QSize(scaled(400), scaled(PICTURE_SIDE + 2 * _SIDE))

    def minimumSizeHint(self) -> QSize:
        """Words are cut before pictures are."""
        return QSize(scaled(280), scaled(PICTURE_SIDE + 2 * _SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures at the left; name, counts and place beside them."""
        del event
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter, scheme = QPainter(self), current_scheme()
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        side, gap = scaled(PICTURE_SIDE), scaled(_GAP)
        strip = QRect(scaled(_SIDE), scaled(_SIDE), PICTURES * side + (PICTURES - 1) * gap, side)
        if self._glance.there:
            for number in range(PICTURES):
                place = QRect(strip.left() + number * (side + gap), strip.top(), side, side)
                self._paint_picture(painter, place, number, scheme)
        else:
            _paint_lost(painter, strip, scheme)
        left = strip.right() + 1 + scaled(_SIDE)
        width = self.width() - left - scaled(_SIDE)
        counts, place = self._lines()
        ink = scheme.text if self._glance.there else scheme.text2
        there = self._glance.there
        # Two lines stand in the middle: what leads on follows on the line that says why.
        top = strip.top() + (0 if place and there else scaled(9))
        taken = 0
        for words, size, weight, colour in (
            (self._title, 14, 600, ink),
            (counts, 12, 400, scheme.text2),
        ):
            room = QRect(left, top, width, scaled(20))
            cut = Qt.TextElideMode.ElideMiddle
            taken = paint_words(painter, words, room, colour, size, weight, cut=cut)
            top += scaled(20 if size == 14 else 18)
        room = QRect(left, top, width, scaled(20))
        standing = self._recent.standing
        if not there:
            _paint_lead(painter, place, room.adjusted(taken + scaled(6), -scaled(18), 0, 0), scheme)
        elif standing is not None and not self._note:
            _paint_standing(painter, standing, room, scheme)
        else:
            cut = Qt.TextElideMode.ElideMiddle
            paint_words(painter, place, room, scheme.text2, 12, cut=cut)
        painter.end()

    def _paint_picture(self, painter: QPainter, place: QRect, number: int, scheme: Scheme) -> None:
        painter.fillRect(place, QColor(scheme.mat))
        if number >= len(self._pictures):
            return
        image = self._pictures[number]
        size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(place.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)


def _paint_lead(painter: QPainter, words: str, room: QRect, scheme: Scheme) -> None:
    """What leads on, underlined: its colour alone would not tell it."""
    room.setHeight(scaled(20))
    taken = paint_words(painter, words, room, scheme.accent, 12)
    below = room.top() + room.height() - scaled(3)
    painter.fillRect(QRect(room.left(), below, taken, 1), QColor(scheme.accent))


def _paint_lost(painter: QPainter, room: QRect, scheme: Scheme) -> None:
    """A dashed place where the pictures would be."""
    painter.setPen(QPen(QColor(scheme.line2), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5))
    size = scaled(16)
    x = room.left() + (room.width() - size) / 2
    paint_icon(painter, "folder", scheme.text2, x, room.top() + (room.height() - size) / 2, size)


def _day(day: date) -> str:
    """In the order of the desktop's region, without its weekday: the line is short.

    In the words of the interface: a desktop in another language names the months otherwise.
    """
    locale, spoken = QLocale(), QLocale(type_key()[0])
    if locale.language() is not spoken.language():
        locale = spoken
    pattern = locale.dateFormat(QLocale.FormatType.LongFormat)
    pattern = _WEEKDAY.sub("", pattern).replace("MMMM", "MMM")
    return locale.toString(QDate(day.year, day.month, day.day), pattern)


def _pass_words(standing: Standing) -> tuple[str, str]:
    number = tr("Pass {number}", number=standing.pass_number)
    done = standing.approved + standing.flagged
    return number, tr("{done} of {total}", done=done, total=standing.entries)


def _finding_words(standing: Standing) -> dict[Severity, str]:
    """Errors and warnings, those that there are."""
    words = {
        Severity.ERROR: trn("%n errors", standing.errors) if standing.errors else "",
        Severity.WARNING: trn("%n warnings", standing.warnings) if standing.warnings else "",
    }
    return {severity: text for severity, text in words.items() if text}


def _standing_words(standing: Standing) -> str:
    """What the line shows, for those who do not see it."""
    if standing.reviewed_twice:
        return tr("Reviewed twice")
    if _begun(standing):
        return " ".join(_pass_words(standing))
    return listed(_finding_words(standing).values()) or tr("No errors, no warnings")


def _begun(standing: Standing) -> bool:
    return standing.pass_number == 2 or bool(standing.approved or standing.flagged)


def _paint_standing(painter: QPainter, standing: Standing, room: QRect, scheme: Scheme) -> None:
    """Reviewed twice; or the pass that is due as ticks; or what the findings are."""
    if standing.reviewed_twice:
        _paint_with_icon(painter, "tick", scheme.accent, _standing_words(standing), room, scheme)
    elif _begun(standing):
        title, count = _pass_words(standing)
        left = room.left() + paint_words(painter, title, room, scheme.text2, 12) + scaled(8)
        row = QRect(left, room.top(), min(_TICKS * scaled(4), room.right() - left), room.height())
        _paint_ticks(painter, standing, row, scheme)
        rest = room.adjusted(row.right() + 1 + scaled(8) - room.left(), 0, 0, 0)
        paint_words(painter, count, rest, scheme.text2, 12)
    elif words := _finding_words(standing):
        for severity, text in words.items():
            name, token = SEVERITY_ICONS[severity]
            colour = getattr(scheme, token)
            taken = _paint_with_icon(painter, name, colour, text, room, scheme)
            room = room.adjusted(taken + scaled(12), 0, 0, 0)
    else:
        paint_words(painter, _standing_words(standing), room, scheme.text2, 12)


def _paint_with_icon(
    painter: QPainter, name: str, colour: str, words: str, room: QRect, scheme: Scheme
) -> int:
    """A picture and words; the width they took."""
    size, gap = scaled(12), scaled(6)
    paint_icon(painter, name, colour, room.left(), room.top() + (room.height() - size) / 2, size)
    beside = room.adjusted(size + gap, 0, 0, 0)
    return size + gap + paint_words(painter, words, beside, scheme.text2, 12)


def _paint_ticks(painter: QPainter, standing: Standing, room: QRect, scheme: Scheme) -> None:
    """Shares of the entries: approved, then flagged and taller, then what is to come."""
    base = room.bottom() - scaled(5)
    share = _TICKS / max(standing.entries, 1)
    approved = round(standing.approved * share)
    flagged = min(_TICKS - approved, max(round(standing.flagged * share), bool(standing.flagged)))
    for number in range(room.width() // scaled(4)):
        is_flagged = approved <= number < approved + flagged
        height = scaled(10 if is_flagged else 8)
        colour = scheme.accent if number < approved else scheme.track
        place = QRect(room.left() + number * scaled(4), base - height, scaled(3), height)
        painter.fillRect(place, QColor(scheme.warning if is_flagged else colour))
