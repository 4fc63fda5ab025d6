"""Count, sizes against buckets, and caption lengths: small painted gauges with their numbers."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.dataset.choices import DatasetChoices
from app.export.bucket_tally import bucket_tally
from app.images.buckets import Size
from app.review.lengths import lengths
from app.ui.aspects import Aspect, Changed
from app.ui.background import Lane
from app.ui.commas import listed
from app.ui.scheme import current_scheme, scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.gauge_drawings import COUNT, LENGTHS, SIZES, Drawing, Figures
from app.ui.widgets.labels import Line, Type

GATHER_MS = 300


class DatasetGauges(QWidget):
    """Gathers its figures only while it can be seen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.figures = Figures()
        self._asked = 0
        self._titles = tuple(FewLines(Type.HEADING, self, pitch=20) for _ in range(3))
        self._reasons = tuple(FewLines(Type.QUIET, self, pitch=20) for _ in range(3))
        self.count, self.sizes, self.lengths = (
            Gauge(drawing, self) for drawing in (COUNT, SIZES, LENGTHS)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        gauges = (self.count, self.sizes, self.lengths)
        for title, reason, gauge in zip(self._titles, self._reasons, gauges, strict=True):
            column.addWidget(Line(self))
            column.addSpacing(4)
            head = QHBoxLayout()
            head.setSpacing(scaled(8))
            head.addWidget(title)
            head.addWidget(reason, 1)
            column.addLayout(head)
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
        words = (tr("Count"), tr("Sizes against buckets"), tr("Caption lengths"))
        for title, text in zip(self._titles, words, strict=True):
            title.set_text(text)
        self._reasons[0].set_text(tr("leaving one out beats adding one"))
        self._reasons[2].set_text(tr("in words"))
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
            self._asked += 1
            self._show(Figures())
            return
        present = dataset.present()
        evidence = [dataset.evidence_of(number) for number in present]
        sizes = [(e.width, e.height) for e in evidence if e.width and e.height]
        readings = [self._session.readings[n] for n in present if n in self._session.readings]
        counts = [reading.word_count for reading in readings if reading.word_count]
        overlong = sum(bool(reading.overruns) for reading in readings)
        self._asked += 1
        self._session.background.in_thread(
            Lane.BULK,
            partial(_figures, len(present), sizes, dataset.choices, counts, overlong),
            then=partial(self._gathered, self._asked),
            failed=lambda _: None,
        )

    def _gathered(self, asked: int, figures: object) -> None:
        if asked == self._asked and isinstance(figures, Figures):
            self._show(figures)

    def _show(self, figures: Figures) -> None:
        self.figures = figures
        for gauge in (self.count, self.sizes, self.lengths):
            gauge.show_figures(figures)
        dataset = self._session.dataset
        self._reasons[1].set_text("" if dataset is None else _resolution(dataset.choices))

    def showEvent(self, event: QShowEvent) -> None:
        """Gather what came while nobody looked."""
        super().showEvent(event)
        self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._later.stop()
        super().hideEvent(event)


class Gauge(QWidget):
    """Shows a drawing of the figures, and says them in words to readers of screens."""

    def __init__(self, drawing: Drawing, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self._figures = Figures()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: Figures) -> None:
        """Show others."""
        self._figures = figures
        self.setAccessibleName(self._drawing.words(figures))
        self.setFixedHeight(self._drawing.height(figures))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint with the scheme that is on."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.paint(painter, self.size(), self._figures, current_scheme())
        painter.end()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(scaled(320), self.height())


def _resolution(choices: DatasetChoices) -> str:
    """What the buckets are made from."""
    sizes = (choices.resolution, *choices.more_resolutions)
    words = [str(w) if w == h else f"{w} × {h}" for w, h in sizes]
    return tr("resolution {size}, step {step}", size=listed(words), step=choices.bucket_step)


def _figures(
    entries: int,
    sizes: Sequence[Size],
    choices: DatasetChoices,
    words: Sequence[int],
    overlong: int,
) -> Figures:
    """For a thread: thousands of pictures may have as many sizes."""
    return Figures(entries, bucket_tally(sizes, choices), lengths(words), overlong)
