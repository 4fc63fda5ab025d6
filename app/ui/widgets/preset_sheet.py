"""What a preset would set, key by key with its reason, before it is set."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.export.presets import Demand, Proposal
from app.ui.text import say, tr, trn
from app.ui.widgets.heights import fit_height
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type


class PresetSheet(QDialog):
    """Asks once; nothing has been changed before it is accepted."""

    def __init__(self, name: str, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Train {model}", model=name))
        self.setMinimumWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        head = (
            trn("{model} needs %n keys otherwise", len(proposal.demands), model=name)
            if proposal.demands
            else tr("{model} needs nothing otherwise", model=name)
        )
        column.addWidget(Label(Type.HEADING, head, self))
        rows = QGridLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(4)
        rows.setColumnStretch(1, 1)
        for number, demand in enumerate(proposal.demands):
            rows.addWidget(Label(Type.NAME, _key(demand), self), 2 * number, 0)
            change = f"{demand.before} → {demand.after}"
            rows.addWidget(Label(Type.SMALL, change, self), 2 * number, 1)
            reason = Label(Type.QUIET, say(demand.reason), self, wrap=True)
            rows.addWidget(reason, 2 * number + 1, 0, 1, 2)
        column.addLayout(rows)
        for remark in proposal.remarks:
            column.addWidget(Label(Type.WARNING, say(remark), self, wrap=True))
        quiet = tr("Everything else stays as it is. One undo takes it back.")
        column.addWidget(Label(Type.QUIET, quiet, self, wrap=True))
        self.keep = KeyedButton(tr("Cancel"), "Esc", self)
        self.take = KeyedButton(tr("Set"), "Return", self, filled=True)
        self.take.setDefault(True)
        self.keep.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self.keep, self.take):
            button.setMinimumHeight(30)
            buttons.addWidget(button)
        column.addLayout(buttons)
        fit_height(self, column, self.minimumWidth())


def _key(demand: Demand) -> str:
    return f"{demand.concept}: {demand.key}" if demand.concept else demand.key
