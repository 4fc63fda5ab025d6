"""What is told of the current picture of the chart of light, and the keys that work there."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.models.finding_words import underlined
from app.ui.models.light_points import LightPoint
from app.ui.scheme import Scheme, current_scheme, interface_font, scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.text_marks import UnderlinedSpan, marks_of, paint_underlines, paint_washes
from app.ui.widgets.caption_layout import LayoutCache
from app.ui.widgets.key_caps import key_text, key_width, paint_key
from app.ui.widgets.small_pictures import SmallPictures
from app.ui.widgets.words import paint_words, words_width

CAPTION = 13
_layouts = LayoutCache(8)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class LightStrip(QWidget):
    """Picture, name, numbers and caption of the current mark, and the keys that work there."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._point: LightPoint | None = None
        self._pictures = SmallPictures(session, self)
        self._pictures.arrived.connect(self.update)
        self.setFixedHeight(scaled(84))

    @property
    def text(self) -> str:
        """Everything that is said, for readers of screens."""
        keys = tr("Enter opens it on the light table, the arrows walk along both axes.")
        lines = self._lines()
        return ". ".join(part for part in (*lines, keys) if part) if any(lines) else ""

    def show_point(self, point: LightPoint | None) -> None:
        """Tell of another picture."""
        self._point = point
        self.update()

    def _lines(self) -> tuple[str, str, str]:
        point = self._point
        if point is None or self._session.dataset is None:
            return "", "", ""
        entry = self._session.entry(point.entry)
        tone = self._session.dataset.evidence_of(point.entry).tone
        facts = (
            tr(
                "lightness {light}, b* {warmth}, {dark} % dark pixels, colourfulness {colour}",
                light=round(tone.lightness_mean),
                warmth=str(round(tone.b_mean)).replace("-", "\N{MINUS SIGN}"),
                dark=round(tone.dark_share * 100),
                colour=round(tone.colourfulness),
            )
            if tone is not None
            else ""
        )
        return self._session.name(entry.id), facts, (entry.text or "").replace("\n", " ")

    def _spans(self, entry: int) -> tuple[UnderlinedSpan, ...]:
        lint = self._session.lint
        if lint is None or entry not in self._session.readings:
            return ()
        return underlined(lint.terms(entry), lint.entry_findings(entry))

    def paintEvent(self, event: QPaintEvent) -> None:
        """One quiet card."""
        del event
        scheme, painter = current_scheme(), QPainter(self)
        painter.fillRect(self.rect(), scheme.colour("window"))
        name, facts, caption = self._lines()
        if self._point is not None and name:
            side = self.height() - scaled(16)
            place = QRect(scaled(8), scaled(8), side, side)
            self._pictures.paint_square(painter, self._point.entry, place, scheme)
            left = place.right() + 1 + scaled(16)
            line = QRect(left, scaled(8), self.width() - left - scaled(16), scaled(20))
            taken = paint_words(painter, name, line, scheme.text, 13, 600)
            beside = line.adjusted(taken + scaled(12), 0, 0, 0)
            paint_words(painter, facts, beside, scheme.text2, 12)
            self._paint_caption(painter, caption, line.translated(0, scaled(22)), scheme)
            _paint_keys(painter, line.translated(0, scaled(47)), scheme)
        painter.end()

    def _paint_caption(self, painter: QPainter, caption: str, room: QRect, scheme: Scheme) -> None:
        """One line, with the lines under it that it has on the sheet."""
        assert self._point is not None
        font = interface_font(size=CAPTION)
        laid = _layouts.lay_out(caption, font, scaled(20), room.width(), 1)
        origin = QPointF(room.topLeft())
        marks = marks_of(laid.text[: laid.shown], self._spans(self._point.entry))
        marked = laid.parts(marks)
        paint_washes(painter, marked, origin, scheme)
        painter.setPen(QPen(scheme.colour("text"), 1))
        laid.draw(painter, origin)
        paint_underlines(painter, marked, origin, font.pixelSize(), scheme)

    def sizeHint(self) -> QSize:
        """As wide as the chart."""
        return QSize(scaled(400), self.height())


def _paint_keys(painter: QPainter, room: QRect, scheme: Scheme) -> None:
    """Caps, each with what it does; what does not fit whole is left out."""
    left = room.left()
    for keys, words in (
        ((Qt.Key.Key_Return,), tr("opens it on the light table")),
        (_ARROWS, tr("along both axes")),
    ):
        caps = [key_text(QKeySequence(key)) for key in keys]
        wide = sum(key_width(cap) + scaled(4) for cap in caps) + words_width(words, 12)
        if left + wide > room.right():
            break
        for cap in caps:
            left += paint_key(painter, cap, left, room, scheme) + scaled(4)
        left += scaled(2)
        line = QRect(left, room.top(), room.right() - left, room.height())
        left += paint_words(painter, words, line, scheme.text2, 12) + scaled(16)
