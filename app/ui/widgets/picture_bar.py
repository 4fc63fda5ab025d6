"""The line under the picture: its name, its size, what the trainer makes of it, and its tools."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.ui.icons import icon
from app.ui.models.picture_over import OVERLAY_LETTERS, Overlay
from app.ui.scheme import interface_font, scaled
from app.ui.text import tr
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.labels import Label, Type

SIDE = 16


class PictureBar(QWidget):
    """Shows what it is told. Where it is narrow, the trainer's size goes first, then the words of
    the tools, then the concept.
    """

    overlay_wanted = Signal(object)
    """Overlay to draw, or no longer."""
    frame_toggled = Signal(bool)
    """Whether the crop frame shall be moved."""
    fit_wanted = Signal()
    actual_size_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._name = FewLines(Type.NAME, self)
        self._size = Label(Type.QUIET, parent=self)
        self._kept = Label(Type.QUIET, parent=self)
        self.over, self.crop, self.fit, self.actual = (QToolButton(self) for _ in range(4))
        self.crop.setCheckable(True)
        self.crop.clicked.connect(self.frame_toggled)
        self._overlays = QMenu(self)
        self.overlays = {one: QAction(self._overlays, checkable=True) for one in Overlay}
        for one, action in self.overlays.items():
            self._overlays.addAction(action)
            action.triggered.connect(lambda _=False, which=one: self.overlay_wanted.emit(which))
        self.over.setMenu(self._overlays)
        self.over.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.fit.clicked.connect(self.fit_wanted)
        self.actual.clicked.connect(self.actual_size_wanted)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SIDE, 2, 8, 2)
        self._row.setSpacing(scaled(8))
        self._row.addWidget(self._name)
        self._row.addWidget(self._size)
        self._row.addWidget(self._kept)
        self._row.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for button in self._tools():
            button.setAutoRaise(True)
            button.setFont(interface_font(size=12))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tools.addWidget(button)
        self._row.addLayout(tools)
        self.retranslate()

    def _tools(self) -> tuple[QToolButton, ...]:
        return self.over, self.crop, self.fit, self.actual

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.crop.setText(tr("Crop"))
        self.crop.setToolTip(tr("Move the frame that an export to one size keeps (R)"))
        self.over.setText(tr("Show"))
        self.over.setToolTip(tr("What is drawn over the picture"))
        # A letter behind a tab is shown like a shortcut, and is none: it is the picture's own key.
        for one, words in (
            (Overlay.CUT, tr("What the trainer cuts away")),
            (Overlay.FACES, tr("Faces and their expression")),
            (Overlay.TILES, tr("Sharpness, tile by tile")),
        ):
            self.overlays[one].setText(f"{words}\t{OVERLAY_LETTERS[one]}")
        self.fit.setText(tr("Fit"))
        self.fit.setToolTip(tr("The whole picture (0)"))
        self.actual.setText(tr("100 %"))
        self.actual.setToolTip(tr("One picture pixel for one of the screen (1)"))
        for button in self._tools():
            button.setAccessibleName(button.text())
        self.restyle()
        self._arrange()

    def restyle(self) -> None:
        """Take the icons of the scheme that is on."""
        self.over.setIcon(icon("eye"))
        self.crop.setIcon(icon("crop"))
        self.fit.setIcon(icon("fit"))

    def show_name(self, name: str) -> None:
        """The image's file name, or nothing."""
        if name != self._title:
            self._title = name
            self._arrange()

    def show_sizes(self, size: str, trained: str, cost: str = "") -> None:
        """The picture's size, the size it is trained at, and what that costs."""
        kept = f"→ {trained}" if trained not in ("", size) else ""
        self._kept.setToolTip(cost)
        if (size, kept) == (self._size.text(), self._kept.text()):
            return  # most pictures of a dataset are of one size
        self._size.setText(size)
        self._kept.setText(kept)
        self._arrange()

    def show_overlays(self, shown: frozenset[Overlay]) -> None:
        """Tick those that are drawn."""
        for one, action in self.overlays.items():
            action.setChecked(one in shown)

    def show_zoom(self, scale: float) -> None:
        """The scale on screen: 1.0 is 100 %."""
        percent = tr("Now at {percent} %", percent=round(scale * 100))
        self.actual.setToolTip(f"{tr('One picture pixel for one of the screen (1)')}\n{percent}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is said into the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._name.set_text(self._title)
        self._kept.setVisible(bool(self._kept.text()))
        self._show_words(shown=True)
        if self._wants() > self.width():
            self._kept.hide()
        if self._wants() > self.width():
            self._show_words(shown=False)
        if self._wants() > self.width():
            self._name.set_text(self._title.rpartition(" / ")[2])

    def _wants(self) -> int:
        shown = [self._name, self._size, *([] if self._kept.isHidden() else [self._kept])]
        words = sum(widget.sizeHint().width() + self._row.spacing() for widget in shown)
        tools = sum(button.sizeHint().width() for button in self._tools())
        margins = self._row.contentsMargins()
        return words + tools + margins.left() + margins.right()

    def _show_words(self, *, shown: bool) -> None:
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if shown else styles.ToolButtonIconOnly
        for button in (self.crop, self.fit, self.actual):
            button.setToolButtonStyle(style)
