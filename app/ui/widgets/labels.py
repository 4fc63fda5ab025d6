"""Labels in the design's type sizes and text colours; plain text only."""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from app.ui.icons import paint_icon
from app.ui.scheme import current_scheme, interface_font, scaled


class Type(Enum):
    """Size in pixels at the base size, weight, and the token of the colour."""

    TITLE = (28, 600, "text")
    LEAD = (15, 400, "text2")
    HEADING = (13, 600, "text")
    NAME = (12, 600, "text")
    STEP = (13, 600, "accent")
    BODY = (13, 400, "text")
    ASIDE = (13, 400, "text2")
    QUIET = (12, 400, "text2")
    SMALL = (12, 400, "text")
    TINY = (11, 400, "text2")
    ERROR = (12, 400, "error")
    WARNING = (12, 400, "warning")


class Label(QLabel):
    """A plain-text label that follows the scheme: captions and file names are never markup."""

    def __init__(
        self,
        kind: Type = Type.BODY,
        text: str = "",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        # On a parent with the ground of lists Qt would paint with another role than ours.
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)  # a new policy forgets what the word wrap had said
            self.setSizePolicy(policy)
        self._restyle()

    def set_kind(self, kind: Type) -> None:
        """Change size, weight and colour."""
        if kind is not self._kind:
            self._kind = kind
            self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Take the new colours when the scheme changes.

        Qt hands ApplicationPaletteChange to `event` only; what a widget's own palette inherits from
        the application's is told here.
        """
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()

    def _restyle(self) -> None:
        size, weight, token = self._kind.value
        font = interface_font(size=size, weight=weight, numbers=True)
        if font != self.font():
            self.setFont(font)
        colour = current_scheme().colour(token)
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            palette = QPalette()  # of this one role: all others go on following the application
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)


class Line(QFrame):
    """A separator of one pixel."""

    def __init__(self, parent: QWidget | None = None, *, vertical: bool = False) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


class Ground(QWidget):
    """A place on another ground than the window's."""

    def __init__(self, token: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._token = token

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground in the scheme that is on."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_scheme().colour(self._token))
        painter.end()


class Pictogram(QWidget):
    """An icon in a token of the scheme that is on when it is painted."""

    def __init__(
        self, name: str, token: str = "text2", parent: QWidget | None = None, *, size: int = 14
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._token = token
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, token: str) -> None:
        """Show another one."""
        if (name, token) != (self._name, self._token):
            self._name, self._token = name, token
            self.update()

    def sizeHint(self) -> QSize:
        """The side of the icon at the person's text size."""
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon, and nothing around it."""
        del event
        painter = QPainter(self)
        colour = getattr(current_scheme(), self._token)
        paint_icon(painter, self._name, colour, 0, 0, scaled(self._size))
        painter.end()
