"""Every action of the window in one table: its id, its words, its key, its menu."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.ui.text import tr


class Menu(Enum):
    """The menus, from left to right."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    DATASET = "dataset"
    REVIEW = "review"
    HELP = "help"


def menu_title(menu: Menu) -> str:
    """The menu's name."""
    return {
        Menu.FILE: tr("&File"),
        Menu.EDIT: tr("&Edit"),
        Menu.VIEW: tr("&View"),
        Menu.DATASET: tr("&Dataset"),
        Menu.REVIEW: tr("&Review"),
        Menu.HELP: tr("&Help"),
    }[menu]


@dataclass(frozen=True, slots=True)
class Row:
    """One action. `text` is called again when the language changes."""

    name: str
    menu: Menu
    text: Callable[[], str]
    key: str | QKeySequence.StandardKey = ""
    needs_dataset: bool = True
    checkable: bool = False
    separator: bool = False
    """A line stands before it."""
    role: QAction.MenuRole = QAction.MenuRole.NoRole


ROWS: tuple[Row, ...] = (
    Row(
        "open",
        Menu.FILE,
        lambda: tr("Open folder…"),
        QKeySequence.StandardKey.Open,
        needs_dataset=False,
    ),
    Row("sample", Menu.FILE, lambda: tr("Look at the sample"), needs_dataset=False),
    Row("add", Menu.FILE, lambda: tr("Add pictures…"), separator=True),
    Row("paste", Menu.FILE, lambda: tr("Paste picture"), "Ctrl+Shift+V"),
    Row("rename", Menu.FILE, lambda: tr("Rename image and caption…"), "Shift+F2"),
    Row("remove", Menu.FILE, lambda: tr("Take out of the dataset"), "Ctrl+Backspace"),
    Row("history", Menu.FILE, lambda: tr("History of this caption…"), "Ctrl+H"),
    Row("compare", Menu.FILE, lambda: tr("Compare with the disk…"), "Ctrl+Shift+M"),
    Row("take_snapshot", Menu.FILE, lambda: tr("Take a snapshot…"), "Ctrl+Shift+S"),
    Row("snapshots", Menu.FILE, lambda: tr("Snapshots…"), "Ctrl+Shift+H"),
    Row("removed", Menu.FILE, lambda: tr("Images taken out…")),
    Row("show_in_folder", Menu.FILE, lambda: tr("Show in folder")),
    Row(
        "save_now", Menu.FILE, lambda: tr("Save now"), QKeySequence.StandardKey.Save, separator=True
    ),
    Row("export", Menu.FILE, lambda: tr("Export…"), "Ctrl+E"),
    Row("close", Menu.FILE, lambda: tr("Close dataset"), "Ctrl+W", separator=True),
    Row(
        "settings",
        Menu.FILE,
        lambda: tr("Settings…"),
        "Ctrl+,",
        needs_dataset=False,
        role=QAction.MenuRole.PreferencesRole,
    ),
    Row(
        "quit",
        Menu.FILE,
        lambda: tr("Quit"),
        "Ctrl+Q",
        needs_dataset=False,
        role=QAction.MenuRole.QuitRole,
    ),
    Row("undo", Menu.EDIT, lambda: tr("Undo"), QKeySequence.StandardKey.Undo),
    Row("redo", Menu.EDIT, lambda: tr("Redo"), QKeySequence.StandardKey.Redo),
    Row("edit_row", Menu.EDIT, lambda: tr("Edit in the row"), "F2", separator=True),
    Row("previous", Menu.EDIT, lambda: tr("Previous entry"), "Ctrl+Up"),
    Row("next", Menu.EDIT, lambda: tr("Next entry"), "Ctrl+Down"),
    Row("filter", Menu.EDIT, lambda: tr("Filter"), QKeySequence.StandardKey.Find, separator=True),
    Row("next_finding", Menu.EDIT, lambda: tr("Next finding"), "F8", separator=True),
    Row("previous_finding", Menu.EDIT, lambda: tr("Previous finding"), "Shift+F8"),
    Row("finding_down", Menu.EDIT, lambda: tr("Next finding of this entry"), "Alt+Down"),
    Row("finding_up", Menu.EDIT, lambda: tr("Previous finding of this entry"), "Alt+Up"),
    Row("fix_1", Menu.EDIT, lambda: tr("First fix"), "Alt+1"),
    Row("fix_2", Menu.EDIT, lambda: tr("Second fix"), "Alt+2"),
    Row("fix_3", Menu.EDIT, lambda: tr("Third fix"), "Alt+3"),
    Row("dismiss", Menu.EDIT, lambda: tr("Let it stand…"), "Alt+0"),
    Row("safe_fixes", Menu.EDIT, lambda: tr("All safe fixes…")),
    Row("next_place", Menu.VIEW, lambda: tr("Next place"), "F6"),
    Row("mark", Menu.VIEW, lambda: tr("Marks"), "Ctrl+M"),
    Row(
        "larger",
        Menu.VIEW,
        lambda: tr("Larger thumbnails"),
        QKeySequence.StandardKey.ZoomIn,
        separator=True,
    ),
    Row("smaller", Menu.VIEW, lambda: tr("Smaller thumbnails"), QKeySequence.StandardKey.ZoomOut),
    Row("desk", Menu.VIEW, lambda: tr("Desk"), "Ctrl+D", separator=True, checkable=True),
    Row("desk_open", Menu.VIEW, lambda: tr("Desk opened up"), "Ctrl+Shift+D", checkable=True),
    Row("tab_1", Menu.VIEW, lambda: tr("Findings"), "Ctrl+1", needs_dataset=False),
    Row("tab_2", Menu.VIEW, lambda: tr("Wording"), "Ctrl+2", needs_dataset=False),
    Row("tab_3", Menu.VIEW, lambda: tr("Dataset"), "Ctrl+3", needs_dataset=False),
    Row("tab_4", Menu.VIEW, lambda: tr("data.toml"), "Ctrl+4", needs_dataset=False),
    Row(
        "full_screen",
        Menu.VIEW,
        lambda: tr("Full screen"),
        "F11",
        needs_dataset=False,
        checkable=True,
        separator=True,
    ),
    Row("reset_layout", Menu.VIEW, lambda: tr("Reset layout"), needs_dataset=False),
    Row("write_toml", Menu.DATASET, lambda: tr("Write data.toml"), "Ctrl+Shift+T"),
    Row("look_again", Menu.DATASET, lambda: tr("Look at the folder again"), "Shift+F5"),
    Row("review", Menu.REVIEW, lambda: tr("Review"), "F5"),
    Row("phrase", Menu.REVIEW, lambda: tr("One phrase against all pictures…"), "Ctrl+G"),
    Row("approve_again", Menu.REVIEW, lambda: tr("Approve changed captions again…")),
    Row("report", Menu.REVIEW, lambda: tr("Report…"), separator=True),
    Row("help", Menu.HELP, lambda: tr("Keys and rules"), "F1", needs_dataset=False),
    Row(
        "about",
        Menu.HELP,
        lambda: tr("About Proofsheet"),
        needs_dataset=False,
        role=QAction.MenuRole.AboutRole,
    ),
)
"""The order is the order in the menus."""


class Actions:
    """The QActions of the table, by name, with their menus."""

    def __init__(self, window: QWidget, bar: QMenuBar) -> None:
        self._actions: dict[str, QAction] = {}
        self._menus: dict[Menu, QMenu] = {menu: bar.addMenu("") for menu in Menu}
        for row in ROWS:
            action = QAction(window)
            if isinstance(row.key, QKeySequence.StandardKey):
                action.setShortcuts(row.key)  # all that the system knows for it
            else:
                action.setShortcut(QKeySequence(row.key))
            action.setCheckable(row.checkable)
            action.setMenuRole(row.role)
            if row.separator:
                self._menus[row.menu].addSeparator()
            self._menus[row.menu].addAction(action)
            window.addAction(action)
            self._actions[row.name] = action
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def menu(self, menu: Menu) -> QMenu:
        """A menu of the bar."""
        return self._menus[menu]

    def connect(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Connect every action; one without a slot, or a slot without an action, is a mistake."""
        names = {row.name for row in ROWS}
        if names != set(slots):
            raise KeyError(f"actions and slots differ in {sorted(names ^ set(slots))}")
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _=False, act=slot: act())

    def set_dataset_open(self, is_open: bool) -> None:
        """Grey out what needs a dataset."""
        for row in ROWS:
            if row.needs_dataset:
                self._actions[row.name].setEnabled(is_open)

    def retranslate(self) -> None:
        """Say everything in the language that is on now."""
        for menu, widget in self._menus.items():
            widget.setTitle(menu_title(menu))
        for row in ROWS:
            self._actions[row.name].setText(row.text())
