"""What a person sees when the program made a mistake: plain words, and the details to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.paths import state_folder
from app.ui.scheme import mono_font
from app.ui.text import tr
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Type
from app.ui.windows.dialogs import Dialog

_open: list[Dialog] = []
"""The one crash dialog: a fault that repeats does not pile up windows."""


def show_crash(parent: QWidget, details: str) -> None:
    """Show the fault; the program goes on behind it."""
    if _open:
        return
    dialog = Dialog(tr("Something went wrong"), parent, width=640)
    dialog.column.addWidget(
        Label(Type.HEADING, tr("Proofsheet made a mistake and goes on."), dialog)
    )
    words = tr(
        "Your captions are safe: what was typed is being saved. The details are in {file}.",
        file=str(state_folder() / "proofsheet.log"),
    )
    dialog.column.addWidget(Label(Type.QUIET, words, dialog, wrap=True))
    text = QPlainTextEdit(details, dialog)
    text.setReadOnly(True)
    text.setFont(mono_font())
    text.setAccessibleName(tr("Details"))
    dialog.column.addWidget(text)
    copy = KeyedButton(tr("Copy details"), "", dialog)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    close = KeyedButton(tr("Close"), "Esc", dialog, filled=True)
    close.clicked.connect(dialog.accept)
    dialog.add_buttons(copy, close)
    _open.append(dialog)
    dialog.finished.connect(lambda _: _open.clear())
    dialog.show()
