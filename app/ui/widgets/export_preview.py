"""What an export makes of one pair: the cut picture, and the caption as the trainer reads it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.export.planned import PlannedPair
from app.export.seen import Seen
from app.messages import Message
from app.ui.models.picture_over import over_of_pair
from app.ui.models.plan import pair_text, trained_text
from app.ui.scheme import scaled
from app.ui.text import say, tr
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.picture import Picture

SIDE = 16
CAPTION_LINES = 5
TEXTS = 4
"""So many of the texts that chance may draw are shown."""


class ExportPreview(QWidget):
    """Shows one planned pair; the picture itself comes when its owner has been asked for it."""

    picture_wanted = Signal(int, int)
    """Entry, longest side in device pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: PlannedPair | None = None
        self.picture = Picture(self)
        self.picture.setMinimumHeight(scaled(120))
        self._name = Label(Type.NAME, parent=self)
        self.done = FewLines(Type.QUIET, self)
        self._trains = FewLines(Type.QUIET, self)
        self._caption = FewLines(Type.SMALL, self, most=CAPTION_LINES)
        self._remarks = FewLines(Type.QUIET, self, most=2)
        line = QHBoxLayout()
        line.setSpacing(scaled(12))
        line.addWidget(self._name)
        line.addWidget(self.done, 1)
        about = QVBoxLayout()
        about.setContentsMargins(SIDE, 8, SIDE, 8)
        about.setSpacing(scaled(2))
        about.addLayout(line)
        about.addSpacing(scaled(4))
        about.addWidget(self._trains)
        about.addWidget(self._caption)
        about.addWidget(self._remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture, 1)
        column.addLayout(about)

    def show_pair(self, pair: PlannedPair, seen: Seen) -> None:
        """Show a pair; its picture is asked for where another one stands here."""
        another = self._pair is None or self._pair.known_as != pair.known_as
        self._pair = pair
        if another:
            self.picture.clear()
            if pair.entry is None:
                self.picture.show_reason(tr("A picture of the first training"))
            else:
                self.picture_wanted.emit(pair.entry, round(480 * self.devicePixelRatioF()))
        self.picture.show_over(over_of_pair(pair))
        self._name.setText(pair.target.replace("/", " / "))
        width, height = pair.source_size
        before = "" if pair.treatment.size == pair.source_size else f"{width} × {height} → "
        self.done.set_text(before + pair_text(pair))
        sizes = trained_text(pair)
        self._trains.set_text(
            tr("Trains at {sizes}, on these words", sizes=sizes)
            if sizes
            else tr("Trains on these words")
        )
        self._caption.set_text(_texts(seen))
        self._remarks.set_text(" ".join(say(remark) for remark in seen.remarks))
        self._remarks.setVisible(bool(seen.remarks))

    def caption(self) -> str:
        """What is shown of the caption, with what chance does to it."""
        return "\n".join(text for text in (self._caption.text(), self._remarks.text()) if text)

    def show_picture(self, entry: int, image: object) -> None:
        """A picture that was asked for: QImage, or Message where there is none."""
        if self._pair is None or entry != self._pair.entry:
            return
        if isinstance(image, QImage):
            self.picture.show_image(image, *self._pair.source_size)
        elif isinstance(image, Message):
            self.picture.show_reason(say(image))


def _texts(seen: Seen) -> str:
    shown = [text or tr("(no words)") for text in seen.texts[:TEXTS]]
    more = len(seen.texts) - len(shown)
    return "\n".join([*shown, *([f"+{more}"] if more > 0 else [])])
