"""What the export would change in the earlier one that stands where it goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from app.export.changes import Changes
from app.ui.icons import icon
from app.ui.text import tr, trn
from app.ui.widgets.labels import Label, Type

NAME_ROLE = Qt.ItemDataRole.UserRole + 1


class ChangesPanel(QWidget):
    """One line for every picture that came, went or changed; the line leads to its entry."""

    entry_wanted = Signal(str)
    """Path of the picture in the dataset."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = Label(Type.QUIET, parent=self, wrap=True)
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
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
            *((name, "plus", tr("new")) for name in found.added),
            *((name, "cross", tr("no longer in it")) for name in found.removed),
            *((name, "changed", tr("picture and caption changed")) for name in sorted(both)),
            *((n, "changed", tr("picture changed")) for n in found.pictures if n not in both),
            *((n, "changed", tr("caption changed")) for n in found.captions if n not in both),
        ]
        self._summary.setText(
            trn("%n pictures differ from the earlier export, which is replaced.", len(rows))
            if rows
            else tr("All pictures and captions are those of the earlier export.")
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
