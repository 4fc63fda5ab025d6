"""A drop-down whose values stay what they are: Qt's item data turns enums into strings."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.scheme import scaled

ARROW = 40
"""What the arrow and the margins take beside the words, at the base size."""


class Choice(QComboBox):
    """One value out of a few, each with its words."""

    chosen = Signal()
    """The person chose; `value` says what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.activated.connect(lambda _: self.chosen.emit())

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these; what was chosen stays chosen where it is still offered."""
        before = self.value if self._values else None
        self.clear()
        self._values = [value for value, _ in options]
        self.addItems([text for _, text in options])
        self.set_value(before)

    def add_option(self, value: object, text: str) -> None:
        """Offer one more."""
        self._values.append(value)
        self.addItem(text)

    @property
    def value(self) -> Any:  # noqa: ANN401 - whatever the owner offered
        """What is chosen; None where there is nothing to choose from."""
        row = self.currentIndex()
        return self._values[row] if 0 <= row < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose without announcing it; a value that is not offered changes nothing."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def offers(self, value: object) -> bool:
        """The value can be chosen."""
        return value in self._values


class SnugChoice(Choice):
    """Without an outline, and as wide as what is chosen, not as the longest there is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("flat", True)  # noqa: FBT003 - a property value
        self.currentIndexChanged.connect(lambda _: self.updateGeometry())

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """The list that opens has room for the longest all the same."""
        super().set_options(options)
        rows = self.view()
        rows.setMinimumWidth(rows.sizeHintForColumn(0) + scaled(ARROW))

    def sizeHint(self) -> QSize:
        """The chosen words and the arrow."""
        words = self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(words + scaled(ARROW), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Words are not cut."""
        return self.sizeHint()
