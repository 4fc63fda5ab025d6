"""What the export would change in the earlier one that stands where it goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.export.changes import Changes
from app.ui.icons import icon
from app.ui.scheme import scaled
from app.ui.text import tr, trn
from app.ui.widgets.labels import Label, Type

NAME_ROLE = Qt.ItemDataRole.UserRole + 1


class ChangesPanel(QWidget):
    """One line for whatever is otherwise than in the earlier export; a picture's leads to it."""

    entry_wanted = Signal(str)
    """Path of the picture in the dataset."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = Label(Type.QUIET, parent=self, wrap=True)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setIndentation(scaled(12))
        self.list.setUniformRowHeights(True)
        self.list.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.list.setAccessibleName(tr("Changed since the earlier export"))
        self.list.itemActivated.connect(
            lambda item: self.entry_wanted.emit(item.data(0, NAME_ROLE))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self._summary.setContentsMargins(16, 0, 16, 0)
        self._summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._summary)
        column.addWidget(self.list, 1)
        self.show_changes(None)

    def show_changes(self, found: Changes | None) -> None:
        """Show these; None where no earlier export stands there."""
        self.list.clear()
        if found is None:
            self._summary.setText(tr("No earlier export of ours stands there."))
            self.list.hide()
            return
        both = set(found.pictures) & set(found.captions)
        rows = [
            *((name, "changed", tr("asked otherwise")) for name in map(_asked, found.settings)),
            *((name, "changed", tr("says something else")) for name in (found.config,) if name),
            *((name, "plus", tr("new")) for name in found.added),
            *((name, "cross", tr("no longer in it")) for name in found.removed),
            *((name, "changed", tr("picture and caption changed")) for name in sorted(both)),
            *((n, "changed", tr("picture changed")) for n in found.pictures if n not in both),
            *((n, "changed", tr("caption changed")) for n in found.captions if n not in both),
        ]
        self._summary.setText(
            trn("%n differences from the earlier export, which is replaced.", len(rows))
            if rows
            else tr("It would be the earlier export again.")
        )
        for name, sign, what in rows:
            item = QTreeWidgetItem([name, what])
            item.setIcon(0, icon(sign))
            item.setData(0, NAME_ROLE, name)
            self.list.addTopLevelItem(item)
        self.list.resizeColumnToContents(0)
        self.list.setVisible(bool(rows))

    @property
    def count(self) -> int:
        """Lines that are shown."""
        return self.list.topLevelItemCount()


def _asked(name: str) -> str:
    """What was asked, by its name in a receipt, as its field is called."""
    fields = {
        "trainer": tr("Trainer"),
        "sizes": tr("Sizes"),
        "names": tr("Names"),
        "name_template": tr("Template for names"),
        "picture": tr("Pictures"),
        "quality": tr("Quality of JPEG and WebP"),
        "background": tr("Behind transparent parts"),
        "strip_metadata": tr("Leave out camera data and comments"),
        "hard_links": tr("Hard links instead of copies"),
        "relative_paths": tr("Relative paths"),
        "train_path": tr("Finds the folder at"),
    }
    return fields.get(name, name)
