"""The line under the picture while its crop frame is moved: shape, cost, and the keys that work."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.export.framing import Size
from app.ui.commas import listed
from app.ui.scheme import scaled
from app.ui.text import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.few_lines import FewLines
from app.ui.widgets.key_line import KeyLine
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Ground, Type

SIDE = 16


class CropBar(Ground):
    """Says what would be written of the picture, and lets the shape be chosen."""

    shape_wanted = Signal(object)
    """Width and height that the frame shall become."""
    proposal_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bar", parent)
        self.shape = Choice(self)
        self.propose = KeyedButton("", "Home", self)
        self.done = KeyedButton("", "Esc", self)
        self._cost = FewLines(Type.SMALL, self)
        self._keys = KeyLine(self)
        acts = QHBoxLayout()
        acts.setSpacing(scaled(8))
        acts.addWidget(self.shape)
        acts.addStretch(1)
        acts.addWidget(self.propose)
        acts.addWidget(self.done)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 6, SIDE, 6)
        column.setSpacing(scaled(4))
        column.addLayout(acts)
        column.addWidget(self._cost)
        column.addWidget(self._keys)
        self.shape.chosen.connect(lambda: self.shape_wanted.emit(self.shape.value))
        self.propose.clicked.connect(self.proposal_wanted)
        self.done.clicked.connect(self.left)
        for button in (self.propose, self.done):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        self.propose.set_words(tr("Propose again"), "Home")
        self.done.set_words(tr("Done"), "Esc")
        self.shape.setAccessibleName(tr("Size that the frame becomes"))
        self.shape.setToolTip(tr("Size that the frame becomes"))
        self._keys.show_hints([(("PgUp", "PgDn"), tr("size")), (("↑", "↓", "←", "→"), tr("move"))])
        self.setToolTip(
            tr(
                "With Shift the keys take larger steps. The frame counts where an export makes "
                "one size."
            )
        )

    def show_shapes(self, sizes: tuple[Size, ...], chosen: Size) -> None:
        """Offer these sizes."""
        offered = sizes if chosen in sizes else (*sizes, chosen)
        self.shape.set_options([(size, f"{size[0]} × {size[1]}") for size in offered])
        self.shape.set_value(chosen)

    def show_cost(self, frame: Size, target: Size, *, chosen: bool) -> None:
        """What is written of the picture, and at what price."""
        sizes = f"{frame[0]} × {frame[1]} → {target[0]} × {target[1]}"
        factor = target[0] / frame[0]
        said = tr("Your frame: {sizes}", sizes=sizes)
        words = [said if chosen else tr("Proposed: {sizes}", sizes=sizes)]
        if factor > 1:
            words.append(tr("enlarged × {factor}", factor=f"{factor:.2f}"))
        self._cost.set_kind(Type.WARNING if factor > 1 else Type.SMALL)
        self._cost.set_text(listed(words))

    @property
    def cost(self) -> str:
        """What is said of the frame."""
        return self._cost.text()
