"""A text in a few lines at most: what does not fit ends in an ellipsis and is in the tool tip."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.scheme import current_scheme, interface_font, scaled, type_key
from app.ui.widgets.caption_layout import LaidOut, LayoutCache
from app.ui.widgets.labels import Type

_layouts = LayoutCache(256)


class FewLines(QWidget):
    """Plain text that takes the width it is given and never more than `most` lines."""

    def __init__(
        self, kind: Type, parent: QWidget | None = None, *, most: int = 1, pitch: int = 0
    ) -> None:
        super().__init__(parent)
        self._leading = pitch
        self._kind = kind
        self._line = pitch or kind.value[0] + 4
        self._most = most
        self._text = ""
        # Fixed would hold it to the one line of its hint.
        upright = QSizePolicy.Policy.Preferred if most > 1 else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
        policy.setHeightForWidth(most > 1)
        self.setSizePolicy(policy)

    def set_most(self, most: int) -> None:
        """Allow more lines, or fewer."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self._explain()
            self.update()

    def set_text(self, text: str) -> None:
        """Show this text."""
        if text != self._text:
            before = self._room()
            self._text = text
            self.setAccessibleName(text)
            if self._room() != before:
                self.updateGeometry()  # the whole place would be laid out again
            self._explain()
            self.update()

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_kind(self, kind: Type) -> None:
        """Change size, weight and colour."""
        if kind is not self._kind:
            self._kind = kind
            self._line = self._leading or kind.value[0] + 4
            self.updateGeometry()
            self.update()

    def _room(self) -> tuple[QSize, int]:
        """What a layout asks for."""
        return self.sizeHint(), self.heightForWidth(self.width()) if self._most > 1 else 0

    @property
    def cut(self) -> bool:
        """Something of the text is not to be seen."""
        if self._most == 1 and self.width() >= self.sizeHint().width() and "\n" not in self._text:
            return False  # most are not, and need not be laid out to know it
        return self._laid_out().cut

    def _font(self) -> QFont:
        return _font_of(self._kind, type_key())

    def _pitch(self) -> int:
        return scaled(self._line)

    def _laid_out(self) -> LaidOut:
        return self._laid_out_at(self.width())

    def _laid_out_at(self, width: int) -> LaidOut:
        return _layouts.lay_out(self._text, self._font(), self._pitch(), width, self._most)

    def hasHeightForWidth(self) -> bool:
        """A narrow place takes another line, as long as there is one."""
        return self._most > 1

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at that width."""
        pitch = self._pitch()
        return _lines_of(self._text, self._kind, pitch, width, self._most, type_key()) * pitch

    def sizeHint(self) -> QSize:
        """The whole text on one line."""
        return QSize(_width_of(self._text, self._kind, type_key()), self._pitch())

    def minimumSizeHint(self) -> QSize:
        """It can always be cut."""
        return QSize(0, self._pitch())

    def changeEvent(self, event: QEvent) -> None:
        """Another text size is another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def resizeEvent(self, event: object) -> None:
        """The tool tip is there exactly when something is cut."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._explain()

    def _explain(self) -> None:
        words = self._text if self._text and self.cut else ""
        if words != self.toolTip():  # Qt would tell of the same one again
            self.setToolTip(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines, in the colour of the scheme that is on."""
        del event
        painter = QPainter(self)
        painter.setPen(QColor(current_scheme().colour(self._kind.value[2])))
        laid = self._laid_out()
        top = (self.height() - laid.layout.lineCount() * self._pitch()) // 2
        laid.draw(painter, QPointF(0, max(top, 0)))
        painter.end()


@lru_cache(maxsize=16)
def _font_of(kind: Type, key: tuple[str, int]) -> QFont:
    del key  # of the cache only
    size, weight, _ = kind.value
    return interface_font(size=size, weight=weight, numbers=True)


@lru_cache(maxsize=1_000)
def _width_of(text: str, kind: Type, font: tuple[str, int]) -> int:
    """A layout asks for it many times; `font` says from when on it is another one."""
    return QFontMetrics(_font_of(kind, font)).horizontalAdvance(text) + 2


@lru_cache(maxsize=1_000)
def _lines_of(
    text: str, kind: Type, pitch: int, width: int, most: int, font: tuple[str, int]
) -> int:
    """As often as it asks for the width."""
    return _layouts.lay_out(text, _font_of(kind, font), pitch, width, most).layout.lineCount()
