"""Drafts found at the start: what was typed and never saved, offered with its difference."""

from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from app.dataset.drafts import Draft, Standing, standing
from app.ui.difference import words_changed
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.windows.dialogs import Dialog, compared


class DraftDialog(Dialog):
    """Nothing is put anywhere by itself; closing it with Esc keeps every draft for later."""

    def __init__(
        self, session: Session, drafts: dict[int, Draft], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Unsaved typing"), parent, width=720)
        self.resize(720, 480)
        self._drafts = drafts
        self.discarded = False
        head = trn("%n captions were typed and never saved.", len(drafts))
        self.column.addWidget(Label(Type.HEADING, head, self))
        inner = QWidget(self)
        rows = QVBoxLayout(inner)
        self._boxes: dict[int, QCheckBox] = {}
        for number, draft in drafts.items():
            caption = session.entry(number).caption
            fits = standing(draft, caption) is Standing.FITS
            box = QCheckBox(draft.name, inner)
            box.setChecked(fits)
            self._boxes[number] = box
            rows.addWidget(box)
            if not fits:
                words = tr("The caption on disk was changed since: look before you take it.")
                rows.addWidget(Label(Type.WARNING, words, inner, wrap=True))
            pieces = words_changed(caption.text or "", draft.text)
            rows.addWidget(compared(pieces, draft.text, added=True, removed=True))
        rows.addStretch()
        scroll = QScrollArea(self)
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.column.addWidget(scroll, 1)
        later = KeyedButton(tr("Later"), "Esc", self)
        discard = KeyedButton(tr("Discard all"), "", self)
        self.take = take = KeyedButton(tr("Take these"), "Ctrl+Return", self, filled=True)
        take.setShortcut("Ctrl+Return")
        later.clicked.connect(self.reject)
        discard.clicked.connect(self._discard)
        take.clicked.connect(self.accept)
        self.add_buttons(later, discard, take)

    def chosen(self) -> dict[int, str]:
        """The texts that the person wants on screen."""
        return {
            number: draft.text
            for number, draft in self._drafts.items()
            if self._boxes[number].isChecked()
        }

    def _discard(self) -> None:
        self.discarded = True
        self.accept()
