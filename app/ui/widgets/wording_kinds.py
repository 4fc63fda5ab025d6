"""The column of the Wording tab: the four kinds of words, and what each stroke means."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.lint.terms import Kind
from app.lint.wording import KINDS
from app.ui.commas import listed
from app.ui.icons import paint_icon
from app.ui.models.wording import MANY, kind_name
from app.ui.scheme import current_scheme, scaled
from app.ui.text import tr
from app.ui.text_marks import UnderlinedSpan, Weight
from app.ui.widgets.caption_layout import CaptionType
from app.ui.widgets.labels import Label, Type
from app.ui.widgets.marked_text import MarkedText
from app.ui.widgets.words import RIGHT, paint_words

ICONS = {Kind.LIGHTING: "sun", Kind.MOOD: "face", Kind.CAMERA: "camera", Kind.MEDIUM: "frame"}


class WordingKinds(QWidget):
    """The four kinds with the number of their families; arrows move between them."""

    chosen = Signal(object)
    """Kind."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._group = QButtonGroup(self)
        self._hint = Label(Type.QUIET, parent=self, wrap=True)
        self._hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(0)
        for number, kind in enumerate(KINDS):
            button = _KindButton(ICONS[kind], self)
            self._group.addButton(button, number)
            column.addWidget(button)
        self._rest = QVBoxLayout()
        self._rest.setContentsMargins(16, 16, 12, 0)
        self._rest.setSpacing(scaled(16))
        self._rest.addWidget(self._hint)
        self._legend = MarkedText(CaptionType(12, 20), self, token="text2")
        self._rest.addWidget(self._legend)
        column.addLayout(self._rest)
        column.addStretch()
        self._group.button(0).setChecked(True)
        self._group.idToggled.connect(self._toggled)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        for number, kind in enumerate(KINDS):
            self._group.button(number).setText(kind_name(kind))
        self._hint.setText(
            tr("One light, one wording. The model learns two words for one thing as two things.")
        )
        self._show_legend()

    def _show_legend(self) -> None:
        """Each kind of word in its own stroke, as in captions."""
        words = (
            (tr("dashes: light"), Kind.LIGHTING),
            (tr("dots: mood"), Kind.MOOD),
            (tr("wave: modifier"), Kind.MODIFIER),
        )
        text, spans = "", []
        for line, kind in words:
            start = len(text)
            text += f"{line}\n"
            spans.append(UnderlinedSpan(start, start + len(line), kind, Weight.KNOWN))
        self._legend.show_text(text.rstrip("\n"), spans)

    def set_compact(self, *, compact: bool) -> None:
        """The small desk has no room for advice."""
        self._hint.setVisible(not compact)
        self._legend.setVisible(not compact)
        for button in self._group.buttons():
            button.setFixedHeight(scaled(30 if compact else 40))

    def show_counts(self, wording: object, current: Kind) -> None:
        """Families of every kind, and a triangle where one speaks with many words."""
        assert isinstance(wording, dict)
        for number, kind in enumerate(KINDS):
            button = self._group.button(number)
            assert isinstance(button, _KindButton)
            families = wording[kind].families
            many = any(len(family.phrases) >= MANY for family in families)
            button.show_count(len(families), many=many)
            if kind is current and not button.isChecked():
                button.setChecked(True)

    def _toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(KINDS[number])


class _KindButton(QAbstractButton):
    """Icon, name, and at the right the count with its triangle."""

    def __init__(self, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count = 0
        self._many = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(scaled(40))

    def show_count(self, count: int, *, many: bool) -> None:
        """Say how many families there are."""
        self._count, self._many = count, many
        warned = tr("several wordings") if many else ""
        self.setAccessibleDescription(listed(part for part in (str(count), warned) if part))
        self.update()

    def sizeHint(self) -> QSize:
        """The column decides."""
        return QSize(scaled(128), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The wash for the chosen one."""
        del event
        scheme, room = current_scheme(), self.rect()
        painter = QPainter(self)
        if self.isChecked():
            painter.fillRect(room, QColor(scheme.accent_wash))
        size = scaled(16)
        left, top = scaled(16), (room.height() - size) // 2
        paint_icon(painter, self._icon, scheme.text2, left, top, size)
        left += size + scaled(8)
        words = QRect(left, 0, room.width() - left - scaled(16), room.height())
        weight = 600 if self.isChecked() else 400
        count = str(self._count)
        taken = paint_words(painter, count, words, scheme.text2, 12, align=RIGHT)
        if self._many:
            mark = scaled(14)
            left = words.right() + 1 - taken - mark - scaled(6)
            top = (room.height() - mark) // 2
            paint_icon(painter, "warning", scheme.warning, left, top, mark)
        paint_words(painter, self.text(), words, scheme.text, 13, weight)
        if self.hasFocus():
            painter.setPen(QColor(scheme.accent))
            painter.drawRect(room.adjusted(0, 0, -1, -1))
        painter.end()
