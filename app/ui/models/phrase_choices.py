"""The phrases and families that can be looked for: those of the set, and what is typed."""

from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.lint.wording import KINDS, Wording, phrase_key, suggested
from app.review.phrase import Sought
from app.ui.models.family_names import family_name
from app.ui.models.wording import kind_name
from app.ui.text import tr, trn

Index = QModelIndex | QPersistentModelIndex


class Level(Enum):
    """How far a line is indented; heads cannot be chosen."""

    TYPED = "typed"
    KIND = "kind"
    FAMILY = "family"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """One line of the list."""

    level: Level
    text: str
    count: int = 0
    sought: Sought | None = None


class ChoiceRole(IntEnum):
    """What a line answers beyond its text."""

    LINE = Qt.ItemDataRole.UserRole + 1
    """ChoiceLine."""


class PhraseChoices(QAbstractListModel):
    """What is typed comes first; below it what the captions say, by kind and family."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ChoiceLine] = []

    def show_choices(self, wording: Wording, typed: str) -> None:
        """Show those that hold the typed words."""
        self.beginResetModel()
        self._lines = choice_lines(wording, typed)
        self.endResetModel()

    def index_of(self, sought: Sought | None) -> QModelIndex:
        """The line of a phrase or family; else the first that can be chosen."""
        rows = [row for row, line in enumerate(self._lines) if line.sought is not None]
        exact = (row for row in rows if self._lines[row].sought == sought)
        family = (
            row
            for row in rows
            if sought is not None
            and sought.family
            and (found := self._lines[row].sought) is not None
            and (found.kind, found.family) == (sought.kind, sought.family)
        )
        row = next(exact, None)
        row = next(family, rows[0] if rows else None) if row is None else row
        return self.index(row, 0) if row is not None else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """One line each."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads only part the list."""
        chosen = index.isValid() and self._lines[index.row()].sought is not None
        return super().flags(index) if chosen else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words, how many say them, and what is looked for."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.text}, {trn('%n entries', line.count)}" if line.count else line.text
        return line if role == ChoiceRole.LINE else None


def choice_lines(wording: Wording, typed: str) -> list[ChoiceLine]:
    """The lines of the list."""
    lines: list[ChoiceLine] = []
    words = " ".join(typed.split())
    key = phrase_key(words)
    if words:
        lines.append(ChoiceLine(Level.TYPED, tr("“{words}”", words=words), 0, Sought(words)))
    for kind in KINDS:
        of_kind: list[ChoiceLine] = []
        for family in wording[kind].families if kind in wording else ():
            name = family_name(family.name)
            held = [phrase for phrase in family.phrases if key in phrase.key]
            if not held and key not in name.casefold():
                continue
            best = suggested(family.phrases)
            if best is not None:
                sought = Sought(best.text, kind, family.name)
                of_kind.append(ChoiceLine(Level.FAMILY, name, len(family.entries), sought))
            of_kind += [
                ChoiceLine(Level.PHRASE, one.text, len(one.entries), Sought(one.text, kind))
                for one in held or family.phrases
            ]
        if of_kind:
            lines += [ChoiceLine(Level.KIND, kind_name(kind)), *of_kind]
    return lines
