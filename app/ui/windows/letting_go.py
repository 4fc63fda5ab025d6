"""Letting go of a dataset: everything is on disk, or the person knows what is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.ui.background import Background
from app.ui.commas import listed
from app.ui.session import Session
from app.ui.text import say, tr, trn

ROUNDS = 3
"""A write under way, the text typed during it, and what that one's answer asks for."""


def write_out(session: Session, background: Background) -> list[int]:
    """Write all that can be written and wait for it; the entries whose text is not on disk.

    Drafts are kept of those. Blocks: only for the moment before a dataset is forgotten.
    """
    for _ in range(ROUNDS):
        session.saving.flush()
        session.keeping.flush()
        session.history.flush()
        background.wait_for_saves()
        if session.dataset is None or not (session.saving.waiting() or session.keeping.waiting):
            break
    return session.saving.waiting()


def may_leave(session: Session, background: Background, window: QWidget) -> bool:
    """Write everything; where that does not work, ask. False where the person wants to stay."""
    if session.dataset is None or session.saving.read_only is not None:
        return True
    waiting = write_out(session, background)
    if not waiting and not session.keeping.waiting:
        return True
    box = QMessageBox(window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    if waiting:
        box.setText(trn("%n captions are not on disk.", len(waiting)))
        problem = session.saving.problem(waiting[0])
        reason = say(problem) if problem is not None else tr("They were changed on disk meanwhile.")
        names = listed(session.name(number) for number in waiting[:5])
        box.setInformativeText(f"{names}\n{reason}")
    else:
        box.setText(tr("Marks and choices are not on disk."))
        if session.keeping.problem is not None:
            box.setInformativeText(say(session.keeping.problem))
    stay = box.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole)
    box.addButton(tr("Leave without them"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.exec()
    left = box.clickedButton() is not stay
    box.deleteLater()
    return left
