"""The bar above the sheet: which dataset, which filter, which order, how large, and Export."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)

from app.review.order import Order
from app.ui.icons import icon
from app.ui.scheme import current_scheme, interface_font, scaled
from app.ui.text import tr, trn
from app.ui.widgets.choice import SnugChoice
from app.ui.widgets.key_caps import KeyCap
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Pictogram, Type

STEPS = (56, 80, 104, 152, 208)
"""Thumbnail sides of the slider's steps, in logical pixels."""
NARROW = 1160
"""Below this width words give way to icons."""


class FilterField(QLineEdit):
    """The filter: a glass at the left; at the right its key, or what clears it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        glass = self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        glass.setEnabled(True)
        self.clearing = self.addAction(icon("close"), QLineEdit.ActionPosition.TrailingPosition)
        self.clearing.triggered.connect(self.clear)
        self._key = KeyCap(QKeySequence.StandardKey.Find, self)
        self.textChanged.connect(self._show_end)
        self._show_end()

    def _show_end(self) -> None:
        self.clearing.setVisible(bool(self.text()))
        key = not self.text() and not self.hasFocus()
        self._key.setVisible(key)
        self.setTextMargins(0, 0, self._key.sizeHint().width() + scaled(12) if key else 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears what stands here."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The key has done its work."""
        super().focusInEvent(event)
        self._show_end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The key leads here again."""
        super().focusOutEvent(event)
        self._show_end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The key stands at the right end."""
        super().resizeEvent(event)
        size = self._key.sizeHint()
        top = (self.height() - size.height()) // 2
        self._key.setGeometry(QRect(QPoint(self.width() - size.width() - scaled(10), top), size))


class Header(QWidget):
    """Says what the person chose; decides nothing."""

    filter_changed = Signal(str)
    order_changed = Signal(object)
    """Order."""
    step_changed = Signal(int)
    """Number of the thumbnail step."""
    export_wanted = Signal()

    def __init__(self, datasets: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts = (0, 0, 0)
        self.setFixedHeight(scaled(45))
        self.dataset = QToolButton(self)
        self.dataset.setMenu(datasets)
        self.dataset.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.dataset.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.dataset.setAutoRaise(True)
        self.dataset.setFont(interface_font(size=14, weight=600))
        self._count = Label(Type.QUIET, parent=self)
        self.filter = FilterField(self)
        self.filter.setMinimumWidth(scaled(160))
        self.filter.setMaximumWidth(scaled(420))
        self.filter.setFixedHeight(scaled(30))
        self.problem = Label(Type.WARNING, parent=self)
        self.order = SnugChoice(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, len(STEPS) - 1)
        self.slider.setPageStep(1)
        self.slider.setFixedWidth(scaled(72))
        self._small = Pictogram("thumbnails-small", parent=self, size=16)
        self._large = Pictogram("thumbnails-large", parent=self, size=16)
        self.export = KeyedButton("", "", self, filled=True)
        self.export.setIconSize(QSize(16, 16))
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 16, 1)
        row.setSpacing(12)
        row.addWidget(self.dataset)
        row.addWidget(self._count)
        row.addSpacing(8)
        row.addWidget(self.filter, 12)
        row.addWidget(self.problem)
        row.addWidget(self.order)
        row.addWidget(self._small)
        row.addWidget(self.slider)
        row.addWidget(self._large)
        row.addStretch(1)
        row.addWidget(self.export)
        self._row = row
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.filter_changed)
        self.order.chosen.connect(lambda: self.order_changed.emit(self.order.value))
        self.slider.valueChanged.connect(self.step_changed)
        self.export.clicked.connect(self.export_wanted)

    def insert_before_export(self, widget: QWidget) -> None:
        """A further thing on the bar, left of the main act."""
        self._row.insertWidget(self._row.count() - 1, widget)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.filter.setPlaceholderText(tr("Filter: words, has:finding"))
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.clearing.setToolTip(tr("Clear the filter (Esc)"))
        self.filter.setToolTip(
            tr(
                "Words in name or caption; concept: rule: light: mood: style: size: chars: has: "
                "is:  with or, not and brackets. Example: has:finding -light:night"
            )
        )
        self.order.set_options(
            [
                (Order.FOLDER, tr("Folder order")),
                (Order.NAME, tr("By name")),
                (Order.FINDINGS, tr("By findings")),
                (Order.LENGTH, tr("By caption length")),
                (Order.LIGHTNESS, tr("By lightness")),
                (Order.SIZE, tr("By size")),
            ]
        )
        self.order.setAccessibleName(tr("Order"))
        self.slider.setAccessibleName(tr("Thumbnail size"))
        self.slider.setToolTip(tr("Thumbnail size (Ctrl+wheel)"))
        self.export.setToolTip(tr("Export… (Ctrl+E)"))
        self._fit_words()
        self.show_counts(*self._counts)
        self.restyle()

    def restyle(self) -> None:
        """Take the icons and colours of the scheme that is on."""
        self.dataset.setIcon(icon("folder"))
        filled = bool(self.export.property("filled"))
        self.export.setIcon(icon("export", "on_accent" if filled else "text"))

    def let_another_lead(self, *, leads: bool) -> None:
        """The page below has an act of its own that comes first: one filled button is enough."""
        self.export.setProperty("filled", not leads)
        self.restyle()
        self.export.update()

    def show_dataset(self, name: str) -> None:
        """The open folder's name."""
        self.dataset.setText(name)
        self.dataset.setAccessibleName(tr("Dataset {name}", name=name))

    def show_counts(self, concepts: int, entries: int, shown: int) -> None:
        """How many there are, and how many of them the filter shows."""
        self._counts = (concepts, entries, shown)
        text = tr(
            "{concepts}, {entries}",
            concepts=trn("%n concepts", concepts),
            entries=trn("%n entries", entries),
        )
        if shown != entries:
            text = tr("{shown} of {entries}", shown=shown, entries=trn("%n entries", entries))
        self._count.setText(text)

    def show_problem(self, text: str) -> None:
        """Why the filter cannot be understood; empty where it can."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words become icons where there is no room for them."""
        super().resizeEvent(event)
        self._fit_words()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of bars, and a line below."""
        del event
        painter, scheme = QPainter(self), current_scheme()
        painter.fillRect(self.rect(), QColor(scheme.bar))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(scheme.line))
        painter.end()

    def _fit_words(self) -> None:
        narrow = self.width() < scaled(NARROW)
        self.export.setText("" if narrow else tr("Export…"))
        self.export.setAccessibleName(tr("Export…"))
        self._count.setVisible(not narrow)
        self._large.setVisible(not narrow)
        self.order.setVisible(self.width() >= scaled(900))
        self.export.updateGeometry()
