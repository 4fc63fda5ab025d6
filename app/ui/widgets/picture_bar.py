"""The line under the picture: its name, its size, what the trainer makes of it, and three tools."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.ui.icons import icon
from app.ui.scheme import interface_font, scaled
from app.ui.text import tr
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.labels import Label, Type

SIDE = 16


class PictureBar(QWidget):
    """Shows what it is told. Where it is narrow, the trainer's size goes first, then words."""

    crop_toggled = Signal(bool)
    fit_wanted = Signal()
    actual_size_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = FewLines(Type.NAME, self)
        self._size = Label(Type.QUIET, parent=self)
        self._kept = Label(Type.QUIET, parent=self)
        self.crop, self.fit, self.actual = (QToolButton(self) for _ in range(3))
        self.crop.setCheckable(True)
        self.crop.setChecked(True)
        self.crop.toggled.connect(self.crop_toggled)
        self.fit.clicked.connect(self.fit_wanted)
        self.actual.clicked.connect(self.actual_size_wanted)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(SIDE, 2, 8, 2)
        self._row.setSpacing(scaled(12))
        self._row.addWidget(self._name)
        self._row.addWidget(self._size)
        self._row.addWidget(self._kept)
        self._row.addStretch(1)
        tools = QHBoxLayout()
        tools.setSpacing(scaled(4))
        for button in self._tools():
            button.setAutoRaise(True)
            button.setFont(interface_font(size=12))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tools.addWidget(button)
        self._row.addLayout(tools)
        self.retranslate()

    def _tools(self) -> tuple[QToolButton, ...]:
        return self.crop, self.fit, self.actual

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.crop.setText(tr("Crop"))
        self.crop.setToolTip(tr("What the trainer keeps (C)"))
        self.fit.setText(tr("Fit"))
        self.fit.setToolTip(tr("The whole picture (0)"))
        self.actual.setText("100 %")
        self.actual.setToolTip(tr("One picture pixel for one of the screen (1)"))
        for button in self._tools():
            button.setAccessibleName(button.text())
        self.restyle()
        self._arrange()

    def restyle(self) -> None:
        """Take the icons of the scheme that is on."""
        self.crop.setIcon(icon("crop"))
        self.fit.setIcon(icon("fit"))

    def show_name(self, name: str) -> None:
        """The image's file name, or nothing."""
        self._name.set_text(name)
        self._arrange()

    def show_sizes(self, size: str, kept: str) -> None:
        """The picture's size and what the trainer keeps of it, as words."""
        self._size.setText(size)
        self._kept.setText(f"→ {kept}" if kept else "")
        self._arrange()

    def show_zoom(self, scale: float) -> None:
        """The scale on screen: 1.0 is 100 %."""
        percent = tr("Now at {percent} %", percent=round(scale * 100))
        self.actual.setToolTip(f"{tr('One picture pixel for one of the screen (1)')}\n{percent}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is said into the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._kept.setVisible(bool(self._kept.text()))
        self._show_words(shown=True)
        if self._wants() > self.width():
            self._kept.hide()
        if self._wants() > self.width():
            self._show_words(shown=False)

    def _wants(self) -> int:
        shown = [self._name, self._size, *([] if self._kept.isHidden() else [self._kept])]
        words = sum(widget.sizeHint().width() + self._row.spacing() for widget in shown)
        tools = sum(button.sizeHint().width() + scaled(4) for button in self._tools())
        margins = self._row.contentsMargins()
        return words + tools + margins.left() + margins.right()

    def _show_words(self, *, shown: bool) -> None:
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextBesideIcon if shown else styles.ToolButtonIconOnly
        for button in self._tools():
            button.setToolButtonStyle(style)
