"""Drafts found at the start: what was typed and never saved, offered with its difference."""

from PySide6.QtWidgets import QWidget

from app.dataset.drafts import Draft, Standing, standing
from app.ui.scheme import scaled
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.widgets.change_list import ChangeList
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.windows.dialogs import Dialog


class DraftDialog(Dialog):
    """Nothing is put anywhere by itself; closing it with Esc keeps every draft for later."""

    def __init__(
        self, session: Session, drafts: dict[int, Draft], parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Unsaved typing"), parent, width=720)
        self._drafts = drafts
        self.discarded = False
        head = trn("%n captions were typed and never saved.", len(drafts))
        self.column.addWidget(Label(Type.HEADING, head, self))
        words = tr("Underlined: what was typed. What is not taken is offered again the next time.")
        self.column.addWidget(Label(Type.QUIET, words, self, wrap=True))
        captions = {number: session.entry(number).caption for number in drafts}
        doubt = tr("The caption on disk was changed since: look before you take it.")
        self.list = ChangeList(
            {number: (captions[number].text or "", draft.text) for number, draft in drafts.items()},
            session.name,
            self,
            doubts={
                number: doubt
                for number, draft in drafts.items()
                if standing(draft, captions[number]) is not Standing.FITS
            },
        )
        self.column.addWidget(self.list, 1)
        later = KeyedButton(tr("Later"), "Esc", self)
        discard = KeyedButton(tr("Discard all"), "", self)
        self.take = take = KeyedButton(tr("Take these"), "Ctrl+Return", self, filled=True)
        take.setShortcut("Ctrl+Return")
        for button in (later, discard, take):
            button.setAutoDefault(False)
        later.clicked.connect(self.reject)
        discard.clicked.connect(self._discard)
        take.clicked.connect(self.accept)
        self.add_buttons(later, discard, take)
        self.fit_list(self.list, scaled(760), scaled(520))
        take.setFocus()

    def chosen(self) -> dict[int, str]:
        """The texts that the person wants on screen."""
        return {number: self._drafts[number].text for number in self.list.chosen()}

    def _discard(self) -> None:
        self.discarded = True
        self.accept()
