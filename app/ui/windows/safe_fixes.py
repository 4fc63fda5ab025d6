"""All safe fixes: looked for in turns, shown with their differences, done as one step."""

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.dataset.entry import Cause
from app.lint.safe_fixes import safe_text
from app.messages import msg
from app.ui.gathering import Gathering
from app.ui.session import Session
from app.ui.text import tr, trn
from app.ui.widgets.change_list import ChangeList
from app.ui.windows.dialogs import ChangesDialog


class SafeFixesDialog(ChangesDialog):
    """Every caption that the safe fixes would change, with its difference, before they do."""

    def __init__(
        self, session: Session, texts: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        self._session = session
        self._changes = {n: (session.entry(n).text or "", after) for n, after in texts.items()}
        super().__init__(
            tr("All safe fixes"),
            trn("%n captions would change", len(texts)),
            tr("Fix these"),
            ChangeList(self._changes, session.name),
            parent,
        )
        session.closed.connect(self.reject)

    def chosen(self) -> dict[int, str]:
        """The new texts that the person left ticked."""
        return {number: self._changes[number][1] for number in self.list.chosen()}

    def apply(self) -> None:
        """Change what was left ticked, as one step; a caption that became another while they
        looked stays as it is.
        """
        chosen, dataset = self.chosen(), self._session.dataset
        assert dataset is not None, "its preview closes with it"
        texts = {
            number: after
            for number, after in chosen.items()
            if number not in dataset.gone
            and self._session.entry(number).text == self._changes[number][0]
        }
        self._session.edit_many(texts, Cause.FIX, tr("safe fixes"))
        if len(texts) < len(chosen):
            self._session.told.emit(
                msg(
                    "Captions that changed meanwhile, and were left alone: {count}",
                    count=len(chosen) - len(texts),
                )
            )


class SafeFixes(QObject):
    """Looks for them when it is asked, and shows them."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.gathering = Gathering(session, self._text_of, self)
        self.gathering.gathered.connect(self._show)

    def ask(self) -> None:
        """Work out what all safe fixes would change, and show it before they do."""
        self.gathering.begin()

    def _text_of(self, number: int) -> str | None:
        lint = self._session.lint
        if lint is None or number not in self._session.readings:
            return None
        return safe_text(self._session.entry(number), lint)

    def _show(self, texts: Mapping[int, str]) -> None:
        if not texts or QApplication.activeModalWidget() is not None:
            return  # the person went on to something else
        dialog = SafeFixesDialog(self._session, texts, self._window)
        if dialog.exec():
            dialog.apply()
