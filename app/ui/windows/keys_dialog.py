"""Help: every key and every rule, from the tables that the program itself uses, and a search."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.lint.rule import Severity
from app.ui.finding_text import card_of, rule_title, rule_why
from app.ui.scheme import SEVERITY_ICONS, scaled
from app.ui.session import Session
from app.ui.text import tr
from app.ui.widgets.key_caps import KeyCap
from app.ui.widgets.keyed_button import KeyedButton
from app.ui.widgets.labels import Label, Line, Pictogram, Type
from app.ui.widgets.review_bars import review_keys
from app.ui.widgets.scrolled import scrolled
from app.ui.windows.actions import ROWS, Actions, Menu, menu_title
from app.ui.windows.dialogs import Dialog

KEYS_WIDE = 128
"""Room for the caps, in pixels at the base size."""


class KeysDialog(Dialog):
    """Keys by menu, then those of the review, then the rules; a word narrows all of them."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget) -> None:
        super().__init__(tr("Keys and rules"), parent, width=720)
        self.resize(scaled(760), scaled(680))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Find a key or a rule"))
        self.search.setAccessibleName(tr("Find a key or a rule"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.column.addWidget(self.search)
        self._inner = QWidget(self)
        self._rows = QVBoxLayout(self._inner)
        self._rows.setContentsMargins(0, 0, 16, 0)
        self._rows.setSpacing(0)
        self._sections: list[_Section] = []
        for menu in Menu:
            keyed = [row for row in ROWS if row.menu is menu and row.key]
            section = self._section(menu_title(menu).replace("&", "").partition("(")[0])
            for row in keyed:
                keys = [actions[row.name].shortcut().toString()]
                section.add(_KeyRow(keys, row.text().replace("&", ""), self._inner))
        section = self._section(tr("While reviewing"))
        for keys, words in review_keys():
            section.add(_KeyRow(keys, words, self._inner))
        section = self._section(tr("Rules"))
        for rule in sorted(session.cards, key=lambda name: rule_title(session, name).casefold()):
            severity = card_of(session, rule).severity
            words = rule_title(session, rule), rule_why(session, rule)
            section.add(_RuleRow(severity, *words, self._inner))
        self._nothing = Label(Type.QUIET, tr("No key and no rule has these words."), self._inner)
        self._nothing.hide()
        self._rows.addWidget(self._nothing)
        self._rows.addStretch()
        scroll = scrolled(self._inner, self)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Keys and rules"))
        self.column.addWidget(scroll, 1)
        close = KeyedButton(tr("Close"), "Esc", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.add_buttons(close)
        self.search.setFocus()

    def shown(self) -> list[str]:
        """What can be found now, from above."""
        return [row.words for section in self._sections for row in section.rows if row.is_wanted]

    def _section(self, title: str) -> "_Section":
        section = _Section(title, self._inner)
        self._sections.append(section)
        self._rows.addWidget(section)
        return section

    def _narrow(self, words: str) -> None:
        found = [section.narrow(words.casefold().split()) for section in self._sections]
        self._nothing.setVisible(not any(found))


class _Row(QWidget):
    """A line of help that can be searched."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = words
        self.is_wanted = True

    def narrow(self, wanted: Sequence[str]) -> bool:
        """Show it where it holds all the words."""
        text = self.words.casefold()
        self.is_wanted = all(word in text for word in wanted)
        self.setVisible(self.is_wanted)
        return self.is_wanted


class _KeyRow(_Row):
    def __init__(self, keys: Sequence[str], words: str, parent: QWidget) -> None:
        super().__init__(" ".join([*keys, words]), parent)
        self.setMinimumHeight(scaled(26))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(4))
        caps = QWidget(self)
        caps.setFixedWidth(scaled(KEYS_WIDE))
        inside = QHBoxLayout(caps)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(4))
        for key in keys:
            inside.addWidget(KeyCap(key, caps))
        inside.addStretch()
        row.addWidget(caps)
        row.addWidget(Label(Type.BODY, words, self), 1)


class _RuleRow(_Row):
    def __init__(self, severity: Severity, title: str, why: str, parent: QWidget) -> None:
        super().__init__(f"{title} {why}", parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, scaled(6), 0, scaled(6))
        grid.setHorizontalSpacing(scaled(8))
        grid.setVerticalSpacing(scaled(2))
        grid.setColumnStretch(1, 1)
        name, token = SEVERITY_ICONS[severity]
        grid.addWidget(Pictogram(name, token, self, size=14), 0, 0)
        grid.addWidget(Label(Type.NAME, title, self), 0, 1)
        grid.addWidget(Label(Type.QUIET, why, self, wrap=True), 1, 1)


class _Section(QWidget):
    """A heading, a line, and the rows below."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, scaled(16))
        self._column.setSpacing(0)
        self._column.addWidget(Label(Type.HEADING, title, self))
        self._column.addSpacing(scaled(4))
        self._column.addWidget(Line(self))
        self._column.addSpacing(scaled(4))

    def add(self, row: _Row) -> None:
        """One more."""
        self.rows.append(row)
        self._column.addWidget(row)

    def narrow(self, wanted: Sequence[str]) -> bool:
        """Show what holds the words; False where nothing does, and the heading goes too."""
        found = [row.narrow(wanted) for row in self.rows]
        self.setVisible(any(found))
        return any(found)
