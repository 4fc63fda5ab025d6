"""Count, sizes against buckets, and caption lengths: small painted gauges with their numbers."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.export.bucket_tally import BucketShare, bucket_tally
from app.review.lengths import Lengths, lengths
from app.ui.aspects import Aspect, Changed
from app.ui.icons import paint_icon
from app.ui.scheme import Scheme, current_scheme, scaled
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.widgets.labels import Label, Line, Type
from app.ui.widgets.words import CENTRE, RIGHT, paint_words

GATHER_MS = 300
LISTED = 8
"""Buckets listed one by one."""
LOSS = 0.05
"""Share of a picture from which on its loss is warned of."""
NO_LOSS = 0.0005
SCALE_END = 70
_BANDS = ((5, 10), (11, 14), (15, 25), (26, 50), (51, 59), (60, SCALE_END))


@dataclass(frozen=True, slots=True)
class Figures:
    """What the three gauges show."""

    entries: int = 0
    buckets: tuple[BucketShare, ...] = ()
    lengths: Lengths | None = None
    overlong: int = 0
    """Captions that overrun a window of the model's encoders."""


def count_words(count: int) -> str:
    """What the guide says of so many pictures."""
    if count < 5:
        return tr("too few")
    if count <= 10:
        return tr("unstable, wide variation")
    if count <= 14:
        return tr("getting there")
    if count <= 25:
        return tr("most efficient")
    if count <= 50:
        return tr("best, if consistent")
    return tr("no harm") if count < 60 else tr("little gain, more duplication")


class DatasetGauges(QWidget):
    """Gathers its figures only while it can be seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.figures = Figures()
        self._titles = tuple(Label(Type.HEADING, parent=self) for _ in range(3))
        self.count, self.sizes, self.lengths = _Count(self), _Buckets(self), _Lengths(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for title, gauge in zip(self._titles, (self.count, self.sizes, self.lengths), strict=True):
            if gauge is not self.count:
                column.addSpacing(8)
                column.addWidget(Line(self))
                column.addSpacing(4)
            column.addWidget(title)
            column.addWidget(gauge)
        self._later = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._later.timeout.connect(self._gather)
        session.changed.connect(self._changed)
        for signal in (session.rows_changed, session.choices_changed, session.opened):
            signal.connect(self._changed_later)
        session.closed.connect(self._changed_later)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        words = (tr("Count"), tr("Sizes against buckets"), tr("Caption lengths, in words"))
        for title, text in zip(self._titles, words, strict=True):
            title.setText(text)
        self._show(self.figures)

    def _changed(self, change: Changed) -> None:
        if change.aspects & {Aspect.EVIDENCE, Aspect.FINDINGS}:
            self._changed_later()

    def _changed_later(self) -> None:
        if self.isVisible() and not self._later.isActive():
            self._later.start()

    def _gather(self) -> None:
        dataset = self._session.dataset
        if dataset is None:
            self._show(Figures())
            return
        present = dataset.present()
        evidence = [dataset.evidence_of(number) for number in present]
        sizes = [(e.width, e.height) for e in evidence if e.width and e.height]
        readings = [self._session.readings[n] for n in present if n in self._session.readings]
        counts = [reading.word_count for reading in readings if reading.word_count]
        self._show(
            Figures(
                len(present),
                bucket_tally(sizes, dataset.choices),
                lengths(counts),
                sum(bool(reading.overruns) for reading in readings),
            )
        )

    def _show(self, figures: Figures) -> None:
        self.figures = figures
        for gauge in (self.count, self.sizes, self.lengths):
            gauge.show_figures(figures)

    def showEvent(self, event: QShowEvent) -> None:
        """Gather what came while nobody looked."""
        super().showEvent(event)
        self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._later.stop()
        super().hideEvent(event)


class _Gauge(QWidget):
    """Painted from figures, and said in words to readers of screens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.figures = Figures()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Figures) -> None:
        """Show others."""
        self.figures = figures
        self.setAccessibleName(self.words())
        self.setFixedHeight(self.wanted_height())
        self.update()

    def words(self) -> str:
        """Everything that is painted, in words."""
        raise NotImplementedError

    def wanted_height(self) -> int:
        """In device-independent pixels."""
        raise NotImplementedError

    def paint(self, painter: QPainter, scheme: Scheme) -> None:
        """Paint the figures."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint with the scheme that is on."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, current_scheme())
        painter.end()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(scaled(320), self.height())


class _Count(_Gauge):
    """The bands of the guide, and where this set stands."""

    def words(self) -> str:
        return f"{trn('%n entries', self.figures.entries)}: {count_words(self.figures.entries)}"

    def wanted_height(self) -> int:
        return scaled(64)

    def paint(self, painter: QPainter, scheme: Scheme) -> None:
        width, count = self.width() - scaled(4), self.figures.entries
        unit = width / SCALE_END
        bar = QRectF(0, scaled(24), width, scaled(8))
        painter.fillRect(bar, QColor(scheme.track))
        for low, high in _BANDS:
            best = low in (15, 26)
            inside = low <= count <= high or (high == SCALE_END and count > high)
            room = QRectF(low * unit, bar.top(), (high + 1 - low) * unit - 2, bar.height())
            room.setRight(min(room.right(), width))
            shade = scheme.accent if best else scheme.line2 if inside else scheme.track
            painter.fillRect(room, QColor(shade))
        at = min(count, SCALE_END) * unit
        painter.setPen(QPen(QColor(scheme.text), 2))
        painter.drawLine(round(at), round(bar.top()) - 4, round(at), round(bar.bottom()) + 4)
        place = QRect(min(max(round(at) - 30, 0), round(width) - 60), 0, 60, scaled(18))
        paint_words(painter, str(count), place, scheme.text, 13, 600, align=CENTRE)
        below = QRect(0, round(bar.bottom()) + scaled(8), round(width), scaled(18))
        paint_words(painter, count_words(count), below, scheme.text2, 12)
        paint_words(painter, tr("best from 15 to 50"), below, scheme.text2, 12, align=RIGHT)


class _Buckets(_Gauge):
    """A line for each of the fullest buckets: its shape, its pictures, and what they lose."""

    def words(self) -> str:
        return "; ".join(
            f"{one.bucket[0]} × {one.bucket[1]}: {one.count}, {self._note(one)}"
            for one in self.figures.buckets
        )

    def wanted_height(self) -> int:
        lines = min(len(self.figures.buckets), LISTED + 1)
        return scaled(24) * max(lines, 1)

    def paint(self, painter: QPainter, scheme: Scheme) -> None:
        buckets = self.figures.buckets
        room = QRect(0, 0, self.width(), scaled(24))
        if not buckets:
            paint_words(painter, tr("nothing measured yet"), room, scheme.text2, 12)
            return
        most = buckets[0].count
        for one in buckets[:LISTED]:
            self._paint_line(painter, one, most, room, scheme)
            room.translate(0, scaled(24))
        rest = len(buckets) - LISTED
        if rest > 0:
            paint_words(painter, trn("%n more buckets", rest), room, scheme.text2, 12)

    def _paint_line(
        self, painter: QPainter, one: BucketShare, most: int, room: QRect, scheme: Scheme
    ) -> None:
        width, height = one.bucket
        longest = scaled(14) / max(width, height, 1)
        shape = QRectF(0, 0, width * longest, height * longest)
        shape.moveCenter(QRectF(room.left(), room.top(), scaled(16), room.height()).center())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(scheme.text2), 1))
        painter.drawRect(shape)
        name = room.adjusted(scaled(28), 0, 0, 0)
        paint_words(painter, f"{width} × {height}", name, scheme.text, 12)
        full = max(round(room.width() * 0.22), scaled(40))
        bar = QRect(scaled(116), 0, max(round(full * one.count / most), 3), scaled(8))
        bar.moveTop(room.top() + (room.height() - bar.height()) // 2)
        alone = one.count < max(most // 4, 2)
        painter.fillRect(bar, QColor(scheme.line2 if alone else scheme.accent))
        left = scaled(116) + full + scaled(8)
        count = QRect(left, room.top(), scaled(32), room.height())
        paint_words(painter, str(one.count), count, scheme.text, 12, 600, align=RIGHT)
        left = count.right() + scaled(12)
        if one.lost >= LOSS or one.enlarged > 1:
            size = scaled(14)
            top = room.top() + (room.height() - size) // 2
            paint_icon(painter, "warning", scheme.warning, left, top, size)
            left += size + scaled(6)
        note = QRect(left, room.top(), room.right() - left, room.height())
        paint_words(painter, self._note(one), note, scheme.text2, 12)

    def _note(self, one: BucketShare) -> str:
        lost = tr("loses up to {percent} %", percent=f"{one.lost * 100:.1f}")
        if one.lost < NO_LOSS:
            lost = tr("nothing is lost")
        if one.enlarged > 1:
            return f"{lost}, × {one.enlarged:.2f}"
        return lost


class _Lengths(_Gauge):
    """Bars over the number of words."""

    def words(self) -> str:
        found = self.figures.lengths
        if found is None:
            return tr("no captions")
        parts = [tr("Median {count}.", count=found.median)]
        if self.figures.overlong:
            parts.append(trn("%n overrun the model's window.", self.figures.overlong))
        return " ".join(parts)

    def wanted_height(self) -> int:
        return scaled(96)

    def paint(self, painter: QPainter, scheme: Scheme) -> None:
        found = self.figures.lengths
        top = QRect(0, 0, self.width(), scaled(18))
        paint_words(painter, self.words(), top, scheme.text2, 12)
        if found is None:
            return
        highest = max(found.bars)
        width = min(self.width() // max(len(found.bars), 1), scaled(36))
        floor = self.height() - scaled(18)
        room = floor - scaled(24)
        for number, count in enumerate(found.bars):
            height = round(room * count / highest)
            bar = QRect(number * width, floor - height, width - 3, height)
            painter.fillRect(bar, QColor(scheme.accent))
            if number % 2 == 0:
                words = str(number * found.step)
                below = QRect(number * width, floor + 2, width * 2, scaled(16))
                paint_words(painter, words, below, scheme.text2, 11)
        painter.fillRect(QRect(0, floor, width * len(found.bars), 1), QColor(scheme.line))
